"""What a division of samples cannot make honest, and what a person is told of it."""

from __future__ import annotations

import numpy as np

from core.protocols.division import Division
from datasets.dataset import Dataset
from datasets.messages import InputError, Message, message


def not_placed(division: Division, dataset: Dataset) -> tuple[Message, ...]:
    """Tell of labelled samples that neither blocks nor a buffer can keep apart."""
    if division.block_size is None and division.buffer is None:
        return ()
    assert dataset.coordinates is not None
    known = np.isfinite(dataset.coordinates[dataset.labelled]).all(axis=1)
    count = int((~known).sum())
    if not count:
        return ()
    return (
        message(
            "Labelled samples without coordinates ({count}) belong to no block and are near to "
            "nothing, so they may be held out beside their neighbours.",
            count=count,
        ),
    )


def never_learned(division: Division, dataset: Dataset) -> tuple[Message, ...]:
    """Tell of classes that some held-out samples have and no sample left in training has."""
    target, labelled = dataset.target, dataset.labelled
    lost: set[int] = set()
    samples = 0
    for each in division.splits:
        away = np.union1d(each.held_out, each.left_out)
        left = np.unique(target[np.setdiff1d(labelled, away)])
        if len(left) < 2:
            raise InputError(
                "A fold leaves samples of one class only to train on; take more folds, smaller "
                "blocks or a smaller buffer, or leave out classes of one sample."
            )
        strange = ~np.isin(target[each.held_out], left)
        lost.update(target[each.held_out[strange]].tolist())
        samples += int(strange.sum())
    if not lost:
        return ()
    return (
        message(
            "Held-out samples ({samples}, of {classes}) are judged by networks that never saw "
            "their class, since all its samples are held out together: they count as wrong. Merge "
            "such classes, or divide more finely.",
            samples=samples,
            classes=", ".join(dataset.class_names[code] for code in sorted(lost)),
        ),
    )
