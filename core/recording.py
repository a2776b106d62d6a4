"""Following a training loop: history, checkpoints, progress and live map are its consumers."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.clock import Clock
from core.control import Control
from core.engines.part import RUNNING
from core.events import Event, MapChanged, Paused, Progress, Resumed
from core.history import HistoryWriter
from core.inside import Inside
from core.losses import median_loss
from core.model import TrainedModel
from core.run_folder import RunFolder
from core.training import Block, TrainingLoop

REPORT_EVERY = 0.05
CHECKPOINT_EVERY = 2.0
MAP_EVERY = 0.25
LOOK_AROUND_EVERY = 0.03
# what a checkpoint may cost, and a map that somebody watches: this part of the time between two
SHARE, MAP_SHARE = 0.02, 0.1


class LiveMap:
    """Writes the classes of every row as the network learns, and how far its members agree."""

    def __init__(
        self,
        folder: RunFolder,
        model_now: Callable[[], TrainedModel],
        inputs: Sequence[torch.Tensor],
    ) -> None:
        self._folder = folder
        self._model_now = model_now
        self._inputs = inputs

    def write(self) -> str:
        """Write the classes (.npy, uint8 or uint16) and return the path."""
        # who may vote changes while members diverge
        model = self._model_now()
        found = model.classify_prepared(self._inputs)
        if found.members > 1:
            _write_array(self._folder.live_agreement_path, found.agreement.astype(np.float32))
        return write_live_map(self._folder, found.codes, len(model.class_names))


def write_live_map(folder: RunFolder, codes: NDArray[np.int64], classes: int) -> str:
    """Write the class of every row as it is now (.npy, uint8 or uint16); return the path."""
    small = np.uint8 if classes < 256 else np.uint16
    _write_array(folder.live_classes_path, codes.astype(small))
    return str(folder.live_classes_path)


def _write_array(path: Path, values: NDArray[Any]) -> None:
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        np.save(file, values)
    # no flush to the disk: the file is only of use to a window that is open now
    part.replace(path)


@dataclass(frozen=True)
class Duties:
    """What is due while a loop is followed.

    Attributes
    ----------
    history
        Takes the losses of every block.
    save
        Writes a checkpoint; is told the seconds trained so far.
    live_map, inside
        None where nobody looks.
    time_limit
        Seconds of training; 0: none.
    """

    history: HistoryWriter
    save: Callable[[float], None]
    live_map: LiveMap | None = None
    inside: Inside | None = None
    time_limit: float = 0.0


class Recorder:
    """Asks the loop for one block after the other and keeps everyone informed."""

    def __init__(self, duties: Duties, epochs: int, report: Callable[[Event], None]) -> None:
        self._duties = duties
        self._epochs = epochs
        self._report = report
        self.seconds = 0.0

    def follow(self, loop: TrainingLoop, control: Control, seconds_before: float) -> str:
        """Train until the loop ends or is told to; return why it ended, "" when stopped."""
        duties = self._duties
        clock = Clock(seconds_before)
        rate = _Rate(loop.epoch)
        latest = _Latest(len(loop.standing.ended))
        due_report, due_save, due_map = 0.0, clock.now() + CHECKPOINT_EVERY, 0.0
        pace = _Pace(control)
        loop.interrupted = lambda: control.stopping
        self._arrange(loop, pace.block)
        start = clock.now()
        for block in loop:
            now = clock.now()
            if duties.time_limit and now >= duties.time_limit:
                loop.end(loop.standing.running, "time")
            duties.history.add(
                block.first,
                block.training_loss,
                block.validation_loss,
                is_last=loop.standing.ended != RUNNING,
            )
            latest.take(block)
            pace.learn(len(block.training_loss), now - start)
            if duties.inside is not None:
                duties.inside.after(loop, is_last=bool(loop.ended))
            if now >= due_report or loop.ended:
                duties.history.flush()
                self._report(self._progress(block.last, latest, rate.update(block.last, now), now))
                due_report = clock.now() + REPORT_EVERY
            if now >= due_map and duties.live_map is not None:
                due_map = self._draw(block.last, clock)
            if now >= due_save:
                due_save = self._checkpoint(clock)
            if loop.ended or control.stopping:
                break
            if control.paused:
                self._wait(block.last, control, clock)
                rate = _Rate(block.last, clock.now())
                if control.stopping:
                    break
            elif control.pace:
                time.sleep(1 / control.pace)
            self._arrange(loop, pace.block)
            start = clock.now()
        duties.history.flush()
        duties.save(clock.now())
        self.seconds = clock.now()
        return loop.ended

    def _arrange(self, loop: TrainingLoop, block: int) -> None:
        """Set the length of the next block, so that it ends where somebody wants to look."""
        inside = self._duties.inside
        loop.block = block if inside is None else inside.before(loop, block)

    def _progress(self, epoch: int, latest: _Latest, rate: float, now: float) -> Progress:
        left = (self._epochs - epoch) / rate if rate > 0 else math.inf
        limit = self._duties.time_limit
        if limit:
            left = min(left, limit - now)
        return Progress(
            epoch, self._epochs, latest.median_training, latest.median_validation, rate, left
        )

    def _draw(self, epoch: int, clock: Clock) -> float:
        start = clock.now()
        assert self._duties.live_map is not None
        self._report(MapChanged(epoch, self._duties.live_map.write()))
        cost = clock.now() - start
        return clock.now() + max(MAP_EVERY, cost / MAP_SHARE)

    def _checkpoint(self, clock: Clock) -> float:
        start = clock.now()
        self._duties.history.flush()
        self._duties.save(start)
        cost = clock.now() - start
        return clock.now() + max(CHECKPOINT_EVERY, cost / SHARE)

    def _wait(self, epoch: int, control: Control, clock: Clock) -> None:
        """Hold still until told to go on; the time does not count."""
        self._duties.history.flush()
        self._duties.save(clock.now())
        self._report(Paused(epoch))
        with clock.stopped():
            control.wait_while_paused()
        if not control.stopping:
            self._report(Resumed(epoch))


class _Latest:
    """The last losses of each member, also of those that have ended."""

    def __init__(self, members: int) -> None:
        self._training = np.full(members, np.nan)
        self._validation = np.full(members, np.nan)

    def take(self, block: Block) -> None:
        for kept, losses in (
            (self._training, block.training_loss),
            (self._validation, block.validation_loss),
        ):
            known = ~np.isnan(losses)
            has = known.any(axis=0)
            last = len(losses) - 1 - known[::-1].argmax(axis=0)
            kept[has] = losses[last[has], np.flatnonzero(has)]

    @property
    def median_training(self) -> float:
        return median_loss(self._training)

    @property
    def median_validation(self) -> float:
        return median_loss(self._validation)


class _Pace:
    """How many epochs to ask for at once: as many as fit between two looks around."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._block = 1

    @property
    def block(self) -> int:
        return 1 if self._control.pace else self._block

    def learn(self, epochs: int, seconds: float) -> None:
        """Take into account how long a block took."""
        if 2 * epochs < self._block:
            # somebody wanted to look sooner; so short a block says little
            return
        fitting = epochs * LOOK_AROUND_EVERY / max(seconds, 1e-7)
        self._block = int(max(1, min(fitting, 4 * epochs)))


class _Rate:
    """Epochs a second, smoothed over about a second."""

    def __init__(self, epoch: int, now: float | None = None) -> None:
        self._epoch, self._now = epoch, now
        self._rate = 0.0

    def update(self, epoch: int, now: float) -> float:
        if self._now is None or now <= self._now:
            self._epoch, self._now = epoch, now
            return self._rate
        passed = now - self._now
        fresh = (epoch - self._epoch) / passed
        weight = min(1.0, passed) if self._rate else 1.0
        self._rate += weight * (fresh - self._rate)
        self._epoch, self._now = epoch, now
        return self._rate
