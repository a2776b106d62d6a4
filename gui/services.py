"""What every page is given: the session, the workers, and a way to speak to the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.events import TaskProgress
from datasets.messages import Message
from gui.failures import FailureHook, log_bug
from gui.image_session import ImageSession
from gui.session import Session
from gui.settings import Settings
from gui.tasks import TaskQueue
from gui.trainer import Trainer
from gui.translating import core_message


@dataclass(frozen=True)
class Search:
    """How far a search of settings is; `left` are seconds, None where nobody can know."""

    progress: TaskProgress
    left: float | None
    paused: bool


class Services(QObject):
    """Lives as long as the program; pages come and go with language and colours."""

    said = Signal(str, str, str, object)
    bug_found = Signal(str, str)
    page_wanted = Signal(str)
    kind_changed = Signal()
    search_changed = Signal()
    closing = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.session = Session(self)
        self.images = ImageSession(self)
        # what one works on: it decides which pages there are
        self.kind: Literal["table", "images"] = "table"
        self.tasks = TaskQueue(self)
        # answers while one draws or looks inside; started by its first question
        self.seer = TaskQueue(self, warm_for="see")
        self.trainer = Trainer(self)
        self.search: Search | None = None
        self.failures = FailureHook(self)
        self.failures.install()

    @property
    def working(self) -> Session | ImageSession:
        """The session of what one works on."""
        return self.session if self.kind == "table" else self.images

    def work_on(self, kind: Literal["table", "images"]) -> None:
        """Turn to tables or to images; the other session stays as it is."""
        if kind != self.kind:
            self.kind = kind
            self.kind_changed.emit()

    def say(
        self,
        text: str,
        kind: str = "info",
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence with at most one action across the top of the window."""
        self.said.emit(text, kind, action, do)

    def say_failure(self, failure: Message, traceback: str = "") -> None:
        """Show why a command failed; a traceback means a bug of ours and can be copied."""
        if traceback:
            log_bug(f"{failure}\n{traceback}")
            self.bug_found.emit(core_message(failure), traceback)
        else:
            self.say(core_message(failure), "error")

    def show_search(self, search: Search | None) -> None:
        """Say how far a search is, None when it ended."""
        self.search = search
        self.search_changed.emit()

    def go(self, page: str) -> None:
        """Ask the window to show a page by its name."""
        self.page_wanted.emit(page)

    def close(self) -> None:
        """End the workers and stop catching errors."""
        self.closing.emit()
        self.failures.uninstall()
        workers = (self.tasks.worker, self.seer.worker, self.trainer.worker)
        for worker in workers:
            worker.hang_up()
        for worker in workers:
            worker.close()
