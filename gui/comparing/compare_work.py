"""Has runs held against each other beside the window: predictions are read and drawn anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.services import Services


class CompareWork(QObject):
    """Asks the verb `compare`; only what the last question brings counts.

    Attributes
    ----------
    answer
        The values of the end of the verb; None before there are any, or where it failed.
    failure
        Why it failed, None where it did not.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._question = 0
        self.answer: dict[str, Any] | None = None
        self.failure: Message | None = None

    def ask(self, runs: Sequence[RunFolder]) -> None:
        """Ask about runs; `changed` tells at once that the old answer is gone, then of the new."""
        self._question += 1
        number = self._question
        self.answer, self.failure = None, None
        self.changed.emit()

        def done(event: Finished) -> None:
            self._take(number, event.values, None)

        def failed(failure: Message, traceback: str) -> None:
            if traceback:
                self._services.say_failure(failure, traceback)
            self._take(number, None, failure)

        words = ["compare", *(str(run.path) for run in runs), "--verdicts"]
        self._services.tasks.ask(words, done, failed)

    def forget(self) -> None:
        """Let an answer that is still to come be nobody's."""
        self._question += 1

    def _take(self, number: int, answer: dict[str, Any] | None, failure: Message | None) -> None:
        if isValid(self) and number == self._question:
            self.answer, self.failure = answer, failure
            self.changed.emit()
