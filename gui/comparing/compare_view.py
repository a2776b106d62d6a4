"""Two or more runs side by side: their losses, verdicts and settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from core.comparing_names import names_of
from core.comparing_settings import settings_differences
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui.comparing.compare_side import CompareSide
from gui.comparing.compare_words import comparison_sentences, loss_sentence
from gui.comparing.compare_work import CompareWork
from gui.comparing.loss_plot import LossPlot
from gui.comparing.map_words import why_no_map
from gui.comparing.settings_table import SettingsTable
from gui.comparing.verdicts_table import VerdictsTable
from gui.map_layer_kinds import DIFFERENCE
from gui.pages.map_page import MapPage
from gui.pages.page import label
from gui.translating import core_message, core_text

if TYPE_CHECKING:
    from gui.furniture import Furniture


class CompareView(QWidget):
    """Stands in place of the list of runs; `side` stands beside it in the inspector."""

    left = Signal()

    def __init__(self, furniture: Furniture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self._runs: list[RunFolder] = []
        self._names: list[str] = []
        self.work = CompareWork(furniture.services, self)
        self.work.changed.connect(self._show_answer)
        self.words, self._about_losses = label(""), label("", "caption")
        self.losses, self.verdicts = LossPlot(), VerdictsTable()
        self.settings = SettingsTable()
        self.side = CompareSide()
        self.side.left.connect(self._leave)
        self.side.map_wanted.connect(self._open_map)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, wherever in the view the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(_at_the_top(self.verdicts), self.tr("Verdicts"))
        self.tabs.addTab(_at_the_top(self.settings), self.tr("Settings"))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.losses)
        split.addWidget(self.tabs)
        split.setSizes([270, 330])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(split, 1)
        column.addWidget(self._about_losses)

    # --- what is compared --------------------------------------------------------------

    def show_runs(self, runs: Sequence[RunFolder]) -> bool:
        """Compare runs, the first being what the others are held against.

        Returns whether that is possible: a job that cannot be read is said.
        """
        try:
            jobs = [run.any_job() for run in runs]
        except InputError as error:
            self._furniture.services.say_failure(error.message)
            return False
        self._runs, self._names = list(runs), names_of(runs)
        rows = settings_differences(jobs, core_text)
        self.settings.show_settings(self._names, rows)
        self.tabs.setTabText(1, self.tr("Settings that differ: {count}").format(count=len(rows)))
        self._about_losses.setText(loss_sentence(jobs))
        self._about_losses.setVisible(bool(self._about_losses.text()))
        self.side.show_runs(self._runs, self._names, why_no_map(self._runs, jobs))
        self.work.ask(self._runs)
        return True

    def _show_answer(self) -> None:
        answer, failure = self.work.answer, self.work.failure
        verdicts = answer["verdicts"] if answer is not None else []
        self.verdicts.show_verdicts(self._names, verdicts)
        self.side.show_verdicts(verdicts)
        self.losses.show_curves(self._names, answer["curves"] if answer is not None else [])
        if failure is not None:
            self._say(core_message(failure))
        elif answer is None:
            self._say("")
            self.losses.empty.set_text(self.tr("The runs are being compared…"))
        else:
            self._say(comparison_sentences(self._names, verdicts))
            self.losses.empty.set_text(self.tr("None of these runs has trained an epoch yet."))

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self.losses.empty.set_text(text)

    # --- the ways on -------------------------------------------------------------------

    def _leave(self) -> None:
        self.work.forget()
        self.left.emit()

    def _open_map(self) -> None:
        """Show the last run on the map, and there what the first one says otherwise."""
        first, last = self._runs
        self._furniture.opening.open_run(last, lambda: self._show_difference(first))

    def _show_difference(self, other: RunFolder) -> None:
        self._furniture.services.go("map")
        page = self._furniture.page("map")
        assert isinstance(page, MapPage)
        page.show_layer(DIFFERENCE, str(other.path))


def _at_the_top(table: QWidget) -> QWidget:
    """Return a tab in which a table of few rows stands at the top."""
    tab = QWidget()
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(table)
    column.addStretch(0)
    return tab
