"""The run on show as it learns: curves, live map, members, votes, and what is inside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.events import MapChanged
from core.history import HistoryRows
from core.job import Training
from core.job_sections.cnn import CNNTraining
from core.run_folder import RunFolder
from core.window_job import WindowJob
from gui.curve_view import CurveView
from gui.inside_panel import InsidePanel
from gui.live_map import LiveMap
from gui.members_view import MembersView
from gui.pages.page import Page
from gui.run_tabs import RunTabs
from gui.survey import known_classes
from gui.throttle import Throttle
from gui.training.shown_run import ShownRun
from gui.votes_view import VotesView

READ_EVERY_MS = 66
DRAW_MAP_EVERY_MS = 200
LIST_MEMBERS_EVERY_MS = 300


class RunViews(QWidget):
    """Shows what the folder of a run holds, and the live map that the worker tells of.

    Parameters
    ----------
    page
        Remembers the layout of the splitters.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._session, self._trainer = page.session, page.services.trainer
        self.shown = ShownRun()
        self.curve = CurveView()
        self.live_map = LiveMap(self._session)
        self.map = self.live_map.view
        self.members = MembersView()
        self.votes = VotesView()
        self.tabs = RunTabs()
        self.inside = InsidePanel(self._session, self)
        self.inside.hide()
        self._lay_out(page)
        self._live_path = ""
        self.read_soon = Throttle(self.read_history, READ_EVERY_MS, self)
        self._draw_soon = Throttle(self._draw_live_map, DRAW_MAP_EVERY_MS, self)
        self.list_soon = Throttle(self._list_members, LIST_MEMBERS_EVERY_MS, self)
        self.members.picked.connect(self._pick)
        self.live_map.voted.connect(self._list_votes)
        self.votes.selected.connect(self._select_sample)
        self.map.selected.connect(self.inside.set_sample)

    def _lay_out(self, page: Page) -> None:
        above = page.splitter("train-above", Qt.Orientation.Horizontal)
        above.addWidget(self.curve)
        above.addWidget(self.live_map)
        above.setSizes([380, 460])
        self.tabs.addTab(self.members, self.tr("Members"))
        self.tabs.addTab(self.votes, self.tr("Votes"))
        self.tabs.show_tab(self.votes, False)
        for title, tab in self.inside.pages():
            self.tabs.addTab(tab, title)
        self.tabs.show_tab(self.members, False)
        whole = page.splitter("train-below", Qt.Orientation.Vertical)
        whole.addWidget(above)
        whole.addWidget(self.tabs)
        whole.setSizes([400, 220])
        whole.setStretchFactor(0, 1)
        page.restore_splitters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole, 1)

    # --- the run on show ---------------------------------------------------------------

    @property
    def is_live(self) -> bool:
        """Whether the run on show is the one that the window trains."""
        return self._trainer.active and self._trainer.run == self._session.run

    @property
    def is_bp(self) -> bool:
        """Whether the run on show trains a BP network; before there is one it is taken for one."""
        return not isinstance(self.shown.job, WindowJob)

    def show_survey(self) -> None:
        """Place the samples, and show their known classes where there is no run."""
        self.live_map.place()
        if self._session.run is None:
            self.live_map.show_known()

    def show_run(self, run: RunFolder | None) -> None:
        """Show a run, or the present one again when it has ended."""
        if run != self.shown.run:
            self._turn_to(run)
        elif self.shown.kept_try not in (None, self.shown.number):
            # the run has ended, and not its last try was the best one
            self._read_anew()
        self.read_history()
        if run is not None and not self.is_live:
            self.live_map.show_result(run)

    def show_loss(self) -> None:
        """Draw the goal of the run on show, before there is one that of the next."""
        training = self._training()
        self.curve.set_loss(training.loss)
        # a CNN has no error that it aims at
        self.curve.set_goal(training.error_goal if isinstance(training, Training) else None)

    def _turn_to(self, run: RunFolder | None) -> None:
        self.shown.take(run)
        self._read_anew()
        self.show_loss()
        # weights and steps are kept of BP networks alone
        for _, page in self.inside.pages():
            self.tabs.show_tab(page, self.is_bp)
        self._live_path = ""
        self.members.unpick()
        self._show_several()
        self.live_map.show_known()

    def _training(self) -> Training | CNNTraining:
        session = self._session
        next_one = session.windows.training if session.method == "cnn" else session.training
        return self.shown.training or next_one

    # --- live --------------------------------------------------------------------------

    def read_history(self) -> None:
        """Read what was written since the last time."""
        read = self.shown.read_new()
        if read is None:
            return
        rows, started_over = read
        if started_over:
            self.curve.clear()
            self.curve.set_picked(self.members.member)
        if len(rows):
            self._append(rows)
            self._show_several()
        self.inside.refresh()

    def _read_anew(self) -> None:
        self.shown.read_anew()
        self.curve.clear()
        self.inside.show_run(self.shown.run, self.shown.number)

    def _append(self, rows: HistoryRows) -> None:
        """Add rows of the try on show; while a run learns again that is always the newest."""
        together = self.shown.together
        tries = rows.member // together
        if self.shown.turn_to(int(tries.max())):
            self.curve.clear()
            self.inside.show_run(self.shown.run, self.shown.number)
        shown = tries == self.shown.number
        self.curve.append(
            rows.epoch[shown],
            rows.training_loss[shown],
            rows.validation_loss[shown],
            rows.member[shown] % together,
        )

    def take_map(self, event: MapChanged) -> None:
        """Draw the map that the worker has written, before long."""
        self._live_path = event.path
        self._draw_soon.request()

    def _draw_live_map(self) -> None:
        if self._live_path and self.is_live:
            self.live_map.show_live(Path(self._live_path))

    # --- members -----------------------------------------------------------------------

    def _show_several(self) -> None:
        """Show what only a run with several members has."""
        several = self.shown.together > 1
        self.live_map.set_several(several)
        self.tabs.show_tab(self.votes, several)
        self.tabs.show_tab(self.members, several)
        self.list_soon.request()

    def _list_members(self) -> None:
        history = self.curve.history
        if history.members > 1 and self.members.isVisible():
            training = self._training()
            goal = training.error_goal if isinstance(training, Training) else 0.0
            together = self.shown.together
            self.members.show_history(history, goal, live=self.is_live, together=together)

    def _list_votes(self) -> None:
        votes = self.live_map.votes()
        if votes is None:
            return
        codes, agreement, names = votes
        known, known_names = known_classes(self._session, self._session.run_target)
        if known_names == names:
            self.votes.show_votes(codes, agreement, known, names)

    def _select_sample(self, row: int) -> None:
        self.map.set_selected(row)
        self.inside.set_sample(row)

    def _pick(self, member: int) -> None:
        self.curve.set_picked(member)
        if member >= 0:
            self.inside.set_member(member)
