"""A folder of pictures: a folder for each class, or names that begin with the label."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.images.file_labels import labels_of_names
from datasets.images.picture_files import Found, find_pictures
from datasets.images.pictures import Picture, read_picture
from datasets.images.raw import LARGEST, RawImages
from datasets.images.scaling import of_one_size
from datasets.images.values import FULL
from datasets.messages import InputError, Message, message
from datasets.side_by_side import Told


def read_folder(
    folder: Path, side: int = 0, told: Told | None = None, *, is_passing: bool = False
) -> RawImages:
    """Read the pictures of a folder and those below it.

    Folders named train or test hold parts, others classes. Pictures that cannot be read are left
    out and named.

    Parameters
    ----------
    is_passing
        Whether they get another size afterwards, so that this one is not worth a word.

    Raises
    ------
    InputError
        When no picture can be read.
    """
    found, others = find_pictures(folder)
    if not found:
        raise InputError(
            "The folder {folder} holds no pictures; choose one with a folder of pictures for each "
            "class.",
            folder=str(folder),
        )
    pictures, kept, notices = _read_all(found, told, str(folder))
    images, deep = eight_bit([picture.pixels for picture in pictures])
    pixels, scaled = of_one_size(_of_like_colour(images), side)
    labels, by_name = _labels(kept)
    if others:
        notices.append(_left_out(others))
    tests = np.array([one.is_test for one in kept])
    names = tuple(one.name for one in kept)
    is_test = tests if tests.any() and not tests.all() else None
    said = () if is_passing else scaled
    return RawImages(pixels, labels, is_test, names, (*notices, *deep, *said, *by_name))


def _read_all(
    found: Sequence[Found], told: Told | None, source: str
) -> tuple[list[Picture], list[Found], list[Message]]:
    pictures, kept, refused, held = [], [], [], 0
    for number, one in enumerate(found):
        try:
            picture = read_picture(one.path)
        except InputError as error:
            refused.append((one.name, error))
            continue
        held += picture.pixels.nbytes
        if held > LARGEST:
            raise InputError(
                "The pictures of {source} need more than the {limit} GB of memory that images may "
                "take; make them smaller.",
                source=source,
                limit=LARGEST >> 30,
            )
        pictures.append(picture)
        kept.append(one)
        if told is not None and number % 100 == 0:
            told(number / len(found))
    if not pictures:
        raise refused[0][1]
    return pictures, kept, [*_refused_note(refused), *_pages_note(pictures, kept)]


def _refused_note(refused: list[tuple[str, InputError]]) -> list[Message]:
    if not refused:
        return []
    return [
        message(
            "Left out, since they cannot be read: {count} of the pictures ({names}).",
            count=len(refused),
            names=_some([name for name, _ in refused]),
        )
    ]


def _pages_note(pictures: list[Picture], kept: list[Found]) -> list[Message]:
    several = [one.name for picture, one in zip(pictures, kept, strict=True) if picture.pages > 1]
    if not several:
        return []
    return [
        message(
            "The first page alone was read of {count} of the pictures: {names}.",
            count=len(several),
            names=_some(several),
        )
    ]


def _left_out(others: list[str]) -> Message:
    return message(
        "Not read, since they are no pictures: {count} of the files ({names}).",
        count=len(others),
        names=_some(others),
    )


def _some(names: list[str]) -> str:
    return ", ".join(names[:4]) + (", …" if len(names) > 4 else "")


def _of_like_colour(images: list[NDArray[np.uint8]]) -> list[NDArray[np.uint8]]:
    """Give grey images three equal channels where others have colours."""
    if all(image.ndim == 2 for image in images):
        return images
    return [
        image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2) for image in images
    ]


def eight_bit(images: list[NDArray[Any]]) -> tuple[list[NDArray[np.uint8]], list[Message]]:
    """Scale deeper pictures by what full ink is in all of them together."""
    deep = [image for image in images if image.dtype != np.uint8]
    if not deep:
        return images, []
    high = max(float(np.nanmax(image)) for image in deep)
    full = 1.0 if high <= 1.0 else next((float(f) for f in FULL[3:] if high <= f), high)
    told = message(
        "More than 8 bits in {count} of the pictures: 0…{full} was brought to 0…255.",
        count=f"{len(deep):,}",
        full=f"{full:g}",
    )
    return [
        image
        if image.dtype == np.uint8
        else np.floor(np.clip(np.nan_to_num(image) / full, 0, 1) * 255 + 0.5).astype(np.uint8)
        for image in images
    ], [told]


def _labels(found: list[Found]) -> tuple[NDArray[Any] | None, tuple[Message, ...]]:
    """Return labels by folders, or by the names of the files where no folder tells."""
    by_folder = [one.label for one in found]
    if any(by_folder):
        return np.array(by_folder, object), _without_class(by_folder)
    by_name = labels_of_names([Path(one.name).stem for one in found])
    if by_name is None:
        return None, ()
    told = message("The labels were taken from the names of the files.")
    return np.array(by_name, object), (told,)


def _without_class(labels: list[str]) -> tuple[Message, ...]:
    unknown = labels.count("")
    if not unknown:
        return ()
    return (
        message(
            "No label for {count} of the pictures, which lie beside the folders of the classes.",
            count=unknown,
        ),
    )
