"""The verb judge repeats what a run found, and says in a sentence what cannot be judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.command_line import run_words
from core.commands.channel import Channel
from core.events import Event, Failed
from core.job import Judging
from core.run_folder import RunFolder
from tests.core.small_judging import (
    BLOCKS,
    FOLDS,
    HOLD_OUT,
    judged_by,
    notices_of,
    read,
    refusal,
    told_by,
)
from tests.core.small_runs import (
    LeaveAfter,
    carry_out,
    command,
    on_terminal,
    small_job,
    write_job,
    write_table,
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


@pytest.fixture
def few_baselines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.baselines.estimators.BASELINES", ("majority", "nearest"))


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
def test_images_have_no_protocol(verb: str, tmp_path: Path) -> None:
    more = ("--out", tmp_path / "out", "--protocol", "folds") if verb == "judge" else ()
    assert "Images have no protocol of judging" in refusal(verb, "digits", *more)


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
