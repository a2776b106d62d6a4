"""Zero on a logarithmic axis, which has no place for it: a row of its own below all else."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# height of that row, as a share of the axis above it
ROOM = 0.1


def zero_row(bottom: float, top: float) -> float:
    """Return where zero is drawn on an axis from `bottom` to `top`, all three powers of ten."""
    return bottom - ROOM * (top - bottom)


def log_places(values: NDArray[np.float64], zero: float = np.nan) -> NDArray[np.float64]:
    """Return where values stand on a logarithmic axis: their powers of ten.

    Parameters
    ----------
    values
        Of any shape; NaN stays NaN.
    zero
        Where values stand that are not positive; NaN leaves them out.
    """
    places = np.where(np.isnan(values), np.nan, zero)
    np.log10(values, out=places, where=values > 0)
    return places
