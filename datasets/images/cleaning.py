"""Ink told from its paper: what is background becomes 0, whatever its grey and its noise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# means of ink and paper that lie closer, of 255, are noise of an empty picture
LEAST_CONTRAST = 16
# full ink is what so many percent of the ink do not exceed: a single bright pixel has no say
FULL_INK = 90


def cleaned(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return light ink on a background of 0, brought to 255; all 0 where there is none.

    The border between the two lies at half the way from the mean of the paper to that of the ink,
    which are told apart by the threshold of Otsu (1979, IEEE Transactions on Systems, Man and
    Cybernetics 9, 62–66).

    Parameters
    ----------
    picture
        uint8, shape (H, W), strokes lighter than the background.
    """
    threshold = otsu(picture)
    ink, paper = picture[picture > threshold], picture[picture <= threshold]
    if not ink.size or not paper.size or ink.mean() - paper.mean() < LEAST_CONTRAST:
        return np.zeros_like(picture)
    border = (float(ink.mean()) + float(paper.mean())) / 2
    full = max(float(np.percentile(ink, FULL_INK)), border + 1)
    shares = np.clip((picture - border) / (full - border), 0, 1)
    return np.asarray(np.rint(shares * 255), np.uint8)


def otsu(picture: NDArray[np.uint8]) -> int:
    """Return the grey level up to which pixels are background: the classes differ most there."""
    counts = np.bincount(picture.ravel(), minlength=256).astype(np.float64)
    below, sums = counts.cumsum()[:-1], (counts * np.arange(256)).cumsum()
    above = counts.sum() - below
    parted = (below > 0) & (above > 0)
    gap = sums[-1] * below / counts.sum() - sums[:-1]
    between = np.where(parted, gap**2 / np.where(parted, below * above, 1), -1)
    return int(between.argmax())
