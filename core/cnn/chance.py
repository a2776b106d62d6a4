"""The random numbers of a CNN's training: each hangs on its name, not on those before it."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

# what keeps the draws for one purpose apart from those for another
WEIGHTS, ORDER, AUGMENTATION, DROPOUT = range(4)


class Chance:
    """All random numbers of one member.

    A number is drawn from the seed of the job, the number of the member and the step it is for,
    so that training can be left and taken up again anywhere with nothing to be kept.

    Parameters
    ----------
    member
        Counted from 0 over all folds.
    device
        Where augmentation draws.
    """

    def __init__(self, seed: int, member: int, device: torch.device) -> None:
        self._seed = seed
        self._member = member
        self._order = torch.Generator()
        self._augmentation = torch.Generator(device)
        self._device = device

    @property
    def weights(self) -> int:
        """Seed of the first weights."""
        return self._number(WEIGHTS, 0)

    def order(self, epoch: int, samples: int) -> Tensor:
        """Return the numbers 0 … samples - 1 mixed for an epoch, int64."""
        self._order.manual_seed(self._number(ORDER, epoch))
        return torch.randperm(samples, generator=self._order)

    def augmentation(self, step: int) -> torch.Generator:
        """Return the generator for the images of a step."""
        return self._augmentation.manual_seed(self._number(AUGMENTATION, step))

    def seed_dropout(self, step: int) -> None:
        """Set torch's own generators, which dropout draws from, for a step."""
        number = self._number(DROPOUT, step)
        torch.default_generator.manual_seed(number)
        if self._device.type == "cuda":
            torch.cuda.manual_seed(number)
        elif self._device.type == "mps":
            torch.mps.manual_seed(number)

    def _number(self, purpose: int, at: int) -> int:
        names = np.random.SeedSequence([self._seed, self._member, purpose, at])
        # torch takes seeds below 2^63
        return int(names.generate_state(1, np.uint64)[0] >> np.uint64(1))
