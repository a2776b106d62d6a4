"""Services that answer questions in this process, when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from core.events import Failed, Finished
from datasets.messages import message
from gui.services import Services
from gui.settings import Settings

Ended = Callable[..., None]


@dataclass
class Seer:
    """Stands in the place of the helper process: keeps questions until it is told to answer.

    Attributes
    ----------
    asked
        The words of every question, in their order.
    answers
        What answers words; a `Finished` or `Failed`.
    """

    answers: Callable[[list[str]], Any]
    asked: list[list[str]] = field(default_factory=list)
    waiting: list[tuple[list[str], Ended, Ended]] = field(default_factory=list)

    def ask(self, words: list[str], done: Ended, failed: Ended) -> None:
        """Keep a question."""
        self.asked.append(words)
        self.waiting.append((words, done, failed))

    def answer(self) -> None:
        """Answer the first question that waits."""
        words, done, failed = self.waiting.pop(0)
        last = self.answers(words)
        if isinstance(last, Failed):
            failed(last.message, last.traceback)
        else:
            done(last)

    def answer_all(self) -> None:
        """Answer until nothing waits."""
        while self.waiting:
            self.answer()


def services_with(
    answers: Callable[[list[str]], Any], monkeypatch: pytest.MonkeyPatch
) -> tuple[Services, Seer]:
    """Return services whose seer is this one."""
    made, seer = Services(Settings()), Seer(answers)
    monkeypatch.setattr(made.seer, "ask", seer.ask)
    return made, seer


def finished(cell: dict[str, Any]) -> Finished:
    """Return the end of the verb `explain` with one row."""
    return Finished(message("told"), {"out": "", "explanation": {"format": 1, "cell": cell}})
