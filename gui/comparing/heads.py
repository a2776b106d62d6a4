"""Heads of tables that have a column for each run: its colour and its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import QTableWidgetItem

from gui import theme
from gui.comparing.run_colours import run_colour
from gui.judging.table import LEFT, FiguresTable

# pixels at text size 1
WIDEST_NAME, SWATCH_PX = 150, 10


def show_heads(table: FiguresTable, first: str, names: Sequence[str]) -> None:
    """Give a table a first column, and one for each run of these names."""
    table.setColumnCount(len(names) + 1)
    table.setHorizontalHeaderItem(0, _head(first, first))
    for place, name in enumerate(names):
        item = _head(shortened(name, table.fontMetrics()), name)
        item.setIcon(swatch(run_colour(place)))
        table.setHorizontalHeaderItem(place + 1, item)


def shortened(name: str, metrics: QFontMetrics) -> str:
    """Return a name that is cut in its middle where it is long."""
    widest = round(WIDEST_NAME * theme.text_scale())
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, widest)


def swatch(colour: str) -> QIcon:
    """Return a square of a colour."""
    side = round(SWATCH_PX * theme.text_scale())
    picture = QPixmap(side, side)
    picture.fill(QColor(colour))
    return QIcon(picture)


def _head(text: str, told: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(told)
    item.setTextAlignment(LEFT)
    return item
