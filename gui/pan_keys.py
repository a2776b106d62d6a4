"""Panning and zooming a plot by keyboard: arrows, plus, minus, and Home for everything."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

STEP = 0.12
ZOOM = 0.8
MOVES = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, STEP),
    Qt.Key.Key_Down: (0.0, -STEP),
}
ZOOMS = {
    Qt.Key.Key_Plus: ZOOM,
    Qt.Key.Key_Equal: ZOOM,
    Qt.Key.Key_Minus: 1 / ZOOM,
}


class PanKeys(QObject):
    """Moves the view of a plot that has the focus.

    Parameters
    ----------
    fit
        What Home does.
    """

    def __init__(self, plot: pg.PlotWidget, fit: Callable[[], None]) -> None:
        super().__init__(plot)
        self._box = plot.getPlotItem().getViewBox()
        self._fit = fit
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self._fit()
        elif key in MOVES:
            view = self._box.viewRect()
            across, up = MOVES[key]
            self._box.translateBy(x=across * view.width(), y=up * abs(view.height()))
            self._box.sigRangeChangedManually.emit([True, True])
        elif key in ZOOMS:
            self._box.scaleBy((ZOOMS[key], ZOOMS[key]))
            self._box.sigRangeChangedManually.emit([True, True])
        else:
            return False
        return True
