"""One step of training: outputs, error, gradient; in two halves where memory does not suffice."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from core.cnn.errors import BatchError
from core.cnn.place import Place
from core.networks.cnn.building import CNNModule

# weight of the error of an auxiliary head beside that of the outputs (Szegedy et al. 2015, 5)
AUXILIARY = 0.3
# what CPU and Apple allocators say in a plain RuntimeError
_OUT_OF_MEMORY = ("not enough memory", "can't allocate memory", "out of memory")


class Step:
    """Computes the gradient of the mean error of one batch.

    Parameters
    ----------
    network
        Gives outputs (B, classes) for images (B, C, H, W); must lie on the place's device.
    error
        Sum over the samples of a batch.
    on_halved
        Told the samples that are now computed at once, whenever memory did not suffice.

    Attributes
    ----------
    pieces
        Into how many pieces a batch is divided. Their gradients are added, so that a step means
        the same; only batch normalisation sees fewer samples at once.
    tally
        float64 (float32 on MPS), shape (2,), on the device: sum of errors and count of right
        samples since `clear`. Reading it waits for the device.
    """

    def __init__(
        self,
        network: CNNModule,
        error: BatchError,
        place: Place,
        on_halved: Callable[[int], None] = lambda samples: None,
    ) -> None:
        self.pieces = 1
        self._network = network
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]
        self._error = error
        self._place = place
        self._on_halved = on_halved
        dtype = torch.float32 if place.device.type == "mps" else torch.float64
        self.tally = torch.zeros(2, dtype=dtype, device=place.device)
        self._losses, self._right = self.tally.unbind()
        self._shares: dict[int, Tensor] = {}

    def gradient(self, images: Tensor, labels: Tensor) -> None:
        """Put the gradient of the batch's mean error into the weights.

        Parameters
        ----------
        images
            float32, (B, C, H, W), prepared.
        labels
            int64, (B,).
        """
        while not self._tried(images, labels):
            self.pieces *= 2
            if self._place.device.type == "cuda":
                torch.cuda.empty_cache()
            self._on_halved(-(-len(images) // self.pieces))

    def _tried(self, images: Tensor, labels: Tensor) -> bool:
        before = self.tally.clone()
        try:
            self._accumulate(images, labels)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or self.pieces >= len(images):
                raise
            self.tally.copy_(before)
            return False
        return True

    def _accumulate(self, images: Tensor, labels: Tensor) -> None:
        for weight in self._weights:
            weight.grad = None
        size = -(-len(images) // self.pieces)
        share = self._share(len(images))
        for piece, known in zip(images.split(size), labels.split(size), strict=True):
            with self._place.computing():
                heads = self._network.heads(piece)
            outputs, *others = (head.float() for head in heads)
            error = whole = self._error(outputs, known)
            for other in others:
                whole = whole + AUXILIARY * self._error(other, known)
            whole.backward(share)
            self._losses.add_(error.detach())
            self._right.add_((outputs.detach().argmax(1) == known).sum())

    def _share(self, samples: int) -> Tensor:
        """Return 1/B, by which the gradient of a sum becomes that of the mean."""
        if samples not in self._shares:
            self._shares[samples] = torch.tensor(1 / samples, device=self._place.device)
        return self._shares[samples]


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory did not suffice."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(
        words in str(error).lower() for words in _OUT_OF_MEMORY
    )
