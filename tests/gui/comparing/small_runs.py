"""Runs to be compared, and a queue that carries out commands in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.events import Failed, Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.image_session import ImageSession
from gui.session import Session
from gui.settings import Settings
from tests.core.small_runs import carry_out, command, small_job


def trained(table: Path, name: str, **settings: Any) -> RunFolder:
    """Train a small network on a table of `tests.core.small_runs.write_table`."""
    path = table.parent / name
    carry_out(small_job(table, **settings), path)
    return RunFolder(path)


class Tasks:
    """Carries out what it is asked when `work` is called, as a worker would later."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self._waiting: list[tuple[list[str], Callable[..., None], Callable[..., None]]] = []

    def ask(
        self,
        words: list[str],
        done: Callable[[Finished], None],
        failed: Callable[[Message, str], None],
    ) -> None:
        self.asked.append(words)
        self._waiting.append((words, done, failed))

    def work(self) -> None:
        """Carry out everything that waits."""
        waiting, self._waiting = self._waiting, []
        for words, done, failed in waiting:
            end = command(*words)[1][-1]
            if isinstance(end, Finished):
                done(end)
            elif isinstance(end, Failed):
                failed(end.message, end.traceback)


class Trainer(QObject):
    """Trains nothing."""

    state_changed = Signal(str)
    active = False


class Services(QObject):
    """What the Runs page needs of the services."""

    kind_changed = Signal()

    def __init__(self, runs: Iterable[RunFolder]) -> None:
        super().__init__()
        self.session, self.images = Session(), ImageSession()
        self.settings, self.trainer = Settings(), Trainer()
        self.tasks = Tasks()
        self.listed = list(runs)
        self.working = SimpleNamespace(run=None, runs=lambda: list(self.listed))
        self.failures: list[str] = []
        self.pages: list[str] = []

    def go(self, page: str) -> None:
        self.pages.append(page)

    def say_failure(self, failure: Message, traceback: str = "") -> None:
        self.failures.append(str(failure))


def furniture_of(runs: Iterable[RunFolder]) -> Any:
    """Return what a page asks of the furniture; runs come as the list has them, newest first."""
    running = SimpleNamespace(resume_run=print, delete=print, rename=print)
    opened: list[RunFolder] = []

    def open_run(run: RunFolder, then: Callable[[], None]) -> None:
        opened.append(run)
        then()

    return SimpleNamespace(
        services=Services(runs),
        running=running,
        name_of=lambda source: source,
        opening=SimpleNamespace(open_run=open_run),
        opened=opened,
        exporting=SimpleNamespace(),
    )
