"""Prepared samples for a network: gaps, logarithm and scaling in one compiled pass.

Apart from `core.preparation`, which the window reads without the compiler.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.kernels.preparing import prepare_rows
from core.preparation import FittedPreparation

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]


def prepared_samples(
    fitted: FittedPreparation, features: Array, censored: Mask | None = None
) -> Array:
    """Return what `FittedPreparation.apply` does, to a few units in the last place.

    A sample comes out the same, bit for bit, whatever samples stand beside it.

    Parameters
    ----------
    features
        float64, shape (P, S): what was measured, and the limit where `censored`; NaN or infinite
        where missing.
    censored
        bool, shape (P, S). None: nothing is below a limit.
    """
    if fitted.composition is not None or fitted.quantiles:
        return fitted.apply(features, censored)
    # a copy, which may be written over
    rows = np.ascontiguousarray(fitted.substitution.apply(features, censored).T)
    figures = (fitted.floor, fitted.fill, fitted.shift, fitted.scale)
    takes_log = np.array(fitted.logarithm, np.bool_)
    prepare_rows(rows, takes_log, *(np.array(each, np.float64) for each in figures))
    scaled: Array = rows.T
    return scaled if fitted.rotation is None else fitted.rotation.apply(scaled)
