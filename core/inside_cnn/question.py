"""What somebody wants to see inside a CNN, and the image it is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.inside_cnn.subject import Subject, pictures_of
from datasets.field_reasons import reason_of
from datasets.images.framing import fit
from datasets.messages import InputError

What = Literal[
    "layers",
    "filters",
    "features",
    "weights",
    "reuse",
    "saliency",
    "nearest",
    "projection",
]
# pixels of one side of a drawing
LARGEST_SIDE = 4096


@dataclass(frozen=True)
class Question:
    """One question about the inside of a CNN.

    Attributes
    ----------
    layers
        Names of layers; () for all, or the usual one.
    sample
        Number of an image of the run, from 0.
    drawing
        A .npy of a drawing in its place.
    member
        Number of the member, from 0.
    method
        Of saliency, nearest samples or a projection; "" for the usual one.
    class_name
        The class that saliency explains; "" for the one the member names.
    count
        How many nearest samples.
    of
        Which samples are projected.
    """

    what: What
    layers: tuple[str, ...] = ()
    sample: int | None = None
    drawing: Path | None = None
    member: int = 0
    method: str = ""
    class_name: str = ""
    count: int = 12
    of: Literal["held-out", "all"] = "held-out"


def image_of(question: Question, subject: Subject) -> NDArray[np.uint8]:
    """Return the image that a question is about, uint8, shape (C, H, W).

    Raises
    ------
    InputError
        When none is named, or there is no such one.
    """
    if question.drawing is not None:
        return drawing_of(question.drawing, subject)
    if question.sample is None:
        raise InputError(
            "Name the image to look at: --sample with its number from 0, or --drawing with a file."
        )
    return sample_of(subject, question.sample)


def sample_of(subject: Subject, number: int) -> NDArray[np.uint8]:
    """Return an image of the run, uint8, shape (C, H, W)."""
    images = pictures_of(subject.run).images
    if not 0 <= number < len(images):
        raise InputError(
            "There is no sample {row} in {source}; the rows run from 0 to {last}.",
            row=number,
            source=images.source,
            last=len(images) - 1,
        )
    return np.asarray(images.pixels[number])


def drawing_of(path: Path, subject: Subject) -> NDArray[np.uint8]:
    """Return a drawing as a network sees it, uint8, shape (C, H, W).

    A picture of that height and width is taken as it is; another one is fitted as the images were
    that the network has learned.

    Parameters
    ----------
    path
        A .npy of uint8, shape (H, W) or (C, H, W), 0 without ink.

    Raises
    ------
    InputError
        When the file holds something else.
    """
    picture, shape = _read(path), subject.plan.input
    if picture.shape == shape:
        return picture
    if picture.shape[1:] == shape[1:] and len(picture) == 1:
        return np.repeat(picture, shape[0], axis=0)
    # of colours the ink is what is brightest
    manner, share = subject.drawn
    return fit(picture.max(axis=0), shape, manner, share=share)


def _read(path: Path) -> NDArray[np.uint8]:
    try:
        picture: NDArray[np.uint8] = np.load(path, allow_pickle=False)
    except (EOFError, OSError, ValueError) as error:
        raise InputError(
            "The drawing {path} cannot be read: {reason}; give a .npy file.",
            path=str(path),
            reason=reason_of(error) if isinstance(error, OSError) else "it is no array",
        ) from None
    is_picture = (
        isinstance(picture, np.ndarray)
        and picture.dtype == np.uint8
        and picture.ndim in (2, 3)
        and picture.size > 0
        and max(picture.shape) <= LARGEST_SIDE
    )
    if not is_picture:
        raise InputError(
            "The drawing {path} is no picture; give bytes (uint8) of shape height × width or "
            "channels × height × width, at most {most} pixels a side.",
            path=str(path),
            most=LARGEST_SIDE,
        )
    return picture if picture.ndim == 3 else picture[np.newaxis]
