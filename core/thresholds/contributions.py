"""Which elements make a sample stand apart: the parts of its squared robust distance.

M. Mayrhofer & P. Filzmoser (2023), Multivariate outlier explanations using Shapley values and
Mahalanobis distances, Econometrics and Statistics, doi:10.1016/j.ecosta.2023.04.003: the Shapley
value of variable j is (x − μ)ⱼ times the j-th element of Σ⁻¹(x − μ), and the values of all
variables add up to the squared distance. Here x are centred logratios, so that each element has a
part of its own whatever the basis; the inverse of their singular covariance is the pseudo-inverse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.compositions import clr

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Centre:
    """Where most samples lie, and how they spread about it.

    Attributes
    ----------
    mean
        Robust mean of the centred logratios (natural logarithm), float64, shape (D,).
    precision
        Pseudo-inverse of their robust covariance, float64, shape (D, D).
    """

    mean: Array
    precision: Array


def contributions(parts: Array, centre: Centre) -> Array:
    """Return the part of each element in the squared distance of each sample.

    Parameters
    ----------
    parts
        float64, shape (n, D), the elements that the centre was found from, all positive.

    Returns
    -------
    Array
        float64, shape (n, D), without unit; each row adds up to the square of its distance. A
        negative one: with the other elements as they are, this one makes the sample less unusual.
    """
    apart = clr(parts) - centre.mean
    found: Array = apart * (apart @ centre.precision)
    return found


def mean_contributions(
    parts: Array, codes: NDArray[np.int64], names: Sequence[str], centres: Mapping[str, Centre]
) -> tuple[Array, int]:
    """Return the mean part of each element over samples, and how many samples that is.

    Parameters
    ----------
    parts
        float64, shape (n, D); samples with a gap or a value that is not positive are passed over.
    codes
        Group of each sample, int64, shape (n,), -1 for none; the names belong to the codes.
    centres
        By group; a group without one is passed over.

    Returns
    -------
    tuple of Array and int
        float64, shape (D,), NaN where no sample is left.
    """
    complete = ((parts > 0) & np.isfinite(parts)).all(axis=1)
    total, count = np.zeros(parts.shape[1]), 0
    for code, name in enumerate(names):
        members = complete & (codes == code)
        if name in centres and members.any():
            total += contributions(parts[members], centres[name]).sum(axis=0)
            count += int(members.sum())
    return (total / count if count else np.full(len(total), np.nan)), count


def centre_values(centres: Mapping[str, Centre]) -> dict[str, Any]:
    """Return centres by group as plain values for an event."""
    return {
        group: {"mean": centre.mean.tolist(), "precision": centre.precision.tolist()}
        for group, centre in centres.items()
    }


def centres_from(values: Mapping[str, Any]) -> dict[str, Centre]:
    """Undo `centre_values`."""
    return {
        group: Centre(np.array(each["mean"]), np.array(each["precision"]))
        for group, each in values.items()
    }
