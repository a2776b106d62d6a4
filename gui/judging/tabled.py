"""A table with what is said before it has rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.judging.table import FiguresTable
from gui.pages.page import label


class Tabled(QWidget):
    """A table under what is said of it, or the sentence that something will stand here."""

    def __init__(
        self, table: FiguresTable, nothing: str, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.words = label(words)
        self._nothing = label(nothing, "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self._nothing, 1)
        column.addWidget(table, 1)
        # takes what a table of few rows leaves, so that it stays at the top
        column.addStretch()
        self.show_table(False)

    @property
    def is_empty(self) -> bool:
        """Whether the sentence stands in place of the table."""
        return not self._nothing.isHidden()

    def show_table(self, shown: bool) -> None:
        """Show the table, or the sentence in its place."""
        self._nothing.setVisible(not shown)
        self.table.setVisible(shown)
        self.words.setVisible(shown and bool(self.words.text()))
        # a table needs no more than its rows; the sentence stands in the middle of what there is
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Maximum if shown else policy.Preferred)
        self.table.limit_height()
        self.table.fit_names()
