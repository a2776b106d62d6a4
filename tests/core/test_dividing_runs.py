"""The verb divide shows what a run will do."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from core.job import Judging
from core.job_file import job_text
from core.parts import Parts
from core.window_job import WindowJob
from tests.core.small_judging import BLOCKS, FOLDS, HOLD_OUT, judged_by, loaded, refusal, told_by
from tests.core.small_runs import command, on_terminal, small_job, write_job, write_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


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
    assert "is the table that is trained on" in refusal("divide", path)
