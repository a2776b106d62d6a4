"""Small sets of images for tests."""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from datasets.images.image_set import ImageSet


def image_set(
    counts: tuple[int, ...] = (20, 15, 10),
    shape: tuple[int, int, int] = (1, 8, 8),
    *,
    unknown: int = 0,
    test: int = 0,
    seed: int = 0,
    names: bool = False,
) -> ImageSet:
    """Return images of which class k is brightest in band k, in mixed order.

    Parameters
    ----------
    counts
        Images of each class.
    unknown
        Images without a class besides.
    test
        Images of each class that the source keeps for testing, besides.
    """
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(counts)), counts)
    labels = np.concatenate([labels, np.full(unknown, -1), np.repeat(np.arange(len(counts)), test)])
    is_test = np.arange(len(labels)) >= len(labels) - test * len(counts)
    order = rng.permutation(len(labels))
    labels, is_test = labels[order].astype(np.int64), is_test[order]
    pixels = _pixels(labels, len(counts), shape, rng)
    return ImageSet(
        pixels,
        labels,
        tuple("abcdefghij"[: len(counts)]),
        is_test,
        "example:bands",
        hashlib.sha256(pixels.tobytes() + labels.tobytes()).hexdigest(),
        tuple(f"image {number}.png" for number in range(len(labels))) if names else (),
    )


def _pixels(
    labels: NDArray[np.int64], classes: int, shape: tuple[int, int, int], rng: np.random.Generator
) -> NDArray[np.uint8]:
    pixels = rng.integers(0, 120, (len(labels), *shape))
    band = shape[1] // classes
    for row, label in enumerate(labels):
        if label >= 0:
            pixels[row, :, label * band : (label + 1) * band] += 100
    return pixels.astype(np.uint8)
