"""A run folder tells the state of its run, whatever it was left with."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import pytest
import torch

from core.bundled import bundled_job
from core.outcome import Outcome
from core.run_folder import RunFolder, list_runs, new_run_path
from datasets.messages import InputError, message


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "runs" / "first")
    made.create(bundled_job("copper"), "The first")
    return made


def test_a_new_run_knows_its_job_and_name(folder: RunFolder) -> None:
    assert folder.job() == bundled_job("copper")
    assert folder.about()["name"] == "The first"
    folder.rename("Another 名")
    assert folder.about()["name"] == "Another 名"
    assert folder.state() == "interrupted"


def test_a_held_run_is_running(folder: RunFolder) -> None:
    assert not folder.is_held
    with folder.held():
        assert folder.is_held
        assert folder.state() == "running"
    assert folder.state() == "interrupted"


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome("goal", 12, 1e-6, None, 3.5, 1e-5),
        Outcome("failed", detail=message("There is no file {path}.", path="t.csv")),
    ],
)
def test_an_outcome_comes_back(folder: RunFolder, outcome: Outcome) -> None:
    folder.write_outcome(outcome)
    assert folder.outcome() == outcome
    assert folder.state() == outcome.reason
    assert str(outcome.sentence).endswith(".")


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", "{}", '{"reason": "goal", "x": 1}'])
def test_a_damaged_outcome_is_none(folder: RunFolder, text: str) -> None:
    folder.outcome_path.write_text(text)
    assert folder.outcome() is None
    assert folder.state() == "interrupted"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"name": "x"}'])
def test_a_damaged_name_is_made_good(folder: RunFolder, text: str) -> None:
    folder.about_path.write_text(text)
    assert folder.about() == {"name": "first", "created": "", "members": 0, "versions": {}}


def test_a_run_keeps_what_began_it(folder: RunFolder) -> None:
    told = folder.about()["versions"]
    assert told["torch"] == torch.__version__
    assert told["Python"] == platform.python_version()
    assert told["Anomalyst"]
    folder.rename("Another")
    assert folder.about()["versions"] == told


def test_how_many_networks_there_are_is_kept_with_the_name(folder: RunFolder) -> None:
    assert folder.about()["members"] == 0
    folder.set_members(12)
    folder.rename("Another")
    assert folder.about()["members"] == 12
    assert folder.about()["name"] == "Another"


def test_what_a_killed_process_left_half_written_goes(folder: RunFolder) -> None:
    parts = [folder.path / ".a.part", folder.model_path / ".b.part"]
    folder.model_path.mkdir()
    for part in parts:
        part.touch()
    with folder.held():
        assert not any(part.exists() for part in parts)


def test_a_folder_is_free_when_a_new_run_was_killed_at_birth(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    assert folder.is_free
    folder.path.mkdir()
    assert folder.is_free
    folder.about_path.write_text("{}")
    (folder.path / ".job.toml.abc.part").touch()
    assert folder.is_free
    (folder.path / "thesis.docx").touch()
    assert not folder.is_free
    assert not RunFolder(folder.about_path).is_free


def test_runs_are_listed_newest_first(tmp_path: Path, folder: RunFolder) -> None:
    second = RunFolder(folder.path.parent / "second")
    second.create(bundled_job("copper"))
    second.about_path.write_text(json.dumps({"name": "Old", "created": "2001-01-01T00:00:00"}))
    (folder.path.parent / "no run").mkdir()
    assert list_runs(folder.path.parent) == [folder, second]
    assert list_runs(tmp_path / "nowhere") == []


def test_a_new_run_gets_a_path_of_its_own(tmp_path: Path) -> None:
    first = new_run_path(tmp_path, "铜 / Cu: survey?")
    assert first.parent == tmp_path
    assert first.name.endswith("铜-Cu-survey")
    first.mkdir()
    assert new_run_path(tmp_path, "铜 / Cu: survey?") != first
    assert new_run_path(tmp_path, "../..").name.endswith("-run")


def test_another_folder_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not the folder of a run"):
        RunFolder(tmp_path).job()
    assert RunFolder(tmp_path).evaluation() is None
