"""Training as an iterator: pausing is not asking for the next epochs, stopping is leaving."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.engines.choosing import build_engine
from core.engines.engine import Interrupted
from core.engines.part import DIVERGED, EPOCHS, GOAL, PATIENCE, TIME, Limits, Part, Standing
from core.finite import finite_or_none
from core.job import Training
from core.networks.bp import BPNetwork
from core.trainers.rules import rule_of

Ended = Literal["", "goal", "validation", "diverged", "epochs", "time"]
ENDED: tuple[Ended, ...] = ("", "goal", "validation", "diverged", "epochs", "time")
CODES = set(range(len(ENDED)))
# settings that do nothing in a loop by itself
RUN_ONLY = {"time_limit", "learn_again", "members", "precision"}
# a block that takes longer than this, in seconds, can be left in the middle
LONG_BLOCK = 0.25
# numbers that are kept beside the weights for that, at most 400 MB of them
MOST_KEPT = 50_000_000
# a run ends as its best member does
BEST_FIRST = (GOAL, PATIENCE, EPOCHS, TIME, DIVERGED)


@dataclass(frozen=True)
class Block:
    """Some epochs done, one after the other.

    Attributes
    ----------
    first
        Number of its first epoch, counted from 1.
    training_loss, validation_loss
        float64, shape (epochs, K). Mean error of the weights as they stand after each epoch; NaN
        where a member had ended before, and where there was no validation.
    ended
        Why this was the last block, "" when it was not.
    """

    first: int
    training_loss: NDArray[np.float64]
    validation_loss: NDArray[np.float64]
    ended: Ended

    @property
    def last(self) -> int:
        """Number of its last epoch."""
        return self.first + len(self.training_loss) - 1


class TrainingLoop:
    """Trains K members, some epochs for each `next`.

    A member ends by itself: when its training error is below the goal, when its validation loss
    has not improved for the patience, when its loss is no number any more, or at the epoch limit.

    Parameters
    ----------
    parts
        Samples, one part for all members or one for each fold; see `core.engines.part.Part`.
    first_number
        Number of member 0, on which its random numbers hang.
    validate_every
        Epochs from one validation to the next.
    keeps_best
        Whether `finish` puts back the weights with the lowest validation loss; by default where
        there is a patience.

    Attributes
    ----------
    block
        Most epochs of the next block. How training is divided into blocks changes no result.
    interrupted
        Asked while a block goes on that takes long; when it says yes, the block is left, weights
        and all else are as they were before it, and there is no further block.
    """

    def __init__(
        self,
        network: BPNetwork,
        training: Training,
        parts: Sequence[Part],
        *,
        first_number: int = 0,
        validate_every: int = 1,
        keeps_best: bool | None = None,
        threads: int = 1,
        engine: Literal["kernel", "tensors"] = "kernel",
    ) -> None:
        validates = any(part.validates for part in parts)
        patience = training.patience if validates else 0
        self.network = network
        self._epochs = training.epochs
        self._keeps_best = (patience > 0 if keeps_best is None else keeps_best) and validates
        self.standing = Standing(network)
        self.engine = build_engine(
            network,
            rule_of(training),
            parts,
            self.standing,
            Limits(training.error_goal, patience, validate_every),
            seed=training.seed,
            first_number=first_number,
            threads=threads,
            kind=engine,
        )
        self.epoch = 0
        self.block = 1
        self.interrupted: Callable[[], bool] = lambda: False
        self._seconds = 0.0

    @property
    def ended(self) -> Ended:
        """Why training has ended, "" while a member is still learning."""
        if len(self.standing.running):
            return ""
        return ENDED[next(code for code in BEST_FIRST if (self.standing.ended == code).any())]

    @property
    def endings(self) -> list[Ended]:
        """How each member has ended."""
        return [ENDED[code] for code in self.standing.ended.tolist()]

    def __iter__(self) -> Iterator[Block]:
        while not self.ended:
            epochs = min(self.block, self._epochs - self.epoch)
            losses = self._advance(epochs)
            if losses is None:
                return
            training, validation = losses
            first = self.epoch + 1
            running = self.standing.running
            last = self.epoch + epochs if len(running) else int(self.standing.epochs.max())
            training, validation = training[: last - self.epoch], validation[: last - self.epoch]
            self.epoch = last
            if last >= self._epochs:
                self.standing.ended[running] = EPOCHS
            yield Block(first, training, validation, self.ended)

    def _advance(self, epochs: int) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
        """Return the losses of a block; None when it was left in the middle and taken back."""
        before = self.state() if self._can_be_left else None
        self.engine.interrupted = self.interrupted if before is not None else lambda: False
        begun = time.perf_counter()
        try:
            return self.engine.advance(self.epoch, epochs)
        except Interrupted:
            assert before is not None
            self.load_state(*before)
            return None
        finally:
            self.engine.interrupted = lambda: False
            self._seconds = time.perf_counter() - begun

    @property
    def _can_be_left(self) -> bool:
        """Whether the next block takes so long that it is worth keeping what was before it.

        The first one never is left: a run without an epoch would have no result.
        """
        kept = self.engine.memory.numel() + 2 * self.network.parameters.numel()
        return self._seconds > LONG_BLOCK and kept <= MOST_KEPT

    def end(self, members: NDArray[np.int64], why: Ended) -> None:
        """End some members from outside."""
        self.standing.ended[members] = ENDED.index(why)

    def finish(self) -> None:
        """Put the weights in place that are to be kept.

        With a patience these are the ones with the lowest validation loss, unless the goal was
        met; otherwise the last ones.
        """
        ended = self.standing.ended
        takes_best = np.isfinite(self.standing.best_losses) & ~np.isin(ended, (GOAL, DIVERGED))
        if self._keeps_best:
            members = torch.from_numpy(np.flatnonzero(takes_best)).to(self.network.device)
            self.network.parameters[members] = self.standing.best[members]
            self.engine.forget_gradient()

    def losses(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return training and validation losses of the weights in place, shape (K,) each."""
        return self.engine.training_loss(), self.engine.validation_loss()

    def state(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """Return tensors and plain values from which training goes on as if never interrupted."""
        standing = self.standing
        tensors = {**self.network.state(), **self.engine.state()}
        if self._keeps_best:
            tensors["best"] = standing.best.cpu().clone()
        values = {
            "epoch": self.epoch,
            "ended": standing.ended.tolist(),
            "epochs": standing.epochs.tolist(),
            "best_losses": [finite_or_none(loss) for loss in standing.best_losses],
            "best_epochs": standing.best_epochs.tolist(),
        }
        return tensors, values

    def load_state(self, tensors: dict[str, Tensor], values: dict[str, Any]) -> None:
        """Take what `state` gave."""
        standing = self.standing
        for name in ("ended", "epochs", "best_losses", "best_epochs"):
            if len(values[name]) != self.network.members:
                raise ValueError(f"{name} is of other members")
        if not (0 <= int(values["epoch"]) <= self._epochs and set(values["ended"]) <= CODES):
            raise ValueError("epoch or ended is out of range")
        self.network.load_state(tensors)
        self.engine.load_state(tensors)
        self.epoch = int(values["epoch"])
        # a run can die between its last epoch and its outcome; it must not train on after that
        standing.ended[:] = values["ended"]
        standing.epochs[:] = values["epochs"]
        standing.best_losses[:] = [
            math.inf if loss is None else loss for loss in values["best_losses"]
        ]
        standing.best_epochs[:] = values["best_epochs"]
        if self._keeps_best:
            standing.best.copy_(tensors["best"])


def learn(
    network: BPNetwork,
    inputs: Tensor,
    targets: Tensor,
    *,
    held_out: tuple[Tensor, Tensor] | None = None,
    epochs_at_once: int = 1000,
    **settings: Any,
) -> TrainingLoop:
    """Train all members of a network to their ends, and return the loop that did it.

    Parameters
    ----------
    inputs, targets
        Float64, shapes (P, S) and (P, outputs).
    held_out
        Inputs and targets for the validation loss.
    settings
        Fields of `core.job.Training`, such as ``trainer="irprop+"`` or ``error_goal=1e-4``. The
        number of members and the error are those of the network, the precision is double.

    Weights that were never drawn are drawn first.

    Raises
    ------
    TypeError
        For a setting that only a run knows: time_limit, learn_again, members, precision.
    """
    held_inputs, held_targets = held_out or (None, None)
    for name in RUN_ONLY & settings.keys():
        raise TypeError(f"{name} belongs to a run, see core.run; members to the network")
    if not network.parameters.any():
        network.initialise(inputs, settings.get("seed", 1))
    part = Part(inputs, targets, held_inputs, held_targets, members=network.members)
    loop = TrainingLoop(network, Training(loss=network.loss_name, **settings), [part])
    loop.block = epochs_at_once
    for _ in loop:
        pass
    loop.finish()
    return loop
