"""Which samples a contact sheet shows: by class, and by what the source says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gui.image_info import ImageInfo

Filter = Literal["all", "training", "test", "unlabelled"]
NO_CLASS = -1
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class SampleList:
    """The samples of a class.

    Attributes
    ----------
    code
        Its place among the names of the classes; `NO_CLASS` for samples without one.
    rows
        int64, in the order in which they are shown.
    """

    code: int
    rows: Rows


def filters_of(images: ImageInfo) -> dict[Filter, int]:
    """Return how many samples each filter leaves; filters that leave all or none are absent."""
    counts: dict[Filter, int] = {
        "all": len(images),
        "training": len(images) - images.test,
        "test": images.test,
        "unlabelled": images.unlabelled,
    }
    return {
        name: count for name, count in counts.items() if name == "all" or 0 < count < len(images)
    }


def lists_of(images: ImageInfo, wanted: Filter, shuffle: int = 0) -> tuple[SampleList, ...]:
    """Return the samples of each class that a filter leaves, classes without any among them.

    Parameters
    ----------
    shuffle
        0 keeps the order of the source; each other number is an order of its own.
    """
    labels = np.where(_kept(images, wanted), images.labels, NO_CLASS - 1)
    # numpy sorts short integers by radix, in a tenth of the time
    short = labels.astype(np.int16) if len(images.class_names) < 2**15 else labels
    order = np.argsort(short, kind="stable")
    codes = np.arange(NO_CLASS, len(images.class_names))
    starts = np.searchsorted(labels[order], codes)
    ends = np.searchsorted(labels[order], codes, side="right")
    found = [
        SampleList(int(code), _ordered(order[start:end], shuffle))
        for code, start, end in zip(codes, starts, ends, strict=True)
    ]
    without, classes = found[0], found[1:]
    if wanted == "unlabelled":
        classes = []
    return (*classes, without) if len(without.rows) else tuple(classes)


def _kept(images: ImageInfo, wanted: Filter) -> NDArray[np.bool_]:
    if wanted == "test":
        return images.is_test
    if wanted == "training":
        return ~images.is_test
    if wanted == "unlabelled":
        return np.asarray(images.labels == NO_CLASS)
    return np.ones(len(images), np.bool_)


def _ordered(rows: NDArray[np.intp], shuffle: int) -> Rows:
    rows = rows.astype(np.int64, copy=False)
    return rows if shuffle == 0 else np.random.default_rng(shuffle).permutation(rows)
