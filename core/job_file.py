"""A job of any kind as a TOML file, read and written."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from core.checked_values import checked_values
from core.files import absolute_from
from core.image_job import ImageJob
from core.job import Job
from core.reading import reading_with_places
from core.window_job import WindowJob
from datasets.field_reasons import reason_of
from datasets.messages import InputError

AnyJob = Job | ImageJob | WindowJob
SomeJob = TypeVar("SomeJob", bound=Job | ImageJob | WindowJob)


def read_job(path: Path) -> Job:
    """Read the job file of a BP network on a table; see `read_any_job`.

    Raises
    ------
    InputError
        Also when it is a job of another kind.
    """
    job = read_any_job(path)
    if isinstance(job, Job):
        return job
    raise InputError("The job {path} is about a CNN, not a BP network on a table.", path=str(path))


def read_any_job(path: Path) -> AnyJob:
    """Read a job file; relative paths in it are taken from the folder of the file.

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
    job = any_job_from_values(values, str(path))
    return with_any_places(job, lambda place: absolute_from(place, path.parent))


def job_from_values(values: Mapping[str, Any], where: str) -> Job:
    """Check the values of a job for a BP network on a table.

    Raises
    ------
    InputError
        Names the first field that is missing, unknown or out of range.
    """
    return checked_values(Job, values, where, "job")


def any_job_from_values(values: Mapping[str, Any], where: str) -> AnyJob:
    """Check the values of a job; its sections say of which kind it is.

    Raises
    ------
    InputError
        Names the first field that is missing, unknown or out of range.
    """
    if "images" in values:
        return checked_values(ImageJob, values, where, "job")
    if "window" in values:
        return checked_values(WindowJob, values, where, "job")
    return checked_values(Job, values, where, "job")


def job_text(job: AnyJob) -> str:
    """Return the job as TOML."""
    return tomli_w.dumps(job_values(job))


def job_values(job: AnyJob) -> dict[str, Any]:
    """Return the job as plain values for TOML; of the reading only what was decided."""
    section = "images" if isinstance(job, ImageJob) else "data"
    values = job.model_dump(mode="json", exclude={section: {"reading"}})
    reading = getattr(job, section).reading.model_dump(mode="json", exclude_defaults=True)
    if reading:
        values[section]["reading"] = reading
    return values


def with_any_places(job: AnyJob, move: Callable[[str], str]) -> AnyJob:
    """Return the job with the paths of all its files changed by `move`."""
    if isinstance(job, ImageJob):
        images = job.images.model_copy(update={"source": move(job.images.source)})
        return job.model_copy(update={"images": images})
    if isinstance(job, WindowJob):
        return with_places(job, move)
    return with_places(job, move)


TableJob = TypeVar("TableJob", Job, WindowJob)


def with_places(job: TableJob, move: Callable[[str], str]) -> TableJob:
    """Return the job with the paths of all its files, tables and deposits, changed by `move`."""
    reading = reading_with_places(job.data.reading, move)
    data = job.data.model_copy(update={"table": move(job.data.table), "reading": reading})
    judging = job.judging
    if judging.test_table:
        judging = judging.model_copy(update={"test_table": move(judging.test_table)})
    return job.model_copy(update={"data": data, "judging": judging})
