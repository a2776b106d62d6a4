"""Asks what the network makes of a drawing: one question at a time, and the newest one next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from core.events import Finished
from datasets.messages import Message
from gui.image_pages.inside_answers import AnswerShelf
from gui.tasks import TaskQueue


@dataclass(frozen=True, eq=False)
class Drawn:
    """A drawing as the network sees it, uint8 (C, H, W), and the layer whose maps are wanted."""

    run: Path
    image: NDArray[np.uint8]
    layer: str
    member: int = 0


@dataclass(frozen=True, eq=False)
class Seen:
    """What the network made of a drawing.

    Attributes
    ----------
    probabilities
        Of each class.
    maps
        Float32, (M, H, W) or (U,), of the layer; None where none was wanted.
    """

    drawn: Drawn
    classes: tuple[str, ...]
    probabilities: tuple[float, ...]
    maps: NDArray[np.float32] | None


class DrawAsking(QObject):
    """Keeps the last answer while the next one is on its way; nothing of it is kept longer."""

    changed = Signal()
    bug = Signal(object, str)

    def __init__(self, shelf: AnswerShelf, queue: TaskQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._drawing, self._out = shelf.new_path(".npy"), shelf.new_path(".npz")
        self._wanted: Drawn | None = None
        self._asked: Drawn | None = None
        # the question under way when everything was forgotten: its answer is too late
        self._dropped: Drawn | None = None
        self.seen: Seen | None = None
        self.failure: Message | None = None
        queue.worker.died.connect(self._look_after_death)

    @property
    def busy(self) -> bool:
        """Whether the answer about the newest drawing is still to come."""
        return self._wanted is not None or self._asked is not None

    def want(self, drawn: Drawn | None) -> None:
        """Ask about a drawing; None forgets the last answer."""
        self._wanted = drawn
        if drawn is None:
            self._dropped = self._asked
            self.seen = self.failure = None
            self.changed.emit()
            return
        self._ask()

    def _ask(self) -> None:
        if self._asked is not None or self._wanted is None:
            return
        drawn, self._wanted = self._wanted, None
        self._asked = drawn
        np.save(self._drawing, drawn.image, allow_pickle=False)
        words = ["look", str(drawn.run), "--drawing", str(self._drawing)]
        if drawn.layer:
            words += ["--layer", drawn.layer, "--member", str(drawn.member)]
            words += ["--out", str(self._out)]
        self._queue.ask(words, self._take, self._fail)

    def _take(self, finished: Finished) -> None:
        drawn, self._asked = self._asked, None
        if drawn is None:
            return
        self.failure = None
        if drawn is not self._dropped:
            self.seen = _seen(drawn, finished.values)
        self._ask()
        self.changed.emit()

    def _fail(self, failure: Message, traceback: str) -> None:
        drawn, self._asked = self._asked, None
        if drawn is not self._dropped:
            self.failure = failure
        if traceback:
            self.bug.emit(failure, traceback)
        self._ask()
        self.changed.emit()

    def _look_after_death(self) -> None:
        QTimer.singleShot(0, self, self._give_up)

    def _give_up(self) -> None:
        if self._asked is not None and not self._queue.busy:
            self._asked = None
            self._ask()


def _seen(drawn: Drawn, values: dict[str, Any]) -> Seen:
    maps = None
    if "out" in values:
        with np.load(values["out"], allow_pickle=False) as arrays:
            maps = arrays["maps_0"]
    return Seen(drawn, tuple(values["classes"]), tuple(values["probabilities"]), maps)
