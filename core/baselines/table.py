"""The network and the usual classifiers in one table, as ``baselines.json`` holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import numpy as np

from core.baselines.judging import Compared
from core.verdict.differences import Resampled, resampled
from core.verdict.held_out import HeldOut
from core.verdict.resampling import LEVEL

FORMAT = 1


def table_of(
    network: HeldOut, others: Iterable[Compared], *, folds: int, seed: int, seconds: float
) -> dict[str, Any]:
    """Return figures of each with their intervals, and what the network is better by.

    Differences are paired: of the same held-out samples, drawn anew together.

    Parameters
    ----------
    network
        What the network says of the held-out samples, by ascending rows of the dataset, as
        `Compared` has them.
    folds
        That the samples were held out in.
    seed
        Of the bootstrap.
    seconds
        That the network was trained for.

    Raises
    ------
    ValueError
        When another classifier was judged by other samples than the network.
    """
    ours = resampled(network, seed)
    rows: list[dict[str, Any]] = [
        {
            "name": "network",
            "figures": ours.figures(),
            "difference": None,
            "seconds": seconds,
            "failed": None,
        }
    ]
    rows += [_row(ours, other, seed) for other in others]
    units = len(np.unique(network.units))
    return {"format": FORMAT, "level": LEVEL, "units": units, "folds": folds, "of": rows}


def _row(ours: Resampled, other: Compared, seed: int) -> dict[str, Any]:
    found = other.held_out
    if found is not None and not np.array_equal(found.known, ours.held_out.known):
        raise ValueError(f"{other.name} was judged by other samples than the network")
    theirs = None if found is None else resampled(found, seed)
    return {
        "name": other.name,
        "figures": {} if theirs is None else theirs.figures(),
        "difference": None if theirs is None else ours.less(theirs),
        "seconds": other.seconds,
        "failed": None if other.failed is None else asdict(other.failed),
    }
