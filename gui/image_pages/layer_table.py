"""The table of the layers with the buttons that change their order, and the totals below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.networks.cnn.text import text_of, with_change, without_layer
from core.networks.cnn.words import WORDS
from datasets.messages import InputError
from gui import theme
from gui.icons import icon
from gui.image_pages import layer_columns as columns
from gui.image_pages.layer_changes import (
    Layers,
    duplicated,
    inserted,
    moved,
    with_further,
    with_kind,
)
from gui.image_pages.layer_delegate import LayerDelegate
from gui.image_pages.layer_model import NOTHING, LayerModel
from gui.image_pages.network_sheet import NetworkSheet, editable_layers
from gui.row_table import set_up_rows

# of a row, at text size 1
ROW_PX = 26
# beside the words of a cell
CELL_ROOM, HEAD_ROOM = 15, 12
# of a column; of names and kinds together, which may be elided
WIDEST, WIDEST_MORE, LEAST = 220, 78, 170
# of what names and kinds have together
KIND_SHARE = 0.55
# room for the bars and figures of the last column
LAST = 98
# texts of a column that are measured
MEASURED, MEASURED_ROWS = 5, 120
DISPLAYED = Qt.ItemDataRole.DisplayRole


class LayerTable(QWidget):
    """Shows the layers of a network; where they stand in a row, they are edited here.

    Every change is told as the text of the new layers.
    """

    changed = Signal(str)
    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = NOTHING
        self._telling = True
        self._wanted_row = -1
        self.model = LayerModel(self)
        self.model.edited.connect(self._edit)
        self.view = self._table()
        self.error = QLabel("", wordWrap=True)
        theme.set_role(self.error, "error")
        self.error.hide()
        self._buttons: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._bar())
        column.addWidget(self.view, 1)
        column.addWidget(self.error)

    # --- from outside ------------------------------------------------------------------

    def show_sheet(self, sheet: NetworkSheet, *, keep: bool = True) -> None:
        """Show a network.

        Parameters
        ----------
        keep
            Whether it is the one before, changed: what was selected stays selected.
        """
        fits = [layer.name for layer in sheet.layers] == [la.name for la in self._sheet.layers]
        self._sheet = sheet
        row = self._wanted_row if self._wanted_row >= 0 or not keep else self.row
        self._wanted_row = -1
        self.error.hide()
        self._telling = False
        self.model.show_sheet(sheet)
        if not fits:
            self._fit_columns()
        if row != self.row:
            column = max(0, self.view.currentIndex().column())
            self.view.setCurrentIndex(self.model.index(row, column))
        self._telling = True
        self._enable()

    @property
    def row(self) -> int:
        """The layer that is selected, -1 for none."""
        return self.view.currentIndex().row()

    def select_row(self, row: int) -> None:
        """Go to a layer without telling of it again."""
        self._telling = False
        index = self.model.index(row, columns.NAME)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._telling = True
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # the view inside is laid out after this
        QTimer.singleShot(0, self, self._fit_columns)

    # --- making ------------------------------------------------------------------------

    def _table(self) -> QTableView:
        view = QTableView()
        view.setProperty("role", "dense")
        view.setAccessibleName(self.tr("Layers"))
        view.setModel(self.model)
        view.setItemDelegate(LayerDelegate(view))
        set_up_rows(view, round(ROW_PX * theme.text_scale()))
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )
        view.setAlternatingRowColors(True)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setTabKeyNavigation(False)
        view.setFont(theme.tabular(view.font()))
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = view.horizontalHeader()
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(40)
        view.selectionModel().currentRowChanged.connect(self._tell_row)
        return view

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.insert = self._button(
            "plus", self.tr("Insert after the selected layer (Ins)"), "", self._open_kinds
        )
        self.insert.setText(self.tr("Insert"))
        self.insert.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._kinds = QMenu(self)
        for number, word in enumerate(WORDS):
            action = self._kinds.addAction(columns.word_text(word))
            action.triggered.connect(lambda _=False, number=number: self._insert(number))
        for symbol, words, keys, act in (
            ("content-duplicate", self.tr("Duplicate (Ctrl+D)"), "Ctrl+D", self._duplicate),
            ("arrow-up", self.tr("Move up (Alt+Up)"), "Alt+Up", lambda: self._move(-1)),
            ("arrow-down", self.tr("Move down (Alt+Down)"), "Alt+Down", lambda: self._move(1)),
            ("close", self.tr("Remove (Del)"), "Del", self._remove),
        ):
            self._button(symbol, words, keys, act)
        self._shortcut("Ins", self._open_kinds)
        for button in self._buttons:
            row.addWidget(button)
        self.about = QLabel("")
        theme.set_role(self.about, "caption")
        row.addSpacing(8)
        row.addWidget(self.about, 1)
        return row

    def _button(self, symbol: str, words: str, keys: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(symbol))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _=False: act())
        self._buttons.append(button)
        if keys:
            self._shortcut(keys, act)
        return button

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: act() if self._sheet.editable else None)

    def _fit_columns(self) -> None:
        """Make columns as wide as their words; names and kinds give way where room is short."""
        widths = {column: self._width(column) for column in range(columns.MACS)}
        # long names need the room more than figures that nobody can change, see the tip of a kind
        hides = bool(self._sheet.layers) and not self._sheet.editable
        self.view.setColumnHidden(columns.FURTHER, hides)
        if hides:
            del widths[columns.FURTHER]
        name, kind = widths.pop(columns.NAME), widths.pop(columns.KIND)
        room = self.view.viewport().width() - round(LAST * theme.text_scale())
        room = max(room - sum(widths.values()), round(LEAST * theme.text_scale()))
        if name + kind > room:
            kind = min(kind, max(room - name, round(room * KIND_SHARE)))
            name = room - kind
        for column, width in {columns.NAME: name, columns.KIND: kind, **widths}.items():
            self.view.setColumnWidth(column, width)

    def _width(self, column: int) -> int:
        head = str(self.model.headerData(column, Qt.Orientation.Horizontal, DISPLAYED))
        heads = QFontMetrics(theme.bold(self.view.font()))
        rows = self.model.rowCount()
        # measuring every text of a deep network takes longer than a frame
        texts = {
            self.model.text(row, column) for row in range(0, rows, max(1, rows // MEASURED_ROWS))
        }
        longest = sorted(texts, key=len)[-MEASURED:]
        metrics = self.view.fontMetrics()
        words = max((metrics.horizontalAdvance(text) for text in longest), default=0)
        width = max(words + CELL_ROOM, heads.horizontalAdvance(head) + HEAD_ROOM)
        widest = WIDEST_MORE if column == columns.FURTHER else WIDEST
        return min(width, round(widest * theme.text_scale()))

    # --- changing ----------------------------------------------------------------------

    def _layers(self) -> Layers:
        return editable_layers(self._sheet)

    def _edit(self, row: int, option: str, value: object) -> None:
        layers = self._layers()
        if option == "kind":
            self._tell(with_kind(layers, row, WORDS[int(str(value))]), row)
        elif option == "further":
            try:
                self._tell(with_further(layers, row, str(value)), row)
            except InputError:
                self._refuse(str(value))
        else:
            self._tell(with_change(layers, row, **{option: value}), row)

    def _refuse(self, figures: str) -> None:
        self.error.setText(
            self.tr(
                "“{figures}” is not understood here; write g2, floor, ceil or nobias, and for "
                "dropout a share such as 0.5."
            ).format(figures=figures)
        )
        self.error.show()

    def _open_kinds(self) -> None:
        self._kinds.popup(self.insert.mapToGlobal(self.insert.rect().bottomLeft()))

    def _insert(self, word: int) -> None:
        row = self.row + 1
        self._tell(inserted(self._layers(), row, WORDS[word]), row)

    def _duplicate(self) -> None:
        if self.row >= 0:
            self._tell(duplicated(self._layers(), self.row), self.row + 1)

    def _move(self, step: int) -> None:
        if self.row >= 0 and 0 <= self.row + step < self.model.rowCount():
            self._tell(moved(self._layers(), self.row, step), self.row + step)

    def _remove(self) -> None:
        if self.row >= 0 and self.model.rowCount() > 1:
            self._tell(
                without_layer(self._layers(), self.row), min(self.row, self.model.rowCount() - 2)
            )

    def _tell(self, layers: Layers, row: int) -> None:
        self._wanted_row = row
        self.changed.emit(text_of(layers))

    def _tell_row(self, current: QModelIndex) -> None:
        self._enable()
        if self._telling and current.isValid():
            self.row_chosen.emit(current.row())

    def _enable(self) -> None:
        editable, row = self._sheet.editable, self.row
        possible = (
            editable,
            editable and row >= 0,
            editable and row > 0,
            editable and 0 <= row < self.model.rowCount() - 1,
            editable and row >= 0 and self.model.rowCount() > 1,
        )
        for button, enabled in zip(self._buttons, possible, strict=True):
            button.setEnabled(enabled)
        self.about.setText(
            self.tr("Double-click a figure, or type, to change it.")
            if editable
            else self.tr("Shown as it is: branches cannot be edited in a table.")
            if self._sheet.layers
            else ""
        )
