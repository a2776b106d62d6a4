"""Following a training loop: history, checkpoints, progress and live map are its consumers."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import numpy as np
import torch

from core.control import Control
from core.events import Event, MapChanged, Paused, Progress, Resumed
from core.files import remove_parts
from core.history import HistoryWriter
from core.model import TrainedModel
from core.training import Epoch, TrainingLoop

REPORT_EVERY = 0.05
CHECKPOINT_EVERY = 2.0
MAP_EVERY = 0.25
# what a checkpoint or a map may cost: at most this part of the time between two of them
SHARE = 0.02


class LiveMap:
    """Writes the classes of every row as the network learns."""

    def __init__(self, path: Path, model: TrainedModel, inputs: torch.Tensor) -> None:
        self._path = path
        self._model = model
        self._inputs = inputs

    def write(self) -> str:
        """Write the classes (.npy, uint8 or uint16) and return the path."""
        codes = self._model.classify_prepared(self._inputs).codes
        small = codes.astype(np.uint8 if len(self._model.class_names) < 256 else np.uint16)
        part = self._path.with_name(f".{self._path.name}.part")
        with part.open("wb") as file:
            np.save(file, small)
        # no flush to the disk: the file is only of use to a window that is open now
        part.replace(self._path)
        return str(self._path)


class Recorder:
    """Asks the loop for one epoch after the other and keeps everyone informed."""

    def __init__(
        self,
        history_path: Path,
        epoch: int,
        epochs: int,
        report: Callable[[Event], None],
        save: Callable[[float], None],
        live_map: LiveMap | None,
    ) -> None:
        self._history = HistoryWriter(history_path, resume_at=epoch)
        self._epochs = epochs
        self._report = report
        self._save = save
        self._live_map = live_map
        self._folder = history_path.parent
        self.seconds = 0.0

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._history.close()
        remove_parts(self._folder)

    def follow(self, loop: TrainingLoop, control: Control, seconds_before: float) -> str:
        """Train until the loop ends or is told to; return why it ended, "" when stopped."""
        clock = _Clock(seconds_before)
        rate = _Rate(loop.epoch)
        due_report, due_save, due_map = 0.0, clock.now() + CHECKPOINT_EVERY, 0.0
        for epoch in loop:
            self._history.add(epoch.epoch, epoch.training_loss, epoch.validation_loss)
            now = clock.now()
            if now >= due_report or epoch.ended:
                self._history.flush()
                self._report(self._progress(epoch, rate.update(epoch.epoch, now)))
                due_report = clock.now() + REPORT_EVERY
            if now >= due_map and self._live_map is not None:
                due_map = self._draw(epoch.epoch, clock)
            if now >= due_save:
                due_save = self._checkpoint(clock)
            if epoch.ended or control.stopping:
                break
            if control.paused:
                self._wait(epoch.epoch, control, clock)
                rate = _Rate(epoch.epoch, clock.now())
                if control.stopping:
                    break
            elif control.pace:
                time.sleep(1 / control.pace)
        self._history.flush()
        self._save(clock.now())
        self.seconds = clock.now()
        return loop.ended

    def _progress(self, epoch: Epoch, rate: float) -> Progress:
        left = (self._epochs - epoch.epoch) / rate if rate > 0 else float("nan")
        return Progress(
            epoch.epoch,
            self._epochs,
            float(epoch.training_loss.mean()),
            float(epoch.validation_loss.mean()),
            rate,
            left,
        )

    def _draw(self, epoch: int, clock: _Clock) -> float:
        start = clock.now()
        assert self._live_map is not None
        self._report(MapChanged(epoch, self._live_map.write()))
        cost = clock.now() - start
        return clock.now() + max(MAP_EVERY, cost / SHARE)

    def _checkpoint(self, clock: _Clock) -> float:
        start = clock.now()
        self._history.flush()
        self._save(start)
        cost = clock.now() - start
        return clock.now() + max(CHECKPOINT_EVERY, cost / SHARE)

    def _wait(self, epoch: int, control: Control, clock: _Clock) -> None:
        """Hold still until told to go on; the time does not count."""
        self._history.flush()
        self._save(clock.now())
        self._report(Paused(epoch))
        with clock.stopped():
            control.wait_while_paused()
        if not control.stopping:
            self._report(Resumed(epoch))


class _Clock:
    """Seconds spent training, over all sittings, pauses left out."""

    def __init__(self, before: float) -> None:
        self._start = time.monotonic() - before

    def now(self) -> float:
        return time.monotonic() - self._start

    def stopped(self) -> _Stopped:
        return _Stopped(self)

    def leave_out(self, seconds: float) -> None:
        self._start += seconds


class _Stopped:
    def __init__(self, clock: _Clock) -> None:
        self._clock = clock
        self._since = 0.0

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self._clock.leave_out(time.monotonic() - self._since)


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
