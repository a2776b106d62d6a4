"""Training as an iterator: pausing is not asking for the next epoch, stopping is leaving."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.networks.bp import BPNetwork
from core.trainers.building import Trainer

Ended = Literal["", "goal", "epochs", "validation", "diverged"]


@dataclass(frozen=True)
class Epoch:
    """One epoch done.

    Attributes
    ----------
    epoch
        Counted from 1.
    training_loss, validation_loss
        float64, shape (K,). Mean squared error of the weights as they stand after this epoch;
        NaN without a validation part.
    ended
        Why this was the last epoch, "" when it was not.
    """

    epoch: int
    training_loss: NDArray[np.float64]
    validation_loss: NDArray[np.float64]
    ended: Ended


class TrainingLoop:
    """Trains a network, one epoch for each `next`.

    The goal is met when the MSE of every member, with the weights as they stand, is below
    `error_goal`. With a `patience` above 0, training ends once no member's validation loss has
    improved for so many epochs.

    Parameters
    ----------
    inputs, targets
        Training part, shapes (P, S) and (P, C).
    validation_inputs, validation_targets
        Validation part, or None.
    """

    def __init__(
        self,
        network: BPNetwork,
        trainer: Trainer,
        inputs: Tensor,
        targets: Tensor,
        validation_inputs: Tensor | None = None,
        validation_targets: Tensor | None = None,
        *,
        error_goal: float,
        epochs: int,
        patience: int = 0,
    ) -> None:
        self._network = network
        self._trainer = trainer
        self._inputs, self._targets = inputs, targets
        self._held_out = (
            None
            if validation_inputs is None or validation_targets is None
            else (validation_inputs, validation_targets)
        )
        self._error_goal = error_goal
        self._epochs = epochs
        self._patience = patience if self._held_out is not None else 0
        self.epoch = 0
        self.ended: Ended = ""
        self._best_losses = np.full(network.members, np.inf)
        self._best_epochs = np.zeros(network.members, dtype=np.int64)
        self._best = network.parameters.clone()

    def __iter__(self) -> Iterator[Epoch]:
        network, trainer = self._network, self._trainer
        if trainer.needs_gradient:
            network.backward(self._inputs, self._targets)
        while self.epoch < self._epochs and not self.ended:
            before = network.parameters.clone()
            trainer.step(network, self._inputs, self._targets, self.epoch + 1)
            training, validation = self._measure()
            self.epoch += 1
            if not np.isfinite(training).all():
                network.parameters.copy_(before)
                self.ended = "diverged"
            else:
                self._remember_best(validation)
                self.ended = self._reason(training)
            yield Epoch(self.epoch, training, validation, self.ended)

    def finish(self) -> None:
        """Put the weights in place that are to be kept.

        With a patience these are the ones with the lowest validation loss, unless the goal was
        met; otherwise the last ones.
        """
        if self._patience and self.ended not in ("goal", "diverged") and self.epoch:
            self._network.parameters.copy_(self._best)

    def losses(self) -> tuple[float | None, float | None]:
        """Return training and validation loss of the weights in place, averaged over members."""
        training = float(self._network.loss(self._inputs, self._targets).mean())
        validation = None
        if self._held_out is not None:
            validation = float(self._network.loss(*self._held_out).mean())
        return _finite(training), _finite(validation)

    def state(self) -> tuple[dict[str, Tensor], dict[str, Any]]:
        """Return tensors and plain values from which training goes on as if never interrupted."""
        tensors = {**self._network.state(), **self._trainer.state()}
        if self._patience:
            tensors["best"] = self._best.cpu().clone()
        values = {
            "epoch": self.epoch,
            "ended": self.ended,
            "best_losses": [loss if math.isfinite(loss) else None for loss in self._best_losses],
            "best_epochs": self._best_epochs.tolist(),
        }
        return tensors, values

    def load_state(self, tensors: dict[str, Tensor], values: dict[str, Any]) -> None:
        """Take what `state` gave."""
        self._network.load_state(tensors)
        self._trainer.load_state(tensors, self._network.device)
        self.epoch = int(values["epoch"])
        # a run can die between its last epoch and its outcome; it must not train on after that
        self.ended = values["ended"]
        self._best_losses = np.array(
            [math.inf if loss is None else loss for loss in values["best_losses"]]
        )
        self._best_epochs = np.array(values["best_epochs"], dtype=np.int64)
        if self._patience and "best" in tensors:
            self._best.copy_(tensors["best"])

    def _measure(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return both losses, and leave the gradient of the new weights for the next step."""
        network = self._network
        measure = network.backward if self._trainer.needs_gradient else network.loss
        training = measure(self._inputs, self._targets)
        if self._held_out is None:
            missing = np.full(network.members, np.nan)
            return training.to(torch.float64).cpu().numpy(), missing
        validation = network.loss(*self._held_out)
        both = torch.stack((training, validation)).to(torch.float64).cpu().numpy()
        return both[0], both[1]

    def _remember_best(self, validation: NDArray[np.float64]) -> None:
        if not self._patience:
            return
        better = validation < self._best_losses
        if better.any():
            self._best_losses = np.where(better, validation, self._best_losses)
            self._best_epochs = np.where(better, self.epoch, self._best_epochs)
            chosen = torch.from_numpy(better).to(self._best.device).unsqueeze(1)
            self._best = torch.where(chosen, self._network.parameters, self._best)

    def _reason(self, training: NDArray[np.float64]) -> Ended:
        if (training < self._error_goal).all():
            return "goal"
        if self._patience and (self.epoch - self._best_epochs >= self._patience).all():
            return "validation"
        return "epochs" if self.epoch >= self._epochs else ""


def _finite(loss: float | None) -> float | None:
    return loss if loss is not None and math.isfinite(loss) else None
