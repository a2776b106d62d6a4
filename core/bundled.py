"""The jobs of the bundled examples, and finding a job by file or by name."""

from __future__ import annotations

from pathlib import Path

from core.job import Job, read_job
from datasets.messages import InputError

_FOLDER = Path(__file__).parent / "jobs"


def bundled_job(name: str) -> Job:
    """Return the documented job of a bundled example."""
    return read_job(_FOLDER / f"{name}.toml")


def bundled_names() -> tuple[str, ...]:
    """Return the names of the bundled examples that have a job."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def find_job(name_or_path: str) -> Job:
    """Return the job of a bundled example's name, or of a file.

    Raises
    ------
    InputError
        When it is neither.
    """
    if name_or_path in bundled_names():
        return bundled_job(name_or_path)
    path = Path(name_or_path)
    if path.exists():
        return read_job(path)
    raise InputError(
        "There is no job file {job} and no bundled example of that name; the examples are {names}.",
        job=name_or_path,
        names=", ".join(bundled_names()),
    )
