"""Reading the images of a job; what was fetched lies in the cache of the program."""

from __future__ import annotations

from pathlib import Path

import tomli_w

from core.checked_values import checked_values, read_toml
from core.events import Notice, TaskProgress
from core.job_sections.images import Images
from core.places import mnist_folder
from core.reporting import Reporter
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.images.reading import read_images
from datasets.messages import message
from datasets.side_by_side import Told

_STEPS = 100


def load_images(
    images: Images, report: Reporter | None = None, *, say_notices: bool = True
) -> ImageSet:
    """Read the images of a job.

    `report` is told the progress, what was worked around, and whether the images have changed since
    the job was made.

    Raises
    ------
    InputError
        When they cannot be read.
    """
    told = _told_to(report) if report is not None else None
    found = read_images(images.source, images.reading, cache=mnist_folder(), told=told)
    if report is not None:
        for notice in found.notices if say_notices else ():
            report(Notice(notice))
        if images.fingerprint not in ("", found.fingerprint):
            report(Notice(message("The images have changed since the job was made.")))
    return found


def _told_to(report: Reporter) -> Told:
    what = message("Reading the images")

    def told(share: float) -> None:
        report(TaskProgress(what, int(share * _STEPS), _STEPS))

    return told


def image_reading_text(reading: ImageReading) -> str:
    """Return a reading as TOML."""
    return tomli_w.dumps(reading.model_dump(mode="json", exclude_defaults=True))


def read_image_reading(path: Path) -> ImageReading:
    """Read a file of `image_reading_text`.

    Raises
    ------
    InputError
        When it is absent, no TOML, or a field is unknown or out of range.
    """
    return checked_values(ImageReading, read_toml(path), str(path))
