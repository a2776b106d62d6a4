"""The jobs of the bundled examples, and finding a job by file or by name."""

from __future__ import annotations

from pathlib import Path

from core.image_job import ImageJob
from core.job import Job
from core.job_file import AnyJob, read_any_job, read_job
from core.no_job import refuse_other_than_job
from datasets.messages import InputError, Message, message

_FOLDER = Path(__file__).parent / "jobs"
_IMAGE_FOLDER = Path(__file__).parent / "image_jobs"
_IMAGE_WORDS = {
    "digits": (
        message("Digits of 8 × 8 pixels"),
        message(
            "1,797 handwritten digits of the UCI repository, which come with scikit-learn. A CNN "
            "learns them in seconds."
        ),
    ),
    "mnist": (
        message("MNIST"),
        message(
            "60,000 handwritten digits of 28 × 28 pixels and 10,000 to test; fetched from public "
            "mirrors with python main.py fetch mnist."
        ),
    ),
}
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


def bundled_image_job(name: str) -> ImageJob:
    """Return the documented job of bundled images."""
    job = read_any_job(_IMAGE_FOLDER / f"{name}.toml")
    assert isinstance(job, ImageJob)
    return job


def bundled_image_names() -> tuple[str, ...]:
    """Return the names of the bundled images that have a job."""
    return tuple(sorted(path.stem for path in _IMAGE_FOLDER.glob("*.toml")))


def bundled_words(name: str) -> tuple[Message, Message]:
    """Return title and description of a bundled example."""
    if name in _IMAGE_WORDS:
        return _IMAGE_WORDS[name]
    # here, since it loads pandas, which the window must not wait for
    from datasets.examples import example

    if name in _VARIANTS:
        return _VARIANTS[name]
    shown = example(name)
    return shown.title, shown.description


def find_job(name_or_path: str) -> Job:
    """Return the job of a BP network; see `find_any_job`.

    Raises
    ------
    InputError
        Also when it is a job of another kind.
    """
    job = find_any_job(name_or_path)
    if isinstance(job, Job):
        return job
    raise InputError("The job {job} is about a CNN, not a BP network on a table.", job=name_or_path)


def find_any_job(name_or_path: str) -> AnyJob:
    """Return the job of a bundled example's name, or of a file.

    Raises
    ------
    InputError
        When it is neither.
    """
    if name_or_path in bundled_names():
        return bundled_job(name_or_path)
    if name_or_path in bundled_image_names():
        return bundled_image_job(name_or_path)
    path = Path(name_or_path)
    if path.exists():
        refuse_other_than_job(path)
        return read_any_job(path)
    raise InputError(
        "There is no job file {job} and no bundled example of that name; the examples are {names}.",
        job=name_or_path,
        names=", ".join((*bundled_names(), *bundled_image_names())),
    )
