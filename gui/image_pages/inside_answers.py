"""Answers about the inside of a network, kept while the program runs: asked once, shown often."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.places import cache_folder
from datasets.messages import Message

# bytes of the answers that are kept; the longest unused ones go first
MOST_BYTES = 128 * 2**20


@dataclass(frozen=True)
class Question:
    """Words of a command about a model.

    Attributes
    ----------
    stamp
        What changes when the model does, so that no answer about an older one is taken.
    """

    words: tuple[str, ...]
    stamp: str = ""


class Answer:
    """What a command found; its arrays are read where they are looked at.

    Parameters
    ----------
    path
        The .npz of the arrays; None without any.
    """

    def __init__(
        self, question: Question, said: Message, values: dict[str, Any], path: Path | None
    ) -> None:
        self.question = question
        self.said = said
        self.values = values
        self.path = path
        self.bytes = path.stat().st_size if path is not None else 0
        # bytes of the whole file, so that nothing stays open; each array is made when looked at
        self._packed = path.read_bytes() if path is not None else b""
        self._arrays: dict[str, NDArray[Any]] = {}

    def array(self, name: str) -> NDArray[Any]:
        """Return an array by its name; the first look reads it."""
        if name not in self._arrays:
            with np.load(BytesIO(self._packed), allow_pickle=False) as archive:
                self._arrays[name] = archive[name]
        return self._arrays[name]

    def forget(self) -> None:
        """Delete the file; whoever still shows the answer has it in memory."""
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()


class AnswerShelf(QObject):
    """Lives as long as the services, so that a change of language or colours asks nothing anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        parent_folder = cache_folder()
        parent_folder.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix="inside-", dir=parent_folder))
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._numbers = count()
        self._answers: OrderedDict[Question, Answer] = OrderedDict()

    def new_path(self, suffix: str = ".npz") -> Path:
        """Return a place for the arrays of an answer, or for what a question is about."""
        return self._folder / f"{next(self._numbers)}{suffix}"

    def get(self, question: Question) -> Answer | None:
        """Return a kept answer."""
        answer = self._answers.get(question)
        if answer is not None:
            self._answers.move_to_end(question)
        return answer

    def put(self, answer: Answer) -> None:
        """Keep an answer; the longest unused ones go when there is too much."""
        self._answers[answer.question] = answer
        while sum(each.bytes for each in self._answers.values()) > MOST_BYTES:
            if len(self._answers) == 1:
                break
            self._answers.popitem(last=False)[1].forget()


def shelf_of(services: QObject) -> AnswerShelf:
    """Return the shelf of the program's services, made at its first use."""
    found = services.findChild(AnswerShelf)
    return found if isinstance(found, AnswerShelf) else AnswerShelf(services)
