"""Beside a search: which one it is, how it is judged, and what it varies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.job import Judging
from core.searching.folder import SearchFolder
from gui.controls import ComboBox
from gui.declared import declared_fields
from gui.icons import icon
from gui.pages.page import label
from gui.searching.search_form import SearchForm


class SearchSide(QWidget):
    """The list of searches of the table, and the form of the one on show.

    Parameters
    ----------
    go
        Shows a page by its name.
    """

    left = Signal()
    # a SearchFolder, or None for a search that nobody has begun
    chosen = Signal(object)

    def __init__(self, go: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(icon("arrow-left"), self.tr("Back to the training"))
        key = QKeySequence(Qt.Key.Key_Escape)
        self.back.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
        self.back.clicked.connect(lambda _=False: self.left.emit())
        self.list = ComboBox(self)
        self.list.setAccessibleName(self.tr("Searches of this table"))
        self.list.currentIndexChanged.connect(lambda _: self.chosen.emit(self.list.currentData()))
        self._judged = label("", "caption")
        self.judged_by = QPushButton()
        self.judged_by.setFlat(True)
        self.judged_by.setProperty("role", "link")
        self.judged_by.clicked.connect(lambda _=False: go("judge"))
        self._changed = label("", "caption")
        self.form = SearchForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.back, self.list, self._changed):
            column.addWidget(widget)
        column.addWidget(self.judged_by, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._judged)
        column.addWidget(self.form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, wherever beside the search the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_searches(
        self, searches: Sequence[SearchFolder], names: Sequence[str], shown: SearchFolder | None
    ) -> None:
        """List searches under these names, without a signal."""
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItem(self.tr("New search"), None)
        for search, name in zip(searches, names, strict=True):
            self.list.addItem(name, search)
        self.list.setCurrentIndex(searches.index(shown) + 1 if shown in searches else 0)
        self.list.setVisible(bool(searches))
        self.list.blockSignals(False)

    def show_judging(self, judging: Judging, *, is_new: bool) -> None:
        """Say by which samples the choice is judged; it can be changed before a search begins."""
        protocol = next(each for each in declared_fields(Judging) if each.name == "protocol")
        self.judged_by.setText(f"{protocol.said(judging.protocol)}…")
        self.judged_by.setEnabled(is_new)
        self._judged.setText(
            self.tr(
                "Each fold of it judges a choice made without it: its training part is divided "
                "again into inner folds, and these choose."
            )
        )

    def show_changed(self, settings: Sequence[str]) -> None:
        """Name the settings in which the job on show differs from the one that is searched."""
        said = self.tr("The job has other settings now: {settings}.")
        self._changed.setText(said.format(settings=", ".join(settings)))
        self._changed.setVisible(bool(settings))
