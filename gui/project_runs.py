"""The runs of a session, and the project file that they belong to; of tables and images alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.places import runs_folder
from core.project import runs_folder_of
from core.run_folder import RunFolder, list_runs
from datasets.messages import InputError


class ProjectRuns:
    """What both sessions do with runs and projects; each announces it by signals of its own."""

    run_changed: Any
    runs_changed: Any
    project_changed: Any

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.run: RunFolder | None = None
        self.project_path: Path | None = None
        self.modified = False
        # runs of the project that lie elsewhere than beside it
        self.other_runs: tuple[RunFolder, ...] = ()
        # runs on what is open from before there was a project
        self._unsaved_runs: list[RunFolder] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open that could be kept."""
        raise NotImplementedError

    def write(self, path: Path) -> None:
        """Write the project file; OSError when it cannot be written."""
        raise NotImplementedError

    @property
    def runs_folder(self) -> Path:
        """Folder that new runs go to."""
        return runs_folder() if self.project_path is None else runs_folder_of(self.project_path)

    def runs(self) -> list[RunFolder]:
        """Return the runs of the project, or those that belong to none; the newest first."""
        return list_runs(self.runs_folder, self.other_runs)

    def save_project(self, path: Path) -> None:
        """Write the project; its runs live in a folder beside it, also those made before."""
        was_unsaved = self.project_path is None
        self.project_path = path
        if was_unsaved:
            self._bring_runs()
        self.write(path)
        self.modified = False
        self.project_changed.emit()
        self.runs_changed.emit()

    def leave_project(self) -> None:
        """Go back to the runs that belong to no project."""
        if self.project_path is not None:
            self.project_path = None
            self.other_runs = ()
            self.project_changed.emit()
            self.runs_changed.emit()

    def _bring_runs(self) -> None:
        """Move the runs made before to the project; one in training stays where it is."""
        runs, self._unsaved_runs, others = self._unsaved_runs, [], []
        for run in dict.fromkeys(runs):
            try:
                moved = run if run.is_held else run.moved_to(self.runs_folder)
            except (OSError, InputError):
                moved = run
            if moved == run:
                others.append(run)
            elif run == self.run:
                self.run = moved
        self.other_runs = tuple(run for run in others if run.exists)
        self.run_changed.emit()
