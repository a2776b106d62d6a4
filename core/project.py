"""A project file: which table and which job belong together, and beside it the runs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from core.files import absolute_from, relative_to, write_text
from core.job import Job
from core.job_file import job_from_values, job_values
from datasets.messages import InputError

FORMAT = 1
SUFFIX = ".anomalyst"


@dataclass(frozen=True)
class Project:
    """What a project file remembers.

    Attributes
    ----------
    table
        Absolute path of the table or "example:NAME"; kept relative to the file.
    fingerprint
        SHA-256 of the table when the project was saved.
    job
        The job as last edited, None before a target was chosen.
    """

    table: str
    fingerprint: str
    job: Job | None


def runs_folder_of(project_path: Path) -> Path:
    """Return where the runs of a project lie: a folder beside its file, found by its name."""
    return project_path.with_name(f"{project_path.stem}.runs")


def write_project(path: Path, project: Project) -> None:
    """Write a project, whole or not at all."""
    base = path.parent.resolve()
    values: dict[str, object] = {
        "format": FORMAT,
        "table": relative_to(project.table, base),
        "fingerprint": project.fingerprint,
    }
    if project.job is not None:
        job = job_values(project.job)
        job["data"]["table"] = relative_to(project.job.data.table, base)
        values["job"] = job
    write_text(path, tomli_w.dumps(values))


def read_project(path: Path) -> Project:
    """Read a project.

    Raises
    ------
    InputError
        When the file is absent, damaged or of a newer format.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        if values["format"] > FORMAT:
            raise InputError(
                "The project {path} was written by a newer version; update the program.",
                path=str(path),
            )
        base = path.parent.resolve()
        table = absolute_from(str(values["table"]), base)
        return Project(
            table=table,
            fingerprint=str(values["fingerprint"]),
            job=_job(values.get("job"), table, path),
        )
    except FileNotFoundError:
        raise InputError("There is no project file {path}.", path=str(path)) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise InputError(
            "The project file {path} cannot be read: {reason}.", path=str(path), reason=str(error)
        ) from None


def _job(values: object, table: str, path: Path) -> Job | None:
    if not isinstance(values, dict):
        return None
    job = job_from_values(values, str(path))
    return job.model_copy(update={"data": job.data.model_copy(update={"table": table})})
