"""Asks beside the window why one row of a run has its class; the newest question goes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.services import Services


@dataclass(frozen=True)
class Asked:
    """One question.

    Attributes
    ----------
    run
        Folder of a finished run.
    row
        Row of its table, counted from 1.
    stamp
        What changes when the run is trained on.
    """

    run: str
    row: int
    stamp: int

    @classmethod
    def of(cls, run: RunFolder, row: int) -> Asked:
        """Return the question about a row of a run as it is now."""
        try:
            stamp = run.outcome_path.stat().st_mtime_ns
        except OSError:
            stamp = 0
        return cls(str(run.path), row, stamp)

    @property
    def words(self) -> list[str]:
        """The command that answers; it writes no file that another asker could be reading."""
        return ["explain", self.run, "--row", str(self.row), "--only-row"]


class CellWork(QObject):
    """Keeps the answer to what was asked last; answers to older questions are dropped.

    Attributes
    ----------
    cell
        The "cell" of the verb `explain`, None while there is none.
    failure
        Why there is none.
    cancelled
        Whether somebody cancelled it.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        # its own helper: a click is not to wait for other methods, which take minutes
        self._queue = services.seer
        self._wanted: Asked | None = None
        self._under_way: Asked | None = None
        self._forget_answer()
        self._queue.worker.died.connect(self._look_after_death)

    def _forget_answer(self) -> None:
        self.cell: dict[str, Any] | None = None
        self.failure: Message | None = None
        self.cancelled = False

    @property
    def busy(self) -> bool:
        """Whether the answer to the newest question is still to come."""
        has_end = self.cell is not None or self.failure is not None or self.cancelled
        return self._wanted is not None and not has_end

    def want(self, asked: Asked | None) -> None:
        """Ask, unless it was asked already; None forgets the answer."""
        if asked == self._wanted:
            return
        self._wanted = asked
        self._forget_answer()
        self._ask()
        self.changed.emit()

    def again(self) -> None:
        """Ask once more what failed or was cancelled."""
        asked, self._wanted = self._wanted, None
        self.want(asked)

    def cancel(self) -> None:
        """End the present question."""
        if self._under_way is not None:
            self._queue.cancel()

    def _ask(self) -> None:
        asked = self._wanted
        if asked is None or self._under_way is not None or not self.busy:
            return
        self._under_way = asked

        def done(event: Finished) -> None:
            if isValid(self):
                self._take(asked, event.values["explanation"]["cell"], None)

        def failed(failure: Message, traceback: str) -> None:
            if traceback:
                self._services.say_failure(failure, traceback)
            if isValid(self):
                self._take(asked, None, failure)

        self._queue.ask(asked.words, done, failed)

    def _take(self, asked: Asked, cell: dict[str, Any] | None, failure: Message | None) -> None:
        self._under_way = None
        if asked == self._wanted:
            self.cell, self.failure = cell, failure
            self.changed.emit()
        self._ask()

    def _look_after_death(self) -> None:
        # the queue tells of a crash itself, and of a cancelled question nobody
        QTimer.singleShot(0, self, self._give_up)

    def _give_up(self) -> None:
        if self._under_way is None or self._queue.busy:
            return
        is_newest = self._under_way == self._wanted
        self._under_way = None
        if is_newest:
            self.cancelled = True
            self.changed.emit()
        self._ask()
