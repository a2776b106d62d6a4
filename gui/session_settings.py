"""The settings of a session: preparation, network and training, always in agreement."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.job import Data, Job, Judging, Network, Preparation, Training
from core.job_sections.judging import OF_GROUPS
from core.networks.cnn.plan import plan_network
from core.proposing import (
    prepared_inputs,
    propose_judging,
    propose_network,
    propose_preparation,
    propose_training,
    with_coding,
    with_ends,
    with_fitting_loss,
    with_trainer,
)
from core.proposing_windows import propose_windows
from core.window_job import SurveyJob, WindowJob, WindowSettings
from datasets.messages import InputError, Message, message
from gui.session_table import TableAndRoles

Method = Literal["bp", "cnn"]


class JobSettings(TableAndRoles):
    """The part of a session that becomes a job."""

    settings_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preparation = Preparation()
        self.judging = Judging()
        self.network: Network | None = None
        self.training = Training()
        # a BP network sees each sample by itself, a CNN the cells around it
        self.method: Method = "bp"
        self.windows = WindowSettings()

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

    def set_judging(self, judging: Judging) -> None:
        if judging != self.judging:
            self.judging = judging
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

    def set_method(self, method: Method) -> None:
        """Train a BP network, or a CNN on windows; the settings of the other one are kept."""
        if method != self.method:
            self.method = method
            self._touch()
            self.settings_changed.emit()

    def set_windows(self, windows: WindowSettings) -> None:
        if windows != self.windows:
            self.windows = windows
            self._touch()
            self.settings_changed.emit()

    @property
    def window_shape(self) -> tuple[int, int, int]:
        """Channels, and the side of a window twice."""
        cells = self.windows.window.cells
        return self.windows.channels(self.inputs), cells, cells

    @property
    def obstacle(self) -> Message | None:
        """Return why no job can be made yet, None when one can."""
        return self._data_obstacle() or self._window_obstacle() or self._judging_obstacle()

    @property
    def obstacle_page(self) -> str:
        """Name of the page where the obstacle is mended, "" where there is none."""
        if self._data_obstacle() is not None:
            return "data"
        if self._window_obstacle() is not None:
            return "network"
        return "judge" if self._judging_obstacle() is not None else ""

    def _data_obstacle(self) -> Message | None:
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

    def _judging_obstacle(self) -> Message | None:
        """Return what the protocol of judging lacks; the samples themselves are not looked at."""
        judging = self.judging
        has_groups = bool(self.column_of("group")) or self.reading.deposits is not None
        if judging.protocol in OF_GROUPS and not has_groups:
            return message(
                "Holding out groups needs to know them: choose the column of the group (drill "
                "hole, deposit, sheet) on the Data page, or take another protocol."
            )
        if judging.protocol == "blocks" and not self.has_coordinates:
            return message(
                "Spatial blocks need coordinates: choose their columns on the Data page, or judge "
                "by folds."
            )
        if judging.protocol == "second_file" and not judging.test_table:
            return message("Choose the test file that judges the network, or another protocol.")
        return None

    def _window_obstacle(self) -> Message | None:
        if self.method == "bp":
            return None
        if not (self.column_of("x") and self.column_of("y")):
            return message(
                "A CNN looks at the cells around each sample: choose the columns of the "
                "coordinates on the Data page, or train a BP network."
            )
        try:
            plan_network(self.windows.network, self.window_shape, len(self.class_names))
        except InputError as error:
            return error.message
        return None

    def survey_job(self) -> SurveyJob | None:
        """Return the job of the chosen method, None while something is missing."""
        job = self.job()
        if job is None or self.method == "bp" or self._window_obstacle() is not None:
            return job if self.method == "bp" else None
        return WindowJob(
            data=job.data, preparation=job.preparation, judging=job.judging, **dict(self.windows)
        )

    def job(self) -> Job | None:
        """Return the job of a BP network as it stands, None while something is missing."""
        if self._data_obstacle() is not None or self.table is None or self.network is None:
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
            judging=self.judging,
            network=self.network,
            training=self.training,
        )

    def _take_job(self, job: SurveyJob) -> None:
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
        self.judging = job.judging
        if isinstance(job, Job):
            self.method = "bp"
            self.network = job.network
            self.training = job.training
        else:
            self.method = "cnn"
            self.windows = job.settings
        self._fit_network()

    def _propose_settings(self) -> None:
        """Propose what depends on the number of labelled samples and classes."""
        self.preparation = propose_preparation()
        self.training = propose_training(self.labelled)
        self.judging = propose_judging(
            self.labelled,
            has_groups=bool(self.column_of("group")),
            has_coordinates=self.has_coordinates,
        )
        self.network = None
        self.method = "bp"
        self.windows = propose_windows(self.labelled)

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
