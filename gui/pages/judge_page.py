"""Judge: what the result is worth, the labelled samples one by one, and the classified rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.run_folder import RunFolder
from gui.confusion import ConfusionTable
from gui.controls import ComboBox
from gui.icons import icon
from gui.nothing_yet import NothingYet
from gui.pages.page import Page, label
from gui.predictions import Predictions, read_predictions
from gui.results_table import (
    Columns,
    ResultsTable,
    prediction_columns,
    right_ones,
    training_columns,
)
from gui.survey import row_names
from gui.translating import counted
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture

# pixels: the matrix in an inspector as wide as the window gives it at first, and its class names
WIDTH, NARROW_NAMES = 312, 132


class JudgePage(Page):
    """The judgement of the run on show; its tables can be taken away."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title(self.tr("Judge"))
        self._verdict = label("")
        self.column.addWidget(self._verdict)
        self.training = _Part(self.tr("Training results"), self.tr("Export training results…"))
        self.training.button.clicked.connect(lambda _=False: self._export_training())
        self.predictions = _Part(self.tr("Predictions"), self.tr("Export predictions…"))
        self.predictions.button.clicked.connect(lambda _=False: self._export_predictions())
        self._split = self.splitter("judge", Qt.Orientation.Vertical)
        self._split.addWidget(self.training)
        self._split.addWidget(self.predictions)
        self._split.setSizes([320, 280])
        self.restore_splitters()
        self._middle = QStackedWidget()
        self._middle.addWidget(self._nothing())
        self._middle.addWidget(self._split)
        self.column.addWidget(self._middle, 1)
        self._build_inspector()
        self._due = True
        self.listen(self.session.run_changed, self._run_changed)
        self.listen(self.session.roles_changed, self._show_way)
        self._show_run()

    # --- building ----------------------------------------------------------------------

    def _nothing(self) -> QWidget:
        """Return what stands here before there is a result: the way to one."""
        return NothingYet(
            self.tr("No result yet: train a network, or open a finished run on the Runs page."),
            {"train": self.tr("Go to Train"), "runs": self.tr("Go to Runs")},
            self.services.go,
        )

    def _build_inspector(self) -> None:
        self._about = QWidget()
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Confusion matrix"), "heading"))
        self.part = ComboBox()
        self.part.setAccessibleName(self.tr("Part"))
        self.part.addItem(self.tr("Held-out samples"), "validation")
        self.part.addItem(self.tr("Training samples"), "training")
        self.part.currentIndexChanged.connect(lambda _: self._show_confusion())
        column.addWidget(self.part)
        self.confusion = ConfusionTable()
        column.addWidget(self.confusion)
        column.addWidget(label(self.tr("Known classes down, predicted ones across."), "caption"))
        column.addSpacing(8)
        column.addWidget(label(self.tr("How to read the tables"), "heading"))
        self._reading = label("", "caption")
        column.addWidget(self._reading)
        self.side.addWidget(self._about)
        self.side.addStretch(1)
        self._to_map = QPushButton(icon("map-outline"), self.tr("See the map"))
        self._to_map.clicked.connect(lambda _=False: self.services.go("map"))
        self.side.addWidget(self._to_map)

    # --- showing -----------------------------------------------------------------------

    def arrive(self) -> None:
        if self._due:
            self._show_run()

    def _run_changed(self) -> None:
        """Read the run when somebody looks: a survey's predictions are many."""
        self._due = True
        if self.isVisible():
            self._show_run()

    def _show_run(self) -> None:
        self._due = False
        run = self.session.run
        found = read_predictions(run.predictions_path) if run is not None else None
        self._due = found is None
        self._middle.setCurrentIndex(1 if found is not None else 0)
        self._about.setVisible(found is not None)
        self._show_verdict(run if found is not None else None)
        self._show_confusion()
        self._show_tables(found)
        self._show_reading(found)
        self._show_way()

    def _show_verdict(self, run: RunFolder | None) -> None:
        evaluation = run.evaluation() if run is not None else None
        self._verdict.setText(evaluation_sentence(evaluation) if evaluation is not None else "")
        self._verdict.setVisible(evaluation is not None)
        if evaluation is None:
            return
        # an empty matrix says nothing: a run that held nothing out shows its training samples
        held_out = bool(evaluation["validation"]["samples"])
        self.part.setEnabled(held_out)
        self.part.setToolTip("" if held_out else self.tr("No sample was held out."))
        if not held_out:
            self.part.setCurrentIndex(self.part.findData("training"))

    def _show_confusion(self) -> None:
        run = self.session.run
        evaluation = run.evaluation() if run is not None else None
        if evaluation is not None:
            part = evaluation[self.part.currentData()]
            classes = evaluation["classes"]
            # few classes leave room for long names
            names = self.confusion.verticalHeader()
            names.setMaximumWidth(max(NARROW_NAMES, WIDTH - 30 * len(classes)))
            self.confusion.show_counts(classes, np.array(part["confusion"]))

    def _show_tables(self, found: Predictions | None) -> None:
        if found is None:
            self.training.show_columns({}, "", "")
            self.predictions.show_columns({}, "", "")
            return
        names = row_names(self.session, len(found))
        labelled, rest = training_columns(found, names), prediction_columns(found, names)
        rows = int(found.labelled.sum())
        self.training.show_columns(
            labelled,
            self.tr("{right} of {rows} right, trained on or held out").format(
                right=f"{right_ones(found):,}", rows=f"{rows:,}"
            ),
            self.tr("No row has a known class."),
        )
        self.predictions.show_columns(
            rest,
            counted(self.tr("{rows} rows without a known class"), rows=f"{len(found) - rows:,}"),
            self.tr("Every row has a known class: there is nothing else to classify."),
        )

    def _show_reading(self, found: Predictions | None) -> None:
        if found is None:
            return
        if "" in found.outputs:
            text = self.tr(
                "The output value is that of the one ordered output: the classes lie evenly spaced "
                "over its range. Probability is shared by the two classes that it lies between; it "
                "is not calibrated."
            )
        elif found.outputs:
            text = self.tr(
                "Output values are those of the network, one for each class, high for the class it "
                "stands for. Probabilities are made from them so that they sum to 1; they are not "
                "calibrated."
            )
        else:
            text = self.tr("Probabilities sum to 1; they are not calibrated.")
        if found.agreement is not None:
            text += "\n\n" + self.tr(
                "Output values and probabilities are means over the members. Agreement is the "
                "share of the members that name the class."
            )
        self._reading.setText(text)

    def _show_way(self) -> None:
        self._to_map.setVisible(self.session.has_coordinates and self._middle.currentIndex() == 1)

    # --- taking away -------------------------------------------------------------------

    def _export_training(self) -> None:
        if self.session.run is not None:
            title, name = self.tr("Training results"), "training-results.csv"
            self.furniture.exporting.ask_table(self, self.session.run, title, name, "training")

    def _export_predictions(self) -> None:
        if self.session.run is not None:
            title, name = self.tr("Predictions"), "predictions.csv"
            self.furniture.exporting.ask_table(self, self.session.run, title, name, "predictions")


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
