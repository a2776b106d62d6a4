"""Samples made ready for gridding: complete ones, one at each place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message

Floats = NDArray[np.float64]


def usable(
    x: Floats, y: Floats, values: Floats, *, logarithm: bool
) -> tuple[Floats, Floats, Floats, list[Message]]:
    """Return complete samples, one at each place, with notices of what was done to the others.

    Parameters
    ----------
    x, y, values
        float64, shape (P,), NaN where missing.
    logarithm
        Leave out values that have none.
    """
    notices = []
    known = np.isfinite(x) & np.isfinite(y) & np.isfinite(values)
    if logarithm:
        known &= np.where(known, values, 0.0) > 0
    if not known.all():
        notices.append(_left_out(int((~known).sum()), logarithm=logarithm))
    x, y, values, shared = _one_a_place(x[known], y[known], values[known])
    if shared:
        notices.append(
            message(
                "{count} places have several samples; their mean was taken.", count=f"{shared:,}"
            )
        )
    return x, y, values, notices


def _left_out(count: int, *, logarithm: bool) -> Message:
    if logarithm:
        return message(
            "{count} samples without a place or a value above 0, which the logarithm needs, "
            "were left out.",
            count=f"{count:,}",
        )
    return message("{count} samples without a place or a value were left out.", count=f"{count:,}")


def _one_a_place(x: Floats, y: Floats, values: Floats) -> tuple[Floats, Floats, Floats, int]:
    """Return the mean of the samples at each place, and how many places have several."""
    places, index = np.unique(np.column_stack([x, y]), axis=0, return_inverse=True)
    if len(places) == len(x):
        return x, y, values, 0
    count = np.bincount(index.ravel())
    means = np.bincount(index.ravel(), weights=values) / count
    return places[:, 0], places[:, 1], means, int((count > 1).sum())
