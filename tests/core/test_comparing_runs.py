"""The verb `compare` with settings, verdicts and curves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.comparing_names import names_of
from core.events import Detail, Failed, Finished
from core.run_folder import RunFolder
from tests.core.small_runs import carry_out, command, small_job, write_table


@pytest.fixture
def runs(tmp_path: Path) -> list[Path]:
    """Two runs of one table, and one of another."""
    table, other = write_table(tmp_path / "table.csv"), write_table(tmp_path / "other.csv", 54)
    jobs = [small_job(table, folds=3), small_job(table, folds=3, epochs=5), small_job(other)]
    for name, job in zip("abc", jobs, strict=True):
        carry_out(job, tmp_path / name)
    return [tmp_path / name for name in "abc"]


def end_of(*words: object) -> tuple[dict[str, Any], list[str]]:
    code, events = command("compare", *words)
    assert code == 0
    assert isinstance(events[-1], Finished)
    return events[-1].values, [str(each.message) for each in events if isinstance(each, Detail)]


def refusal(*words: object) -> str:
    code, events = command("compare", *words)
    assert code == 2
    assert isinstance(events[-1], Failed)
    return str(events[-1].message)


def test_two_runs_have_flips_settings_and_verdicts(runs: list[Path]) -> None:
    values, lines = end_of(*runs[:2])
    assert values["rows"] == 60
    assert [each["name"] for each in values["runs"]] == ["a", "b"]
    (row,) = values["settings"]
    assert (row["section"], row["field"]) == ("training", "epochs")
    assert row["values"] == (30, 5)
    verdict = RunFolder(runs[1]).verdict()
    assert verdict is not None
    assert values["verdicts"][1]["verdict"]["figures"] == verdict["held_out"]["figures"]
    assert values["verdicts"][1]["difference"]["macro_f1"]["low"] is not None
    assert [curve["training"]["x"][-1] for curve in values["curves"]] == [30.0, 5.0]
    assert any(line.split() == ["Training:", "Epoch", "limit", "30", "epochs", "5", "epochs"]
               for line in lines)  # fmt: skip
    assert any(line.startswith("Better than a by") for line in lines)


def test_runs_of_several_tables_are_compared_by_what_they_are_worth(runs: list[Path]) -> None:
    assert "classified different tables" in refusal(runs[0], runs[2])
    values, lines = end_of(runs[0], runs[2], "--verdicts")
    assert "changed" not in values
    assert "other samples than “a”" in lines[-1]
    assert values["verdicts"][1]["apart"]["values"] == {"first": "a", "second": "c"}
    values, _ = end_of(*runs)
    assert len(values["verdicts"]) == 3
    assert "changed" not in values


def test_what_cannot_be_asked_is_said(runs: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "flips.csv"
    assert "1 run was given; give 2 to 6" in refusal(runs[0])
    assert "7 runs were given" in refusal(*[runs[0]] * 7)
    assert "takes two runs" in refusal(*runs, "--out", out)
    assert "takes two runs" in refusal(*runs[:2], "--verdicts", "--out", out)
    assert not out.exists()


def test_runs_of_one_name_are_numbered(runs: list[Path]) -> None:
    found = [RunFolder(path) for path in runs]
    for run, name in zip(found, ("copper", "gold", "copper"), strict=True):
        run.rename(name)
    assert names_of(found) == ["copper (1)", "gold", "copper (2)"]
