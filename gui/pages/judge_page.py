"""Judge: how a network is judged, what the run on show is worth, and its samples one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.evaluation import held_out_part
from core.run_folder import RunFolder
from gui.confusion import ConfusionTable
from gui.controls import ComboBox
from gui.explaining.why_view import WhyView
from gui.icons import icon
from gui.judging.baselines_table import BaselinesTable
from gui.judging.class_figures import ClassFigures
from gui.judging.curves_view import CurvesView
from gui.judging.division_view import DivisionView
from gui.judging.doubt_words import doubt_sentences
from gui.judging.further_view import FurtherView
from gui.judging.judge_work import Further, JudgeWork
from gui.judging.judging_form import JudgingForm
from gui.judging.learning_curve_view import LearningCurveView
from gui.judging.samples_view import SamplesView
from gui.judging.sentences import verdict_sentence
from gui.judging.tabs import Tabs
from gui.judging.verdict_figures import VerdictFigures
from gui.pages.page import Page, label
from gui.predictions import Predictions, read_predictions
from gui.survey import row_names
from gui.translating import core_message
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture

# pixels: the matrix in an inspector as wide as the window gives it at first, and its class names
WIDTH, NARROW_NAMES = 312, 132


class JudgePage(Page):
    """The verdict on the run on show, and beside it how the next one is judged."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title(self.tr("Judge"))
        self._verdict = label("")
        self.column.addWidget(self._verdict)
        self.work = JudgeWork(self.services, self)
        self.work.changed.connect(self._show_further)
        self._build_tabs()
        self._build_inspector()
        self._due = True
        self.listen(self.session.run_changed, self._run_changed)
        self.listen(self.session.roles_changed, self._settings_changed)
        self.listen(self.session.settings_changed, self._settings_changed)
        self._show_run()

    # --- building ----------------------------------------------------------------------

    def _build_tabs(self) -> None:
        self.figures, self.curves = VerdictFigures(), CurvesView()
        self.classes = ClassFigures()
        self.baselines, self.learning = BaselinesTable(), LearningCurveView()
        self.division = DivisionView(self.services)
        self.samples = SamplesView(self._export)
        self.methods_tab = FurtherView(
            self.tr("What you would otherwise use, on the same folds with the same preparation."),
            self.tr("Compare"),
            self.baselines,
        )
        self.methods_tab.wanted.connect(lambda: self._ask("baselines"))
        self.learning_tab = FurtherView(
            self.tr(
                "Would more samples help? The network is trained again with 20, 40, 60 and 80 % of "
                "them."
            ),
            self.tr("Train with fewer"),
            self.learning,
        )
        self.learning_tab.wanted.connect(lambda: self._ask("learning curve"))
        self.why = WhyView()
        self.why_tab = FurtherView(
            self.tr("Which elements the networks need, and what speaks for each class."),
            self.tr("Explain"),
            self.why,
        )
        self.why_tab.wanted.connect(lambda: self._ask("why"))
        self.tabs = Tabs()
        for title, widget in (
            (self.tr("Division"), self.division),
            (self.tr("Verdict"), self._verdict_tab()),
            (self.tr("Classes"), self._classes_tab()),
            (self.tr("Other methods"), self.methods_tab),
            (self.tr("Learning curve"), self.learning_tab),
            (self.tr("Why"), self.why_tab),
            (self.tr("Samples"), self.samples),
        ):
            self.tabs.addTab(widget, title)
        self.tabs.currentChanged.connect(lambda _: self._show_division())
        self.column.addWidget(self.tabs, 1)

    def _verdict_tab(self) -> QWidget:
        tab, column = _tab()
        self._doubt = label("", "caption")
        column.addWidget(self.figures)
        column.addWidget(self._doubt)
        column.addWidget(self.curves, 1)
        return tab

    def _classes_tab(self) -> QWidget:
        tab, column = _tab()
        column.addWidget(self.classes)
        column.addStretch(1)
        return tab

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("How the next run is judged"), "heading"))
        self.form = JudgingForm()
        self.form.changed.connect(self.session.set_judging)
        self.side.addWidget(self.form)
        self._obstacle = label("", "warning")
        self.side.addWidget(self._obstacle)
        self.train = QPushButton(icon("play"), self.tr("Go to Train"))
        self.train.clicked.connect(lambda _=False: self.services.go("train"))
        self.side.addWidget(self.train)
        self._about = QWidget()
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Confusion matrix"), "heading"))
        self.part = ComboBox()
        self.part.setAccessibleName(self.tr("Part"))
        self.part.addItem(self.tr("Held-out samples"), "held_out")
        self.part.addItem(self.tr("Training samples"), "training")
        self.part.currentIndexChanged.connect(lambda _: self._show_confusion())
        column.addWidget(self.part)
        self.confusion = ConfusionTable()
        column.addWidget(self.confusion)
        column.addWidget(label(self.tr("Known classes down, predicted ones across."), "caption"))
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
        self._settings_changed()

    def dispose(self) -> None:
        self.division.work.stop()
        super().dispose()

    def _run_changed(self) -> None:
        """Read the run when somebody looks: a survey's predictions are many."""
        self._due = True
        if self.isVisible():
            self._show_run()

    def _settings_changed(self) -> None:
        self.form.show_judging(self.session.judging)
        obstacle = self.session.obstacle
        self._obstacle.setText(core_message(obstacle) if obstacle is not None else "")
        self._obstacle.setVisible(obstacle is not None)
        self._show_division()
        self._show_way()

    def _show_division(self) -> None:
        """Ask how the samples are divided only while somebody looks."""
        if self.isVisible() and self.tabs.currentWidget() is self.division:
            self.division.show_job(self.session.survey_job())

    def _show_run(self) -> None:
        self._due = False
        run = self.session.run
        found = read_predictions(run.predictions_path) if run is not None else None
        self._due = found is None
        run = run if found is not None else None
        self._about.setVisible(run is not None)
        self._show_verdict(run)
        self._show_confusion()
        names = row_names(self.session, len(found)) if found is not None else None
        self.samples.show_predictions(found, names)
        self._show_reading(found)
        self._show_further()
        self._show_way()
        # before there is a result, there is but the way to one to look at
        self.tabs.setCurrentIndex(0 if run is None else max(1, self.tabs.currentIndex()))

    def _show_verdict(self, run: RunFolder | None) -> None:
        verdict = run.verdict() if run is not None else None
        evaluation = run.evaluation() if run is not None else None
        for view in (self.figures, self.curves, self.classes):
            view.show_verdict(verdict)
        doubts = doubt_sentences(evaluation) if evaluation else []
        self._doubt.setText(" ".join(doubts))
        self._doubt.setVisible(bool(doubts))
        nothing = self.tr(
            "No result yet. Choose beside how the network is to be judged, then train it."
        )
        if verdict is not None:
            self._verdict.setText(verdict_sentence(verdict))
        else:
            self._verdict.setText(evaluation_sentence(evaluation) if evaluation else nothing)
        if evaluation is None:
            return
        # an empty matrix says nothing: a run that held nothing out shows its training samples
        held_out = bool(held_out_part(evaluation)["samples"])
        self.part.setEnabled(held_out)
        self.part.setToolTip("" if held_out else self.tr("No sample was held out."))
        if not held_out:
            self.part.setCurrentIndex(self.part.findData("training"))

    def _show_confusion(self) -> None:
        run = self.session.run
        evaluation = run.evaluation() if run is not None else None
        if evaluation is not None:
            chosen = self.part.currentData()
            part = held_out_part(evaluation) if chosen == "held_out" else evaluation[chosen]
            classes = evaluation["classes"]
            # few classes leave room for long names
            names = self.confusion.verticalHeader()
            names.setMaximumWidth(max(NARROW_NAMES, WIDTH - 30 * len(classes)))
            self.confusion.show_counts(classes, np.array(part["confusion"]))

    def _show_further(self) -> None:
        """Show what was asked for besides, and offer the rest."""
        run = self.session.run
        is_judged = run is not None and run.verdict() is not None
        self.baselines.show_baselines(run.baselines() if run is not None else None)
        self.learning.show_learning(run.learning_curve() if run is not None else None)
        self.why.show_explanation(run.explanation() if run is not None else None)
        reason = self.tr("Train a network first, with samples held out.")
        kinds: tuple[tuple[FurtherView, Further], ...] = (
            (self.methods_tab, "baselines"),
            (self.learning_tab, "learning curve"),
            (self.why_tab, "why"),
        )
        for tab, what in kinds:
            under_way = self.work.is_under_way(run, what)
            tab.show_state(possible=is_judged, under_way=under_way, reason=reason)

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
        is_judged = self._about.isVisibleTo(self)
        self._to_map.setVisible(self.session.has_coordinates and is_judged)
        self.train.setVisible(not is_judged)

    # --- doing -------------------------------------------------------------------------

    def _ask(self, what: Further) -> None:
        if self.session.run is not None:
            self.work.ask(self.session.run, what)

    def _export(self, what: str) -> None:
        if self.session.run is None:
            return
        exporting = self.furniture.exporting
        if what == "training":
            title, name = self.tr("Training results"), "training-results.csv"
            exporting.ask_table(self, self.session.run, title, name, "training")
        else:
            title, name = self.tr("Predictions"), "predictions.csv"
            exporting.ask_table(self, self.session.run, title, name, "predictions")


def _tab() -> tuple[QWidget, QVBoxLayout]:
    """Return a tab and its column, with a gap to the bar above."""
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(10)
    return tab, column
