"""What the Judge page consists of: tabs on the run on show, and how the next one is judged."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.explaining.why_view import WhyView
from gui.icons import icon
from gui.judging.baselines_table import BaselinesTable
from gui.judging.class_figures import ClassFigures
from gui.judging.confusion_side import ConfusionSide
from gui.judging.curves_view import CurvesView
from gui.judging.division_view import DivisionView
from gui.judging.further_view import FurtherView
from gui.judging.judging_form import JudgingForm
from gui.judging.learning_curve_view import LearningCurveView
from gui.judging.samples_view import SamplesView
from gui.judging.tabs import Tabs
from gui.judging.verdict_figures import VerdictFigures
from gui.pages.page import Page, label
from gui.report_panel import ReportPanel


class JudgePageLayout(Page):
    """Builds the parts of the Judge page; `gui.pages.judge_page` brings them to life."""

    def _build_middle(self) -> None:
        self.add_title(self.tr("Judge"))
        self._verdict = label("")
        self.column.addWidget(self._verdict)
        self.division = DivisionView(self.services)
        self._build_further()
        self.samples = SamplesView(self._export)
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
        self.column.addWidget(self.tabs, 1)

    def _verdict_tab(self) -> QWidget:
        tab, column = _tab()
        self.figures, self.curves = VerdictFigures(), CurvesView()
        self._doubt = label("", "caption")
        column.addWidget(self.figures)
        column.addWidget(self._doubt)
        column.addWidget(self.curves, 1)
        return tab

    def _classes_tab(self) -> QWidget:
        tab, column = _tab()
        self.classes = ClassFigures()
        column.addWidget(self.classes)
        column.addStretch(1)
        return tab

    def _build_further(self) -> None:
        """Build what is found only when somebody asks for it."""
        self.baselines, self.learning = BaselinesTable(), LearningCurveView()
        self.why = WhyView(self.services)
        self.methods_tab = FurtherView(
            self.tr("What you would otherwise use, on the same folds with the same preparation."),
            self.tr("Compare"),
            self.baselines,
        )
        self.learning_tab = FurtherView(
            self.tr(
                "Would more samples help? The network is trained again with 20, 40, 60 and 80 % of "
                "them."
            ),
            self.tr("Train with fewer"),
            self.learning,
        )
        self.why_tab = FurtherView(
            self.tr("Which elements the networks need, and what speaks for each class."),
            self.tr("Explain"),
            self.why,
        )
        self.why.whole_shown.connect(self.why_tab.offer)

    def _build_inspector(self) -> None:
        self.form = JudgingForm()
        self._obstacle = label("", "warning")
        self.train = QPushButton(icon("play"), self.tr("Go to Train"))
        self.train.clicked.connect(lambda _=False: self.services.go("train"))
        self.about = ConfusionSide()
        self.part, self.confusion = self.about.part, self.about.table
        self._to_map = QPushButton(icon("map-outline"), self.tr("See the map"))
        self._to_map.clicked.connect(lambda _=False: self.services.go("map"))
        self.report = ReportPanel(
            self.services, self.furniture.exporting, lambda: self.furniture.window.language.code
        )
        heading = label(self.tr("How the next run is judged"), "heading")
        for widget in (heading, self.form, self._obstacle, self.train, self.about):
            self.side.addWidget(widget)
        self.side.addStretch(1)
        self.side.addWidget(self.report)
        self.side.addWidget(self._to_map)

    def _export(self, what: str) -> None:
        """Take a table of samples away, "training" or "predictions"."""
        raise NotImplementedError


def _tab() -> tuple[QWidget, QVBoxLayout]:
    """Return a tab and its column, with a gap to the bar above."""
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(10)
    return tab, column
