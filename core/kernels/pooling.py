"""The largest of 2 × 2 pixels, and the way back of its gradient."""

from __future__ import annotations

from typing import Any

import numba
from numpy.typing import NDArray

Array = NDArray[Any]


@numba.njit(nogil=True, error_model="numpy", cache=True)
def pool_pairs(maps: Array, largest: Array, places: Array) -> None:
    """Write the largest of each 2 × 2 pixels, and which of them it is.

    Parameters
    ----------
    maps
        Shape (M, H, W), H and W even. NaN counts as larger than any number.
    largest
        Shape (M, H/2, W/2), receives the values.
    places
        uint8, the same shape: 0 and 1 for the upper row, 2 and 3 for the lower one. Of equal
        pixels the left column counts, and in it the upper row.
    """
    for number in range(largest.shape[0]):
        for row in range(largest.shape[1]):
            upper, lower = maps[number, 2 * row], maps[number, 2 * row + 1]
            for column in range(largest.shape[2]):
                left, below = upper[2 * column], lower[2 * column]
                is_lower_left = below > left or below != below
                left = below if is_lower_left else left
                right, below = upper[2 * column + 1], lower[2 * column + 1]
                is_lower_right = below > right or below != below
                right = below if is_lower_right else right
                is_right = right > left or right != right
                largest[number, row, column] = right if is_right else left
                is_lower = is_lower_right if is_right else is_lower_left
                places[number, row, column] = 2 * is_lower + is_right


@numba.njit(nogil=True, error_model="numpy", cache=True)
def spread_pairs(gradient: Array, places: Array, out: Array) -> None:
    """Write the gradient of each maximum to its pixel, and 0 to the other three.

    Parameters
    ----------
    gradient, places
        Shape (M, H/2, W/2), places as `pool_pairs` writes them.
    out
        Shape (M, H, W), receives the gradient of the pixels.
    """
    for number in range(gradient.shape[0]):
        for row in range(gradient.shape[1]):
            upper, lower = out[number, 2 * row], out[number, 2 * row + 1]
            for column in range(gradient.shape[2]):
                place = places[number, row, column]
                value = gradient[number, row, column]
                # a 0.0 of the type of the values would make this three times slower
                upper[2 * column] = value if place == 0 else 0.0
                upper[2 * column + 1] = value if place == 1 else 0.0
                lower[2 * column] = value if place == 2 else 0.0
                lower[2 * column + 1] = value if place == 3 else 0.0
