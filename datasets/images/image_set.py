"""A set of images with their classes, as every reader gives it and every network takes it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message

UNKNOWN = -1


@dataclass(frozen=True)
class ImageSet:
    """Images of one size.

    Attributes
    ----------
    pixels
        uint8, shape (P, C, H, W). Of grey images 0 is the background and 255 full ink, as in MNIST.
    labels
        int64, shape (P,), 0…len(class_names) - 1, or `UNKNOWN`.
    class_names
        Names of the classes in the order of their codes.
    is_test
        bool, shape (P,). The part that the source itself keeps for testing; all False where it has
        none.
    source
        What reads the set again: a file, a folder, or ``example:digits``.
    fingerprint
        SHA-256 of pixels, labels and test part.
    sample_names
        File names of the samples; () where they only have numbers.
    notices
        What was worked around.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    class_names: tuple[str, ...]
    is_test: NDArray[np.bool_]
    source: str
    fingerprint: str
    sample_names: tuple[str, ...] = ()
    notices: tuple[Message, ...] = ()

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Channels, height and width of an image."""
        _, channels, height, width = self.pixels.shape
        return channels, height, width

    @property
    def is_labelled(self) -> NDArray[np.bool_]:
        """bool, shape (P,): which samples have a class."""
        return np.asarray(self.labels != UNKNOWN)
