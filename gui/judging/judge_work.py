"""Has a finished run judged further, beside the window: other methods, and fewer samples."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.services import Services

Further = Literal["--baselines", "--learning-curve"]


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

        words = ["judge", str(run.path), "--out", str(run.path), what]
        self._services.tasks.ask(words, done, failed)
