"""Train: the loss falls and the class map develops, while the worker learns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from core.events import MapChanged
from core.history import HistoryReader, HistoryRows
from core.job import Judging, Training
from core.job_sections.cnn import CNNTraining
from core.run_folder import RunFolder
from core.window_job import SurveyJob, WindowJob
from datasets.messages import InputError
from gui import theme
from gui.curve_view import CurveView
from gui.declared import declared_fields
from gui.forms import SectionForm
from gui.icons import icon
from gui.inside_panel import InsidePanel
from gui.live_map import LiveMap
from gui.members_view import MembersView
from gui.network_title import network_title
from gui.obstacle_notice import ObstacleNotice
from gui.pages.page import Page, label
from gui.run_tabs import RunTabs
from gui.survey import known_classes
from gui.throttle import Throttle
from gui.trainer import SLOW_PACE
from gui.translating import core_message, counted
from gui.verdict import evaluation_sentence
from gui.votes_view import VotesView

if TYPE_CHECKING:
    from gui.furniture import Furniture

READ_EVERY_MS = 66
DRAW_MAP_EVERY_MS = 200
LIST_MEMBERS_EVERY_MS = 300


class TrainPage(Page):
    """Curves, live map and members of the run on show; settings of the training beside them."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title(self.tr("Train"))
        self._build_buttons()
        self._sentence = label("", "muted")
        ways = {"data": self.tr("Go to Data"), "network": self.tr("Go to Network")}
        ways["judge"] = self.tr("Go to Judge")
        self.obstacle = ObstacleNotice(ways, self.services.go)
        self.column.addWidget(self.obstacle)
        self.column.addWidget(self._sentence)
        self.curve = CurveView()
        self.live_map = LiveMap(self.session)
        self.map = self.live_map.view
        self.members = MembersView()
        self.votes = VotesView()
        self.tabs = RunTabs()
        self.inside = InsidePanel(self.session, self)
        self.inside.hide()
        self._lay_out_views()
        self._build_inspector()
        self._reader: HistoryReader | None = None
        self._shown_run: RunFolder | None = None
        self._shown_job: SurveyJob | None = None
        self._live_path = ""
        self._try = 0
        self._follows_tries = True
        self._at_once = 0
        self._read_soon = Throttle(self._read_history, READ_EVERY_MS, self)
        self._draw_soon = Throttle(self._draw_live_map, DRAW_MAP_EVERY_MS, self)
        self._list_soon = Throttle(self._list_members, LIST_MEMBERS_EVERY_MS, self)
        self.members.picked.connect(self._pick)
        self.live_map.voted.connect(self._list_votes)
        self.votes.selected.connect(self._select_sample)
        self.map.selected.connect(self.inside.set_sample)
        trainer = self.services.trainer
        self.listen(trainer.state_changed, self._show_state)
        self.listen(trainer.progressed, lambda _: self._read_soon.request())
        self.listen(trainer.pace_changed, lambda pace: self.slow.setChecked(pace > 0))
        self.listen(trainer.map_changed, self._take_map)
        self.listen(self.session.roles_changed, self._show_survey)
        self.listen(self.session.settings_changed, self._show_settings)
        self.listen(self.session.run_changed, self._show_run)
        self.listen(self.session.colours_changed, self.live_map.recolour)
        self._show_survey()
        self._show_settings()
        self._show_run()

    # --- building ----------------------------------------------------------------------

    def _build_buttons(self) -> None:
        running = self.furniture.running
        self.train = QPushButton(icon("play", theme.current().on_accent), self.tr("Train"))
        self.train.setProperty("role", "primary")
        self.train.setToolTip("Ctrl+R")
        self.train.clicked.connect(running.train)
        self.pause = QPushButton(icon("pause"), self.tr("Pause"))
        self.pause.setToolTip("Ctrl+P")
        self.pause.clicked.connect(running.pause_or_resume)
        self.stop = QPushButton(icon("stop"), self.tr("Stop"))
        self.stop.setToolTip("Ctrl+.")
        self.stop.clicked.connect(running.stop)
        self.slow = QCheckBox(self.tr("Slow motion"))
        self.slow.setToolTip(
            self.tr("At most {n} epochs a second, to watch the network learn.").format(n=SLOW_PACE)
        )
        self.slow.setChecked(self.services.trainer.pace > 0)
        self.slow.toggled.connect(
            lambda slow: self.services.trainer.set_pace(SLOW_PACE if slow else 0)
        )
        self.head.addWidget(self.slow)
        for button in (self.train, self.pause, self.stop):
            self.head.addWidget(button)

    def _lay_out_views(self) -> None:
        above = self.splitter("train-above", Qt.Orientation.Horizontal)
        above.addWidget(self.curve)
        above.addWidget(self.live_map)
        above.setSizes([380, 460])
        self.tabs.addTab(self.members, self.tr("Members"))
        self.tabs.addTab(self.votes, self.tr("Votes"))
        self.tabs.show_tab(self.votes, False)
        for title, page in self.inside.pages():
            self.tabs.addTab(page, title)
        self.tabs.show_tab(self.members, False)
        whole = self.splitter("train-below", Qt.Orientation.Vertical)
        whole.addWidget(above)
        whole.addWidget(self.tabs)
        whole.setSizes([400, 220])
        whole.setStretchFactor(0, 1)
        self.restore_splitters()
        self.column.addWidget(whole, 1)

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("Training"), "heading"))
        self._network = label("", "muted")
        self.side.addWidget(self._network)
        self.judged_by = QPushButton()
        self.judged_by.setFlat(True)
        self.judged_by.setProperty("role", "link")
        self.judged_by.clicked.connect(lambda _=False: self.services.go("judge"))
        self.side.addWidget(self.judged_by, 0, Qt.AlignmentFlag.AlignLeft)
        self.form = SectionForm(Training)
        self.form.changed.connect(self.session.set_training)
        self.side.addWidget(self.form)
        self.cnn_form = SectionForm(CNNTraining)
        self.cnn_form.changed.connect(self._take_cnn)
        self.side.addWidget(self.cnn_form)
        self._notices_title = label(self.tr("Worked around in this run"), "heading")
        self._notices = label("", "caption")
        self.side.addWidget(self._notices_title)
        self.side.addWidget(self._notices)
        self.side.addStretch(1)

    # --- showing -----------------------------------------------------------------------

    def arrive(self) -> None:
        self._show_state()
        self._read_soon.request()

    def _show_settings(self) -> None:
        is_cnn = self.session.method == "cnn"
        self.form.setVisible(not is_cnn)
        self.cnn_form.setVisible(is_cnn)
        self.form.set_value(self.session.training)
        self.cnn_form.set_value(self.session.windows.training)
        network = self.session.network
        self._network.setVisible(network is not None)
        if network is not None:
            self._network.setText(
                counted(
                    self.tr("{layers} · {samples} labelled samples"),
                    layers=network_title(self.session.windows.network.name)
                    if is_cnn
                    else network.layers,
                    samples=f"{self.session.labelled:,}",
                )
            )
        self.judged_by.setText(self._judged_by())
        self._show_loss()
        self._show_state()

    def _judged_by(self) -> str:
        """Return how the next run is judged, in the words of the form that says so."""
        protocol = next(each for each in declared_fields(Judging) if each.name == "protocol")
        return f"{protocol.said(self.session.judging.protocol)}…"

    def _show_survey(self) -> None:
        self.live_map.place()
        if self.session.run is None:
            self.live_map.show_known()

    def _show_run(self) -> None:
        run = self.session.run
        if run != self._shown_run:
            self._shown_run = run
            self._shown_job = _job_of(run)
            self._read_anew()
            self._show_loss()
            self._show_inside()
            self._live_path = ""
            self.members.unpick()
            self._show_several()
            self.live_map.show_known()
        elif self._kept_try() not in (None, self._try):
            # the run has ended, and not its last try was the best one
            self._read_anew()
        self._read_history()
        self._show_state()
        if run is not None and not self._is_live():
            self.live_map.show_result(run)

    def _show_loss(self) -> None:
        """Draw the goal of the run on show, before there is one that of the next."""
        training = self._training_on_show()
        self.curve.set_loss(training.loss)
        # a CNN has no error that it aims at
        self.curve.set_goal(training.error_goal if isinstance(training, Training) else None)

    def _show_inside(self) -> None:
        """Weights and steps are kept of BP networks alone."""
        is_bp = not isinstance(self._shown_job, WindowJob)
        self.slow.setVisible(is_bp)
        for _, page in self.inside.pages():
            self.tabs.show_tab(page, is_bp)

    def _training_on_show(self) -> Training | CNNTraining:
        if self._shown_job is not None:
            return self._shown_job.training
        if self.session.method == "cnn":
            return self.session.windows.training
        return self.session.training

    def _take_cnn(self, training: CNNTraining) -> None:
        self.session.set_windows(self.session.windows.model_copy(update={"training": training}))

    def _show_notices(self) -> None:
        trainer = self.services.trainer
        notices = trainer.notices if trainer.run == self.session.run else []
        self._notices_title.setVisible(bool(notices))
        self._notices.setVisible(bool(notices))
        self._notices.setText("\n".join("• " + core_message(notice) for notice in notices))

    def _is_live(self) -> bool:
        trainer = self.services.trainer
        return trainer.active and trainer.run == self.session.run

    def _show_state(self) -> None:
        trainer = self.services.trainer
        obstacle = self.furniture.obstacle_text()
        self.train.setEnabled(not trainer.active and not obstacle)
        self.train.setToolTip(obstacle or "Ctrl+R")
        paused = trainer.state == "paused"
        self.pause.setEnabled(trainer.state in ("training", "paused"))
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause.setIcon(icon("play" if paused else "pause"))
        self.stop.setEnabled(trainer.active and trainer.state != "stopping")
        self.obstacle.show_obstacle(obstacle, self.session.obstacle_page)
        sentence = self._state_sentence()
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._show_notices()
        self._list_soon.request()

    def _state_sentence(self) -> str:
        run = self.session.run
        obstacle = self.furniture.obstacle_text()
        if self._is_live():
            words = {
                "starting": self.tr("Starting…"),
                "training": self._learning_sentence(),
                "paused": self.tr("Paused. The weights wait where they are."),
                "stopping": self.tr("Stopping; the result so far is being written."),
            }
            return words.get(self.services.trainer.state, "")
        if run is None:
            ready = self.tr("Nothing is trained yet. Press Train, or Ctrl+R.")
            return "" if obstacle else ready
        outcome = run.outcome()
        if outcome is None and run.state() == "running":
            return self.tr("This run is in training in another window or terminal.")
        if outcome is None:
            return self.tr(
                "This run was interrupted; it can be resumed from its checkpoint on the Runs page."
            )
        sentences = [core_message(outcome.sentence)]
        evaluation = run.evaluation()
        if evaluation is not None:
            sentences.append(evaluation_sentence(evaluation))
        return " ".join(sentences)

    def _learning_sentence(self) -> str:
        learning = self.tr("Learning. You can go on working on other pages.")
        if self._try == 0:
            return learning
        again = self.tr("The goal was not met; this is try {n}.").format(n=self._try + 1)
        return f"{learning} {again}"

    # --- live --------------------------------------------------------------------------

    def _read_history(self) -> None:
        if self._reader is None:
            return
        rows, started_over = self._reader.read_new()
        if started_over:
            self.curve.clear()
            self.curve.set_picked(self.members.member)
        if len(rows):
            self._append(rows)
            self._show_several()
        self.inside.refresh()

    def _read_anew(self) -> None:
        """Read the history of the run on show from its start, for the try that was kept."""
        run = self._shown_run
        kept = self._kept_try()
        self._follows_tries = kept is None
        self._try = kept or 0
        self._at_once = 0
        self._reader = HistoryReader(run.history_path) if run is not None else None
        self.curve.clear()
        self.inside.show_run(run, self._try)

    def _kept_try(self) -> int | None:
        """Return the try that a run has kept, counted from 0; None before its end."""
        outcome = self._shown_run.outcome() if self._shown_run is not None else None
        return outcome.kept - 1 if outcome is not None else None

    def _append(self, rows: HistoryRows) -> None:
        """Add rows of the try on show; while a run learns again that is always the newest."""
        together = self._together()
        tries = rows.member // together
        newest = int(tries.max())
        if newest > self._try and self._follows_tries:
            self._try = newest
            self.curve.clear()
            self.inside.show_run(self._shown_run, newest)
        shown = tries == self._try
        self.curve.append(
            rows.epoch[shown],
            rows.training_loss[shown],
            rows.validation_loss[shown],
            rows.member[shown] % together,
        )

    def _take_map(self, event: MapChanged) -> None:
        self._live_path = event.path
        self._draw_soon.request()

    def _draw_live_map(self) -> None:
        if self._live_path and self._is_live():
            self.live_map.show_live(Path(self._live_path))

    # --- members -----------------------------------------------------------------------

    def _show_several(self) -> None:
        """Show what only a run with several members has."""
        several = self._together() > 1
        self.live_map.set_several(several)
        self.tabs.show_tab(self.votes, several)
        self.tabs.show_tab(self.members, several)
        self._list_soon.request()

    def _list_members(self) -> None:
        history = self.curve.history
        if history.members > 1 and self.members.isVisible():
            training = self._training_on_show()
            goal = training.error_goal if isinstance(training, Training) else 0.0
            self.members.show_history(
                history, goal, live=self._is_live(), together=self._together()
            )

    def _together(self) -> int:
        """Return how many networks the run on show trains at once."""
        if not self._at_once and self._shown_run is not None:
            self._at_once = self._shown_run.about()["members"]
        return self._at_once or _members_of(self._shown_job)

    def _list_votes(self) -> None:
        votes = self.live_map.votes()
        if votes is None:
            return
        codes, agreement, names = votes
        known, known_names = known_classes(self.session, self.session.run_target)
        if known_names == names:
            self.votes.show_votes(codes, agreement, known, names)

    def _select_sample(self, row: int) -> None:
        self.map.set_selected(row)
        self.inside.set_sample(row)

    def _pick(self, member: int) -> None:
        self.curve.set_picked(member)
        if member >= 0:
            self.inside.set_member(member)


def _job_of(run: RunFolder | None) -> SurveyJob | None:
    try:
        return run.survey_job() if run is not None else None
    except InputError:
        return None


def _members_of(job: SurveyJob | None) -> int:
    """Return how many networks a job trains at once, for one fold."""
    return job.training.members if job is not None else 1
