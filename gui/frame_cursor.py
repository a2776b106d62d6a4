"""Which frame of a run is on show: the last one, one that was chosen, or one after the other."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

SHORTEST_MS = 50
LONGEST_MS = 250
# time that a short animation takes, so that it can be followed
WHOLE_MS = 4000


class FrameCursor(QObject):
    """The place in the frames of a run. Views listen to it; their sliders move it.

    It follows the last frame until it is moved to another one. `moved` tells that it was, by a
    person or by playing; `changed` tells of that and of frames that came and went.

    Parameters
    ----------
    is_watched
        Whether anybody sees the frames; playing ends when nobody does.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, is_watched: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_watched = is_watched
        self._epochs: NDArray[np.int64] = np.empty(0, np.int64)
        self.index = -1
        self.following = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)

    def __len__(self) -> int:
        return len(self._epochs)

    @property
    def epoch(self) -> int:
        """Epoch of the frame on show, -1 without one."""
        return int(self._epochs[self.index]) if len(self._epochs) else -1

    @property
    def playing(self) -> bool:
        """Whether the frames are shown one after the other."""
        return self._timer.isActive()

    def reset(self) -> None:
        """Forget the frames and follow the next ones."""
        self.pause()
        self.following = True
        self.set_epochs(np.empty(0, np.int64))

    def set_epochs(self, epochs: NDArray[np.int64]) -> bool:
        """Take the frames there are now; return whether they are others than before.

        The frame on show stays, or the nearest before it.
        """
        if np.array_equal(epochs, self._epochs):
            return False
        epoch = self.epoch
        self._epochs = epochs
        if self.following:
            self.index = len(epochs) - 1
        else:
            self.index = max(0, int(np.searchsorted(epochs, epoch, side="right")) - 1)
        self.changed.emit()
        return True

    def go_to(self, index: int) -> None:
        """Show a frame; the last one is followed from then on."""
        if not 0 <= index < len(self._epochs) or index == self.index:
            return
        self.index = index
        self.following = index == len(self._epochs) - 1
        self.changed.emit()
        self.moved.emit()

    def play(self) -> None:
        """Show one frame after the other, from the start again when the last one is on show."""
        if len(self._epochs) < 2:
            return
        if self.index == len(self._epochs) - 1:
            self.go_to(0)
        self._timer.start(min(LONGEST_MS, max(SHORTEST_MS, WHOLE_MS // len(self._epochs))))
        self.changed.emit()

    def pause(self) -> None:
        """Stay where the frames are."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def _advance(self) -> None:
        if self.index >= len(self._epochs) - 1 or not self._is_watched():
            self.pause()
            return
        self.go_to(self.index + 1)
