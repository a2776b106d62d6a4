"""The images of a source for whoever looks at them: counted, and as files that the window maps."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from core.events import Finished, Notice
from core.files import write_json, written_whole
from core.framing_advice import framing_advice
from core.image_loading import load_images
from core.job_sections.images import Images
from core.places import image_cache_folder
from core.reporting import Reporter
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.messages import message


def describe_images(
    source: str, reading: ImageReading, report: Reporter, out: Path | None = None
) -> None:
    """Read images, write them as arrays, and report what they are.

    The last event carries ``source``, ``fingerprint``, ``shape`` (P, C, H, W), ``classes``,
    ``counts`` of each class, of which ``test_counts`` in the test part, ``test`` and ``unlabelled``
    samples, ``notices``, and the ``folder`` that holds ``pixels.npy`` (uint8), ``labels.npy``
    (int64), ``is_test.npy`` (bool) and, where samples have names, ``names.json``.

    Parameters
    ----------
    out
        Folder in which a folder named by the fingerprint is made; the program's cache without.

    Raises
    ------
    InputError
        When the images cannot be read.
    """
    found = load_images(Images(source=source, reading=reading), report)
    folder = (out or image_cache_folder() / "read") / found.fingerprint
    write_images(found, folder)
    advice = framing_advice(found, reading)
    for notice in advice:
        report(Notice(notice))
    values = images_values(found)
    values["notices"] += [asdict(notice) for notice in advice]
    values["folder"] = str(folder)
    text = message("{text}", text=_as_text(found))
    report(Finished(text, values))


def images_values(found: ImageSet) -> dict[str, Any]:
    """Return what the last event of the verb ``images`` carries, but for the folder."""
    known = found.labels[found.is_labelled]
    tested = found.labels[found.is_labelled & found.is_test]
    classes = len(found.class_names)
    return {
        "source": found.source,
        "fingerprint": found.fingerprint,
        "shape": list(found.pixels.shape),
        "classes": list(found.class_names),
        "counts": np.bincount(known, minlength=classes).tolist(),
        "test_counts": np.bincount(tested, minlength=classes).tolist(),
        "test": int(found.is_test.sum()),
        "unlabelled": int((~found.is_labelled).sum()),
        "notices": [asdict(notice) for notice in found.notices],
    }


def write_images(found: ImageSet, folder: Path) -> None:
    """Write images as NumPy files, each whole or not at all; files that are there are kept."""
    arrays = {"labels": found.labels, "is_test": found.is_test, "pixels": found.pixels}
    for name, array in arrays.items():
        path = folder / f"{name}.npy"
        if not path.is_file():
            with written_whole(path) as part, part.open("wb") as stream:
                np.save(stream, array, allow_pickle=False)
    if found.sample_names:
        write_json(folder / "names.json", list(found.sample_names))


def _as_text(found: ImageSet) -> str:
    """Return the classes with their counts, a line each, for a terminal."""
    channels, height, width = found.shape
    values = images_values(found)
    first = message(
        "{count} images of {size} pixels, {test} of them for testing, {unlabelled} without a "
        "label.",
        count=f"{len(found):,}",
        size=f"{height}×{width}" + (f"×{channels}" if channels > 1 else ""),
        test=f"{values['test']:,}",
        unlabelled=f"{values['unlabelled']:,}",
    )
    size = max((len(name) for name in found.class_names), default=0)
    lines = [
        f"{name:{size}}  {count:7,}"
        for name, count in zip(found.class_names, values["counts"], strict=True)
    ]
    return "\n".join([str(first), *lines])
