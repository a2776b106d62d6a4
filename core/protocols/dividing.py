"""Dividing the labelled samples of a survey as a protocol of judging says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.job_sections.judging import Judging
from core.protocols.block_size import propose_block_size
from core.protocols.blocks import joined, lay_blocks, too_near
from core.protocols.division import Division, Resampled, Rows, Split
from core.protocols.honesty import never_learned, not_placed
from core.protocols.memory import check_memory
from core.protocols.plane import Plane, plane_of
from core.splitting import split, split_folds
from datasets.dataset import Dataset
from datasets.messages import InputError, Message, message

# networks for each member; more would be days of training for a figure that folds give as well
MOST_FOLDS = 1000
# keeps the draw of the test part apart from that of the validation part
TEST_DRAW = 0x7E57


def divide(
    dataset: Dataset,
    judging: Judging,
    seed: int,
    groups: NDArray[np.int64] | None,
    *,
    looks_like_degrees: bool = False,
) -> Division:
    """Divide the labelled samples; no group, block or buffer is on both sides.

    Parameters
    ----------
    groups
        int64, shape (P,). Samples that belong together, -1 alone; None where nobody said so. They
        are never split, whatever the protocol.
    looks_like_degrees
        What coordinates are where their system is unknown.

    Raises
    ------
    InputError
        When the protocol needs groups or coordinates that are not there, or more folds come out
        than can be trained or held in memory.
    """
    found = _WAYS[judging.protocol](dataset, judging, seed, groups, looks_like_degrees)
    if not found.splits:
        return found
    check_memory(dataset, found)
    if judging.buffer > 0 and judging.protocol in _BUFFERED:
        found = _with_buffer(found, dataset, judging.buffer, plane_of(dataset, looks_like_degrees))
    notices = (*found.notices, *not_placed(found, dataset), *never_learned(found, dataset))
    return replace(found, notices=notices)


def _undivided(
    dataset: Dataset, judging: Judging, seed: int, groups: Rows | None, degrees: bool
) -> Division:
    return Division(judging.protocol, (), groups, _name_of(groups))


def _hold_out(
    dataset: Dataset, judging: Judging, seed: int, groups: Rows | None, degrees: bool
) -> Division:
    _, test, notices = split(dataset.target, judging.test_part, seed + TEST_DRAW, groups)
    found = _of_rows(judging, [test] if len(test) else [], groups, notices)
    return replace(found, test_part=judging.test_part if found.splits else None)


def _folds(
    dataset: Dataset, judging: Judging, seed: int, groups: Rows | None, degrees: bool
) -> Division:
    rows, notices = split_folds(dataset.target, judging.folds, seed, groups)
    return _of_rows(judging, rows, groups, notices)


def _leave_one_out(
    dataset: Dataset, judging: Judging, seed: int, groups: Rows | None, degrees: bool
) -> Division:
    labelled = dataset.labelled
    units = Division(judging.protocol, (), groups).units_of(labelled)
    count = int(units.max(initial=-1)) + 1
    if count > MOST_FOLDS:
        raise InputError(
            "Leaving out one of {count} at a time would train {count} networks for each member; "
            "judge by folds instead.",
            count=f"{count:,}",
        )
    if count < 2:
        raise InputError("There is only one to leave out, so nothing is left to train on.")
    order = np.argsort(units, kind="stable")
    starts = np.searchsorted(units[order], np.arange(1, count))
    return _of_rows(judging, np.split(labelled[order], starts), groups, ())


def _of_groups(way: Callable[..., Division]) -> Callable[..., Division]:
    """Return the way of dividing that refuses samples without groups."""

    def divided(
        dataset: Dataset, judging: Judging, seed: int, groups: Rows | None, degrees: bool
    ) -> Division:
        if groups is None:
            raise InputError(
                "Holding out groups needs to know them: choose the column of the group (drill "
                "hole, deposit, sheet) on the Data page, or take another protocol."
            )
        return way(dataset, judging, seed, groups, degrees)

    return divided


def _blocks(
    dataset: Dataset, judging: Judging, seed: int, groups: Rows | None, degrees: bool
) -> Division:
    plane = plane_of(dataset, degrees)
    notices: list[Message] = []
    size = judging.block_size
    if size == 0:
        proposed = propose_block_size(plane, dataset.features, dataset.labelled, judging.folds)
        size = proposed.size
        notices += [proposed.notice] if proposed.notice is not None else []
    blocks = lay_blocks(plane, size).of_rows
    units = blocks if groups is None else joined(blocks, groups)
    rows, said = split_folds(dataset.target, judging.folds, seed, units)
    if not rows:
        raise InputError(
            "All labelled samples lie in one block of {size}, or in blocks that a group joins; "
            "take smaller blocks, or no group column.",
            size=plane.written(size),
        )
    if len(rows) < judging.folds:
        notices.append(
            message(
                "Only {count} blocks hold labelled samples, so there are no more folds than that.",
                count=len(rows),
            )
        )
    found = _of_rows(judging, rows, units, (*notices, *said))
    return replace(found, resampled="blocks", block_size=size, unit=plane.unit)


def _of_rows(
    judging: Judging, rows: list[Rows], groups: Rows | None, notices: tuple[Message, ...]
) -> Division:
    splits = tuple(Split(np.sort(held_out), held_out[:0]) for held_out in rows)
    # where nothing can be held out the validation part judges, and is called so
    protocol = judging.protocol if splits else "validation"
    return Division(protocol, splits, groups, _name_of(groups), notices=notices)


def _name_of(groups: Rows | None) -> Resampled:
    return "samples" if groups is None else "groups"


def _with_buffer(division: Division, dataset: Dataset, buffer: float, plane: Plane) -> Division:
    """Take from each fold the labelled samples too near to those that it holds out."""
    splits = []
    for each in division.splits:
        rest = np.setdiff1d(dataset.labelled, each.held_out)
        near = too_near(plane, rest, each.held_out, buffer)
        if len(near) == len(rest):
            raise InputError(
                "A buffer of {buffer} leaves no sample to train on; take a smaller one, or smaller "
                "blocks.",
                buffer=plane.written(buffer),
            )
        splits.append(Split(each.held_out, near))
    return replace(division, splits=tuple(splits), buffer=buffer, unit=plane.unit)


_WAYS: dict[str, Callable[..., Division]] = {
    "validation": _undivided,
    "second_file": _undivided,
    "hold_out": _hold_out,
    "folds": _folds,
    "leave_one_out": _leave_one_out,
    "groups": _of_groups(_folds),
    "leave_one_group_out": _of_groups(_leave_one_out),
    "blocks": _blocks,
}
_BUFFERED = ("blocks", "groups", "leave_one_group_out", "leave_one_out")
