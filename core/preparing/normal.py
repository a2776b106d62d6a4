"""The normal distribution with numpy alone: the window prepares samples too, and loads no scipy."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Wichura's coefficients, of the highest power first: about the median, in the tails, far out
CENTRE = (
    (
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0,
    ),
    (
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0,
    ),
)
TAIL = (
    (
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0,
    ),
    (
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0,
    ),
)
FAR = (
    (
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0,
    ),
    (
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1.0,
    ),
)


def normal_quantile(p: Array) -> Array:
    """Return the quantiles of the standard normal distribution.

    M. J. Wichura (1988), "Algorithm AS 241: The Percentage Points of the Normal Distribution",
    *Applied Statistics* 37, 477–484, PPND16: a relative error of about 1e-16.

    Parameters
    ----------
    p
        Probabilities above 0 and below 1, of any shape.
    """
    p = np.asarray(p, np.float64)
    q = p - 0.5
    is_central = np.abs(q) <= 0.425
    r = 0.180625 - np.where(is_central, q, 0.0) ** 2
    central = q * _ratio(CENTRE, r)
    r = np.sqrt(-np.log(np.where(is_central, 0.5, np.minimum(p, 1 - p))))
    tail = np.where(r <= 5.0, _ratio(TAIL, r - 1.6), _ratio(FAR, r - 5.0))
    return np.where(is_central, central, np.copysign(tail, q))


def _ratio(of: tuple[tuple[float, ...], tuple[float, ...]], x: Array) -> Array:
    return _polynomial(of[0], x) / _polynomial(of[1], x)


def _polynomial(coefficients: tuple[float, ...], x: Array) -> Array:
    value = np.zeros_like(x)
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def log_erfcx(x: float) -> float:
    """Return ln(exp(x²) · erfc(x)), finite for every finite x.

    From x = 25 on by the asymptotic series, whose next term is below 1e-14 there (Abramowitz and
    Stegun 1964, 7.1.23).
    """
    if x < 25.0:
        return math.log(math.erfc(x)) + x * x
    u = 0.5 / (x * x)
    return math.log1p(u * (-1 + u * (3 + u * (-15 + u * 105)))) - math.log(x * math.sqrt(math.pi))


def inverse_mills(z: Array) -> Array:
    """Return φ(z)/Φ(z), by which the mean of a normal distribution falls when it is cut at z.

    Between −30 and 10 by cubic Hermite interpolation of exact values, with the derivative
    −λ·(λ + z); below by the asymptotic series, above 0. Never wrong by more than 1e-9 of itself or
    of 1, whichever is larger.

    Parameters
    ----------
    z
        float64, of any shape, finite.
    """
    values, slopes = _mills_table()
    place = np.clip((z - _LOW) / _STEP, 0, len(values) - 2 + (1 - 1e-12))
    left = place.astype(np.int64)
    t = place - left
    rest = 1 - t
    inside = (
        values[left] * (1 + 2 * t) * rest**2
        + values[left + 1] * t**2 * (3 - 2 * t)
        + _STEP * t * rest * (slopes[left] * rest - slopes[left + 1] * t)
    )
    inverse = 1 / np.minimum(z, _LOW) ** 2
    series = -np.minimum(z, _LOW) / (1 - inverse * (1 - inverse * (3 - 15 * inverse)))
    return np.where(z < _LOW, series, np.where(z > _HIGH, 0.0, inside))


_LOW, _HIGH, _STEP = -30.0, 10.0, 1 / 64


@lru_cache(maxsize=1)
def _mills_table() -> tuple[Array, Array]:
    """Return φ/Φ and its derivative at even steps."""
    grid = np.arange(_LOW, _HIGH + _STEP, _STEP)
    root = math.sqrt(2)
    logs = [-log_erfcx(-z / root) for z in grid.tolist()]
    values = math.sqrt(2 / math.pi) * np.exp(np.array(logs))
    return values, -values * (values + grid)
