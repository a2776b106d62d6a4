"""A project file: which table and which job belong together, and beside it the runs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from core.checked_values import checked_values
from core.files import absolute_from, relative_to, write_text
from core.job import Job
from core.job_file import job_from_values, job_values, with_places
from core.reading import Reading, reading_from_values, reading_with_places
from core.thresholds.kept import KeptThreshold
from core.window_job import WindowSettings
from datasets.field_reasons import first_reason, reason_of
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
    reading
        How the table is read, that of the job where there is one.
    colours
        Colours that a person chose, ``#rrggbb`` by the name of the class.
    thresholds
        Anomaly thresholds that a person decided for, by column.
    outlines
        Absolute paths of files whose lines are drawn over the maps; kept relative to the file.
    run
        Absolute path of the run on show, "" without one; kept relative to the file.
    other_runs
        Absolute paths of runs that belong to the project and lie elsewhere than beside it.
    windows
        Settings of a CNN on windows, as last edited; None in projects of earlier versions.
    chose_windows
        Whether the CNN is what would be trained, and not the BP network of `job`.
    """

    table: str
    fingerprint: str
    job: Job | None
    reading: Reading = field(default_factory=Reading)
    colours: dict[str, str] = field(default_factory=dict)
    thresholds: dict[str, KeptThreshold] = field(default_factory=dict)
    outlines: tuple[str, ...] = ()
    run: str = ""
    other_runs: tuple[str, ...] = ()
    windows: WindowSettings | None = None
    chose_windows: bool = False


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
        values["job"] = job_values(with_places(project.job, lambda place: relative_to(place, base)))
    elif project.reading != Reading():
        moved = reading_with_places(project.reading, lambda place: relative_to(place, base))
        values["reading"] = moved.model_dump(mode="json", exclude_defaults=True)
    if project.colours:
        values["colours"] = project.colours
    if project.thresholds:
        values["thresholds"] = {
            name: kept.model_dump(mode="json") for name, kept in project.thresholds.items()
        }
    if project.outlines:
        values["outlines"] = [relative_to(place, base) for place in project.outlines]
    if project.windows is not None:
        values["windows"] = {
            "chosen": project.chose_windows,
            **project.windows.model_dump(mode="json", exclude_defaults=True),
        }
    if project.run:
        values["run"] = relative_to(project.run, base)
    if project.other_runs:
        values["other_runs"] = [relative_to(place, base) for place in project.other_runs]
    write_text(path, tomli_w.dumps(values))


def read_project(path: Path) -> Project:
    """Read a project.

    Raises
    ------
    InputError
        When the file is absent, damaged or of a newer format.
    """
    with project_values(path) as values:
        base = path.parent.resolve()
        table = absolute_from(str(values["table"]), base)
        job = _job(values.get("job"), table, path)
        return Project(
            table=table,
            fingerprint=str(values["fingerprint"]),
            job=job,
            reading=job.data.reading if job is not None else _reading(values.get("reading"), path),
            colours=_colours(values.get("colours")),
            thresholds=_thresholds(values.get("thresholds"), path),
            outlines=_places(values.get("outlines"), base),
            run="".join(_places([values.get("run")], base)),
            other_runs=_places(values.get("other_runs"), base),
            windows=_windows(values.get("windows"), path),
            chose_windows=(values.get("windows") or {}).get("chosen") is True,
        )


@contextmanager
def project_values(path: Path) -> Iterator[dict[str, Any]]:
    """Read a project file; what cannot be used of it within the block is said in one sentence.

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
        yield values
    except FileNotFoundError:
        raise InputError("There is no project file {path}.", path=str(path)) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise InputError(
            "The project file {path} cannot be read: {reason}.",
            path=str(path),
            reason=reason_of(error),
        ) from None


def _job(values: object, table: str, path: Path) -> Job | None:
    if not isinstance(values, dict):
        return None
    base = path.parent.resolve()
    job = with_places(job_from_values(values, str(path)), lambda place: absolute_from(place, base))
    return job.model_copy(update={"data": job.data.model_copy(update={"table": table})})


def _places(values: object, base: Path) -> tuple[str, ...]:
    places = values if isinstance(values, list) else []
    return tuple(absolute_from(place, base) for place in places if isinstance(place, str))


def _reading(values: object, path: Path) -> Reading:
    if not isinstance(values, dict):
        return Reading()
    base = path.parent.resolve()
    reading = reading_from_values(values, str(path))
    return reading_with_places(reading, lambda place: absolute_from(place, base))


def _thresholds(values: object, path: Path) -> dict[str, KeptThreshold]:
    if not isinstance(values, dict):
        return {}
    try:
        return {str(name): KeptThreshold.model_validate(kept) for name, kept in values.items()}
    except ValidationError as error:
        field, reason = first_reason(error)
        raise InputError(
            "The threshold {field} of the project {path} cannot be used: {reason}.",
            field=field,
            path=str(path),
            reason=reason,
        ) from None


def _windows(values: object, path: Path) -> WindowSettings | None:
    if not isinstance(values, dict):
        return None
    settings = {name: value for name, value in values.items() if name != "chosen"}
    return checked_values(WindowSettings, settings, str(path), "job")


def _colours(values: object) -> dict[str, str]:
    """Return the colours that are colours: a damaged one falls back to the usual one."""
    if not isinstance(values, dict):
        return {}
    return {
        str(name): colour
        for name, colour in values.items()
        if isinstance(colour, str) and re.fullmatch("#[0-9a-fA-F]{6}", colour)
    }
