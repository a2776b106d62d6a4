"""The tab of distributions: four plots of one element on one axis of values."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.distribution_plots import BoxPlot, CumulativePlot, HistogramPlot, ProbabilityPlot
from gui.element_data import Array, ElementData, Flags, Rows
from gui.pages.page import label
from gui.translating import counted


class DistributionPanel(QWidget):
    """Histogram over box plot, and beside them cumulative shares over probability plot."""

    brushed = Signal(object, bool, bool)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.histogram, self.box = HistogramPlot(), BoxPlot()
        self.cumulative, self.probability = CumulativePlot(), ProbabilityPlot()
        self.plots = (self.histogram, self.box, self.cumulative, self.probability)
        self._note = label("", "caption")
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for plots, shares in (
            ((self.histogram, self.box), (2, 1)),
            ((self.cumulative, self.probability), (1, 1)),
        ):
            side = QVBoxLayout()
            side.setSpacing(8)
            for plot, share in zip(plots, shares, strict=True):
                side.addWidget(plot, share)
            pair.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(pair, 1)
        column.addWidget(self._note)
        for plot in self.plots:
            plot.brushed.connect(self.brushed)
            plot.cleared.connect(self.cleared)

    def show_data(self, data: ElementData, limits: Array) -> None:
        """Show an element; `limits` are its detection limits as the axis has them."""
        for plot in self.plots:
            plot.show_data(data, limits)
        self._note.setText(self._note_text(data))

    def mark(self, rows: Rows) -> None:
        """Mark the selected rows in every plot."""
        for plot in self.plots:
            plot.mark(rows)

    def text(self) -> str:
        """Return what is said below the plots."""
        return self._note.text()

    def _note_text(self, data: ElementData) -> str:
        parts = [self.tr("Drag over a plot to select samples.")]
        below = int(np.count_nonzero(data.below & (data.places >= 0)))
        if below:
            parts.append(
                counted(
                    self.tr("Grey and hollow: {count} values below the limit, dashed."),
                    count=f"{below:,}",
                )
            )
        if data.left_out:
            parts.append(
                counted(
                    self.tr("Not shown: {count} values not above 0, without a logarithm."),
                    count=f"{data.left_out:,}",
                )
            )
        return " ".join(parts)


def limits_drawn(values: Array, below: Flags, log: bool) -> Array:
    """Return the different detection limits of an element as its axis has them."""
    limits = np.unique(values[below])
    limits = limits[np.isfinite(limits)]
    return np.log10(limits[limits > 0]) if log else limits
