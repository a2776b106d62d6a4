"""Where each stop of the road of images stands, and why."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.network_title import network_title
from gui.rail import BLOCKED, BUSY, DONE, NEEDED, READY, StopState
from gui.services import Services
from gui.translating import core_message, counted


class ImageRoad(QObject):
    """Tells the state of each stop; a QObject for its translations alone."""

    def states(self, services: Services) -> list[StopState]:
        """Return the state of every stop, in the order of the rail."""
        session = services.images
        runs = StopState("", self.tr("Every run that was started, newest first"))
        if session.images is None:
            first = self.tr("Open images first.")
            return [StopState(NEEDED, first), *[StopState(BLOCKED, first)] * 6, runs]
        images = StopState(
            DONE,
            counted(
                self.tr("{images} images in {classes} classes"),
                images=f"{len(session.images):,}",
                classes=len(session.images.class_names),
            ),
        )
        prepare = StopState("", self.tr("What happens to the pixels, and augmentation"))
        obstacle = session.obstacle
        if obstacle is not None:
            reason = core_message(obstacle)
            network, train = StopState(NEEDED, reason), StopState(BLOCKED, reason)
        else:
            network = StopState(DONE, network_title(session.network.name))
            train = self._train(services)
        return [images, prepare, network, train, *self._results(services), runs]

    def _train(self, services: Services) -> StopState:
        run = services.images.run
        if services.trainer.active:
            return StopState(BUSY, self.tr("A run is in training."))
        if run is not None and run.outcome() is not None:
            return StopState(DONE, self.tr("The run has ended."))
        return StopState(READY, self.tr("Everything is ready to train."))

    def _results(self, services: Services) -> list[StopState]:
        run = services.images.run
        if run is None or not run.predictions_path.exists():
            none = StopState(BLOCKED, self.tr("There is something to see when a run has ended."))
            return [none, none, none]
        return [
            StopState(DONE, self.tr("What the run on show is worth, and its errors as pictures")),
            StopState("", self.tr("Filters, feature maps and what a decision rests on")),
            StopState("", self.tr("Draw a digit and let the network read it")),
        ]
