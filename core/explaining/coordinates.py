"""The space in which what a network reads is a straight function of the elements.

Attributions of a network are found for its inputs. Where logratios or principal components mix the
elements, they lead back to these by the chain rule: the inputs are z = A·l + b of the logarithms
l of the elements, so that a straight line in z is one in l, and the gradient by l is Aᵀ times that
by z.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.compositions import ilr_basis
from core.preparation import FittedPreparation
from core.preparing.composition import Composition

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Coordinates:
    """Coordinates of samples, and how the inputs of a network come of them.

    Attributes
    ----------
    values
        float64, shape (P, U). Logarithms of the elements where there are logratios, else what is
        scaled of each element.
    matrix, offset
        float64, shapes (T, U) and (T,): a sample's inputs are ``matrix @ values + offset``.
    """

    values: Array
    matrix: Array
    offset: Array

    def inputs(self, values: Array) -> Array:
        """Return the inputs of samples, shape (P, T), from coordinates of shape (P, U)."""
        found: Array = values @ self.matrix.T + self.offset
        return found


def is_by_elements(fitted: FittedPreparation) -> bool:
    """Whether each coordinate belongs to one element.

    Normal scores of logratios bend what mixes the elements; their coordinates are the logratios.
    """
    return fitted.composition is None or not fitted.quantiles


def coordinate_names(fitted: FittedPreparation, features: Sequence[str]) -> list[str]:
    """Return what the U coordinates are called: features, or ``clr Cu``, ``ILR 1``."""
    if fitted.composition is None or is_by_elements(fitted):
        return list(features)
    return fitted.composition.names(features)


def coordinates_of(
    fitted: FittedPreparation, features: Array, censored: NDArray[np.bool_]
) -> Coordinates:
    """Return the coordinates of samples, float64 and bool, shape (P, S), as the table has them."""
    complete = fitted.completed(features, censored)
    if fitted.composition is not None and is_by_elements(fitted):
        matrix, offset = _scaling(fitted)
        matrix = matrix[:, np.newaxis] * _logratios(fitted.composition, features.shape[1])
        values = _logs(fitted.composition, complete)
    else:
        values = fitted.scaled(fitted.transformed(complete))
        matrix, offset = np.eye(values.shape[1]), np.zeros(values.shape[1])
    if fitted.rotation is not None:
        weights, centre = np.array(fitted.rotation.weights), np.array(fitted.rotation.centre)
        matrix, offset = weights @ matrix, weights @ (offset - centre)
    return Coordinates(values, matrix, offset)


def _scaling(fitted: FittedPreparation) -> tuple[Array, Array]:
    """Return factor and offset of each scaled value; both 0 where a feature is constant."""
    shift, scale = np.array(fitted.shift), np.array(fitted.scale)
    factor = np.divide(1.0, scale, out=np.zeros_like(scale), where=scale > 0)
    return factor, -shift * factor


def _logratios(composition: Composition, features: int) -> Array:
    """Return the matrix from logarithms of the parts, and the other features, to logratios."""
    parts, number = list(composition.parts), len(composition.parts)
    if composition.kind == "clr":
        matrix = np.eye(features)
        matrix[np.ix_(parts, parts)] -= 1 / number
        return matrix
    others = composition.others(features)
    matrix = np.zeros((features - 1, features))
    matrix[: number - 1, parts] = ilr_basis(number)
    matrix[np.arange(number - 1, features - 1), others] = 1.0
    return matrix


def _logs(composition: Composition, complete: Array) -> Array:
    """Return natural logarithms of the parts in one unit beside the other features."""
    values = complete.copy()
    for number, factor, floor in zip(
        composition.parts, composition.factor, composition.floor, strict=True
    ):
        column = complete[:, number]
        values[:, number] = np.log(np.where(column > 0, column, floor)) + np.log(factor)
    return values
