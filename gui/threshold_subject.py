"""What the thresholds page looks at: the values of a column or distances, and groups of samples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.thresholds.contributions import Centre, mean_contributions
from core.thresholds.found import taken_values
from core.thresholds.groups import Groups, members_of
from core.thresholds.picture import Picture, picture_of
from core.thresholds.settings import ThresholdSettings
from gui.table_info import TableInfo
from gui.threshold_tasks import codes_of

# of more anomalous samples every so-manieth is taken: the mean says the same
MOST_EXPLAINED = 5000

Rows = NDArray[np.int64]


class Subject:
    """The values a threshold is looked for in.

    Attributes
    ----------
    values
        float64, shape (P,): of the column, the limit where `below` is set, or robust distances.
    below
        bool, shape (P,); None when no value is below a detection limit.
    centres
        Of a distance, by group.
    """

    def __init__(self) -> None:
        self.values: NDArray[np.float64] = np.empty(0)
        self.below: NDArray[np.bool_] | None = None
        self.centres: dict[str, Centre] = {}
        self._groups: tuple[TableInfo, str, Groups] | None = None

    def empty(self) -> None:
        """Look at nothing."""
        self.values, self.below, self.centres = np.empty(0), None, {}

    def take_column(self, table: TableInfo, name: str) -> None:
        """Look at a column."""
        self.values, self.below = table.values(name), table.censored(name)
        self.centres = {}

    def take_distances(self, distances: NDArray[np.float64], centres: dict[str, Centre]) -> None:
        """Look at robust distances."""
        self.values, self.below, self.centres = distances, None, centres

    def groups(self, table: TableInfo | None, name: str) -> Groups | None:
        """Return the groups of a column, None for no column; they are kept."""
        if not name or table is None:
            return None
        known = self._groups
        if known is None or known[0] is not table or known[1] != name:
            self._groups = known = (table, name, codes_of(table, name))
        return known[2]

    def picture(
        self, settings: ThresholdSettings, groups: Groups | None, shown: str, distance: bool
    ) -> Picture:
        """Return what the plots of a group are drawn from; of all samples for ""."""
        values, below = self.values, None if distance else self.below
        members = members_of(groups, shown)
        below = below[members] if below is not None else None
        return picture_of(taken_values(values[members], below, settings), below)

    def contributions(
        self,
        table: TableInfo,
        elements: Sequence[str],
        rows: Rows,
        settings: ThresholdSettings,
    ) -> tuple[NDArray[np.float64], int]:
        """Return the mean part of each element in the squared distance of samples, and of how many.

        See `core.thresholds.contributions`.
        """
        rows = rows[:: max(1, len(rows) // MOST_EXPLAINED)]
        columns = []
        for name in elements:
            below = table.censored(name)
            masked = below[rows] if below is not None else None
            columns.append(taken_values(table.values(name)[rows], masked, settings))
        groups = self.groups(table, settings.group)
        names, codes = groups if groups is not None else (("",), np.zeros(table.rows, np.int64))
        return mean_contributions(np.column_stack(columns), codes[rows], names, self.centres)
