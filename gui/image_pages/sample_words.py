"""What a sample and a set of images are, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.image_info import ImageInfo
from gui.image_pages.sample_lists import NO_CLASS, Filter
from gui.translating import counted


def name_text(images: ImageInfo, row: int) -> str:
    """Return what a sample is called: its file's name or its number."""
    name = images.name_of(row)
    if images.sample_names:
        return name.replace("\\", "/").rpartition("/")[2]
    return _tr("No. {number}").format(number=name)


def class_text(images: ImageInfo, row: int) -> str:
    """Name the class of a sample."""
    code = int(images.labels[row])
    if code == NO_CLASS:
        return _tr("no class")
    return _tr("class {name}").format(name=images.class_names[code])


def part_text(images: ImageInfo, row: int) -> str:
    """Say whether a sample is of the source's own test part, "" where it has none."""
    if not images.test:
        return ""
    return _tr("test part") if images.is_test[row] else _tr("training part")


def sample_text(images: ImageInfo, row: int) -> str:
    """Name a sample, its class and its part in one line."""
    parts = (name_text(images, row), class_text(images, row), part_text(images, row))
    return " · ".join(part for part in parts if part)


def size_text(images: ImageInfo) -> str:
    """Say how large an image is and what it is made of."""
    channels, height, width = images.image_shape
    made_of = {1: _tr("grey"), 3: _tr("red, green, blue")}.get(channels)
    if made_of is None:
        made_of = counted(_tr("{channels} channels"), channels=channels)
    return _tr("{width} × {height} pixels, {made_of}").format(
        width=width, height=height, made_of=made_of
    )


def balance_text(images: ImageInfo) -> str:
    """Say how evenly the images are spread over the classes; "" without classes."""
    if len(images.counts) < 2:
        return ""
    least, most = min(images.counts), max(images.counts)
    if least == most:
        return counted(_tr("{count} images in every class."), count=f"{least:,}")
    scarce = images.class_names[images.counts.index(least)]
    common = images.class_names[images.counts.index(most)]
    return _tr("Fewest: {scarce} with {least}; most: {common} with {most}.").format(
        scarce=scarce, least=f"{least:,}", common=common, most=f"{most:,}"
    )


def filter_text(name: Filter, count: int) -> str:
    """Name a choice of samples, with their number."""
    words = {
        "all": _tr("All"),
        "training": _tr("Training part"),
        "test": _tr("Test part"),
        "unlabelled": _tr("No class"),
    }
    return f"{words[name]} · {count:,}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImageWords", text)
