"""Python's collector of cycles, run by the main thread alone.

Qt's objects may be destroyed by the thread only that they belong to. Python collects on whatever
thread has just made an object; a widget in a forgotten cycle, destroyed on the thread that lays out
a map, ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

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
        """Collect the oldest generation that is due, and with it the younger ones."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
