"""Train: the loss falls and the class map develops, while the worker learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from core.events import MapChanged
from core.history import HistoryReader
from core.job import Training
from core.run_folder import RunFolder
from gui import theme
from gui.curve_view import CurveView
from gui.forms import SectionForm
from gui.icons import icon
from gui.map_view import MapView
from gui.numbers import three_digits
from gui.pages.page import Page, label
from gui.survey import known_classes, place_survey, show_deposits, show_known_classes
from gui.throttle import Throttle
from gui.trainer import SLOW_PACE
from gui.translating import core_message
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture

READ_EVERY_MS = 66
DRAW_MAP_EVERY_MS = 200


class TrainPage(Page):
    """Curves and live map of the run on show; settings of the training beside them."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title(self.tr("Train"))
        self._build_buttons()
        self._sentence = label("", "muted")
        self.column.addWidget(self._sentence)
        self.curve = CurveView()
        self.map = MapView()
        self._split = self.splitter("train", Qt.Orientation.Vertical)
        self._split.addWidget(self.curve)
        self._map_frame = self._framed(self.tr("Class map"), self.map)
        self._split.addWidget(self._map_frame)
        self._split.setSizes([270, 340])
        self.restore_splitters()
        self.column.addWidget(self._split, 1)
        self._build_inspector()
        self._reader: HistoryReader | None = None
        self._shown_run: RunFolder | None = None
        self._live_path = ""
        self._place: tuple[str, str, str] | None = None
        self._read_soon = Throttle(self._read_history, READ_EVERY_MS, self)
        self._draw_soon = Throttle(self._draw_live_map, DRAW_MAP_EVERY_MS, self)
        trainer = self.services.trainer
        self.listen(trainer.state_changed, self._show_state)
        self.listen(trainer.progressed, lambda _: self._read_soon.request())
        self.listen(trainer.pace_changed, lambda pace: self.slow.setChecked(pace > 0))
        self.listen(trainer.map_changed, self._take_map)
        self.listen(self.session.roles_changed, self._show_survey)
        self.listen(self.session.settings_changed, self._show_settings)
        self.listen(self.session.run_changed, self._show_run)
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

    def _framed(self, caption: str, view: QWidget) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(caption, "caption"))
        column.addWidget(view, 1)
        return frame

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("Training"), "heading"))
        self._network = label("", "muted")
        self.side.addWidget(self._network)
        self.form = SectionForm(Training)
        self.form.changed.connect(self.session.set_training)
        self.side.addWidget(self.form)
        self._notices_title = label(self.tr("Worked around in this run"), "heading")
        self._notices = label("", "caption")
        self.side.addWidget(self._notices_title)
        self.side.addWidget(self._notices)
        self.side.addStretch(1)

    # --- showing -----------------------------------------------------------------------

    def arrive(self) -> None:
        self._read_soon.request()

    def _show_settings(self) -> None:
        self.form.set_value(self.session.training)
        network = self.session.network
        obstacle = self.furniture.obstacle_text()
        if obstacle or network is None:
            self._network.setText(obstacle)
        else:
            self._network.setText(
                self.tr("{layers} · {samples} labelled samples").format(
                    layers=network.layers, samples=f"{self.session.labelled:,}"
                )
            )
        self.curve.set_goal(self.session.training.error_goal)
        self._show_state()

    def _show_survey(self) -> None:
        session = self.session
        place = (
            session.table.fingerprint if session.table is not None else "",
            session.column_of("x"),
            session.column_of("y"),
        )
        if place != self._place:
            self._place = place
            place_survey(self.map, session)
            self._map_frame.setVisible(self.map.has_points)
        if self.session.run is None and self.map.has_points:
            show_known_classes(self.map, session)

    def _show_run(self) -> None:
        run = self.session.run
        if run != self._shown_run:
            self._shown_run = run
            self._reader = HistoryReader(run.history_path) if run is not None else None
            self.curve.clear()
            self._live_path = ""
            if self.map.has_points:
                show_known_classes(self.map, self.session)
        self._read_history()
        self._show_state()
        if run is not None and not self._is_live():
            self._draw_result(run)

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
        self._sentence.setText(self._state_sentence())
        self._show_notices()

    def _state_sentence(self) -> str:
        run = self.session.run
        obstacle = self.furniture.obstacle_text()
        if self._is_live():
            words = {
                "starting": self.tr("Starting…"),
                "training": self.tr("Learning. You can go on working on other pages."),
                "paused": self.tr("Paused. The weights wait where they are."),
                "stopping": self.tr("Stopping; the result so far is being written."),
            }
            return words.get(self.services.trainer.state, "")
        if run is None:
            return obstacle or self.tr("Nothing is trained yet. Press Train, or Ctrl+R.")
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

    # --- live --------------------------------------------------------------------------

    def _read_history(self) -> None:
        if self._reader is None:
            return
        rows, started_over = self._reader.read_new()
        if started_over:
            self.curve.clear()
        if len(rows):
            self.curve.append(rows.epoch, rows.training_loss, rows.validation_loss)

    def _take_map(self, event: MapChanged) -> None:
        self._live_path = event.path
        self._draw_soon.request()

    def _draw_live_map(self) -> None:
        target = self.session.run_target
        if not (self._live_path and self.map.has_points and self._is_live() and target):
            return
        try:
            codes = np.load(self._live_path, allow_pickle=False)
        except (OSError, ValueError):
            # the run ended between the event and now, and took its live file along
            return
        if len(codes) == (self.session.table.rows if self.session.table else 0):
            _, names = known_classes(self.session, target)
            self.map.set_classes(codes.astype(np.int64), names)
            show_deposits(self.map, self.session, target)

    def _draw_result(self, run: RunFolder) -> None:
        from gui.predictions import read_predictions

        target = self.session.run_target
        predictions = read_predictions(run.predictions_path)
        if predictions is None or not self.map.has_points or not target or not self.session.table:
            return
        if len(predictions) != self.session.table.rows:
            return
        self.map.set_classes(predictions.codes, predictions.class_names)
        show_deposits(self.map, self.session, target)
        self.map.describe = lambda index: self.tr("{name}, probability {p}").format(
            name=predictions.name(index), p=three_digits(float(predictions.probability[index]))
        )
