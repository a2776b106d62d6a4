"""How the images of the window would be divided, found as the worker finds it."""

from __future__ import annotations

from dataclasses import dataclass

from core.cnn.dividing import Division, divide
from core.job_sections.images import ImagePreparation
from datasets.images.image_set import ImageSet
from datasets.messages import InputError, Message
from gui.image_info import ImageInfo

# dividing more samples than this into folds takes longer than a frame
MOST_EXACT = 2500


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
    is_about
        Whether the numbers are those of like shares: the folds of many samples are not drawn here.
    """

    training: int
    validation: int
    test: int
    folds: int
    held_out: int
    left: int
    unlabelled: int
    notices: tuple[Message, ...]
    is_about: bool = False


def divided(images: ImageInfo, preparation: ImagePreparation, seed: int) -> Divided | Message:
    """Count the samples of each part, or return why the images cannot be divided."""
    is_about = preparation.folds >= 2 and images.labelled > MOST_EXACT
    drawn = preparation
    if is_about:
        drawn = preparation.model_copy(update={"folds": 0, "test_part": 0.0, "samples": 0})
    try:
        found = divide(_as_set(images), drawn, seed)
    except InputError as error:
        return error.message
    return _shared(images, preparation, found) if is_about else _counted(images, found)


def _counted(images: ImageInfo, found: Division) -> Divided:
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


def _shared(images: ImageInfo, preparation: ImagePreparation, undivided: Division) -> Divided:
    """Return what each fold is like, from a division without folds."""
    fold, folds = undivided.folds[0], preparation.folds
    taught = len(fold.training) + len(fold.validation)
    held_out = round(taught / folds)
    validation = round(len(fold.validation) * (1 - 1 / folds))
    rest = taught - held_out - validation
    training = min(preparation.samples or rest, rest)
    return Divided(
        training=training,
        validation=validation,
        test=len(undivided.test),
        folds=folds,
        held_out=held_out,
        left=rest - training,
        unlabelled=images.unlabelled,
        notices=undivided.notices,
        is_about=True,
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
