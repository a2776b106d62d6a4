"""Small sets of images as the window holds them, and a furniture for one page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event, Failed, Finished
from datasets.images.image_reading import ImageReading
from datasets.messages import Message, message
from gui.image_info import ImageInfo
from gui.image_session import ImageSession
from gui.settings import Settings


def make_images(
    folder: Path,
    counts: tuple[int, ...] = (40, 25, 10),
    *,
    unlabelled: int = 0,
    test: int = 0,
    shape: tuple[int, int, int] = (1, 8, 8),
    notices: tuple[Message, ...] = (),
) -> ImageInfo:
    """Write images of each class, mixed; every pixel of an image has a value told by its row."""
    rng = np.random.default_rng(3)
    labels = np.repeat(np.arange(len(counts)), counts)
    labels = rng.permutation(np.concatenate([labels, np.full(unlabelled, -1)]))
    rows = np.arange(len(labels))
    is_test = np.zeros(len(labels), np.bool_)
    is_test[rng.permutation(rows)[:test]] = True
    pixels = np.empty((len(labels), *shape), np.uint8)
    pixels[:] = (rows % 251)[:, None, None, None]
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "pixels.npy", pixels)
    np.save(folder / "labels.npy", labels)
    np.save(folder / "is_test.npy", is_test)
    return ImageInfo(
        source="/data/some.npz",
        fingerprint="0" * 64,
        shape=pixels.shape,
        class_names=tuple("abcdefgh"[: len(counts)]),
        counts=counts,
        test=test,
        unlabelled=unlabelled,
        folder=folder,
        notices=notices or (message("Dark strokes were inverted."),),
    )


def read_digits(folder: Path) -> ImageInfo:
    """Return scikit-learn's digits, read as the helper process reads them."""
    events: list[Event] = []
    words = ["images", "example:digits", "--out", str(folder), "--json"]
    run_words(words, Channel(events.append, Control()))
    last = events[-1]
    assert isinstance(last, Finished), last
    return ImageInfo.from_values(last.values, ImageReading())


class Seer:
    """Carries out what was asked when the test says so, as the helper process does."""

    def __init__(self) -> None:
        self.waiting: list[tuple[list[str], Callable[..., None], Callable[..., None]]] = []

    def ask(self, words: list[str], done: Callable[..., None], failed: Callable[..., None]) -> None:
        self.waiting.append((words, done, failed))

    def answer(self) -> None:
        words, done, failed = self.waiting.pop(0)
        events: list[Event] = []
        run_words([*words, "--json"], Channel(events.append, Control()))
        last = events[-1]
        if isinstance(last, Failed):
            failed(last.message, last.traceback)
        else:
            assert isinstance(last, Finished)
            done(last)

    def answer_all(self) -> None:
        while self.waiting:
            self.answer()


class Wishes:
    """Notes what a page asks the window for."""

    def __init__(self) -> None:
        self.made: list[Any] = []

    def make(self, *wish: Any) -> None:
        self.made.append(wish)


def furniture_of(session: ImageSession, seer: Seer, wishes: Wishes) -> Any:
    """Return what a page of the road of images needs of the window."""
    services = SimpleNamespace(
        session=None,
        images=session,
        settings=Settings(),
        seer=seer,
        tasks=seer,
        say=wishes.make,
        say_failure=wishes.make,
        go=lambda page: wishes.make("go", page),
    )
    return SimpleNamespace(
        services=services,
        open=lambda kind, what: wishes.make("open", kind),
        opening=SimpleNamespace(
            images=SimpleNamespace(read_again=lambda reading: wishes.make("read", reading))
        ),
        running=SimpleNamespace(train=lambda: wishes.make("train")),
        name_of=lambda source: source,
        obstacle_text=lambda: str(session.obstacle) if session.obstacle is not None else "",
    )
