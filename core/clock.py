"""Seconds spent at work, over all sittings, pauses left out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Counts from `before` on, from the moment it is made."""

    def __init__(self, before: float = 0.0) -> None:
        self._start = time.monotonic() - before

    def now(self) -> float:
        """Return the seconds so far."""
        return time.monotonic() - self._start

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Leave out what passes within the block."""
        since = time.monotonic()
        try:
            yield
        finally:
            self.leave_out(time.monotonic() - since)

    def leave_out(self, seconds: float) -> None:
        """Take seconds that passed for no work."""
        self._start += seconds
