"""A feature as it was measured, and what the network sees of it, side by side."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.numbers import percent
from gui.controls import ComboBox
from gui.histogram import HistogramView
from gui.pages.page import label
from gui.prepared_values import Found, PreparedValues, measured, needs_worker, prepared
from gui.session import Session
from gui.translating import core_message


class BeforeAfter(QWidget):
    """Two histograms, with a sentence below them.

    Parameters
    ----------
    network_sees
        Where fitted values come from, for choices that the window cannot prepare itself.

    Attributes
    ----------
    input
        Chooses an input of the network; for the page's head, and hidden where each feature
        becomes an input.
    """

    fitted = Signal()

    def __init__(
        self, session: Session, network_sees: PreparedValues, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._network_sees = network_sees
        self._feature = 0
        self._input = 0
        self.before = HistogramView(self.tr("As measured"))
        self.after = HistogramView(self.tr("As the network sees it"))
        self.state = label("", "caption")
        self.input = ComboBox()
        self.input.setAccessibleName(self.tr("Input of the network"))
        self.input.setToolTip(self.tr("Input of the network"))
        self.input.currentIndexChanged.connect(self._go_to_input)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.before, 1)
        row.addWidget(self.after, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row, 1)
        column.addWidget(self.state)
        network_sees.changed.connect(self.show_all)

    @property
    def is_fitted_elsewhere(self) -> bool:
        """Whether the window cannot prepare a feature by itself."""
        table = self._session.table
        return table is not None and needs_worker(
            self._session.preparation, table, self._session.features
        )

    @property
    def found(self) -> Found | None:
        """What the worker found for the present choices, None as long as it has not."""
        job = self._session.job()
        if job is None or not self.is_fitted_elsewhere:
            return None
        return self._network_sees.of(job)

    def ask(self) -> None:
        """Ask the worker for what cannot be had at once."""
        if self.is_fitted_elsewhere:
            self._network_sees.want(self._session.job())

    def show_feature(self, number: int) -> None:
        """Draw another feature, by its place among them."""
        self._feature = number
        self.show_all()

    def show_all(self) -> None:
        """Draw the feature on show, and what becomes of it."""
        table, names = self._session.table, self._session.features
        found = self.found
        self._show_inputs(found)
        if table is None or not names:
            self.before.clear()
            self.after.clear()
            return
        name = names[min(self._feature, len(names) - 1)]
        values, below = measured(table, name)
        self.before.show_values(values, name)
        self.state.setText(self._words(found))
        if found is not None:
            self._show_fitted(found, name)
            self.fitted.emit()
        elif self.is_fitted_elsewhere:
            self.after.clear()
        else:
            choice = self._session.preparation
            self.after.show_values(prepared(values, below, name, choice), name)

    def _go_to_input(self, number: int) -> None:
        self._input = max(0, number)
        self.show_all()

    def _show_fitted(self, found: Found, name: str) -> None:
        number = self._input
        if self._follows_features(found):
            if name not in found.features:
                self.after.clear()
                return
            number = list(found.features).index(name)
        number = min(number, len(found.inputs) - 1)
        self.after.show_values(found.values_of_input(number), self._input_words(found, number))

    def _follows_features(self, found: Found) -> bool:
        """Whether each feature becomes the input that stands in its place."""
        preparation = self._session.preparation
        return preparation.transform != "ilr" and preparation.reduction == "none"

    def _input_words(self, found: Found, number: int) -> str:
        if not found.shares:
            return found.inputs[number]
        share = percent(found.shares[number])
        return self.tr("{input}  ({share} of the variance)").format(
            input=found.inputs[number], share=share
        )

    def _show_inputs(self, found: Found | None) -> None:
        """Offer the inputs of the network where they are no features any more."""
        offered = found is not None and not self._follows_features(found)
        self.input.setVisible(offered)
        if found is None or not offered:
            return
        words = [self._input_words(found, number) for number in range(len(found.inputs))]
        if words != [self.input.itemText(number) for number in range(self.input.count())]:
            with QSignalBlocker(self.input):
                self.input.clear()
                self.input.addItems(words)
            self._input = min(self._input, len(words) - 1)
        with QSignalBlocker(self.input):
            self.input.setCurrentIndex(self._input)

    def _words(self, found: Found | None) -> str:
        """Return what was worked around, or why there is nothing to see yet."""
        if found is not None:
            return " ".join(core_message(notice) for notice in found.notices)
        if not self.is_fitted_elsewhere:
            return self.tr("Statistics are of the measured values; a limit counts as itself.")
        if self._session.job() is None:
            return self.tr(
                "Choose the target column on the Data page: these figures are found on the "
                "training samples."
            )
        if self._network_sees.failure is not None:
            return core_message(self._network_sees.failure)
        return self.tr("Finding the figures on the training samples…")
