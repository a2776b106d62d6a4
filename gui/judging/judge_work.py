"""Has a finished run looked at further, beside the window: other methods, fewer samples, why."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.services import Services

Further = Literal["baselines", "learning curve", "why"]


class JudgeWork(QObject):
    """Asks for one thing of a run after the other; the files land in the folder of the run."""

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._under_way: set[tuple[str, Further]] = set()

    def is_under_way(self, run: RunFolder | None, what: Further) -> bool:
        """Whether somebody has asked for it and there is no answer yet."""
        return run is not None and (str(run.path), what) in self._under_way

    def ask(self, run: RunFolder, what: Further) -> None:
        """Ask for other methods or a learning curve; `changed` tells when they are there."""
        key = (str(run.path), what)
        if key in self._under_way:
            return
        self._under_way.add(key)
        self.changed.emit()

        def over() -> None:
            if isValid(self):
                self._under_way.discard(key)
                self.changed.emit()

        def done(event: Finished) -> None:
            over()

        def failed(failure: Message, traceback: str) -> None:
            self._services.say_failure(failure, traceback)
            over()

        self._services.tasks.ask(_words(str(run.path), what), done, failed)


def _words(run: str, what: Further) -> list[str]:
    """Return the command that answers; its file lands in the run folder."""
    if what == "why":
        return ["explain", run, "--out", run]
    option = {"baselines": "--baselines", "learning curve": "--learning-curve"}[what]
    return ["judge", run, "--out", run, option]
