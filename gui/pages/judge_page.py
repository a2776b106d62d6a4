"""Judge: how a network is judged, what the run on show is worth, and its samples one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.run_folder import RunFolder
from gui.judging.doubt_words import doubt_sentences
from gui.judging.further_view import FurtherView
from gui.judging.judge_work import Further, JudgeWork
from gui.judging.page_layout import JudgePageLayout
from gui.judging.sentences import verdict_sentence
from gui.predictions import Predictions, read_predictions
from gui.survey import row_names
from gui.translating import core_message
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture


class JudgePage(JudgePageLayout):
    """The verdict on the run on show, and beside it how the next one is judged."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.work = JudgeWork(self.services, self)
        self._build_middle()
        self._build_inspector()
        self._due = True
        # whether the rows of the run are those of the table that is open
        self._is_of_table = False
        self._connect()
        self._show_run()

    def _connect(self) -> None:
        self.work.changed.connect(self._show_further)
        self.methods_tab.wanted.connect(lambda: self._ask("baselines"))
        self.learning_tab.wanted.connect(lambda: self._ask("learning curve"))
        self.why_tab.wanted.connect(lambda: self._ask("why"))
        self.tabs.currentChanged.connect(lambda _: self._show_division())
        self.form.changed.connect(self.session.set_judging)
        self.why.one_row.chosen.connect(self._choose)
        self.samples.chosen.connect(self._choose)
        self.samples.why_wanted.connect(self._explain)
        self.samples.map_wanted.connect(self._show_on_map)
        self.listen(self.session.run_changed, self._run_changed)
        self.listen(self.session.roles_changed, self._settings_changed)
        self.listen(self.session.settings_changed, self._settings_changed)
        self.listen(self.session.selection_changed, self._show_selection)

    # --- showing -----------------------------------------------------------------------

    def arrive(self) -> None:
        if self._due:
            self._show_run()
        self._settings_changed()

    def dispose(self) -> None:
        self.division.work.stop()
        super().dispose()

    def _run_changed(self) -> None:
        """Read the run when somebody looks: a survey's predictions are many."""
        self._due = True
        if self.isVisible():
            self._show_run()

    def _settings_changed(self) -> None:
        self.form.show_judging(self.session.judging)
        obstacle = self.session.obstacle
        self._obstacle.setText(core_message(obstacle) if obstacle is not None else "")
        self._obstacle.setVisible(obstacle is not None)
        self._show_division()
        self._show_way()

    def _show_division(self) -> None:
        """Ask how the samples are divided only while somebody looks."""
        if self.isVisible() and self.tabs.currentWidget() is self.division:
            self.division.show_job(self.session.survey_job())

    def _show_run(self) -> None:
        run = self.session.run
        found = read_predictions(run.predictions_path) if run is not None else None
        self._due = found is None
        run = run if found is not None else None
        self._show_verdict(run)
        self.report.show_run(run)
        self.about.show_run(run.evaluation() if run is not None else None, found)
        self._show_rows(run, found)
        self._show_further()
        self._show_way()
        # before there is a result, there is but the way to one to look at
        self.tabs.setCurrentIndex(0 if run is None else max(1, self.tabs.currentIndex()))

    def _show_verdict(self, run: RunFolder | None) -> None:
        verdict = run.verdict() if run is not None else None
        evaluation = run.evaluation() if run is not None else None
        for view in (self.figures, self.curves, self.classes):
            view.show_verdict(verdict)
        doubts = doubt_sentences(evaluation) if evaluation else []
        self._doubt.setText(" ".join(doubts))
        self._doubt.setVisible(bool(doubts))
        nothing = self.tr(
            "No result yet. Choose beside how the network is to be judged, then train it."
        )
        if verdict is not None:
            self._verdict.setText(verdict_sentence(verdict))
        else:
            self._verdict.setText(evaluation_sentence(evaluation) if evaluation else nothing)

    def _show_rows(self, run: RunFolder | None, found: Predictions | None) -> None:
        """Show the rows of a run, the selected one among them where they are those of the table."""
        rows, table = len(found) if found is not None else 0, self.session.table
        names = row_names(self.session, rows)
        is_of_table = table is not None and bool(self.session.run_target) and table.rows == rows
        self._is_of_table = is_of_table
        self.samples.show_predictions(found, names)
        self.samples.offer_map(is_of_table and self.session.has_coordinates)
        self.why.one_row.show_run(run, rows, names)
        self._show_selection()

    def _show_selection(self) -> None:
        rows = self.session.selection
        if self._is_of_table and not self._due and len(rows) == 1:
            self.samples.select(int(rows[0]))
            self.why.one_row.show_row(int(rows[0]))

    def _show_further(self) -> None:
        """Show what was asked for besides, and offer the rest."""
        run = self.session.run
        is_judged = run is not None and run.verdict() is not None
        self.baselines.show_baselines(run.baselines() if run is not None else None)
        self.learning.show_learning(run.learning_curve() if run is not None else None)
        self.why.show_explanation(run.explanation() if run is not None else None)
        reason = self.tr("Train a network first, with samples held out.")
        kinds: tuple[tuple[FurtherView, Further], ...] = (
            (self.methods_tab, "baselines"),
            (self.learning_tab, "learning curve"),
            (self.why_tab, "why"),
        )
        for tab, what in kinds:
            under_way = self.work.is_under_way(run, what)
            tab.show_state(possible=is_judged, under_way=under_way, reason=reason)

    def _show_way(self) -> None:
        is_judged = not self.about.isHidden()
        self._to_map.setVisible(self.session.has_coordinates and is_judged)
        self.train.setVisible(not is_judged)

    # --- doing -------------------------------------------------------------------------

    def _ask(self, what: Further) -> None:
        if self.session.run is not None:
            self.work.ask(self.session.run, what)

    def _choose(self, row: int) -> None:
        """Go to a row, on the map too; a run of another table has none to select there."""
        self.samples.select(row)
        self.why.one_row.show_row(row)
        if self._is_of_table:
            self.session.select_rows(np.array([row]))

    def _explain(self, row: int) -> None:
        self.tabs.setCurrentWidget(self.why_tab)
        self.why.show_one_row()
        self._choose(row)

    def _show_on_map(self, row: int) -> None:
        self._choose(row)
        self.services.go("map")

    def _export(self, what: str) -> None:
        if self.session.run is None:
            return
        exporting = self.furniture.exporting
        if what == "training":
            title, name = self.tr("Training results"), "training-results.csv"
            exporting.ask_table(self, self.session.run, title, name, "training")
        else:
            title, name = self.tr("Predictions"), "predictions.csv"
            exporting.ask_table(self, self.session.run, title, name, "predictions")
