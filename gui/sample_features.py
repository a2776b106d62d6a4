"""The features of one sample, out of the table that the window holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.table_info import TableInfo


@dataclass(frozen=True)
class Sample:
    """One sample, as a preparation takes it.

    Attributes
    ----------
    features
        float64, shape (1, S): what was measured, or the limit; NaN where missing.
    censored
        bool, shape (1, S). Whether it is a detection limit.
    """

    features: NDArray[np.float64]
    censored: NDArray[np.bool_]


def sample_features(table: TableInfo, names: Sequence[str], row: int) -> Sample | None:
    """Return the features of a row as a run reads them.

    None when the table lacks one of the columns, or the row.
    """
    if not 0 <= row < table.rows:
        return None
    values, censored = [], []
    for name in names:
        column = table.column(name)
        if column is None or column.kind != "number":
            return None
        value = float(table.values(name)[row])
        below = table.censored(name)
        values.append(value if np.isfinite(value) else np.nan)
        censored.append(below is not None and bool(below[row]))
    return Sample(np.array([values]), np.array([censored]))
