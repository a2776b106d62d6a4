"""Where a member stands: which epoch was its best, and how long it has not improved."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from core.cnn.scoring import Score


@dataclass
class Standing:
    """The best epoch so far, and the patience that is used up.

    The best epoch is the one with the highest validation accuracy, since accuracy is what a
    classifier is judged by; of equal ones that with the lower validation loss, which a small
    validation part often has to decide. Patience follows the validation loss alone, as its setting
    says: it moves in every epoch, where an accuracy stands still.

    Attributes
    ----------
    epoch, accuracy, loss
        Of the best epoch, counted from 1; 0 before there is one.
    lowest_loss, lowest_epoch
        Lowest validation loss of any epoch.
    """

    epoch: int = 0
    accuracy: float = -1.0
    loss: float = math.inf
    lowest_loss: float = math.inf
    lowest_epoch: int = 0

    def is_best(self, epoch: int, score: Score) -> bool:
        """Take the score of an epoch; return whether it is the best so far."""
        if score.loss < self.lowest_loss:
            self.lowest_loss, self.lowest_epoch = score.loss, epoch
        if not math.isfinite(score.loss):
            return False
        if (score.accuracy, -score.loss) <= (self.accuracy, -self.loss):
            return False
        self.epoch, self.accuracy, self.loss = epoch, score.accuracy, score.loss
        return True

    def is_exhausted(self, epoch: int, patience: int) -> bool:
        """Whether the validation loss has not improved for `patience` epochs; 0: never."""
        return patience > 0 and epoch - self.lowest_epoch >= patience

    def values(self) -> dict[str, Any]:
        """Return the standing as plain values."""
        return vars(self).copy()

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Standing:
        """Undo `values`."""
        return cls(**values)
