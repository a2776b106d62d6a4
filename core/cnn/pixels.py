"""What happens to pixels before a CNN sees them, with figures of the training part alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.whitening import whitening_matrix
from core.job_sections.images import ImagePreparation
from datasets.messages import InputError, Message, message

Scaling = Literal["unit", "mean", "normalise", "pca", "zca"]
Shape = tuple[int, int, int]
# images whose bytes become numbers of double precision at once
CHUNK = 1_024


@dataclass(frozen=True)
class FittedPixels:
    """All figures that prepare an image; `fit_pixels` finds them.

    Pixels are brought to 0…1. Then the prepared value is (v - shift)·factor, and where there is a
    `rotation`, R·(v - shift) of the whole image as one vector.

    With "pca" the value at place k of the prepared image is its k-th component, the largest at the
    top left: neighbours have nothing to do with each other, so a convolution finds nothing there;
    it is meant for fully connected networks. "zca" keeps every pixel where it was.

    Attributes
    ----------
    shape
        Channels, height and width.
    shift
        float32. The mean image (C, H, W), the mean of each channel (C, 1, 1), or 0 (1, 1, 1).
    factor
        float32, as `shift`. One over the standard deviation of a channel; 0 for a constant one,
        so that nothing is read from it.
    rotation
        float32, shape (D, D) for D = C·H·W; shape (0, 0) without whitening.
    notices
        What was worked around when it was fitted.
    """

    scaling: Scaling
    shape: Shape
    shift: torch.Tensor
    factor: torch.Tensor
    rotation: torch.Tensor
    notices: tuple[Message, ...] = field(default=(), compare=False)

    @property
    def device(self) -> torch.device:
        return self.shift.device

    def to(self, device: torch.device | str) -> FittedPixels:
        """Return the same figures on another device."""
        return FittedPixels(
            self.scaling,
            self.shape,
            self.shift.to(device),
            self.factor.to(device),
            self.rotation.to(device),
            self.notices,
        )

    def apply(self, values: torch.Tensor) -> torch.Tensor:
        """Prepare pixels in 0…1, float32, shape (B, C, H, W), on the device of the figures."""
        if self.scaling == "unit":
            return values
        centred = values - self.shift
        if self.scaling == "mean":
            return centred
        if self.scaling == "normalise":
            return centred.mul_(self.factor)
        return (centred.flatten(1) @ self.rotation.T).reshape(values.shape)

    def tensors(self) -> dict[str, torch.Tensor]:
        """Return the figures for a file."""
        return {"shift": self.shift, "factor": self.factor, "rotation": self.rotation}

    def to_values(self) -> dict[str, Any]:
        """Return the rest as plain values for JSON."""
        return {"scaling": self.scaling, "shape": list(self.shape)}

    @classmethod
    def from_values(
        cls, values: Mapping[str, Any], tensors: Mapping[str, torch.Tensor]
    ) -> FittedPixels:
        """Undo `to_values` and `tensors`.

        Raises
        ------
        ValueError, KeyError, TypeError
            When they do not fit together.
        """
        channels, height, width = (int(side) for side in values["shape"])
        scaling = values["scaling"]
        if scaling not in get_args(Scaling):
            raise ValueError(f"scaling {scaling}")
        found = cls(
            scaling,
            (channels, height, width),
            tensors["shift"],
            tensors["factor"],
            tensors["rotation"],
        )
        found._check()
        return found

    def _check(self) -> None:
        size = int(np.prod(self.shape))
        shape = torch.Size(self.shape)
        wanted = (size, size) if self.scaling in ("pca", "zca") else (0, 0)
        for figures in (self.shift, self.factor):
            if figures.ndim != 3 or torch.broadcast_shapes(figures.shape, shape) != shape:
                raise ValueError("figures of the pixels have another shape than the images")
        if tuple(self.rotation.shape) != wanted:
            raise ValueError("the whitening has another shape than the images")
        for figures in self.tensors().values():
            if figures.dtype != torch.float32 or not bool(torch.isfinite(figures).all()):
                raise ValueError("some figures of the pixels are no numbers")


def fit_pixels(preparation: ImagePreparation, pixels: NDArray[np.uint8]) -> FittedPixels:
    """Find the figures of a preparation.

    Parameters
    ----------
    pixels
        uint8, shape (P, C, H, W). The training part and nothing else.

    Raises
    ------
    InputError
        When there is no image, or the images are too large to be whitened.
    """
    if len(pixels) == 0:
        raise InputError(
            "There is no training image to prepare the pixels by; hold out fewer samples."
        )
    scaling, shape = preparation.scaling, _shape_of(pixels)
    if scaling == "mean":
        mean = pixels.mean(axis=0, dtype=np.float64) / 255
        return _fitted(scaling, shape, shift=mean)
    if scaling == "normalise":
        mean, deviation = channel_figures(pixels)
        factor = np.divide(1, deviation, out=np.zeros_like(deviation), where=deviation > 0)
        notices = _constant_channels(deviation)
        return _fitted(
            scaling, shape, shift=mean[:, None, None], factor=factor[:, None, None], said=notices
        )
    if scaling in ("pca", "zca"):
        kind: Literal["pca", "zca"] = "pca" if scaling == "pca" else "zca"
        mean, rotation = whitening_matrix(pixels, kind, preparation.whitening_strength)
        return _fitted(scaling, shape, shift=mean, rotation=rotation)
    return _fitted(scaling, shape)


def channel_figures(
    pixels: NDArray[np.uint8],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return mean and standard deviation (divided by P·H·W) of each channel in 0…1, shape (C,).

    Sums of bytes and of their squares are whole numbers, so no order of summing changes a bit and
    the deviation of a constant channel is 0 exactly.
    """
    found = [_mean_and_deviation(pixels[:, channel]) for channel in range(pixels.shape[1])]
    mean, deviation = np.array(found, np.float64).T / 255
    return mean, deviation


def _mean_and_deviation(values: NDArray[np.uint8]) -> tuple[float, float]:
    total = squares = 0
    for first in range(0, len(values), CHUNK):
        some = values[first : first + CHUNK].ravel().astype(np.float64)
        # whole numbers below 2**53 each
        total += int(some.sum())
        squares += int(some @ some)
    count = values.size
    return total / count, math.sqrt(count * squares - total**2) / count


def _constant_channels(deviation: NDArray[np.float64]) -> tuple[Message, ...]:
    constant = int((deviation == 0).sum())
    if not constant:
        return ()
    return (
        message(
            "Channels with one value in all training images ({count}) are set to 0; nothing can "
            "be read from them.",
            count=constant,
        ),
    )


def _shape_of(pixels: NDArray[np.uint8]) -> Shape:
    _, channels, height, width = pixels.shape
    return channels, height, width


def _fitted(
    scaling: Scaling,
    shape: Shape,
    *,
    shift: NDArray[np.float64] | None = None,
    factor: NDArray[np.float64] | None = None,
    rotation: NDArray[np.float64] | None = None,
    said: tuple[Message, ...] = (),
) -> FittedPixels:
    def single(values: NDArray[np.float64] | None, default: torch.Tensor) -> torch.Tensor:
        if values is None:
            return default
        return torch.from_numpy(np.ascontiguousarray(values, np.float32))

    return FittedPixels(
        scaling,
        shape,
        single(shift, torch.zeros(1, 1, 1)),
        single(factor, torch.ones(1, 1, 1)),
        single(rotation, torch.zeros(0, 0)),
        said,
    )
