"""Samples that stand apart in several elements at once: robust Mahalanobis distance on ILR.

P. Filzmoser, R. G. Garrett & C. Reimann (2005), Multivariate outlier detection in exploration
geochemistry, Computers & Geosciences 31, 579–587: distances from the centre, with centre and
covariance by the minimum covariance determinant, and the root of a quantile of χ² as the cut-off.
On isometric logratios: P. Filzmoser & K. Hron (2008), Outlier detection for compositional data
using robust methods, Mathematical Geosciences 40, 233–248. The estimator is that of P. J. Rousseeuw
& K. van Driessen (1999), Technometrics 41, 212–223, as scikit-learn has it, reweighted.
"""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import NDArray

from datasets.messages import InputError

Array = NDArray[np.float64]
# fewer samples for each coordinate leave the covariance of half of them without a meaning
SAMPLES_PER_PART = 5


def robust_distances(parts: Array, *, seed: int = 1) -> Array:
    """Return the robust distance of each sample from the centre of most of them.

    Elements may be in different units: a factor on a whole column moves all samples alike in
    logratios, and distances stay.

    Parameters
    ----------
    parts
        float64, shape (P, D), D ≥ 2. A sample with a gap or a value that is not positive has no
        logratios.
    seed
        Of the random subsets that the estimator starts from.

    Returns
    -------
    Array
        float64, shape (P,), without unit; NaN for samples without logratios.

    Raises
    ------
    InputError
        When there are too few elements or samples, or elements that are multiples of each other.
    """
    complete = np.isfinite(parts).all(axis=1) & (np.where(np.isfinite(parts), parts, 0) > 0).all(1)
    _check(int(complete.sum()), parts.shape[1])
    distances = np.full(len(parts), np.nan)
    distances[complete] = _distances(parts[complete], seed)
    return distances


def distance_limit(parts: int, quantile: float) -> float:
    """Return the cut-off for so many elements: √χ² with one degree of freedom less."""
    from scipy.stats import chi2

    return float(np.sqrt(chi2.ppf(quantile, parts - 1)))


def _distances(parts: Array, seed: int) -> Array:
    from sklearn.covariance import MinCovDet

    from core.compositions import ilr

    coordinates = ilr(parts)
    spread = coordinates.std(axis=0)
    if (spread <= 1e-12).any() or np.linalg.matrix_rank(np.cov(coordinates.T)) < parts.shape[1] - 1:
        raise _degenerate()
    with warnings.catch_warnings():
        # raised as an error below: what it warns of makes distances without a meaning
        warnings.simplefilter("error", RuntimeWarning)
        try:
            found = MinCovDet(random_state=seed).fit(coordinates / spread)
        except (RuntimeWarning, ValueError):
            raise _degenerate() from None
    squares: Array = np.asarray(found.mahalanobis(coordinates / spread), np.float64)
    return np.sqrt(squares)


def _check(samples: int, parts: int) -> None:
    if parts < 2:
        raise InputError("A distance over several elements needs at least two columns; name more.")
    if samples < SAMPLES_PER_PART * parts:
        raise InputError(
            "{samples} samples have a positive value in all {parts} elements; a robust distance "
            "needs {needed} or more. Leave out elements with many gaps.",
            samples=f"{samples:,}",
            parts=parts,
            needed=SAMPLES_PER_PART * parts,
        )


def _degenerate() -> InputError:
    return InputError(
        "The ratios of these elements do not vary freely, so that there is no robust distance; "
        "leave out columns that are multiples of another or constant in most samples."
    )
