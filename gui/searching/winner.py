"""What a search found becomes the job, or a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.files import write_text
from core.job import Job
from core.job_file import job_text, read_job
from core.searching.folder import SearchFolder
from datasets.messages import InputError

if TYPE_CHECKING:
    from gui.furniture import Furniture


class Winner(QObject):
    """Takes the job that a search ended with."""

    def __init__(self, furniture: Furniture, parent: QObject) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self._services = furniture.services

    def use(self, folder: SearchFolder, number: int) -> bool:
        """Let the session have the settings of the winner; they can be taken back.

        Returns whether the job could be read.
        """
        job = self._job(folder)
        if job is None:
            return False
        mine = self._services.session.job()
        self._take(job)
        self._services.say(
            self.tr(
                "The settings are now those of trial {number}; train it to see its map."
            ).format(number=number),
            "success",
            self.tr("Take mine back") if mine is not None else "",
            lambda: self._take_back(mine),
        )
        return True

    def save(self, folder: SearchFolder, parent: QWidget) -> None:
        """Ask where to save the job of the winner, and write it."""
        job = self._job(folder)
        if job is None:
            return
        name = f"{Path(job.data.table.partition(':')[2] or job.data.table).stem}-job.toml"
        kinds = [self.tr("Job (*.toml)")]
        path = self._furniture.exporting.ask_path(parent, self.tr("Save job"), name, kinds)
        if path:
            self.write(job, path)

    def write(self, job: Job, path: str) -> None:
        """Write a job as a file, or say why that is impossible."""
        try:
            write_text(Path(path), job_text(job))
        except OSError as error:
            self._services.say(str(error), "error")
            return
        self._services.say(self.tr("Saved as {name}.").format(name=Path(path).name), "success")

    def _job(self, folder: SearchFolder) -> Job | None:
        try:
            return read_job(folder.best_path)
        except InputError as error:
            self._services.say_failure(error.message)
            return None

    def _take(self, job: Job) -> None:
        """Take settings; a table that they want read otherwise is read again."""
        session = self._services.session
        if session.reading == job.data.reading:
            session.repeat(job)
        else:
            self._furniture.opening.read_again(job.data.reading, lambda: session.repeat(job))

    def _take_back(self, job: Job | None) -> None:
        if job is not None:
            self._take(job)
