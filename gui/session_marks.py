"""What a person marked in the survey: picked rows, colours, thresholds, outlines."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.thresholds.kept import KeptThreshold
from gui.class_colours import choose_colours


class Marks(QObject):
    """The part of a session that no training depends on."""

    selection_changed = Signal()
    colours_changed = Signal()
    outlines_changed = Signal()
    thresholds_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # colours that the user chose, by the name of the class
        self.class_colours: dict[str, str] = {}
        # anomaly thresholds that the user decided for, by column
        self.thresholds: dict[str, KeptThreshold] = {}
        # files of lines and polygons that are drawn over the maps
        self.outlines: tuple[str, ...] = ()
        # rows that the user picked in some view, in no order
        self.selection: NDArray[np.int64] = np.empty(0, np.int64)
        self.modified = False

    def select_rows(self, rows: NDArray[np.int64]) -> None:
        """Pick rows of the table, counted from 0; every view marks them."""
        rows = np.asarray(rows, np.int64)
        if np.any(rows[1:] <= rows[:-1]):
            rows = np.unique(rows)
        if not np.array_equal(rows, self.selection):
            self.selection = rows
            self.selection_changed.emit()

    def set_class_colour(self, name: str, colour: str) -> None:
        """Give a class a colour, ``#rrggbb``, in every view; "" gives it the usual one again."""
        colours = {**self.class_colours, name: colour}
        self._set_colours({name: chosen for name, chosen in colours.items() if chosen})
        self._touch()

    def _set_colours(self, colours: dict[str, str]) -> None:
        if colours != self.class_colours:
            self.class_colours = colours
            choose_colours(colours)
            self.colours_changed.emit()

    def keep_threshold(self, column: str, kept: KeptThreshold | None) -> None:
        """Decide for an anomaly threshold of a column; None forgets it."""
        others = {name: other for name, other in self.thresholds.items() if name != column}
        self._set_thresholds({**others, column: kept} if kept is not None else others)
        self._touch()

    def _set_thresholds(self, thresholds: dict[str, KeptThreshold]) -> None:
        if thresholds != self.thresholds:
            self.thresholds = thresholds
            self.thresholds_changed.emit()

    def set_outlines(self, files: Iterable[str]) -> None:
        """Draw the lines and polygons of these files, absolute paths, over the maps."""
        self._take_outlines(tuple(files))
        self._touch()

    def _take_outlines(self, files: tuple[str, ...]) -> None:
        if files != self.outlines:
            self.outlines = files
            self.outlines_changed.emit()

    def _touch(self) -> None:
        self.modified = True
