"""Which IDX files belong together: images with their labels, a training part with its test part."""

from __future__ import annotations

import re
from pathlib import Path

from datasets.images.idx import axes_of, images_of, is_idx, read_idx
from datasets.images.raw import RawImages, joined
from datasets.messages import InputError, message

# names as they are published: train-images-idx3-ubyte.gz, train-images.idx3-ubyte,
# emnist-digits-train-images-idx3-ubyte
_IMAGES = re.compile(r"images?|imgs?", re.IGNORECASE)
_LABELS = ("labels", "label", "lbls")
_TRAINING = re.compile(r"train(?:ing)?", re.IGNORECASE)
_TEST = ("t10k", "test", "testing")
_TEST_WORD = re.compile(r"t10k|test(?:ing)?", re.IGNORECASE)


def read_idx_pair(path: Path) -> RawImages:
    """Read the images of a file with the labels beside it, and the test part of a training part.

    A file of labels leads to its images.

    Raises
    ------
    InputError
        When a file cannot be read, or images and labels differ in number.
    """
    images = path if axes_of(path) >= 3 else _images_beside(path)
    training = _with_labels(images)
    test = _test_beside(images)
    if test is None:
        return training
    told = message("{name} beside it was taken as the test part.", name=test.name)
    return joined([(training, False), (_with_labels(test), True)], str(path)).noting(told)


def read_idx_folder(folder: Path, files: list[Path]) -> RawImages:
    """Read the IDX files of a folder: one set of images, with its test part where there is one.

    Raises
    ------
    InputError
        When there is no file of images, or more than one set.
    """
    images = [file for file in files if is_idx(file) and axes_of(file) >= 3]
    first = [file for file in images if not _TEST_WORD.search(file.name)]
    sets = _without_packed_twins(first or images)
    if len(sets) != 1:
        raise InputError(
            "The folder {folder} holds {count} IDX files of training images ({names}); choose "
            "one of the files.",
            folder=str(folder),
            count=len(sets),
            names=", ".join(sorted(file.name for file in sets)[:4]),
        )
    return read_idx_pair(sets[0])


def _without_packed_twins(files: list[Path]) -> list[Path]:
    """Return the files without packed copies of others among them."""
    names = {file.name for file in files}
    return sorted(
        file for file in files if file.name.removesuffix(".gz") not in names - {file.name}
    )


def _with_labels(images: Path) -> RawImages:
    raw = images_of(images)
    beside = _labels_beside(images)
    if beside is None:
        told = message("There is no file of labels beside {name}.", name=images.name)
        return raw.noting(told)
    labels, notices = read_idx(beside)
    if labels.ndim != 1 or len(labels) != len(raw.pixels):
        raise InputError(
            "The file {labels} holds {count} labels for the {images} images of {name}; put the "
            "files of one set together.",
            labels=str(beside),
            count=f"{len(labels):,}",
            images=f"{len(raw.pixels):,}",
            name=images.name,
        )
    return RawImages(raw.pixels, labels, notices=(*raw.notices, *notices))


def _labels_beside(images: Path) -> Path | None:
    """Return the file of labels whose name differs from that of the images as published ones do."""
    if not _IMAGES.search(images.name):
        return None
    names = [_IMAGES.sub(word, images.name).replace("idx3", "idx1") for word in _LABELS]
    return _existing(images, names)


def _images_beside(labels: Path) -> Path:
    found = None
    words = re.compile("|".join(_LABELS), re.IGNORECASE)
    if words.search(labels.name):
        names = [words.sub(w, labels.name).replace("idx1", "idx3") for w in ("images", "image")]
        found = _existing(labels, names)
    if found is None:
        raise InputError(
            "The IDX file {path} holds labels, and no file of images with such a name lies beside "
            "it; put both into one folder.",
            path=str(labels),
        )
    return found


def _test_beside(images: Path) -> Path | None:
    if not _TRAINING.search(images.name):
        return None
    return _existing(images, [_TRAINING.sub(word, images.name) for word in _TEST])


def _existing(beside: Path, names: list[str]) -> Path | None:
    """Return the first of some files that exists beside another, packed or not."""
    for name in names:
        plain = name.removesuffix(".gz")
        for tried in (name, plain, f"{plain}.gz"):
            path = beside.with_name(tried)
            if path != beside and path.is_file():
                return path
    return None
