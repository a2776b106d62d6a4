"""A proposal for a first job on images, from their source."""

from __future__ import annotations

from pathlib import Path

from core.bundled import bundled_image_job, bundled_image_names
from core.files import absolute_from
from core.image_job import ImageJob, Images
from core.image_loading import load_images
from core.image_proposing import propose_image_job
from core.reporting import Reporter, silent
from datasets.images.image_reading import ImageReading
from datasets.messages import InputError


def propose_job_of_images(
    source: str, reading: ImageReading | None = None, report: Reporter = silent
) -> ImageJob:
    """Return a job for images, the one with which the window begins on the same source.

    Parameters
    ----------
    source
        File or folder of images, or ``example:NAME``, which has a job of its own.
    reading
        How they are read; None decides everything from the source.
    report
        Hears the progress and what was worked around.

    Raises
    ------
    InputError
        When they cannot be read, or have no two classes.
    """
    name = source.removeprefix("example:")
    if source != name and name in bundled_image_names() and reading is None:
        return bundled_image_job(name)
    reading = reading or ImageReading()
    found = load_images(Images(source=source, reading=reading), report)
    if len(found.class_names) < 2:
        raise InputError(
            "The images of {source} have fewer than two classes, so nothing can be learned; put "
            "those of each class into a folder of its own, or give labels beside them.",
            source=source,
        )
    images = Images(
        # a job file may be written to another folder than the one it was made in
        source=absolute_from(source, Path.cwd()),
        fingerprint=found.fingerprint,
        reading=reading,
    )
    return propose_image_job(images, found.shape, int(found.is_labelled.sum()))
