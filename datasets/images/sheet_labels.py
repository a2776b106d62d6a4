"""Which digit stands in which cell of a sheet, told by how alike the cells are."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message

_DIGITS = 10
Order = Literal["auto", "rows", "columns", "unlabelled"]


def labels_of_places(
    cells: NDArray[Any], places: NDArray[np.int64], shape: tuple[int, int], order: Order
) -> tuple[NDArray[np.int64] | None, tuple[Message, ...]]:
    """Return the digit of each cell, None where the sheet tells none.

    Parameters
    ----------
    cells
        Shape (P, H, W) or (P, H, W, 3).
    places
        int64, shape (P, 2): row and column of each.
    shape
        Rows and columns of the sheet.
    order
        "rows": each row, or each tenth of the rows, is one digit, 0 first; "columns" alike. "auto"
        takes the one by which cells of one digit are more alike than by chance.
    """
    ways = {
        "rows": _digits(places[:, 0], shape[0]),
        "columns": _digits(places[:, 1], shape[1]),
    }
    if order == "unlabelled":
        return None, ()
    if order != "auto":
        return ways[order], ()
    fits = {
        name: _excess(cells, labels)
        for name, labels in ways.items()
        if shape[name == "columns"] % _DIGITS == 0
    }
    best = max(fits, key=lambda name: fits[name], default="")
    if not best or fits[best] <= 0:
        told = message(
            "The order of the digits on the sheet is not known, so they have no labels; say "
            "whether rows or columns hold one digit each."
        )
        return None, (told,)
    return ways[best], (_told(best),)


def _told(best: str) -> Message:
    if best == "rows":
        return message("The rows of the sheet were taken as the digits 0…9 in order.")
    return message("The columns of the sheet were taken as the digits 0…9 in order.")


def _digits(index: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the digit of rows or columns: equal blocks where ten divides them, else one each."""
    block = count // _DIGITS if count % _DIGITS == 0 else 1
    return index // block


def _excess(cells: NDArray[Any], labels: NDArray[np.int64]) -> float:
    """Return the share of the variance that labels explain, beyond twice what chance explains.

    Of P cells in K classes, chance explains (K - 1)/(P - 1) on average. A single cell for each
    class can be neither proved nor refuted; it counts as just above.
    """
    flat = cells.reshape(len(cells), -1).astype(np.float64)
    if len(flat) <= _DIGITS:
        return 1e-9
    centred = flat - flat.mean(axis=0)
    total = float((centred**2).sum())
    if not total:
        return 0.0
    explained, classes = 0.0, np.unique(labels)
    for label in classes:
        chosen = centred[labels == label]
        explained += len(chosen) * float((chosen.mean(axis=0) ** 2).sum())
    return explained / total - 2 * (len(classes) - 1) / (len(flat) - 1)
