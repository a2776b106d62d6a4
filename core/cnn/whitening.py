"""Whitening: pixels without correlation, each with variance near 1, by principal components."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from datasets.messages import InputError

# values of an image; the matrix of this many squared takes 200 MB and its components a minute
MOST_VALUES = 5_000
# images that are turned into numbers of double precision at once
CHUNK = 2_048


def whitening_matrix(
    pixels: NDArray[np.uint8], kind: Literal["pca", "zca"], strength: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the mean image and the matrix W that whitens what is left when it is removed.

    With the covariance C = U·Λ·Uᵀ of the training pixels (divided by P - 1), W = (Λ + ε)^-½·Uᵀ
    for principal components (PCA), U·(Λ + ε)^-½·Uᵀ for the form turned back (ZCA). For both
    Wᵀ·W = (C + εI)⁻¹. Of all whitening matrices ZCA changes the images least.

    Source: Bell and Sejnowski 1997, Vision Research 37, 3327-3338 (ZCA); Kessy, Lewin and
    Strimmer 2018, The American Statistician 72, 309-314.

    Parameters
    ----------
    pixels
        uint8, shape (P, C, H, W), P > 1. Brought to 0…1 by division by 255.
    strength
        ε > 0, added to every variance.

    Returns
    -------
    tuple
        float64, shapes (C, H, W) and (D, D) for D = C·H·W values in the order of an image. Of a
        component, whose sign is free, the weight largest in size is positive.

    Raises
    ------
    InputError
        When the images are too large for a matrix of all pairs of values.
    """
    size = int(np.prod(pixels.shape[1:]))
    if size > MOST_VALUES:
        raise InputError(
            "Images of {values} values are too large to be whitened, which needs a matrix of all "
            "pairs of values; choose another preparation of the pixels, or images of at most "
            "{most} values.",
            values=f"{size:,}",
            most=f"{MOST_VALUES:,}",
        )
    mean = pixels.mean(axis=0, dtype=np.float64) / 255
    variances, components = _components(pixels, mean)
    spread = 1 / np.sqrt(np.maximum(variances, 0) + strength)
    rows = spread[:, None] * components
    return mean, rows if kind == "pca" else components.T @ rows


def _components(
    pixels: NDArray[np.uint8], mean: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return variances, falling, and components, one a row."""
    size = mean.size
    products = np.zeros((size, size))
    for some in _centred(pixels, mean):
        products += some.T @ some
    variances, columns = eigh(products / max(1, len(pixels) - 1), driver="evd")
    rows = columns.T[::-1]
    largest = rows[np.arange(size), np.abs(rows).argmax(axis=1)]
    return variances[::-1], rows * np.where(largest < 0, -1.0, 1.0)[:, None]


def _centred(pixels: NDArray[np.uint8], mean: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    for first in range(0, len(pixels), CHUNK):
        some = pixels[first : first + CHUNK].reshape(-1, mean.size)
        yield some / 255 - mean.ravel()
