"""Dividing labelled samples into a training and a validation part, or into folds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message

Rows = NDArray[np.int64]


@dataclass(frozen=True)
class FoldRows:
    """Sorted rows (from 0) of what the networks of one fold are trained on.

    Attributes
    ----------
    training
        Rows that weights and the figures of the preparation are fitted to.
    validation
        Rows that watch the validation loss, and so may choose when to stop.
    held_out
        Rows that the networks are judged by: those of the fold, or the validation rows where
        these judge.
    """

    training: Rows
    validation: Rows
    held_out: Rows


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


def split_folds(
    target: NDArray[np.int64], folds: int, seed: int, groups: NDArray[np.int64] | None = None
) -> tuple[list[Rows], tuple[Message, ...]]:
    """Divide the labelled samples into folds that hold each class in like shares.

    Parameters
    ----------
    target, groups
        As for `split`; whole groups go to a fold.

    Returns
    -------
    tuple
        Sorted rows of each fold, every labelled row in exactly one, and notices. There are fewer
        folds where there are fewer samples or groups, and none where there is but one of them.

    """
    labelled = np.flatnonzero(target >= 0)
    rng = np.random.default_rng([seed, 0xF01D])
    units = _units(labelled, groups)
    folds = min(folds, len(np.unique(units)))
    if folds < 2:
        return [], (_nothing_held_out(),)
    fold_of = np.zeros(len(labelled), np.int64)
    filled = np.zeros(folds, np.int64)
    per_class = np.zeros((folds, int(target.max(initial=0)) + 1), np.int64)
    together = _members_of_units(units)
    for place in rng.permutation(len(together)):
        members = together[place]
        counts = np.bincount(target[labelled[members]], minlength=per_class.shape[1])
        # the fold with the fewest samples of these classes, then with the fewest at all
        crowd = per_class @ (counts > 0)
        fold = np.lexsort((filled, crowd))[0]
        fold_of[members] = fold
        per_class[fold] += counts
        filled[fold] += len(members)
    smallest = np.bincount(target[labelled])
    rare = int((smallest[smallest > 0] < folds).sum())
    notices = (
        (
            message(
                "{count} classes have fewer samples than there are folds ({folds}), the smallest "
                "{least}; some folds hold none of them. Take fewer folds, or merge small classes.",
                count=rare,
                folds=folds,
                least=int(smallest[smallest > 0].min()),
            ),
        )
        if rare
        else ()
    )
    return [labelled[fold_of == fold] for fold in range(folds)], notices


def _members_of_units(units: NDArray[np.int64]) -> list[Rows]:
    """Return the places of the members of each unit, units in the order of their numbers."""
    order = np.argsort(units, kind="stable")
    _, first = np.unique(units[order], return_index=True)
    return np.split(order, first[1:])


def _units(labelled: Rows, groups: NDArray[np.int64] | None) -> Rows:
    """Return what is never split: the group of each labelled row, or the row by itself."""
    if groups is None:
        return np.arange(len(labelled))
    names = groups[labelled].copy()
    alone = names < 0
    names[alone] = names.max(initial=0) + 1 + np.arange(int(alone.sum()))
    return names


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
    names = _units(labelled, groups)
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
        return (_nothing_held_out(),)
    absent = np.setdiff1d(target[labelled], target[validation])
    if len(absent):
        return (
            message(
                "Some classes ({count}) are too small to have a sample in the validation part.",
                count=len(absent),
            ),
        )
    return ()


def _nothing_held_out() -> Message:
    return message(
        "The classes or groups are too small to hold any sample out; all of them are trained on."
    )
