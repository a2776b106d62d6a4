"""The settings of a session: preparation, network and training, always in agreement."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.job import Data, Job, Network, Preparation, Training
from core.proposing import (
    prepared_inputs,
    propose_network,
    propose_preparation,
    propose_training,
    with_coding,
    with_ends,
    with_fitting_loss,
    with_trainer,
)
from datasets.messages import Message, message
from gui.session_table import TableAndRoles


class JobSettings(TableAndRoles):
    """The part of a session that becomes a job."""

    settings_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preparation = Preparation()
        self.network: Network | None = None
        self.training = Training()

    @property
    def inputs(self) -> int:
        """Number of inputs of the network: the features as they are prepared."""
        return prepared_inputs(self.preparation, len(self.features))

    def set_preparation(self, preparation: Preparation) -> None:
        if preparation != self.preparation:
            self.preparation = preparation
            self._fit_network()
            self._touch()
            self.settings_changed.emit()

    def set_network(self, network: Network) -> None:
        if network != self.network:
            self.network = network
            self.training = with_fitting_loss(self.training, network)
            self._touch()
            self.settings_changed.emit()

    def set_training(self, training: Training) -> None:
        if training != self.training:
            self.training = with_trainer(training, self.training.trainer)
            self._fit_outputs()
            self._touch()
            self.settings_changed.emit()

    @property
    def obstacle(self) -> Message | None:
        """Return why no job can be made yet, None when one can."""
        if self.table is None:
            return message("Open a table first.")
        if not self.column_of("target"):
            return message("Choose the target column on the Data page: the class to learn.")
        if not self.class_names:
            return message(
                "The target “{column}” has too many different values to be classes; choose "
                "another target on the Data page.",
                column=self.column_of("target"),
            )
        if len(self.class_names) < 2:
            return message(
                "The target “{column}” holds one class; learning needs at least two.",
                column=self.column_of("target"),
            )
        if not self.features:
            return message("Choose at least one feature on the Data page.")
        return None

    def job(self) -> Job | None:
        """Return the job as it stands, None while something is missing."""
        if self.obstacle is not None or self.table is None or self.network is None:
            return None
        return Job(
            data=Data(
                table=self.table.source,
                fingerprint=self.table.fingerprint,
                target=self.column_of("target"),
                features=self.features,
                x=self.column_of("x"),
                y=self.column_of("y"),
                group=self.column_of("group"),
                crs=self.crs,
                reading=self.reading,
            ),
            preparation=self.preparation,
            network=self.network,
            training=self.training,
        )

    def _take_job(self, job: Job) -> None:
        chosen = {
            job.data.x: "x",
            job.data.y: "y",
            job.data.target: "target",
            job.data.group: "group",
            **dict.fromkeys(job.data.features, "feature"),
        }
        self.roles = {column: chosen.get(column, "ignore") for column in self.roles}
        self.crs = job.data.crs
        self.preparation = job.preparation
        self.network = job.network
        self.training = job.training
        self._fit_network()

    def _propose_settings(self) -> None:
        """Propose what depends on the number of labelled samples and classes."""
        self.preparation = propose_preparation(self.labelled)
        self.training = propose_training(self.preparation)
        self.network = None

    def _fit_outputs(self) -> None:
        """Give the network outputs that go with the error; softmax where others do not."""
        if self.network is None or with_fitting_loss(self.training, self.network) == self.training:
            return
        self.network = with_coding(self.network, "softmax", len(self.class_names))

    def _fit_network(self) -> None:
        features, classes = len(self.features), len(self.class_names)
        if features == 0 or classes < 2:
            return
        if self.network is None:
            self.network = propose_network(self.inputs, classes)
        else:
            self.network = with_ends(self.network, self.inputs, classes)
