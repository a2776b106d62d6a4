"""The samples of a CNN, in batches: prepared, on the device, changed at random where wanted."""

from __future__ import annotations

from typing import Protocol, Self

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.augmenting import Augmenter
from core.cnn.pixels import FittedPixels


class Samples(Protocol):
    """What a CNN is trained on, whatever it was made from."""

    @property
    def shape(self) -> tuple[int, int, int]:
        """Channels, height and width of a sample."""

    @property
    def device(self) -> torch.device:
        """Where the batches lie."""

    def __len__(self) -> int: ...

    def batch(
        self,
        rows: torch.Tensor,
        augmenter: Augmenter | None = None,
        generator: torch.Generator | None = None,
    ) -> torch.Tensor:
        """Return prepared samples, float32, shape (B, C, H, W), on the device.

        Parameters
        ----------
        rows
            int64, shape (B,). Numbers of the samples, on the device.
        augmenter
            How they are changed at random; None: not at all.
        generator
            Where its random numbers come from.
        """

    def to(self, device: torch.device | str) -> Self:
        """Return the same samples on another device."""


class ImageSamples:
    """Images that lie whole on the device as unsigned bytes, a quarter of what numbers take.

    Parameters
    ----------
    pixels
        uint8, shape (P, C, H, W).
    fitted
        How they are prepared.
    """

    def __init__(self, pixels: torch.Tensor | NDArray[np.uint8], fitted: FittedPixels) -> None:
        given = pixels if isinstance(pixels, torch.Tensor) else tensor_of(pixels)
        self.pixels = given.to(fitted.device)
        self.fitted = fitted

    @property
    def shape(self) -> tuple[int, int, int]:
        _, channels, height, width = self.pixels.shape
        return channels, height, width

    @property
    def device(self) -> torch.device:
        return self.pixels.device

    def __len__(self) -> int:
        return len(self.pixels)

    def unit(self, rows: torch.Tensor) -> torch.Tensor:
        """Return pixels in 0…1, float32, shape (B, C, H, W), before augmentation and scaling."""
        # seven times as fast as pixels[rows]
        return self.pixels.index_select(0, rows).to(torch.float32).mul_(1 / 255)

    def batch(
        self,
        rows: torch.Tensor,
        augmenter: Augmenter | None = None,
        generator: torch.Generator | None = None,
    ) -> torch.Tensor:
        """See `Samples.batch`; the random changes happen on pixels in 0…1, before the scaling."""
        values = self.unit(rows)
        if augmenter is not None:
            values = augmenter(values, generator)
        return self.fitted.apply(values)

    def to(self, device: torch.device | str) -> ImageSamples:
        """Return the same samples on another device; on this one they are not copied."""
        return ImageSamples(self.pixels.to(device), self.fitted.to(device))


def tensor_of(pixels: NDArray[np.uint8]) -> torch.Tensor:
    """Share the memory of an array where torch can, which takes none that is only to be read."""
    whole = np.ascontiguousarray(pixels)
    return torch.from_numpy(whole if whole.flags.writeable else whole.copy())
