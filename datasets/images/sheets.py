"""One picture as images: a sheet or a strip of digits, or a single image."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.images.folders import eight_bit
from datasets.images.grids import Grid, even_grid, find_grid
from datasets.images.image_reading import ImageReading
from datasets.images.pictures import read_picture
from datasets.images.raw import RawImages
from datasets.images.scaling import LARGEST_COMMON, of_one_size
from datasets.images.sheet_labels import labels_of_places
from datasets.messages import InputError, Message, message


def read_sheet(path: Path, reading: ImageReading) -> RawImages:
    """Read a picture file as the images on it.

    Raises
    ------
    InputError
        When it cannot be read, or cannot be divided as `reading` says.
    """
    picture = read_picture(path)
    (pixels,), notices = eight_bit([picture.pixels])
    ink = _ink_of(pixels)
    grid = _grid(ink, reading, path)
    if grid is None:
        return _one(pixels, path, tuple(notices))
    cells, places, empty = _cut(pixels, ink, grid)
    shape = len(grid.tops), len(grid.lefts)
    labels, said = labels_of_places(cells, places, shape, reading.sheet_order)
    told = message(
        "The sheet was divided into {across} × {down} cells of {width}×{height} pixels.",
        across=shape[1],
        down=shape[0],
        width=grid.width,
        height=grid.height,
    )
    return RawImages(
        cells,
        labels,
        names=tuple(f"row {row + 1}, column {column + 1}" for row, column in places.tolist()),
        notices=(*notices, told, *_empty_note(empty), *said),
    )


def _one(pixels: NDArray[np.uint8], path: Path, notices: tuple[Message, ...]) -> RawImages:
    told = message(
        "{name} was read as one image; if it is a sheet, say how many rows and columns it has.",
        name=path.name,
    )
    scaled = pixels[None]
    if max(pixels.shape[:2]) > LARGEST_COMMON:
        scaled, _ = of_one_size([pixels], LARGEST_COMMON)
    return RawImages(scaled, names=(path.name,), notices=(*notices, told))


def _ink_of(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return how far each pixel is from the background, the median of all, 0…255."""
    grey = pixels.astype(np.float64)
    if grey.ndim == 3:
        grey = grey.mean(axis=2)
    ink: NDArray[np.float64] = np.abs(grey - np.median(grey))
    return ink


def _grid(ink: NDArray[np.float64], reading: ImageReading, path: Path) -> Grid | None:
    if not reading.rows and not reading.columns:
        return find_grid(ink)
    rows, columns = reading.rows or 1, reading.columns or 1
    height, width = ink.shape
    # one number alone says how large the squares are
    if not reading.columns:
        columns = max(1, round(width * rows / height))
    if not reading.rows:
        rows = max(1, round(height * columns / width))
    if height // rows < 4 or width // columns < 4:
        raise InputError(
            "{path} has {width}×{height} pixels, too few for {columns} columns and {rows} rows of "
            "digits; say fewer.",
            path=str(path),
            width=width,
            height=height,
            columns=columns,
            rows=rows,
        )
    return even_grid((height, width), rows, columns)


def _cut(
    pixels: NDArray[np.uint8], ink: NDArray[np.float64], grid: Grid
) -> tuple[NDArray[Any], NDArray[np.int64], int]:
    """Return the cells with ink, their row and column, and the number of empty cells."""
    cells, places, empty = [], [], 0
    for row, top in enumerate(grid.tops):
        for column, left in enumerate(grid.lefts):
            window = slice(top, top + grid.height), slice(left, left + grid.width)
            if ink[window].max() < 1:
                empty += 1
                continue
            cells.append(pixels[window])
            places.append((row, column))
    return np.stack(cells), np.array(places, np.int64), empty


def _empty_note(empty: int) -> tuple[Message, ...]:
    if not empty:
        return ()
    return (message("Empty cells of the sheet left out: {count}.", count=f"{empty:,}"),)
