"""Finding a reference on training samples. Workers alone load this module."""

from __future__ import annotations

import warnings

import numpy as np

from core.uncertainty.reference import (
    MOST_POINTS,
    NEIGHBOURS,
    SAMPLES_PER_INPUT,
    Array,
    Ellipsoid,
    Measure,
    Neighbourhood,
    Reference,
)

# share of the training samples that lie so close together that their spacing says little
_CLOSE = 0.1


def fit_reference(inputs: Array, measure: Measure, seed: int = 0) -> Reference:
    """Return what samples are to be measured from.

    Parameters
    ----------
    inputs
        float64, shape (N, S), finite: prepared training samples, N ≥ 2.
    measure
        "neighbours" measures from the nearest training samples, see `Neighbourhood.distances`;
        "mahalanobis" from their robust centre.
    seed
        Of the samples that are kept where there are many, and of the estimator.
    """
    if measure == "mahalanobis":
        return robust_ellipsoid(inputs, seed)
    ellipsoid = shrunk_ellipsoid(inputs)
    kept = inputs
    if len(inputs) > MOST_POINTS:
        rng = np.random.default_rng([seed, 0x0DD])
        kept = inputs[np.sort(rng.permutation(len(inputs))[:MOST_POINTS])]
    points = ellipsoid.whitened(kept)
    return Neighbourhood(ellipsoid, points, _spacing(points))


def shrunk_ellipsoid(inputs: Array) -> Ellipsoid:
    """Return mean and covariance, the latter shrunk so that it has an inverse for few samples.

    Source: Ledoit, O., & Wolf, M., 2004, A well-conditioned estimator for large-dimensional
    covariance matrices, Journal of Multivariate Analysis 88, 365-411, lemma 3.2 and section 3.3.
    """
    # scikit-learn's own is the oracle of the test: every run would wait seconds for it to load
    centre = inputs.mean(axis=0)
    deviations = inputs - centre
    samples, count = inputs.shape
    covariance = deviations.T @ deviations / samples
    variance = np.trace(covariance) / count
    target = variance * np.eye(count)
    apart = ((covariance - target) ** 2).sum()
    squares = deviations**2
    uncertain = ((squares.T @ squares) / samples - covariance**2).sum() / samples
    weight = min(uncertain / apart, 1.0) if apart > 0 else 0.0
    return _ellipsoid(centre, weight * target + (1 - weight) * covariance)


def robust_ellipsoid(inputs: Array, seed: int) -> Ellipsoid:
    """Return centre and covariance of most samples, which a few far ones do not draw to them.

    The reweighted minimum covariance determinant of Rousseeuw, P. J., & van Driessen, K., 1999, A
    fast algorithm for the minimum covariance determinant estimator, Technometrics 41, 212-223, as
    scikit-learn has it. Where there are fewer than three samples for each input, or most of them
    lie in a plane, `shrunk_ellipsoid`.
    """
    from sklearn.covariance import MinCovDet

    if len(inputs) < SAMPLES_PER_INPUT * inputs.shape[1]:
        return shrunk_ellipsoid(inputs)
    with warnings.catch_warnings():
        # what it warns of is a covariance without an inverse
        warnings.simplefilter("error")
        try:
            found = MinCovDet(random_state=seed).fit(inputs)
        except (RuntimeWarning, UserWarning, ValueError):
            return shrunk_ellipsoid(inputs)
    return _ellipsoid(found.location_, found.covariance_)


def _ellipsoid(centre: Array, covariance: Array) -> Ellipsoid:
    variances, directions = np.linalg.eigh(covariance)
    # an input that is constant in training, or a copy of another, has no spread of its own
    least = max(float(variances[-1]) * 1e-9, 1e-12)
    whitening = directions.T / np.sqrt(np.maximum(variances, least))[:, None]
    return Ellipsoid(np.asarray(centre, np.float64), np.ascontiguousarray(whitening))


def _spacing(points: Array) -> Array:
    """Return the mean distance of each point from its nearest others, shape (N,), above 0."""
    from scipy.spatial import cKDTree

    nearest = np.arange(2, min(NEIGHBOURS + 1, len(points)) + 1)
    spacing = cKDTree(points).query(points, k=nearest)[0].mean(axis=1)
    # copies of a sample lie at no distance from each other; everything else would be far from them
    least = float(np.quantile(spacing, _CLOSE)) or float(spacing.max()) or 1.0
    raised: Array = np.maximum(spacing, least)
    return raised
