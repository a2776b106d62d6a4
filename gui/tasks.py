"""Work beside the window: commands carried out one after another in a helper process."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.events import Event, Failed, Finished, TaskProgress
from datasets.messages import Message, message
from gui.worker_client import WorkerClient


@dataclass(frozen=True)
class Task:
    """A command and what to do with its end."""

    words: list[str]
    done: Callable[[Finished], None]
    failed: Callable[[Message, str], None]


class TaskQueue(QObject):
    """Runs tasks in order, reports the progress of the present one, and can cancel it."""

    progress = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None, warm_for: str = "task") -> None:
        super().__init__(parent)
        self.worker = WorkerClient(warm_for, self)
        self.worker.received.connect(self._take)
        self.worker.ready.connect(self._next)
        self.worker.died.connect(self._lost)
        self._waiting: deque[Task] = deque()
        self._present: Task | None = None
        self._cancelled = False

    @property
    def busy(self) -> bool:
        return self._present is not None

    def ask(
        self,
        words: list[str],
        done: Callable[[Finished], None],
        failed: Callable[[Message, str], None],
    ) -> None:
        """Carry out the words of a command line; `failed` gets a sentence and a traceback."""
        self._waiting.append(Task([*words, "--json"], done, failed))
        self.worker.start()
        self._next()

    def cancel(self) -> None:
        """End the present task and drop the waiting ones."""
        self._waiting.clear()
        if self._present is not None:
            self._cancelled = True
            self.worker.kill()

    def _next(self) -> None:
        if self._present is None and self._waiting and not self.worker.busy:
            self._present = self._waiting.popleft()
            self._cancelled = False
            self.worker.send(self._present.words)

    def _take(self, event: Event) -> None:
        task = self._present
        if task is None:
            return
        if isinstance(event, TaskProgress):
            self.progress.emit(event)
        elif isinstance(event, Finished):
            self._end()
            task.done(event)
        elif isinstance(event, Failed):
            self._end()
            task.failed(event.message, event.traceback)

    def _end(self) -> None:
        self._present = None
        self.idle.emit()

    def _lost(self) -> None:
        """The process is gone: say so, and start another for what waits."""
        task, self._present = self._present, None
        self.idle.emit()
        if task is not None and not self._cancelled:
            task.failed(message("The helper process ended unexpectedly; try again."), "")
        if self._waiting:
            self.worker.start()
            self._next()
