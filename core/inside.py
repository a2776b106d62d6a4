"""Snapshots of the weights as they are learned, with the error along the last step."""

from __future__ import annotations

import math
import time

import numpy as np
import torch
from numpy.typing import NDArray

from core.networks.bp import BPNetwork
from core.snapshots import SnapshotAbout, SnapshotWriter
from core.training import TrainingLoop

ALPHAS = (-1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
# frames follow each other at growing distances: most happens at the start
GROWTH = 1.15
# frames may take so many seconds, and beyond that such a share of the time
FREE, SHARE = 0.1, 0.02
# without the error along the last step where that would take longer for one frame
MOST_SECONDS = 1.0


class Inside:
    """Takes a frame now and then; the epoch before it, the weights are remembered for its step."""

    def __init__(self, writer: SnapshotWriter, about: SnapshotAbout, network: BPNetwork) -> None:
        self._writer = writer
        self._about = about
        self._network = network
        self._before: torch.Tensor | None = None
        self._next = 1
        self._began = time.monotonic()
        self._spent = 0.0
        self._looks_along = True

    def before(self, loop: TrainingLoop, block: int) -> int:
        """Return how many epochs may be trained at once, at most `block`."""
        self._before = None
        if loop.epoch == 0:
            self._writer.add(0, self._network.parameters.cpu().numpy(), self._steps(loop), None)
            self._looks_along = self._price(loop) * len(ALPHAS) < MOST_SECONDS
        if self._spent > FREE + SHARE * (time.monotonic() - self._began):
            return block
        while self._next <= loop.epoch:
            self._next = max(self._next + 1, math.ceil(self._next * GROWTH))
        left = self._next - loop.epoch
        if left > 1:
            return min(block, left - 1)
        self._before = self._network.parameters.clone()
        return 1

    def _price(self, loop: TrainingLoop) -> float:
        """Return the seconds that one look at the training error takes."""
        start = time.monotonic()
        loop.engine.training_loss()
        return time.monotonic() - start

    def after(self, loop: TrainingLoop, *, is_last: bool) -> None:
        """Take a frame where one is due, and one of the very last weights in any case."""
        if self._before is None and not is_last:
            return
        start = time.monotonic()
        along = None
        if self._before is not None and self._looks_along:
            along = self._errors_along(loop, self._before)
        weights = self._network.parameters.cpu().numpy()
        self._writer.add(loop.epoch, weights, self._steps(loop), along)
        self._spent += time.monotonic() - start

    def _steps(self, loop: TrainingLoop) -> NDArray[np.float64] | None:
        return loop.engine.steps() if self._about.has_steps else None

    def _errors_along(self, loop: TrainingLoop, before: torch.Tensor) -> NDArray[np.float64]:
        """Return the training errors at `ALPHAS` along the last step, shape (K, A)."""
        after = self._network.parameters.clone()
        found = []
        for alpha in ALPHAS:
            self._network.parameters.copy_(before + alpha * (after - before))
            found.append(loop.engine.training_loss())
        self._network.parameters.copy_(after)
        return np.stack(found, axis=1)
