"""Where each stop of the road stands, and why."""

from __future__ import annotations

from PySide6.QtCore import QObject

from datasets.messages import Message
from gui.network_title import network_title
from gui.rail import BLOCKED, BUSY, DONE, NEEDED, READY, StopState
from gui.services import Services
from gui.session import Session
from gui.translating import core_message, counted


class Road(QObject):
    """Tells the state of each stop; a QObject for its translations alone."""

    def states(self, services: Services) -> list[StopState]:
        """Return the state of every stop, in the order of the rail."""
        session, trainer = services.session, services.trainer
        if session.table is None:
            first = self.tr("Open a table first.")
            blocked = StopState(BLOCKED, first)
            return [StopState(NEEDED, first), *[blocked] * 7, self._runs()]
        looking = self._looking(session)
        obstacle = session.obstacle
        if obstacle is not None and session.obstacle_page != "judge":
            reason = core_message(obstacle)
            blocked = StopState(BLOCKED, reason)
            result = self._map(False, session)
            return [StopState(NEEDED, reason), *looking, *[blocked] * 4, result, self._runs()]
        data = StopState(
            DONE,
            counted(
                self.tr("{rows} rows, {features} features, {classes} classes"),
                rows=f"{session.table.rows:,}",
                features=len(session.features),
                classes=len(session.class_names),
            ),
        )
        prepare = StopState(DONE, "")
        network = StopState(DONE, _network_name(session))
        run = session.run
        finished = run is not None and run.predictions_path.exists()
        if trainer.active:
            train = StopState(BUSY, self.tr("A run is in training."))
        elif run is not None and run.outcome() is not None:
            train = StopState(DONE, self.tr("The run has ended."))
        elif obstacle is not None:
            train = StopState(BLOCKED, core_message(obstacle))
        else:
            train = StopState(READY, self.tr("Everything is ready to train."))
        judge = self._judge(finished, obstacle)
        result = self._map(finished, session)
        return [data, *looking, prepare, network, train, judge, result, self._runs()]

    def _looking(self, session: Session) -> list[StopState]:
        """Explore and Anomalies need numbers alone, no classes."""
        if not session.features:
            blocked = StopState(BLOCKED, self.tr("Choose at least one feature on the Data page."))
            return [blocked, blocked]
        return [
            StopState("", self.tr("Statistics, plots and correlations of the elements")),
            StopState("", self.tr("Anomaly thresholds, and labels for the samples")),
        ]

    def _judge(self, finished: bool, obstacle: Message | None) -> StopState:
        if obstacle is not None:
            return StopState(NEEDED, core_message(obstacle))
        if finished:
            return StopState(DONE, self.tr("What the run on show is worth, and its tables"))
        return StopState(READY, self.tr("How the network is to be judged"))

    def _map(self, finished: bool, session: Session) -> StopState:
        if not session.has_coordinates:
            return StopState(
                BLOCKED,
                self.tr("The table has no coordinates, so there is no map; see the Judge page."),
            )
        if not finished:
            return StopState(
                READY, self.tr("Maps of elements and thresholds; classes when a run has ended")
            )
        return StopState(DONE, self.tr("The class map of the run on show"))

    def _runs(self) -> StopState:
        return StopState("", self.tr("Every run that was started, newest first"))


def _network_name(session: Session) -> str:
    if session.method == "cnn":
        return network_title(session.windows.network.name)
    return session.network.layers if session.network is not None else ""
