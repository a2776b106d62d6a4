"""Cross-validation: no fold knows what it is judged by."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.engines.part import Part
from core.events import Notice
from core.history import HistoryReader
from core.job import Job
from core.judging import judge
from core.model import load_model
from core.networks.bp import BPNetwork
from core.parts import Parts, load_parts
from core.predictions import read_predictions
from core.preparing.fitting import fit_preparation
from core.run_folder import RunFolder
from core.splitting import split_folds
from core.targets import encode
from core.training import TrainingLoop
from tests.core.small_runs import LeaveAfter, carry_out, results, small_job, write_table

Codes = NDArray[np.int64]
SEEDS = st.integers(0, 2**31 - 1)
FOLDS = st.integers(2, 12)


@st.composite
def samples(draw: st.DrawFn) -> tuple[Codes, Codes]:
    """Class codes and groups of 1 to 60 samples, -1 among both, at least one with a class."""
    count = draw(st.integers(1, 60))
    codes = st.integers(-1, draw(st.integers(0, 5)))
    groups = st.integers(-1, draw(st.integers(0, 12)))
    target = np.array(draw(st.lists(codes, min_size=count, max_size=count)), dtype=np.int64)
    target[draw(st.integers(0, count - 1))] = 0
    return target, np.array(draw(st.lists(groups, min_size=count, max_size=count)), dtype=np.int64)


# --- dividing -----------------------------------------------------------------------------


@given(samples(), FOLDS, SEEDS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_every_labelled_row_is_in_exactly_one_fold(given_samples, folds, seed, by):
    target, groups = given_samples
    found, notices = split_folds(target, folds, seed, groups if by else None)
    if not found:
        labelled = np.flatnonzero(target >= 0)
        assert len(labelled) == 1 or (by and len(set(groups[labelled].tolist())) == 1)
        assert "too small to hold any sample out" in str(notices[0])
        return
    assert sorted(np.concatenate(found).tolist()) == np.flatnonzero(target >= 0).tolist()
    assert 2 <= len(found) <= folds
    for rows in found:
        assert len(rows)
        assert all(a < b for a, b in pairwise(rows.tolist()))


@given(samples(), FOLDS, SEEDS)
@settings(max_examples=200, deadline=None)
def test_without_groups_shares_of_classes_and_sizes_are_within_one(given_samples, folds, seed):
    target, _ = given_samples
    found, _ = split_folds(target, folds, seed)
    labelled = int((target >= 0).sum())
    assert len(found) == (min(folds, labelled) if labelled > 1 else 0)
    if not found:
        return
    counts = np.array([np.bincount(target[rows], minlength=6) for rows in found])
    assert (counts.max(axis=0) - counts.min(axis=0) <= 1).all()
    # a class that does not divide evenly fills the folds that are least full
    sizes = counts.sum(axis=1)
    assert sizes.max() - sizes.min() <= len(np.unique(target[target >= 0]))


@given(samples(), FOLDS, SEEDS)
@settings(max_examples=200, deadline=None)
def test_a_group_is_never_divided(given_samples, folds, seed):
    target, groups = given_samples
    found, _ = split_folds(target, folds, seed, groups)
    names = [name for rows in found for name in set(groups[rows].tolist()) - {-1}]
    assert len(names) == len(set(names))


@given(samples(), FOLDS, SEEDS, st.booleans())
@settings(deadline=None)
def test_the_same_seed_divides_alike_and_samples_without_a_class_change_nothing(
    given_samples, folds, seed, by
):
    target, groups = given_samples
    found, notices = split_folds(target, folds, seed, groups if by else None)
    longer = np.concatenate((target, [-1, -1]))
    more = np.concatenate((groups, [3, 99]))
    again, same = split_folds(longer, folds, seed, more if by else None)
    assert [rows.tolist() for rows in again] == [rows.tolist() for rows in found]
    assert same == notices


def test_another_seed_divides_otherwise():
    target = np.tile([0, 1], 20)
    found = {tuple(split_folds(target, 5, seed)[0][0].tolist()) for seed in range(20)}
    assert len(found) == 20


def test_a_class_smaller_than_the_number_of_folds_is_noted():
    target = np.repeat([0, 1, 2], [10, 3, 2])
    _, notices = split_folds(target, 4, 1)
    (notice,) = notices
    assert notice.values == {"count": 2, "folds": 4, "least": 2}
    assert split_folds(target, 2, 1)[1] == ()


# --- preparing ----------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def parts_of(job: Job, folder: Path) -> Parts:
    return load_parts(job, lambda _: None, RunFolder(folder))


def with_wild_value(table: Path, row: int) -> Path:
    """Write the table with a copper value of a million in a row."""
    lines = table.read_text().splitlines()
    cells = lines[row + 1].split(",")
    cells[2] = "1000000"
    lines[row + 1] = ",".join(cells)
    other = table.with_name("wild.csv")
    other.write_text("\n".join(lines) + "\n")
    return other


@pytest.mark.parametrize("part", [0.2, 0.0])
def test_a_wild_value_moves_the_figures_of_those_folds_alone_that_train_on_it(
    table: Path, tmp_path: Path, part: float
) -> None:
    plain = parts_of(small_job(table, part=part, folds=4), tmp_path / "run")
    moved = np.zeros(60, np.int64)
    for row in range(0, 60, 7):
        wild = parts_of(
            small_job(with_wild_value(table, row), part=part, folds=4), tmp_path / "run"
        )
        for ours, theirs in zip(plain.folds, wild.folds, strict=True):
            assert np.array_equal(ours.held_out, theirs.held_out)
            assert np.array_equal(ours.training, theirs.training)
            trains = row in ours.training
            assert (ours.preparation == theirs.preparation) == (not trains)
            moved[row] += trains
            if row in ours.held_out:
                others = np.arange(60) != row
                assert torch.equal(ours.inputs[others], theirs.inputs[others])
                assert not torch.equal(ours.inputs[row], theirs.inputs[row])
    # each sample is held out once; without a validation part the other three train on it
    assert moved.max() == 3
    if part == 0:
        assert set(moved[::7].tolist()) == {3}


@pytest.mark.parametrize("part", [0.2, 0.0])
def test_training_validation_and_held_out_rows_of_a_fold_are_apart(
    table: Path, tmp_path: Path, part: float
) -> None:
    parts = parts_of(small_job(table, part=part, folds=5), tmp_path / "run")
    assert parts.is_cross_validated
    for fold in parts.folds:
        rows = np.concatenate([fold.training, fold.validation, fold.held_out])
        assert sorted(rows.tolist()) == list(range(60))
        fitted = fit_preparation(
            parts.dataset.features[fold.training],
            parts.dataset.feature_names,
            small_job(table).preparation,
        )
        assert fold.preparation == fitted


def test_a_group_is_held_out_whole(table: Path, tmp_path: Path) -> None:
    lines = table.read_text().splitlines()
    drilled = [f"{line},hole{number // 6}" for number, line in enumerate(lines[1:])]
    table.write_text("\n".join([f"{lines[0]},hole", *drilled]) + "\n")
    parts = parts_of(small_job(table, folds=4, group="hole"), tmp_path / "run")
    for fold in parts.folds:
        inside = [set((rows // 6).tolist()) for rows in (fold.training, fold.validation)]
        held_out = set((fold.held_out // 6).tolist())
        assert held_out
        assert not held_out & (inside[0] | inside[1])
        assert not inside[0] & inside[1]


@pytest.mark.parametrize("part", [0.2, 0.0])
def test_a_single_group_is_not_cross_validated_and_a_notice_says_so(
    table: Path, tmp_path: Path, part: float
) -> None:
    lines = table.read_text().splitlines()
    table.write_text("\n".join([f"{lines[0]},hole", *(f"{x},h" for x in lines[1:])]) + "\n")
    outcome, events = carry_out(
        small_job(table, part=part, folds=4, group="hole"), tmp_path / "run"
    )
    assert outcome is not None
    assert outcome.members == 1
    said = [str(event.message) for event in events if isinstance(event, Notice)]
    assert [each for each in said if "too small to hold any sample out" in each] == said
    assert len(said) == 1
    evaluation = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert (evaluation["training"]["samples"], evaluation["test"]["samples"]) == (60, 0)


# --- judging ------------------------------------------------------------------------------


def test_judged_rows_are_classified_by_members_alone_that_never_saw_them(
    table: Path, tmp_path: Path
) -> None:
    job = small_job(table, folds=4, members=3, epochs=40)
    outcome, _ = carry_out(job, tmp_path / "run")
    assert outcome is not None
    assert outcome.members == 12
    parts = parts_of(job, tmp_path / "elsewhere")
    model = load_model(tmp_path / "run" / "model")
    judged = judge(model, parts)
    for number, fold in enumerate(parts.folds):
        # by hand: the three members of the fold, on its own preparation
        span = slice(3 * number, 3 * number + 3)
        outputs = model.network.forward(fold.inputs[fold.held_out], span).numpy()
        shares = outputs / outputs.sum(axis=2, keepdims=True)
        np.testing.assert_allclose(
            judged.found.probability[fold.held_out], shares.mean(axis=0), rtol=1e-12
        )
        named = shares.argmax(axis=2)
        agreement = (named == judged.found.codes[fold.held_out]).mean(axis=0)
        np.testing.assert_allclose(judged.found.agreement[fold.held_out], agreement)
    evaluation = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    # what is not known is added by whoever writes it
    assert {name: evaluation[name] for name in judged.evaluation} == judged.evaluation
    assert evaluation["test"]["samples"] == 60
    right = int((judged.found.codes == parts.dataset.target).sum())
    assert evaluation["test"]["correct"] == right
    assert evaluation["folds"] == 4
    predictions = read_predictions(tmp_path / "run" / "predictions.parquet")
    assert set(predictions.column("part").to_pylist()) == {"test"}
    names = [parts.dataset.class_names[code] for code in judged.found.codes]
    assert predictions.column("class").to_pylist() == names


def test_the_training_part_is_counted_by_members_that_were_trained_on_it(
    table: Path, tmp_path: Path
) -> None:
    """With three folds some rows are in the validation part of both others: nobody saw those."""
    job = small_job(table, folds=3, members=2, part=0.4, epochs=40)
    carry_out(job, tmp_path / "run")
    parts = parts_of(job, tmp_path / "elsewhere")
    model = load_model(tmp_path / "run" / "model")
    named = np.zeros((60, 3))
    shares = np.zeros((60, 3))
    for number, fold in enumerate(parts.folds):
        inputs, span = fold.inputs[fold.training], slice(2 * number, 2 * number + 2)
        outputs = model.network.forward(inputs, span).numpy()
        shares[fold.training] += (outputs / outputs.sum(axis=2, keepdims=True)).sum(axis=0)
        for said in outputs.argmax(axis=2):
            named[fold.training, said] += 1
    trained = np.flatnonzero(named.any(axis=1))
    assert 30 < len(trained) < 60
    # of as many votes the higher probability decides
    found = (named + 0.01 * shares).argmax(axis=1)
    evaluation = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert evaluation["training"]["samples"] == len(trained)
    right = int((found[trained] == parts.dataset.target[trained]).sum())
    assert evaluation["training"]["correct"] == right


def test_rows_without_a_class_are_classified_by_all_members(table: Path, tmp_path: Path) -> None:
    lines = table.read_text().splitlines()
    lines += [line.rsplit(",", 1)[0] + "," for line in lines[1:13]]
    table.write_text("\n".join(lines) + "\n")
    job = small_job(table, folds=3, members=2, epochs=40)
    carry_out(job, tmp_path / "run")
    parts = parts_of(job, tmp_path / "elsewhere")
    model = load_model(tmp_path / "run" / "model")
    found = judge(model, parts).found
    shares = []
    for number, fold in enumerate(parts.folds):
        outputs = model.network.forward(fold.inputs[60:], slice(2 * number, 2 * number + 2))
        shares.append((outputs / outputs.sum(dim=2, keepdim=True)).numpy())
    np.testing.assert_allclose(
        found.probability[60:], np.concatenate(shares).mean(axis=0), rtol=1e-12
    )
    # and so says the model of any new table
    again = model.classify(parts.dataset.features[60:])
    assert again.codes.tolist() == found.codes[60:].tolist()
    np.testing.assert_allclose(again.probability, found.probability[60:], rtol=1e-12)


def test_what_no_member_can_know_is_not_known(tmp_path: Path) -> None:
    """Classes drawn at random: held-out samples are right by chance, trained ones are not."""
    rng = np.random.default_rng(3)
    rows = [
        f"{','.join(f'{x:.5f}' for x in np.exp(rng.normal(size=3)))},{rng.choice(list('abc'))}"
        for _ in range(90)
    ]
    table = tmp_path / "noise.csv"
    table.write_text("\n".join(["Cu,Zn,Pb,rock", *rows]) + "\n")
    job = small_job(table, folds=5, part=0.0, layers="3-20-3", epochs=600)
    data = job.data.model_copy(update={"x": "", "y": ""})
    carry_out(job.model_copy(update={"data": data}), tmp_path / "run")
    evaluation = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert evaluation["training"]["accuracy"] > 0.8
    # a third, with the standard deviation of 90 tosses; one leaked fold would be seen
    assert evaluation["test"]["accuracy"] < 1 / 3 + 3 * 0.05


def test_a_cross_validated_run_is_resumed_to_the_last_bit(table: Path, tmp_path: Path) -> None:
    job = small_job(table, folds=3, members=2, patience=8, dropout=0.1)
    whole, _ = carry_out(job, tmp_path / "whole")
    for epochs in (4, 9):
        carry_out(job, tmp_path / "run", LeaveAfter(epochs, abandon=True))
    again, _ = carry_out(job, tmp_path / "run")
    assert again is not None
    assert whole is not None
    assert again.reason == whole.reason
    assert results(tmp_path / "run") == results(tmp_path / "whole")
    rows = HistoryReader(tmp_path / "run" / "history.csv").read_new()[0]
    assert sorted(set(rows.member.tolist())) == list(range(6))


def test_folds_are_trained_as_if_each_were_a_run_of_its_own(table: Path, tmp_path: Path) -> None:
    """Fold 1 by hand: its rows, its preparation, and the weights that its numbers draw."""
    job = small_job(table, folds=3, part=0.0, members=2, epochs=25)
    carry_out(job, tmp_path / "run")
    parts = parts_of(job, tmp_path / "elsewhere")
    fold = parts.folds[1]
    inputs = fold.inputs[fold.training]
    network = BPNetwork((3, 4, 3), job.network.activations, members=2)
    network.initialise(inputs, job.training.seed, first_number=2)
    targets = encode(parts.dataset.target[fold.training], 3, "logistic")
    loop = TrainingLoop(network, job.training, [Part(inputs, targets, members=2)], first_number=2)
    list(loop)
    found = load_model(tmp_path / "run" / "model").network
    assert torch.equal(found.parameters[2:4], network.parameters)
