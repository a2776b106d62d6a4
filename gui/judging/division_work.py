"""Asks the worker how a job divides its samples, one question at a time, the newest next."""

from __future__ import annotations

import hashlib
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from core.events import Finished
from core.files import write_text
from core.job_file import job_text
from core.places import cache_folder
from core.window_job import SurveyJob
from datasets.messages import Message
from gui.services import Services

PATIENCE_MS = 200
# how a person sees the answer: values of the verb `divide`, or why there is none
Answer = dict[str, Any] | Message


class DivisionWork(QObject):
    """Keeps the answer to what was asked last."""

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wanted: SurveyJob | None = None
        self._asked = ""
        self._answered = ""
        self.answer: Answer | None = None
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._wanted is not None and _key(self._wanted) != self._answered

    def want(self, job: SurveyJob | None) -> None:
        """Ask about a job soon; None for nothing."""
        self._wanted = job
        if job is None:
            self.answer, self._answered = None, ""
            self._timer.stop()
            self.changed.emit()
        elif self.busy:
            self._timer.start()
            self.changed.emit()

    def stop(self) -> None:
        """Hear of nothing any more."""
        self._wanted = None
        self._timer.stop()

    def _ask(self) -> None:
        job = self._wanted
        if job is None or self._asked or not self.busy:
            return
        self._asked = key = _key(job)
        path = cache_folder() / "divided" / f"{key}.toml"
        try:
            write_text(path, job_text(job))
        except OSError as error:
            self._asked = ""
            self._services.say(str(error), "error")
            return

        def done(event: Finished) -> None:
            path.unlink(missing_ok=True)
            self._take(key, event.values)

        def failed(failure: Message, traceback: str) -> None:
            path.unlink(missing_ok=True)
            if traceback:
                self._services.say_failure(failure, traceback)
            self._take(key, failure)

        self._services.tasks.ask(["divide", str(path)], done, failed)

    def _take(self, key: str, answer: Answer) -> None:
        # the window may have been made anew in another language meanwhile
        if not isValid(self):
            return
        self._asked = ""
        if self._wanted is None:
            return
        self.answer, self._answered = answer, key
        self.changed.emit()
        self._ask()


def _key(job: SurveyJob) -> str:
    """Return what tells apart jobs that divide otherwise."""
    said = (job.data.model_dump_json(), job.judging.model_dump_json(), str(job.training.seed))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
