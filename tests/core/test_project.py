"""A project file finds its table wherever the folder goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.bundled import bundled_job
from core.job import Job
from core.project import Project, read_project, runs_folder_of, write_project
from datasets.messages import InputError

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\"),
    min_size=1,
    max_size=8,
).filter(lambda name: name.strip(". ") == name)


def job_for(table: str) -> Job:
    job = bundled_job("copper")
    return job.model_copy(update={"data": job.data.model_copy(update={"table": table})})


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=3), st.booleans(), st.text("0123456789abcdef"))
def test_a_project_survives_its_file(
    tmp_path: Path, names: list[str], with_job: bool, fingerprint: str
) -> None:
    table = str(tmp_path.resolve().joinpath(*names))
    runs = tuple(str(tmp_path.resolve() / "valley.runs" / name) for name in names)
    project = Project(
        table, fingerprint, job_for(table) if with_job else None, run=runs[0], other_runs=runs[1:]
    )
    path = tmp_path / "survey.anomalyst"
    write_project(path, project)
    assert read_project(path) == project
    assert str(tmp_path) not in path.read_text(encoding="utf-8")


def test_a_moved_folder_finds_its_table(tmp_path: Path) -> None:
    table = tmp_path / "old" / "data" / "t.csv"
    table.parent.mkdir(parents=True)
    table.touch()
    path = tmp_path / "old" / "projects" / "survey.anomalyst"
    write_project(path, Project(str(table), "f", job_for(str(table))))
    shutil.move(tmp_path / "old", tmp_path / "new")
    project = read_project(tmp_path / "new" / "projects" / "survey.anomalyst")
    moved = str(tmp_path.resolve() / "new" / "data" / "t.csv")
    assert project.table == moved
    assert project.job is not None
    assert project.job.data.table == moved


def test_an_example_stays_an_example(tmp_path: Path) -> None:
    path = tmp_path / "survey.anomalyst"
    project = Project("example:copper", "f", bundled_job("copper"))
    write_project(path, project)
    assert read_project(path) == project


def test_the_runs_lie_beside_the_file(tmp_path: Path) -> None:
    assert runs_folder_of(tmp_path / "a.anomalyst") == tmp_path / "a.runs"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "format = 1",
        'format = "x"',
        'format = 99\ntable = "t.csv"',
        'format = 1\ntable = "t.csv"\nfingerprint = "f"\n[job]\nformat = 1',
    ],
)
def test_a_damaged_project_is_told_in_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "survey.anomalyst"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"survey\.anomalyst"):
        read_project(path)


def test_an_absent_project_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no project file"):
        read_project(tmp_path / "none.anomalyst")
