"""The survey with its anomalous samples: outer, middle and inner zone, 1, 2, 4 × the threshold."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.numbers import three_digits
from core.thresholds.found import Found, zones
from gui import theme
from gui.map_view import MapView
from gui.pages.page import label
from gui.session import Session
from gui.survey import place_survey

# light to dark orange and red, which are told apart without red or green too
LIGHT, DARK = (
    ("#dde0e4", "#f0b52e", "#e0621b", "#8f0d1b"),
    ("#3f444b", "#ffd166", "#f0803c", "#ff3b4f"),
)


class ZoneMap(QWidget):
    """Colours samples by how many times the threshold they reach."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: Found | None = None
        self.view = MapView()
        self.view.describe = self._describe
        self.names = (
            self.tr("Background"),
            self.tr("Outer zone, > ×1"),
            self.tr("Middle zone, > ×2"),
            self.tr("Inner zone, > ×4"),
        )
        caption = label(self.tr("Anomalous samples, as multiples of the threshold"), "caption")
        caption.setWordWrap(False)
        caption.setMinimumWidth(1)
        self.view.class_legend.names_alone = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(self.view, 1)

    def place(self) -> None:
        """Take the coordinates of the session's table."""
        place_survey(self.view, self._session)
        for side in ("left", "bottom"):
            # the readout tells coordinates, and beside the plots the map needs the room
            self.view.plot.getPlotItem().hideAxis(side)
        self.show_found(self._found)

    def show_found(self, found: Found | None) -> None:
        """Colour the samples, or leave them without a colour."""
        self._found = found
        rows = self._session.table.rows if self._session.table is not None else 0
        codes = np.full(rows, -1, np.int64)
        if found is not None and len(found.values) == rows:
            codes = zones(found)
        colours = DARK if theme.current().dark else LIGHT
        self.view.set_classes(codes, self.names, dict(zip(self.names, colours, strict=True)))

    def _describe(self, index: int) -> str:
        found = self._found
        if found is None or index >= len(found.values) or not np.isfinite(found.values[index]):
            return self.tr("no value")
        text = three_digits(float(found.values[index]))
        ratio = float(found.ratio[index])
        return f"{text}  (×{three_digits(ratio)})" if np.isfinite(ratio) else text
