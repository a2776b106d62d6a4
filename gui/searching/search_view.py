"""A search for settings: its trials as they end, and what choosing the best of them is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.comparing_settings import settings_differences
from core.searching.folder import SearchFolder
from core.searching.listing import list_searches, new_search, searches_folder, write_asked
from datasets.field_reasons import reason_of
from datasets.messages import message
from gui.pages.page import Page
from gui.searching.obstacles import job_obstacle, search_obstacle
from gui.searching.place_row import HERE, LOCAL_CLUSTER
from gui.searching.search_buttons import SearchButtons
from gui.searching.search_head import SearchHead
from gui.searching.search_side import SearchSide
from gui.searching.searcher import searcher_of
from gui.searching.shown_search import ShownSearch, search_name
from gui.searching.state_words import done_words, progress_words, resting_words
from gui.searching.trials_plot import TrialsPlot
from gui.searching.trials_table import TrialsTable
from gui.searching.winner import Winner
from gui.throttle import Throttle
from gui.translating import core_text

if TYPE_CHECKING:
    from gui.furniture import Furniture

READ_EVERY_MS = 300


class SearchView(QWidget):
    """Stands in place of the run; `side` stands in the inspector and `buttons` in the head."""

    left = Signal()

    def __init__(self, furniture: Furniture, page: Page) -> None:
        super().__init__(page)
        self._services, self._session = furniture.services, furniture.services.session
        self.searcher = searcher_of(self._services)
        self.shown = ShownSearch()
        self.winner = Winner(furniture, self)
        self.side, self.buttons = SearchSide(self._services.go), SearchButtons(self.searcher)
        self.head = SearchHead(self._services.go)
        self.plot, self.trials = TrialsPlot(), TrialsTable()
        self._read_soon = Throttle(self._read, READ_EVERY_MS, self)
        self._lay_out(page)
        self._connect(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, wherever in the view the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- building ----------------------------------------------------------------------

    def _lay_out(self, page: Page) -> None:
        split = page.splitter("search", Qt.Orientation.Vertical)
        split.addWidget(self.plot)
        split.addWidget(self.trials)
        split.setSizes([240, 320])
        page.restore_splitters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(split, 1)

    def _connect(self, page: Page) -> None:
        self.head.use_wanted.connect(self._use)
        self.head.save_wanted.connect(self._save)
        self.side.left.connect(self.left)
        self.side.chosen.connect(self.show_search)
        self.side.form.changed.connect(self._show_state)
        self.buttons.start_wanted.connect(self.start)
        self.trials.picked.connect(self.plot.pick)
        page.listen(self.searcher.state_changed, self._show_state)
        page.listen(self.searcher.progressed, self._take_progress)
        page.listen(self.searcher.ended, self._take_end)
        page.listen(self._session.settings_changed, self._show_state)
        page.listen(self._session.table_changed, self._leave_table)

    # --- which search ------------------------------------------------------------------

    def arrive(self) -> None:
        """List the searches of the table, and show the one that goes on, if any does."""
        folder = self.searcher.folder if self.searcher.active else self.shown.folder
        self.show_search(folder if folder in self.searches() else None)

    def searches(self) -> list[SearchFolder]:
        """Return the searches about the present table, the newest first."""
        table = self._session.table
        if table is None:
            return []
        folders = {searches_folder(None), searches_folder(self._session.project_path)}
        return list_searches(folders, table.source)

    def show_search(self, folder: SearchFolder | None) -> None:
        """Show a search that was begun, or the form of a new one."""
        self.shown = ShownSearch(folder)
        searches = self.searches()
        self.side.show_searches(searches, [search_name(each) for each in searches], folder)
        search = self.shown.search
        if search is not None:
            self.side.form.set_value(search)
        else:
            self.side.form.set_address(self._services.settings.scheduler)
        self._show_trials()
        self._show_state()

    def _leave_table(self) -> None:
        """What was on show is about another table."""
        if not self.isHidden():
            self.arrive()
        else:
            self.shown = ShownSearch()

    # --- doing -------------------------------------------------------------------------

    def start(self) -> None:
        """Begin a new search of the job as it stands, or go on with the one on show."""
        search = self.side.form.value()
        job = self._session.job() if self.shown.is_new else self.shown.job
        if search is None or job is None:
            return
        folder = self.shown.folder or self._new_folder(job.data.table)
        try:
            write_asked(folder, job, search)
        except OSError as error:
            said = message(
                "The folder {path} cannot be written: {reason}.",
                path=str(folder.path),
                reason=reason_of(error),
            )
            self._services.say_failure(said)
            return
        if search.scheduler not in (HERE, LOCAL_CLUSTER):
            self._services.settings.scheduler = search.scheduler
        self.searcher.search(folder)
        self.show_search(folder)

    def _new_folder(self, table: str) -> SearchFolder:
        stem = table.partition(":")[2] if table.startswith("example:") else table
        name = stem.replace("\\", "/").rpartition("/")[2].partition(".")[0]
        return new_search(searches_folder(self._session.project_path), name)

    def _use(self) -> None:
        folder, chosen = self.shown.folder, self.shown.chosen
        if folder is not None and chosen is not None and self.winner.use(folder, chosen["winner"]):
            self.left.emit()

    def _save(self) -> None:
        if self.shown.folder is not None:
            self.winner.save(self.shown.folder, self)

    # --- showing -----------------------------------------------------------------------

    @property
    def is_live(self) -> bool:
        """Whether the search on show is the one that goes on."""
        return self.searcher.active and self.searcher.folder == self.shown.folder

    def _take_progress(self, progress: object) -> None:
        self._show_state()
        self._read_soon.request()

    def _take_end(self, folder: SearchFolder) -> None:
        if folder == self.shown.folder:
            self.show_search(folder if folder in self.searches() else None)

    def _read(self) -> None:
        if self.is_live and self.shown.trials.read_new():
            self._show_trials()
            self._show_state()

    def _show_trials(self) -> None:
        trials, search = self.shown.trials.all, self.shown.search
        self.plot.show_trials(trials, search.trials if search is not None else 0)
        self.trials.show_trials(trials, self.shown.job)

    def _show_state(self, *_: object) -> None:
        is_new, is_live = self.shown.is_new, self.is_live
        obstacle = search_obstacle(self.shown, self._session, self.side.form)
        self.buttons.show_state(obstacle, is_new=is_new)
        blocked = job_obstacle(self._session) if is_new else ""
        self.head.obstacle.show_obstacle(blocked, self._session.obstacle_page or "judge")
        self.head.show_words("" if blocked else self._words())
        progress = self.searcher.progress if self.searcher.state != "starting" else None
        self.head.show_progress(progress, is_live=is_live)
        self.head.show_verdict(self.shown, is_live=is_live)
        job = self.shown.job
        self.side.show_judging(self._session.judging if job is None else job.judging, is_new=is_new)
        self.side.show_changed(self._changed_settings())
        has_begun = self.shown.folder is not None and self.shown.folder.exists
        self.side.form.set_editable(budget=not is_live, others=not is_live and not has_begun)

    def _words(self) -> str:
        shown, trials = self.shown, self.shown.trials.all
        if self.is_live and shown.search is not None:
            done = f"{done_words(trials, shown.search)} " if trials else ""
            return done + progress_words(self.searcher)
        if shown.search is not None:
            return resting_words(trials, shown.search, has_verdict=shown.has_verdict)
        if self.searcher.active:
            return self.tr("Another search goes on; this one can begin when that has ended.")
        return self.tr(
            "Trial 0 is the job as it is; the others are drawn from what is chosen at the right."
        )

    def _changed_settings(self) -> list[str]:
        """Return what the settings are called in which the present job is another one."""
        mine, searched = self._session.job(), self.shown.job
        if mine is None or searched is None:
            return []
        rows = settings_differences([searched, mine], core_text)
        return [row.label for row in rows]
