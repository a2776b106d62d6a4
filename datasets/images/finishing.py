"""From what a reader found to an `ImageSet`: values, ink, size, labels."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from datasets.images.cleaning import LEAST_CONTRAST
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.images.ink import light_ink
from datasets.images.labels import coded
from datasets.images.luma import luma
from datasets.images.placing_anew import placed_anew
from datasets.images.raw import RawImages
from datasets.images.scaling import of_one_size
from datasets.images.values import broken_samples, to_bytes
from datasets.messages import InputError, Message, message


def finished(raw: RawImages, source: str, reading: ImageReading) -> ImageSet:
    """Return the images of a source as every network takes them.

    Raises
    ------
    InputError
        When no image is left, or the labels are no classes.
    """
    raw = _without_broken(raw, source)
    pixels, notices = to_bytes(raw.pixels)
    if reading.pixel_order == "columns":
        pixels = pixels.swapaxes(1, 2)
    pixels, without_colour = _grey(pixels, reading.grey)
    pixels, inverted = light_ink(pixels, reading.ink)
    pixels, placed = placed_anew(pixels, reading)
    scaled: tuple[Message, ...] = ()
    if reading.side:
        pixels, scaled = of_one_size(list(pixels), reading.side)
    labels, names = coded(raw.labels, len(pixels), source)
    whole = np.ascontiguousarray(pixels[:, None] if pixels.ndim == 3 else np.moveaxis(pixels, 3, 1))
    is_test = raw.is_test if raw.is_test is not None else np.zeros(len(pixels), np.bool_)
    return ImageSet(
        whole,
        labels,
        names,
        is_test,
        source,
        fingerprint_of(whole, labels, is_test),
        raw.names,
        (
            *raw.notices,
            *notices,
            *without_colour,
            *inverted,
            *placed,
            *scaled,
            *_blank_note(pixels, raw),
        ),
    )


def fingerprint_of(
    pixels: NDArray[np.uint8], labels: NDArray[np.int64], is_test: NDArray[np.bool_]
) -> str:
    """Return the SHA-256 of pixels with their shape, labels and test part, hexadecimal."""
    digest = hashlib.sha256(repr(pixels.shape).encode())
    # the same bytes on every machine, whatever its order
    for array in (pixels, labels.astype("<i8", copy=False), is_test):
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def _without_broken(raw: RawImages, source: str) -> RawImages:
    """Leave out the images with values that are no numbers."""
    broken = broken_samples(raw.pixels)
    if not broken.any():
        return raw
    if broken.all():
        raise InputError(
            "Every image of {source} holds values that are no numbers; choose another file.",
            source=source,
        )
    kept = ~broken
    told = message(
        "Left out, since they hold values that are no numbers: {count} of the images, the first "
        "of them image {number}.",
        count=f"{int(broken.sum()):,}",
        number=int(np.flatnonzero(broken)[0]) + 1,
    )
    return replace(
        raw,
        pixels=raw.pixels[kept],
        labels=raw.labels[kept] if raw.labels is not None else None,
        is_test=raw.is_test[kept] if raw.is_test is not None else None,
        names=tuple(np.array(raw.names, object)[kept]) if raw.names else (),
    ).noting(told)


def _grey(pixels: NDArray[np.uint8], always: bool) -> tuple[NDArray[np.uint8], tuple[Message, ...]]:
    """Return pictures without colour where all channels are equal, or where that is wanted."""
    if pixels.ndim < 4:
        return pixels, ()
    if (pixels == pixels[..., :1]).all():
        return pixels[..., 0], ()
    if not always:
        return pixels, ()
    return luma(pixels), (message("The images have colours; they were made grey."),)


def _blank_note(pixels: NDArray[np.uint8], raw: RawImages) -> tuple[Message, ...]:
    """Name the images in which nothing can be seen."""
    flat = pixels.reshape(len(pixels), -1)
    blank = np.flatnonzero(flat.max(axis=1) - flat.min(axis=1) < LEAST_CONTRAST)
    if not len(blank):
        return ()
    names = [raw.names[row] if raw.names else str(row + 1) for row in blank[:4].tolist()]
    return (
        message(
            "Nothing can be seen on {count} of the images ({names}).",
            count=f"{len(blank):,}",
            names=", ".join(names) + (", …" if len(blank) > 4 else ""),
        ),
    )
