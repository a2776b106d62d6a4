"""A run repeats to the last bit, is resumed at any epoch, and survives being killed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import core.concluding
import core.recording
from core.checkpoint import read_checkpoint
from core.clock import Clock
from core.control import Control
from core.events import Event, Finished, MapChanged, Notice, Paused, Progress, Resumed, Started
from core.history import HistoryReader, HistoryWriter
from core.job import Job
from core.outcome import Outcome
from core.predictions import read_predictions
from core.run import run_job
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_runs import LeaveAfter, carry_out, results, small_job, write_table
from tests.thorough import thorough

TRAININGS: dict[str, dict[str, Any]] = {
    "RPROP": {},
    "RPROP with patience": {"patience": 12},
    "batch BP": {"trainer": "bp", "update": "batch", "learning_rate": 1.0},
    "sample BP": {"trainer": "bp", "update": "sample"},
    "sample BP with patience": {"trainer": "bp", "update": "sample", "patience": 4},
    "members": {"members": 3, "dropout": 0.2, "patience": 12},
    "L-BFGS": {"trainer": "lbfgs", "l2": 1e-3},
    "Adam in batches": {"trainer": "adam", "batch_size": 7, "members": 2},
    "single precision": {"trainer": "irprop+", "precision": "single", "members": 2},
}
# every way in which training ends by itself
ENDINGS: dict[str, dict[str, Any]] = {
    "goal": {"error_goal": 0.25, "epochs": 1000},
    "epochs": {"epochs": 5},
    "validation": {"patience": 2, "epochs": 1000},
    "diverged": {"trainer": "bp", "update": "batch", "learning_rate": 100.0, "epochs": 1000},
}


class DiedError(BaseException):
    """Stands in for a death of the process that still lets the test go on."""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def ending_job(table: Path, reason: str) -> Job:
    job = small_job(table, **ENDINGS[reason])
    if reason != "diverged":
        return job
    linear = job.network.model_copy(update={"activations": ("linear", "linear")})
    return job.model_copy(update={"network": linear})


def same(outcome: Outcome | None) -> Outcome:
    assert outcome is not None
    return replace(outcome, seconds=0.0)


# --- the same job -------------------------------------------------------------------------


@pytest.mark.parametrize("training", TRAININGS.values(), ids=TRAININGS.keys())
def test_the_same_job_gives_the_same_files(
    table: Path, tmp_path: Path, training: dict[str, Any]
) -> None:
    job = small_job(table, **training)
    first, _ = carry_out(job, tmp_path / "first")
    second, _ = carry_out(job, tmp_path / "second", live_map=True)
    assert results(tmp_path / "first") == results(tmp_path / "second")
    assert same(first) == same(second)


def test_another_seed_gives_another_network(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table, seed=1), tmp_path / "first")
    carry_out(small_job(table, seed=2), tmp_path / "second")
    first, second = results(tmp_path / "first"), results(tmp_path / "second")
    assert all(first[name] != second[name] for name in first if name != "evaluation.json")


def test_a_finished_run_holds_everything(table: Path, tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    outcome, events = carry_out(small_job(table), folder.path, live_map=True)
    assert outcome is not None
    assert outcome == folder.outcome()
    assert folder.state() == outcome.reason == "epochs"
    names = {path.name for path in folder.path.iterdir()}
    assert names - {"lock"} == {
        "job.toml", "run.json", "history.csv", "checkpoint.safetensors", "model",
        "predictions.parquet", "evaluation.json", "verdict.json", "outcome.json", "log.txt",
        "snapshots",
    }  # fmt: skip
    assert folder.job() == small_job(table)
    predictions = read_predictions(folder.predictions_path)
    assert predictions.column("row").to_pylist() == list(range(1, 61))
    assert sorted(set(predictions.column("part").to_pylist())) == ["training", "validation"]
    evaluation = folder.evaluation()
    assert evaluation is not None
    assert evaluation["training"]["samples"] + evaluation["validation"]["samples"] == 60
    assert HistoryReader(folder.history_path).read_new()[0].epoch.tolist() == list(range(1, 31))
    kinds = [type(event) for event in events]
    assert [kinds.count(kind) for kind in (Started, Finished)] == [1, 1]
    assert kinds[-1] is Finished
    assert MapChanged in kinds
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert (last.epoch, last.epochs) == (30, 30)


# --- stopped and resumed ------------------------------------------------------------------


@pytest.mark.parametrize("abandon", [True, *thorough([False])], ids=["interrupted", "stopped"])
@pytest.mark.parametrize("training", TRAININGS.values(), ids=TRAININGS.keys())
def test_a_resumed_run_is_as_if_never_stopped(
    table: Path, tmp_path: Path, training: dict[str, Any], abandon: bool
) -> None:
    job = small_job(table, **training)
    whole, _ = carry_out(job, tmp_path / "whole")
    folder = RunFolder(tmp_path / "run")
    at = 0
    for epochs in (1, 1, 5, 9):
        stopped, _ = carry_out(job, folder.path, LeaveAfter(epochs, abandon=abandon))
        if stopped is not None and stopped.reason == "validation":
            break
        at += epochs
        assert read_checkpoint(folder.checkpoint_path)[1].epoch == at
        assert folder.state() == ("interrupted" if abandon else "stopped")
        assert (stopped is None) == abandon
        assert folder.outcome() == stopped
    else:
        stopped, events = carry_out(job, folder.path)
        assert [event.epoch for event in events if isinstance(event, Started)] == [at]
    assert same(stopped) == same(whole)
    assert results(folder.path) == results(tmp_path / "whole")
    ours = read_checkpoint(folder.checkpoint_path)[0]
    theirs = read_checkpoint(tmp_path / "whole" / "checkpoint.safetensors")[0]
    assert ours.keys() == theirs.keys()
    assert all(bool((ours[name] == theirs[name]).all()) for name in ours)


@pytest.mark.parametrize("trainer", ["rprop-", "bp"])
def test_the_best_weights_are_kept_over_a_stop(table: Path, tmp_path: Path, trainer: str) -> None:
    """Stopped after the best epoch: the weights that are kept come out of the checkpoint."""
    patience = 8
    job = small_job(table, trainer=trainer, patience=patience, epochs=1000)
    whole, _ = carry_out(job, tmp_path / "whole")
    assert whole is not None
    assert whole.reason == "validation"
    carry_out(job, tmp_path / "run", LeaveAfter(whole.epoch - patience // 2, abandon=True))
    resumed, _ = carry_out(job, tmp_path / "run")
    assert same(resumed) == same(whole)
    assert results(tmp_path / "run") == results(tmp_path / "whole")


@pytest.mark.parametrize("step", ["prediction_table", "write_table", "write_json", "Outcome"])
@pytest.mark.parametrize(
    "reason", ["validation", *thorough(sorted(ENDINGS.keys() - {"validation"}))]
)
def test_a_run_that_died_after_its_last_epoch_ends_as_it_would_have(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str, step: str
) -> None:
    job = ending_job(table, reason)
    whole, _ = carry_out(job, tmp_path / "whole")
    assert whole is not None
    assert whole.reason == reason

    def die(*_: object, **__: object) -> None:
        raise DiedError

    folder = RunFolder(tmp_path / "run")
    with monkeypatch.context() as patched:
        patched.setattr(core.concluding, step, die)
        with pytest.raises(DiedError):
            carry_out(job, folder.path)
    assert folder.state() == "interrupted"
    resumed, _ = carry_out(job, folder.path)
    assert same(resumed) == same(whole)
    assert results(folder.path) == results(tmp_path / "whole")


def test_rows_after_the_checkpoint_are_trained_again(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A death between two checkpoints leaves a history that is ahead of them."""
    job = small_job(table)
    carry_out(job, tmp_path / "whole")
    folder = RunFolder(tmp_path / "run")
    carry_out(job, folder.path, LeaveAfter(5, abandon=True))
    checkpoint = folder.checkpoint_path.read_bytes()
    carry_out(job, folder.path, LeaveAfter(6, abandon=True))
    folder.checkpoint_path.write_bytes(checkpoint)
    with folder.history_path.open("ab") as file:
        file.write(b"12,0,0.00")
    carry_out(job, folder.path)
    assert results(folder.path) == results(tmp_path / "whole")


def test_the_time_trained_adds_up(table: Path, tmp_path: Path) -> None:
    job = small_job(table)
    first, _ = carry_out(job, tmp_path / "run", LeaveAfter(5))
    second, _ = carry_out(job, tmp_path / "run")
    assert first is not None
    assert second is not None
    assert 0 < first.seconds < second.seconds


# --- told from outside --------------------------------------------------------------------


def test_a_paused_run_says_so_and_waits(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = RunFolder(tmp_path / "run")
    control = Control()
    control.pause()
    events: list[Event] = []
    waited = []

    def wait() -> None:
        # everything that was learned so far is safe while nothing moves
        waited.append(read_checkpoint(folder.checkpoint_path)[1].epoch)
        assert HistoryReader(folder.history_path).read_new()[0].epoch.tolist() == [1]
        assert folder.state() == "running"
        control.resume()

    monkeypatch.setattr(control, "wait_while_paused", wait)
    outcome = run_job(small_job(table), folder, control, events.append)
    assert waited == [1]
    assert [event for event in events if isinstance(event, Paused | Resumed)] == [
        Paused(1),
        Resumed(1),
    ]
    assert outcome is not None
    assert outcome.reason == "epochs"


def test_a_stopped_run_has_results_and_can_go_on(table: Path, tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    outcome, events = carry_out(small_job(table), folder.path, LeaveAfter(7))
    assert outcome is not None
    assert (outcome.reason, outcome.epoch) == ("stopped", 7)
    assert outcome.resumable
    assert "Stopped by hand at epoch 7" in str(outcome.sentence)
    assert isinstance(events[-1], Finished)
    assert read_predictions(folder.predictions_path).num_rows == 60


def test_an_interrupted_run_says_how_to_go_on(table: Path, tmp_path: Path) -> None:
    outcome, events = carry_out(small_job(table), tmp_path / "run", LeaveAfter(3, abandon=True))
    assert outcome is None
    assert isinstance(events[-1], Notice)
    assert "the same command" in str(events[-1].message)
    assert not RunFolder(tmp_path / "run").predictions_path.exists()


# --- what may not be touched --------------------------------------------------------------


def test_a_run_at_work_is_left_alone(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.held_folder.LOCK_TIMEOUT", 0.05)
    folder = RunFolder(tmp_path / "run")
    carry_out(small_job(table), folder.path, LeaveAfter(3, abandon=True))
    with folder.held():
        with pytest.raises(InputError, match="Another process"):
            carry_out(small_job(table), folder.path)
        assert folder.state() == "running"
        assert folder.outcome() is None
    assert folder.state() == "interrupted"


def test_a_finished_run_is_refused(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table), tmp_path / "run")
    before = results(tmp_path / "run")
    with pytest.raises(InputError, match="has ended"):
        carry_out(small_job(table), tmp_path / "run")
    assert results(tmp_path / "run") == before


@pytest.mark.parametrize("has_checkpoint", [True, False])
def test_another_job_does_not_go_on_with_a_run(
    table: Path, tmp_path: Path, has_checkpoint: bool
) -> None:
    folder = RunFolder(tmp_path / "run")
    carry_out(small_job(table), folder.path, LeaveAfter(3, abandon=True))
    if not has_checkpoint:
        folder.checkpoint_path.unlink()
    with pytest.raises(InputError, match="another job"):
        carry_out(small_job(table, seed=2), folder.path)
    assert folder.state() == "interrupted"
    assert folder.job() == small_job(table)


def test_a_changed_table_does_not_go_on_with_a_run(table: Path, tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    carry_out(small_job(table), folder.path, LeaveAfter(3, abandon=True))
    write_table(table, rows=70)
    with pytest.raises(InputError, match="has changed since the run began"):
        carry_out(small_job(table), folder.path)
    assert folder.state() == "failed"
    write_table(table)
    outcome, _ = carry_out(small_job(table), folder.path)
    assert outcome is not None
    assert outcome.reason == "epochs"


def test_a_table_changed_since_the_job_is_noted(table: Path, tmp_path: Path) -> None:
    job = small_job(table)
    data = job.data.model_copy(update={"fingerprint": "0" * 64})
    _, events = carry_out(job.model_copy(update={"data": data}), tmp_path / "run")
    notices = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("changed since the job was made" in notice for notice in notices)


def test_a_table_may_be_reached_by_another_path(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(table)
    carry_out(small_job(link), tmp_path / "run", LeaveAfter(3, abandon=True))
    carry_out(small_job(link), tmp_path / "run", LeaveAfter(3, abandon=True))
    monkeypatch.chdir(tmp_path)
    outcome, _ = carry_out(small_job(Path(table.name)), tmp_path / "run")
    assert outcome is not None


def test_a_fault_of_the_program_is_kept_with_the_run(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(core.concluding, "judge", fail)
    folder = RunFolder(tmp_path / "run")
    with pytest.raises(ZeroDivisionError):
        carry_out(small_job(table), folder.path)
    caplog.clear()
    assert folder.state() == "failed"
    assert "ZeroDivisionError" in folder.log_path.read_text()
    monkeypatch.undo()
    outcome, _ = carry_out(small_job(table), folder.path)
    assert outcome is not None
    assert outcome.reason == "epochs"


def test_the_loss_of_a_diverged_run_is_told(table: Path, tmp_path: Path) -> None:
    outcome, _ = carry_out(ending_job(table, "diverged"), tmp_path / "run")
    assert outcome is not None
    assert outcome.reason == "diverged"
    assert not outcome.resumable
    assert "NaN" not in (tmp_path / "run" / "outcome.json").read_text()


@pytest.mark.skipif(os.name != "posix", reason="the rights of POSIX")
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_run_in_a_folder_that_is_read_only_can_be_listed(table: Path, tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    carry_out(small_job(table), folder.path, LeaveAfter(3, abandon=True))
    folder.path.chmod(0o500)
    (folder.path / "lock").chmod(0o400)
    assert folder.state() == "interrupted"
    folder.path.chmod(0o700)


def test_a_checkpoint_costs_little_of_the_time(tmp_path: Path) -> None:
    """Slow disks get fewer checkpoints."""
    clock = Clock(0.0)
    with HistoryWriter(tmp_path / "history.csv") as history:
        # saving takes a second of this clock
        duties = core.recording.Duties(history, lambda _: clock.leave_out(-1.0))
        recorder = core.recording.Recorder(duties, 1, lambda _: None)
        due = recorder._checkpoint(clock)
    assert due - clock.now() > 0.9 / core.recording.SHARE
