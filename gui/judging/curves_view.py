"""The curves of a verdict, one kind at a time, of one class or of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui import theme
from gui.class_colours import ClassColours
from gui.controls import ComboBox
from gui.judging.calibration_plot import CalibrationPlot
from gui.judging.class_curve_plot import ClassCurvePlot
from gui.judging.class_curves import (
    ClassCurve,
    precision_recall_curves,
    roc_curves,
    success_rate_curves,
)
from gui.judging.line_colours import line_colour
from gui.judging.prediction_area_plot import PredictionAreaPlot

# "" stands for all classes
ALL = ""
# pixels: longer names are cut there, so that the tabs keep their room
WIDEST_CHOICE = 220
KINDS = ("roc", "pr", "calibration", "success_rate", "prediction_area")
CURVES: Mapping[str, Callable[[Mapping[str, Any]], list[ClassCurve]]] = {
    "roc": roc_curves,
    "pr": precision_recall_curves,
    "success_rate": success_rate_curves,
}


class CurvesView(QWidget):
    """Tabs of curves; those that are one for each class share the choice of the class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Mapping[str, Any] | None = None
        self.tabs = self._make_tabs()
        self.choice = ComboBox()
        self.choice.setAccessibleName(self.tr("Class"))
        self.choice.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMaximumWidth(round(WIDEST_CHOICE * theme.text_scale()))
        self._nothing = self.tr("The curves of the verdict will stand here.")
        self._no_map = self.tr(
            "The run classified no area: there is nothing to hold captures against."
        )
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _: self._show_kind())
        self.choice.currentIndexChanged.connect(lambda _: self._show_curves())
        self.show_verdict(None)

    # --- building ----------------------------------------------------------------------

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar(self)
        words = {
            "roc": self.tr("ROC"),
            "pr": self.tr("Precision–recall"),
            "calibration": self.tr("Calibration"),
            "success_rate": self.tr("Success rate"),
            "prediction_area": self.tr("Prediction–area"),
        }
        for kind in KINDS:
            tabs.addTab(words[kind])
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        tabs.setAccessibleName(self.tr("Curves"))
        return tabs

    # a plot takes long to make: each is made when its tab is first opened

    @cached_property
    def roc(self) -> ClassCurvePlot:
        """True against false positive rate."""
        titles = (self.tr("False positive rate"), self.tr("True positive rate"), self.tr("AUC"))
        plot = ClassCurvePlot(self._nothing)
        plot.show_titles(self.tr("ROC"), *titles)
        return plot

    @cached_property
    def pr(self) -> ClassCurvePlot:
        """Precision against recall."""
        titles = (self.tr("Recall"), self.tr("Precision"), self.tr("Average precision"))
        plot = ClassCurvePlot(self._nothing)
        plot.show_titles(self.tr("Precision–recall"), *titles)
        return plot

    @cached_property
    def calibration(self) -> CalibrationPlot:
        """The share of right samples against the highest probability."""
        return CalibrationPlot(self._nothing)

    @cached_property
    def success_rate(self) -> ClassCurvePlot:
        """Samples captured against area."""
        plot = ClassCurvePlot(self._no_map, 100.0)
        plot.show_titles(
            self.tr("Success rate"),
            self.tr("Area, highest probability first, %"),
            self.tr("Samples captured, %"),
            self.tr("Area under the curve"),
        )
        return plot

    @cached_property
    def prediction_area(self) -> PredictionAreaPlot:
        """Samples captured and area against the probability of one class."""
        return PredictionAreaPlot(self._no_map)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.choice)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    # --- showing -----------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """The curves on show, one of `KINDS`."""
        return KINDS[self.tabs.currentIndex()]

    def show_kind(self, kind: str) -> None:
        """Go to other curves, one of `KINDS`."""
        self.tabs.setCurrentIndex(KINDS.index(kind))

    def show_verdict(self, verdict: Mapping[str, Any] | None) -> None:
        """Show the curves of verdict.json, or the sentence that there are none."""
        self._verdict = verdict
        self._show_kind()

    def _show_kind(self) -> None:
        """Bring the plot to the front and offer the classes that it has curves of."""
        plot: QWidget = getattr(self, self.kind)
        if self._stack.indexOf(plot) < 0:
            self._stack.addWidget(plot)
        self._stack.setCurrentWidget(plot)
        curves = self._verdict["held_out"]["curves"] if self._verdict is not None else {}
        wanted = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        if self.kind != "calibration":
            # two lines for each class are enough for one class at a time
            if self.kind != "prediction_area" and curves.get(self.kind):
                self.choice.addItem(self.tr("All classes"), ALL)
            for curve in curves.get(self.kind, ()):
                self.choice.addItem(curve["class"], curve["class"])
        self.choice.setCurrentIndex(max(0, self.choice.findData(wanted)))
        self.choice.blockSignals(False)
        self.choice.setVisible(self.choice.count() > 0)
        self._show_curves()

    def _show_curves(self) -> None:
        if self.kind == "calibration":
            self.calibration.show_verdict(self._verdict)
        elif self.kind == "prediction_area":
            self._show_prediction_area()
        else:
            found = CURVES[self.kind](self._verdict) if self._verdict is not None else []
            wanted = self.choice.currentData()
            plot: ClassCurvePlot = getattr(self, self.kind)
            plot.show_curves([curve for curve in found if wanted in (ALL, curve.name)])

    def _show_prediction_area(self) -> None:
        place = self.choice.currentIndex()
        if self._verdict is None or place < 0:
            self.prediction_area.show_plot(None, "")
            return
        found = self._verdict["held_out"]["curves"]["prediction_area"][place]
        colours = ClassColours(self._verdict["classes"])
        colour = colours.colour(colours.names.index(found["class"]))
        self.prediction_area.show_plot(found, line_colour(colour))
