"""Prechelt's rules for PROBEN1: when to stop, which weights to keep, how to state the error.

L. Prechelt (1994): PROBEN1, a set of neural network benchmark problems and benchmarking rules.
Technical report 21/94, Universität Karlsruhe. All members of an ensemble are watched at once, each
stopping for itself; K is their number.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STRIP = 5
MOST_LOSS = 5.0
LEAST_PROGRESS = 0.1
EPOCHS = 3000


def generalisation_loss(validation: Array, best: Array) -> Array:
    """Return GL(t) = 100·(Eva(t)/Eopt(t) − 1) in percent.

    Parameters
    ----------
    validation
        Eva(t), shape (K,).
    best
        Eopt(t), the lowest validation error up to t, shape (K,).
    """
    return 100 * (_ratio(validation, best) - 1)


def training_progress(strip: Array) -> Array:
    """Return Pk(t) = 1000·(Σ Etr / (k · min Etr) − 1) in parts per thousand.

    Parameters
    ----------
    strip
        The training errors of the last k epochs, shape (k, K).
    """
    return 1000 * (_ratio(strip.mean(axis=0), strip.min(axis=0)) - 1)


def squared_error_percentage(
    outputs: Array, targets: Array, *, lowest: float = 0.0, highest: float = 1.0
) -> Array:
    """Return E = 100·(omax − omin)/(N·P) · ΣΣ (o − t)² of each member, shape (K,).

    Parameters
    ----------
    outputs
        Shape (K, P, N): P samples, N outputs.
    targets
        Shape (P, N).
    lowest, highest
        omin and omax, the range of the coding of the outputs.
    """
    return 100 * (highest - lowest) * ((outputs - targets) ** 2).mean(axis=(1, 2))


def class_error_percentage(outputs: Array, targets: Array) -> Array:
    """Return how many samples in a hundred the winner takes wrong, shape (K,).

    The class is that of the highest output; shapes as in `squared_error_percentage`.
    """
    return 100 * (outputs.argmax(axis=2) != targets.argmax(axis=1)).mean(axis=1)


class EarlyStopping:
    """Watches the errors of K members while they are trained.

    Tell the training error after every epoch; when `at_strip_end` is true, tell the validation
    error too and keep the weights of the members it names.

    Attributes
    ----------
    epoch
        Epochs told of so far.
    running
        Which members go on, shape (K,). What is told of the others is ignored.
    best_error, best_epoch
        Lowest validation error and its epoch, shape (K,); infinite and 0 before the first.
    stop_epoch
        Epoch at which a member was stopped, shape (K,); 0 while it runs.
    """

    def __init__(
        self,
        members: int,
        *,
        strip: int = STRIP,
        most_loss: float = MOST_LOSS,
        least_progress: float = LEAST_PROGRESS,
        epochs: int = EPOCHS,
    ) -> None:
        self.epoch = 0
        self.running = np.ones(members, dtype=np.bool_)
        self.best_error = np.full(members, np.inf)
        self.best_epoch = np.zeros(members, dtype=np.int64)
        self.stop_epoch = np.zeros(members, dtype=np.int64)
        self._most_loss, self._least_progress = most_loss, least_progress
        self._epochs = epochs
        self._strip = np.zeros((strip, members))

    @property
    def at_strip_end(self) -> bool:
        """Whether the validation error is due."""
        return self.epoch > 0 and self.epoch % len(self._strip) == 0

    def tell_training(self, errors: Array) -> None:
        """Take the training error of the epoch now over, shape (K,)."""
        self._strip[self.epoch % len(self._strip)] = errors
        self.epoch += 1
        if self.epoch >= self._epochs and not self.at_strip_end:
            self._stop(self.running.copy())

    def tell_validation(self, errors: Array) -> NDArray[np.bool_]:
        """Take the validation errors, shape (K,); return which members are at their best now.

        Members are stopped where GL > 5, P5 < 0.1, the epochs are used up, or an error is not
        finite any more.
        """
        better = self.running & (errors < self.best_error)
        self.best_error = np.where(better, errors, self.best_error)
        self.best_epoch = np.where(better, self.epoch, self.best_epoch)
        broken = ~(np.isfinite(errors) & np.isfinite(self._strip).all(axis=0))
        with np.errstate(invalid="ignore"):
            lost = generalisation_loss(errors, self.best_error) > self._most_loss
            standing = training_progress(self._strip) < self._least_progress
        self._stop(self.running & (lost | standing | broken | (self.epoch >= self._epochs)))
        return better

    def _stop(self, members: NDArray[np.bool_]) -> None:
        self.stop_epoch = np.where(members, self.epoch, self.stop_epoch)
        self.running = self.running & ~members


def _ratio(error: Array, lowest: Array) -> Array:
    """Return error/lowest, 1 where both are 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(error == lowest, 1.0, error / lowest)
