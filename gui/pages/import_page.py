"""Import: the file as it is beside the table it becomes, and every decision between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from core.files import write_text
from datasets.deciding import reusable
from datasets.messages import InputError, Message
from datasets.recipe import Recipe, read_recipe, recipe_text
from gui.column_decisions import ColumnDecisions
from gui.file_decisions import FileDecisions
from gui.icons import icon
from gui.import_info import ImportInfo
from gui.map_view import MapView
from gui.pages.page import Page, label
from gui.preview_table import PreviewTable
from gui.raw_view import RawView
from gui.survey import place_survey
from gui.table_view import TableView
from gui.translating import core_message, counted

MOST_DOUBTS = 8

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ImportPage(Page):
    """How the present table was read; each change is seen at once, and kept in the job."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title(self.tr("Import"))
        self._last_unread = 0
        self.load = QPushButton(icon("file-import-outline"), self.tr("Use a recipe…"))
        self.load.clicked.connect(lambda _=False: self._load_recipe())
        self.save = QPushButton(icon("content-save-outline"), self.tr("Save recipe…"))
        self.save.clicked.connect(lambda _=False: self._save_recipe())
        self.head.addWidget(self.load)
        self.head.addWidget(self.save)
        self.accept = QPushButton(self.tr("Use this table"))
        self.accept.setProperty("role", "primary")
        self.accept.clicked.connect(lambda _=False: self.services.go("data"))
        self.head.addWidget(self.accept)
        self._about = label("", "muted")
        self.column.addWidget(self._about)
        self.raw = RawView()
        self.raw.setAccessibleName(self.tr("The file as it is"))
        self.preview = PreviewTable()
        self.preview.setAccessibleName(self.tr("The table it becomes"))
        self._lay_out()
        self._build_inspector()
        self.raw.line_chosen.connect(self.file.set_line)
        self.preview.column_chosen.connect(self._show_column)
        self.unread.selected_row.connect(self._go_to_unread)
        self.checks.selected_row.connect(self._go_to_check)
        self.listen(self.session.table_changed, self._show_table)
        self.listen(self.session.roles_changed, self._show_places)
        # the coordinate system can be chosen on the Data page as well
        self.listen(self.session.roles_changed, self._show_decisions)
        self._show_table()

    # --- building ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        pair = self.splitter("import-pair", Qt.Orientation.Horizontal)
        pair.addWidget(_titled(self.tr("The file as it is"), self.raw))
        pair.addWidget(_titled(self.tr("The table it becomes"), self.preview))
        pair.setSizes([420, 460])
        self.unread = TableView()
        self.unread.setAccessibleName(self.tr("Cells that could not be read"))
        self.checks = TableView()
        self.checks.setAccessibleName(self.tr("Check samples"))
        self.map = MapView()
        self.notices = TableView()
        self.notices.setAccessibleName(self.tr("Notices"))
        self.tabs = QTabWidget()
        self.tabs.addTab(self.unread, "")
        self.tabs.addTab(self.map, self.tr("Places"))
        self.tabs.addTab(self.notices, "")
        self.tabs.addTab(self.checks, "")
        split = self.splitter("import", Qt.Orientation.Vertical)
        split.addWidget(pair)
        split.addWidget(self.tabs)
        split.setSizes([380, 240])
        self.restore_splitters()
        self.column.addWidget(split, 1)

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("Decisions"), "heading"))
        self._doubts = label("", "warning")
        self.side.addWidget(self._doubts)
        self.file = FileDecisions()
        self.file.changed.connect(self._read_again)
        self.file.refused.connect(self._refuse)
        self.column_decisions = ColumnDecisions()
        self.column_decisions.changed.connect(self._read_again)
        self.side.addWidget(self.file)
        self.side.addWidget(self.column_decisions)
        self.side.addStretch(1)

    # --- showing -----------------------------------------------------------------------

    def _show_table(self) -> None:
        table = self.session.table
        info = table.imported if table is not None else None
        for button in (self.load, self.save):
            button.setEnabled(info is not None)
        self.raw.show_info(info)
        self.preview.show_table(table)
        self._show_notices()
        self._show_places()
        if table is None or info is None:
            return
        self._title.setText(self.furniture.name_of(table.source))
        self._about.setText(
            counted(
                self.tr("{rows} samples, {columns} columns, {decisions} decisions."),
                rows=f"{table.rows:,}",
                columns=len(table.columns),
                decisions=len(info.decisions),
            )
        )
        self._show_decisions()
        self._show_unread()
        self._show_checks()
        self._show_column("")

    def _show_decisions(self) -> None:
        info = self.session.table.imported if self.session.table is not None else None
        if info is None:
            return
        names = tuple(info.recipe.columns)
        self.file.show_info(info, self.session.reading.recipe, names, self.session.crs)
        doubts = self._doubts_in_words(info)
        self._doubts.setVisible(bool(doubts))
        self._doubts.setText(doubts)

    def _doubts_in_words(self, info: ImportInfo) -> str:
        doubts = [each for each in info.doubts if each.name != "crs" or not self.session.crs]
        if not doubts:
            return ""
        names = [each.column or self.file.name_of(each.name) for each in doubts]
        shown = ", ".join(dict.fromkeys(names[:MOST_DOUBTS])) + ("…" if names[MOST_DOUBTS:] else "")
        return self.tr("Please look at: {names}.").format(names=shown)

    def _show_unread(self) -> None:
        table = self.session.table
        info = table.imported if table is not None else None
        cells = info.unread if info is not None else ()
        self.unread.show_columns(
            {
                self._line_word(): np.array([cell.line for cell in cells], np.int64),
                self.tr("Row"): np.array([cell.row for cell in cells], np.int64),
                self.tr("Column"): np.array([cell.column for cell in cells], object),
                self.tr("Text"): np.array([cell.text for cell in cells], object),
            }
        )
        count = info.unread_count if info is not None else 0
        words = self.tr("Could not be read ({count})").format(count=f"{count:,}")
        self.tabs.setTabText(0, words)
        if count and self._last_unread != count:
            self.tabs.setCurrentWidget(self.unread)
        elif not count and self.tabs.currentWidget() is self.unread:
            self.tabs.setCurrentWidget(self.map)
        self._last_unread = count

    def _show_checks(self) -> None:
        """List standards, blanks and duplicates; the tab is there where some were found."""
        table = self.session.table
        info = table.imported if table is not None else None
        checks = info.checks if info is not None else ()
        words = self.preview.preview.check_words()
        self.checks.show_columns(
            {
                self._line_word(): np.array([check.line for check in checks], np.int64),
                self.tr("Row"): np.array([str(check.row or "–") for check in checks], object),
                self.tr("Kind"): np.array([words[check.kind] for check in checks], object),
                self.tr("Name"): np.array([check.name for check in checks], object),
            }
        )
        count = info.check_count if info is not None else 0
        self.tabs.setTabText(3, self.tr("Check samples ({count})").format(count=f"{count:,}"))
        self.tabs.setTabVisible(3, count > 0)

    def _line_word(self) -> str:
        return self.tr("Column of the file") if self.raw.raw.across else self.tr("Line")

    def _show_notices(self) -> None:
        notices = self.session.table.notices if self.session.table is not None else ()
        said = np.array([core_message(notice) for notice in notices], object)
        self.notices.show_columns({self.tr("Notice"): said})
        self.notices.horizontalHeader().setStretchLastSection(True)
        self.tabs.setTabText(2, self.tr("Notices ({count})").format(count=len(notices)))

    def _show_places(self) -> None:
        """Draw the rows as they lie, all alike: a wrong pair of coordinates is seen at once."""
        table = self.session.table
        if table is None:
            return
        place_survey(self.map, self.session)
        if self.map.has_points:
            self.map.set_classes(np.zeros(table.rows, np.int64), (self.tr("Samples"),))

    def _show_column(self, name: str) -> None:
        table = self.session.table
        info = table.imported if table is not None else None
        self.column_decisions.show_column(info, self.session.reading.recipe, self._in_file(name))

    def _in_file(self, name: str) -> str:
        """Return what a column of the table is called in the file."""
        info = self.session.table.imported if self.session.table is not None else None
        if info is None or name in info.recipe.columns:
            return name
        renamed = (old for old, column in info.recipe.columns.items() if column.name == name)
        return next(renamed, "")

    def _go_to_unread(self, row: int) -> None:
        table = self.session.table
        if table is None or table.imported is None:
            return
        cell = table.imported.unread[row]
        self.raw.go_to_line(cell.line)
        self.preview.go_to(cell.row - 1, cell.column)

    def _go_to_check(self, row: int) -> None:
        table = self.session.table
        if table is None or table.imported is None:
            return
        check = table.imported.checks[row]
        self.raw.go_to_line(check.line)
        if check.row:
            self.preview.go_to(check.row - 1, table.columns[0].name)

    # --- deciding ----------------------------------------------------------------------

    def _read_again(self, recipe: Recipe) -> None:
        reading = self.session.reading.model_copy(update={"recipe": recipe})
        self.furniture.opening.read_again(reading)

    def _refuse(self, reason: Message) -> None:
        self.services.say_failure(reason)
        self._show_table()

    def _load_recipe(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Use a recipe"), self.settings.folder(), self.tr("Recipes (*.toml)")
        )
        if path:
            self.use_recipe(Path(path))

    def use_recipe(self, path: Path) -> None:
        """Read the file as a recipe says that was saved from another file of its laboratory."""
        try:
            recipe = read_recipe(path)
        except InputError as error:
            self.services.say_failure(error.message)
            return
        self._read_again(recipe)

    def _save_recipe(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recipe"), self.settings.folder(), self.tr("Recipes (*.toml)")
        )
        if path:
            self.save_recipe(Path(path))

    def save_recipe(self, path: Path) -> None:
        """Write what belongs to the laboratory, for its next file."""
        table = self.session.table
        if table is None or table.imported is None:
            return
        kept = reusable(table.imported.recipe, self.session.reading.recipe)
        try:
            write_text(path.with_suffix(".toml"), recipe_text(kept))
        except OSError as error:
            self.services.say(str(error), "error")
            return
        self.services.say(self.tr("Saved as {name}.").format(name=path.name), "success")


def _titled(title: str, view: QWidget) -> QWidget:
    """Return a view below its title."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(title, "caption"))
    column.addWidget(view, 1)
    return widget
