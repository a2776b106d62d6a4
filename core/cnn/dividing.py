"""Dividing images into a training, a validation and a test part, or into folds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.job_sections.images import ImagePreparation
from core.splitting import FoldRows, Rows, split, split_folds
from datasets.images.image_set import UNKNOWN, ImageSet
from datasets.messages import InputError, Message

# below this a class cannot be both learned and judged
FEWEST = 2
# what keeps the draws of one seed apart
TEST, LIMIT = 0x7E57, 0x11417


@dataclass(frozen=True)
class Division:
    """Which rows are for what; no row of `test` is in any fold."""

    folds: tuple[FoldRows, ...]
    test: Rows
    notices: tuple[Message, ...] = ()


def divide(images: ImageSet, preparation: ImagePreparation, seed: int) -> Division:
    """Divide labelled images; each class is in every part in like shares.

    The test part is that of the source, or `test_part` of each class. With folds there is no other
    test part than that of the source: every other sample is held out once.

    Raises
    ------
    InputError
        When there are fewer than two classes, or a class has too few samples to be learned.
    """
    _check_classes(images)
    labels = np.where(images.is_test, UNKNOWN, images.labels)
    test = np.flatnonzero(images.is_test & images.is_labelled)
    if preparation.folds >= 2:
        held_out, notices = split_folds(labels, preparation.folds, seed)
        folds = []
        for rows in held_out:
            fold, said = _fold(without(labels, rows), preparation, seed, rows)
            folds.append(fold)
            notices = (*notices, *said)
        return Division(tuple(folds), test, _once(notices))
    notices = ()
    if not len(test) and preparation.test_part > 0:
        _, test, notices = split(labels, preparation.test_part, seed + TEST)
        labels = without(labels, test)
    fold, said = _fold(labels, preparation, seed)
    return Division((fold,), test, _once((*notices, *said)))


def without(labels: NDArray[np.int64], rows: Rows) -> NDArray[np.int64]:
    """Return class codes with those of some rows taken away."""
    left = labels.copy()
    left[rows] = UNKNOWN
    return left


def evenly(labels: NDArray[np.int64], rows: Rows, count: int, seed: int) -> Rows:
    """Draw `count` rows, as many of each class as there are; 0 or too many: all.

    With one seed a smaller draw is a part of a larger one.

    Parameters
    ----------
    labels
        int64, shape (P,). Class codes of all samples.
    rows
        Labelled rows to draw from.

    Returns
    -------
    ndarray
        Sorted rows.
    """
    if not 0 < count < len(rows):
        return rows
    rng = np.random.default_rng([seed, LIMIT])
    mixed = rng.permutation(rows)
    # the first of every class, then the second of every class, and so on
    order = np.argsort(labels[mixed], kind="stable")
    turn = np.empty(len(mixed), np.int64)
    sizes = np.unique(labels[mixed], return_counts=True)[1]
    turn[order] = np.concatenate([np.arange(size) for size in sizes])
    return np.asarray(np.sort(mixed[np.argsort(turn, kind="stable")[:count]]), np.int64)


def _fold(
    labels: NDArray[np.int64],
    preparation: ImagePreparation,
    seed: int,
    held_out: Rows | None = None,
) -> tuple[FoldRows, tuple[Message, ...]]:
    training, validation, notices = split(labels, preparation.validation_part, seed)
    training = evenly(labels, training, preparation.samples, seed)
    _check_limit(labels, training, preparation.samples)
    rows = validation if held_out is None else held_out
    return FoldRows(training, validation, rows), notices


def _check_classes(images: ImageSet) -> None:
    """Refuse what cannot be learned before anything is drawn."""
    taught = images.labels[images.is_labelled & ~images.is_test]
    if len(taught) == 0:
        raise InputError(
            "No image of {source} outside its test part has a class, so nothing can be learned; "
            "choose images with labels.",
            source=images.source,
        )
    if len(images.class_names) < 2:
        raise InputError(
            "All images of {source} belong to one class; a network needs two or more.",
            source=images.source,
        )
    counts = np.bincount(taught, minlength=len(images.class_names))
    scarce = int(counts.argmin())
    if counts[scarce] < FEWEST:
        raise InputError(
            "The class {name} of {source} has {count} images to learn from and needs {needed} or "
            "more; add some, or take the class out.",
            name=images.class_names[scarce],
            source=images.source,
            count=int(counts[scarce]),
            needed=FEWEST,
        )


def _check_limit(labels: NDArray[np.int64], training: Rows, count: int) -> None:
    classes = len(np.unique(labels[labels >= 0]))
    if count > 0 and len(np.unique(labels[training])) < classes:
        raise InputError(
            "{count} samples are too few for {classes} classes; set Samples to {classes} or more, "
            "or to 0 for all.",
            count=count,
            classes=classes,
        )


def _once(notices: tuple[Message, ...]) -> tuple[Message, ...]:
    """The folds of one set of images have much the same to say."""
    return tuple({str(notice): notice for notice in notices}.values())
