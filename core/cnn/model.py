"""A trained CNN: networks, preparation and names, enough to classify new images anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.pixels import FittedPixels
from core.cnn.samples import ImageSamples, Samples
from core.job_sections.cnn import CNN
from core.networks.cnn.building import CNNModule
from core.networks.cnn.planned import Plan
from datasets.images.image_reading import ImageReading
from datasets.images.ink_frame import InkFrame

# outputs of all layers of a batch that may lie in memory at once, in bytes
MOST_BYTES = 256 * 2**20
LARGEST_BATCH = 512


@dataclass(frozen=True)
class TrainedCNN:
    """Everything that a prediction needs.

    Attributes
    ----------
    cnn
        What was asked for.
    plan
        Its layers for the images and classes at hand; alike for all members.
    members
        Networks in evaluation mode. Those that diverged are not among them.
    member_folds
        For each member the number of its fold, from 0.
    pixels
        How the images of each fold are prepared.
    reading
        How the images were read that it learned from, for those that come later.
    frame
        Where the ink lay in the images it learned from; None where there is no such thing.
    """

    cnn: CNN
    plan: Plan
    members: tuple[CNNModule, ...]
    member_folds: tuple[int, ...]
    pixels: tuple[FittedPixels, ...]
    class_names: tuple[str, ...]
    reading: ImageReading = field(default_factory=ImageReading)
    frame: InkFrame | None = None

    def __post_init__(self) -> None:
        if len(self.members) != len(self.member_folds):
            raise ValueError("every member belongs to a fold")
        if set(self.member_folds) != set(range(len(self.pixels))):
            raise ValueError("every fold has a member")
        for member in self.members:
            member.eval()

    @property
    def shape(self) -> tuple[int, int, int]:
        """Channels, height and width of an image."""
        return self.plan.input

    @property
    def device(self) -> torch.device:
        return self.pixels[0].device

    def to(self, device: torch.device | str) -> TrainedCNN:
        """Move the members, which are not copied, and all figures to a device."""
        return replace(
            self,
            members=tuple(member.to(device) for member in self.members),
            pixels=tuple(each.to(device) for each in self.pixels),
        )

    def samples(self, pixels: NDArray[np.uint8] | torch.Tensor, fold: int = 0) -> ImageSamples:
        """Return images, uint8, shape (P, C, H, W), as the members of a fold see them."""
        return ImageSamples(pixels, self.pixels[fold])

    def probabilities(self, pixels: NDArray[np.uint8] | torch.Tensor) -> NDArray[np.float64]:
        """Return the mean probabilities of all members.

        Parameters
        ----------
        pixels
            uint8, shape (P, C, H, W), of the shape of the model.

        Returns
        -------
        ndarray
            float64, shape (P, classes); every row sums to 1 to within rounding.
        """
        mean: NDArray[np.float64] = self.member_probabilities(pixels).mean(axis=0)
        return mean

    def member_probabilities(self, pixels: NDArray[np.uint8] | torch.Tensor) -> NDArray[np.float64]:
        """Return the probabilities by each member, float64, shape (K, P, classes)."""
        held = [self.samples(pixels, fold) for fold in range(len(self.pixels))]
        return np.stack(
            [
                probabilities_of(member, held[fold])
                for member, fold in zip(self.members, self.member_folds, strict=True)
            ]
        )


def probabilities_of(
    network: CNNModule, samples: Samples, rows: torch.Tensor | None = None
) -> NDArray[np.float64]:
    """Return the probabilities of all samples, or of some, by one network in evaluation mode.

    Parameters
    ----------
    rows
        int64, shape (B,); None: all, in their order.

    Returns
    -------
    ndarray
        float64, shape (B, classes).
    """
    if rows is None:
        rows = torch.arange(len(samples), device=samples.device)
    if len(rows) == 0:
        return np.zeros((0, network.plan.classes))
    with torch.inference_mode():
        found = [
            network.probabilities(samples.batch(some)).to("cpu", torch.float64)
            for some in in_batches(rows, batch_size(network.plan))
        ]
    return np.asarray(torch.cat(found).numpy())


def in_batches(rows: torch.Tensor, size: int) -> Iterator[torch.Tensor]:
    """Part rows into batches."""
    for first in range(0, len(rows), size):
        yield rows[first : first + size]


def batch_size(plan: Plan) -> int:
    """Return how many samples go through a network at once, from the sizes of its layers.

    It depends on the network alone: a sum of products may differ in its last bit with the batch.
    """
    values = sum(int(np.prod(planned.output)) for planned in plan.layers)
    return max(1, min(LARGEST_BATCH, MOST_BYTES // (4 * max(1, values))))
