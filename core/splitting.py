"""Dividing the labelled samples into a training and a validation part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message

Rows = NDArray[np.int64]


def split(
    target: NDArray[np.int64],
    part: float,
    seed: int,
    groups: NDArray[np.int64] | None = None,
) -> tuple[Rows, Rows, tuple[Message, ...]]:
    """Hold out a part of each class for validation.

    Parameters
    ----------
    target
        int64, shape (P,). Class codes; rows with -1 belong to neither part.
    part
        Share to hold out, 0 to 0.5. Every class keeps at least one sample in training.
    groups
        int64, shape (P,). Samples of a group stay together; -1 stands alone.

    Returns
    -------
    tuple
        Sorted rows of the training part, of the validation part, and notices.
    """
    labelled = np.flatnonzero(target >= 0)
    if part <= 0:
        return labelled, labelled[:0], ()
    rng = np.random.default_rng([seed, 0x5B11])
    if groups is None:
        held_out = _by_class(target, labelled, part, rng)
    else:
        held_out = _by_group(target, labelled, part, groups, rng)
    is_held_out = np.isin(labelled, held_out)
    training, validation = labelled[~is_held_out], labelled[is_held_out]
    return training, validation, _notices(target, labelled, validation)


def _by_class(
    target: NDArray[np.int64], labelled: Rows, part: float, rng: np.random.Generator
) -> Rows:
    chosen = []
    for code in np.unique(target[labelled]):
        rows = rng.permutation(labelled[target[labelled] == code])
        chosen.append(rows[: min(round(part * len(rows)), len(rows) - 1)])
    return np.concatenate(chosen) if chosen else labelled[:0]


def _by_group(
    target: NDArray[np.int64],
    labelled: Rows,
    part: float,
    groups: NDArray[np.int64],
    rng: np.random.Generator,
) -> Rows:
    """Hold out whole groups, in random order, as long as no class loses its last sample."""
    names = groups[labelled].copy()
    alone = names < 0
    names[alone] = names.max(initial=0) + 1 + np.arange(int(alone.sum()))
    wanted = round(part * len(labelled))
    left = np.bincount(target[labelled])
    held_out: list[Rows] = []
    count = 0
    for name in rng.permutation(np.unique(names)):
        rows = labelled[names == name]
        cost = np.bincount(target[rows], minlength=len(left))
        empties_a_class = bool(((left - cost <= 0) & (cost > 0)).any())
        if count + len(rows) > wanted or empties_a_class:
            continue
        held_out.append(rows)
        left = left - cost
        count += len(rows)
    return np.concatenate(held_out) if held_out else labelled[:0]


def _notices(target: NDArray[np.int64], labelled: Rows, validation: Rows) -> tuple[Message, ...]:
    if len(validation) == 0:
        return (
            message(
                "The classes or groups are too small to hold any sample out; all of them are "
                "trained on."
            ),
        )
    absent = np.setdiff1d(target[labelled], target[validation])
    if len(absent):
        return (
            message(
                "Some classes ({count}) are too small to have a sample in the validation part.",
                count=len(absent),
            ),
        )
    return ()
