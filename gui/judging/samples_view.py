"""The labelled samples one by one, and the classified rest; both can be taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from gui.icons import icon
from gui.pages.page import label
from gui.predictions import Predictions
from gui.results_table import (
    Columns,
    Names,
    ResultsTable,
    prediction_columns,
    right_ones,
    training_columns,
)
from gui.translating import counted


class SamplesView(QSplitter):
    """Two tables, one above the other.

    Parameters
    ----------
    export
        Takes one of them away, "training" or "predictions".
    """

    def __init__(self, export: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.training = _Part(self.tr("Training results"), self.tr("Export training results…"))
        self.training.button.clicked.connect(lambda _=False: export("training"))
        self.predictions = _Part(self.tr("Predictions"), self.tr("Export predictions…"))
        self.predictions.button.clicked.connect(lambda _=False: export("predictions"))
        self.addWidget(self.training)
        self.addWidget(self.predictions)
        self.setSizes([320, 280])

    def show_predictions(self, found: Predictions | None, names: Names | None) -> None:
        """Show the predictions of a run, with the column that names its samples."""
        if found is None:
            self.training.show_columns({}, "", "")
            self.predictions.show_columns({}, "", "")
            return
        rows = int(found.labelled.sum())
        self.training.show_columns(
            training_columns(found, names),
            self.tr("{right} of {rows} right, trained on or held out").format(
                right=f"{right_ones(found):,}", rows=f"{rows:,}"
            ),
            self.tr("No row has a known class."),
        )
        self.predictions.show_columns(
            prediction_columns(found, names),
            counted(self.tr("{rows} rows without a known class"), rows=f"{len(found) - rows:,}"),
            self.tr("Every row has a known class: there is nothing else to classify."),
        )


class _Part(QWidget):
    """A table under its title and count, with the button that exports it."""

    def __init__(self, title: str, action: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        heading = label(title, "heading")
        heading.setWordWrap(False)
        self._count = label("", "muted")
        self._count.setWordWrap(False)
        self.button = QPushButton(icon("table-arrow-right"), action)
        head.addWidget(heading)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.button)
        column.addLayout(head)
        self._none = label("", "caption")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._none)
        self.table = ResultsTable()
        self.table.setAccessibleName(title)
        column.addWidget(self.table, 1)

    def show_columns(self, columns: Columns, count: str, none: str) -> None:
        """Show rows with their count, or the sentence why there are none."""
        rows = len(next(iter(columns.values()))) if columns else 0
        self.table.show_results(columns if rows else {})
        self.table.setVisible(rows > 0)
        self._none.setVisible(rows == 0)
        self._none.setText(none)
        self._count.setText(count if rows else "")
        self.button.setEnabled(rows > 0)
        self.button.setToolTip("" if rows else none)
