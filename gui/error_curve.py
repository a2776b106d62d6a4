"""Wrong outputs in each epoch of a perceptron, with the epochs that repeat."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.networks.perceptron import Cycle
from gui import theme
from gui.plotting import calm_plot


class ErrorCurve(QWidget):
    """A small curve; the epochs after which the weights repeat are shaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scheme = theme.current()
        self._caption = QLabel(self.tr("Wrong outputs in each epoch"), self)
        theme.set_role(self._caption, "caption")
        self.plot = calm_plot(self)
        self.plot.setAccessibleName(self._caption.text())
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = self.plot.getPlotItem().getViewBox()
        self._box.setMouseEnabled(x=False, y=False)
        self._line = pg.PlotDataItem(
            pen=pg.mkPen(scheme.training, width=1),
            symbol="o",
            symbolSize=6,
            symbolBrush=scheme.training,
            symbolPen=None,
        )
        shade = QColor(scheme.warning)
        shade.setAlpha(50)
        self._cycle = pg.LinearRegionItem(movable=False, brush=shade, pen=pg.mkPen(scheme.warning))
        self._cycle.setZValue(-50)
        self.plot.addItem(self._cycle, ignoreBounds=True)
        self.plot.addItem(self._line)
        axes = self.plot.getPlotItem()
        axes.getAxis("bottom").set_title(self.tr("Epoch"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self.plot, 1)
        self.show_errors([], 4, None)

    def show_errors(self, errors: Sequence[int], samples: int, cycle: Cycle | None) -> None:
        """Show the number of wrong outputs of each epoch from the first.

        Parameters
        ----------
        samples
            Samples of an epoch, the most that can be wrong.
        """
        epochs = range(1, len(errors) + 1)
        self._line.setData(list(epochs), list(errors))
        last = max(10, len(errors)) + 0.5
        self._box.setRange(xRange=(0.5, last), yRange=(-0.4, samples + 0.4), padding=0)
        axes = self.plot.getPlotItem()
        ticks = (0, samples // 2, samples)
        axes.getAxis("left").setTicks([[(number, str(number)) for number in ticks]])
        self._cycle.setVisible(cycle is not None)
        if cycle is not None:
            self._cycle.setRegion((cycle.first + 0.5, cycle.again + 0.5))
