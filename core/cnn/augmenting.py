"""Training images changed at random, a whole batch at once and on its device."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch.nn import functional

from core.cnn.batches import Share
from core.job_sections.images import Augmentation

# the smooth displacement changes over this share of the side: 4 of the 28 pixels of a digit.
# Source: Simard, Steinkraus and Platt 2003, ICDAR, 958-963.
SMOOTHNESS = 4 / 28


@dataclass(frozen=True)
class Drawn:
    """Random figures of a batch of B images, float32.

    A point at p pixels from the middle of the image (across, down) goes to M·p + `shift`.

    Attributes
    ----------
    inverse
        Shape (B, 2, 2). M⁻¹: where in the old image a pixel of the new one comes from.
    shift
        Shape (B, 2). Pixels across and down.
    displacement
        Shape (B, 2, H, W), in pixels across and down, added to the place a pixel comes from; None
        without elastic distortion.
    """

    inverse: torch.Tensor
    shift: torch.Tensor
    displacement: torch.Tensor | None = None


class Augmenter:
    """Draws and carries out the changes of a job.

    Shift, rotation, scale, shear and elastic distortion are one sampling of the old image between
    its pixels (bilinear); what comes from outside is background, 0. Each figure is drawn evenly
    between its limits for every image by itself; noise and displacement are normal.

    Parameters
    ----------
    shape
        Channels, height and width of the images.
    share
        Where several processes change the images of one batch, the share of this one: figures are
        drawn for all images, and only the share's own are used.
    """

    def __init__(
        self,
        augmentation: Augmentation,
        shape: tuple[int, int, int],
        share: Share | None = None,
    ) -> None:
        self.augmentation = augmentation
        self.shape = shape
        self._share = share
        _, height, width = shape
        self._down = smoothing(height)
        self._across = smoothing(width)

    def shared(self, share: Share) -> Augmenter:
        """Return what changes the images of a share as those of the whole batch are changed."""
        return Augmenter(self.augmentation, self.shape, share)

    @property
    def is_active(self) -> bool:
        """Whether anything is changed at all."""
        return self.augmentation.is_active

    @property
    def _moves(self) -> bool:
        chosen = self.augmentation
        return any((chosen.shift, chosen.rotation, chosen.scale, chosen.shear, chosen.elastic))

    def __call__(
        self, images: torch.Tensor, generator: torch.Generator | None = None
    ) -> torch.Tensor:
        """Return changed images; the same ones, untouched, when there is nothing to change.

        Parameters
        ----------
        images
            float32, shape (B, C, H, W), in 0…1. Left as they are.
        generator
            Its state alone decides what is drawn, on its own device: a generator of the processor
            gives the same changes on every device.
        """
        changed = images
        if self.augmentation.flip:
            changed = self._flipped(changed, generator)
        if self._moves:
            changed = warped(changed, self._draw(changed, generator))
        if self.augmentation.noise:
            noise = self._normal(tuple(changed.shape), generator, changed.device)
            changed = (changed + self.augmentation.noise * noise).clamp_(0, 1)
        return changed

    def _draw(self, images: torch.Tensor, generator: torch.Generator | None) -> Drawn:
        """Draw everything in a fixed order, whatever is wanted of it."""
        chosen = self.augmentation
        _, _, height, width = images.shape
        spread = self._uniform((len(images), 5), generator, images.device)
        angle, slant = math.radians(chosen.rotation), math.radians(chosen.shear)
        sides = torch.tensor([width, height], dtype=torch.float32, device=images.device)
        inverse = inverse_of(
            spread[:, 0] * angle, 1 + spread[:, 1] * chosen.scale, spread[:, 2] * slant
        )
        shift = spread[:, 3:5] * chosen.shift * sides
        return Drawn(inverse, shift, self._displacement(images, generator))

    def _displacement(
        self, images: torch.Tensor, generator: torch.Generator | None
    ) -> torch.Tensor | None:
        """Return smooth random fields of the wanted standard deviation at every pixel."""
        if not self.augmentation.elastic:
            return None
        _, _, height, width = images.shape
        down, across = self._down.to(images.device), self._across.to(images.device)
        knots = (len(images), 2, down.shape[1], across.shape[1])
        field = down @ self._normal(knots, generator, images.device) @ across.T
        sides = torch.tensor([width, height], dtype=torch.float32, device=images.device)
        return field * (self.augmentation.elastic * sides)[:, None, None]

    def _flipped(self, images: torch.Tensor, generator: torch.Generator | None) -> torch.Tensor:
        """Turn each image to one of its eight positions, or of four where it is no square."""
        chosen = self._uniform((3, len(images)), generator, images.device, images_at=1) > 0
        across, down, turned = chosen[:, :, None, None, None]
        images = torch.where(across, images.flip(3), images)
        images = torch.where(down, images.flip(2), images)
        if images.shape[2] != images.shape[3]:
            return images
        return torch.where(turned, images.transpose(2, 3), images)

    def _uniform(
        self,
        shape: tuple[int, ...],
        generator: torch.Generator | None,
        device: torch.device,
        images_at: int = 0,
    ) -> torch.Tensor:
        """Draw from -1…1."""
        where = generator.device if generator is not None else device
        drawn = torch.rand(self._whole(shape, images_at), generator=generator, device=where)
        return self._own(drawn * 2 - 1, images_at).to(device)

    def _normal(
        self, shape: tuple[int, ...], generator: torch.Generator | None, device: torch.device
    ) -> torch.Tensor:
        where = generator.device if generator is not None else device
        drawn = torch.randn(self._whole(shape, 0), generator=generator, device=where)
        return self._own(drawn, 0).to(device)

    def _whole(self, shape: tuple[int, ...], images_at: int) -> tuple[int, ...]:
        """Return a shape for all images of the batch; `images_at` is the dimension of images."""
        if self._share is None:
            return shape
        return (*shape[:images_at], self._share.whole, *shape[images_at + 1 :])

    def _own(self, drawn: torch.Tensor, images_at: int) -> torch.Tensor:
        if self._share is None:
            return drawn
        first, last = self._share.first, self._share.last
        return drawn.narrow(images_at, first, last - first)


def inverse_of(angle: torch.Tensor, scale: torch.Tensor, slant: torch.Tensor) -> torch.Tensor:
    """Return M⁻¹ of M = rotation·shear·scale for each image, shape (B, 2, 2).

    Parameters
    ----------
    angle
        Radians, shape (B,). Positive turns the picture clockwise as it is seen, since rows count
        downwards.
    scale
        Factor, shape (B,); above 1 the picture grows.
    slant
        Radians, shape (B,). A point moves across by tan(slant) times how far down it lies.
    """
    cosine, sine, tangent = torch.cos(angle), torch.sin(angle), torch.tan(slant)
    # (rotation·shear·scale)⁻¹ = scale⁻¹·shear⁻¹·rotation⁻¹
    first = torch.stack((cosine + tangent * sine, sine - tangent * cosine), dim=1)
    second = torch.stack((-sine, cosine), dim=1)
    return torch.stack((first, second), dim=1) / scale[:, None, None]


def warped(images: torch.Tensor, drawn: Drawn) -> torch.Tensor:
    """Sample images of shape (B, C, H, W) anew, 0 where a pixel comes from outside."""
    _, _, height, width = images.shape
    across = torch.arange(width, dtype=images.dtype, device=images.device) - (width - 1) / 2
    down = torch.arange(height, dtype=images.dtype, device=images.device) - (height - 1) / 2
    x = across - drawn.shift[:, 0, None]
    y = down - drawn.shift[:, 1, None]
    inverse = drawn.inverse
    from_x = (
        inverse[:, 0, 0, None, None] * x[:, None, :]
        + inverse[:, 0, 1, None, None] * (y[:, :, None])
    )
    from_y = (
        inverse[:, 1, 0, None, None] * x[:, None, :]
        + inverse[:, 1, 1, None, None] * (y[:, :, None])
    )
    if drawn.displacement is not None:
        from_x = from_x + drawn.displacement[:, 0]
        from_y = from_y + drawn.displacement[:, 1]
    # grid_sample counts from -1 at the left edge of the first pixel to 1 at the right of the last
    places = torch.stack((from_x * (2 / width), from_y * (2 / height)), dim=3)
    return functional.grid_sample(
        images, places, mode="bilinear", padding_mode="zeros", align_corners=False
    )


def smoothing(side: int) -> torch.Tensor:
    """Return the weights that make a smooth curve of random knots, float32, shape (side, knots).

    The knots lie a standard deviation of the Gauss curve apart and reach two beyond either end.
    Every row has length 1, so that a curve of standard normal knots has variance 1 everywhere.
    """
    width = max(1.0, SMOOTHNESS * side)
    knots = math.ceil((side - 1) / (2 * width)) + 2
    places = torch.arange(-knots, knots + 1, dtype=torch.float64) * width + (side - 1) / 2
    distances = torch.arange(side, dtype=torch.float64)[:, None] - places
    weights = torch.exp(-0.5 * (distances / width) ** 2)
    return functional.normalize(weights, dim=1).to(torch.float32)
