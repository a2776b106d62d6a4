"""What the status bar and the title say: which work goes on, how far it is, where one is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.events import ImageProgress, Progress, TaskProgress
from core.numbers import duration, rate, three_digits
from gui.image_figures import image_figures, steps_done
from gui.services import Services
from gui.time_left import TimeLeft
from gui.translating import core_message

if TYPE_CHECKING:
    from gui.window import MainWindow


class Telling(QObject):
    """Keeps the status bar true; whoever makes it connects its methods to the services."""

    def __init__(self, window: MainWindow, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._status = window.status
        self._services = services
        self._time_left = TimeLeft()

    def show_place(self) -> None:
        """Name the project, in the bar and in the title."""
        session = self._services.working
        name = self.tr("Not saved as a project")
        if session.project_path is not None:
            name = session.project_path.name
        self._status.show_place("" if session.is_empty else name)
        self._window.setWindowTitle(
            session.project_path.stem if session.project_path is not None else ""
        )

    def show_work(self) -> None:
        """Say what goes on when nothing reports progress of its own."""
        words = {
            "idle": self.tr("Ready"),
            "starting": self.tr("Starting the run…"),
            "training": self.tr("Training"),
            "paused": self.tr("Paused"),
            "stopping": self.tr("Stopping…"),
        }
        self._time_left.forget()
        state = self._services.trainer.state
        if state == "idle" and self._services.search is not None:
            self.show_search()
            return
        self._status.show_text(words[state])
        progress = self._services.trainer.progress
        if state == "idle" or progress is None:
            self._status.show_progress(0, 0 if state in ("idle", "paused") else -1)
        else:
            self._status.show_progress(*_part_done(progress))

    def show_training(self, progress: Progress | ImageProgress) -> None:
        """Say how far the run is."""
        # what is read or written meanwhile is short, and can be cancelled where it is shown
        if self._services.trainer.state != "training" or self._services.tasks.busy:
            return
        if isinstance(progress, ImageProgress):
            figures = image_figures(progress, self._services.trainer.device)
            self._status.show_text("  ·  ".join([self.tr("Training"), *figures]))
            self._status.show_progress(*steps_done(progress))
            return
        parts = [
            self.tr("Training"),
            self.tr("epoch {epoch} of {epochs}").format(
                epoch=f"{progress.epoch:,}", epochs=f"{progress.epochs:,}"
            ),
            self.tr("loss {loss}").format(loss=three_digits(progress.training_loss)),
            rate(progress.epochs_per_second, self.tr("epochs")),
            self.tr("at most {time} left").format(time=duration(max(progress.seconds_left, 1.0))),
            self._services.trainer.device.upper(),
        ]
        self._status.show_text("  ·  ".join(parts))
        self._status.show_progress(progress.epoch, progress.epochs)

    def show_search(self) -> None:
        """Say how far a search of settings is, where nothing else goes on."""
        search = self._services.search
        if self._services.tasks.busy or self._services.trainer.state != "idle":
            return
        if search is None:
            self.show_work()
            return
        parts = [self.tr("Paused") if search.paused else core_message(search.progress.what) + "…"]
        if search.left is not None and not search.paused:
            parts.append(self.tr("about {time} left").format(time=duration(max(search.left, 1.0))))
        self._status.show_text("  ·  ".join(parts))
        self._status.show_progress(search.progress.done, search.progress.total)

    def show_opening(self, source: str) -> None:
        """Say that a table is read, before the worker has a word on it."""
        self._status.show_text(self.tr("Reading {name}…").format(name=source))
        self._status.show_progress(0, -1, can_cancel=True)

    def show_task(self, progress: TaskProgress) -> None:
        """Say what the worker does, how far it is and how long it still takes."""
        said = core_message(progress.what) + "…"
        left = self._time_left.update(progress.done, progress.total, time.monotonic())
        if left is not None:
            said += "  ·  " + self.tr("about {time} left").format(time=duration(max(left, 1.0)))
        self._status.show_text(said)
        total = progress.total if progress.done else -1
        self._status.show_progress(progress.done, total, can_cancel=True)


def _part_done(progress: Progress | ImageProgress) -> tuple[int, int]:
    """Return how much of how much of the training is done."""
    if isinstance(progress, ImageProgress):
        return steps_done(progress)
    return progress.epoch, progress.epochs
