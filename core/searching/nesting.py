"""Nested divisions: samples that judge, and inside what is left samples that choose.

What is chosen by samples is flattered on them, so no sample may both choose a setting and judge the
choice (M. Stone 1974, Cross-validatory choice and assessment of statistical predictions, Journal
of the Royal Statistical Society B 36, 111-147; how much it flatters: S. Varma & R. Simon 2006, Bias
in error estimation when using cross-validation for model selection, BMC Bioinformatics 7, 91).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from core.job import Job, Judging
from core.job_dataset import dataset_of, looks_like_degrees
from core.loading import read_labelled
from core.protocols.dividing import divide
from core.protocols.division import Division, Rows, Split
from core.protocols.grouping import groups_of
from core.searching.judged_by import check_protocol
from core.splitting import FoldRows, split
from datasets.dataset import Dataset
from datasets.messages import InputError

# networks that one trial trains for each member
MOST_NETWORKS = 2000


@dataclass(frozen=True)
class OuterFold:
    """Rows of the labelled samples: what is trained and judged to choose, and then to judge.

    Attributes
    ----------
    inner
        Folds of what `outer` trains on, each with the rows that it holds out to choose by.
    outer
        Its held-out rows judge the choice. None of them is in `inner`.
    """

    inner: tuple[FoldRows, ...]
    outer: FoldRows


@dataclass(frozen=True)
class Nested:
    """Everything that a trial needs besides its setting.

    Attributes
    ----------
    dataset
        The labelled samples alone, L of them.
    division
        How the protocol of the job divides these.
    """

    dataset: Dataset
    division: Division
    folds: tuple[OuterFold, ...]

    @property
    def judging(self) -> Rows:
        """Rows that judge, ascending."""
        rows: Rows = np.sort(np.concatenate([fold.outer.held_out for fold in self.folds]))
        return rows


def read_nested(job: Job, inner_folds: int) -> Nested:
    """Read the table of a job and divide it as it is judged, and again inside each training part.

    Raises
    ------
    InputError
        When the table cannot be read or divided twice.
    """
    read = read_labelled(job.data.table, job.data.reading)
    dataset = dataset_of(read.table, job.data)
    groups = groups_of(dataset, read.labels, job.judging.protocol)
    degrees = looks_like_degrees(read.table, job.data)
    return nest(dataset, job, groups, inner_folds, looks_like_degrees=degrees)


def nest(
    dataset: Dataset,
    job: Job,
    groups: Rows | None,
    inner_folds: int,
    *,
    looks_like_degrees: bool = False,
) -> Nested:
    """Divide a dataset twice; see `read_nested` and `core.protocols.dividing.divide`."""
    judging, seed = job.judging, job.training.seed
    check_protocol(judging)
    division = divide(dataset, judging, seed, groups, looks_like_degrees=looks_like_degrees)
    if not division.splits:
        raise InputError(
            "No sample can be held out to judge what a search finds; take another protocol."
        )
    _check_size(len(division.splits), inner_folds)
    folds = []
    for number, each in enumerate(division.splits):
        left = dataset.target.copy()
        left[each.held_out] = left[each.left_out] = -1
        rest = replace(dataset, target=left)
        within = _inner_judging(judging, division, inner_folds)
        inner = divide(rest, within, seed, groups, looks_like_degrees=looks_like_degrees)
        _check_inner(inner, number)
        folds.append(
            OuterFold(
                tuple(
                    _rows(job, left, division, split.held_out, split.left_out)
                    for split in inner.splits
                ),
                _rows(job, left, division, each.held_out, each.held_out[:0]),
            )
        )
    return _of_labelled(dataset, division, folds)


def _check_size(outer: int, inner: int) -> None:
    networks = outer * (inner + 1)
    if networks > MOST_NETWORKS:
        raise InputError(
            "Each trial would train {count} networks for each member, since {folds} folds are "
            "divided again; judge the search by fewer folds.",
            count=f"{networks:,}",
            folds=f"{outer:,}",
        )


def _inner_judging(judging: Judging, division: Division, folds: int) -> Judging:
    """Return the same protocol in a few folds: whole blocks or groups where the outer one has them.

    Blocks are as large as outside, so that a block is one thing in both.
    """
    kinds = {"hold_out": "folds", "leave_one_out": "folds", "leave_one_group_out": "groups"}
    return judging.model_copy(
        update={
            "protocol": kinds.get(judging.protocol, judging.protocol),
            "folds": folds,
            "block_size": division.block_size or 0.0,
        }
    )


def _check_inner(inner: Division, number: int) -> None:
    if len(inner.splits) < 2:
        raise InputError(
            "The training part of fold {fold} cannot be divided again, so nothing can be chosen "
            "in it: take fewer folds, smaller blocks, or more samples.",
            fold=number + 1,
        )


def _rows(job: Job, target: Rows, division: Division, held_out: Rows, left_out: Rows) -> FoldRows:
    """Return the rows of one fold, with a validation part as a run would take it."""
    target = target.copy()
    target[held_out] = target[left_out] = -1
    part, seed = job.preparation.validation_part, job.training.seed
    training, validation, _ = split(target, part, seed, division.units)
    return FoldRows(training, validation, held_out)


def _of_labelled(dataset: Dataset, division: Division, folds: list[OuterFold]) -> Nested:
    """Return the same without the samples of no class, which a survey has by the thousand."""
    labelled = dataset.labelled

    def moved(*parts: Rows) -> list[Rows]:
        return [np.searchsorted(labelled, part) for part in parts]

    def moved_fold(rows: FoldRows) -> FoldRows:
        return FoldRows(*moved(rows.training, rows.validation, rows.held_out))

    cut: dict[str, Any] = {
        field.name: value[labelled]
        for field in fields(dataset)
        if isinstance(value := getattr(dataset, field.name), np.ndarray)
    }
    splits = tuple(Split(*moved(each.held_out, each.left_out)) for each in division.splits)
    units = division.units[labelled] if division.units is not None else None
    return Nested(
        replace(dataset, **cut),
        replace(division, splits=splits, units=units),
        tuple(
            OuterFold(tuple(map(moved_fold, fold.inner)), moved_fold(fold.outer)) for fold in folds
        ),
    )
