"""The ink of every image of a set scaled and placed as a reading says."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from datasets.images.cleaning import cleaned
from datasets.images.framing import fit
from datasets.images.image_reading import ImageReading
from datasets.images.ink_frame import whole_percent
from datasets.images.scaling import LARGEST_COMMON
from datasets.messages import Message, message

# side of the images of MNIST
USUAL_SIDE = 28


def placed_anew(
    pixels: NDArray[np.uint8], reading: ImageReading
) -> tuple[NDArray[np.uint8], tuple[Message, ...]]:
    """Return images with their ink where the reading wants it, and what was done.

    Parameters
    ----------
    pixels
        uint8, light ink, shape (P, H, W); pictures in colour, (P, H, W, 3), are left as they are.
    """
    if reading.framing == "kept":
        return pixels, ()
    if pixels.ndim == 4:
        return pixels, (
            message("The images have colours, so their ink was not framed; have them made grey."),
        )
    side = reading.side or _side_of(pixels)
    shape = (1, side, side)
    framed = [
        fit(cleaned(picture), shape, reading.framing, share=reading.ink_share)[0]
        for picture in pixels
    ]
    return np.stack(framed), (_told(reading),)


def _side_of(pixels: NDArray[np.uint8]) -> int:
    side = max(pixels.shape[1:])
    return side if side <= LARGEST_COMMON else USUAL_SIDE


def _told(reading: ImageReading) -> Message:
    if reading.framing == "blocks":
        return message("The ink of every image was cut out and counted in blocks.")
    share = whole_percent(reading.ink_share)
    if reading.framing == "mass":
        return message(
            "The ink of every image was scaled to {share} of its side, with its centre of mass in "
            "the middle.",
            share=share,
        )
    return message(
        "The ink of every image was scaled to {share} of its side and put in the middle.",
        share=share,
    )
