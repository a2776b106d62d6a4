"""One step of training: outputs, error, gradient; in two halves where memory does not suffice."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from core.cnn.errors import BatchError
from core.cnn.place import Place
from core.networks.cnn.building import CNNModule
from datasets.messages import InputError

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
    may_halve
        Whether that may be. Where other processes wait for figures of a layer, it may not.

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
        *,
        may_halve: bool = True,
    ) -> None:
        self.pieces = 1
        self.may_halve = may_halve
        self._network = network
        self._weights = [weight for weight in network.parameters() if weight.requires_grad]
        self._error = error
        self._place = place
        self._on_halved = on_halved
        dtype = torch.float32 if place.device.type == "mps" else torch.float64
        self.tally = torch.zeros(2, dtype=dtype, device=place.device)
        self._losses, self._right = self.tally.unbind()
        self._shares: dict[int, Tensor] = {}

    def gradient(self, images: Tensor, labels: Tensor, batch: int = 0) -> None:
        """Put the gradient of the batch's mean error into the weights.

        Parameters
        ----------
        images
            float32, (B, C, H, W), prepared.
        labels
            int64, (B,).
        batch
            Samples of the batch where these are a share of it, whose errors add up to a part of
            its mean; 0: these are all.

        Raises
        ------
        InputError
            When memory does not suffice and the batch may not be halved.
        """
        while not self._tried(images, labels, batch or len(images)):
            self.pieces *= 2
            if self._place.device.type == "cuda":
                torch.cuda.empty_cache()
            self._on_halved(-(-len(images) // self.pieces))

    def _tried(self, images: Tensor, labels: Tensor, batch: int) -> bool:
        before = self.tally.clone()
        try:
            self._accumulate(images, labels, batch)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or self.pieces >= len(images):
                raise
            if not self.may_halve:
                raise _too_large(len(images)) from None
            self.tally.copy_(before)
            return False
        return True

    def _accumulate(self, images: Tensor, labels: Tensor, batch: int) -> None:
        for weight in self._weights:
            weight.grad = None
        size = -(-len(images) // self.pieces)
        share = self._share(batch)
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


def _too_large(samples: int) -> InputError:
    return InputError(
        "Memory did not suffice for {samples} samples at once in one of several processes; set a "
        "smaller batch, or start more processes.",
        samples=f"{samples:,}",
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory did not suffice."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(
        words in str(error).lower() for words in _OUT_OF_MEMORY
    )
