"""Samples that judge a choice have no part in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.job import Job, Judging
from core.predictions import read_predictions
from core.searching.nesting import Nested, OuterFold, nest, read_nested
from core.searching.trial import carry_out, of_fold
from datasets.dataset import Dataset
from datasets.messages import InputError
from tests.core.protocols.small_divisions import dataset_of
from tests.core.small_runs import carry_out as run
from tests.core.small_runs import small_job, write_table


def job_by(**judging: Any) -> Job:
    job = small_job(Path("nowhere"), epochs=15, patience=5)
    return job.model_copy(update={"judging": Judging.model_validate(judging)})


def nested_if_possible(dataset: Dataset, job: Job) -> Nested | None:
    try:
        return nest(dataset, job, dataset.groups, 3)
    except InputError:
        return None


def sides(fold: OuterFold) -> list[tuple[set[int], set[int]]]:
    """Return what is learned or watched, and what is held out, in each division of a fold."""
    return [
        ({*rows.training.tolist(), *rows.validation.tolist()}, set(rows.held_out.tolist()))
        for rows in (*fold.inner, fold.outer)
    ]


@given(
    st.lists(
        st.tuples(st.integers(-1, 2), st.integers(-1, 12), st.integers(0, 30), st.integers(0, 30)),
        min_size=30,
        max_size=70,
    ),
    st.sampled_from(["folds", "hold_out", "groups", "leave_one_group_out", "blocks"]),
    st.integers(0, 1000),
)
@settings(max_examples=60)
def test_no_sample_group_or_buffer_is_on_both_sides(
    samples: list[tuple[int, int, int, int]], protocol: str, seed: int
) -> None:
    target, groups, x, y = np.array(samples).T
    buffer = 1.5 if protocol in ("blocks", "groups") else 0.0
    dataset = dataset_of(target, np.stack([x, y], 1).astype(float), groups, crs="EPSG:32650")
    job = job_by(protocol=protocol, folds=3, block_size=6.0, buffer=buffer)
    job = job.model_copy(update={"training": job.training.model_copy(update={"seed": seed})})
    nested = nested_if_possible(dataset, job)
    assume(nested is not None)
    assert nested is not None
    places, units = nested.dataset.coordinates, nested.division.units
    assert places is not None
    assert units is not None
    assert (nested.dataset.target >= 0).all()
    for fold in nested.folds:
        judge = set(fold.outer.held_out.tolist())
        for learned, held_out in sides(fold):
            assert not learned & held_out
            assert not learned & judge
            assert not (set(units[list(learned)]) & set(units[list(held_out)])) - {-1}
            assert not (set(units[list(learned)]) & set(units[list(judge)])) - {-1}
            for far in (held_out, judge):
                apart = places[list(learned)][:, None] - places[list(far)]
                assert buffer == 0 or np.linalg.norm(apart, axis=2).min() >= buffer
        chosen_by = [rows for _, rows in sides(fold)[:-1]]
        assert sum(map(len, chosen_by)) == len(set().union(*chosen_by))
        assert not judge & set().union(*chosen_by)


@pytest.fixture
def small(tmp_path: Path) -> tuple[Job, Nested]:
    table = write_table(tmp_path / "table.csv")
    job = small_job(table, folds=3, epochs=15, patience=5)
    return job, read_nested(job, 3)


@pytest.mark.parametrize("what", ["labels", "features"])
def test_samples_that_judge_do_not_change_the_score_that_chooses(
    small: tuple[Job, Nested], what: str
) -> None:
    """A leak is planted: the held-out samples of a fold become others."""
    job, nested = small
    fold = nested.folds[1]
    held_out = fold.outer.held_out
    if what == "labels":
        target = nested.dataset.target.copy()
        target[held_out] = (target[held_out] + 1) % 3
        other = replace(nested.dataset, target=target)
    else:
        features = nested.dataset.features.copy()
        features[held_out] *= 100.0
        other = replace(nested.dataset, features=features)
    before, said = of_fold(job, nested, fold, lambda: False)
    after, said_then = of_fold(job, replace(nested, dataset=other), fold, lambda: False)
    assert before == after
    assert before is not None
    if what == "labels":
        assert np.array_equal(said.probability, said_then.probability)
    # while samples of the training part do
    inside = nested.dataset.features.copy()
    inside[fold.outer.training] *= np.linspace(0.2, 5.0, len(fold.outer.training))[:, None]
    changed = replace(nested, dataset=replace(nested.dataset, features=inside))
    assert of_fold(job, changed, fold, lambda: False)[0] != before


def test_what_judges_the_first_fold_is_what_a_run_says_of_it(
    small: tuple[Job, Nested], tmp_path: Path
) -> None:
    job, nested = small
    trial, said = carry_out(0, None, job, nested)
    assert said is not None
    assert len(trial.inner) == 3
    run(job, tmp_path / "run")
    table = read_predictions(tmp_path / "run" / "predictions.parquet").to_pandas()
    names = np.array(nested.dataset.class_names)
    rows = nested.folds[0].outer.held_out
    assert table["class"].to_numpy()[rows].tolist() == names[said.named[rows]].tolist()


@pytest.mark.parametrize(
    ("judging", "said"),
    [
        ({"protocol": "validation"}, "the validation part only chooses"),
        ({"protocol": "second_file"}, "the job that it finds by the second file"),
        ({"protocol": "leave_one_out", "buffer": 1.0}, "search with spatial blocks instead"),
        ({"protocol": "folds", "folds": 2}, "cannot be divided again"),
        ({"protocol": "groups"}, "needs to know them"),
    ],
)
def test_protocols_that_cannot_be_nested_are_refused(judging: dict[str, Any], said: str) -> None:
    target = np.array([0, 1, 0, 1])
    groups = np.array([0, 0, 1, 1]) if judging["protocol"] == "folds" else None
    dataset = dataset_of(target, np.zeros((4, 2)), groups)
    with pytest.raises(InputError) as refused:
        nest(dataset, job_by(**judging), groups, 3)
    assert said in str(refused.value)


def test_too_many_networks_are_refused() -> None:
    dataset = dataset_of(np.arange(600) % 2)
    with pytest.raises(InputError, match=r"would train 2,400 networks for each member"):
        nest(dataset, job_by(protocol="leave_one_out"), None, 3)
