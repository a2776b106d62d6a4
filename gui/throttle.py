"""Many requests, few calls: at most one in an interval, and always one after the last request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Throttle(QObject):
    """Coalesce requests for a piece of work such as a redraw.

    Parameters
    ----------
    work
        What to do; called from the event loop, never from `request`.
    interval_ms
        Shortest time from the end of one call to the start of the next.
    """

    def __init__(
        self, work: Callable[[], None], interval_ms: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._interval = interval_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run)

    @property
    def pending(self) -> bool:
        """Whether a call is due."""
        return self._timer.isActive()

    def request(self) -> None:
        """Ask for the work to be done soon."""
        if self._timer.isActive():
            return
        passed = self._since.elapsed() if self._since.isValid() else self._interval
        self._timer.start(max(0, self._interval - passed))

    def flush(self) -> None:
        """Do pending work now."""
        if self._timer.isActive():
            self._timer.stop()
            self._run()

    def cancel(self) -> None:
        """Forget pending work."""
        self._timer.stop()

    def _run(self) -> None:
        # Counted from here for requests that the work itself makes.
        self._since.start()
        try:
            self._work()
        finally:
            # And from the end for others, so that slow work never fills the whole event loop.
            self._since.start()
