"""The way from the list of runs to their comparison."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.comparing_names import FEWEST, MOST
from gui.icons import icon
from gui.pages.page import label


class WayIn(QWidget):
    """A button that two to six selected runs enable, and how runs are selected."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(icon("compare-horizontal"), self.tr("Compare"))
        self.button.clicked.connect(lambda _=False: self.wanted.emit())
        self._hint = label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self._hint)

    def show_selected(self, selected: int, runs: int) -> None:
        """Say whether so many selected runs, of all that there are, can be compared."""
        self.setVisible(runs >= FEWEST)
        self.button.setEnabled(FEWEST <= selected <= MOST)
        self._hint.setText(
            self.tr("Six runs at most can be compared.")
            if selected > MOST
            else self.tr(
                "To compare runs, select two to six: hold Ctrl and click, or Shift and press the "
                "arrow keys."
            )
        )
        self._hint.setVisible(not self.button.isEnabled())
