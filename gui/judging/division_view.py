"""How the samples are divided for judging: on the map, fold by fold, and in words."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from core.window_job import SurveyJob
from datasets.messages import Message
from gui.judging.division_words import division_sentence
from gui.judging.division_work import DivisionWork
from gui.judging.table import FiguresTable
from gui.map_view import MapView
from gui.pages.page import label
from gui.services import Services
from gui.survey import place_survey
from gui.theme import set_role
from gui.translating import core_message

# a fold is drawn in a colour of its own up to here; more are told apart as held out or not
MOST_COLOURS = 24
# rows of the table; whoever leaves out one of 600 needs no list of them
MOST_LISTED = 100
# lines that a grid of blocks is drawn with
MOST_LINES = 400


class DivisionView(QWidget):
    """A sentence, a map of the folds with their blocks, and a table of them."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = services.session
        self._placed: tuple[str, str, str, str] | None = None
        self.work = DivisionWork(services, self)
        self.work.changed.connect(self._show)
        self.words = label("")
        self.map = MapView()
        self.folds = FiguresTable(self._heads(), self.tr("Folds"))
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.map)
        self._split.addWidget(_at_the_top(self.folds))
        self._split.setSizes([560, 300])
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self._split, 1)
        # without folds, what is said stays at the top
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    def _heads(self) -> dict[str, str]:
        return {
            self.tr("Fold"): self.tr("Number of the fold"),
            self.tr("Held out"): self.tr("Samples that judge; its networks never see them"),
            self.tr("Left out"): self.tr("Too near to these: neither trained on nor judged"),
            self.tr("Rest"): self.tr("Samples to train on, with the validation part"),
        }

    def show_job(self, job: SurveyJob | None) -> None:
        """Show how a job divides its samples; None where there is no job yet."""
        self.work.want(job)
        self._show()

    def _show(self) -> None:
        answer = self.work.answer
        is_known = isinstance(answer, dict)
        has_folds = isinstance(answer, dict) and bool(answer["sizes"])
        set_role(self.words, "warning" if isinstance(answer, Message) else "")
        self.words.setText(self._said())
        self._split.setVisible(has_folds)
        self._rest.setVisible(not has_folds)
        self.map.setVisible(self._session.has_coordinates)
        self.folds.setVisible(has_folds)
        if isinstance(answer, dict) and is_known:
            self._show_table(answer)
            if self._session.has_coordinates:
                self._show_map(answer)

    def _said(self) -> str:
        answer = self.work.answer
        if isinstance(answer, Message):
            return core_message(answer)
        if answer is None:
            busy = self.tr("Dividing the samples…")
            return busy if self.work.busy else self.tr("There is nothing to divide yet.")
        said = [division_sentence(answer)]
        said += [core_message(Message(**notice)) for notice in answer["notices"]]
        return "\n\n".join(said)

    def _show_table(self, answer: dict[str, Any]) -> None:
        sizes = answer["sizes"][:MOST_LISTED]
        self.folds.setRowCount(len(sizes))
        has_left_out = any(left_out for _, left_out, _ in sizes)
        self.folds.setColumnHidden(2, not has_left_out)
        for row, figures in enumerate(sizes):
            self.folds.put(row, 0, f"{row + 1}")
            for column, figure in enumerate(figures, 1):
                self.folds.put(row, column, f"{figure:,}")
        self.folds.limit_height()
        self.folds.fit_names()

    # --- the map -----------------------------------------------------------------------

    def _show_map(self, answer: dict[str, Any]) -> None:
        session = self._session
        path = session.table.arrow_path if session.table is not None else ""
        place = (path, session.column_of("x"), session.column_of("y"), session.crs)
        if place != self._placed:
            self._placed = place
            place_survey(self.map, session)
        if session.table is None or not self.map.has_points:
            return
        codes, names = self._codes(answer, session.table.rows)
        self.map.set_classes(codes, names)
        rows = np.array(answer["rows"], np.int64)
        self.map.set_symbols(rows, codes[rows])
        self.map.set_links(self._block_lines(answer))

    def _codes(
        self, answer: dict[str, Any], rows: int
    ) -> tuple[NDArray[np.int64], tuple[str, ...]]:
        """Return the fold of each row, -1 without a class, and what the folds are called."""
        codes = np.full(rows, -1, np.int64)
        fold_of = np.array(answer["fold_of"], np.int64)
        count = len(answer["sizes"])
        if count == 1 or count > MOST_COLOURS:
            codes[answer["rows"]] = np.where(fold_of >= 0, 0, 1)
            return codes, (self.tr("held out"), self.tr("not held out"))
        codes[answer["rows"]] = fold_of
        return codes, tuple(self.tr("fold {n}").format(n=n) for n in range(1, count + 1))

    def _block_lines(self, answer: dict[str, Any]) -> NDArray[np.float64]:
        """Return the edges of the blocks, x and y of both ends, shape (N, 4)."""
        bounds = self.map.bounds
        if "origin" not in answer or bounds is None:
            return np.empty((0, 4))
        (left, low), (across, up) = answer["origin"], answer["steps"]
        columns = np.arange(left, bounds[2] + across, across)
        rows = np.arange(low, bounds[3] + up, up)
        if len(columns) + len(rows) > MOST_LINES:
            return np.empty((0, 4))
        lines = [(x, rows[0], x, rows[-1]) for x in columns]
        lines += [(columns[0], y, columns[-1], y) for y in rows]
        return np.array(lines)


def _at_the_top(table: FiguresTable) -> QWidget:
    """Return the table, which is no higher than its rows, with nothing below it."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table)
    column.addStretch(1)
    return widget
