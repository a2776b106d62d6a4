"""What each feature holds: counted column by column between the paintings of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gui.table_info import TableInfo

# milliseconds that are counted in one go, and between two announcements
_SLICE, _BETWEEN = 12, 300


@dataclass(frozen=True)
class Summary:
    """One feature as it was measured; a value below its limit counts as the limit.

    Attributes
    ----------
    limits
        Smallest and largest detection limit, NaN where there is none.
    """

    missing: int
    censored: int
    rows: int
    limits: tuple[float, float] = (np.nan, np.nan)
    least: float = np.nan
    median: float = np.nan
    most: float = np.nan
    mean: float = np.nan
    deviation: float = np.nan

    @property
    def share(self) -> float:
        """Share of the known values that lie below a limit."""
        known = self.rows - self.missing
        return self.censored / known if known else 0.0


class FeatureSummaries(QObject):
    """Finds the summaries of a table's features, a column at a time, and remembers them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: TableInfo | None = None
        self._known: dict[str, Summary] = {}
        self._waiting: list[str] = []
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def want(self, table: TableInfo, names: Sequence[str]) -> None:
        """Find the summaries of these features next; those of another table are forgotten."""
        if table is not self._table:
            self._table = table
            self._known = {}
        self._waiting = [name for name in names if name not in self._known]
        self._since.start()
        if self._waiting:
            self._timer.start()

    def of(self, name: str) -> Summary | None:
        """Return the summary of a feature, None as long as it is not known."""
        return self._known.get(name)

    @property
    def busy(self) -> bool:
        """Whether some are still to be found."""
        return bool(self._waiting)

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < _SLICE and self._table is not None:
            name = self._waiting.pop(0)
            self._known[name] = summarise(self._table, name)
        if not self._waiting:
            self._timer.stop()
        if not self._waiting or self._since.elapsed() > _BETWEEN:
            self._since.start()
            self.changed.emit()


def summarise(table: TableInfo, name: str) -> Summary:
    """Return the summary of one column."""
    column = table.column(name)
    values = table.values(name)
    if column is None or values.dtype == object:
        return Summary(table.rows, 0, table.rows)
    censored = table.censored(name)
    limits = values[censored] if censored is not None else values[:0]
    known = values[np.isfinite(values)]
    if not len(known):
        return Summary(column.missing, column.censored, table.rows)
    return Summary(
        column.missing,
        column.censored,
        table.rows,
        (float(limits.min()), float(limits.max())) if len(limits) else (np.nan, np.nan),
        float(known.min()),
        float(np.median(known)),
        float(known.max()),
        float(known.mean()),
        float(known.std()),
    )
