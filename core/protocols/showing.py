"""The verb `divide`: which samples a protocol holds out, before anything is trained."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from core.events import Finished, Notice
from core.job_dataset import dataset_of, looks_like_degrees
from core.loading import read_labelled
from core.protocols.blocks import lay_blocks
from core.protocols.dividing import divide
from core.protocols.division import Division
from core.protocols.grouping import groups_of
from core.protocols.plane import plane_of
from core.protocols.second_file import read_second_file
from core.reporting import Reporter
from core.window_job import SurveyJob
from datasets.dataset import Dataset
from datasets.messages import message

# samples whose folds the window is told, to draw them
MOST_DRAWN = 20_000
# folds that a terminal lists
MOST_LISTED = 20


def show_division(job: SurveyJob, report: Reporter) -> None:
    """Tell how a job divides its labelled samples.

    The values of the end are those of `core.protocols.division.Division.to_values` and
    ``sizes``, [held out, left out, in training] of each fold; ``rows`` and ``fold_of``, rows from 0
    and the fold that holds each out, -1 for none, at most 20,000; ``notices``; and
    with blocks ``origin`` and ``steps``, their corner and how wide and high one is, in the units of
    the coordinates.

    Raises
    ------
    InputError
        When the table cannot be read or the protocol not be carried out on it.
    """
    read = read_labelled(job.data.table, job.data.reading)
    dataset = dataset_of(read.table, job.data)
    in_degrees = looks_like_degrees(read.table, job.data)
    groups = groups_of(dataset, read.labels, job.judging.protocol)
    division = divide(
        dataset, job.judging, job.training.seed, groups, looks_like_degrees=in_degrees
    )
    notices = list(division.notices)
    values: dict[str, Any] = {**division.to_values(), **_folds(division, dataset)}
    if job.judging.protocol == "second_file":
        second = read_second_file(job, dataset)
        values["sizes"] = [[len(second.target), 0, len(dataset.labelled)]]
        notices += second.notices
    if division.block_size is not None:
        plane = plane_of(dataset, in_degrees)
        origin = lay_blocks(plane, division.block_size).origin
        values["origin"] = [float(at * step) for at, step in zip(origin, plane.steps, strict=True)]
        values["steps"] = [float(division.block_size * step) for step in plane.steps]
    for notice in notices:
        report(Notice(notice))
    values["notices"] = [asdict(notice) for notice in notices]
    report(Finished(message("{text}", text="\n".join(_lines(values))), values))


def _folds(division: Division, dataset: Dataset) -> dict[str, Any]:
    labelled = dataset.labelled
    sizes = []
    fold_of = np.full(dataset.size, -1, np.int64)
    for number, each in enumerate(division.splits):
        fold_of[each.held_out] = number
        held_out, left_out = len(each.held_out), len(each.left_out)
        sizes.append([held_out, left_out, len(labelled) - held_out - left_out])
    drawn = labelled if len(labelled) <= MOST_DRAWN else labelled[:0]
    return {"sizes": sizes, "rows": drawn.tolist(), "fold_of": fold_of[drawn].tolist()}


def _lines(values: dict[str, Any]) -> list[str]:
    if not values["sizes"]:
        return ["The validation part judges: no sample is held out until the end."]
    lines = []
    if values["block_size"] is not None:
        lines.append(f"Blocks of {values['block_size']:,g} {values['unit']}".rstrip())
    lines.append(f"{'Fold':>6}{'held out':>12}{'left out':>12}{'not held out':>14}")
    for number, (held_out, left_out, rest) in enumerate(values["sizes"][:MOST_LISTED], 1):
        lines.append(f"{number:>6}{held_out:>12,}{left_out:>12,}{rest:>14,}")
    more = len(values["sizes"]) - MOST_LISTED
    if more > 0:
        lines.append(f"and {more:,} more")
    return lines
