"""The layers of a network as a table that can be edited where they stand in a row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from core.networks.cnn.words import word_of
from core.numbers import count
from gui import theme
from gui.image_pages.graph_words import size_text
from gui.image_pages.layer_columns import (
    FIGURES,
    FILTERS,
    FURTHER,
    KIND,
    MACS,
    NAME,
    OPTIONS,
    OUTPUT,
    PADDING,
    PARAMETERS,
    figure_text,
    has_figure,
    kind_text,
    place_of_word,
)
from gui.image_pages.network_sheet import NetworkSheet, last_units

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SHARE = Role.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOTHING = NetworkSheet((), (), None, None, None, "")


class LayerModel(QAbstractTableModel):
    """A row for each layer. What is edited is told, not done: the answer is another sheet."""

    # row, name of the option ("kind" by the place among the words, "further" as text), value
    edited = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = NOTHING
        self._largest = {PARAMETERS: 1, MACS: 1}
        self._heads = (
            self.tr("Layer"),
            self.tr("Kind"),
            self.tr("Filters"),
            self.tr("Kernel"),
            self.tr("Stride"),
            self.tr("Pad"),
            self.tr("More"),
            self.tr("Output"),
            self.tr("Parameters"),
            self.tr("Mult–adds"),
        )
        self._tips = {
            FILTERS: self.tr("Filters of a convolution, units of a fully connected layer"),
            FURTHER: self.tr(
                "g2: groups; floor, ceil: how a size that does not divide is rounded; nobias: no "
                "bias; of dropout the share left out"
            ),
            PADDING: self.tr("Padding: pixels of zeros around the maps"),
            MACS: self.tr(
                "Multiply–adds for one image; of convolutions and fully connected layers"
            ),
        }

    def show_sheet(self, sheet: NetworkSheet) -> None:
        """Show another network; with as many layers as before, editors stay open."""
        same = len(sheet.layers) == len(self._sheet.layers)
        if not same:
            self.beginResetModel()
        self._sheet = sheet
        self._largest = {
            PARAMETERS: max(1, sum(planned.parameters for planned in sheet.planned)),
            MACS: max(1, sum(planned.macs for planned in sheet.planned)),
        }
        if not same:
            self.endResetModel()
        elif sheet.layers:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(sheet.layers) - 1, MACS))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._sheet.layers)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return LEFT if section in (NAME, KIND, FURTHER) else RIGHT
        if role == Role.ToolTipRole:
            return self._tips.get(section)
        return self._heads[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.can_edit(index.row(), index.column()):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def can_edit(self, row: int, column: int) -> bool:
        """Whether the figure of a layer can be changed here."""
        if not self._sheet.editable:
            return False
        layer = self._sheet.layers[row]
        if word_of(layer) is None:
            return False
        if column == FILTERS and self._follows_classes(row):
            return False
        return column == KIND or (column in (*FIGURES, FURTHER) and has_figure(layer, column))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.EditRole:
            return self._value(row, column)
        if role == Role.TextAlignmentRole:
            return LEFT if column in (NAME, KIND, FURTHER) else RIGHT
        if role == SHARE and column in self._largest and row < len(self._sheet.planned):
            return self._number(row, column) / self._largest[column]
        if role == Role.ForegroundRole:
            return self._colour(row, column)
        if role == Role.ToolTipRole:
            return self._tip(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row, column = index.row(), index.column()
        if value == self._value(row, column):
            return False
        name = {KIND: "kind", FURTHER: "further"}.get(column) or OPTIONS[column]
        self.edited.emit(row, name, value)
        return True

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        layer = self._sheet.layers[row]
        if column == NAME:
            return layer.name
        if column == KIND:
            return kind_text(layer)
        if column == FILTERS and layer.kind == "fully_connected" and not layer.filters:
            return self.tr("classes")
        if column in (*FIGURES, FURTHER):
            return figure_text(layer, column)
        if row >= len(self._sheet.planned):
            return "–" if row == self._sheet.failed_row else ""
        if column == OUTPUT:
            return size_text(self._sheet.planned[row].output)
        number = self._number(row, column)
        return count(number) if number else ""

    def _value(self, row: int, column: int) -> Any:
        layer = self._sheet.layers[row]
        if column == KIND:
            return place_of_word(layer)
        if column in OPTIONS:
            return getattr(layer, OPTIONS[column])
        return figure_text(layer, column) if column == FURTHER else self.text(row, column)

    def _number(self, row: int, column: int) -> int:
        planned = self._sheet.planned[row]
        if column == MACS:
            return planned.macs
        return planned.parameters

    def _colour(self, row: int, column: int) -> QColor | None:
        scheme = theme.current()
        if row == self._sheet.failed_row:
            return QColor(scheme.error)
        if self._sheet.editable and column != NAME and column < OUTPUT:
            return None if self.can_edit(row, column) else QColor(scheme.muted)
        return None

    def _tip(self, row: int, column: int) -> str:
        if column == FILTERS and self._follows_classes(row):
            return self.tr("One unit for each class")
        fixed = self._sheet.planned[row].fixed_parameters if row < len(self._sheet.planned) else 0
        if column == PARAMETERS and fixed:
            return self.tr("and {number} fixed ones").format(number=count(fixed))
        if column == KIND:
            return f"{self.text(row, KIND)} {self.text(row, FURTHER)}".strip()
        return self.text(row, column)

    def _follows_classes(self, row: int) -> bool:
        return row == last_units(self._sheet.layers)
