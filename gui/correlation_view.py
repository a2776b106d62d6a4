"""The tab of correlations: the map of cells, what a pair is, and how the samples were used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.correlations import Correlations, clustered_order
from gui.correlation_map import CorrelationMap, correlation_text
from gui.diverging import DivergingLegend
from gui.pages.page import label


class CorrelationView(QWidget):
    """Shows correlations; a pair that is clicked is chosen for the scatter plot."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Correlations | None = None
        self._clustered = False
        self.map = CorrelationMap()
        self.map.setAccessibleName(
            self.tr("Correlations: arrow keys point at a pair, Enter shows its scatter plot")
        )
        self.map.chosen.connect(self.chosen)
        self.map.pointed.connect(self._say)
        self._readout = label("", "caption")
        legend = DivergingLegend()
        legend.set_limit(1.0)
        legend.setFixedWidth(180)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.map, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._readout, 1)
        foot.addWidget(legend)
        column.addLayout(foot)

    def show_correlations(self, found: Correlations) -> None:
        """Show correlations in the order that was asked for last."""
        self._found = found
        self._draw()

    def set_clustered(self, clustered: bool) -> None:
        """Put elements that go together side by side, or keep the order of the table."""
        self._clustered = clustered
        self._draw()

    def wait(self) -> None:
        """Say that correlations are on their way."""
        self._readout.setText(self.tr("Computing…"))

    def text(self) -> str:
        """Return what is said below the cells."""
        return self._readout.text()

    def _draw(self) -> None:
        if self._found is None:
            return
        found = self._found
        order = clustered_order(found.r) if self._clustered else range(len(found.names))
        self.map.show_correlations(found, list(order))
        self._say()

    def _say(self) -> None:
        pair = self.map.pair()
        if pair is not None:
            one, other, r, number = pair
            self._readout.setText(
                self.tr("{one} and {other}: {r}, {number} samples").format(
                    one=one, other=other, r=correlation_text(r), number=f"{number:,}"
                )
            )
        elif self._found is not None:
            self._readout.setText(self._hint(self._found))

    def _hint(self, found: Correlations) -> str:
        if found.left_out:
            return self.tr(
                "{count} samples lack an element or have a value not above 0, and are left out. "
                "Click a cell to see its scatter plot."
            ).format(count=f"{found.left_out:,}")
        return self.tr(
            "Every pair uses the samples that have both. Click a cell to see its scatter plot."
        )
