"""The variogram: how unlike samples are by their distance; estimated and fitted by gstools."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import gstools
import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import pdist

from datasets.messages import InputError

Floats = NDArray[np.float64]
MODELS = {
    "spherical": gstools.Spherical,
    "exponential": gstools.Exponential,
    "gaussian": gstools.Gaussian,
}
LAGS = 15
# samples above which pairs are drawn at random: 2,000 make 2 million pairs
MOST = 2000
LEAST = 10


@dataclass(frozen=True, eq=False)
class Experimental:
    """An estimated variogram.

    Attributes
    ----------
    distance
        Mean distance of the pairs of each lag, shape (L,).
    gamma
        Half of their mean squared difference, shape (L,).
    pairs
        How many, int64, shape (L,).
    """

    distance: Floats
    gamma: Floats
    pairs: NDArray[np.int64]


@dataclass(frozen=True)
class Variogram:
    """A fitted variogram: γ(h) = nugget + sill (1 - ρ(h / length)).

    Attributes
    ----------
    model
        "spherical", "exponential" or "gaussian".
    nugget, sill
        In squared units of the values; `sill` is without the nugget.
    length
        Length scale in units of distance; gstools' ``len_scale``. Of a spherical model the range.
    """

    model: str
    nugget: float
    sill: float
    length: float

    def covariance(self, distance: Floats) -> Floats:
        """Return sill ρ(h / length), without the nugget, of distances of any shape."""
        model = MODELS[self.model](dim=2, var=self.sill, len_scale=self.length)
        return np.asarray(model.covariance(distance))

    def gstools_model(self, dimensions: int) -> Any:
        """Return the covariance model with nugget, for gstools."""
        kind = MODELS[self.model]
        return kind(dim=dimensions, var=self.sill, len_scale=self.length, nugget=self.nugget)


def estimate(places: Floats, values: Floats, *, lags: int = LAGS, seed: int = 0) -> Experimental:
    """Estimate the variogram up to a third of the survey's diagonal.

    Matheron's estimator (Matheron, G., 1963, Principles of geostatistics, Economic Geology 58,
    1246-1266) by `gstools.vario_estimate`; cut-off and number of lags as in gstat (Pebesma, E. J.,
    2004, Computers & Geosciences 30, 683-691). Lags without pairs are left out.
    """
    if len(values) > MOST:
        chosen = np.random.default_rng(seed).choice(len(values), MOST, replace=False)
        places, values = places[chosen], values[chosen]
    edges = np.linspace(0.0, float(np.linalg.norm(np.ptp(places, axis=0))) / 3, lags + 1)
    _, gamma, pairs = gstools.vario_estimate(places.T, values, edges, return_counts=True)
    distances = pdist(places)
    lag = np.searchsorted(edges, distances, side="left") - 1
    inside = (lag >= 0) & (lag < lags)
    total = np.bincount(lag[inside], weights=distances[inside], minlength=lags)
    count = np.bincount(lag[inside], minlength=lags)
    full = (pairs > 0) & (count > 0)
    return Experimental(total[full] / count[full], gamma[full], pairs[full].astype(np.int64))


def fit(found: Experimental, model: str = "") -> Variogram:
    """Fit nugget, sill and length by least squares, weighted by pairs / distance².

    The weights are gstat's default (its ``fit.method = 7``), which trusts short lags most.

    Parameters
    ----------
    model
        One of `MODELS`; "" takes the one that leaves the smallest weighted squares.
    """
    if model and model not in MODELS:
        raise InputError(
            "There is no variogram model “{model}”; choose one of {models}.",
            model=model,
            models=", ".join(MODELS),
        )
    names = [model] if model else list(MODELS)
    fitted = [_fit_one(found, name) for name in names]
    _, best = min(fitted, key=lambda pair: pair[0])
    return best


def _fit_one(found: Experimental, name: str) -> tuple[float, Variogram]:
    # values and distances near 1, so that the search is the same whatever the units are
    height, width = float(found.gamma.max()), float(found.distance.max())
    gamma, distance = found.gamma / height, found.distance / width
    weights = np.sqrt(found.pairs / found.pairs.max()) / distance
    weights /= weights.max()
    model = MODELS[name](dim=2)
    with warnings.catch_warnings():
        # a search that ends at a bound says so; the residuals decide between the models
        warnings.simplefilter("ignore")
        model.set_arg_bounds(len_scale=[1e-3, 10.0], var=[1e-9, 10.0], nugget=[0.0, 10.0])
        _search(model, distance, gamma, weights)
    left = float((weights**2 * (model.variogram(distance) - gamma) ** 2).sum())
    return left, Variogram(
        name,
        float(model.nugget) * height,
        float(model.var) * height,
        float(model.len_scale) * width,
    )


def _search(model: Any, distance: Floats, gamma: Floats, weights: Floats) -> None:
    """Give a model of gstools the nugget, sill and length that fit best."""

    def search(**tolerances: float) -> None:
        model.fit_variogram(
            distance,
            gamma,
            nugget=True,
            weights=weights,
            loss="linear",
            init_guess=_guess(),
            curve_fit_kwargs=tolerances,
        )

    try:
        search()
    except RuntimeError:
        # along a flat valley, where steps of a hundredth of a percent no longer matter
        search(ftol=1e-4, xtol=1e-4)


def _guess() -> dict[str, Any]:
    return {"var": 0.7, "nugget": 0.2, "len_scale": 0.4}


def fitted_variogram(places: Floats, values: Floats, model: str = "") -> Variogram:
    """Estimate and fit the variogram of samples.

    Raises
    ------
    InputError
        When there are too few samples, or they are all equal.
    """
    if len(values) < LEAST:
        raise InputError(
            "Kriging needs at least {least} samples at different places, and there are {count}; "
            "take inverse distances instead.",
            least=LEAST,
            count=len(values),
        )
    found = estimate(places, values)
    if len(found.gamma) < 4 or not found.gamma.max() > 0:
        raise InputError(
            "The samples do not differ, or too few lie near each other, so there is no variogram "
            "to krige with; take inverse distances instead."
        )
    return fit(found, model)
