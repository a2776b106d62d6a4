"""The table of classes: renamed by typing, merged by choosing several, coloured by a click."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.classes_model import COLOUR, NAME, NEW, NOTE, SAMPLES, ClassesModel
from gui.pages.page import label
from gui.row_table import set_up_rows
from gui.session import Session

ROW_PX = 26
WIDTHS = {COLOUR: 64, NAME: 190, SAMPLES: 84, NEW: 190, NOTE: 260}


class ClassesTable(QWidget):
    """Classes of the target column.

    Signals
    -------
    wanted
        The new names of the column's classes that the user wants in force: dict of str to str.
    """

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ClassesModel(self)
        self.table = self._make_table()
        self.apply = QPushButton(self.tr("Apply names"))
        theme.set_role(self.apply, "primary")
        self.apply.clicked.connect(lambda: self.wanted.emit(self.model.names))
        self.merge = QPushButton(self.tr("Merge…"))
        self.merge.setToolTip(self.tr("Give the chosen classes one name."))
        self.merge.clicked.connect(self._merge)
        self.remove = QPushButton(self.tr("Take away"))
        self.remove.setToolTip(self.tr("Leave the samples of the chosen classes without a class."))
        self.remove.clicked.connect(lambda: self.model.rename(self._chosen(), ""))
        self.restore = QPushButton(self.tr("Names of the file"))
        self.restore.setToolTip(self.tr("Give every class the name that the file has."))
        self.restore.clicked.connect(self._restore)
        self._hint = label(
            self.tr("Type a new name, or choose several classes to merge."), "caption"
        )
        self._lay_out()
        self.model.renamed.connect(self._show_buttons)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self._show_buttons()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Classes of the target column"))
        set_up_rows(table, ROW_PX)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        table.clicked.connect(self._clicked)
        table.activated.connect(self._clicked)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        return table

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 4)
        foot.setSpacing(8)
        foot.addWidget(self._hint, 1)
        for button in (self.merge, self.remove, self.restore, self.apply):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_target(self) -> None:
        """Show the classes of the session's target, keeping names that are not applied yet."""
        session = self._session
        target, table = session.column_of("target"), session.table
        column = table.column(target) if table is not None else None
        if table is None or column is None or not session.class_names:
            self.model.show_classes({}, {}, ())
            return
        counts = table.classes_before.get(target, column.classes)
        self.model.show_classes(
            counts, table.reading.classes.get(target, {}), tuple(column.classes)
        )

    def set_busy(self, busy: bool) -> None:
        """Leave nothing to be applied while the table is read again."""
        self.apply.setEnabled(not busy and self.model.is_changed)

    # --- doing -------------------------------------------------------------------------

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self.table.selectionModel().selectedRows()})

    def _merge(self) -> None:
        rows = self._chosen()
        proposed = self.model.data(self.model.index(rows[0], NEW), Qt.ItemDataRole.EditRole)
        name, given = QInputDialog.getText(
            self, self.tr("Merge classes"), self.tr("Name of the merged class"), text=proposed
        )
        if given and name.strip():
            self.model.rename(rows, name)

    def _restore(self) -> None:
        for row in range(self.model.rowCount()):
            self.model.rename([row], self.model.name_of(row))

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == COLOUR:
            self.choose_colour(index.row())

    def choose_colour(self, row: int) -> None:
        """Ask for the colour of a class that is in force."""
        present: Any = self.model.data(
            self.model.index(row, COLOUR), Qt.ItemDataRole.DecorationRole
        )
        if not isinstance(present, QColor):
            return
        name = self.model.class_of(row)
        chosen = QColorDialog.getColor(
            present, self, self.tr("Colour of “{name}”").format(name=name)
        )
        if chosen.isValid():
            self._session.set_class_colour(name, chosen.name())

    def _show_menu(self, place: Any) -> None:
        index = self.table.indexAt(place)
        if not index.isValid():
            return
        row, menu = index.row(), QMenu(self)
        menu.addAction(self.tr("Choose the colour…"), lambda: self.choose_colour(row))
        usual = menu.addAction(self.tr("Usual colour"))
        name = self.model.class_of(row)
        usual.setEnabled(name in self._session.class_colours)
        usual.triggered.connect(lambda: self._session.set_class_colour(name, ""))
        menu.exec(self.table.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _show_buttons(self) -> None:
        chosen = self._chosen()
        self.merge.setEnabled(len(chosen) > 1)
        self.remove.setEnabled(bool(chosen))
        self.restore.setEnabled(bool(self.model.names))
        self.apply.setEnabled(self.model.is_changed)
