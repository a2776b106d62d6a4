"""Rows and stacks of numbers as images: which axis is what."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.images.raw import SMALLEST_SIDE

# enough images to tell how their pixels are kept
_LOOKED_AT = 2000
# upright digits are taller than wide by more than this
_CLEARLY = 1.02


def side_of(values: int) -> tuple[int, int] | None:
    """Return side and channels of a square image of so many values, None when it is none."""
    for channels in (1, 3):
        side = math.isqrt(values // channels)
        if side * side * channels == values and side >= SMALLEST_SIDE:
            return side, channels
    return None


def from_rows(rows: NDArray[Any]) -> NDArray[Any]:
    """Return rows of pixels (P, n) as images (P, H, W), or (P, H, W, 3) where n is 3·side².

    Colours that stand one plane after the other are told from those that stand pixel by pixel: only
    as they were meant are neighbouring pixels alike.
    """
    found = side_of(rows.shape[1])
    if found is None:
        raise ValueError(f"{rows.shape[1]} values are no square image")
    side, channels = found
    if channels == 1:
        return rows.reshape(-1, side, side)
    planes = rows.reshape(-1, 3, side, side).transpose(0, 2, 3, 1)
    mixed = rows.reshape(-1, side, side, 3)
    return planes if _roughness(planes) <= _roughness(mixed) else mixed


def _roughness(images: NDArray[Any]) -> float:
    """Return the mean change from a pixel to the next, within each channel."""
    some = images[:_LOOKED_AT].astype(np.float64)
    down = np.abs(np.diff(some, axis=1)).mean()
    return float(down + np.abs(np.diff(some, axis=2)).mean())


def tallness(images: NDArray[Any]) -> float:
    """Return how much taller than wide the ink of images (P, H, W) is on average.

    The ratio of the standard deviations of the ink about its centre, down and across, the geometric
    mean over images. Digits and letters are taller than wide, 1.2 to 1.4; a transposed set has the
    inverse. A criterion of this project.
    """
    some = images[:_LOOKED_AT].astype(np.float64)
    ink = np.abs(some - np.median(_borders(some), axis=1)[:, None, None])
    down, across = _spread(ink.sum(axis=2)), _spread(ink.sum(axis=1))
    known = (down > 0) & (across > 0)
    return float(np.exp(np.mean(np.log(down[known] / across[known])))) if known.any() else 1.0


def lies_down(images: NDArray[Any]) -> bool | None:
    """Whether rows and columns of the images are exchanged; None where it cannot be told."""
    if images.ndim != 3 or images.shape[1] != images.shape[2]:
        return None
    found = tallness(images)
    return None if 1 / _CLEARLY < found < _CLEARLY else found < 1


def _borders(images: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the outermost pixels of images (P, H, W) as (P, border)."""
    edges = images[:, 0], images[:, -1], images[:, 1:-1, 0], images[:, 1:-1, -1]
    return np.concatenate(edges, axis=1)


def _spread(profile: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the standard deviation of positions weighted by a profile, (P, n) to (P,)."""
    total = np.maximum(profile.sum(axis=1), 1e-300)
    place = np.arange(profile.shape[1])
    centre = profile @ place / total
    spread: NDArray[np.float64] = np.sqrt(np.maximum(profile @ place**2 / total - centre**2, 0.0))
    return spread


def stacked(array: NDArray[Any], count: int | None, *, last: bool = False) -> NDArray[Any] | None:
    """Return an array of images as (P, H, W) or (P, H, W, 3), None when it cannot be one.

    Parameters
    ----------
    array
        2 axes: a row or a column for each image; 3: (P, H, W) or (H, W, P); 4: with channels, as
        (P, H, W, C), (P, C, H, W) or, as in MATLAB, (H, W, C, P).
    count
        Number of the labels, which tells the axis of the samples; None without labels.
    last
        Whether samples stand along the last axis where nothing else tells.
    """
    ways = {2: _two, 3: _three, 4: _four}
    if array.ndim not in ways:
        return None
    found = [way for way in ways[array.ndim](array) if count is None or len(way) == count]
    if not found:
        return None
    return found[-1] if last else found[0]


def _two(array: NDArray[Any]) -> list[NDArray[Any]]:
    return [from_rows(rows) for rows in (array, array.T) if side_of(rows.shape[1]) is not None]


def _three(array: NDArray[Any]) -> list[NDArray[Any]]:
    """Return both readings of three axes, where only one is of square images that one alone."""
    ways = [array, np.moveaxis(array, 2, 0)]
    ways = [way for way in ways if min(way.shape[1:]) >= SMALLEST_SIDE]
    square = [way for way in ways if way.shape[1] == way.shape[2]]
    return square or ways


def _four(array: NDArray[Any]) -> list[NDArray[Any]]:
    found = []
    for order, channels in (((0, 1, 2, 3), 3), ((0, 2, 3, 1), 1), ((3, 0, 1, 2), 2)):
        if array.shape[channels] in (1, 3):
            way = array.transpose(order)
            found.append(way[..., 0] if way.shape[3] == 1 else way)
    return [way for way in found if min(way.shape[1:3]) >= SMALLEST_SIDE]
