"""A histogram of one column."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.pages.page import label
from gui.plotting import calm_plot

MOST_BINS = 80


class HistogramView(QWidget):
    """Counts per bin, with a caption above."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._label = label(caption, "caption")
        self.plot = calm_plot(self)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMenuEnabled(False)
        colour = theme.current().training
        self._bars = pg.BarGraphItem(x0=[], x1=[], height=[], pen=None, brush=colour)
        self.plot.addItem(self._bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.plot, 1)

    def clear(self) -> None:
        """Show nothing."""
        self._label.setText(self._caption)
        self._bars.setOpts(x0=[], x1=[], height=[])

    def show_values(self, values: NDArray[np.float64], name: str) -> None:
        """Show the histogram of finite values."""
        if len(values) == 0:
            self.clear()
            return
        bins = int(np.clip(np.sqrt(len(values)), 8, MOST_BINS))
        counts, edges = np.histogram(values, bins=bins)
        self._label.setText(f"{name}  ·  {self._caption}")
        self._bars.setOpts(x0=edges[:-1], x1=edges[1:], height=counts)
        self.plot.setXRange(edges[0], edges[-1], padding=0.02)
        self.plot.setYRange(0, counts.max() or 1, padding=0.05)
        self.setAccessibleName(self._label.text())
