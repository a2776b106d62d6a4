"""The classes of a column in a list: colour, name, samples, new name, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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

from core.numbers import count
from gui import theme
from gui.class_colours import ClassColours

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
COLOUR, NAME, SAMPLES, NEW, NOTE = range(5)
FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# fewer cannot be divided into a training and a validation part
FEWEST = 2
# fewer leave held-out figures to chance
ENOUGH = 5


class ClassesModel(QAbstractTableModel):
    """A row for each class as the file has it; new names are kept until they are applied."""

    renamed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts: tuple[int, ...] = ()
        self._in_force: tuple[str, ...] = ()
        self._applied: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._heads = (
            self.tr("Colour"),
            self.tr("Class"),
            self.tr("Samples"),
            self.tr("New name"),
            self.tr("Note"),
        )

    def show_classes(
        self, counts: Mapping[str, int], applied: Mapping[str, str], in_force: Sequence[str]
    ) -> None:
        """Show the classes of a column.

        Parameters
        ----------
        counts
            Classes as the file has them, with the number of their samples.
        applied
            New names that the table was read with.
        in_force
            Classes of the table, in its order.
        """
        self.beginResetModel()
        self._in_force = tuple(in_force)
        self._names, self._counts = tuple(counts), tuple(counts.values())
        self._applied = {name: applied[name] for name in counts if name in applied}
        self._new = dict(self._applied)
        self.endResetModel()
        self.renamed.emit()

    def refresh(self) -> None:
        """Draw the colours anew."""
        if self._names:
            self.dataChanged.emit(self.index(0, COLOUR), self.index(len(self._names) - 1, NOTE))

    @property
    def names(self) -> dict[str, str]:
        """New names by class, only those that differ; "" takes a class away."""
        return {name: new for name, new in self._new.items() if new != name}

    @property
    def is_changed(self) -> bool:
        """Whether there are names that are not in force yet."""
        applied = {name: new for name, new in self._applied.items() if new != name}
        return self.names != applied

    def class_of(self, row: int) -> str:
        """Return the name in force of the class on a row, "" when it was taken away."""
        return self._applied.get(self._names[row], self._names[row])

    def rename(self, rows: list[int], new: str) -> None:
        """Give the classes on some rows one name; several are merged so."""
        for row in rows:
            self._new[self._names[row]] = new.strip()
        self.dataChanged.emit(self.index(0, NEW), self.index(len(self._names) - 1, NOTE))
        self.renamed.emit()

    def name_of(self, row: int) -> str:
        """Return the class of a row as the file has it."""
        return self._names[row]

    # --- what a view asks for ----------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return FIGURES if section == SAMPLES else WORDS
        return self._heads[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NEW else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Role.TextAlignmentRole:
            return FIGURES if column == SAMPLES else WORDS
        if role == Role.EditRole and column == NEW:
            return self._new_name(row)
        if role == Role.DisplayRole:
            return self._text(row, column)
        if role == Role.DecorationRole and column == COLOUR:
            return self._colour(row)
        if role == Role.ToolTipRole:
            return self._tip(row, column)
        if role == Role.ForegroundRole:
            return self._ink(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if index.column() != NEW or str(value).strip() == self._new_name(index.row()):
            return False
        self.rename([index.row()], str(value))
        return True

    def _text(self, row: int, column: int) -> str:
        if column == NAME:
            return self._names[row]
        if column == SAMPLES:
            return count(self._counts[row])
        if column == NEW:
            return self._new_name(row) or self.tr("(taken away)")
        return self._note(row) if column == NOTE else ""

    def _new_name(self, row: int) -> str:
        name = self._names[row]
        return self._new.get(name, name)

    def _totals(self) -> Counter[str]:
        totals: Counter[str] = Counter()
        for row, number in enumerate(self._counts):
            totals[self._new_name(row)] += number
        return totals

    def _note(self, row: int) -> str:
        new = self._new_name(row)
        if not new:
            return self.tr("its samples have no class")
        total, parts = self._totals()[new], []
        together = sum(self._new_name(other) == new for other in range(len(self._names)))
        if together > 1:
            parts.append(
                self.tr("merged: {n} samples in “{name}”").format(n=count(total), name=new)
            )
        if total < FEWEST:
            parts.append(self.tr("one sample cannot be both trained on and checked"))
        elif total < ENOUGH:
            parts.append(self.tr("few: held-out results say little"))
        return "; ".join(parts)

    def _colour(self, row: int) -> QColor | None:
        name = self.class_of(row)
        if name not in self._in_force:
            return None
        return QColor(ClassColours(self._in_force).colour(self._in_force.index(name)))

    def _tip(self, row: int, column: int) -> str:
        if column == COLOUR:
            return self.tr("Click to choose the colour of this class in every view.")
        if column == NEW:
            return self.tr(
                "Classes with the same new name are merged; an empty name takes a class away."
            )
        return self._text(row, column)

    def _ink(self, row: int, column: int) -> QColor | None:
        scheme = theme.current()
        if column == NOTE and self._totals()[self._new_name(row)] < ENOUGH:
            return QColor(scheme.warning)
        if column == NEW:
            changed = self._new_name(row) != self._names[row]
            return QColor(scheme.accent if changed else scheme.muted)
        return None
