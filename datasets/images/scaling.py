"""Images of one size: scaled as a whole, never stretched, the rest filled with background."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from datasets.messages import Message, message

# what networks on digits take; larger pictures come down to it where sizes differ
LARGEST_COMMON, SMALLEST_COMMON = 64, 8


def of_one_size(
    images: Sequence[NDArray[np.uint8]], side: int
) -> tuple[NDArray[np.uint8], tuple[Message, ...]]:
    """Return images of any sizes as one array.

    Parameters
    ----------
    images
        Shape (H, W) each, or all (H, W, 3).
    side
        Side in pixels of the squares they become. 0 keeps the size where all agree, and otherwise
        takes the larger side that most of them have, within 8…64.
    """
    sizes = Counter(image.shape[:2] for image in images)
    if len(sizes) == 1 and side in (0, *images[0].shape[:2]) and (side == 0 or _is_square(images)):
        return np.stack(images), ()
    found = side or _common_side(sizes)
    return np.stack([fitted(image, found) for image in images]), (_told(sizes, found),)


def _told(sizes: Counter[tuple[int, ...]], side: int) -> Message:
    if len(sizes) > 1:
        return message(
            "The images have {count} different sizes; all were scaled to {side}×{side} pixels, "
            "without stretching.",
            count=len(sizes),
            side=side,
        )
    ((height, width),) = sizes
    return message(
        "The images of {height}×{width} pixels were scaled to {side}×{side}.",
        height=height,
        width=width,
        side=side,
    )


def fitted(image: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """Return an image scaled into a square, in its middle, on the median of its border."""
    height, width = image.shape[:2]
    factor = side / max(height, width)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    small = np.asarray(Image.fromarray(image).resize(size, Image.Resampling.BILINEAR))
    result = np.empty((side, side, *image.shape[2:]), np.uint8)
    result[:] = _background(image)
    top, left = (side - size[1]) // 2, (side - size[0]) // 2
    result[top : top + size[1], left : left + size[0]] = small
    return result


def _background(image: NDArray[np.uint8]) -> Any:
    edges = image[0], image[-1], image[1:-1, 0], image[1:-1, -1]
    return np.median(np.concatenate(edges), axis=0)


def _common_side(sizes: Counter[tuple[int, ...]]) -> int:
    sides: Counter[int] = Counter()
    for (height, width), count in sizes.items():
        sides[max(height, width)] += count
    # of equally frequent ones the smaller, whatever order the files came in
    usual = min(sides, key=lambda side: (-sides[side], side))
    return min(max(usual, SMALLEST_COMMON), LARGEST_COMMON)


def _is_square(images: Sequence[NDArray[np.uint8]]) -> bool:
    return bool(images[0].shape[0] == images[0].shape[1])
