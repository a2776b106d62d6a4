"""What the pages that look inside a network need of the window: services and a helper process."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event, Failed, Finished
from gui.image_session import ImageSession
from gui.settings import Settings

Task = tuple[list[str], Callable[..., None], Callable[..., None]]


class Worker(QObject):
    died = Signal()


class Helper:
    """Carries out what was asked when the test says so; `cancel` loses everything, as the real."""

    def __init__(self) -> None:
        self.worker = Worker()
        self.waiting: list[Task] = []
        self.asked: list[list[str]] = []

    @property
    def busy(self) -> bool:
        return bool(self.waiting)

    def ask(self, words: list[str], done: Callable[..., None], failed: Callable[..., None]) -> None:
        self.asked.append(words)
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

    def cancel(self) -> None:
        self.waiting.clear()
        self.worker.died.emit()


class SmallServices(QObject):
    """Services with a helper process of the test's own."""

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.images = ImageSession()
        self.session = None
        self.settings = Settings()
        self.seer = self.tasks = Helper()
        self.wishes: list[Any] = []

    def go(self, page: str) -> None:
        self.wishes.append(("go", page))

    def say(self, text: str, *_: object) -> None:
        self.wishes.append(("say", text))

    def say_failure(self, failure: object, _: str = "") -> None:
        self.wishes.append(("failure", str(failure)))


def small_furniture(services: SmallServices) -> Any:
    """Return a furniture that notes what it is asked for."""
    opening = SimpleNamespace(images=SimpleNamespace(open=lambda path: services.go(path)))
    made = SimpleNamespace(services=services, opening=opening, pages={})
    made.page = lambda name: made.pages[name]
    return made
