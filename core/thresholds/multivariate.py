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

from core.thresholds.contributions import Centre
from datasets.messages import InputError

Array = NDArray[np.float64]
# fewer samples for each coordinate leave the covariance of half of them without a meaning
SAMPLES_PER_PART = 5


def robust_distances(parts: Array, *, seed: int = 1) -> Array:
    """Return the robust distance of each sample alone; see `distances_and_centre`."""
    return distances_and_centre(parts, seed=seed)[0]


def distances_and_centre(parts: Array, *, seed: int = 1) -> tuple[Array, Centre]:
    """Return the robust distance of each sample from the centre of most of them, and the centre.

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
    tuple of Array and Centre
        float64, shape (P,), without unit; NaN for samples without logratios.

    Raises
    ------
    InputError
        When there are too few elements or samples, or elements that are multiples of each other.
    """
    complete = has_logratios(parts)
    _check(int(complete.sum()), parts.shape[1])
    distances = np.full(len(parts), np.nan)
    distances[complete], centre = _fitted(parts[complete], seed)
    return distances, centre


def has_logratios(parts: Array) -> NDArray[np.bool_]:
    """Return which samples have a positive value in every element, bool, shape (P,)."""
    return np.asarray(((parts > 0) & np.isfinite(parts)).all(axis=1))


def distance_limit(parts: int, quantile: float) -> float:
    """Return the cut-off for so many elements: √χ² with one degree of freedom less."""
    from scipy.stats import chi2

    return float(np.sqrt(chi2.ppf(quantile, parts - 1)))


def _fitted(parts: Array, seed: int) -> tuple[Array, Centre]:
    from sklearn.covariance import MinCovDet

    from core.compositions import ilr, ilr_basis

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
    basis = ilr_basis(parts.shape[1])
    precision = found.get_precision() / np.outer(spread, spread)
    centre = Centre((found.location_ * spread) @ basis, basis.T @ precision @ basis)
    return np.sqrt(squares), centre


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
