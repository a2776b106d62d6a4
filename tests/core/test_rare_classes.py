"""Rare classes are favoured, and members have samples of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.job import Activation, Job
from core.networks.bp import BPNetwork
from core.parts import build_network, load_parts
from core.rare_classes import with_rare_classes
from core.run_folder import RunFolder
from core.training_samples import training_parts
from tests.core.small_runs import LeaveAfter, carry_out, results, small_job, write_table

SIZES = (3, 4, 3)
ACTIVATIONS: tuple[Activation, ...] = ("tanh", "softmax")


def bagging_job(table: Path, **training: Any) -> Job:
    job = small_job(table, part=0.0, folds=3, members=4, **training)
    network = job.network.model_copy(update={"activations": ACTIVATIONS, "coding": "softmax"})
    changed = job.training.model_copy(
        update={"bootstrap": True, "loss": "cross_entropy", "rare_classes": 0.5, "patience": 5}
    )
    return job.model_copy(update={"network": network, "training": changed})


def test_probabilities_are_divided_by_the_shares_of_the_classes() -> None:
    network = BPNetwork(SIZES, ACTIVATIONS, members=4, loss="cross_entropy")
    network.parameters.copy_(torch.randn(network.parameters.shape, dtype=torch.float64))
    inputs = torch.randn(20, 3, dtype=torch.float64)
    targets = [np.repeat([0, 1, 2], [6, 3, 1]), np.repeat([0, 1], [5, 5])]
    found = with_rare_classes(network, targets, 1.0).forward(inputs).numpy()
    plain = network.forward(inputs).numpy()
    # a fold that lacks a class counts half a sample of it
    for fold, shares in enumerate(([0.6, 0.3, 0.1], [0.5, 0.5, 0.05])):
        span = slice(2 * fold, 2 * fold + 2)
        by_hand = plain[span] / np.array(shares)
        by_hand /= by_hand.sum(axis=2, keepdims=True)
        np.testing.assert_allclose(found[span], by_hand, rtol=1e-12)
    assert torch.equal(with_rare_classes(network, targets, 0.0).parameters, network.parameters)


def test_each_member_draws_its_own_and_is_watched_by_the_rest(tmp_path: Path) -> None:
    job = bagging_job(write_table(tmp_path / "table.csv"))
    parts = load_parts(job, lambda _: None, RunFolder(tmp_path / "run"))
    network, _ = build_network(job, parts)
    found = training_parts(job, parts, network)
    assert [part.members for part in found] == [1] * 12
    drawn = set()
    for number, part in enumerate(found):
        fold = parts.folds[number // 4]
        rows = {tuple(row) for row in fold.inputs[fold.training].tolist()}
        inside = {tuple(row) for row in part.inputs.tolist()}
        assert part.held_inputs is not None
        outside = {tuple(row) for row in part.held_inputs.tolist()}
        assert len(part.inputs) == len(fold.training)
        assert inside | outside == rows
        assert not inside & outside
        drawn.add(frozenset(inside))
    assert len(drawn) == 12


def test_no_member_sees_what_judges_it(tmp_path: Path) -> None:
    """A held-out row as wild as can be changes no weight of the networks that it judges."""
    table = write_table(tmp_path / "table.csv")
    job = bagging_job(table)
    before = load_parts(job, lambda _: None, RunFolder(tmp_path / "run"))
    row = int(before.folds[0].held_out[0])
    lines = table.read_text().splitlines()
    cells = lines[row + 1].split(",")
    lines[row + 1] = ",".join([*cells[:2], "1000000", *cells[3:]])
    table.write_text("\n".join(lines) + "\n")
    after = load_parts(job, lambda _: None, RunFolder(tmp_path / "run"))
    network, _ = build_network(job, before)
    for one, other in zip(
        training_parts(job, before, network)[:4],
        training_parts(job, after, network)[:4],
        strict=True,
    ):
        assert torch.equal(one.inputs, other.inputs)
        assert one.held_inputs is not None
        assert other.held_inputs is not None
        assert torch.equal(one.held_inputs, other.held_inputs)


@pytest.mark.parametrize("epochs", [3])
def test_a_run_of_such_members_is_resumed_to_the_last_bit(tmp_path: Path, epochs: int) -> None:
    job = bagging_job(write_table(tmp_path / "table.csv"), epochs=40)
    carry_out(job, tmp_path / "whole")
    carry_out(job, tmp_path / "run", LeaveAfter(epochs, abandon=True))
    carry_out(job, tmp_path / "run")
    assert results(tmp_path / "run") == results(tmp_path / "whole")
