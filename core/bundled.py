"""The jobs of the bundled examples, and finding a job by file or by name."""

from __future__ import annotations

from pathlib import Path

from core.job import Job
from core.job_file import read_job
from datasets.messages import InputError, Message, message

_FOLDER = Path(__file__).parent / "jobs"
# second jobs on the table of an example that has a job of its own name
_VARIANTS = {
    "copper-ordered": (
        message("Copper deposit types with one ordered output (synthetic)"),
        message(
            "The copper survey with a 14-9-5-1 network, to reproduce the documented example; a "
            "single output imposes an order on the classes."
        ),
    )
}


def bundled_job(name: str) -> Job:
    """Return the documented job of a bundled example."""
    return read_job(_FOLDER / f"{name}.toml")


def bundled_names() -> tuple[str, ...]:
    """Return the names of the bundled examples that have a job."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def bundled_words(name: str) -> tuple[Message, Message]:
    """Return title and description of a bundled example."""
    # here, since it loads pandas, which the window must not wait for
    from datasets.examples import example

    if name in _VARIANTS:
        return _VARIANTS[name]
    shown = example(name)
    return shown.title, shown.description


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
