"""Whether the rows of another file, all together, are unlike the survey that a run learned from.

A row may lie among the training samples while its file is another survey: another medium,
laboratory or unit moves all rows a little, which no row shows by itself. Two clouds of samples are
compared by their energy distance, 2·E|X − Y| − E|X − X′| − E|Y − Y′|, which is 0 for one population
and above 0 for two; without bias here, since no sample is paired with itself. Source: Székely,
G. J., & Rizzo, M. L., 2013, Energy statistics: a class of statistics based on distances, Journal of
Statistical Planning and Inference 143, 1249-1272.

Parts of one survey differ as well, by its geology. The threshold is therefore the largest distance
of random parts of the survey, of whole groups or whole areas, from what is left of it. The samples
of parts had a say in the preparation that they are measured in, which brings them nearer than those
of a new file; held-out folds, measured in that preparation and in their own, tell by how much.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.uncertainty.reference import MOST_POINTS, Array, Reference

Units = NDArray[np.int64]
# random parts of the survey: a further part exceeds the largest of them with a chance of 1 / 200
PARTS = 199
# share of the survey in a part
SHARE = 0.2
# rows below which nothing can be said of a file, and groups or areas of a survey
FEWEST = 10
# strips that a survey is cut into each way, so that it has up to 36 areas
STRIPS = 6
_SEED = 0x5EED


@dataclass(frozen=True)
class AsAWhole:
    """How far a file lies from a survey.

    Attributes
    ----------
    rows
        Rows that were compared.
    distance
        Energy distance of the file from the survey, in units of spread; near 0, or a little below,
        where both are one population.
    threshold
        Largest distance of a part of the survey from the rest of it, 0 or more.
    """

    rows: int
    distance: float
    threshold: float

    @property
    def score(self) -> float:
        """Distance / threshold, 0 or more; above 1 the file is unlike the survey."""
        if self.threshold > 0:
            return max(self.distance, 0.0) / self.threshold
        return math.inf if self.distance > 0 else 0.0

    @property
    def is_unlike(self) -> bool:
        return self.score > 1

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "rows": self.rows,
            "distance": self.distance,
            "threshold": self.threshold,
            "unlike": self.is_unlike,
        }

    def marks(self, scores: Array) -> Array:
        """Return how unlike rows are, shape (P,): no less than their file, where that is unlike.

        Parameters
        ----------
        scores
            float64, shape (P,): distance / threshold of each row by itself.
        """
        return np.maximum(scores, self.score) if self.is_unlike else scores


@dataclass(frozen=True, eq=False)
class SurveyRows:
    """Rows of the table that a run learns from.

    Attributes
    ----------
    inputs
        float64, shape (P, S): prepared.
    units
        int64, shape (P,): group or area of each.
    folds
        For each fold the rows that are trained on, and those that are held out.
    """

    inputs: Array
    units: Units
    folds: tuple[tuple[Units, Units], ...]


@dataclass(frozen=True, eq=False)
class Survey:
    """Samples of the table that a run learned from, with a known class or without.

    Attributes
    ----------
    points
        float32, shape (N, S), N ≥ 10: whitened as the training samples.
    units
        int64, shape (N,): samples of a group, or of an area, have the same number.
    folds
        Largest distance of a fold's held-out samples from its training samples, each fold in its
        own preparation; 0 where there was none to measure.
    nearer
        How many times nearer these were in the preparation of all samples, 1 or more.
    """

    points: NDArray[np.float32]
    units: Units
    folds: float = 0.0
    nearer: float = 1.0

    def compared(self, points: Array) -> AsAWhole | None:
        """Compare it with the rows of a file, float64, shape (P, S), whitened; None below 10 rows.

        More than 1,000 rows are thinned, evenly over the file.
        """
        if len(points) < FEWEST:
            return None
        some = points[_thinned(len(points))]
        own = self.points.astype(np.float64)
        within = _distances(own, own)
        distance = _energy(_distances(own, some).mean(), _mean(within), _mean_apart(some))
        size = min(len(some), math.ceil(SHARE * len(own)))
        parts = _parts_of(within, _random_parts(self.units, size))
        farthest = self.nearer * float(parts.max())
        return AsAWhole(len(some), distance, max(farthest, self.folds, 0.0))

    def to_values(self) -> dict[str, Any]:
        """Return its numbers for JSON; the rest is in `arrays`."""
        return {"folds": self.folds, "nearer": self.nearer}

    def arrays(self) -> dict[str, Any]:
        """Return the arrays that go with `to_values`."""
        return {"survey_points": self.points, "survey_units": self.units}

    def is_sound(self, inputs: int) -> bool:
        """Whether its arrays fit together, are finite and have so many inputs."""
        return (
            self.points.ndim == 2
            and self.points.shape == (len(self.units), inputs)
            and bool((self.units >= 0).all() and (self.units < len(self.units)).all())
            and len(np.unique(self.units)) >= FEWEST
            and bool(np.isfinite(self.points).all())
            and math.isfinite(self.folds)
            and math.isfinite(self.nearer)
        )


def survey_of(
    rows: SurveyRows, reference: Reference, folds: Sequence[float], seed: int
) -> Survey | None:
    """Return the survey of prepared samples; None with fewer than 10 groups or areas.

    Parameters
    ----------
    reference
        What whitens them.
    folds
        Distance of each of `rows.folds` in its own preparation, by `distance_of_fold`.
    seed
        Of the 1,000 samples that are kept where there are more.
    """
    kept = np.arange(len(rows.inputs))
    if len(kept) > MOST_POINTS:
        rng = np.random.default_rng([seed, _SEED])
        kept = np.sort(rng.permutation(len(kept))[:MOST_POINTS])
    names, units = np.unique(rows.units[kept], return_inverse=True)
    if len(names) < FEWEST:
        return None
    points = reference.whitened(rows.inputs[kept]).astype(np.float32)
    within = [
        distance_of_fold(reference, rows.inputs[training], rows.inputs[held_out])
        for training, held_out in rows.folds
    ]
    nearer = max(1.0, sum(folds) / sum(within)) if sum(within) > 0 else 1.0
    return Survey(points, units.astype(np.int64), max(folds, default=0.0), nearer)


def survey_from(values: Mapping[str, Any], arrays: Mapping[str, Any], inputs: int) -> Survey | None:
    """Return what was stored; None where there is none, as in models of earlier versions.

    Raises
    ------
    KeyError, TypeError or ValueError
        When it is damaged.
    """
    if values.get("survey") is None:
        return None
    numbers = values["survey"]
    found = Survey(
        arrays["survey_points"],
        arrays["survey_units"],
        float(numbers["folds"]),
        float(numbers["nearer"]),
    )
    if not found.is_sound(inputs):
        raise ValueError("the survey to compare files with does not fit together")
    return found


def areas_of(coordinates: Array) -> Units:
    """Return the area of each sample, int64, shape (P,): 6 × 6 strips with as many samples each.

    Parameters
    ----------
    coordinates
        float64, shape (P, 2). A sample without them is an area by itself.
    """
    known = np.isfinite(coordinates).all(axis=1)
    areas = STRIPS * STRIPS + np.arange(len(coordinates))
    column, row = (_strips(axis) for axis in coordinates[known].T)
    areas[known] = STRIPS * column + row
    return areas.astype(np.int64)


def distance_of_fold(reference: Reference, training: Array, held_out: Array) -> float:
    """Return the energy distance of a fold's held-out samples from its training samples; 0 where
    fewer than 10 are held out.

    Parameters
    ----------
    reference
        Of this fold.
    training, held_out
        float64, shapes (N, S) and (M, S): prepared samples.
    """
    if min(len(held_out), len(training)) < FEWEST:
        return 0.0
    first, second = (reference.whitened(each[_thinned(len(each))]) for each in (training, held_out))
    between = _distances(first, second).mean()
    return _energy(between, _mean_apart(first), _mean_apart(second))


def _strips(axis: Array) -> Units:
    """Return the strip of each coordinate; equal ones are in the same."""
    edges = np.quantile(axis, np.arange(1, STRIPS) / STRIPS) if len(axis) else np.empty(0)
    return np.searchsorted(edges, axis, side="left").astype(np.int64)


def _thinned(rows: int) -> Units:
    """Return 1,000 places at most, evenly over so many rows."""
    return np.unique(np.linspace(0, rows - 1, min(rows, MOST_POINTS)).astype(np.int64))


def _random_parts(units: Units, size: int) -> NDArray[np.bool_]:
    """Return which samples are in each part, bool, shape (199, N): whole units, drawn until there
    are `size` samples or one unit is left.
    """
    rng = np.random.default_rng(_SEED)
    counts = np.bincount(units)
    parts = np.empty((PARTS, len(units)), bool)
    for part in parts:
        order = rng.permutation(len(counts))
        drawn = int(np.searchsorted(np.cumsum(counts[order]), max(size, 2))) + 1
        part[:] = np.isin(units, order[: min(drawn, len(counts) - 1)])
    inside = parts.sum(axis=1)
    found: NDArray[np.bool_] = parts[(inside > 1) & (inside < len(units) - 1)]
    return found


def _parts_of(within: Array, parts: NDArray[np.bool_]) -> Array:
    """Return the energy distance of each part from the rest.

    Parameters
    ----------
    within
        float64, shape (N, N): distances between samples.
    parts
        bool, shape (R, N).
    """
    inside = parts.astype(np.float64)
    sums = inside @ within
    own = (sums * inside).sum(axis=1)
    between = (sums * (1 - inside)).sum(axis=1)
    rest = within.sum() - own - 2 * between
    count, left = inside.sum(axis=1), (1 - inside).sum(axis=1)
    found: Array = (
        2 * between / (count * left) - own / (count * (count - 1)) - rest / (left * (left - 1))
    )
    return found


def _energy(between: float, first: float, second: float) -> float:
    return float(2 * between - first - second)


def _mean_apart(points: Array) -> float:
    return _mean(_distances(points, points))


def _mean(within: Array) -> float:
    """Return the mean distance of two different samples."""
    count = len(within)
    return float(within.sum() / (count * (count - 1)))


def _distances(first: Array, second: Array) -> Array:
    from scipy.spatial.distance import cdist

    found: Array = cdist(first, second)
    return found
