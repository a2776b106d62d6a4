"""What became of every deposit that was joined to samples, and how the window is told."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from core.distances import Floats, Rows
from core.finite import finite_or_none
from datasets.messages import Message, message


@dataclass(frozen=True)
class Labels:
    """What became of every deposit.

    Attributes
    ----------
    names, kinds
        Name ("" without one) and class of each deposit, in the order of the file.
    x, y
        float64, shape (deposits,). Coordinates in the system of the samples, NaN where missing.
    pair_deposit, pair_sample
        int64, shape (pairs,). Row of the deposit's file and row of the table, counted from 0.
    pair_distance
        float64, shape (pairs,), in `unit`.
    unmatched
        Row of each deposit that labels no sample, and why.
    background
        int64. Rows of the table that were drawn as background.
    unit
        "m" where the coordinates are degrees, else that of the coordinates, "" when unknown.
    notices
        What a person should know of the join, a sentence each.
    """

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    x: Floats
    y: Floats
    pair_deposit: Rows
    pair_sample: Rows
    pair_distance: Floats
    unmatched: tuple[tuple[int, Message], ...]
    background: Rows
    unit: str
    notices: tuple[Message, ...]


def labels_values(labels: Labels, most: int) -> dict[str, Any]:
    """Return what the window lists: at most so many pairs and unmatched deposits, and all counts.

    ``pairs`` are [row of the deposit, name, class, row of the sample, distance, x, y] and
    ``unmatched`` [row, name, class, reason, x, y]; rows are counted from 0, a missing coordinate
    is None.
    """
    pairs = zip(
        labels.pair_deposit[:most].tolist(),
        labels.pair_sample[:most].tolist(),
        labels.pair_distance[:most].tolist(),
        strict=True,
    )
    return {
        "pairs": [
            [row, labels.names[row], labels.kinds[row], sample, distance, *_place(labels, row)]
            for row, sample, distance in pairs
        ],
        "all_pairs": len(labels.pair_deposit),
        "unmatched": [
            [
                row,
                labels.names[row],
                labels.kinds[row],
                asdict(reason),
                *_place(labels, row),
            ]
            for row, reason in labels.unmatched[:most]
        ],
        "all_unmatched": len(labels.unmatched),
        "deposits": len(labels.kinds),
        "background": labels.background[:most].tolist(),
        "all_background": len(labels.background),
        "unit": labels.unit,
        "notices": [asdict(notice) for notice in labels.notices],
    }


def _place(labels: Labels, row: int) -> list[float | None]:
    place = (float(labels.x[row]), float(labels.y[row]))
    return [finite_or_none(value) for value in place]


def labels_summary(labels: Labels) -> Message:
    """Return how many deposits label how many samples, as a sentence."""
    matched = len(np.unique(labels.pair_deposit))
    return message(
        "{matched} of {deposits} deposits label {samples} samples; background samples: "
        "{background}.",
        matched=matched,
        deposits=len(labels.kinds),
        samples=len(labels.pair_sample),
        background=len(labels.background),
    )
