"""What the plots of a threshold are drawn from: a few hundred numbers, however many samples."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.distributions import bin_edges, counts_in, normal_scores, shares, thinned
from core.files import written_whole
from core.thresholds.concentration_area import area_points

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Picture:
    """Histograms, probability plot and concentration–area plot of one column.

    Attributes
    ----------
    edges, counts
        Bins and how many values lie in each, float64, shapes (b + 1,) and (b,).
    log_edges, log_counts
        The same for the positive values, edges as log10.
    values, scores, below
        Points of the probability plot: value, normal quantile of its rank (i − 0.5)/n, and whether
        it lies below a detection limit; shape (p,) each. Above 2,000 values some are left out.
    area_values, area_counts
        Levels, and how many values are as high or higher, shape (m,).
    """

    edges: Array
    counts: Array
    log_edges: Array
    log_counts: Array
    values: Array
    scores: Array
    below: Flags
    area_values: Array
    area_counts: Array


def picture_of(taken: Array, below: Flags | None) -> Picture:
    """Return what to draw.

    Parameters
    ----------
    taken
        float64, shape (P,): values as they count, NaN where missing.
    below
        bool, shape (P,), values below a detection limit; None when no value is.
    """
    known = np.flatnonzero(np.isfinite(taken))
    order = known[np.argsort(taken[known], kind="stable")]
    ordered = taken[order]
    positive = ordered[int(np.searchsorted(ordered, 0.0, side="right")) :]
    logs = np.log10(positive)
    edges, log_edges = bin_edges(ordered), bin_edges(logs)
    places = thinned(len(ordered))
    area = area_points(positive) if len(positive) else (np.empty(0), np.empty(0))
    return Picture(
        edges,
        counts_in(ordered, edges).astype(np.float64),
        log_edges,
        counts_in(logs, log_edges).astype(np.float64),
        ordered[places],
        normal_scores(shares(places, len(ordered))),
        np.zeros(len(places), bool) if below is None else below[order[places]],
        *area,
    )


def write_picture(picture: Picture, path: Path) -> None:
    """Write a picture for another process."""
    with written_whole(path) as part, part.open("wb") as file:
        np.savez(file, **{field.name: getattr(picture, field.name) for field in fields(picture)})


def read_picture(path: Path) -> Picture:
    """Read what `write_picture` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        return Picture(**{field.name: arrays[field.name] for field in fields(Picture)})
