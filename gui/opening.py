"""Opening tables, bundled examples and projects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.bundled import bundled_image_names, bundled_job
from core.events import Finished
from core.files import same_place, write_text
from core.image_project import is_about_images
from core.places import table_cache_folder, untitled_project_path
from core.project import SUFFIX, Project, read_project
from core.reading import Reading, reading_text
from core.run_folder import RunFolder
from core.window_job import SurveyJob
from datasets.images.kinds import looks_like_images
from datasets.messages import InputError, Message
from gui.image_opening import ImageOpening
from gui.services import Services
from gui.table_info import TableInfo
from gui.trainer import SLOW_PACE


class Opening(QObject):
    """Reads beside the window and hands the result to the session."""

    started = Signal(str)
    opened = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self.images = ImageOpening(services)
        self.images.keep = self.keep_untitled

    def open_path(self, path: str) -> None:
        """Open a table or a project."""
        if path.startswith("example:"):
            self._open_bundled(path.partition(":")[2])
        elif path.lower().endswith(SUFFIX):
            self.open_project(Path(path))
        elif looks_like_images(Path(path)):
            self.images.open(str(Path(path).absolute()))
        else:
            self._services.trainer.set_pace(0)
            self._read(str(Path(path).absolute()), None, self._take_table)

    def _open_bundled(self, name: str) -> None:
        if name in bundled_image_names():
            self.images.open_example(name)
        else:
            self.open_example(name)

    def open_example(self, name: str) -> None:
        """Open a bundled example, by the name of its documented job."""
        job = bundled_job(name)
        # a map so small would be learned before the first picture of it; without one there is
        # nothing to wait for
        self._services.trainer.set_pace(SLOW_PACE if job.data.x else 0)
        self._read(job.data.table, job, self._take_table)

    def open_project(self, path: Path) -> None:
        """Open a project: its table or images, its job and its runs."""
        if is_about_images(path):
            self.images.open_project(path)
            return
        project = self._project(path)
        if project is None:
            return

        def take(table: TableInfo, job: SurveyJob | None) -> None:
            self.keep_untitled()
            self._services.session.open_project(path.absolute(), project, table)
            self._services.work_on("table")
            self._services.settings.add_recent(str(path.absolute()))
            self.opened.emit()
            # after the page has changed, which ends what was said on the one before
            self._say_when_changed(project, table)

        self._read(project.table, project.job, take, project.reading)

    def read_again(
        self,
        reading: Reading,
        then: Callable[[], None] | None = None,
        failed: Callable[[Message], None] | None = None,
    ) -> None:
        """Read the present table in another way; roles and settings stay where they fit.

        Parameters
        ----------
        then, failed
            What is done afterwards; without `failed` the window says why it could not be read.
        """
        session = self._services.session
        if session.table is None:
            return

        def take(table: TableInfo, _: SurveyJob | None) -> None:
            session.read_again(table)
            if then is not None:
                then()

        self._read(session.table.source, None, take, reading, failed)

    def open_run(self, run: RunFolder, then: Callable[[], None]) -> None:
        """Show a run: read its table unless it is the present one, then take its settings."""
        if run.is_of_images:
            self.images.open_run(run, then)
            return
        try:
            job = run.survey_job()
        except InputError as error:
            self._services.say_failure(error.message)
            return
        session = self._services.session
        mine = session.survey_job() if session.modified else None

        def show() -> None:
            session.repeat(job)
            session.select_run(run)
            self._services.work_on("table")
            then()
            if mine is not None and same_place(mine.data.table, job.data.table) and mine != job:
                self._services.say(
                    self.tr("The settings are now those of this run."),
                    "info",
                    self.tr("Take mine back"),
                    lambda: self._take_back(mine),
                )

        table = session.table
        if (
            table is not None
            and same_place(table.source, job.data.table)
            and session.reading == job.data.reading
        ):
            show()
            return

        def take(table: TableInfo, _: SurveyJob | None) -> None:
            if session.table is not None and same_place(session.table.source, table.source):
                session.read_again(table)
            else:
                self.keep_untitled()
                session.open_table(table, job)
            show()

        self._read(job.data.table, job, take)

    def _take_back(self, job: SurveyJob) -> None:
        session = self._services.session
        if session.reading == job.data.reading:
            session.repeat(job)
        else:
            self.read_again(job.data.reading, lambda: session.repeat(job))

    def restore_untitled(self) -> None:
        """Go on where the last session ended without a project of its own."""
        if is_about_images(untitled_project_path()):
            self.images.open_project(untitled_project_path(), is_untitled=True)
            return
        project = self._project(untitled_project_path())
        if project is None:
            return

        def take(table: TableInfo, job: SurveyJob | None) -> None:
            self._take_table(table, job, project)

        self._read(project.table, project.job, take, project.reading)

    def keep_untitled(self) -> None:
        """Remember unsaved work, so that nothing is lost; a project only when it was changed."""
        session = self._services.working
        if session.is_empty or (session.project_path is not None and not session.modified):
            return
        try:
            session.write(session.project_path or untitled_project_path())
        except OSError:
            # the project's folder is gone or closed to us: the work is kept beside the settings
            session.write(untitled_project_path())
        session.modified = False

    def save_project(self, path: Path) -> None:
        """Save the session as a project."""
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        try:
            self._services.working.save_project(path.absolute())
        except OSError as error:
            self._services.say(str(error), "error")
            return
        self._services.settings.add_recent(str(path.absolute()))
        self._services.say(self.tr("Saved as {name}.").format(name=path.name), "success")

    def _project(self, path: Path) -> Project | None:
        try:
            return read_project(path)
        except InputError as error:
            self._services.settings.forget_recent(str(path))
            self._services.say_failure(error.message)
            return None

    def _take_table(
        self, table: TableInfo, job: SurveyJob | None, kept: Project | None = None
    ) -> None:
        session = self._services.session
        self.keep_untitled()
        session.leave_project()
        session.open_table(table, job)
        self._services.work_on("table")
        if kept is not None:
            session.take_kept(kept)
        self._services.settings.add_recent(table.source)
        self.opened.emit()

    def _say_when_changed(self, project: Project, table: TableInfo) -> None:
        wanted = project.job.data.features if project.job is not None else ()
        gone = [name for name in wanted if table.column(name) is None]
        if gone:
            self._services.say(
                self.tr("The table no longer has the features {columns}.").format(
                    columns=", ".join(gone)
                ),
                "warning",
            )
        elif project.fingerprint and project.fingerprint != table.fingerprint:
            self._services.say(
                self.tr(
                    "The table has changed since the project was saved; earlier runs keep "
                    "their own results."
                ),
                "warning",
            )

    def _read(
        self,
        source: str,
        job: SurveyJob | None,
        take: Callable[[TableInfo, SurveyJob | None], None],
        reading: Reading | None = None,
        told: Callable[[Message], None] | None = None,
    ) -> None:
        words = ["columns", source, "--cache", str(table_cache_folder())]
        if job is not None:
            words += ["--target", job.data.target]
            reading = job.data.reading
        if reading is not None and reading != Reading():
            words += ["--reading", str(written_reading(reading))]

        def done(event: Finished) -> None:
            take(TableInfo.from_values(event.values), job)

        def failed(failure: Message, traceback: str) -> None:
            present = self._services.session.table
            if present is None or present.source != source:
                self._services.settings.forget_recent(source)
            if told is not None:
                told(failure)
            if told is None or traceback:
                self._services.say_failure(failure, traceback)

        self.started.emit(source)
        self._services.tasks.ask(words, done, failed)


def written_reading(reading: Reading) -> Path:
    """Write the reading into a file of its own, since several may wait for the worker."""
    text = reading_text(reading)
    name = hashlib.sha256(text.encode()).hexdigest()[:16]
    path = table_cache_folder() / f"reading-{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text)
    return path
