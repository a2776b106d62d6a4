"""Where the digits of a sheet stand: by cells that divide it evenly, or by gaps of background."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SMALLEST_CELL, LARGEST_CELL = 8, 128
# the seams of cells hold less than this share of the mean ink; through strokes it is near 1
_QUIET = 0.35
# gaps between the digits of one sheet differ from their mean by less than this share
_REGULAR = 0.25
_INK = 48
_RULED = 0.9
# so many times longer than wide, a picture is a strip
_STRIP = 3
_TWO = 1.6


@dataclass(frozen=True)
class Grid:
    """Top and left of rows and columns of cells, in pixels, and the size of a cell."""

    tops: tuple[int, ...]
    lefts: tuple[int, ...]
    height: int
    width: int


def even_grid(shape: tuple[int, int], rows: int, columns: int) -> Grid:
    """Return the grid that divides a sheet into so many rows and columns."""
    height, width = shape[0] // rows, shape[1] // columns
    tops = tuple(round(row * shape[0] / rows) for row in range(rows))
    lefts = tuple(round(column * shape[1] / columns) for column in range(columns))
    return Grid(
        tuple(min(top, shape[0] - height) for top in tops),
        tuple(min(left, shape[1] - width) for left in lefts),
        height,
        width,
    )


def find_grid(ink: NDArray[np.float64]) -> Grid | None:
    """Return the grid of a sheet, None where it is one picture.

    Parameters
    ----------
    ink
        Shape (H, W), 0 on the background, 255 full ink.
    """
    if min(ink.shape) < SMALLEST_CELL or max(ink.shape) < 2 * SMALLEST_CELL:
        return None
    plain = _without_rules(ink)
    return _by_division(plain) or _by_gaps(plain) or _strip(ink.shape)


def _by_division(ink: NDArray[np.float64]) -> Grid | None:
    """Take the smallest square cells that divide the sheet and whose seams cross no strokes.

    Either the seams across or those down must be quiet: digits that fill the height of their cells
    touch the seams between rows.
    """
    height, width = ink.shape
    mean = ink.mean()
    for side in range(SMALLEST_CELL, min(LARGEST_CELL, min(ink.shape)) + 1):
        if height % side or width % side or height * width == side * side or not mean:
            continue
        across, down = _seams(ink, side), _seams(ink.T, side)
        known = [seam / mean for seam in (across, down) if seam is not None]
        if known and min(known) < _QUIET and max(known) < 1 + _QUIET:
            return even_grid((height, width), height // side, width // side)
    return None


def _strip(shape: tuple[int, ...]) -> Grid | None:
    """Take a long strip as squares: digits may fill them from seam to seam."""
    short, long = min(shape), max(shape)
    count = long // short
    if count < _STRIP or long % short:
        return None
    return even_grid((shape[0], shape[1]), shape[0] // short, shape[1] // short)


def _seams(ink: NDArray[np.float64], side: int) -> float | None:
    """Return the mean ink on the rows at both sides of the inner seams, None without seams."""
    below = np.arange(side, ink.shape[0], side)
    if not len(below):
        return None
    return float(np.concatenate([ink[below], ink[below - 1]]).mean())


def _by_gaps(ink: NDArray[np.float64]) -> Grid | None:
    """Take what stands between gaps of background, where that is regular."""
    drawn = ink > _INK
    rows = _bands(np.asarray(drawn.any(axis=1)))
    columns = _bands(np.asarray(drawn.any(axis=0)))
    if not (_regular(rows) and _regular(columns)) or not _are_many(rows, columns, ink.shape):
        return None
    height, width = _cell(rows), _cell(columns)
    side = max(height, width) if len(rows) > 1 and len(columns) > 1 else None
    side = side or (width if len(columns) > 1 else height)
    side = max(side, *(stop - start for start, stop in (*rows, *columns)))
    if side < SMALLEST_CELL or side > min(ink.shape):
        return None
    tops = tuple(_start(band, side, ink.shape[0]) for band in rows)
    return Grid(tops, tuple(_start(band, side, ink.shape[1]) for band in columns), side, side)


def _without_rules(ink: NDArray[np.float64]) -> NDArray[np.float64]:
    """Take away ruled lines: rows and columns that are ink nearly as far as any ink goes.

    Three at equal distances, across or down, make lines of a grid; less may be bars of a digit.
    """
    drawn = ink > _INK
    across, down = drawn.sum(axis=1), drawn.sum(axis=0)
    ruled = [across > _RULED * np.count_nonzero(down), down > _RULED * np.count_nonzero(across)]
    bands = [_bands(np.asarray(lines)) for lines in ruled]
    if not any(len(lines) >= 3 and _regular(lines) for lines in bands):
        return ink
    kept = ink.copy()
    kept[ruled[0]] = 0
    kept[:, ruled[1]] = 0
    return kept


def _bands(profile: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return start and stop of the runs of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], profile.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _regular(bands: list[tuple[int, int]]) -> bool:
    if len(bands) < 3:
        return bool(bands)
    steps = np.diff([(start + stop) / 2 for start, stop in bands])
    return bool(steps.std() <= _REGULAR * steps.mean())


def _are_many(
    rows: list[tuple[int, int]], columns: list[tuple[int, int]], shape: tuple[int, ...]
) -> bool:
    """Whether there are more pieces than those of one broken digit, or two in a strip of two."""
    if max(len(rows), len(columns)) > 2:
        return True
    two = len(columns) == 2 if shape[1] > shape[0] else len(rows) == 2
    return two and max(shape) >= _TWO * min(shape)


def _cell(bands: list[tuple[int, int]]) -> int:
    """Return the distance of neighbouring bands, of a single band its own size with a margin."""
    if len(bands) == 1:
        return round((bands[0][1] - bands[0][0]) * 1.4)
    return int(np.median(np.diff([(start + stop) / 2 for start, stop in bands])))


def _start(band: tuple[int, int], side: int, length: int) -> int:
    return int(min(max((band[0] + band[1] - side) // 2, 0), length - side))
