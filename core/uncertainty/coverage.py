"""How often prediction sets hold the class that is known, on samples that had no say in them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.finite import finite_or_none
from core.uncertainty.conformal import LEVEL, Array, Codes, Score, Sets, find_sets

CONFIDENCE = 0.95
# parts that the samples of a single fold are divided into
PARTS = 5


@dataclass(frozen=True)
class Counted:
    """A share that was counted.

    Attributes
    ----------
    samples, covered
        How many, and those whose set holds the known class.
    low, high
        Exact interval of the share at 95 %; see `exact_interval`.
    size
        Mean number of classes in a set; NaN without samples.
    """

    samples: int
    covered: int
    low: float
    high: float
    size: float


@dataclass(frozen=True)
class Coverage:
    """Coverage at a level, of all samples and of those of each class.

    Attributes
    ----------
    singles
        Share of the sets that hold one class; NaN without samples.
    """

    level: float
    overall: Counted
    per_class: tuple[Counted, ...]
    singles: float

    @property
    def holds(self) -> bool:
        """Whether the level is within what was counted, or below it."""
        return self.overall.high >= self.level

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON, null for NaN."""
        overall, per_class = _plain(self.overall), [_plain(each) for each in self.per_class]
        singles = finite_or_none(self.singles)
        return {"level": self.level, **overall, "singles": singles, "per_class": per_class}


def held_out_sets(
    probability: Array,
    known: Codes,
    fold: Codes,
    *,
    units: Codes | None = None,
    level: float = LEVEL,
    score: Score = "lac",
) -> Sets:
    """Return the set of each held-out sample, by thresholds from the other folds' samples.

    Parameters
    ----------
    probability
        float64, shape (N, C): of networks that never saw the sample.
    known, fold
        int64, shape (N,): class and fold of each sample.
    units
        int64, shape (N,): group or block of each sample, see `find_sets`; a single fold is divided
        by them too.

    Returns
    -------
    Sets
        bool, shape (N, C).
    """
    parts = fold if len(np.unique(fold)) > 1 else _parts(len(known), units)
    held = np.ones(probability.shape, bool)
    for part in np.unique(parts).tolist():
        inside = parts == part
        others = None if units is None else units[~inside]
        rule = find_sets(
            probability[~inside], known[~inside], units=others, level=level, score=score
        )
        held[inside] = rule.sets_of(probability[inside])
    return held


def count_coverage(held: Sets, known: Codes, level: float = LEVEL) -> Coverage:
    """Count the sets that hold the known class.

    Parameters
    ----------
    held
        bool, shape (N, C), of `held_out_sets`.
    known
        int64, shape (N,).
    """
    sizes = held.sum(axis=1)
    covered = held[np.arange(len(known)), known]
    per_class = tuple(
        _counted(covered[known == code], sizes[known == code]) for code in range(held.shape[1])
    )
    singles = float(np.mean(sizes == 1)) if len(known) else float("nan")
    return Coverage(level, _counted(covered, sizes), per_class, singles)


def exact_interval(
    covered: int, samples: int, confidence: float = CONFIDENCE
) -> tuple[float, float]:
    """Return the interval of a share that holds the true one with this confidence or more; 0…1.

    Of independent samples: those of one group are not, and the true interval is wider then.
    Source: Clopper, C. J., & Pearson, E. S., 1934, The use of confidence or fiducial limits
    illustrated in the case of the binomial, Biometrika 26, 404-413, as quantiles of the beta
    distribution.

    Parameters
    ----------
    covered, samples
        0 ≤ covered ≤ samples.
    """
    # scipy.stats, which has it ready, takes a second to load at the end of every run
    from scipy.special import betaincinv

    tail, wrong = (1 - confidence) / 2, samples - covered
    low = betaincinv(covered, wrong + 1, tail) if covered else 0.0
    high = betaincinv(covered + 1, wrong, 1 - tail) if wrong else 1.0
    return float(low), float(high)


def _parts(samples: int, units: Codes | None) -> Codes:
    """Divide samples into parts, whole units one after the other."""
    names = np.arange(samples) if units is None else units
    return np.asarray(np.unique(names, return_inverse=True)[1] % PARTS, np.int64)


def _counted(covered: NDArray[np.bool_], sizes: NDArray[np.int64]) -> Counted:
    number, right = len(covered), int(covered.sum())
    size = float(sizes.mean()) if number else float("nan")
    return Counted(number, right, *exact_interval(right, number), size)


def _plain(counted: Counted) -> dict[str, Any]:
    values = asdict(counted)
    share = counted.covered / counted.samples if counted.samples else None
    return {**values, "coverage": share, "size": finite_or_none(counted.size)}
