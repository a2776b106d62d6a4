"""How fast a map of ten million samples pans and zooms: a grid of cells, and scattered points.

``python -m benchmarks.map [millions]``. Drawn offscreen at 1200 × 800. The reference, in the same
process, is the same map view with 20,000 cells: what a frame costs whatever is shown in it.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
import psutil
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, at_least, at_most, note, percentile, show
from gui.app import make_application
from gui.map_colours import Look
from gui.map_view import MapView

WIDTH, HEIGHT = 1200, 800
FRAMES = 60
FRAMES_A_SECOND = 30.0
MOST_GB = 2.0
TICK_MS = 60.0
NAMES = ("no anomaly", "porphyry", "skarn", "vein")


def grid(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the coordinates of a regular grid."""
    x, y = np.meshgrid(4e5 + 100.0 * np.arange(columns), 4e6 + 100.0 * np.arange(rows))
    return x.ravel(), y.ravel()


def points(number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return scattered coordinates, half of them crowded into a tenth of the survey."""
    random = np.random.default_rng(0)
    x, y = random.uniform(0, 4e5, (2, number))
    x[::2] = 1e5 + random.normal(0, 2e4, len(x[::2]))
    return x, y


def classes(number: int) -> np.ndarray:
    """Return class codes in patches, so that neighbours agree as they do on a real map."""
    return (np.arange(number) // 997 % len(NAMES)).astype(np.int64)


def wait(application: QApplication, view: MapView) -> tuple[float, float]:
    """Let the view do its work; return how long that took and the longest wait of the window."""
    begun = time.perf_counter()
    longest = 0.0
    quiet = 0
    while quiet < 5:
        before = time.perf_counter()
        application.processEvents()
        longest = max(longest, time.perf_counter() - before)
        quiet = 0 if view.busy else quiet + 1
        time.sleep(0.002)
    return time.perf_counter() - begun, 1000 * longest


def frames(view: MapView, move: Callable[[int], None]) -> list[float]:
    """Return what each frame of a movement took, in milliseconds."""
    taken = []
    for number in range(FRAMES):
        begun = time.perf_counter()
        move(number)
        view.plot.viewport().repaint()
        taken.append(1000 * (time.perf_counter() - begun))
    return taken


def movements(view: MapView) -> dict[str, list[float]]:
    """Pan over the whole survey and at tenfold zoom, and zoom in and out."""
    box = view.plot.getPlotItem().getViewBox()

    def pan(number: int) -> None:
        part = 0.02 if number % 20 < 10 else -0.02
        rect = box.viewRect()
        box.translateBy(x=part * rect.width(), y=part * rect.height())

    def zoom(number: int) -> None:
        factor = 0.93 if number < FRAMES / 2 else 1 / 0.93
        box.scaleBy((factor, factor))

    view.fit()
    taken = {"pan": frames(view, pan)}
    view.fit()
    taken["zoom"] = frames(view, zoom)
    view.fit()
    box.scaleBy((0.1, 0.1))
    taken["near"] = frames(view, pan)
    return taken


def one(name: str, view: MapView, application: QApplication) -> list[Figure]:
    """Return the frames a second of each movement, by its slowest twentieth."""
    return [
        at_least(
            f"map.{name}.{movement}", 1000 / percentile(taken, 95), "frames/s", FRAMES_A_SECOND
        )
        for movement, taken in movements(view).items()
    ]


def ready(
    view: MapView, application: QApplication, x: np.ndarray, y: np.ndarray
) -> tuple[float, float]:
    """Lay samples out and colour them; return the seconds and the longest wait."""
    codes = classes(len(x))
    before = time.perf_counter()
    view.set_points(x, y)
    view.set_classes(codes, NAMES)
    own = 1000 * (time.perf_counter() - before)
    seconds, longest = wait(application, view)
    return seconds, max(own, longest)


def measure(millions: float) -> list[Figure]:
    """Measure the reference, the grid and the points."""
    application = make_application(["map"])
    view = MapView()
    view.resize(WIDTH, HEIGHT)
    view.show()
    application.processEvents()
    rows = round(2500 * (millions / 10) ** 0.5)
    ready(view, application, *grid(100, 200))
    reference = statistics.median(movements(view)["pan"])
    figures = [Figure("map.reference", reference, "ms/frame")]
    for name, (x, y) in (
        ("cells", grid(rows, round(1e6 * millions / rows))),
        ("points", points(round(1e6 * millions))),
    ):
        before = psutil.Process().memory_info().rss
        seconds, longest = ready(view, application, x, y)
        figures += [
            Figure(f"map.{name}.set_up", seconds, "s"),
            at_most(f"map.{name}.longest_wait", longest, "ms", TICK_MS),
        ]
        values = np.sin(x / 3e4) + 2
        began = time.perf_counter()
        view.set_values(values, "Cu", "ppm", look=Look(logarithm=True))
        asked = 1000 * (time.perf_counter() - began)
        seconds, longest = wait(application, view)
        figures += [
            Figure(f"map.{name}.recolour", seconds, "s"),
            at_most(f"map.{name}.recolour_wait", max(asked, longest), "ms", TICK_MS),
            *one(name, view, application),
            Figure(
                f"map.{name}.against_reference",
                statistics.median(movements(view)["pan"]) / reference,
                "× 20,000 cells",
            ),
        ]
        wait(application, view)
        used = (psutil.Process().memory_info().rss - before) / 1e9
        note(f"{name}: {used:.2f} GB more than before, coordinates not counted")
    figures.append(at_most("map.peak_memory", _peak_gb(), "GB", MOST_GB))
    view.close()
    return figures


def _peak_gb() -> float:
    """Return the most memory that this process has held so far."""
    memory = psutil.Process().memory_info()
    if sys.platform == "win32":
        return float(memory.peak_wset) / 1e9
    import resource

    # Linux counts in kilobytes, macOS in bytes
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e9


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(show(measure(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0)))
