"""No sample that judges has a say in training: what is planted in one is found nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.concluding import model_of
from core.job import Job, Judging
from core.parts import Parts, build_network, prepare_folds
from core.preparation import FittedPreparation
from core.run_folder import RunFolder
from core.splitting import FoldRows
from core.tries import Tries
from tests.core.small_judging import BLOCKS, FOLDS, HOLD_OUT, judged_by, loaded
from tests.core.small_runs import write_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


@dataclass(frozen=True)
class Trace:
    """What a fold leaves of its training."""

    preparation: FittedPreparation
    inputs: torch.Tensor
    first_weights: torch.Tensor
    losses: list[float]
    weights: torch.Tensor
    named: NDArray[np.float64]


def trace(job: Job, parts: Parts, number: int) -> Trace:
    """Train all folds, and return what one of them leaves."""
    network, place = build_network(job, parts)
    tries = Tries(job, parts, network, place, RunFolder(Path()))
    members = job.training.members
    span = slice(number * members, (number + 1) * members)
    first = network.parameters[span].clone()
    losses = [float(loss) for block in tries.loop for loss in block.training_loss[:, span].ravel()]
    tries.loop.finish()
    fold = parts.folds[number]
    votes = model_of(job, parts, tries).votes_of_fold(number, fold.inputs)
    return Trace(
        fold.preparation,
        fold.inputs,
        first,
        losses,
        network.parameters[span].clone(),
        votes.probability.copy(),
    )


def differ(one: Trace, other: Trace, row: int) -> list[str]:
    """Return in what two traces differ beyond what they say of a row."""
    others = np.arange(len(one.inputs)) != row
    alike = {
        "preparation": one.preparation == other.preparation,
        "inputs": torch.equal(one.inputs[others], other.inputs[others]),
        "first weights": torch.equal(one.first_weights, other.first_weights),
        "losses": one.losses == other.losses,
        "weights": torch.equal(one.weights, other.weights),
        "predictions": np.array_equal(one.named[others], other.named[others]),
    }
    return [name for name, same in alike.items() if not same]


def with_wild_value(table: Path, row: int) -> Path:
    """Write the table with a copper value of a million in a row."""
    lines = table.read_text().splitlines()
    cells = lines[row + 1].split(",")
    cells[2] = "1000000"
    lines[row + 1] = ",".join(cells)
    other = table.with_name(f"wild-{row}.csv")
    other.write_text("\n".join(lines) + "\n")
    return other


def wild_row(parts: Parts, number: int, kind: str) -> int:
    """Return a row that a fold holds out, validates with, leaves out or trains on."""
    fold = parts.folds[number]
    rows = {
        "held out": fold.held_out,
        "validation": fold.validation,
        "left out": parts.division.splits[number].left_out,
        "training": fold.training,
    }[kind]
    assert len(rows)
    return int(rows[len(rows) // 2])


class Planted(NamedTuple):
    """A table that is read twice, with a wild value in a row of a fold the second time."""

    job: Job
    parts: Parts
    wild: Parts
    number: int
    row: int


def planted(table: Path, judging: Judging, kind: str) -> Planted:
    """Return what is read where the value stands in such a row of the last fold."""
    job, folder = judged_by(table, judging, members=2), table.with_name("run")
    parts = loaded(job, folder)
    number = len(parts.folds) - 1
    row = wild_row(parts, number, kind)
    wild = loaded(judged_by(with_wild_value(table, row), judging, members=2), folder)
    return Planted(job, parts, wild, number, row)


CASES = [
    *((judging, kind) for judging in (HOLD_OUT, FOLDS) for kind in ("held out", "validation")),
    *((BLOCKS, kind) for kind in ("held out", "validation", "left out")),
]
NAMES = [f"{judging.protocol}-{kind}" for judging, kind in CASES]


@pytest.mark.parametrize(("judging", "kind"), CASES, ids=NAMES)
def test_a_wild_value_outside_training_changes_nothing_but_its_own_row(
    table: Path, judging: Judging, kind: str
) -> None:
    job, parts, wild, number, row = planted(table, judging, kind)
    assert [fold.training.tolist() for fold in wild.folds] == [
        fold.training.tolist() for fold in parts.folds
    ]
    one, other = trace(job, parts, number), trace(job, wild, number)
    assert differ(one, other, row) == []
    # the value is there, and the fold does see it when it is asked of that row
    assert not torch.equal(one.inputs[row], other.inputs[row])
    assert not np.array_equal(one.named[row], other.named[row])


def test_a_wild_value_in_training_changes_everything(table: Path) -> None:
    """The same look finds what it should find."""
    job, parts, wild, number, row = planted(table, FOLDS, "training")
    found = differ(trace(job, parts, number), trace(job, wild, number), row)
    # first weights are drawn for the range of the inputs, which stays about ±2
    assert {"preparation", "inputs", "losses", "weights", "predictions"} <= set(found)


@pytest.mark.parametrize(("judging", "kind"), CASES, ids=NAMES)
def test_a_leak_that_is_planted_is_found(table: Path, judging: Judging, kind: str) -> None:
    """Parts as a careless program makes them: prepared by all samples, trained on the others."""
    job, *both, number, row = planted(table, judging, kind)
    one, other = (trace(job, leaking(job, parts), number) for parts in both)
    found = differ(one, other, row)
    assert {"preparation", "inputs", "losses", "weights", "predictions"} <= set(found)


def leaking(job: Job, parts: Parts) -> Parts:
    """Return parts whose preparation is fitted on all labelled samples."""
    everything = FoldRows(parts.dataset.labelled, np.zeros(0, np.int64), np.zeros(0, np.int64))
    (fitted,) = prepare_folds(job, parts.dataset, [everything])
    folds = tuple(
        type(fold)(fitted.preparation, fitted.inputs, fold.training, fold.validation, fold.held_out)
        for fold in parts.folds
    )
    return Parts(parts.dataset, folds, parts.division)


def test_no_block_and_no_buffer_is_on_both_sides_of_a_run(table: Path, tmp_path: Path) -> None:
    parts = loaded(judged_by(table, BLOCKS), tmp_path / "run")
    places, units = parts.dataset.coordinates, parts.division.units
    assert places is not None
    assert units is not None
    for fold, each in zip(parts.folds, parts.division.splits, strict=True):
        rows = (fold.training, fold.validation, fold.held_out, each.left_out)
        assert sorted(np.concatenate(rows).tolist()) == list(range(60))
        assert len(fold.validation)
        inside, watched, judges = (set(units[of].tolist()) for of in rows[:3])
        assert not inside & watched
        assert not (inside | watched) & judges
        learned = np.concatenate(rows[:2])
        apart = places[learned][:, None] - places[fold.held_out][None]
        assert np.hypot(*apart.transpose(2, 0, 1)).min() >= BLOCKS.buffer
        assert len(each.left_out)
