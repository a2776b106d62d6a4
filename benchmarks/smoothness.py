"""How evenly the window ticks while it shows the copper example learning, and what that costs.

``python -m benchmarks.smoothness [rounds] [seconds]``. In each round: an empty window, the real
window that trains with live curve and live map, and the same job on the command line without
either.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, at_least, at_most, note, percentile, show
from benchmarks.screen import screen

P99_MS = 25.0
MAX_MS = 60.0
KEPT_SPEED = 0.90
ROUNDS = 5
SECONDS = 10.0
WARM_UP_S = 2.0
ROOT = Path(__file__).resolve().parent.parent


def ticks_of(which: str, seconds: float, job: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Return what a process of `benchmarks.ticks` measured."""
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.ticks", which, str(seconds), str(job)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=seconds + 120,
        check=True,
    )
    measured: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return measured


def headless_speed(job: Path, run: Path, seconds: float, environment: dict[str, str]) -> float:
    """Train a job on the command line for a while; return its epochs a second.

    Told by the same events, over the same stretch of the run, as in the window.
    """
    process = subprocess.Popen(
        [sys.executable, "main.py", "run", str(job), "--out", str(run), "--json"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    seen: list[tuple[float, int]] = []
    begun = 0.0
    for line in process.stdout:
        now = time.perf_counter()
        event = json.loads(line)
        if event["event"] != "Progress":
            continue
        begun = begun or now
        if now - begun >= WARM_UP_S:
            seen.append((now, event["epoch"]))
        if now - begun >= WARM_UP_S + seconds:
            break
    process.terminate()
    process.communicate()
    (begin, first), (end, last) = seen[0], seen[-1]
    return (last - first) / (end - begin)


def measure(rounds: int, seconds: float) -> list[Figure]:
    """Go through the rounds; return the medians over them."""
    empty, window, speeds, headless = [], [], [], []
    with screen() as environment, tempfile.TemporaryDirectory() as home:
        environment |= {"PYTHONPATH": str(ROOT), "ANOMALYST_HOME": home, "TMPDIR": home}
        job = Path(home) / "copper.toml"
        for number in range(rounds):
            idle = ticks_of("empty", seconds, job, environment)
            busy = ticks_of("anomalyst", seconds, job, environment)
            alone = headless_speed(job, Path(home) / f"run-{number}", seconds, environment)
            empty.append(idle["intervals"])
            window.append(busy["intervals"])
            speeds.append(busy["epochs_a_second"])
            headless.append(alone)
            note(
                f"round {number + 1}: p99 {percentile(window[-1], 99):.1f} ms (empty "
                f"{percentile(empty[-1], 99):.1f}), max {max(window[-1]):.1f} (empty "
                f"{max(empty[-1]):.1f}), {speeds[-1]:,.0f} epochs/s (headless {alone:,.0f}), "
                f"{busy['maps'] / seconds:.1f} maps/s"
            )
    p99 = [percentile(intervals, 99) for intervals in window]
    longest = [max(intervals) for intervals in window]
    kept = [a / b for a, b in zip(speeds, headless, strict=True)]
    return [
        Figure("empty.p99", statistics.median(percentile(i, 99) for i in empty), "ms"),
        Figure("empty.max", statistics.median(max(i) for i in empty), "ms"),
        at_most("smoothness.p99", statistics.median(p99), "ms", P99_MS),
        at_most("smoothness.max", statistics.median(longest), "ms", MAX_MS),
        Figure("smoothness.max_of_all_rounds", max(longest), "ms"),
        Figure("headless.speed", statistics.median(headless), "epochs/s"),
        Figure("window.speed", statistics.median(speeds), "epochs/s"),
        at_least("smoothness.speed_kept", statistics.median(kept), "× headless", KEPT_SPEED),
    ]


if __name__ == "__main__":
    asked = [float(word) for word in sys.argv[1:]]
    rounds = int(asked[0]) if asked else ROUNDS
    sys.exit(show(measure(rounds, asked[1] if len(asked) > 1 else SECONDS)))
