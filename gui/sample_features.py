"""The features of one sample, out of the table that the window holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gui.table_info import TableInfo


def sample_features(table: TableInfo, names: Sequence[str], row: int) -> NDArray[np.float64] | None:
    """Return the features of a row as a run reads them, shape (1, S); NaN where missing.

    Half the limit stands for a value below its detection limit. None when the table lacks one of
    the columns, or the row.
    """
    if not 0 <= row < table.rows:
        return None
    values = []
    for name in names:
        column = table.column(name)
        if column is None or column.kind != "number":
            return None
        value = float(table.values(name)[row])
        censored = table.censored(name)
        if censored is not None and censored[row]:
            value /= 2
        values.append(value if np.isfinite(value) else np.nan)
    return np.array([values])
