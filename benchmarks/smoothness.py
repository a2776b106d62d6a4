"""How evenly the window ticks while it shows the copper example learning, and what that costs.

``python -m benchmarks.smoothness [rounds] [seconds]``. In each round: an empty window, the real
window that trains with live curve and live map, and the same job on the command line without
either. A round in which other programs kept the processor busy says nothing about the window: it
is told, and repeated.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psutil

from benchmarks.figures import Figure, at_least, at_most, note, percentile, show
from benchmarks.screen import screen

P99_MS = 25.0
MAX_MS = 60.0
KEPT_SPEED = 0.90
# processors that everything else on the machine may keep busy in a round that counts
QUIET = 0.15
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


@dataclass(frozen=True)
class Round:
    """What one round measured.

    Attributes
    ----------
    empty, window
        Intervals between ticks in milliseconds.
    speed, headless
        Epochs a second.
    others
        Processors that everything else on the machine kept busy.
    """

    empty: list[float]
    window: list[float]
    speed: float
    headless: float
    others: float

    @property
    def quiet(self) -> bool:
        return self.others <= QUIET

    def __str__(self) -> str:
        return (
            f"p99 {percentile(self.window, 99):.1f} ms (empty {percentile(self.empty, 99):.1f}), "
            f"max {max(self.window):.1f} (empty {max(self.empty):.1f}), {self.speed:,.0f} "
            f"epochs/s (headless {self.headless:,.0f}); others kept {self.others:.2f} "
            f"processors busy{'' if self.quiet else ': disturbed'}"
        )


def one_round(number: int, seconds: float, home: Path, environment: dict[str, str]) -> Round:
    """Measure the empty window, ours, and the command line, one after the other."""
    job = home / "copper.toml"
    begin, ours_before, busy_before = time.monotonic(), _own_seconds(), _busy_seconds()
    empty = ticks_of("empty", seconds, job, environment)
    window = ticks_of("anomalyst", seconds, job, environment)
    headless = headless_speed(job, home / f"run-{number}", seconds, environment)
    ours, busy = _own_seconds() - ours_before, _busy_seconds() - busy_before
    others = max(0.0, busy - ours) / (time.monotonic() - begin)
    return Round(
        empty["intervals"], window["intervals"], window["epochs_a_second"], headless, others
    )


def _busy_seconds() -> float:
    times = psutil.cpu_times()
    return float(times.user + times.system + getattr(times, "nice", 0.0))


def _own_seconds() -> float:
    """Return what this process, all that it started and waited for, and its Xvfb took."""
    times = os.times()
    running = [child.cpu_times() for child in psutil.Process().children()]
    return sum(times[:4]) + sum(child.user + child.system for child in running)


def measure(rounds: int, seconds: float) -> list[Figure]:
    """Go through the rounds; return the medians over all, and judge those of the quiet ones."""
    done: list[Round] = []
    with screen() as environment, tempfile.TemporaryDirectory() as home:
        environment |= {"PYTHONPATH": str(ROOT), "ANOMALYST_HOME": home, "TMPDIR": home}
        while sum(a.quiet for a in done) < rounds and len(done) < 2 * rounds:
            done.append(one_round(len(done), seconds, Path(home), environment))
            note(f"round {len(done)}: {done[-1]}")
    counted = [a for a in done if a.quiet]
    figures = [
        Figure("smoothness.quiet_rounds", len(counted), f"of {len(done)}"),
        Figure("smoothness.others", statistics.median(a.others for a in done), "processors"),
        # every round, chosen by nothing: what a reader of the figures below can check them by
        *_medians("all_rounds", done, judged=False),
    ]
    if len(counted) < rounds:
        note(f"only {len(counted)} of {rounds} quiet rounds: the bars are left undecided")
    if counted:
        figures += _medians("smoothness", counted, judged=len(counted) >= rounds)
    return figures


def _medians(prefix: str, rounds: list[Round], *, judged: bool) -> list[Figure]:
    """Return the medians over rounds, held against the bars or only told."""
    median = statistics.median
    figures = [
        at_most(f"{prefix}.p99", median(percentile(a.window, 99) for a in rounds), "ms", P99_MS),
        at_most(f"{prefix}.max", median(max(a.window) for a in rounds), "ms", MAX_MS),
        at_least(
            f"{prefix}.speed_kept",
            median(a.speed / a.headless for a in rounds),
            "× headless",
            KEPT_SPEED,
        ),
    ]
    if not judged:
        figures = [replace(figure, holds=None) for figure in figures]
    return [
        *figures,
        Figure(f"{prefix}.longest_tick", max(max(a.window) for a in rounds), "ms"),
        Figure(f"{prefix}.empty.p99", median(percentile(a.empty, 99) for a in rounds), "ms"),
        Figure(f"{prefix}.empty.max", median(max(a.empty) for a in rounds), "ms"),
        Figure(f"{prefix}.window_speed", median(a.speed for a in rounds), "epochs/s"),
        Figure(f"{prefix}.headless_speed", median(a.headless for a in rounds), "epochs/s"),
    ]


if __name__ == "__main__":
    asked = [float(word) for word in sys.argv[1:]]
    rounds = int(asked[0]) if asked else ROUNDS
    sys.exit(show(measure(rounds, asked[1] if len(asked) > 1 else SECONDS)))
