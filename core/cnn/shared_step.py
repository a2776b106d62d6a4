"""A step whose batch several processes share: their gradients are added before the weights move."""

from __future__ import annotations

from torch import Tensor

from core.cnn.batches import Share
from core.cnn.ranks import Ranks, flattened, put_back
from core.cnn.step import Step
from core.networks.cnn.building import CNNModule


class SharedStep:
    """Computes gradients as `Step` does, of the whole batch, from the share of this process.

    All gradients and the tally go in one sum, after the last of them is known. A step is not
    captured as a CUDA graph: batch normalisation asks the other processes in the middle of it, and
    a network large enough to be shared gains little by a graph.
    """

    def __init__(self, network: CNNModule, step: Step, share: Share, ranks: Ranks) -> None:
        self._step = step
        self._share = share
        self._ranks = ranks
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]

    def gradient(self, images: Tensor, labels: Tensor) -> None:
        """Put the gradient of the whole batch's mean error into the weights, its errors into tally.

        Parameters
        ----------
        images, labels
            The share of this process; see `Step.gradient`.
        """
        tally = self._step.tally
        before = tally.clone()
        self._step.gradient(images, labels, self._share.whole)
        tally.sub_(before)
        found = [weight.grad for weight in self._weights if weight.grad is not None]
        flat = flattened([*found, tally.to(found[0].dtype)])
        if not self._share.is_divided and not self._ranks.is_first:
            # all computed the same, and it counts once
            flat.zero_()
        put_back(self._ranks.add(flat), [*found, tally])
        tally.add_(before)
