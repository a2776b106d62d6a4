"""Smooth random fields on a regular grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def gaussian_field(
    rows: int, columns: int, scale: float, random: np.random.Generator
) -> NDArray[np.float64]:
    """Draw a Gaussian random field with a Gaussian covariance.

    Parameters
    ----------
    rows, columns
        Size of the grid, cells.
    scale
        Distance at which the correlation has fallen to exp(-1), cells. 0 gives white noise.
    random
        Where the numbers come from.

    Returns
    -------
    ndarray
        float64, shape (rows, columns), shifted and scaled to mean 0 and variance 1.
    """
    # The transform is periodic; a margin keeps opposite edges from resembling each other.
    margin = int(np.ceil(3 * scale))
    shape = (rows + margin, columns + margin)
    noise = random.standard_normal(shape)
    down = np.fft.fftfreq(shape[0])[:, None]
    across = np.fft.rfftfreq(shape[1])[None, :]
    # White noise times the root of the spectrum; the spectrum of exp(-(d/scale)²) is
    # exp(-(pi scale f)²).
    root = np.exp(-0.5 * (np.pi * scale) ** 2 * (down**2 + across**2))
    field = np.fft.irfft2(np.fft.rfft2(noise) * root, s=shape)[:rows, :columns]
    standard: NDArray[np.float64] = (field - field.mean()) / field.std()
    return standard
