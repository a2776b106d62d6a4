"""Digits to write into files: scikit-learn's, enlarged where a test needs more pixels."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_digits

from datasets.images.image_set import ImageSet


@cache
def digits() -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return 1,797 images of 8×8, 0…255, light on dark, with their labels."""
    bunch = load_digits()
    pixels = np.floor(bunch.images * 255 / 16 + 0.5).astype(np.uint8)
    return pixels, bunch.target.astype(np.int64)


def large(count: int, times: int = 2, margin: int = 2) -> tuple[NDArray[np.uint8], NDArray[Any]]:
    """Return the first digits enlarged, with a margin of background: 8·times + 2·margin a side."""
    pixels, labels = digits()
    grown = pixels[:count].repeat(times, 1).repeat(times, 2)
    return np.pad(grown, ((0, 0), (margin, margin), (margin, margin))), labels[:count]


def told(found: ImageSet) -> str:
    """Return all notices as one text."""
    return "\n".join(map(str, found.notices))
