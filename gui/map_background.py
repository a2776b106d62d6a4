"""Work of a map that takes longer than a frame, on a thread; only the newest request counts."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

Work = Callable[[], Any]
Take = Callable[[Any], None]


class _Carrier(QObject):
    """Brings the result of a thread to the main one; belongs to the task, not to a widget."""

    ended = Signal(object, object)


class _Task(Thread):
    """A thread of Python's own: those of Qt's pool make pyproj 3.7 crash at its second use."""

    def __init__(self, work: Work) -> None:
        super().__init__(name="map")
        self.carrier = _Carrier()
        self._work = work

    def run(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as caught:
            result, error = None, caught
        try:
            self.carrier.ended.emit(result, error)
        except RuntimeError:
            # the program ended meanwhile and nobody waits any more
            return


class Newest(QObject):
    """Does one piece of work at a time; of those that wait, only the last one asked for."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: _Task | None = None
        self._take: Take | None = None
        self._next: tuple[Work, Take] | None = None

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._running is not None

    def ask(self, work: Work, take: Take) -> None:
        """Do `work` on a thread and give its result to `take` on the main thread."""
        if self._running is not None:
            self._next = (work, take)
            return
        self._take = take
        self._running = _Task(work)
        self._running.carrier.ended.connect(self._ended)
        self._running.start()

    def forget(self) -> None:
        """Want no result any more; what runs ends unheard."""
        self._next = None
        self._take = None

    def _ended(self, result: Any, error: Exception | None) -> None:
        take, following = self._take, self._next
        self._running, self._take, self._next = None, None, None
        if following is not None:
            self.ask(*following)
        if error is not None:
            raise error
        # a newer wish makes this result a picture of the past, but still a newer one than is shown
        if take is not None:
            take(result)
        if not self.busy:
            self.idle.emit()
