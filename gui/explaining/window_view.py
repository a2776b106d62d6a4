"""Which cells around a sample spoke for a class and against it, of a CNN on windows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.diverging import DivergingLegend
from gui.explaining.window_picture import NOWHERE, WindowPicture
from gui.judging.figure_texts import signed_text
from gui.pages.page import label


class WindowView(QWidget):
    """The window in colours; a line tells of the cell that is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = np.full((1, 1), np.nan)
        self.heading = label("", "heading")
        self.legend = DivergingLegend()
        self.picture = WindowPicture(self.tr("Which cells spoke"))
        self.picture.setToolTip(
            self.tr("What each cell adds to the probability of the class, all elements together")
        )
        self.words = label("", "muted")
        self.picture.pointed.connect(lambda *_: self._say())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.picture)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_window(self, window: Mapping[str, Any] | None, code: int) -> None:
        """Show what the cells say of a class: the "window" of a cell; hide without one."""
        self.setVisible(window is not None)
        if window is None:
            return
        # a cell without a sample is null in the file
        of_class = window["classes"][code]
        self.heading.setText(self.tr("Which cells spoke for {name}").format(name=of_class["name"]))
        self._values = np.array(of_class["mean"], np.float64)
        known = np.abs(self._values[np.isfinite(self._values)])
        limit = float(known.max(initial=0.0)) or 1.0
        self.legend.set_limit(limit)
        self.picture.show_values(self._values, limit)
        self._say()

    def _say(self) -> None:
        if self.picture.cell == NOWHERE:
            self.words.setText(self.tr("The sample is framed, north is above."))
            return
        row, column = self.picture.cell
        middle = len(self._values) // 2
        value = float(self._values[row, column])
        said = signed_text(value) if np.isfinite(value) else self.tr("no sample")
        place = self._place_words(middle - row, column - middle)
        self.words.setText(self.tr("{place}: {said}").format(place=place, said=said))

    def _place_words(self, north: int, east: int) -> str:
        """Say where a cell lies from the sample, by cells."""
        ways = [
            (self.tr("{cells} N"), north),
            (self.tr("{cells} S"), -north),
            (self.tr("{cells} E"), east),
            (self.tr("{cells} W"), -east),
        ]
        said = [word.format(cells=cells) for word, cells in ways if cells > 0]
        return self.tr(", ").join(said) if said else self.tr("The sample itself")
