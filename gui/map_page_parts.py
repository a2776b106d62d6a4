"""Parts of the Map page beside the map: no coordinates, judgement, use of the model, a result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.map_result import MappedResult
from gui.pages.page import label
from gui.verdict import evaluation_sentence


class NoMap(QFrame):
    """Stands in the place of a map that cannot be drawn, and says where the result is."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(
            label(
                self.tr(
                    "There is no map: the table has no coordinates. If it has, choose coordinate X "
                    "and Y on the Data page. The result stands in two tables on the Judge page."
                )
            )
        )
        row = QHBoxLayout()
        for word, page in ((self.tr("Go to Judge"), "judge"), (self.tr("Go to Data"), "data")):
            button = QPushButton(word)
            button.clicked.connect(lambda _=False, page=page: go(page))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)


class Judgement(QWidget):
    """What the run on show is worth, with the way to the Judge page."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Judgement"), "heading"))
        self._verdict = label("", "muted")
        column.addWidget(self._verdict)
        judge = QPushButton(icon("scale-balance"), self.tr("Sample by sample"))
        judge.setToolTip(self.tr("The confusion matrix and the two tables, on the Judge page"))
        judge.clicked.connect(lambda _=False: go("judge"))
        column.addWidget(judge)

    def show_evaluation(self, evaluation: dict[str, object] | None) -> None:
        """Write the sentence about a run, or nothing."""
        self._verdict.setText(evaluation_sentence(evaluation) if evaluation is not None else "")


class UseOfModel(QWidget):
    """The button that classifies another table, and the one that shows a classified file."""

    predict_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Use the model"), "heading"))
        self.predict = QPushButton(icon("table-plus"), self.tr("Classify another table…"))
        self.predict.clicked.connect(lambda _=False: self.predict_wanted.emit())
        self.open = QPushButton(icon("map-search-outline"), self.tr("Show a classified table…"))
        self.open.setToolTip(
            self.tr("A .parquet or .csv file that was classified before, of any size, as a map.")
        )
        self.open.clicked.connect(lambda _=False: self.file_wanted.emit())
        for button in (self.predict, self.open):
            column.addWidget(button)


class ResultBar(QFrame):
    """Says that a classified file is on the map, and leads back to the survey."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        self._text = label("")
        row.addWidget(self._text, 1)
        self.back = QPushButton(icon("arrow-left"), self.tr("Back to the survey"))
        self.back.clicked.connect(lambda _=False: self.left.emit())
        row.addWidget(self.back)
        self.hide()

    def show_result(self, result: MappedResult | None) -> None:
        """Name the file, or go away where the survey is on the map."""
        self.setVisible(result is not None)
        if result is not None:
            self._text.setText(
                self.tr("{name}: {rows} classified rows, not the survey of this project").format(
                    name=Path(result.source).name, rows=f"{result.rows:,}"
                )
            )
            self.setToolTip(result.source)
