"""What is selected: table, roles, job, run and project. Every view listens here alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.files import same_place
from core.project import Project, write_project
from core.run_folder import RunFolder
from core.window_job import SurveyJob
from datasets.messages import InputError
from gui.project_runs import ProjectRuns
from gui.session_settings import JobSettings
from gui.table_info import TableInfo


class Session(ProjectRuns, JobSettings):
    """The state of the window, changed only through its methods, announced by its signals."""

    run_changed = Signal()
    runs_changed = Signal()
    project_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # target of the run on show, "" when it was not made from the present table
        self.run_target = ""

    # --- table and roles ---------------------------------------------------------------

    def open_table(self, table: TableInfo, job: SurveyJob | None = None) -> None:
        """Take a table; its roles are those of the job, or else the proposed ones."""
        self.table = table
        self.run = None
        self.run_target = ""
        self._unsaved_runs = []
        self.roles = {column.name: column.role for column in table.columns}
        self.crs = table.crs
        self.reading = table.reading
        self.selection = np.empty(0, np.int64)
        self._set_colours({})
        self._set_thresholds({})
        self._take_outlines(())
        self._propose_settings()
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

    def _roles_were_changed(self, *, is_first_target: bool = False) -> None:
        """Fit the network to the roles; settings are proposed for the first target alone."""
        if is_first_target:
            self._propose_settings()
        self._fit_network()
        self._touch()
        self.roles_changed.emit()
        self.settings_changed.emit()

    def repeat(self, job: SurveyJob) -> None:
        """Take the settings of an earlier run on the present table."""
        self._take_job(job)
        self._touch()
        self.roles_changed.emit()
        self.settings_changed.emit()

    # --- runs and projects -------------------------------------------------------------

    def select_run(self, run: RunFolder | None) -> None:
        if self.project_path is not None and run != self.run:
            self._touch()
        self.run = run
        self.run_target = self._find_run_target()
        if run is not None and self.project_path is None and self.run_target:
            self._unsaved_runs.append(run)
        self.run_changed.emit()

    def _find_run_target(self) -> str:
        if self.run is None or self.table is None:
            return ""
        try:
            data = self.run.survey_job().data
        except InputError:
            return ""
        is_its_table = same_place(data.table, self.table.source)
        return data.target if is_its_table and self.table.column(data.target) else ""

    def open_project(self, path: Path, project: Project, table: TableInfo) -> None:
        """Take a project whose table was read."""
        self.open_table(table, project.job)
        self.take_kept(project)
        self.project_path = path
        self.other_runs = tuple(RunFolder(Path(place)) for place in project.other_runs)
        self.project_changed.emit()
        self.runs_changed.emit()

    def take_kept(self, project: Project) -> None:
        """Take what a project keeps besides table and job."""
        self._set_colours(dict(project.colours))
        self._set_thresholds(dict(project.thresholds))
        self._take_outlines(project.outlines)
        if project.windows is not None:
            self.windows = project.windows
            self.method = "cnn" if project.chose_windows else "bp"
            self.settings_changed.emit()
        if project.run and RunFolder(Path(project.run)).exists:
            self.select_run(RunFolder(Path(project.run)))

    @property
    def is_empty(self) -> bool:
        return self.table is None

    def write(self, path: Path) -> None:
        """Write the project file."""
        if self.table is not None:
            write_project(path, self.as_project(self.table))

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
            windows=self.windows,
            chose_windows=self.method == "cnn",
            run=str(self.run.path) if self.run is not None and self.run_target else "",
            other_runs=tuple(str(run.path) for run in self.other_runs),
        )


def _free_role(role: str, taken: set[str]) -> str:
    """Return the proposed role of a new column, unless only one column can have it and does."""
    return "ignore" if role in ("x", "y", "target", "group") and role in taken else role
