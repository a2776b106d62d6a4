"""Following the training of a CNN: curves, checkpoints and progress are its consumers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.clock import Clock
from core.cnn.agreeing import agreed, wait_together
from core.cnn.curves import StepRow, has_row, pause_between_rows
from core.cnn.growing_table import TableWriter
from core.cnn.ranks import ALONE, Ranks, Word
from core.cnn.recent import Recent
from core.cnn.scoring import NO_SCORE, Score
from core.cnn.training import EpochDone, MemberLoop
from core.control import Control
from core.events import Event, ImageProgress, Paused, Resumed
from core.history import HistoryWriter

CHECKPOINT_EVERY = 2.0
# what a checkpoint may cost: this part of the time between two
SHARE = 0.02


@dataclass(frozen=True)
class Tables:
    """What grows in the folder of a run while it is trained."""

    history: HistoryWriter
    epochs: TableWriter
    steps: TableWriter

    def flush(self) -> None:
        """Write what was remembered."""
        for table in (self.history, self.epochs, self.steps):
            table.flush()


@dataclass(frozen=True)
class Journey:
    """Which member of how many goes, and until when.

    Attributes
    ----------
    member
        Counted from 0 over all folds.
    time_limit
        Seconds of training, all members together; 0: none.
    """

    member: int
    members: int
    time_limit: float = 0.0


class Follower:
    """Asks a member's loop for one step after the other and keeps everyone informed.

    Parameters
    ----------
    save
        Writes a checkpoint; is told the seconds trained so far.
    ranks
        Those that train together, of which this is the first.
    """

    def __init__(
        self,
        loop: MemberLoop,
        journey: Journey,
        tables: Tables,
        save: Callable[[float], None],
        clock: Clock,
        report: Callable[[Event], None],
        ranks: Ranks = ALONE,
    ) -> None:
        self._ranks = ranks
        self._loop = loop
        self._journey = journey
        self._tables = tables
        self._save = save
        self._clock = clock
        self._report = report
        self._recent = Recent(loop, clock.now())
        self._validation = NO_SCORE
        self._began = (clock.now(), loop.step)
        self._due_row = clock.now()
        self._is_watched = False
        self._unwritten: StepRow | None = None

    def follow(self, control: Control) -> str:
        """Train until the member ends or is told to; return why, "" when stopped."""
        clock, loop = self._clock, self._loop
        self._watch_next(clock.now())
        due_save = clock.now() + CHECKPOINT_EVERY
        for done in loop:
            now = clock.now()
            if isinstance(done, EpochDone):
                self._close_epoch(done, now)
            else:
                self._close_step(now)
            if now >= due_save:
                due_save = self._checkpoint()
            word = Word.GO_ON if loop.ended else self._next_word(now, control)
            if word is not Word.GO_ON:
                return self._leave("time" if word is Word.TIME else "")
        return self._leave(loop.ended)

    def _next_word(self, now: float, control: Control) -> Word:
        """Return what is to be done next, after a pause where one is wanted."""
        has_time = not 0 < self._journey.time_limit <= now
        if control.paused and has_time:
            word = self._wait(control)
            if word is Word.ABANDON:
                return word
        return agreed(self._ranks, control, has_time=has_time)

    def _leave(self, why: str) -> str:
        row = self._unwritten or self._row(self._clock.now())
        if row is not None:
            self._tables.steps.add(*row)
        self._tables.flush()
        self._save(self._clock.now())
        return why

    def _close_epoch(self, done: EpochDone, now: float) -> None:
        member = self._journey.member
        training, validation = done.training, done.validation
        self._validation = validation
        self._tables.history.add(
            done.epoch,
            np.array([[training.loss]]),
            np.array([[validation.loss]]),
            is_last=bool(self._loop.ended),
        )
        self._tables.epochs.add(
            member,
            done.epoch,
            training.loss,
            validation.loss,
            training.accuracy,
            validation.accuracy,
            now,
        )
        self._tables.flush()
        self._report(self._progress(training, now, math.nan))
        self._recent.begin_epoch(self._loop, self._clock.now())

    def _close_step(self, now: float) -> None:
        """Write a row of a step that was watched, and at times tell the window."""
        loop, row = self._loop, None
        if self._is_watched or loop.position == loop.steps_per_epoch:
            row = self._row(now)
        if row is not None and self._is_watched:
            self._tables.steps.add(*row)
            self._tell(row, now)
            row = None
        # training may end with this epoch, which nobody knows before it is judged
        self._unwritten = row
        self._watch_next(now)

    def _tell(self, row: StepRow, now: float) -> None:
        if now < self._due_row:
            return
        self._tables.steps.flush()
        score = Score(row.loss, row.accuracy)
        self._report(self._progress(score, now, row.samples_per_second))
        self._due_row = self._clock.now() + pause_between_rows(now)

    def _watch_next(self, now: float) -> None:
        """Ask the next step for the length of its gradient if it is to have a row."""
        loop = self._loop
        self._is_watched = now >= self._due_row or has_row(loop.step + 1, loop.steps)
        loop.watches_norm = self._is_watched
        loop.gradient_norm = math.nan

    def _row(self, now: float) -> StepRow | None:
        """Return the row of the last step; None where nothing was seen since the one before."""
        loop = self._loop
        fresh = self._recent.take(loop, now)
        if fresh is None:
            return None
        score, pace = fresh
        return StepRow(
            self._journey.member,
            loop.step,
            loop.epoch + loop.seen / loop.samples_per_epoch,
            score.loss,
            score.accuracy,
            loop.rate,
            loop.gradient_norm,
            pace,
        )

    def _progress(self, training: Score, now: float, pace: float) -> ImageProgress:
        loop, journey = self._loop, self._journey
        return ImageProgress(
            journey.member,
            journey.members,
            loop.epoch,
            loop.training.epochs,
            loop.step,
            loop.steps,
            training.loss,
            training.accuracy,
            self._validation.loss,
            self._validation.accuracy,
            loop.rate,
            pace if math.isfinite(pace) else self._recent.pace,
            self._seconds_left(now),
        )

    def _seconds_left(self, now: float) -> float:
        """Return the time for all members, if each takes as long a step as this one did."""
        loop, journey = self._loop, self._journey
        start, first = self._began
        if loop.step <= first or now <= start:
            return math.inf
        later = journey.members - journey.member - 1
        left = (loop.steps - loop.step + later * loop.steps) * (now - start) / (loop.step - first)
        return min(left, journey.time_limit - now) if journey.time_limit else left

    def _checkpoint(self) -> float:
        start = self._clock.now()
        self._tables.flush()
        self._save(start)
        cost = self._clock.now() - start
        return self._clock.now() + max(CHECKPOINT_EVERY, cost / SHARE)

    def _wait(self, control: Control) -> Word:
        """Hold still until told to go on; the time does not count."""
        self._tables.flush()
        self._save(self._clock.now())
        self._report(Paused(self._loop.epoch))
        with self._clock.stopped():
            word = wait_together(self._ranks, control)
        if not control.stopping:
            self._report(Resumed(self._loop.epoch))
        return word
