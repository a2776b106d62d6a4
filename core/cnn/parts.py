"""From a job on images to everything that training needs: images, parts, prepared samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.dividing import Division, divide
from core.cnn.pixels import FittedPixels, fit_pixels
from core.cnn.samples import ImageSamples, tensor_of
from core.events import Event, Notice, TaskProgress
from core.image_job import ImageJob
from core.image_loading import load_images
from core.job_sections.images import ImagePreparation
from core.splitting import FoldRows, Rows
from datasets.images.image_set import ImageSet
from datasets.messages import InputError, Message, message


@dataclass(frozen=True)
class ImageFold:
    """What one or several members are trained on; the only one where nothing is cross-validated.

    Attributes
    ----------
    rows
        Training, validation and held-out rows.
    samples
        All images, prepared by figures of the training rows; the folds share the pixels.
    """

    rows: FoldRows
    samples: ImageSamples

    @property
    def pixels(self) -> FittedPixels:
        """How the images are prepared."""
        return self.samples.fitted

    @property
    def training(self) -> Rows:
        return self.rows.training

    @property
    def validation(self) -> Rows:
        return self.rows.validation

    @property
    def held_out(self) -> Rows:
        return self.rows.held_out


@dataclass(frozen=True)
class ImageParts:
    """Everything a CNN is trained and judged on.

    Attributes
    ----------
    test
        Sorted rows of the test part, which has no say in anything. With folds only what the
        source keeps for it.
    notices
        What was worked around when the images were divided and prepared.
    """

    image_set: ImageSet
    folds: tuple[ImageFold, ...]
    test: Rows
    notices: tuple[Message, ...] = ()

    @property
    def is_cross_validated(self) -> bool:
        return len(self.folds) > 1

    @property
    def class_names(self) -> tuple[str, ...]:
        return self.image_set.class_names

    @cached_property
    def labels(self) -> torch.Tensor:
        """Class codes of all samples, int64, shape (P,), -1 where unknown."""
        return torch.from_numpy(np.array(self.image_set.labels, np.int64))

    def part_names(self) -> NDArray[np.str_]:
        """Return what each sample is for, shape (P,).

        "training", "validation" (held out, where there are folds), "test", or "" for one that has
        no class or was not taken.
        """
        names = np.full(len(self.image_set), "", dtype="<U10")
        if self.is_cross_validated:
            for fold in self.folds:
                names[fold.held_out] = "validation"
        else:
            names[self.folds[0].training] = "training"
            names[self.folds[0].validation] = "validation"
        names[self.test] = "test"
        return names


def load_image_parts(
    job: ImageJob, report: Callable[[Event], None], *, began_with: str = ""
) -> ImageParts:
    """Read the images of a job, divide and prepare them, and report what was worked around.

    Parameters
    ----------
    began_with
        Fingerprint of the images that a run to be resumed began with; "" for a new run.

    Raises
    ------
    InputError
        When the images cannot be read, or a class is too small, or they are no longer those that
        the run began with.
    """
    # of a run that goes on, a change is an error and no notice
    wanted = job.images.model_copy(update={"fingerprint": ""}) if began_with else job.images
    images = load_images(wanted, report)
    if began_with not in ("", images.fingerprint):
        raise InputError(
            "The images {source} have changed since the run began, so the run cannot be resumed; "
            "start a new one.",
            source=job.images.source,
        )
    report(TaskProgress(message("Preparing the images"), 0, 1))
    parts = parts_of(images, job.preparation, job.training.seed)
    report(TaskProgress(message("Preparing the images"), 1, 1))
    for notice in parts.notices:
        report(Notice(notice))
    return parts


def parts_of(images: ImageSet, preparation: ImagePreparation, seed: int) -> ImageParts:
    """Divide images, and prepare them by figures of the training part of each fold."""
    division = divide(images, preparation, seed)
    pixels = tensor_of(images.pixels)
    folds = tuple(_fold(images, pixels, preparation, rows) for rows in division.folds)
    return ImageParts(images, folds, division.test, _notices(division, folds, preparation))


def _fold(
    images: ImageSet, pixels: torch.Tensor, preparation: ImagePreparation, rows: FoldRows
) -> ImageFold:
    fitted = fit_pixels(preparation, images.pixels[rows.training])
    return ImageFold(rows, ImageSamples(pixels, fitted))


def _notices(
    division: Division, folds: tuple[ImageFold, ...], preparation: ImagePreparation
) -> tuple[Message, ...]:
    said = [*division.notices, *(notice for fold in folds for notice in fold.pixels.notices)]
    if preparation.scaling == "pca":
        said.append(
            message(
                "PCA whitening puts components in the place of pixels, so that neighbours no "
                "longer belong together; a CNN usually learns more from ZCA whitening."
            )
        )
    return tuple({str(notice): notice for notice in said}.values())
