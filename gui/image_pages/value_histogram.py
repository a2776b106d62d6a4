"""The histogram of prepared pixel values, counted on a logarithmic axis."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.numbers import three_digits
from gui import theme
from gui.diverging import DivergingLegend
from gui.pages.page import label
from gui.plotting import calm_plot
from gui.translating import counted

BINS = 80


class ValueHistogram(QWidget):
    """Most pixels are background: on a linear axis nothing else would be seen beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "caption")
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        axis = self.plot.getAxis("left")
        axis.setLogMode(True)
        axis.set_title(self.tr("values"))
        self.plot.getAxis("bottom").set_title(self.tr("value that the network sees"))
        colour = theme.current().training
        self._bars = pg.BarGraphItem(x0=[], x1=[], y0=[], height=[], pen=None, brush=colour)
        self.plot.addItem(self._bars)
        self.legend = DivergingLegend()
        self.legend.hide()
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    def show_words(self, words: str) -> None:
        """Show a sentence above no bars."""
        self.legend.hide()
        self.words.setText(words)
        # all four at once: pyqtgraph puts those given together with those it has
        self._bars.setOpts(x0=[], x1=[], y0=[], height=[])

    def show_values(self, values: NDArray[np.float32], limit: float) -> None:
        """Show the values of some samples.

        Parameters
        ----------
        values
            float32, shape (n, C, H, W).
        limit
            The value of the last colour of the pictures above, on both sides of zero.
        """
        self.legend.set_limit(limit)
        self.legend.show()
        # pyqtgraph compares its limits, which single precision cannot hold, with these
        counts, edges = np.histogram(values.astype(np.float64), bins=BINS)
        kept = counts > 0
        # a bar that begins at half a value, so that one of a single value is seen
        base = np.log10(0.5)
        self._bars.setOpts(
            x0=edges[:-1][kept],
            x1=edges[1:][kept],
            y0=np.full(int(kept.sum()), base),
            height=np.log10(counts[kept]) - base,
        )
        self.plot.setXRange(edges[0], edges[-1], padding=0.02)
        self.plot.setYRange(base, np.log10(counts.max()) * 1.05, padding=0.0)
        self.words.setText(self._said(values))
        self.plot.setAccessibleName(self.words.text())

    def _said(self, values: NDArray[np.float32]) -> str:
        wide = values.astype(np.float64)
        words = self.tr(
            "Values of {count} samples: from {least} to {most}, mean {mean}, "
            "standard deviation {deviation}"
        )
        return counted(
            words,
            count=f"{len(values):,}",
            least=three_digits(wide.min()),
            most=three_digits(wide.max()),
            mean=_near_zero(wide.mean()),
            deviation=three_digits(wide.std()),
        )


def _near_zero(mean: float) -> str:
    """Write a mean; what only rounding keeps from 0 is 0."""
    return three_digits(0.0 if abs(mean) < 5e-4 else mean)
