"""Asks a helper process about the inside of a network: one question at a time, the newest next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.events import Finished
from datasets.messages import Message
from gui.image_pages.inside_answers import Answer, AnswerShelf, Question
from gui.tasks import TaskQueue


class Asking(QObject):
    """Keeps the last answer while the next one is on its way.

    Attributes
    ----------
    found
        The last answer, which may be to an older question; None before the first.
    failure
        Why the newest question has no answer.
    cancelled
        Whether somebody cancelled it.
    """

    changed = Signal()
    # a traceback comes with it: a bug of ours
    bug = Signal(object, str)

    def __init__(self, shelf: AnswerShelf, queue: TaskQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._queue = shelf, queue
        self._wanted: Question | None = None
        self._asked: Question | None = None
        self.found: Answer | None = None
        self.failure: Message | None = None
        self.cancelled = False
        queue.worker.died.connect(self._look_after_death)

    @property
    def busy(self) -> bool:
        """Whether the answer to the newest question is still to come."""
        if self._wanted is None or self.failure is not None or self.cancelled:
            return False
        return self.found is None or self.found.question != self._wanted

    def want(self, question: Question | None) -> None:
        """Ask; what was asked before and has not begun is never carried out."""
        if question == self._wanted and not self.cancelled:
            return
        self._wanted, self.failure, self.cancelled = question, None, False
        if question is None:
            self.found = None
        else:
            self.found = self._shelf.get(question) or self.found
        self._ask()
        self.changed.emit()

    def again(self) -> None:
        """Ask once more what was cancelled or failed."""
        question, self._wanted = self._wanted, None
        self.want(question)

    def cancel(self) -> None:
        """End the present question."""
        if self._asked is not None:
            self._queue.cancel()

    def _ask(self) -> None:
        if self._asked is not None or not self.busy:
            return
        question = self._asked = self._wanted
        assert question is not None
        path = self._shelf.new_path()
        self._queue.ask([*question.words, "--out", str(path)], self._take, self._fail)

    def _take(self, finished: Finished) -> None:
        question, self._asked = self._asked, None
        if question is None:
            return
        out = finished.values.get("out")
        path = Path(out) if out else None
        answer = Answer(question, finished.message, finished.values, path)
        self._shelf.put(answer)
        if self._wanted is not None:
            # an answer to an older question is nearer to what is wanted than one before it
            self.found = answer
        self._ask()
        self.changed.emit()

    def _fail(self, failure: Message, traceback: str) -> None:
        question, self._asked = self._asked, None
        if question == self._wanted:
            self.failure = failure
            if traceback:
                self.bug.emit(failure, traceback)
        self._ask()
        self.changed.emit()

    def _look_after_death(self) -> None:
        # the queue tells of a crash itself, and of a cancelled question nobody
        QTimer.singleShot(0, self, self._give_up)

    def _give_up(self) -> None:
        if self._asked is not None and not self._queue.busy:
            self._asked = None
            self.cancelled = True
            self.changed.emit()
