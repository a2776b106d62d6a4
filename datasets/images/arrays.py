"""Named arrays, as .npz and .mat files hold them: which are images, which their labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from datasets.images.raw import RawImages, joined
from datasets.images.shapes import lies_down, stacked
from datasets.messages import InputError, Message, message

Arrays = Mapping[str, NDArray[Any]]

_LABEL_WORDS = ("label", "target", "class", "digit", "y")
_IMAGE_WORDS = ("image", "data", "pixel", "feature", "digit", "x")
_TEST = re.compile(r"te?st|t10k", re.IGNORECASE)
_VALIDATION = re.compile(r"val(?!ue)|dev", re.IGNORECASE)
_MOST_CLASSES = 1000


@dataclass(frozen=True)
class Way:
    """How arrays of a kind of file are read.

    Attributes
    ----------
    last
        Whether samples stand along the last axis where nothing else tells, as in MATLAB.
    order
        Of the pixels in rows of them: "auto" turns images that lie down.
    """

    last: bool = False
    order: Literal["auto", "rows", "columns"] = "rows"


def from_arrays(arrays: Arrays, source: str, way: Way) -> RawImages:
    """Return the images among named arrays with their labels, parts told by the names.

    Arrays named after testing are the test part; those of validation join the training part.

    Raises
    ------
    InputError
        When no array can be images.
    """
    parts = {"": {}, "validation": {}, "test": {}}  # type: dict[str, dict[str, NDArray[Any]]]
    for name, array in arrays.items():
        parts[_part_of(name)][name] = array
    found = [(part, _pair(named, source, way)) for part, named in parts.items()]
    pairs = [(raw, part == "test") for part, raw in found if raw is not None]
    if not pairs:
        raise InputError(
            "No array of {source} can be images ({arrays}); arrays of 3 or 4 axes, or rows of "
            "square images, can.",
            source=source,
            arrays=described(arrays) or "-",
        )
    if all(test for _, test in pairs):
        pairs = [(raw, False) for raw, _ in pairs]
    whole = joined(pairs, source)
    if any(part == "validation" and raw is not None for part, raw in found):
        whole = whole.noting(message("The validation part of the file joined the training part."))
    return whole


def described(arrays: Arrays) -> str:
    """Return names and shapes of the first arrays, as a sentence lists them."""
    shown = [f"{name} {'×'.join(map(str, a.shape))}" for name, a in list(arrays.items())[:6]]
    return ", ".join(shown) + (", …" if len(arrays) > len(shown) else "")


def _part_of(name: str) -> str:
    if _TEST.search(name):
        return "test"
    return "validation" if _VALIDATION.search(name) else ""


def _pair(named: Arrays, source: str, way: Way) -> RawImages | None:
    """Return the images of one part with their labels, None where it has none."""
    labels = {name: one for name, array in named.items() if (one := as_labels(array)) is not None}
    names = [name for name in _by_word(named, _IMAGE_WORDS) if _may_be_images(named[name], labels)]
    for name in names:
        for beside in [*_by_word(labels, _LABEL_WORDS), ""]:
            count = len(labels[beside]) if beside else None
            images = stacked(named[name], count, last=way.last)
            if images is not None and beside != name:
                return _read(named, name, beside, images, labels.get(beside), way)
    return None


def _may_be_images(array: NDArray[Any], labels: Arrays) -> bool:
    return array.dtype.kind in "biuf" and array.ndim in (2, 3, 4) and array.size > 0


def _read(
    named: Arrays,
    name: str,
    beside: str,
    images: NDArray[Any],
    labels: NDArray[Any] | None,
    way: Way,
) -> RawImages:
    notices = []
    unused = [other for other in named if other not in (name, beside)]
    if unused:
        notices.append(message("These arrays were not read: {names}.", names=", ".join(unused[:6])))
    if named[name].ndim == 2 and way.order == "auto":
        images, said = _upright(images, name)
        notices += said
    return RawImages(images, labels, notices=tuple(notices))


def _upright(images: NDArray[Any], name: str) -> tuple[NDArray[Any], list[Message]]:
    """Turn images about their diagonal where they lie down, or where nothing else tells.

    MATLAB keeps columns together, so its rows of pixels are mostly columns one after another.
    """
    down = lies_down(images)
    if images.ndim != 3 or down is False:
        return images, []
    told = message(
        "The pixels of {name} were read column after column, as MATLAB keeps them: so the images "
        "stand upright.",
        name=name,
    )
    if down is None:
        told = message(
            "The pixels of {name} were read column after column, as MATLAB keeps them; if the "
            "images lie on their side, choose rows as the order of the pixels.",
            name=name,
        )
    return images.swapaxes(1, 2), [told]


def as_labels(array: NDArray[Any]) -> NDArray[Any] | None:
    """Return an array as labels of shape (P,), None when it cannot be any.

    A row, a column, or a row for each sample with a single 1 in it (one-hot).
    """
    if array.dtype.kind not in "biufOUS" or array.size == 0:
        return None
    if array.ndim == 1 or (array.ndim == 2 and 1 in array.shape):
        return array.reshape(-1)
    if array.ndim != 2 or array.dtype.kind not in "biuf":
        return None
    for rows in (array, array.T):
        if rows.shape[1] <= _MOST_CLASSES and is_one_hot(rows):
            return np.asarray(rows.argmax(axis=1))
    return None


def is_one_hot(rows: NDArray[Any]) -> bool:
    """Whether every row holds a single 1 and otherwise 0."""
    return bool(((rows == 0) | (rows == 1)).all() and ((rows != 0).sum(axis=1) == 1).all())


def _by_word(names: Iterable[str], words: tuple[str, ...]) -> list[str]:
    """Return names in the order of what they say, those that say nothing last."""

    def rank(name: str) -> int:
        # the last part of a name counts: dataset.train.images
        own = name.rsplit(".", 1)[-1].lower()
        plain = re.sub(r"_?(?:train(?:ing)?|te?st|t10k|val\w*|dev)_?", "", own)
        hits = [n for n, word in enumerate(words) if word in own and len(word) > 1]
        if plain in words:
            return 0
        return hits[0] + 1 if hits else len(words) + 1

    return sorted(names, key=rank)
