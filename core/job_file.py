"""A job as a TOML file, read and written."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from core.files import absolute_from
from core.job import Job
from core.reading import reading_with_places
from datasets.field_reasons import first_reason, reason_of
from datasets.messages import InputError


def read_job(path: Path) -> Job:
    """Read a job file; a relative table path is taken from the folder of the file.

    Raises
    ------
    InputError
        When the file is absent, is not TOML, or a field is missing, unknown or out of range.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError("There is no job file {path}.", path=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "The job file {path} cannot be read: {reason}.", path=str(path), reason=reason_of(error)
        ) from None
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            "The job file {path} is not valid TOML: {reason}.", path=str(path), reason=str(error)
        ) from None
    job = job_from_values(values, str(path))
    return with_places(job, lambda place: absolute_from(place, path.parent))


def job_from_values(values: Mapping[str, Any], where: str) -> Job:
    """Check the values of a job.

    Raises
    ------
    InputError
        Names the first field that is missing, unknown or out of range.
    """
    try:
        return Job.model_validate(dict(values))
    except ValidationError as error:
        field, reason = first_reason(error)
        raise InputError(
            "The field {field} of {where} cannot be used: {reason}.",
            field=field or "job",
            where=where,
            reason=reason,
        ) from None


def job_text(job: Job) -> str:
    """Return the job as TOML."""
    return tomli_w.dumps(job_values(job))


def job_values(job: Job) -> dict[str, Any]:
    """Return the job as plain values for TOML; of the reading only what was decided."""
    values = job.model_dump(mode="json", exclude={"data": {"reading"}})
    reading = job.data.reading.model_dump(mode="json", exclude_defaults=True)
    if reading:
        values["data"]["reading"] = reading
    return values


def with_places(job: Job, move: Callable[[str], str]) -> Job:
    """Return the job with the paths of all its files, table and deposits, changed by `move`."""
    reading = reading_with_places(job.data.reading, move)
    data = job.data.model_copy(update={"table": move(job.data.table), "reading": reading})
    return job.model_copy(update={"data": data})
