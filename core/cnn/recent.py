"""The figures of a row of steps.csv: what happened since the row before."""

from __future__ import annotations

import math

from core.cnn.scoring import Score
from core.cnn.training import MemberLoop


class Recent:
    """Follows a loop from row to row.

    Attributes
    ----------
    pace
        Samples a second up to the last row; NaN before there is one.
    """

    def __init__(self, loop: MemberLoop, now: float) -> None:
        self._loss, self._right = loop.tally()
        self._seen = loop.seen
        self._total = loop.epoch * loop.samples_per_epoch + loop.seen
        self._now = now
        self.pace = math.nan

    def begin_epoch(self, loop: MemberLoop, now: float) -> None:
        """The tally of the loop starts from 0 again; the time of validation is no training."""
        self._loss, self._right, self._seen = 0.0, 0.0, 0
        self._total = loop.epoch * loop.samples_per_epoch
        self._now = now

    def take(self, loop: MemberLoop, now: float) -> tuple[Score, float] | None:
        """Return the means since the last call, and samples a second; None without samples."""
        fresh = loop.seen - self._seen
        if fresh <= 0:
            return None
        loss, right = loop.tally()
        found = Score((loss - self._loss) / fresh, (right - self._right) / fresh)
        total = loop.epoch * loop.samples_per_epoch + loop.seen
        self.pace = (total - self._total) / max(now - self._now, 1e-9)
        self._loss, self._right, self._seen = loss, right, loop.seen
        self._total, self._now = total, now
        return found, self.pace
