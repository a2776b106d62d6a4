"""What becomes of a few images of a job: as they are, changed at random, and prepared."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.augmenting import Augmenter
from core.cnn.dividing import divide
from core.cnn.pixels import FittedPixels, fit_pixels
from core.cnn.samples import ImageSamples
from core.exporting.written import result_written
from core.image_job import ImageJob
from core.image_loading import load_images
from core.job_sections.images import Images
from datasets.images.image_set import ImageSet
from datasets.messages import InputError

# copies that one preview may hold
MOST_COPIES = 10_000
# preparations that are kept; whitening takes up to 100 MB each
MOST_FITTED = 4
_FITTED: dict[tuple[str, str, int], FittedPixels] = {}


def write_preview(job: ImageJob, rows: Sequence[int], copies: int, out: Path) -> None:
    """Write what a window shows of the preparation, as arrays of an .npz.

    ``rows`` int64, shape (n,); ``pixels`` uint8, shape (n, C, H, W), as read; ``copies`` float32,
    shape (n, k, C, H, W), changed at random, in 0…1; ``prepared`` float32, shape (n, C, H, W), as
    the network sees the unchanged image; ``range`` float32, shape (2,), smallest and largest
    prepared value. The job's seed decides the changes.

    The images, and the figures of their preparation, are kept for the next preview.

    Parameters
    ----------
    rows
        Numbers of the samples, from 0.
    copies
        Of each sample, k ≥ 0.

    Raises
    ------
    InputError
        When the images cannot be read or prepared, there is no such sample, or `out` cannot be
        written.
    """
    images = images_of(job.images)
    _check(images, rows, copies)
    fitted = fitted_pixels(job, images)
    samples = ImageSamples(images.pixels[list(rows)], fitted)
    everything = torch.arange(len(rows))
    prepared = samples.batch(everything).numpy()
    arrays = {
        "rows": np.array(rows, np.int64),
        "pixels": samples.pixels.numpy(),
        "copies": _copies(job, samples, copies),
        "prepared": prepared,
        "range": np.array([prepared.min(), prepared.max()], np.float32),
    }
    with result_written(out) as part, part.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]


def images_of(images: Images) -> ImageSet:
    """Return the images of a job; those of the last few sources are kept in memory."""
    return _images(images.model_dump_json(), stamp_of(images.source))


def fitted_pixels(job: ImageJob, images: ImageSet) -> FittedPixels:
    """Return the preparation of a job's first fold, fitted on its training part alone."""
    key = images.fingerprint, job.preparation.model_dump_json(), job.training.seed
    if key not in _FITTED:
        rows = divide(images, job.preparation, job.training.seed).folds[0].training
        while len(_FITTED) >= MOST_FITTED:
            del _FITTED[next(iter(_FITTED))]
        _FITTED[key] = fit_pixels(job.preparation, images.pixels[rows])
    return _FITTED[key]


@lru_cache(maxsize=2)
def _images(images: str, stamp: str) -> ImageSet:
    return load_images(Images.model_validate_json(images))


def stamp_of(source: str) -> str:
    """Return what changes when images come or go: times and sizes of a file and its IDX pair.

    Of a folder the times of all folders within; a picture that is overwritten in place shows only
    in the next process.
    """
    path = Path(source)
    if source.startswith("example:") or not path.exists():
        return ""
    if path.is_dir():
        places = [Path(folder) for folder, _, _ in os.walk(path)]
    else:
        places = [path, *(file for file in path.parent.glob("*idx*") if file != path)]
    abouts = [(place.name, place.stat()) for place in sorted(places)]
    return "\n".join(f"{name} {about.st_size} {about.st_mtime_ns}" for name, about in abouts)


def _copies(job: ImageJob, samples: ImageSamples, copies: int) -> NDArray[np.float32]:
    augmenter = Augmenter(job.augmentation, samples.shape)
    generator = torch.Generator().manual_seed(job.training.seed)
    rows = torch.arange(len(samples)).repeat_interleave(copies)
    changed = augmenter(samples.unit(rows), generator).numpy()
    return np.asarray(changed.reshape(len(samples), copies, *samples.shape), np.float32)


def _check(images: ImageSet, rows: Sequence[int], copies: int) -> None:
    if not rows:
        raise InputError("No sample is named; give the numbers of some with --rows.")
    wrong = [row for row in rows if not 0 <= row < len(images)]
    if wrong:
        raise InputError(
            "There is no sample {row} in {source}; the rows run from 0 to {last}.",
            row=wrong[0],
            source=images.source,
            last=len(images) - 1,
        )
    if len(rows) * max(1, copies) > MOST_COPIES:
        raise InputError(
            "{wanted} copies are more than a preview holds ({most}); ask for fewer.",
            wanted=f"{len(rows) * copies:,}",
            most=f"{MOST_COPIES:,}",
        )
