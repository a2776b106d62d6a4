"""Opening images: a bundled set, MNIST from its mirrors, a file or a folder of one's own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import tomli_w
from PySide6.QtCore import QObject, Signal

from core.bundled import bundled_image_job
from core.events import Finished
from core.files import same_place, write_text
from core.image_job import ImageJob
from core.image_project import read_image_project
from core.places import table_cache_folder
from core.run_folder import RunFolder
from datasets.images.image_reading import ImageReading
from datasets.messages import InputError, Message
from gui.image_info import ImageInfo
from gui.services import Services


class ImageOpening(QObject):
    """Reads beside the window and hands the result to the image session."""

    started = Signal(str)
    opened = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        # what keeps the present work before other images take its place
        self.keep: Callable[[], None] = lambda: None

    def open(self, source: str, reading: ImageReading | None = None) -> None:
        """Open a file or a folder of images."""
        self._read(source, reading or ImageReading(), lambda info: self._take(info, None))

    def open_example(self, name: str) -> None:
        """Open bundled images by the name of their documented job; MNIST is fetched at need."""
        job = bundled_image_job(name)

        def read() -> None:
            self._read(job.images.source, job.images.reading, lambda info: self._take(info, job))

        if name == "mnist":
            self._fetch(name, read)
        else:
            read()

    def open_project(self, path: Path, *, is_untitled: bool = False) -> None:
        """Open a project about images, or the work that was kept without one."""
        try:
            project = read_image_project(path)
        except InputError as error:
            self._services.settings.forget_recent(str(path))
            self._services.say_failure(error.message)
            return

        def take(info: ImageInfo) -> None:
            session = self._services.images
            if is_untitled:
                session.leave_project()
                session.open_images(info, project.job)
                session.take_kept(project)
            else:
                self.keep()
                session.open_project(path.absolute(), project, info)
                self._services.settings.add_recent(str(path.absolute()))
            self._services.work_on("images")
            self.opened.emit()

        images = project.job.images
        self._read(images.source, images.reading, take)

    def read_again(self, reading: ImageReading) -> None:
        """Read the present images in another way; the settings stay."""
        session = self._services.images
        present = session.images
        if present is None:
            return
        job = session.job()
        self._read(present.source, reading, lambda info: self._take(info, _as_read(job, reading)))

    def open_run(self, run: RunFolder, then: Callable[[], None]) -> None:
        """Show a run: read its images unless they are the present ones, then take its settings."""
        try:
            job = run.image_job()
        except InputError as error:
            self._services.say_failure(error.message)
            return
        session = self._services.images
        present = session.images

        def show() -> None:
            session.repeat(job)
            session.select_run(run)
            self._services.work_on("images")
            then()

        if (
            present is not None
            and same_place(present.source, job.images.source)
            and present.reading == job.images.reading
        ):
            show()
            return

        def take(info: ImageInfo) -> None:
            self.keep()
            session.open_images(info, job)
            show()

        self._read(job.images.source, job.images.reading, take)

    def _take(self, info: ImageInfo, job: ImageJob | None) -> None:
        self.keep()
        self._services.images.leave_project()
        self._services.images.open_images(info, job)
        self._services.settings.add_recent(info.source)
        self._services.work_on("images")
        self.opened.emit()

    def _fetch(self, name: str, then: Callable[[], None]) -> None:
        self.started.emit(name)
        self._services.tasks.ask(["fetch", name], lambda _: then(), self._services.say_failure)

    def _read(self, source: str, reading: ImageReading, take: Callable[[ImageInfo], None]) -> None:
        words = ["images", source]
        if reading != ImageReading():
            words += ["--reading", str(_written(reading))]

        def done(event: Finished) -> None:
            take(ImageInfo.from_values(event.values, reading))

        def failed(failure: Message, traceback: str) -> None:
            present = self._services.images.images
            if present is None or present.source != source:
                self._services.settings.forget_recent(source)
            self._services.say_failure(failure, traceback)

        self.started.emit(source)
        self._services.tasks.ask(words, done, failed)


def _as_read(job: ImageJob | None, reading: ImageReading) -> ImageJob | None:
    if job is None:
        return None
    return job.model_copy(update={"images": job.images.model_copy(update={"reading": reading})})


def _written(reading: ImageReading) -> Path:
    """Write the reading into a file of its own, since several may wait for the worker."""
    text = tomli_w.dumps(reading.model_dump(mode="json", exclude_defaults=True))
    name = hashlib.sha256(text.encode()).hexdigest()[:16]
    path = table_cache_folder() / f"image-reading-{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text)
    return path
