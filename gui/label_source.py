"""Where the labels come from: a column of the table, or a file of deposits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.events import Finished
from core.places import table_cache_folder
from core.reading import Deposits, Reading
from datasets.messages import Message
from datasets.recipe import Recipe
from datasets.suffixes import OPENED_SUFFIXES
from gui import theme
from gui.controls import ComboBox, Segments
from gui.deposits_form import DepositsForm
from gui.icons import icon
from gui.opening import written_reading
from gui.pages.page import label
from gui.table_info import TableInfo
from gui.translating import core_message

if TYPE_CHECKING:
    from gui.furniture import Furniture

MOST_CLASSES = 200
COLUMN, DEPOSITS = "column", "deposits"


class LabelSource(QWidget):
    """The settings of the labels.

    Signals
    -------
    target_wanted
        A column of the table that is to be the target.
    join_wanted
        The fields of `Deposits` that are to be in force: a dict.
    removal_wanted
        The file of deposits is to be left out again.
    """

    target_wanted = Signal(str)
    join_wanted = Signal(object)
    removal_wanted = Signal()

    def __init__(self, furniture: Furniture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self._services = furniture.services
        self._busy = False
        self._offered = ""
        self.choice = Segments(
            {COLUMN: self.tr("A column"), DEPOSITS: self.tr("A file of deposits")},
            self.tr("Labels from"),
        )
        self.choice.changed.connect(lambda _: self._show_choice())
        self.target = ComboBox()
        self.target.setAccessibleName(self.tr("Target column"))
        self.target.activated.connect(self._take_target)
        self._from_column = self._column_part()
        self._from_file = self._file_part()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Labels from"), "heading"))
        column.addWidget(self.choice)
        column.addWidget(self._from_column)
        column.addWidget(self._from_file)
        column.addStretch(1)
        self._show_choice()

    def _column_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Target column"), "muted"))
        column.addWidget(self.target)
        column.addWidget(
            label(self.tr("Its cells name the class of each labelled sample."), "caption")
        )
        return part

    def _file_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        self.file = QLabel(self.tr("no file chosen"))
        theme.set_role(self.file, "muted")
        self.choose = QPushButton(icon("folder-open-outline"), self.tr("Choose…"))
        self.choose.clicked.connect(lambda _=False: self._ask_file())
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        self.sheet = ComboBox()
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.sheet.setToolTip(self.tr("Sheet or layer of the file that holds the deposits"))
        self.sheet.activated.connect(lambda _: self._take_sheet())
        self.sheet.hide()
        column.addWidget(self.sheet)
        self._ours = label("", "caption")
        self.form = DepositsForm()
        self.form.changed.connect(self._show_state)
        column.addWidget(self.form)
        column.addWidget(self._ours)
        self._state = label("", "error")
        column.addWidget(self._state)
        buttons = QHBoxLayout()
        self.remove = QPushButton(self.tr("Leave out again"))
        self.remove.setToolTip(self.tr("Read the table without the classes of the deposits."))
        self.remove.clicked.connect(lambda _=False: self.removal_wanted.emit())
        self.apply = QPushButton(self.tr("Join"))
        theme.set_role(self.apply, "primary")
        self.apply.clicked.connect(lambda _=False: self.join_wanted.emit(self.form.fields()))
        buttons.addWidget(self.remove)
        buttons.addWidget(self.apply, 1)
        column.addLayout(buttons)
        return part

    # --- showing -----------------------------------------------------------------------

    def show_session(self, unit: str, below: dict[str, float]) -> None:
        """Show what the session's labels come from.

        Parameters
        ----------
        unit
            Of distances between samples.
        below
            Anomaly thresholds that were kept, by column.
        """
        session = self._services.session
        self._fill_targets()
        self.form.set_unit(unit)
        self.form.set_thresholds(below)
        crs = session.crs or self.tr("unknown; state it on the Data page")
        self._ours.setText(self.tr("Coordinate system of the samples: {crs}").format(crs=crs))
        deposits = session.reading.deposits
        self.remove.setVisible(deposits is not None)
        if deposits is not None:
            is_target = session.column_of("target") == deposits.column
            self.choice.set_value(DEPOSITS if is_target else self.choice.value())
            if self._offered != deposits.table:
                self.open_file(deposits.table, deposits)
        self._show_choice()

    def _fill_targets(self) -> None:
        session = self._services.session
        self.target.clear()
        if session.table is None:
            return
        for column in session.table.columns:
            is_place = session.roles.get(column.name) in ("x", "y")
            if not is_place and 2 <= column.distinct <= MOST_CLASSES:
                words = self.tr("{name} ({n} classes)")
                self.target.addItem(words.format(name=column.name, n=column.distinct), column.name)
        self.target.setCurrentIndex(self.target.findData(session.column_of("target")))

    def _fill_sheets(self, points: TableInfo) -> None:
        sheets = points.imported.sheets if points.imported is not None else ()
        self.sheet.setVisible(len(sheets) > 1)
        self.sheet.clear()
        for sheet in sheets:
            self.sheet.addItem(sheet, sheet)
        if points.imported is not None:
            self.sheet.setCurrentIndex(self.sheet.findData(points.imported.sheet))

    def set_busy(self, busy: bool) -> None:
        """Say that the deposits are being joined."""
        self._busy = busy
        self._show_state()

    def show_failure(self, failure: Message) -> None:
        """Say in place why the deposits could not be joined."""
        self.set_busy(False)
        theme.set_role(self._state, "error")
        self._state.setText(core_message(failure))

    def _show_choice(self) -> None:
        from_file = self.choice.value() == DEPOSITS
        self._from_column.setVisible(not from_file)
        self._from_file.setVisible(from_file)
        self._show_state()

    def _show_state(self) -> None:
        obstacle = self.form.obstacle()
        theme.set_role(self._state, "caption")
        self._state.setText(self.tr("Joining…") if self._busy else obstacle)
        self.apply.setEnabled(not obstacle and not self._busy)
        self.remove.setEnabled(not self._busy)
        self.form.setVisible(bool(self._offered))

    # --- doing -------------------------------------------------------------------------

    def _take_target(self) -> None:
        self.target_wanted.emit(self.target.currentData())

    def _ask_file(self) -> None:
        kinds = self.tr("Tables and points ({suffixes});;All files (*)").format(
            suffixes=" ".join(f"*{suffix}" for suffix in OPENED_SUFFIXES)
        )
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("File of deposits"), self._services.settings.folder(), kinds
        )
        if path:
            self._services.settings.set_folder(str(Path(path).parent))
            self.open_file(path)

    def open_file(self, path: str, how: Deposits | None = None) -> None:
        """Read a file of deposits beside the window and offer its columns.

        Parameters
        ----------
        how
            A join of this file that is in force, to be shown.
        """
        self._read(path, how.recipe if how is not None else Recipe(), how)

    def _take_sheet(self) -> None:
        self._read(self._offered, Recipe(sheet=self.sheet.currentData()), None)

    def _read(self, path: str, recipe: Recipe, how: Deposits | None) -> None:
        self._offered = path
        self.file.setText(Path(path).name)
        self.file.setToolTip(path)
        words = ["columns", path, "--cache", str(table_cache_folder())]
        if recipe != Recipe():
            words += ["--reading", str(written_reading(Reading(recipe=recipe)))]

        def done(event: Finished) -> None:
            if self._offered == path:
                points = TableInfo.from_values(event.values)
                self._fill_sheets(points)
                self.form.show_file(points)
                if how is not None:
                    self.form.show_deposits(how)
                self._show_state()

        def failed(failure: Message, traceback: str) -> None:
            if traceback:
                self._services.say_failure(failure, traceback)
            self._offered = ""
            self.show_failure(failure)

        self._services.tasks.ask(words, done, failed)
