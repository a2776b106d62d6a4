"""Images as a reader found them, before values, ink and labels are made alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.messages import InputError, Message

LARGEST = 4 << 30
"""Bytes of pixels of one set: 5.4 million images of 28×28. More does not fit beside a network."""
SMALLEST_SIDE, LARGEST_SIDE = 4, 4096


@dataclass(frozen=True)
class RawImages:
    """Images of one size with whatever a file said about them.

    Attributes
    ----------
    pixels
        Any numbers, shape (P, H, W), or (P, H, W, 3) for colour.
    labels
        Shape (P,): numbers, NaN where unknown, or texts, "" where unknown; None without labels.
    is_test
        bool, shape (P,); None where the source has no test part.
    names
        A name for each sample, () without.
    notices
        What was worked around.
    """

    pixels: NDArray[Any]
    labels: NDArray[Any] | None = None
    is_test: NDArray[np.bool_] | None = None
    names: tuple[str, ...] = ()
    notices: tuple[Message, ...] = ()

    def noting(self, *notices: Message) -> RawImages:
        """Return the same images with more notices."""
        return replace(self, notices=(*self.notices, *notices))


def joined(parts: Sequence[tuple[RawImages, bool]], source: str) -> RawImages:
    """Return images of several parts as one.

    Parameters
    ----------
    parts
        Images, and whether they are the test part.

    Raises
    ------
    InputError
        When the parts differ in size.
    """
    first = parts[0][0]
    for other, _ in parts[1:]:
        if other.pixels.shape[1:] != first.pixels.shape[1:]:
            raise InputError(
                "The parts of {source} hold images of different sizes ({one} and {other}); read "
                "them one at a time.",
                source=source,
                one=size_text(first.pixels),
                other=size_text(other.pixels),
            )
    if len(parts) == 1:
        return first
    return RawImages(
        np.concatenate([part.pixels for part, _ in parts]),
        _joined_labels([part for part, _ in parts]),
        np.concatenate([np.full(len(part.pixels), test) for part, test in parts]),
        sum((part.names for part, _ in parts), ()) if all(p.names for p, _ in parts) else (),
        sum((part.notices for part, _ in parts), ()),
    )


def size_text(pixels: NDArray[Any]) -> str:
    """Return height × width of images (P, H, W, …), as a sentence says it."""
    return f"{pixels.shape[1]}×{pixels.shape[2]}"


def _joined_labels(parts: Sequence[RawImages]) -> NDArray[Any] | None:
    if all(part.labels is None for part in parts):
        return None
    texts = any(part.labels is not None and part.labels.dtype.kind in "OU" for part in parts)
    return np.concatenate([_labels_of(part, texts) for part in parts])


def _labels_of(part: RawImages, texts: bool) -> NDArray[Any]:
    """Return the labels as numbers or as texts, unknown ones where a part has none."""
    if part.labels is None:
        unknown: Any = "" if texts else np.nan
        return np.full(len(part.pixels), unknown, dtype=object if texts else np.float64)
    if texts and part.labels.dtype.kind not in "OU":
        return np.array([f"{label:g}" for label in part.labels], dtype=object)
    return part.labels


def check_size(count: int, height: int, width: int, itemsize: int, source: str) -> None:
    """Refuse what a header promises where it cannot be meant, before memory is taken for it.

    Raises
    ------
    InputError
        When there is no image, a side is impossible, or all is more than `LARGEST`.
    """
    if count < 1:
        raise InputError("{source} holds no image; choose another file.", source=source)
    sides = height, width
    if not all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in sides):
        raise InputError(
            "{source} says that its images have {height}×{width} pixels, but sides from {least} to "
            "{most} are possible; check that it is a file of images.",
            source=source,
            height=height,
            width=width,
            least=SMALLEST_SIDE,
            most=LARGEST_SIDE,
        )
    if count * height * width * itemsize > LARGEST:
        raise InputError(
            "{source} would need {needed} GB of memory, more than the {limit} GB that images may "
            "take; divide it, or make its images smaller.",
            source=source,
            needed=f"{count * height * width * itemsize / 2**30:,.1f}",
            limit=LARGEST >> 30,
        )
