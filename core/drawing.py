"""The strokes of a pen become the image that a network sees, made as those it has learned.

numpy and pillow alone: the window calls this while somebody draws.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from datasets.images.framing import Manner, fit
from datasets.images.image_reading import BOX

# the ink of a drawing is first drawn so large, in pixels, and then scaled down
INK = 160
# pixels between two points of a line that is drawn
STEP = 2.0
# width of the pen as a share of the longer side of the ink: the median of MNIST is 2.5 of 20
# pixels, that of the 8×8 digits 1.6 of 8
PENS: dict[Manner, float] = {"mass": 0.125, "box": 0.125, "blocks": 0.2}
# ink smaller than this share of the pad is a dot and not a digit to be blown up
DOT = 0.05


def draw(
    strokes: Sequence[NDArray[np.float64]],
    shape: tuple[int, int, int] = (1, 28, 28),
    manner: Manner = "mass",
    share: float = BOX,
) -> NDArray[np.uint8]:
    """Return what a network sees of strokes; where and how large they were drawn has no say.

    Parameters
    ----------
    strokes
        A row of points for each, shape (N, 2): x to the right and y down, as shares of the side of
        the pad. One point is a dot. Points that are no numbers are left out.
    shape
        Channels, height and width of the image.
    share
        Longer side of the ink as a share of the shorter side of the image.

    Returns
    -------
    uint8, of that shape, 0 without ink to 255; every channel has the same ink.
    """
    return fit(_inked(strokes, PENS[manner]), shape, manner, longer=INK, share=share)


def _inked(strokes: Sequence[NDArray[np.float64]], pen: float) -> NDArray[np.uint8]:
    """Return strokes drawn with their longer side at `INK` pixels, as one picture of that ink."""
    lines = [points[np.isfinite(points).all(axis=1)] for points in strokes]
    lines = [points for points in lines if len(points)]
    if not lines:
        return np.zeros((0, 0), dtype=np.uint8)
    every = np.concatenate(lines)
    corner, extent = every.min(axis=0), np.ptp(every, axis=0)
    width = pen * INK
    scale = (INK - width) / max(float(extent.max()), DOT)
    size = np.ceil(extent * scale + width).astype(int)
    picture = Image.new("L", (int(size[0]), int(size[1])))
    artist = ImageDraw.Draw(picture)
    for points in lines:
        _stroke(artist, _thinned((points - corner) * scale + width / 2), width)
    return np.asarray(picture)


def _thinned(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return some of many points: a pen sends more than can be seen, and each costs time."""
    path = np.cumsum(np.hypot(*np.diff(points, axis=0, prepend=points[:1]).T)) // STEP
    kept = np.append(np.flatnonzero(np.diff(path, prepend=-1.0)), len(points) - 1)
    some: NDArray[np.float64] = points[np.unique(kept)]
    return some


def _stroke(artist: ImageDraw.ImageDraw, points: NDArray[np.float64], width: float) -> None:
    """Draw a line with round ends and bends."""
    if len(points) > 1:
        artist.line(points.ravel().tolist(), fill=255, width=round(width), joint="curve")
    for x, y in points[[0, -1]].tolist():
        half = width / 2
        artist.ellipse((x - half, y - half, x + half, y + half), fill=255)
