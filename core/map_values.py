"""What a map draws beside classes: entropy, thresholds, residuals, and where two runs differ.

numpy alone: the window computes these itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
FACTORS = (1.0, 2.0, 4.0)
RIGHT, WRONG = 0, 1
_CHUNK = 1 << 18


def entropy(probabilities: Sequence[Floats]) -> Floats:
    """Return the entropy of each sample's class probabilities, from 0 (sure) to 1 (all equal).

    Shannon's H = −Σ p·log p, divided by the logarithm of the number of classes so that maps of
    different runs compare. Source: Shannon, A Mathematical Theory of Communication, Bell System
    Technical Journal 27 (1948), section 6. NaN where a probability is missing.

    Parameters
    ----------
    probabilities
        One array of shape (P,) for each class.
    """
    rows = len(probabilities[0]) if probabilities else 0
    total = np.zeros(rows)
    if len(probabilities) < 2:
        return total
    for start in range(0, rows, _CHUNK):
        part = slice(start, start + _CHUNK)
        for column in probabilities:
            p = np.asarray(column[part], np.float64)
            total[part] -= p * np.log(np.where(p > 0, p, 1.0))
    return np.asarray(total / np.log(len(probabilities)))


def threshold_classes(
    values: Floats, threshold: float, factors: Sequence[float] = FACTORS
) -> Codes:
    """Return how many of the multiples of a threshold each value exceeds; -1 where it is NaN.

    A value at the threshold is not above it: an anomaly is what exceeds the threshold.
    """
    codes = np.searchsorted(threshold * np.asarray(factors), values, side="left")
    return np.where(np.isnan(values), -1, codes)


def judged(known: Codes, predicted: Codes) -> Codes:
    """Return RIGHT or WRONG for each sample whose class is known, -1 for the others."""
    verdict = np.where(known == predicted, RIGHT, WRONG)
    return np.where((known < 0) | (predicted < 0), -1, verdict)


def missing_probability(probabilities: Sequence[Floats], known: Codes) -> Floats:
    """Return 1 − p(known class), what is missing to certainty; NaN where no class is known."""
    missing = np.full(len(known), np.nan)
    for code, column in enumerate(probabilities):
        its = known == code
        missing[its] = 1 - column[its]
    return missing


def output_limits(activation: str) -> tuple[float, float]:
    """Return the values that one ordered output has for the first and the last class.

    Those of `core.targets.limits`, which the window cannot ask: it loads torch.
    """
    return (-1.0, 1.0) if activation in ("tanh", "step2", "ramp2", "softsign") else (0.0, 1.0)


def difference_to_target(
    output: Floats, known: Codes, classes: int, limits: tuple[float, float]
) -> Floats:
    """Return output − target of one ordered output; NaN where no class is known.

    The targets of the classes are evenly spaced between the limits, as in `core.targets.encode`.

    Parameters
    ----------
    output, known
        float64 and int64, shape (P,); -1 where no class is known.
    """
    low, high = limits
    target = low + (high - low) * known / max(classes - 1, 1)
    return np.asarray(np.where(known < 0, np.nan, output - target))


def recoded(codes: Codes, names: Sequence[str], wanted: Sequence[str]) -> Codes:
    """Return class codes in the order of other names; -1 where a class has no namesake."""
    place = {name: number for number, name in enumerate(wanted)}
    table = np.array([*(place.get(name, -1) for name in names), -1], dtype=np.int64)
    return table[codes]


def with_unknown(codes: NDArray[Any], unlike: Floats, unknown: int) -> NDArray[Any]:
    """Return the codes, `unknown` where a class is named of a cell unlike the training samples.

    Parameters
    ----------
    codes
        Of any type of whole numbers, which is kept; shape (P,), -1 without a class.
    unlike
        Distance / threshold, shape (P,), above 1: unlike.
    """
    marked: NDArray[Any] = np.where((unlike > 1) & (codes >= 0), codes.dtype.type(unknown), codes)
    return marked


def is_striped(rows: Codes, columns: Codes) -> NDArray[np.bool_]:
    """Return whether a hatching makes the cells in these rows and columns darker.

    It is every third diagonal. Every second row and column of that is such a hatching again, so
    that smaller copies of a picture keep theirs.
    """
    darker: NDArray[np.bool_] = (rows + columns) % 3 == 0
    return darker


def flips(present: Codes, other: Codes, unchanged: int) -> Codes:
    """Return the present class where the other run names another one, else `unchanged`.

    -1 where the present class is unknown.
    """
    return np.where(present < 0, -1, np.where(present == other, unchanged, present))


def linear_residual(values: Floats, others: Sequence[Floats], *, logarithm: bool) -> Floats:
    """Return what a linear fit on other columns leaves of a column, in standard deviations.

    Ordinary least squares with a constant over the rows where everything is known (log10 of all
    where asked for and positive); the residual is divided by its standard deviation with
    n − p degrees of freedom. NaN elsewhere, and everywhere where there are too few rows or the
    fit is exact. Source: Draper & Smith, Applied Regression Analysis, 3rd edition (1998), 8.1.
    """
    columns = [values, *others]
    if logarithm:
        columns = [_log10(column) for column in columns]
    known = np.logical_and.reduce([np.isfinite(column) for column in columns])
    residual = np.full(len(values), np.nan)
    rows, unknowns = int(known.sum()), len(columns)
    if rows <= unknowns:
        return residual
    y = columns[0][known]
    design = np.column_stack([np.ones(rows), *(_standard(c[known]) for c in columns[1:])])
    fit = np.linalg.lstsq(design.T @ design, design.T @ y, rcond=None)[0]
    left = y - design @ fit
    deviation = float(np.sqrt(left @ left / (rows - unknowns)))
    if deviation <= 1e-12 * max(float(np.abs(y).max()), 1e-300):
        return residual
    residual[known] = left / deviation
    return residual


def _log10(values: Floats) -> Floats:
    positive = np.where(values > 0, values, np.nan)
    return np.asarray(np.log10(positive))


def _standard(values: Floats) -> Floats:
    """Return values of mean 0 and spread 1, so that the normal equations stay well conditioned."""
    spread = float(values.std())
    return np.asarray((values - values.mean()) / (spread if spread > 0 else 1.0))
