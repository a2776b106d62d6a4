"""Learning again from new weights, the time limit, and members that diverged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

import core.clock
import core.history
from core.checkpoint import read_checkpoint
from core.history import HistoryReader, HistoryRows
from core.job import Job
from core.model import load_model
from core.predictions import read_predictions
from core.run_folder import RunFolder
from core.snapshots import SnapshotReader
from tests.core.small_runs import LeaveAfter, carry_out, results, small_job, write_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def linear_job(table: Path, **training: Any) -> Job:
    """Return a job some of whose members diverge: plain BP on linear outputs, far too fast."""
    settings = {"trainer": "bp", "update": "batch", "epochs": 60, "members": 2, **training}
    job = small_job(table, **settings)
    linear = job.network.model_copy(update={"activations": ("linear", "linear")})
    return job.model_copy(update={"network": linear})


def about_tries(path: Path) -> list[dict[str, Any]]:
    return [json.loads(each.read_text()) for each in sorted((path / "tries").glob("*.json"))]


def weights_of_try(path: Path, number: int) -> dict[str, torch.Tensor]:
    return load_file(path / "tries" / f"try-{number + 1:03}.safetensors")


def same_weights(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def history_of(path: Path) -> HistoryRows:
    return HistoryReader(path / "history.csv").read_new()[0]


# --- learning again -----------------------------------------------------------------------


@pytest.mark.parametrize(("part", "seed"), [(0.2, 2), (0.0, 1)])
def test_every_try_is_kept_and_the_best_one_taken(
    table: Path, tmp_path: Path, part: float, seed: int
) -> None:
    """Judged by the validation loss, or by the training error where there is none."""
    path = tmp_path / "run"
    outcome, _ = carry_out(small_job(table, part=part, members=2, learn_again=3, seed=seed), path)
    assert outcome is not None
    assert (outcome.reason, outcome.tries, outcome.members, outcome.met) == ("epochs", 4, 2, 0)
    assert "In 4 tries none of 2 networks met the goal" in str(outcome.sentence)
    tries = about_tries(path)
    assert [each["try"] for each in tries] == [1, 2, 3, 4]
    name = "validation_loss" if part else "training_loss"
    # they all vote, so the middle one stands for them
    best = int(np.argmin([np.median(each[name]) for each in tries]))
    assert outcome.kept == best + 1
    assert same_weights(weights_of_try(path, best), load_model(path / "model").network.state())
    assert outcome.training_loss == pytest.approx(np.median(tries[best]["training_loss"]))
    assert best < 3  # so that it is not simply the last one
    rows = history_of(path)
    assert sorted(set(rows.member.tolist())) == list(range(8))
    for member in range(8):
        mine = rows.epoch[rows.member == member]
        assert mine.tolist() == list(range(1, 31))
    last = rows.training_loss[rows.epoch == 30].reshape(4, 2)
    np.testing.assert_allclose(last, [each["training_loss"] for each in tries], rtol=1e-12)


@pytest.mark.parametrize(
    "training",
    [{}, {"trainer": "bp", "update": "sample", "dropout": 0.3}, {"patience": 5}],
    ids=["RPROP", "sample BP", "patience"],
)
def test_tries_are_what_as_many_members_at_once_would_have_been(
    table: Path, tmp_path: Path, training: dict[str, Any]
) -> None:
    carry_out(small_job(table, members=2, learn_again=2, **training), tmp_path / "tries")
    carry_out(small_job(table, members=6, **training), tmp_path / "members")
    together = load_model(tmp_path / "members" / "model").network.state()
    for number in range(3):
        found = weights_of_try(tmp_path / "tries", number)
        span = slice(2 * number, 2 * number + 2)
        assert same_weights(found, {name: part[span] for name, part in together.items()})


def goal_of_later_try(path: Path) -> tuple[float, int]:
    """Return a goal that a later try meets and no earlier one, and the number of that try."""
    rows = history_of(path)
    lowest = [float(rows.training_loss[rows.member == k].min()) for k in range(6)]
    first = next(k for k in range(1, 6) if lowest[k] < lowest[0])
    return (lowest[first] + lowest[0]) / 2, first


def test_a_try_that_meets_the_goal_is_the_last_one(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table, learn_again=5), tmp_path / "all")
    goal, number = goal_of_later_try(tmp_path / "all")
    path = tmp_path / "run"
    outcome, _ = carry_out(small_job(table, learn_again=5, error_goal=goal), path)
    assert outcome is not None
    assert (outcome.reason, outcome.tries, outcome.met) == ("goal", number + 1, 1)
    assert outcome.kept == outcome.tries
    assert f"of try {number + 1}" in str(outcome.sentence)
    assert outcome.training_loss is not None
    assert outcome.training_loss < goal
    assert [each["endings"] for each in about_tries(path)] == [["epochs"]] * number + [["goal"]]
    assert same_weights(weights_of_try(path, number), load_model(path / "model").network.state())


def test_without_learning_again_no_tries_are_kept(table: Path, tmp_path: Path) -> None:
    outcome, _ = carry_out(small_job(table), tmp_path / "run")
    assert outcome is not None
    assert outcome.tries == 1
    assert not (tmp_path / "run" / "tries").exists()


@pytest.mark.parametrize("abandon", [False, True], ids=["stopped", "interrupted"])
@pytest.mark.parametrize(
    "training",
    [{}, {"trainer": "sgd", "batch_size": 7, "dropout": 0.2, "members": 2}],
    ids=["RPROP", "SGD"],
)
def test_a_run_stopped_in_a_later_try_goes_on_as_if_never_stopped(
    table: Path, tmp_path: Path, training: dict[str, Any], abandon: bool
) -> None:
    job = small_job(table, learn_again=3, **training)
    whole, _ = carry_out(job, tmp_path / "whole")
    path = tmp_path / "run"
    # 30 epochs a try, and nobody is asked after the last one of each: 17 epochs into the third
    stopped, _ = carry_out(job, path, LeaveAfter(2 * 29 + 17, abandon=abandon))
    assert (stopped is None) == abandon
    counters = read_checkpoint(path / "checkpoint.safetensors")[1]
    assert (counters.loop["try"], counters.epoch) == (2, 17)
    if stopped is not None:
        assert (stopped.reason, stopped.epoch, stopped.tries) == ("stopped", 17, 3)
        assert stopped.resumable
    stopped, _ = carry_out(job, path, LeaveAfter(12 + 4, abandon=abandon))
    assert read_checkpoint(path / "checkpoint.safetensors")[1].loop["try"] == 3
    again, _ = carry_out(job, path)
    assert again is not None
    assert whole is not None
    assert (again.reason, again.tries) == (whole.reason, whole.tries) == ("epochs", 4)
    assert results(path) == results(tmp_path / "whole")
    assert about_tries(path) == about_tries(tmp_path / "whole")
    for number in range(4):
        assert same_weights(
            weights_of_try(path, number), weights_of_try(tmp_path / "whole", number)
        )


def test_stopped_by_hand_the_best_try_so_far_is_the_result(table: Path, tmp_path: Path) -> None:
    path = tmp_path / "run"
    outcome, _ = carry_out(small_job(table, learn_again=3), path, LeaveAfter(29 + 2))
    assert outcome is not None
    assert (outcome.reason, outcome.tries, outcome.kept) == ("stopped", 2, 1)
    assert same_weights(weights_of_try(path, 0), load_model(path / "model").network.state())


# --- the time limit -----------------------------------------------------------------------


class Clock:
    """A time that goes on by a millisecond whenever somebody looks."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += 0.001
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(core.clock, "time", clock)
    return clock


def test_training_ends_at_the_time_limit(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.history, "DENSE", 20)
    monkeypatch.setattr(core.history, "LEAST_DENSE", 10)
    path = tmp_path / "run"
    outcome, _ = carry_out(small_job(table, members=2, epochs=10**7, time_limit=0.5), path)
    assert outcome is not None
    assert (outcome.reason, outcome.met, outcome.resumable) == ("time", 0, False)
    assert outcome.seconds >= 0.5
    rows = history_of(path)
    # far on not every epoch is written, but the last one of each member is
    assert len(rows) < outcome.epoch
    assert rows.epoch.max() == outcome.epoch
    assert (rows.epoch == outcome.epoch).sum() == 2
    # and the weights that were kept are the last ones that can be looked at
    assert SnapshotReader(RunFolder(path).snapshots_path()).epochs()[-1] == outcome.epoch


@pytest.mark.usefixtures("clock")
def test_the_time_of_all_sittings_and_tries_counts(table: Path, tmp_path: Path) -> None:
    path = tmp_path / "run"
    job = small_job(table, learn_again=1000, time_limit=1.0)
    stopped, _ = carry_out(job, path, LeaveAfter(29 * 3 + 5, abandon=True))
    assert stopped is None
    before = read_checkpoint(path / "checkpoint.safetensors")[1].seconds
    assert 0.1 < before < 1.0
    outcome, _ = carry_out(job, path)
    assert outcome is not None
    assert 1.0 <= outcome.seconds < 1.1
    assert 3 < outcome.tries < 1000


# --- members that diverged ----------------------------------------------------------------


def test_a_member_that_diverged_does_not_vote(table: Path, tmp_path: Path) -> None:
    path = tmp_path / "run"
    outcome, _ = carry_out(linear_job(table, learning_rate=0.6, seed=1), path)
    assert outcome is not None
    # the run ends as its best member does
    assert outcome.reason == "epochs"
    model = load_model(path / "model")
    assert model.voters.tolist() == [True, False]
    assert outcome.training_loss is not None
    assert outcome.training_loss < 1.0
    alone, _ = carry_out(linear_job(table, learning_rate=0.6, seed=1, members=1), tmp_path / "one")
    assert alone is not None
    assert outcome.training_loss == alone.training_loss
    ours, theirs = (
        read_predictions(folder / "predictions.parquet") for folder in (path, tmp_path / "one")
    )
    assert ours.column("class") == theirs.column("class")


def test_where_all_have_diverged_all_of_them_vote(table: Path, tmp_path: Path) -> None:
    path = tmp_path / "run"
    outcome, _ = carry_out(linear_job(table, learning_rate=100.0), path)
    assert outcome is not None
    assert outcome.reason == "diverged"
    assert load_model(path / "model").voters.tolist() == [True, True]
    assert bool(load_model(path / "model").network.parameters.isfinite().all())


def test_who_votes_and_what_is_said_belongs_to_the_try_that_was_taken(
    table: Path, tmp_path: Path
) -> None:
    path = tmp_path / "run"
    job = linear_job(table, learning_rate=0.8, seed=1, learn_again=2, members=3)
    outcome, _ = carry_out(job, path)
    assert outcome is not None
    endings = [each["endings"] for each in about_tries(path)]
    # the last try is worthless, and a member of the best one as well
    assert endings == [
        ["epochs", "diverged", "diverged"],
        ["epochs", "diverged", "epochs"],
        ["diverged", "diverged", "diverged"],
    ]
    assert same_weights(weights_of_try(path, 1), load_model(path / "model").network.state())
    assert load_model(path / "model").voters.tolist() == [True, False, True]
    assert (outcome.reason, outcome.epoch, outcome.tries, outcome.kept) == ("epochs", 60, 3, 2)
    assert outcome.training_loss is not None
    assert outcome.training_loss < 1.0
    assert RunFolder(path).state() == "epochs"
