"""A process with a window and a 60 Hz timer in it; `smoothness` starts it and reads what it says.

It prints one JSON object: the intervals between the ticks, and what was trained meanwhile.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from core.events import ImageProgress, Progress
from core.job import Training
from gui.app import make_application, make_window
from gui.window import MainWindow

TICK_MS = 16
WARM_UP_S = 2.0
LOOK_MS = 50


class Ticks(QObject):
    """Records the intervals between the ticks of a timer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.intervals: list[float] = []
        self._last: float | None = None
        timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self.intervals.append(1000 * (now - self._last))
        self._last = now


class Survey(QObject):
    """Drives the real window: open the copper example, train it, measure, end."""

    def __init__(self, window: MainWindow, seconds: float, job_copy: Path) -> None:
        super().__init__(window)
        self._window = window
        self._seconds = seconds
        self._job_copy = job_copy
        self._progress: list[tuple[float, int]] = []
        self._maps = 0
        window.furnished.connect(self._open)

    def _open(self) -> None:
        self._window.open("example", "copper")
        self._wait_for_table()

    def _wait_for_table(self) -> None:
        assert self._window.furniture is not None
        session = self._window.furniture.services.session
        if session.table is None:
            QTimer.singleShot(LOOK_MS, self._wait_for_table)
            return
        trainer = self._window.furniture.services.trainer
        trainer.set_pace(0)
        # A goal out of reach, for the run must outlast the measurement: rounding keeps the error
        # of this network at about 1e-33, which it meets after some 1,000 epochs.
        endless = {"error_goal": 1e-300, "epochs": 10_000_000, "patience": 0}
        kept = session.training.model_dump()
        session.set_training(Training.model_validate({**kept, **endless}))
        # the window shows a bug in a dialog; here it must end the measurement instead
        sys.excepthook = _fail
        trainer.progressed.connect(self._note_progress)
        trainer.map_changed.connect(self._count_map)
        self._window.furniture.running.train()
        self._wait_for_training()

    def _wait_for_training(self) -> None:
        if not self._progress:
            QTimer.singleShot(LOOK_MS, self._wait_for_training)
            return
        QTimer.singleShot(int(1000 * WARM_UP_S), self._measure)

    def _measure(self) -> None:
        self._progress.clear()
        self._maps = 0
        self._ticks = Ticks(self)
        QTimer.singleShot(int(1000 * self._seconds), self._end)

    def _note_progress(self, progress: Progress) -> None:
        self._progress.append((time.perf_counter(), progress.epoch))

    def _count_map(self, _: object) -> None:
        self._maps += 1

    def _end(self) -> None:
        assert self._window.furniture is not None
        services = self._window.furniture.services
        (begin, first), (end, last) = self._progress[0], self._progress[-1]
        assert services.trainer.run is not None
        self._job_copy.write_bytes(services.trainer.run.job_path.read_bytes())
        # closing the window would ask what becomes of the run
        services.close()
        _tell(
            intervals=self._ticks.intervals,
            epochs_a_second=(last - first) / (end - begin),
            maps=self._maps,
        )


class Digits(QObject):
    """Drives the real window: open the 8 × 8 digits, train a CNN, measure, end."""

    def __init__(self, window: MainWindow, seconds: float) -> None:
        super().__init__(window)
        self._window = window
        self._seconds = seconds
        self._samples: list[float] = []
        window.furnished.connect(lambda: window.open("example-images", "digits"))
        window.furnished.connect(self._wait_for_images)

    def _wait_for_images(self) -> None:
        assert self._window.furniture is not None
        services = self._window.furniture.services
        if services.images.images is None:
            QTimer.singleShot(LOOK_MS, self._wait_for_images)
            return
        endless = {"epochs": 1_000_000, "patience": 0, "schedule": "constant"}
        services.images.set_training(services.images.training.model_copy(update=endless))
        sys.excepthook = _fail
        services.trainer.progressed.connect(self._note_progress)
        self._window.furniture.running.train()
        self._wait_for_training()

    def _wait_for_training(self) -> None:
        if not self._samples:
            QTimer.singleShot(LOOK_MS, self._wait_for_training)
            return
        QTimer.singleShot(int(1000 * WARM_UP_S), self._measure)

    def _measure(self) -> None:
        self._samples.clear()
        self._ticks = Ticks(self)
        QTimer.singleShot(int(1000 * self._seconds), self._end)

    def _note_progress(self, progress: ImageProgress) -> None:
        self._samples.append(progress.samples_per_second)

    def _end(self) -> None:
        assert self._window.furniture is not None
        self._window.furniture.services.close()
        _tell(
            intervals=self._ticks.intervals,
            samples_a_second=sum(self._samples) / len(self._samples),
            reports=len(self._samples),
        )


def _tell(**values: object) -> None:
    print(json.dumps(values), flush=True)
    os._exit(0)


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    # the worker ends itself once its input is gone
    os._exit(1)


def main(which: str, seconds: float, job_copy: Path) -> None:
    """Show a window and measure; "empty" does nothing, "anomalyst" and "digits" train."""
    app = make_application(sys.argv)
    if which == "empty":
        app.setStyle("Fusion")
        empty = QMainWindow()
        empty.resize(1280, 800)
        empty.show()

        def measure() -> None:
            ticks = Ticks(empty)
            QTimer.singleShot(int(1000 * seconds), lambda: _tell(intervals=ticks.intervals))

        QTimer.singleShot(int(1000 * WARM_UP_S), measure)
        app.exec()
    window = make_window(app)
    if which == "digits":
        Digits(window, seconds)
    else:
        Survey(window, seconds, job_copy)
    window.show()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
