"""Answers about drawings: the newest wins, and none comes back to a cleared pad."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from core.events import Finished
from datasets.messages import message
from gui.image_pages.draw_asking import DrawAsking, Drawn


class Worker(QObject):
    died = Signal()


class Queue:
    """Keeps what was asked, so that a test answers when it wants."""

    busy = False

    def __init__(self) -> None:
        self.worker = Worker()
        self.done: list[Callable[[Finished], None]] = []
        self.failed: list[Callable[[object, str], None]] = []

    def ask(self, words, done, failed) -> None:
        self.done.append(done)
        self.failed.append(failed)


class Shelf:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new_path(self, suffix: str) -> Path:
        return self._folder / f"drawing{suffix}"


@pytest.fixture
def queue(qapp) -> Queue:
    return Queue()


@pytest.fixture
def asking(queue, tmp_path: Path) -> DrawAsking:
    return DrawAsking(cast(Any, Shelf(tmp_path)), cast(Any, queue))


def drawn(value: int) -> Drawn:
    return Drawn(Path("run"), np.full((1, 8, 8), value, np.uint8), "")


def answer(share: float) -> Finished:
    return Finished(message("said"), {"classes": ["0", "1"], "probabilities": [share, 1 - share]})


def test_an_answer_that_comes_after_the_pad_was_cleared_is_dropped(asking, queue):
    asking.want(drawn(1))
    asking.want(None)
    queue.done[0](answer(0.9))
    assert asking.seen is None
    assert not asking.busy


def test_a_failure_that_comes_after_the_pad_was_cleared_is_dropped(asking, queue):
    asking.want(drawn(1))
    asking.want(None)
    queue.failed[0](message("too late"), "")
    assert asking.failure is None


def test_what_is_drawn_after_clearing_is_answered(asking, queue):
    asking.want(drawn(1))
    asking.want(None)
    asking.want(drawn(2))
    assert len(queue.done) == 1
    queue.done[0](answer(0.9))
    assert asking.seen is None
    queue.done[1](answer(0.2))
    assert asking.seen is not None
    assert asking.seen.probabilities == (0.2, 0.8)
    assert asking.seen.drawn.image[0, 0, 0] == 2
