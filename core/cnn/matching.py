"""Images of any size and colour brought to the shape that a network was trained on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from datasets.images.image_set import UNKNOWN, ImageSet
from datasets.images.luma import luma
from datasets.messages import InputError, Message, message


def matched(images: ImageSet, shape: tuple[int, int, int]) -> tuple[ImageSet, tuple[Message, ...]]:
    """Return images with the channels, height and width of a network, and what was done.

    Colours become grey by their luma and grey images get three like channels. Another size is
    scaled to fit, its aspect kept, and put in the middle of background 0.

    Raises
    ------
    InputError
        When there are other channels than these.
    """
    pixels, notices = images.pixels, []
    if images.shape[0] != shape[0]:
        pixels = _with_channels(pixels, shape[0], images.source)
        notices.append(_told_channels(images.shape[0], shape[0]))
    if pixels.shape[2:] != shape[1:]:
        notices.append(_told_size(images.shape, shape))
        pixels = _with_size(pixels, shape[1], shape[2])
    return ImageSet(
        pixels,
        images.labels,
        images.class_names,
        images.is_test,
        images.source,
        images.fingerprint,
        images.sample_names,
        images.notices,
    ), tuple(notices)


def codes_by_name(images: ImageSet, class_names: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the labels as codes of a model's classes; those of other classes are unknown."""
    place = {name: code for code, name in enumerate(class_names)}
    codes = [place.get(name, UNKNOWN) for name in images.class_names]
    # a label of -1 picks the last entry
    return np.array([*codes, UNKNOWN], np.int64)[images.labels]


def _with_channels(pixels: NDArray[np.uint8], channels: int, source: str) -> NDArray[np.uint8]:
    given = pixels.shape[1]
    if given == 3 and channels == 1:
        return luma(pixels, 1)[:, None]
    if given == 1:
        return np.repeat(pixels, channels, axis=1)
    raise InputError(
        "The images of {source} have {given} channels and the network reads {wanted}; choose "
        "images like those it was trained on.",
        source=source,
        given=given,
        wanted=channels,
    )


def _with_size(pixels: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    count, channels, old_height, old_width = pixels.shape
    factor = min(height / old_height, width / old_width)
    size = max(1, round(old_width * factor)), max(1, round(old_height * factor))
    top, left = (height - size[1]) // 2, (width - size[0]) // 2
    found = np.zeros((count, channels, height, width), np.uint8)
    for row in range(count):
        for channel in range(channels):
            scaled = Image.fromarray(pixels[row, channel]).resize(size, Image.Resampling.BILINEAR)
            found[row, channel, top : top + size[1], left : left + size[0]] = np.asarray(scaled)
    return found


def _told_channels(given: int, wanted: int) -> Message:
    if wanted == 1:
        return message("The images have colours and the network reads grey; they were made grey.")
    return message(
        "The images have {given} channels and the network reads {wanted}; the same grey is in "
        "each.",
        given=given,
        wanted=wanted,
    )


def _told_size(given: tuple[int, int, int], wanted: tuple[int, int, int]) -> Message:
    return message(
        "The images of {height} × {width} pixels were scaled to the {wanted_height} × "
        "{wanted_width} that the network reads.",
        height=given[1],
        width=given[2],
        wanted_height=wanted[1],
        wanted_width=wanted[2],
    )
