"""A project file about images: which images and which job belong together, and their runs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from core.checked_values import checked_values
from core.files import absolute_from, relative_to, write_text
from core.image_job import ImageJob
from core.job_file import job_values, with_any_places
from core.project import FORMAT, project_values

KIND = "images"


@dataclass(frozen=True)
class ImageProject:
    """What a project file about images remembers.

    Attributes
    ----------
    job
        The job as last edited; it names the images, absolute, kept relative to the file.
    run
        Absolute path of the run on show, "" without one.
    other_runs
        Absolute paths of runs that belong to the project and lie elsewhere than beside it.
    """

    job: ImageJob
    run: str = ""
    other_runs: tuple[str, ...] = ()


def is_about_images(path: Path) -> bool:
    """Whether a project file is about images; False also where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("kind") == KIND
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def write_image_project(path: Path, project: ImageProject) -> None:
    """Write a project, whole or not at all."""
    base = path.parent.resolve()
    moved = with_any_places(project.job, lambda place: relative_to(place, base))
    values: dict[str, object] = {"format": FORMAT, "kind": KIND, "job": job_values(moved)}
    if project.run:
        values["run"] = relative_to(project.run, base)
    if project.other_runs:
        values["other_runs"] = [relative_to(place, base) for place in project.other_runs]
    write_text(path, tomli_w.dumps(values))


def read_image_project(path: Path) -> ImageProject:
    """Read a project about images.

    Raises
    ------
    InputError
        When the file is absent, damaged or of a newer format.
    """
    with project_values(path) as values:
        base = path.parent.resolve()
        job = checked_values(ImageJob, values["job"], str(path), "job")
        moved = with_any_places(job, lambda place: absolute_from(place, base))
        assert isinstance(moved, ImageJob)
        others = values.get("other_runs", [])
        return ImageProject(
            moved,
            absolute_from(str(values["run"]), base) if values.get("run") else "",
            tuple(absolute_from(str(place), base) for place in others),
        )
