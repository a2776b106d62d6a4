"""Python's collector of cycles, run by the main thread alone.

Qt's objects may be destroyed by the thread only that they belong to. Python collects on whatever
thread has just made an object; a widget in a forgotten cycle, destroyed on the thread that lays out
a map, ends the program. And one that is destroyed while PySide connects or disconnects a signal
waits for ever for the lock that this very thread holds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from core.garbage import collect_due

# often enough that little has gathered: whatever was made since is looked through at once
INTERVAL_MS = 250


class Collector(QObject):
    """Collects when the main thread has nothing else to do, by the thresholds of `gc`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what is due."""
        collect_due()

    def end(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
