"""What a run is worth: no held-out sample has a say, and the verbs repeat what the run found."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.command_line import run_words
from core.commands.channel import Channel
from core.concluding import model_of
from core.events import Event, Failed, Finished, Notice
from core.job import Job, Judging
from core.job_file import job_text
from core.model import load_model
from core.parts import FoldRows, Parts, build_network, load_parts, prepare_folds
from core.predictions import read_predictions
from core.preparation import FittedPreparation
from core.run_folder import RunFolder
from core.tries import Tries
from core.window_job import WindowJob
from tests.core.small_runs import (
    LeaveAfter,
    carry_out,
    command,
    on_terminal,
    small_job,
    write_job,
    write_table,
)

Rows = NDArray[np.int64]
# those of the small table, which stands in a grid of 10 by 6 samples, 10 m apart
BLOCKS = Judging(protocol="blocks", block_size=25.0, buffer=12.0, folds=4)
HOLD_OUT = Judging(protocol="hold_out", test_part=0.2)
FOLDS = Judging(protocol="folds", folds=3)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def judged_by(table: Path, judging: Judging, **settings: Any) -> Job:
    return small_job(table, **settings).model_copy(update={"judging": judging})


def loaded(job: Job, folder: Path) -> Parts:
    return load_parts(job, lambda _: None, RunFolder(folder))


def notices_of(events: list[Event]) -> str:
    return " ".join(str(event.message) for event in events if isinstance(event, Notice))


# --- a planted leak -----------------------------------------------------------------------


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


CASES = [
    *((judging, kind) for judging in (HOLD_OUT, FOLDS) for kind in ("held out", "validation")),
    *((BLOCKS, kind) for kind in ("held out", "validation", "left out")),
]
NAMES = [f"{judging.protocol}-{kind}" for judging, kind in CASES]


@pytest.mark.parametrize(("judging", "kind"), CASES, ids=NAMES)
def test_a_wild_value_outside_training_changes_nothing_but_its_own_row(
    table: Path, tmp_path: Path, judging: Judging, kind: str
) -> None:
    job = judged_by(table, judging, members=2)
    parts = loaded(job, tmp_path / "run")
    number = len(parts.folds) - 1
    row = wild_row(parts, number, kind)
    wild = loaded(judged_by(with_wild_value(table, row), judging, members=2), tmp_path / "run")
    assert [fold.training.tolist() for fold in wild.folds] == [
        fold.training.tolist() for fold in parts.folds
    ]
    one, other = trace(job, parts, number), trace(job, wild, number)
    assert differ(one, other, row) == []
    # the value is there, and the fold does see it when it is asked of that row
    assert not torch.equal(one.inputs[row], other.inputs[row])
    assert not np.array_equal(one.named[row], other.named[row])


def test_a_wild_value_in_training_changes_everything(table: Path, tmp_path: Path) -> None:
    """The same look finds what it should find."""
    job = judged_by(table, FOLDS, members=2)
    parts = loaded(job, tmp_path / "run")
    row = wild_row(parts, 0, "training")
    wild = loaded(judged_by(with_wild_value(table, row), FOLDS, members=2), tmp_path / "run")
    found = differ(trace(job, parts, 0), trace(job, wild, 0), row)
    # first weights are drawn for the range of the inputs, which stays about ±2
    assert {"preparation", "inputs", "losses", "weights", "predictions"} <= set(found)


@pytest.mark.parametrize(("judging", "kind"), CASES, ids=NAMES)
def test_a_leak_that_is_planted_is_found(
    table: Path, tmp_path: Path, judging: Judging, kind: str
) -> None:
    """Parts as a careless program makes them: prepared by all samples, trained on the others."""
    job = judged_by(table, judging, members=2)
    parts = loaded(job, tmp_path / "run")
    number = len(parts.folds) - 1
    row = wild_row(parts, number, kind)
    wild_job = judged_by(with_wild_value(table, row), judging, members=2)
    leaky, wild = (leaking(job, parts), leaking(job, loaded(wild_job, tmp_path / "run")))
    found = differ(trace(job, leaky, number), trace(job, wild, number), row)
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


# --- parts, votes, counts -----------------------------------------------------------------


@pytest.mark.parametrize("judging", [Judging(), HOLD_OUT, FOLDS, BLOCKS], ids=lambda j: j.protocol)
def test_every_row_is_called_by_the_part_that_it_has(
    table: Path, tmp_path: Path, judging: Judging
) -> None:
    table.write_text(table.read_text() + "500000,90,1,1,1,\n")
    carry_out(judged_by(table, judging), tmp_path / "run")
    parts = loaded(judged_by(table, judging), tmp_path / "run")
    names = read_predictions(tmp_path / "run" / "predictions.parquet").column("part").to_pylist()
    wanted = ["test"] * 60 + [""]
    if len(parts.folds) == 1:
        (fold,) = parts.folds
        for rows, name in ((fold.training, "training"), (fold.validation, "validation")):
            for row in rows:
                wanted[row] = name
    assert [name or "" for name in names] == wanted
    counts = {name: wanted.count(name) for name in ("training", "validation", "test")}
    if judging.protocol == "hold_out":
        assert counts == {"training": 39, "validation": 9, "test": 12}
    evaluation = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert evaluation["test"]["samples"] == counts["test"]
    if judging.protocol in ("validation", "hold_out"):
        assert {n: evaluation[n]["samples"] for n in counts} == counts
        assert "folds" not in evaluation


@pytest.mark.parametrize("judging", [HOLD_OUT, FOLDS], ids=lambda judging: judging.protocol)
def test_wrong_shares_are_those_of_members_that_may_judge(
    table: Path, tmp_path: Path, judging: Judging
) -> None:
    job = judged_by(table, judging, members=5, epochs=4)
    carry_out(job, tmp_path / "run")
    parts = loaded(job, tmp_path / "run")
    model = load_model(tmp_path / "run" / "model")
    target = parts.dataset.target
    wanted = np.full(60, np.nan)
    for number, fold in enumerate(parts.folds):
        said = model.network.forward(fold.inputs, slice(5 * number, 5 * number + 5)).numpy()
        shares = (said.argmax(axis=2) != target).mean(axis=0)
        rows = fold.held_out if parts.is_cross_validated else np.arange(60)
        wanted[rows] = shares[rows]
    found = read_predictions(tmp_path / "run" / "predictions.parquet").column("wrong").to_numpy()
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-12)
    assert 0 < wanted.mean() < 1
    assert len(np.unique(wanted)) > 3


@pytest.mark.parametrize(
    ("judging", "patience", "chose"),
    [
        (Judging(), 5, True),
        (Judging(), 0, False),
        (HOLD_OUT, 5, False),
        (FOLDS, 5, False),
        # so small a test part holds nothing out, and the validation part judges after all
        (Judging(protocol="hold_out", test_part=0.05), 5, True),
    ],
    ids=["validation", "without patience", "hold-out", "folds", "too small"],
)
def test_who_judges_and_chose_as_well_is_told(
    tmp_path: Path, judging: Judging, patience: int, chose: bool
) -> None:
    table = write_table(tmp_path / "table.csv", rows=24)
    carry_out(judged_by(table, judging, patience=patience), tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    assert (run.evaluation() or {}).get("held_out_chose", False) == chose
    verdict = run.verdict()
    assert verdict is not None
    judges = "validation" if judging.test_part == 0.05 else judging.protocol
    assert verdict["protocol"]["name"] == judges


def test_without_any_held_out_sample_there_is_no_verdict(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table, part=0.0), tmp_path / "run")
    assert not (tmp_path / "run" / "verdict.json").exists()


# --- the verb judge -----------------------------------------------------------------------


@pytest.fixture
def few_baselines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.baselines.estimators.BASELINES", ("majority", "nearest"))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def told_by(events: list[Event]) -> dict[str, Any]:
    (end,) = [event for event in events if isinstance(event, Finished)]
    return end.values


def refusal(*words: object) -> str:
    """Return the one sentence that a command ends with, at exit code 2."""
    code, events = command(*words)
    assert code == 2
    (failed,) = [event for event in events if isinstance(event, Failed)]
    assert failed.traceback == ""
    return str(failed.message)


@pytest.mark.parametrize("judging", [Judging(), HOLD_OUT, FOLDS, BLOCKS], ids=lambda j: j.protocol)
def test_a_finished_run_is_judged_as_it_judged_itself(
    table: Path, tmp_path: Path, judging: Judging, few_baselines: None
) -> None:
    carry_out(judged_by(table, judging, members=2), tmp_path / "run")
    verdict = read(tmp_path / "run" / "verdict.json")
    out = tmp_path / "out"
    code, events = command("judge", tmp_path / "run", "--out", out, "--baselines")
    assert code == 0
    assert read(out / "verdict.json") == told_by(events)["verdict"] == verdict
    # the members that were asked again say what they said
    baselines = read(out / "baselines.json")
    assert [row["name"] for row in baselines["of"]] == ["network", "majority", "nearest"]
    assert baselines["of"][0]["figures"] == verdict["held_out"]["figures"]
    assert baselines["units"] == verdict["units"]
    for row in baselines["of"][1:]:
        for key, difference in row["difference"].items():
            ours, theirs = verdict["held_out"]["figures"][key], row["figures"][key]
            assert difference["value"] == pytest.approx(ours["value"] - theirs["value"])
    assert sorted(path.name for path in out.iterdir()) == ["baselines.json", "verdict.json"]


def test_a_verdict_may_go_into_the_folder_of_its_run(
    table: Path, tmp_path: Path, few_baselines: None
) -> None:
    carry_out(judged_by(table, FOLDS), tmp_path / "run")
    before = (tmp_path / "run" / "verdict.json").read_bytes()
    words = ("judge", tmp_path / "run", "--out", tmp_path / "run")
    assert command(*words, "--baselines", "--learning-curve")[0] == 0
    run = RunFolder(tmp_path / "run")
    assert run.verdict_path.read_bytes() == before
    assert run.baselines() is not None
    curve = run.learning_curve()
    assert curve is not None
    verdict = read(run.verdict_path)
    assert curve["points"][-1]["held_out"] == verdict["held_out"]["figures"]["macro_f1"]


def test_a_job_is_judged_by_blocks(table: Path, tmp_path: Path) -> None:
    job = write_job(tmp_path / "job.toml", small_job(table))
    out = tmp_path / "out"
    words = ("--protocol", "blocks", "--block-size", "25", "--buffer", "12", "--folds", "4")
    code, events = command("judge", job, *words, "--out", out)
    assert code == 0
    carry_out(judged_by(table, BLOCKS), tmp_path / "run")
    verdict = read(out / "verdict.json")
    assert verdict == read(tmp_path / "run" / "verdict.json") == told_by(events)["verdict"]
    assert verdict["resampled"] == "blocks"
    assert (verdict["protocol"]["block_size"], verdict["protocol"]["buffer"]) == (25.0, 12.0)
    assert RunFolder(out / "run").job().judging == BLOCKS


def test_a_run_is_judged_otherwise_without_being_touched(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table), tmp_path / "first")
    before = {path: path.read_bytes() for path in (tmp_path / "first").rglob("*") if path.is_file()}
    words = ("judge", tmp_path / "first", "--protocol", "folds", "--folds", "3")
    assert command(*words, "--out", tmp_path / "out")[0] == 0
    assert read(tmp_path / "out" / "verdict.json")["protocol"]["folds"] == 3
    assert {path: path.read_bytes() for path in before} == before
    said = refusal(*words, "--out", tmp_path / "first")
    assert "is the folder of another run, whose verdict would be replaced" in said
    assert {path: path.read_bytes() for path in before} == before


def test_what_was_stopped_goes_on(table: Path, tmp_path: Path) -> None:
    job = write_job(tmp_path / "job.toml", judged_by(table, FOLDS, members=2))
    words = ["judge", str(job), "--out", str(tmp_path / "out")]
    events: list[Event] = []
    told = Channel(events.append, LeaveAfter(7, abandon=True))
    assert run_words(words, told) == 130
    assert "the same command goes on" in notices_of(events)
    assert not (tmp_path / "out" / "verdict.json").exists()
    assert run_words(words, Channel(events.append, LeaveAfter(9))) == 2
    assert "Training was stopped, so there is no verdict" in str(events[-1].message)  # type: ignore[union-attr]
    assert command(*words)[0] == 0
    carry_out(judged_by(table, FOLDS, members=2), tmp_path / "run")
    assert read(tmp_path / "out" / "verdict.json") == read(tmp_path / "run" / "verdict.json")
    # a third time nothing is trained again
    weights = tmp_path / "out" / "run" / "model" / "weights.safetensors"
    before = weights.stat().st_mtime_ns
    assert command(*words)[0] == 0
    assert weights.stat().st_mtime_ns == before


def test_another_judgement_is_not_taken_for_this_one(table: Path, tmp_path: Path) -> None:
    job = write_job(tmp_path / "job.toml", small_job(table))
    words = ("judge", job, "--out", tmp_path / "out")
    assert command(*words, "--protocol", "hold_out")[0] == 0
    said = refusal(*words, "--protocol", "folds")
    assert "was begun with another job; choose another folder" in said
    assert read(tmp_path / "out" / "verdict.json")["protocol"]["name"] == "hold_out"


def test_a_second_file_is_taken_from_where_it_was_typed(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = table.read_text().splitlines()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "other.csv").write_text("\n".join([lines[0], *lines[5:30]]) + "\n")
    job = write_job(tmp_path / "jobs" / "job.toml", small_job(table))
    monkeypatch.chdir(tmp_path)
    words = ("judge", job, "--protocol", "second_file", "--test-table", "other.csv")
    for _ in range(2):
        assert command(*words, "--out", "out")[0] == 0
    assert read(tmp_path / "out" / "verdict.json")["held_out"]["samples"] == 25


def test_what_was_asked_is_printed(
    table: Path, tmp_path: Path, few_baselines: None, capsys: pytest.CaptureFixture[str]
) -> None:
    carry_out(judged_by(table, BLOCKS), tmp_path / "run")
    words = ("judge", tmp_path / "run", "--out", tmp_path / "out")
    assert on_terminal(*words, "--baselines", "--learning-curve") == 0
    printed = capsys.readouterr().out
    verdict = read(tmp_path / "out" / "verdict.json")
    right = verdict["held_out"]["correct"]
    folds = verdict["protocol"]["folds"]
    assert printed.startswith(
        f"Judged by {folds} folds of spatial blocks of 25 with a buffer of 12: {right} of 60 "
        f"held-out samples right. Intervals of 95%, from {verdict['units']} blocks.\n"
    )
    for words_of_it in ("Cohen's κ", "Majority class", "held-out macro-F1", "Class "):
        assert words_of_it in printed
    figure = verdict["held_out"]["figures"]["macro_f1"]
    assert f"{figure['value']:.3f} ({figure['low']:.3f} to {figure['high']:.3f})" in printed


def test_stopping_beside_other_classifiers_is_one_sentence(table: Path, tmp_path: Path) -> None:
    carry_out(judged_by(table, FOLDS), tmp_path / "run")
    for asked in ("--baselines", "--learning-curve"):
        control = LeaveAfter(100)
        control.stop()
        events: list[Event] = []
        words = ["judge", str(tmp_path / "run"), "--out", str(tmp_path / "out"), asked]
        assert run_words(words, Channel(events.append, control)) == 2
        assert isinstance(events[-1], Failed)
        assert events[-1].traceback == ""
        assert not (tmp_path / "out" / "verdict.json").exists()


# --- refusals -----------------------------------------------------------------------------


def test_a_run_without_a_verdict_is_refused(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table, part=0.0), tmp_path / "run")
    said = refusal("judge", tmp_path / "run", "--out", tmp_path / "out")
    assert "has no verdict" in said
    RunFolder(tmp_path / "begun").create(small_job(table))
    assert "has no verdict" in refusal("judge", tmp_path / "begun", "--out", tmp_path / "out")
    assert not (tmp_path / "out" / "verdict.json").exists()


@pytest.mark.parametrize("verb", ["judge", "divide"])
def test_images_are_refused(verb: str, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "out") if verb == "judge" else ()
    assert "Images are judged by the test part" in refusal(verb, "digits", *out)


def test_what_was_typed_wrong_is_refused(table: Path, tmp_path: Path) -> None:
    job = write_job(tmp_path / "job.toml", small_job(table))
    out = ("--out", tmp_path / "out")
    assert command("judge", job, *out, "--protocol", "luck")[0] == 2
    assert "judging.folds" in refusal("judge", job, *out, "--folds", "1")
    assert "judging.block_size" in refusal(
        "judge", job, *out, "--protocol", "blocks", "--block-size", "inf"
    )
    assert "choose the column of the group" in refusal("judge", job, *out, "--protocol", "groups")
    assert "A buffer of 1e+08 leaves no sample" in refusal(
        "judge", job, *out, "--protocol", "leave_one_out", "--buffer", "1e8"
    )
    assert "nowhere" in refusal("judge", tmp_path / "nowhere", *out)


def test_a_file_where_the_folder_should_be_is_refused(table: Path, tmp_path: Path) -> None:
    carry_out(judged_by(table, HOLD_OUT), tmp_path / "run")
    job = write_job(tmp_path / "job.toml", small_job(table))
    for source in (tmp_path / "run", job):
        said = refusal("judge", source, "--out", table)
        assert f"The folder {table} cannot be written" in said


def test_a_table_that_changed_is_not_judged_by(table: Path, tmp_path: Path) -> None:
    """Its folds would hold out other samples than those that the members never saw."""
    carry_out(judged_by(table, HOLD_OUT), tmp_path / "run")
    table.write_text("\n".join(table.read_text().splitlines()[:-7]) + "\n")
    said = refusal("judge", tmp_path / "run", "--out", tmp_path / "out", "--baselines")
    assert "has changed since the run began" in said


# --- the verb divide ----------------------------------------------------------------------


@pytest.mark.parametrize("judging", [Judging(), HOLD_OUT, FOLDS, BLOCKS], ids=lambda j: j.protocol)
def test_divide_tells_what_a_run_will_do(table: Path, tmp_path: Path, judging: Judging) -> None:
    table.write_text(table.read_text() + "500000,90,1,1,1,\n")
    job = judged_by(table, judging)
    code, events = command("divide", write_job(tmp_path / "job.toml", job))
    assert code == 0
    values = told_by(events)
    parts = loaded(job, tmp_path / "run")
    for key, value in parts.division.to_values().items():
        assert values[key] == value
    fold_of = np.full(parts.dataset.size, -1)
    for number, (split, size) in enumerate(
        zip(parts.division.splits, values["sizes"], strict=True)
    ):
        fold_of[split.held_out] = number
        fold = parts.folds[number]
        rest = len(fold.training) + len(fold.validation)
        assert size == [len(split.held_out), len(split.left_out), rest]
    assert values["rows"] == parts.dataset.labelled.tolist()
    assert values["fold_of"] == fold_of[parts.dataset.labelled].tolist()
    assert values["notices"] == [asdict(notice) for notice in parts.division.notices]
    assert json.loads(json.dumps(values)) == values
    if judging is BLOCKS:
        assert values["steps"] == [25.0, 25.0]
        # a block is a fold's alone where it is drawn
        assert parts.dataset.coordinates is not None
        places = parts.dataset.coordinates[values["rows"]] - values["origin"]
        drawn = [tuple(cell) for cell in np.floor(places / values["steps"]).astype(int)]
        folds = zip(drawn, values["fold_of"], strict=True)
        assert len(set(folds)) == len(set(drawn)) == parts_blocks(parts)


def parts_blocks(parts: Parts) -> int:
    assert parts.division.units is not None
    return len(np.unique(parts.division.units[parts.dataset.labelled]))


def test_blocks_in_degrees_are_drawn_in_degrees(tmp_path: Path) -> None:
    """At 60° north a block of as many metres is twice as many degrees wide as high."""
    table = write_table(tmp_path / "table.csv")
    lines = [line.split(",") for line in table.read_text().splitlines()]
    lines[0][:2] = ["longitude", "latitude"]
    for number, cells in enumerate(lines[1:]):
        cells[:2] = [f"{25 + 0.02 * (number % 10):.4f}", f"{59.975 + 0.01 * (number // 10):.4f}"]
    table.write_text("\n".join(",".join(cells) for cells in lines) + "\n")
    judging = Judging(protocol="blocks", block_size=3000.0)
    job = judged_by(table, judging)
    data = job.data.model_copy(update={"x": "longitude", "y": "latitude"})
    path = write_job(tmp_path / "job.toml", job.model_copy(update={"data": data}))
    code, events = command("divide", path)
    assert code == 0
    values = told_by(events)
    assert values["unit"] == "m"
    wide, high = values["steps"]
    assert wide / high == pytest.approx(2.0, rel=1e-3)
    # a sphere; the ellipsoid is within 0.6 % of it
    assert high == pytest.approx(3000 / 111_195, rel=1e-3)
    origin = np.array(values["origin"])
    assert (origin <= [25.0, 59.975]).all()
    assert (origin > np.array([25.0, 59.975]) - [wide, high]).all()


def test_divide_prints_a_line_for_each_fold(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = write_job(tmp_path / "job.toml", judged_by(table, BLOCKS))
    assert on_terminal("divide", job) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Blocks of 25"
    assert lines[1].split() == ["Fold", "held", "out", "left", "out", "not", "held", "out"]
    rows = np.array([[int(cell) for cell in line.split()] for line in lines[2:]])
    assert rows[:, 0].tolist() == [1, 2, 3, 4]
    assert rows[:, 1].sum() == 60
    assert (rows[:, 1:].sum(axis=1) == 60).all()
    assert rows[:, 2].min() > 0
    one = ("--set", "judging.protocol=leave_one_out")
    assert on_terminal("divide", job, *one) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (len(lines), lines[-1]) == (22, "and 40 more")
    assert on_terminal("divide", job, "--set", "judging.protocol=validation") == 0
    assert "The validation part judges" in capsys.readouterr().out


def test_divide_reads_the_second_file(table: Path, tmp_path: Path) -> None:
    lines = table.read_text().splitlines()
    other = tmp_path / "other.csv"
    other.write_text("\n".join([lines[0], *lines[5:30]]) + "\n")
    judging = Judging(protocol="second_file", test_table=str(other))
    job = write_job(tmp_path / "job.toml", judged_by(table, judging))
    code, events = command("divide", job)
    assert code == 0
    assert told_by(events)["sizes"] == [[25, 0, 60]]
    said = refusal("divide", job, "--set", "judging.test_table=")
    assert "Judging by a second file needs one" in said


def test_divide_refuses_for_a_cnn_what_its_run_refuses(table: Path, tmp_path: Path) -> None:
    judging = Judging(protocol="second_file", test_table=str(table))
    job = WindowJob(data=small_job(table).data, judging=judging)
    path = tmp_path / "window.toml"
    path.write_text(job_text(job), encoding="utf-8")
    assert "cannot be judged by a second file yet" in refusal("divide", path)


# --- hostile runs -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "protocol", ["hold_out", "folds", "leave_one_out", "blocks", "groups", "leave_one_group_out"]
)
@pytest.mark.parametrize("kind", ["two", "lonely", "one place", "no place"])
def test_no_table_ends_in_a_traceback(tmp_path: Path, protocol: str, kind: str) -> None:
    rows = 2 if kind == "two" else 12
    table = write_table(tmp_path / "table.csv", rows=rows)
    lines = [line.split(",") for line in table.read_text().splitlines()]
    for number, cells in enumerate(lines[1:]):
        if kind == "lonely":
            cells[5] = "b" if number == 3 else "a"
        if kind == "one place":
            cells[:2] = ["5", "5"]
        if kind == "no place" and number != 2:
            cells[:2] = ["", ""]
    table.write_text("\n".join(",".join(cells) for cells in lines) + "\n")
    job = small_job(table, layers="3-4-2" if kind in ("two", "lonely") else "3-4-3", epochs=5)
    path = write_job(tmp_path / "job.toml", job)
    words = ("judge", path, "--out", tmp_path / "out", "--protocol", protocol, "--buffer", "1")
    code, events = command(*words)
    assert code in (0, 2)
    if code == 2:
        assert isinstance(events[-1], Failed)
        assert events[-1].traceback == ""
    else:
        samples = read(tmp_path / "out" / "verdict.json")["held_out"]["samples"]
        assert 0 < samples <= rows
