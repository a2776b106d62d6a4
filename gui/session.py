"""What is selected: table, roles, job, run and project. Every view listens here alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.files import same_place
from core.job import Data, Job, Network, Preparation, Training
from core.places import runs_folder
from core.project import Project, runs_folder_of, write_project
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
from core.reading import Reading
from core.run_folder import RunFolder, list_runs
from core.thresholds.kept import KeptThreshold
from datasets.messages import InputError, Message, message
from gui.class_colours import choose_colours
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
    colours_changed = Signal()
    outlines_changed = Signal()
    thresholds_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: TableInfo | None = None
        self.roles: dict[str, str] = {}
        self.crs = ""
        self.reading = Reading()
        # colours that the user chose, by the name of the class
        self.class_colours: dict[str, str] = {}
        # anomaly thresholds that the user decided for, by column
        self.thresholds: dict[str, KeptThreshold] = {}
        # files of lines and polygons that are drawn over the maps
        self.outlines: tuple[str, ...] = ()
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
        self._set_colours({})
        self._set_thresholds({})
        self._take_outlines(())
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
        had_target = bool(self.column_of("target"))
        # one that a recipe states or leaves out anew goes before the one that was typed elsewhere
        if self.table is None or table.crs != self.table.crs:
            self.crs = table.crs
        self.table = table
        self.reading = table.reading
        self.selection = np.empty(0, np.int64)
        taken = {kept[column.name] for column in table.columns if column.name in kept}
        self.roles = {
            column.name: kept.get(column.name) or _free_role(column.role, taken)
            for column in table.columns
        }
        if self.column_of("target") and not had_target:
            self._propose_settings()
        self._fit_network()
        self._touch()
        self.table_changed.emit()
        self.roles_changed.emit()
        self.settings_changed.emit()

    def set_class_colour(self, name: str, colour: str) -> None:
        """Give a class a colour, ``#rrggbb``, in every view; "" gives it the usual one again."""
        colours = {**self.class_colours, name: colour}
        self._set_colours({name: chosen for name, chosen in colours.items() if chosen})
        self._touch()

    def _set_colours(self, colours: dict[str, str]) -> None:
        if colours != self.class_colours:
            self.class_colours = colours
            choose_colours(colours)
            self.colours_changed.emit()

    def keep_threshold(self, column: str, kept: KeptThreshold | None) -> None:
        """Decide for an anomaly threshold of a column; None forgets it."""
        others = {name: other for name, other in self.thresholds.items() if name != column}
        self._set_thresholds({**others, column: kept} if kept is not None else others)
        self._touch()

    def _set_thresholds(self, thresholds: dict[str, KeptThreshold]) -> None:
        if thresholds != self.thresholds:
            self.thresholds = thresholds
            self.thresholds_changed.emit()

    def set_outlines(self, files: Iterable[str]) -> None:
        """Draw the lines and polygons of these files, absolute paths, over the maps."""
        self._take_outlines(tuple(files))
        self._touch()

    def _take_outlines(self, files: tuple[str, ...]) -> None:
        if files != self.outlines:
            self.outlines = files
            self.outlines_changed.emit()

    def select_rows(self, rows: NDArray[np.int64]) -> None:
        """Pick rows of the table, counted from 0; every view marks them."""
        rows = np.asarray(rows, np.int64)
        if np.any(rows[1:] <= rows[:-1]):
            rows = np.unique(rows)
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
    def inputs(self) -> int:
        """Number of inputs of the network: the features as they are prepared."""
        return prepared_inputs(self.preparation, len(self.features))

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
        self.take_kept(project)
        self.project_changed.emit()
        self.runs_changed.emit()

    def take_kept(self, project: Project) -> None:
        """Take what a project keeps besides table and job."""
        self._set_colours(dict(project.colours))
        self._set_thresholds(dict(project.thresholds))
        self._take_outlines(project.outlines)

    def save_project(self, path: Path) -> None:
        """Write the project; its runs live in a folder beside it from then on."""
        if self.table is None:
            return
        self.project_path = path
        write_project(path, self.as_project(self.table))
        self.modified = False
        self.project_changed.emit()
        self.runs_changed.emit()

    def as_project(self, table: TableInfo) -> Project:
        """Return what a project file remembers of the session with this table."""
        return Project(
            table=table.source,
            fingerprint=table.fingerprint,
            job=self.job(),
            reading=self.reading,
            colours=self.class_colours,
            thresholds=self.thresholds,
            outlines=self.outlines,
        )

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
            self._propose_settings()
        self._fit_network()
        self._touch()
        self.roles_changed.emit()
        self.settings_changed.emit()

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

    def _touch(self) -> None:
        self.modified = True


def _free_role(role: str, taken: set[str]) -> str:
    """Return the proposed role of a new column, unless only one column can have it and does."""
    return "ignore" if role in ("x", "y", "target", "group") and role in taken else role
