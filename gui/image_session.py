"""What is selected while one works on images; the image pages listen here alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.files import same_place
from core.image_job import (
    CNN,
    Augmentation,
    CNNTraining,
    ImageJob,
    ImagePreparation,
    Images,
)
from core.image_project import ImageProject, write_image_project
from core.image_proposing import propose_image_job
from core.networks.cnn.plan import plan_network
from core.networks.cnn.rate_advice import RateAdvice, rate_advice
from core.run_folder import RunFolder
from datasets.messages import InputError, Message, message
from gui.image_info import ImageInfo
from gui.project_runs import ProjectRuns


class ImageSession(ProjectRuns, QObject):
    """The state of the image pages, changed only through its methods, announced by its signals."""

    images_changed = Signal()
    settings_changed = Signal()
    run_changed = Signal()
    runs_changed = Signal()
    project_changed = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.images: ImageInfo | None = None
        self.preparation = ImagePreparation()
        self.augmentation = Augmentation()
        self.network = CNN()
        self.training = CNNTraining()
        # sample that is looked at more closely, counted from 0; -1: none
        self.sample = -1

    # --- images and settings -----------------------------------------------------------

    def open_images(self, images: ImageInfo, job: ImageJob | None = None) -> None:
        """Take a set of images; settings are those of the job, or else proposed ones."""
        self.images = images
        self.run = None
        self._unsaved_runs = []
        self.sample = -1
        self._take(job or propose_image_job(self._images(), images.image_shape, images.labelled))
        self.modified = False
        self.images_changed.emit()
        self.settings_changed.emit()
        self.run_changed.emit()

    def repeat(self, job: ImageJob) -> None:
        """Take the settings of an earlier run on the present images."""
        self._take(job)
        self.modified = True
        self.settings_changed.emit()

    def _take(self, job: ImageJob) -> None:
        self.preparation = job.preparation
        self.augmentation = job.augmentation
        self.network = job.network
        self.training = job.training

    def set_preparation(self, preparation: ImagePreparation) -> None:
        if preparation != self.preparation:
            self.preparation = preparation
            self._touch()

    def set_augmentation(self, augmentation: Augmentation) -> None:
        if augmentation != self.augmentation:
            self.augmentation = augmentation
            self._touch()

    def set_network(self, network: CNN) -> None:
        if network != self.network:
            self.network = network
            self._touch()

    def set_training(self, training: CNNTraining) -> None:
        if training != self.training:
            self.training = training
            self._touch()

    def select_sample(self, row: int) -> None:
        """Look at a sample more closely, counted from 0; -1 at none."""
        if row != self.sample:
            self.sample = row
            self.selection_changed.emit()

    def _touch(self) -> None:
        self.modified = True
        self.settings_changed.emit()

    # --- the job -----------------------------------------------------------------------

    @property
    def obstacle(self) -> Message | None:
        """Return why no job can be made yet, None when one can."""
        if self.images is None:
            return message("Open images first.")
        if len(self.images.class_names) < 2:
            return message("The images have no classes; learning needs at least two of them.")
        return self._network_obstacle(self.images)

    @property
    def obstacle_page(self) -> str:
        """Name of the page where the obstacle is mended, "" where there is none."""
        if self.images is None or len(self.images.class_names) < 2:
            return "images"
        return "cnn" if self.obstacle is not None else ""

    @property
    def rate_advice(self) -> RateAdvice | None:
        """A better learning rate for the network, where there is one."""
        if self.images is None or self.obstacle is not None:
            return None
        shape, classes = self.images.image_shape, len(self.images.class_names)
        return rate_advice(plan_network(self.network, shape, classes), self.training)

    def _network_obstacle(self, images: ImageInfo) -> Message | None:
        try:
            plan_network(self.network, images.image_shape, len(images.class_names))
        except InputError as error:
            return error.message
        return None

    def job(self) -> ImageJob | None:
        """Return the job as it stands, None while something is missing."""
        if self.images is None or self.obstacle is not None:
            return None
        return self.as_project().job

    def _images(self) -> Images:
        assert self.images is not None
        return Images(
            source=self.images.source,
            fingerprint=self.images.fingerprint,
            reading=self.images.reading,
        )

    # --- runs --------------------------------------------------------------------------

    def select_run(self, run: RunFolder | None) -> None:
        if self.project_path is not None and run != self.run:
            self.modified = True
        self.run = run
        if run is not None and self.project_path is None and self.shows_its_images:
            self._unsaved_runs.append(run)
        self.run_changed.emit()

    @property
    def shows_its_images(self) -> bool:
        """Whether the run on show learned from the present images."""
        if self.run is None or self.images is None:
            return False
        try:
            return same_place(self.run.image_job().images.source, self.images.source)
        except InputError:
            return False

    # --- projects ----------------------------------------------------------------------

    def open_project(self, path: Path, project: ImageProject, images: ImageInfo) -> None:
        """Take a project whose images were read."""
        self.open_images(images, project.job)
        self.project_path = path
        self.other_runs = tuple(RunFolder(Path(place)) for place in project.other_runs)
        self.take_kept(project)
        self.project_changed.emit()
        self.runs_changed.emit()

    def take_kept(self, project: ImageProject) -> None:
        """Show the run that a project had on show."""
        if project.run and RunFolder(Path(project.run)).exists:
            self.select_run(RunFolder(Path(project.run)))
            self.modified = False

    def as_project(self) -> ImageProject:
        """Return what a project file remembers of the session; it needs images."""
        job = ImageJob(
            images=self._images(),
            preparation=self.preparation,
            augmentation=self.augmentation,
            network=self.network,
            training=self.training,
        )
        return ImageProject(
            job,
            str(self.run.path) if self.run is not None and self.shows_its_images else "",
            tuple(str(run.path) for run in self.other_runs),
        )

    @property
    def is_empty(self) -> bool:
        return self.images is None

    def write(self, path: Path) -> None:
        """Write the project file."""
        if self.images is not None:
            write_image_project(path, self.as_project())
