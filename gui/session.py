"""What is selected: table, roles, job, run and project. Every view listens here alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.files import same_place
from core.job import Data, Job, Network, Preparation, Training
from core.places import runs_folder
from core.project import Project, runs_folder_of, write_project
from core.proposing import (
    propose_network,
    propose_preparation,
    propose_training,
    with_coding,
    with_ends,
    with_fitting_loss,
    with_trainer,
)
from core.reading import Reading
from core.run_folder import RunFolder, list_runs
from datasets.messages import InputError, Message, message
from gui.table_info import TableInfo


class Session(QObject):
    """The state of the window, changed only through its methods, announced by its signals."""

    table_changed = Signal()
    roles_changed = Signal()
    settings_changed = Signal()
    run_changed = Signal()
    runs_changed = Signal()
    project_changed = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: TableInfo | None = None
        self.roles: dict[str, str] = {}
        self.crs = ""
        self.reading = Reading()
        # rows that the user picked in some view, in no order
        self.selection: NDArray[np.int64] = np.empty(0, np.int64)
        self.preparation = Preparation()
        self.network: Network | None = None
        self.training = Training()
        self.run: RunFolder | None = None
        # target of the run on show, "" when it was not made from the present table
        self.run_target = ""
        self.project_path: Path | None = None
        self.modified = False

    # --- table and roles ---------------------------------------------------------------

    def open_table(self, table: TableInfo, job: Job | None = None) -> None:
        """Take a table; its roles are those of the job, or else the proposed ones."""
        self.table = table
        self.run = None
        self.run_target = ""
        self.roles = {column.name: column.role for column in table.columns}
        self.crs = table.crs
        self.reading = table.reading
        self.selection = np.empty(0, np.int64)
        self.network = None
        self.preparation = propose_preparation(self.labelled)
        self.training = propose_training(self.preparation)
        if job is not None:
            self._take_job(job)
        else:
            self._fit_network()
        self.modified = False
        self.table_changed.emit()
        self.roles_changed.emit()
        self.settings_changed.emit()
        self.run_changed.emit()

    def read_again(self, table: TableInfo) -> None:
        """Take the present table as it was read in another way; choices are kept where they fit."""
        kept = dict(self.roles)
        self.table = table
        self.reading = table.reading
        self.selection = np.empty(0, np.int64)
        self.roles = {column.name: kept.get(column.name, column.role) for column in table.columns}
        single = [role for role in self.roles.values() if role in ("x", "y", "target", "group")]
        if len(single) != len(set(single)):
            self.roles = {column.name: column.role for column in table.columns}
        self._fit_network()
        self._touch()
        self.table_changed.emit()
        self.roles_changed.emit()
        self.settings_changed.emit()

    def select_rows(self, rows: NDArray[np.int64]) -> None:
        """Pick rows of the table, counted from 0; every view marks them."""
        rows = np.unique(np.asarray(rows, np.int64))
        if not np.array_equal(rows, self.selection):
            self.selection = rows
            self.selection_changed.emit()

    def set_role(self, column: str, role: str) -> None:
        """Give a column a role; the roles that only one column can have leave the other one."""
        if self.roles.get(column) == role:
            return
        is_first_target = role == "target" and not self.column_of("target")
        if role in ("x", "y", "target", "group"):
            for other, its_role in self.roles.items():
                if its_role == role:
                    self.roles[other] = "ignore"
        self.roles[column] = role
        self._roles_were_changed(is_first_target=is_first_target)

    def set_features(self, names: set[str]) -> None:
        """Make exactly these columns features; columns with another role keep it."""
        for column, role in self.roles.items():
            if role in ("feature", "ignore"):
                self.roles[column] = "feature" if column in names else "ignore"
        self._roles_were_changed()

    def set_crs(self, crs: str) -> None:
        if crs != self.crs:
            self.crs = crs
            self._touch()
            self.roles_changed.emit()

    def column_of(self, role: str) -> str:
        """Return the column with a role that only one column can have, "" when none has it."""
        return next((column for column, its_role in self.roles.items() if its_role == role), "")

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(column for column, role in self.roles.items() if role == "feature")

    @property
    def class_names(self) -> tuple[str, ...]:
        """Classes of the target, () without one or where it has too many to be classes."""
        column = self.table.column(self.column_of("target")) if self.table is not None else None
        if column is None or column.distinct != len(column.classes):
            return ()
        return tuple(column.classes)

    @property
    def has_coordinates(self) -> bool:
        """Whether the rows have places, so that there can be a map."""
        if self.table is None:
            return False
        columns = (self.table.column(self.column_of(role)) for role in ("x", "y"))
        return all(column is not None and column.kind == "number" for column in columns)

    @property
    def labelled(self) -> int:
        """Number of rows whose class is known."""
        column = self.table.column(self.column_of("target")) if self.table is not None else None
        return self.table.rows - column.missing if self.table and column is not None else 0

    # --- settings ----------------------------------------------------------------------

    def set_preparation(self, preparation: Preparation) -> None:
        if preparation != self.preparation:
            self.preparation = preparation
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

    def repeat(self, job: Job) -> None:
        """Take the settings of an earlier run on the present table."""
        self._take_job(job)
        self._touch()
        self.roles_changed.emit()
        self.settings_changed.emit()

    # --- runs and projects -------------------------------------------------------------

    def select_run(self, run: RunFolder | None) -> None:
        self.run = run
        self.run_target = self._find_run_target()
        self.run_changed.emit()

    def _find_run_target(self) -> str:
        if self.run is None or self.table is None:
            return ""
        try:
            data = self.run.job().data
        except InputError:
            return ""
        is_its_table = same_place(data.table, self.table.source)
        return data.target if is_its_table and self.table.column(data.target) else ""

    @property
    def runs_folder(self) -> Path:
        """Folder that new runs go to."""
        if self.project_path is None:
            return runs_folder()
        return runs_folder_of(self.project_path)

    def runs(self) -> list[RunFolder]:
        return list_runs(self.runs_folder)

    def open_project(self, path: Path, project: Project, table: TableInfo) -> None:
        """Take a project whose table was read."""
        self.project_path = path
        self.open_table(table, project.job)
        self.project_changed.emit()
        self.runs_changed.emit()

    def save_project(self, path: Path) -> None:
        """Write the project; its runs live in a folder beside it from then on."""
        if self.table is None:
            return
        self.project_path = path
        write_project(path, Project(self.table.source, self.table.fingerprint, self.job()))
        self.modified = False
        self.project_changed.emit()
        self.runs_changed.emit()

    def leave_project(self) -> None:
        """Go back to the runs that belong to no project."""
        if self.project_path is not None:
            self.project_path = None
            self.project_changed.emit()
            self.runs_changed.emit()

    # --- inner -------------------------------------------------------------------------

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

    def _roles_were_changed(self, *, is_first_target: bool = False) -> None:
        """Fit the network to the roles; settings are proposed for the first target alone."""
        if is_first_target:
            self.preparation = propose_preparation(self.labelled)
            self.training = propose_training(self.preparation)
            self.network = None
        self._fit_network()
        self._touch()
        self.roles_changed.emit()
        self.settings_changed.emit()

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
            self.network = propose_network(features, classes)
        else:
            self.network = with_ends(self.network, features, classes)

    def _touch(self) -> None:
        self.modified = True
