"""How evenly the window ticks while a CNN learns digits and its curves are drawn.

    python -m benchmarks.image_smoothness [ROUNDS] [SECONDS]

As `benchmarks.smoothness`, for the road of images: an empty window, and the real one on its Train
page while the 8 × 8 digits are trained without end.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, at_most, note, percentile, show
from benchmarks.screen import screen
from benchmarks.smoothness import MAX_MS, P99_MS, ticks_of

ROUNDS = 3
SECONDS = 10.0


def measure(rounds: int, seconds: float) -> list[Figure]:
    """Return the figures of all rounds."""
    empty: list[float] = []
    window: list[float] = []
    speeds: list[float] = []
    with tempfile.TemporaryDirectory() as folder, screen() as shown:
        environment = {**os.environ, **shown, "ANOMALYST_HOME": folder}
        for number in range(rounds):
            empty += ticks_of("empty", seconds, Path(folder) / "none", environment)["intervals"]
            found = ticks_of("digits", seconds, Path(folder) / "none", environment)
            window += found["intervals"]
            speeds.append(found["samples_a_second"])
            note(f"round {number + 1}: max {max(found['intervals']):.1f} ms")
    return [
        at_most("image_smoothness.p99", percentile(window, 99), "ms", P99_MS),
        at_most("image_smoothness.max", max(window), "ms", MAX_MS),
        Figure("image_smoothness.empty_max", max(empty), "ms"),
        Figure("image_smoothness.samples", statistics.median(speeds), "images a second"),
    ]


if __name__ == "__main__":
    given = sys.argv[1:]
    wanted = int(given[0]) if given else ROUNDS
    sys.exit(show(measure(wanted, float(given[1]) if len(given) > 1 else SECONDS)))
