"""The inspector of the explore page: facts of the element, axes, censored values, correlations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from core.correlations import Domain, Method
from core.statistics import Rule
from gui.controls import ComboBox, Segments
from gui.element_facts import ElementFacts
from gui.pages.page import label


class ExploreChoices(QWidget):
    """What is known of the element, and how it is shown."""

    # what the tab on top is drawn from has changed
    plots_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = ElementFacts()
        self.axis = Segments(
            {"linear": self.tr("Linear"), "log": self.tr("Logarithmic")}, self.tr("Axis")
        )
        self.axis.set_value("log")
        self.censored = _combo(
            self.tr("A value below its limit counts as"),
            {
                "half": self.tr("half of the limit"),
                "root2": self.tr("limit / √2"),
                "limit": self.tr("the limit"),
            },
        )
        self.log_figures = QCheckBox(self.tr("Statistics of log10 in the table"))
        self._correlation = self._correlation_group()
        self.axis.changed.connect(lambda _: self.plots_changed.emit())
        self._lay_out()

    def _correlation_group(self) -> QWidget:
        words = {"pearson": "Pearson", "spearman": "Spearman"}
        self._method = Segments(words, self.tr("Correlation"))
        self._domain = _combo(
            self.tr("Correlation of"),
            {
                "log": self.tr("log10 of the values"),
                "raw": self.tr("the values"),
                "clr": self.tr("centred logratios (CLR)"),
            },
        )
        self.clustered = QCheckBox(self.tr("Similar elements side by side"))
        self._method.changed.connect(lambda _: self.plots_changed.emit())
        self._domain.currentIndexChanged.connect(lambda _: self.plots_changed.emit())
        group = QWidget()
        column = _column(group)
        column.addWidget(label(self.tr("Correlation"), "heading"))
        column.addWidget(self._method)
        column.addWidget(label(self._domain.accessibleName(), "caption"))
        column.addWidget(self._domain)
        column.addWidget(self.clustered)
        return group

    def _lay_out(self) -> None:
        column = _column(self)
        column.addWidget(self.facts)
        column.addSpacing(4)
        column.addWidget(label(self.tr("Axis of the plots"), "caption"))
        column.addWidget(self.axis)
        column.addWidget(label(self.censored.accessibleName(), "caption"))
        column.addWidget(self.censored)
        column.addWidget(self.log_figures)
        column.addWidget(self._correlation)

    def show_correlation(self, shown: bool) -> None:
        """Show what concerns correlations alone."""
        self._correlation.setVisible(shown)

    @property
    def log(self) -> bool:
        """Whether the axes are logarithmic."""
        return self.axis.value() == "log"

    @property
    def rule(self) -> Rule:
        """What a value below its limit counts as."""
        return cast(Rule, self.censored.currentData())

    @property
    def method(self) -> Method:
        """Which correlation."""
        return cast(Method, self._method.value())

    @property
    def domain(self) -> Domain:
        """Of what the correlation is."""
        return cast(Domain, self._domain.currentData())

    def choose_correlation(self, method: Method, domain: Domain) -> None:
        """Press the buttons of a correlation."""
        self._method.button(method).click()
        self._domain.setCurrentIndex(self._domain.findData(domain))


def _combo(name: str, choices: Mapping[str, str]) -> ComboBox:
    made = ComboBox()
    made.setAccessibleName(name)
    for value, text in choices.items():
        made.addItem(text, value)
    return made


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column
