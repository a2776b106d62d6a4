"""How the images of the window would be divided, found as the worker finds it."""

from __future__ import annotations

from dataclasses import dataclass

from core.cnn.dividing import divide
from core.job_sections.images import ImagePreparation
from datasets.images.image_set import ImageSet
from datasets.messages import InputError, Message
from gui.image_info import ImageInfo


@dataclass(frozen=True)
class Divided:
    """Numbers of samples.

    Attributes
    ----------
    training, validation, test
        With folds those of the first one; the others differ by a sample or two.
    folds
        Number of folds, 1 where nothing is cross-validated.
    held_out
        Samples of the first fold, which judge it; 0 without folds.
    left
        Samples with a class that `samples` leaves out of training.
    unlabelled
        Samples without a class.
    """

    training: int
    validation: int
    test: int
    folds: int
    held_out: int
    left: int
    unlabelled: int
    notices: tuple[Message, ...]


def divided(images: ImageInfo, preparation: ImagePreparation, seed: int) -> Divided | Message:
    """Count the samples of each part, or return why the images cannot be divided."""
    try:
        found = divide(_as_set(images), preparation, seed)
    except InputError as error:
        return error.message
    fold, cross = found.folds[0], len(found.folds) > 1
    held_out = len(fold.held_out) if cross else 0
    used = len(fold.training) + len(fold.validation) + len(found.test) + held_out
    return Divided(
        training=len(fold.training),
        validation=len(fold.validation),
        test=len(found.test),
        folds=len(found.folds),
        held_out=held_out,
        left=images.labelled - used,
        unlabelled=images.unlabelled,
        notices=found.notices,
    )


def _as_set(images: ImageInfo) -> ImageSet:
    return ImageSet(
        images.pixels,
        images.labels,
        images.class_names,
        images.is_test,
        images.source,
        images.fingerprint,
    )
