"""Learning curves: the same held-out samples, ever more of the others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.concluding import model_of
from core.job import Job, Judging
from core.judging import judge
from core.learning_curve import SHARES, learning_curve, with_share
from core.model import load_model
from core.parts import Parts, build_network, load_parts, prepare_folds
from core.protocols.division import Division, Split
from core.run_folder import RunFolder
from core.splitting import FoldRows
from core.tries import Tries
from core.verdict.differences import figures_of
from datasets.messages import InputError
from tests.core.protocols.small_divisions import dataset_of
from tests.core.small_runs import carry_out, small_job, write_table

Rows = NDArray[np.int64]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def loaded(job: Job, folder: Path) -> Parts:
    return load_parts(job, lambda _: None, RunFolder(folder))


def by_hand(job: Job, target: Rows, units: Rows | None, held_out: Rows) -> Parts:
    """Return parts of one fold, without a file."""
    dataset = dataset_of(target)
    rest = np.setdiff1d(dataset.labelled, held_out)
    division = Division("hold_out", (Split(held_out, held_out[:0]),), units, "groups")
    rows = FoldRows(rest, rest[:0], held_out)
    return Parts(dataset, prepare_folds(job, dataset, [rows]), division)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 9)), min_size=6, max_size=50),
    st.lists(st.floats(0.05, 1.0), min_size=2, max_size=4),
    st.integers(0, 10_000),
)
@settings(max_examples=80)
def test_shares_are_nested_and_keep_every_class_and_whole_units(
    samples: list[tuple[int, int]], shares: list[float], seed: int
) -> None:
    target, units = np.array(samples).T
    assume(len(np.unique(target[2:])) > 1)
    job = small_job(Path("nowhere"), seed=seed)
    parts = by_hand(job, target, units, np.arange(2))
    whole = parts.folds[0].training
    before: Rows = whole[:0]
    for share in sorted(shares):
        (fold,) = with_share(job, parts, share).folds
        assert np.isin(before, fold.training).all()
        assert np.isin(fold.training, whole).all()
        assert set(target[fold.training].tolist()) == set(target[whole].tolist())
        left = np.setdiff1d(whole, fold.training)
        assert set(units[fold.training].tolist()) & set(units[left].tolist()) <= {-1}
        assert fold.held_out.tolist() == [0, 1]
        before = fold.training
    assert with_share(job, parts, 1.0).folds[0].training.tolist() == whole.tolist()


@pytest.mark.parametrize(("share", "samples"), [(0.2, 12), (0.5, 30), (0.8, 48)])
def test_each_class_is_thinned_alike(share: float, samples: int) -> None:
    target = np.repeat([0, 1, 2, 0], [30, 20, 10, 5])
    job = small_job(Path("nowhere"))
    parts = by_hand(job, target, None, np.arange(60, 65))
    (fold,) = with_share(job, parts, share).folds
    assert len(fold.training) == samples
    assert np.bincount(target[fold.training]).tolist() == [30 * share, 20 * share, 10 * share]


def test_a_class_that_lives_in_mixed_units_is_not_lost() -> None:
    """Every unit begins with class 0; class 1 is in one of twenty."""
    target = np.zeros(44, np.int64)
    target[23] = 1
    units = np.append(np.repeat(np.arange(20), 2), [90, 91, 92, 93])
    for seed in range(8):
        job = small_job(Path("nowhere"), seed=seed)
        parts = by_hand(job, target, units, np.arange(40, 44))
        (fold,) = with_share(job, parts, 0.2).folds
        assert 23 in fold.training
        assert len(fold.training) <= 10


def test_validation_samples_are_thinned_and_the_preparation_is_fitted_anew(
    table: Path, tmp_path: Path
) -> None:
    job = small_job(table, folds=3)
    parts = loaded(job, tmp_path / "run")
    thinned = with_share(job, parts, 0.4)
    for ours, theirs in zip(parts.folds, thinned.folds, strict=True):
        assert np.array_equal(ours.held_out, theirs.held_out)
        assert 0 < len(theirs.validation) < len(ours.validation)
        assert ours.preparation != theirs.preparation
        rows = FoldRows(theirs.training, theirs.validation, theirs.held_out)
        (again,) = prepare_folds(job, parts.dataset, [rows])
        assert again.preparation == theirs.preparation


# --- the curve ----------------------------------------------------------------------------


def curve_of(job: Job, folder: Path) -> dict[str, object]:
    """Return the learning curve of a run that was carried out into a folder."""
    parts = loaded(job, folder)
    return learning_curve(job, parts, judge(load_model(folder / "model"), parts))


def jobs(table: Path) -> Sequence[Job]:
    job = small_job(table, members=2)
    hold_out = job.model_copy(update={"judging": Judging(protocol="hold_out")})
    return (job, small_job(table, folds=3, members=2, patience=5), hold_out)


@pytest.mark.parametrize("number", range(3), ids=["validation", "folds", "hold-out"])
def test_the_last_point_is_the_run_itself(table: Path, tmp_path: Path, number: int) -> None:
    job = jobs(table)[number]
    carry_out(job, tmp_path / "run")
    curve = curve_of(job, tmp_path / "run")
    verdict = json.loads((tmp_path / "run" / "verdict.json").read_text())
    points = curve["points"]
    assert isinstance(points, list)
    assert [point["share"] for point in points] == [*SHARES, 1.0]
    last = points[-1]
    assert last["held_out"] == verdict["held_out"]["figures"]["macro_f1"]
    assert last["training"] == verdict["training"]["figures"]["macro_f1"]
    parts = loaded(job, tmp_path / "run")
    assert last["samples"] == np.mean([len(fold.training) for fold in parts.folds])
    samples = [point["samples"] for point in points]
    assert samples == sorted(samples)
    assert samples[0] < samples[-1] / 3
    # as a file has it
    assert json.loads(json.dumps(curve)) == curve


def test_a_point_is_a_run_on_those_samples(table: Path, tmp_path: Path) -> None:
    """The samples of the others are taken from the table: the same figures come out."""
    job = small_job(table, members=2, epochs=40).model_copy(
        update={"judging": Judging(protocol="hold_out", test_part=0.3)}
    )
    carry_out(job, tmp_path / "run")
    curve = curve_of(job, tmp_path / "run")
    thinned = with_share(job, loaded(job, tmp_path / "run"), 0.4)
    outcome = learning_curve_of_whole(job, thinned)
    points = curve["points"]
    assert isinstance(points, list)
    assert outcome == points[1]["held_out"]


def learning_curve_of_whole(job: Job, parts: Parts) -> object:
    """Train on some parts as a run does, step by step; return the held-out macro-F1."""
    network, place = build_network(job, parts)
    tries = Tries(job, parts, network, place, RunFolder(Path()))
    list(tries.loop)
    tries.loop.finish()
    held_out = judge(model_of(job, parts, tries), parts).held_out
    assert held_out is not None
    return figures_of(held_out, job.training.seed)["macro_f1"]


@pytest.mark.parametrize("after", [0, 3, 1000])
def test_stopping_is_one_sentence_and_leaves_no_half_point(
    table: Path, tmp_path: Path, after: int
) -> None:
    job = small_job(table, epochs=100_000 if after else 5000)
    whole = small_job(table, epochs=3)
    carry_out(whole, tmp_path / "run")
    parts = loaded(whole, tmp_path / "run")
    judged = judge(load_model(tmp_path / "run" / "model"), parts)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(
        InputError, match=r"^The learning curve was stopped; nothing was written\.$"
    ):
        learning_curve(job, parts, judged, cancelled=cancelled)


def test_stopped_in_the_middle_of_a_long_block_it_does_not_go_on(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A block that takes long is left, and the loop then ends without another."""
    monkeypatch.setattr("core.training.LONG_BLOCK", 0.0)
    whole = small_job(table, epochs=3)
    carry_out(whole, tmp_path / "run")
    parts = loaded(whole, tmp_path / "run")
    judged = judge(load_model(tmp_path / "run" / "model"), parts)
    told = iter([True])
    with pytest.raises(InputError, match="was stopped"):
        learning_curve(
            small_job(table, epochs=5000), parts, judged, cancelled=lambda: next(told, True)
        )


def test_a_time_limit_holds_for_each_point(table: Path, tmp_path: Path) -> None:
    """Otherwise a job that only its time ends would never come to a curve."""
    whole = small_job(table, epochs=3)
    carry_out(whole, tmp_path / "run")
    parts = loaded(whole, tmp_path / "run")
    judged = judge(load_model(tmp_path / "run" / "model"), parts)
    endless = small_job(table, epochs=10_000_000, time_limit=0.05)
    assert len(learning_curve(endless, parts, judged)["points"]) == 5


def test_without_held_out_samples_there_is_none(table: Path, tmp_path: Path) -> None:
    job = small_job(table, part=0.0)
    carry_out(job, tmp_path / "run")
    parts = loaded(job, tmp_path / "run")
    judged = judge(load_model(tmp_path / "run" / "model"), parts)
    assert judged.held_out is None
    with pytest.raises(InputError, match="No sample is held out"):
        learning_curve(job, parts, replace(judged, held_out=None))
