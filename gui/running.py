"""Beginning, resuming, repeating, renaming and deleting runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QFile, QObject, QStandardPaths

from core.image_job import ImageJob
from core.job import Job
from core.job_file import AnyJob
from core.run_folder import RunFolder, new_run_path
from datasets.messages import InputError
from gui.image_session import ImageSession
from gui.network_title import network_title
from gui.opening import Opening
from gui.services import Services
from gui.session import Session
from gui.translating import core_message

LONGEST_NAME = 80


class Running(QObject):
    """What can be done with runs, each with its word to the user when it cannot."""

    def __init__(self, services: Services, opening: Opening) -> None:
        super().__init__(services)
        self._services = services
        self._opening = opening
        self._trainer = services.trainer
        self._trainer.ended.connect(self._ended)
        self._trainer.crashed.connect(self._crashed)

    def train(self) -> None:
        """Begin a run of the job as it stands."""
        session = self._services.working
        job = _job_of(session)
        if job is None:
            # that page says what is in the way, with the way to where it is mended
            self._services.go("train" if isinstance(session, Session) else "image-train")
            return
        if self._trainer.active:
            self._services.say(
                self.tr("A run is in training; stop it before starting another."), "warning"
            )
            return
        stem, name = _names_of(job)
        try:
            run = self._trainer.train(job, new_run_path(session.runs_folder, stem), name)
        except OSError as error:
            self._services.say(
                self.tr("The run folder cannot be written: {reason}.").format(reason=error),
                "error",
            )
            return
        session.select_run(run)
        session.runs_changed.emit()
        self._services.go(_train_page(run))

    def pause_or_resume(self) -> None:
        if self._trainer.state == "paused":
            self._trainer.resume()
        else:
            self._trainer.pause()

    def stop(self) -> None:
        self._trainer.stop()

    def resume_run(self, run: RunFolder) -> None:
        """Go on with an unfinished run from its checkpoint."""
        if self._trainer.active:
            self._services.say(
                self.tr("A run is in training; stop it before resuming another."), "warning"
            )
            return
        self._opening.open_run(run, lambda: self._resume(run))

    def _resume(self, run: RunFolder) -> None:
        self._trainer.resume_run(run)
        self._services.working.run_changed.emit()
        self._services.working.runs_changed.emit()
        self._services.go(_train_page(run))

    def rename(self, run: RunFolder, name: str) -> None:
        """Give a run another name."""
        if not name.strip():
            self._services.say(self.tr("A run needs a name; the old one is kept."), "warning")
            return
        try:
            run.rename(name.strip()[:LONGEST_NAME])
        except OSError as error:
            self._services.say(
                self.tr("The run cannot be renamed: {reason}.").format(reason=error.strerror),
                "error",
            )
        self._services.working.runs_changed.emit()

    def delete(self, run: RunFolder) -> None:
        """Move a run to the bin."""
        if self._trainer.active and self._trainer.run == run:
            self._services.say(self.tr("This run is in training; stop it first."), "warning")
            return
        name = run.about()["name"]
        # Qt makes the bin itself, but not the folder that it belongs in
        place = QStandardPaths.StandardLocation.GenericDataLocation
        QDir().mkpath(QStandardPaths.writableLocation(place))
        moved = QFile.moveToTrash(str(run.path))
        if not (moved[0] if isinstance(moved, tuple) else moved):
            self._services.say(
                self.tr("“{name}” could not be moved to the bin.").format(name=name), "error"
            )
            return
        for session in (self._services.session, self._services.images):
            if session.run == run:
                session.select_run(None)
            session.runs_changed.emit()
        self._services.say(self.tr("“{name}” is in the bin.").format(name=name))

    def _ended(self, run: RunFolder) -> None:
        failure = self._trainer.failure
        if failure is not None:
            self._services.say_failure(*failure)
        else:
            outcome = run.outcome()
            if outcome is None:
                self._services.say(
                    self.tr("Stopped before the training began; the Runs page can resume it.")
                )
            elif outcome.reason == "diverged":
                self._services.say(core_message(outcome.sentence), "warning")
            else:
                page = _result_page(run)
                self._services.say(
                    core_message(outcome.sentence),
                    "success" if outcome.reason in ("goal", "validation") else "info",
                    self._see_words(page),
                    lambda: self._opening.open_run(run, lambda: self._services.go(page)),
                )
        self._announce(run)

    def _announce(self, run: RunFolder) -> None:
        """Say that a run has changed to whoever shows it."""
        for session in (self._services.session, self._services.images):
            session.runs_changed.emit()
            if session.run == run:
                session.run_changed.emit()

    def _see_words(self, page: str) -> str:
        if page == "map":
            return self.tr("See the map")
        return self.tr("See the errors") if page == "image-judge" else self.tr("See the tables")

    def _crashed(self, run: RunFolder) -> None:
        self._announce(run)
        self._services.say(
            self.tr("The worker of “{name}” ended unexpectedly; nothing recorded was lost.").format(
                name=run.about()["name"]
            ),
            "error",
            self.tr("Resume"),
            lambda: self.resume_run(run),
        )


def _result_page(run: RunFolder) -> str:
    """Return where the result of a run is seen: without coordinates there is no map."""
    if run.is_of_images:
        return "image-judge"
    try:
        return "map" if run.job().data.x else "judge"
    except InputError:
        return "map"


def _train_page(run: RunFolder) -> str:
    return "image-train" if run.is_of_images else "train"


def _job_of(session: Session | ImageSession) -> AnyJob | None:
    return session.survey_job() if isinstance(session, Session) else session.job()


def _names_of(job: AnyJob) -> tuple[str, str]:
    """Return the stem of the data for a folder, and what the run is called."""
    if isinstance(job, ImageJob):
        stem = _stem(job.images.source)
        return stem, f"{stem} {network_title(job.network.name)}"
    stem = _stem(job.data.table)
    layers = job.network.layers if isinstance(job, Job) else network_title(job.network.name)
    return stem, f"{stem} {layers}"


def _stem(source: str) -> str:
    return Path(source.partition(":")[2] or source).stem
