"""How long work still takes, from the share of it that is done."""

from __future__ import annotations

# a shorter time shows too little of the pace, and needs no word
FIRST_SECONDS = 1.0


class TimeLeft:
    """Guesses the rest from what was done since the first word about a piece of work."""

    def __init__(self) -> None:
        self._total = 0
        self._begun = 0.0
        self._first = 0

    def forget(self) -> None:
        """The work has ended."""
        self._total = 0

    def update(self, done: int, total: int, now: float) -> float | None:
        """Return the seconds left, None where nobody can know.

        Parameters
        ----------
        done, total
            Steps; another total than before is another piece of work.
        now
            Of a clock that only goes forward, seconds.
        """
        if total != self._total or done < self._first:
            self._total, self._begun, self._first = total, now, done
            return None
        passed, moved = now - self._begun, done - self._first
        if passed < FIRST_SECONDS or moved <= 0:
            return None
        return passed * (total - done) / moved
