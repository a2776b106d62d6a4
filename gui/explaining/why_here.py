"""Beside the map: why the sample that was clicked has its class, for whoever wants to know."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui.explaining.row_why import RowWhy
from gui.icons import icon
from gui.pages.page import label
from gui.services import Services


class WhyHere(QWidget):
    """A button that stays down: while it is, each sample that is clicked is explained."""

    more_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunFolder | None = None
        self._row = 0
        self.button = QPushButton(icon("help-circle-outline"), self.tr("Why this class?"))
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "What speaks for the class and against it. Every click explains another sample."
            )
        )
        self.button.toggled.connect(lambda _: self._show())
        self._between = label(
            self.tr(
                "Samples were classified, cells between them are interpolated: this is the sample "
                "nearest to the click."
            ),
            "caption",
        )
        self._between.hide()
        self.why = RowWhy(services, narrow=True)
        self.more = QPushButton(icon("scale-balance"), self.tr("All elements, on the Judge page"))
        self.more.setToolTip(self.tr("The tab Why, One row"))
        self.more.clicked.connect(lambda _=False: self.more_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.button, self._between, self.why, self.more):
            column.addWidget(widget)
        self._show()

    def show_sample(self, run: RunFolder | None, index: int) -> None:
        """Take a sample of a run by its row, counted from 0; nothing is offered without one."""
        self._run, self._row = run, index + 1
        self._show()

    def show_between(self, shown: bool) -> None:
        """Say that the map shows more than the samples that can be explained."""
        self._between.setVisible(shown)

    def _show(self) -> None:
        has_sample = self._run is not None and self._row > 0
        is_asked = has_sample and self.button.isChecked()
        self.setVisible(has_sample)
        self.why.setVisible(is_asked)
        self.more.setVisible(is_asked)
        self.why.show_row(self._run if is_asked else None, self._row)
