"""Light strokes on dark or dark on light, told by the border of the images."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message

_MIDDLE = 127.5
# borders lighter or darker than this leave no doubt
_LIGHT, _DARK = 191, 64
# below this share the few of the other kind are exceptions, such as strokes at the border
_MIXED = 0.05


def light_ink(
    pixels: NDArray[np.uint8], ink: Literal["auto", "light", "dark"]
) -> tuple[NDArray[np.uint8], tuple[Message, ...]]:
    """Return images with light strokes on a dark background.

    Parameters
    ----------
    pixels
        Shape (P, H, W), or (P, H, W, 3); pictures in colour, which have no one ink, are inverted
        only where `ink` says "dark".
    ink
        What the strokes are; "auto" tells it by the median of each image's border. Where images
        of both kinds stand side by side, each is treated by its own border.
    """
    if ink == "light":
        return pixels, ()
    if ink == "dark":
        return 255 - pixels, ()
    if pixels.ndim != 3:
        return pixels, ()
    border = border_levels(pixels)
    light = border > _MIDDLE
    if _are_mixed(border):
        return _inverted(pixels, light)
    if light.mean() <= 0.5:
        return pixels, ()
    told = message("The strokes are darker than the background; the images were inverted.")
    return 255 - pixels, (told,)


def border_levels(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the median of the outermost pixels of each image (P, H, W), shape (P,)."""
    edges = pixels[:, 0], pixels[:, -1], pixels[:, 1:-1, 0], pixels[:, 1:-1, -1]
    levels: NDArray[np.float64] = np.median(np.concatenate(edges, axis=1), axis=1)
    return levels


def _are_mixed(border: NDArray[np.float64]) -> bool:
    light, dark = (border > _LIGHT).mean(), (border < _DARK).mean()
    return bool(min(light, dark) >= _MIXED and light + dark >= 1 - _MIXED)


def _inverted(
    pixels: NDArray[np.uint8], which: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], tuple[Message, ...]]:
    result = pixels.copy()
    result[which] = 255 - result[which]
    told = message(
        "Inverted, since their strokes are darker than the background: {count} of the images.",
        count=f"{int(which.sum()):,}",
    )
    return result, (told,)
