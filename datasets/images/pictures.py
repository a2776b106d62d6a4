"""One picture file as pixels, by Pillow."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from datasets.messages import InputError

# only these: readers of other formats start other programs
_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP", "PPM")
# channels of a grey picture differ by less after JPEG
_GREY = 16
_LIGHT = 191


@dataclass(frozen=True)
class Picture:
    """Pixels (H, W) or (H, W, 3), uint8, uint16 or float32, and how many pages the file has."""

    pixels: NDArray[Any]
    pages: int


def read_picture(path: Path) -> Picture:
    """Read a picture, its first page where it has several.

    It is turned as its camera says; transparent places become white, or black below light ink; a
    picture in colours that are all grey becomes grey.

    Raises
    ------
    InputError
        When it is empty, damaged, of no known format, or so large that it is meant to fill the
        memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            # damaged remarks beside the pixels
            warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
            with Image.open(path, formats=_FORMATS) as image:
                pages = getattr(image, "n_frames", 1)
                image.seek(0)
                return Picture(_pixels(ImageOps.exif_transpose(image)), pages)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise InputError(
            "The picture {path} has more than {most} million pixels; make it smaller or divide it.",
            path=str(path),
            most=int((Image.MAX_IMAGE_PIXELS or 0) / 1e6),
        ) from None
    except FileNotFoundError:
        raise InputError(
            "There is no file {path}; check the name and the folder.", path=str(path)
        ) from None
    except UnidentifiedImageError:
        if not path.stat().st_size:
            raise InputError(
                "The file {path} is empty; get it again, or choose another.", path=str(path)
            ) from None
        raise InputError(
            "The file {path} is no picture of a known format, whatever its name says; save the "
            "picture anew as PNG.",
            path=str(path),
        ) from None
    # Pillow's readers raise many kinds for what is cut short or damaged
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError) as error:
        raise InputError(
            "The picture {path} is damaged or cut short ({reason}); get it again.",
            path=str(path),
            reason=" ".join(str(error).split())[:120].rstrip("."),
        ) from None


def _pixels(image: Image.Image) -> NDArray[Any]:
    if image.mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16)
    if image.mode in ("I", "F"):
        return np.asarray(image)
    if image.mode in ("LA", "PA", "RGBA", "RGBa", "La") or "transparency" in image.info:
        image = _on_ground(image.convert("RGBA"))
    if image.mode == "L":
        return np.asarray(image)
    if image.mode == "1":
        return np.asarray(image.convert("L"))
    colours = np.asarray(image.convert("RGB"))
    if int(np.ptp(colours, axis=2).max()) <= _GREY:
        return np.asarray(image.convert("L"))
    return colours


def _on_ground(image: Image.Image) -> Image.Image:
    """Put a picture with transparent places on white; on black where its ink is light itself."""
    values = np.asarray(image).astype(np.float64)
    alpha = values[..., 3]
    weight = max(float(alpha.sum()), 1.0)
    level = float((values[..., :3].mean(axis=2) * alpha).sum()) / weight
    seldom = float((alpha > 127).mean()) < 0.5
    ground = (0, 0, 0, 255) if level > _LIGHT and seldom else (255, 255, 255, 255)
    return Image.alpha_composite(Image.new("RGBA", image.size, ground), image)
