"""Train: the loss falls and the class map develops, while the worker learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.obstacle_notice import ObstacleNotice
from gui.pages.page import Page, label
from gui.searching.way_in import WayIn
from gui.training.run_buttons import RunButtons
from gui.training.run_views import RunViews
from gui.training.slow_motion import SlowMotion
from gui.training.state_words import live_sentence, resting_sentence
from gui.training.training_side import TrainingSide

if TYPE_CHECKING:
    from gui.furniture import Furniture
    from gui.searching.search_view import SearchView


class TrainPage(Page):
    """Curves, live map and members of the run on show; settings of the training beside them.

    Where somebody searches for settings, the search stands in place of the run.
    """

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title("")
        self._search: SearchView | None = None
        self.buttons = RunButtons(furniture.running, self.services.trainer)
        self.train, self.pause = self.buttons.train, self.buttons.pause
        self.stop, self.slow = self.buttons.stop, SlowMotion(self.services.trainer)
        self.head.addWidget(self.slow)
        self.head.addWidget(self.buttons)
        self._build_views()
        self._build_inspector()
        self._listen()
        self.views.show_survey()
        self._show_settings()
        self._show_run()
        self._show_place()

    # --- building ----------------------------------------------------------------------

    def _build_views(self) -> None:
        ways = {"data": self.tr("Go to Data"), "network": self.tr("Go to Network")}
        ways["judge"] = self.tr("Go to Judge")
        self.obstacle = ObstacleNotice(ways, self.services.go)
        self._sentence = label("", "muted")
        self.views = RunViews(self)
        for widget in (self.obstacle, self._sentence):
            self.column.addWidget(widget)
        self.column.addWidget(self.views, 1)
        self.curve, self.live_map = self.views.curve, self.views.live_map
        self.map = self.live_map.view
        self.members, self.votes = self.views.members, self.views.votes
        self.tabs, self.inside = self.views.tabs, self.views.inside

    def _build_inspector(self) -> None:
        self.training_side = TrainingSide(self.session, self.services.go)
        self.form, self.cnn_form = self.training_side.form, self.training_side.cnn_form
        self._network = self.training_side.network
        self.way_in = WayIn(self.services)
        self.way_in.wanted.connect(self.search)
        self.training_side.add_way(self.way_in)
        self.side.addWidget(self.training_side)
        self.side.addStretch(1)

    def _listen(self) -> None:
        trainer, session, views = self.services.trainer, self.session, self.views
        self.listen(trainer.state_changed, self._show_state)
        self.listen(trainer.state_changed, self._leave_for_a_run)
        self.listen(trainer.progressed, lambda _: views.read_soon.request())
        self.listen(trainer.pace_changed, self.slow.show_pace)
        self.listen(trainer.map_changed, views.take_map)
        self.listen(session.roles_changed, views.show_survey)
        self.listen(session.settings_changed, self._show_settings)
        self.listen(session.run_changed, self._show_run)
        self.listen(session.colours_changed, views.live_map.recolour)
        self.listen(self.services.search_changed, self._show_way_in)

    # --- showing -----------------------------------------------------------------------

    def arrive(self) -> None:
        self._show_state()
        self.views.read_soon.request()
        if self.is_searching:
            self.search()

    def _show_settings(self) -> None:
        self.training_side.show_settings()
        self._show_way_in()
        self.views.show_loss()
        self._show_state()

    def _show_run(self) -> None:
        self.views.show_run(self.session.run)
        self._show_state()

    def _show_state(self) -> None:
        obstacle = self.furniture.obstacle_text()
        self.buttons.show_state(obstacle)
        elsewhere = self.is_searching
        self.slow.setVisible(self.views.is_bp and not elsewhere)
        self.obstacle.show_obstacle("" if elsewhere else obstacle, self.session.obstacle_page)
        sentence = "" if elsewhere else self._state_sentence(obstacle)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        trainer = self.services.trainer
        is_its_run = trainer.run == self.session.run
        self.training_side.show_notices(trainer.notices if is_its_run else [])
        self.views.list_soon.request()

    def _state_sentence(self, obstacle: str) -> str:
        if self.views.is_live:
            return live_sentence(self.services.trainer.state, self.views.shown.number)
        if self.session.run is None and obstacle:
            return ""
        return resting_sentence(self.session.run)

    # --- the search --------------------------------------------------------------------

    @property
    def is_searching(self) -> bool:
        """Whether a search stands in place of the run."""
        return self._search is not None and not self._search.isHidden()

    def search(self) -> None:
        """Show the search for settings in place of the run."""
        if self._search is None:
            self._search = self._build_search()
        self._search.arrive()
        self._search.show()
        self._show_place()
        self._search.side.back.setFocus()

    def _build_search(self) -> SearchView:
        # few windows ever search, and none does before it is painted
        from gui.searching.search_view import SearchView

        search = SearchView(self.furniture, self)
        search.left.connect(self.leave_search)
        self.head.addWidget(search.buttons)
        self.column.addWidget(search, 1)
        self.side.insertWidget(0, search.side)
        return search

    def leave_search(self) -> None:
        """Show the run again; a search that goes on does so."""
        if self._search is not None:
            self._search.hide()
            self._show_place()

    def _leave_for_a_run(self, state: str) -> None:
        if state == "starting":
            self.leave_search()

    def _show_way_in(self) -> None:
        self.way_in.show_state()
        if self.session.method != "bp":
            self.leave_search()

    def _show_place(self) -> None:
        searching = self.is_searching
        self._title.setText(self.tr("Search for settings") if searching else self.tr("Train"))
        for widget in (self.views, self.buttons, self.training_side):
            widget.setVisible(not searching)
        if self._search is not None:
            self._search.buttons.setVisible(searching)
            self._search.side.setVisible(searching)
        self._show_state()
