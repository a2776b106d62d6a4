"""Beside the comparison: which runs are compared, how each was judged, and the ways on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.run_folder import RunFolder
from gui import theme
from gui.comparing.heads import swatch
from gui.comparing.run_colours import run_colour
from gui.icons import icon
from gui.judging.protocol_words import protocol_sentence
from gui.pages.page import label


class CompareSide(QWidget):
    """Lists the runs in their colours, the first to be compared with on top."""

    map_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Compared runs"), "heading"))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        column.addWidget(self._list)
        self.judged: list[QLabel] = []
        self._add_buttons(column)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        self.map = QPushButton(icon("map-outline"), self.tr("Difference on the map"))
        self.map.clicked.connect(lambda _=False: self.map_wanted.emit())
        self.no_map = label("", "caption")
        self.back = QPushButton(icon("history"), self.tr("Back to the runs"))
        key = QKeySequence(Qt.Key.Key_Escape)
        self.back.setToolTip(key.toString(QKeySequence.SequenceFormat.NativeText))
        self.back.clicked.connect(lambda _=False: self.left.emit())
        for widget in (self.map, self.no_map, self.back):
            column.addWidget(widget)

    def show_runs(self, runs: Sequence[RunFolder], names: Sequence[str], no_map: str) -> None:
        """List runs under these names, and say why the map cannot show their difference."""
        while item := self._rows.takeAt(0):
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        self.judged = []
        for place, (run, name) in enumerate(zip(runs, names, strict=True)):
            self._rows.addWidget(self._row(place, run, name))
        self.map.setEnabled(not no_map)
        self.no_map.setText(no_map)
        self.no_map.setVisible(bool(no_map))

    def _row(self, place: int, run: RunFolder, name: str) -> QWidget:
        row = QWidget()
        words = QVBoxLayout(row)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        square = QLabel()
        side = round(10 * theme.text_scale())
        square.setPixmap(swatch(run_colour(place)).pixmap(side, side))
        title = label(name)
        title.setToolTip(str(run.path))
        head.addWidget(square)
        head.addWidget(title, 1)
        judged = label("", "caption")
        self.judged.append(judged)
        words.addLayout(head)
        words.addWidget(judged)
        return row

    def show_verdicts(self, found: Sequence[Mapping[str, Any]]) -> None:
        """Say how each run was judged; nothing where it has no verdict or is not known yet."""
        for words, each in zip(self.judged, found, strict=False):
            words.setText(self._how(each["verdict"]))

    def _how(self, verdict: Mapping[str, Any] | None) -> str:
        if verdict is None:
            return self.tr("No verdict yet.")
        if verdict["protocol"] is None:
            return self.tr("Judged on {samples} images.").format(samples=f"{verdict['samples']:,}")
        return protocol_sentence({**verdict, "held_out": {"samples": verdict["samples"]}})
