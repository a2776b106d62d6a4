"""Adding an image with its label to a dataset of one's own: PNG files, a folder for each class."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from datasets.messages import InputError

# characters that some system refuses in the name of a folder, and names that are places
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_PARTS = ("train", "training", "test", "testing", "t10k", "val", "valid", "validation", "dev")


def add_image(folder: Path, pixels: NDArray[np.uint8], class_name: str) -> Path:
    """Write an image as the next of its class; nothing is overwritten.

    Parameters
    ----------
    folder
        Of the dataset; made where it is absent.
    pixels
        uint8, shape (1, H, W) or (3, H, W).
    class_name
        Name of the class, which becomes that of its folder.

    Returns
    -------
    Path
        The new file, ``CLASS/CLASS_0001.png``. A folder so made is read by `read_images`.

    Raises
    ------
    InputError
        When the class cannot name a folder, or the folder cannot be written.
    """
    name = _folder_name(class_name)
    image = Image.fromarray(pixels[0] if len(pixels) == 1 else np.moveaxis(pixels, 0, 2))
    try:
        (folder / name).mkdir(parents=True, exist_ok=True)
        return _written(image, folder / name, name)
    except OSError as error:
        raise InputError(
            "The image cannot be added to {folder} ({reason}); choose a folder that may be "
            "written.",
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from None


def _written(image: Image.Image, folder: Path, name: str) -> Path:
    for number in count(_last_number(folder) + 1):
        path = folder / f"{name}_{number:04}.png"
        try:
            # who makes the file owns its number, whoever else adds at the same time
            with path.open("xb") as stream:
                image.save(stream, "PNG")
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers do not end")


def _last_number(folder: Path) -> int:
    found = (re.search(r"(\d+)$", file.stem) for file in folder.glob("*.png"))
    return max((int(hit[1]) for hit in found if hit is not None and len(hit[1]) < 10), default=0)


def _folder_name(class_name: str) -> str:
    name = class_name.strip()
    wrong = _REFUSED.search(name) or _RESERVED.fullmatch(name) or name.startswith(".")
    if not name or wrong or name.endswith(".") or len(name) > 80 or name.lower() in _PARTS:
        raise InputError(
            "“{name}” cannot be the name of a class here, since a folder gets that name; use "
            "letters and digits.",
            name=class_name[:80],
        )
    return name
