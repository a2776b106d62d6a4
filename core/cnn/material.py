"""What one network is trained on, and its batches, in another order in every epoch."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from core.cnn.augmenting import Augmenter
from core.cnn.batches import CHUNK, Share, batch_bounds
from core.cnn.chance import Chance
from core.cnn.optimizers import is_full_batch
from core.cnn.place import Place
from core.cnn.ranks import Ranks
from core.cnn.samples import Samples
from core.job_sections.cnn import CNNTraining


@dataclass(frozen=True)
class Material:
    """What one member is trained on.

    Attributes
    ----------
    samples
        All samples.
    labels
        int64, class of every sample.
    training, validation
        int64, rows of the parts; the second may be empty.
    augmenter
        How training images are changed; None: not at all.
    """

    samples: Samples
    labels: Tensor
    training: Tensor
    validation: Tensor
    augmenter: Augmenter | None = None

    def to(self, device: torch.device) -> Material:
        """Return it on a device."""
        return replace(
            self,
            samples=self.samples.to(device),
            labels=self.labels.to(device),
            training=self.training.to(device),
            validation=self.validation.to(device),
        )


def batch_size(training: CNNTraining) -> int:
    """Return how many samples' gradient is computed at once."""
    return CHUNK if is_full_batch(training) else training.batch_size


class Batches:
    """The batches of every epoch, of each of which this process takes its share.

    Parameters
    ----------
    size
        Samples of a batch; the last one of an epoch may have others, see `batch_bounds`.
    chance
        The random numbers of the member.

    Attributes
    ----------
    share
        Of the batch that was taken last.
    """

    def __init__(
        self, material: Material, size: int, place: Place, chance: Chance, ranks: Ranks
    ) -> None:
        self._material = material
        self._place = place
        self._chance = chance
        self._ranks = ranks
        self._bounds = batch_bounds(len(material.training), size)
        self.share = Share()
        self._augmenter = material.augmenter
        if self._augmenter is not None and ranks.are_several:
            self._augmenter = self._augmenter.shared(self.share)
        self._epoch = -1
        self._order = torch.empty(0)

    def __len__(self) -> int:
        """Batches of an epoch."""
        return len(self._bounds)

    def seen(self, position: int) -> int:
        """Return how many samples the first `position` batches of an epoch have."""
        return self._bounds[position - 1][1] if position else 0

    def take(self, epoch: int, position: int) -> tuple[Tensor, Tensor]:
        """Return images and labels of a batch, as far as this process computes them.

        Parameters
        ----------
        epoch, position
            Counted from 0; the batch within the epoch.
        """
        material, share = self._material, self.share
        order = self._order_of(epoch)
        first, last = self._bounds[position]
        share.take(self._ranks, last - first)
        rows = order[first + share.first : first + share.last]
        step = epoch * len(self) + position
        generator = self._chance.augmentation(step) if self._augmenter else None
        images = material.samples.batch(rows, self._augmenter, generator)
        return images.contiguous(
            memory_format=self._place.memory_format
        ), material.labels.index_select(0, rows)

    def _order_of(self, epoch: int) -> Tensor:
        if epoch != self._epoch:
            training = self._material.training
            mixed = self._chance.order(epoch, len(training))
            self._epoch, self._order = epoch, training[mixed.to(training.device)]
        return self._order
