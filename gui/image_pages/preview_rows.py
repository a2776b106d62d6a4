"""Which samples a preview shows: a few of different classes, and many for a histogram."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.image_info import ImageInfo


def learnable(images: ImageInfo) -> NDArray[np.int64]:
    """Return the rows that may train: with a class and outside the source's test part; else all."""
    rows = np.flatnonzero((images.labels >= 0) & ~images.is_test)
    return rows if len(rows) else np.arange(len(images))


def draw_different(images: ImageInfo, count: int, seed: int, first: int = -1) -> tuple[int, ...]:
    """Draw samples, as far as possible each of another class.

    Parameters
    ----------
    first
        A sample that comes first; −1 for none.
    """
    mixed = np.random.default_rng(seed).permutation(learnable(images))
    drawn = [first] if first >= 0 else []
    classes = {int(images.labels[row]) for row in drawn}
    for several in (False, True):
        for row in map(int, mixed):
            if len(drawn) == count:
                return tuple(drawn)
            code = int(images.labels[row])
            if row not in drawn and (several or code not in classes):
                drawn.append(row)
                classes.add(code)
            if not several and len(classes) == len(images.class_names):
                break
    return tuple(drawn)


def draw_another(images: ImageInfo, row: int, taken: tuple[int, ...], seed: int) -> int:
    """Draw another sample of the class of one; itself where there is no other."""
    rows = learnable(images)
    same = rows[images.labels[rows] == images.labels[row]]
    left = np.setdiff1d(same, np.array(taken, np.int64))
    return int(np.random.default_rng(seed).choice(left)) if len(left) else row


def draw_many(images: ImageInfo, count: int) -> tuple[int, ...]:
    """Return rows spread evenly over those that may train."""
    rows = learnable(images)
    places = np.linspace(0, len(rows) - 1, min(count, len(rows))).astype(np.int64)
    return tuple(int(row) for row in rows[places])
