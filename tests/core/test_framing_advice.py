"""Small ink and ink beside the middle are told; ink as in MNIST is not."""

from __future__ import annotations

import numpy as np
import pytest

from core.framing_advice import framing_advice
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet


def inked(top: int, left: int, side: int) -> ImageSet:
    """Return two images of 40×40 with a square of ink."""
    pixels = np.zeros((2, 1, 40, 40), np.uint8)
    pixels[:, :, top : top + side, left : left + side] = 255
    labels = np.array([0, 1])
    return ImageSet(pixels, labels, ("a", "b"), np.zeros(2, bool), "folder", "", (), ())


@pytest.mark.parametrize(
    ("images", "told"),
    [
        (inked(6, 6, 28), ""),
        (inked(14, 14, 12), "takes 30 % of the side"),
        (inked(0, 0, 24), ""),
        (inked(0, 0, 20), "lies up to 25 % of their side"),
    ],
)
def test_what_is_told_of_the_ink(images: ImageSet, told: str) -> None:
    said = " ".join(map(str, framing_advice(images, ImageReading())))
    assert told in said
    assert bool(told) == bool(said)
    assert framing_advice(images, ImageReading(framing="mass")) == ()
