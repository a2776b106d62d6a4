"""The learning rate as it is going to be, drawn before the training begins."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.cnn.schedules import learning_rate
from core.job_sections.cnn import BY_BATCH, CNNTraining
from core.job_sections.images import ImagePreparation
from gui.image_info import ImageInfo

# as many as a plot is wide
MOST_POINTS = 500

Floats = NDArray[np.float64]


def has_rate(training: CNNTraining) -> bool:
    """Whether the trainer has a learning rate at all; RPROP has none."""
    return training.trainer in BY_BATCH


def planned_rate(training: CNNTraining, steps_per_epoch: int) -> tuple[Floats, Floats]:
    """Return epochs (fractions) and the learning rate of the steps that end there.

    The figures of a step that was done stand at its end as well. Empty for a trainer without a
    learning rate.
    """
    if not has_rate(training):
        return np.empty(0), np.empty(0)
    total = training.epochs * steps_per_epoch
    steps = np.unique(np.linspace(0, total - 1, min(total, MOST_POINTS)).round().astype(np.int64))
    rates = [learning_rate(training, step, steps_per_epoch) for step in steps.tolist()]
    return (steps + 1) / steps_per_epoch, np.array(rates)


def guessed_steps(images: ImageInfo, preparation: ImagePreparation, training: CNNTraining) -> int:
    """Return about how many batches an epoch will have, before the images are divided."""
    own_test = images.test > 0 and not preparation.folds
    rest = float(images.labelled - images.test if own_test else images.labelled)
    if preparation.folds:
        rest *= 1 - 1 / preparation.folds
    elif not own_test:
        rest *= 1 - preparation.test_part
    rest *= 1 - preparation.validation_part
    if preparation.samples:
        rest = min(rest, preparation.samples)
    return max(1, math.ceil(rest / training.batch_size))
