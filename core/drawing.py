"""A drawing becomes the image that a network sees, made as the images it has learned were made.

MNIST (LeCun, Cortes and Burges, the page of the data set): the ink is scaled to fit a box of 20×20
pixels keeping its aspect, with the grey levels of antialiasing, and put into 28×28 so that its
centre of mass lies in the centre. In the training set the centre of mass lies at index 14 ± 0.5 in
both directions (measured on all 60,000 images, of which 59,987 have a longer side of 20).

scikit-learn's 8×8 digits (UCI, Optical Recognition of Handwritten Digits): bitmaps of 32×32 pixels,
of which the black ones are counted in blocks of 4×4. There the ink is always as high as the bitmap
and mostly 6 of 8 columns wide (measured on all 1,797 images), whatever the hand was, and stands
upright: of 1,500 digits of MNIST, made so, a support vector machine trained on the 8×8 ones
recognised 61 %, and 78 % once their slant was taken away.

numpy and pillow alone: the window calls this while somebody draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Manner = Literal["mass", "blocks"]

# share of the longer side of an image that the ink takes
BOX = 20 / 28
# the ink of a drawing is first drawn so large, in pixels, and then scaled down
INK = 160
# pixels between two points of a line that is drawn
STEP = 2.0
# width of the pen as a share of the longer side of the ink: the median of MNIST is 2.5 of 20
# pixels, that of the 8×8 digits 1.6 of 8
PENS: dict[Manner, float] = {"mass": 0.125, "blocks": 0.2}
# ink smaller than this share of the pad is a dot and not a digit to be blown up
DOT = 0.05
# pixels of a bitmap that one block counts, down and across
BLOCK = 4
# width of the ink in a bitmap, as a share of it, and how far it is stretched for that
BITMAP_WIDTH = 20 / 32
MOST_STRETCH = 2.0
# columns for each row by which a slanted digit leans at most
MOST_SLANT = 1.0
# from here on a pixel of a bitmap is black
HALF = 128


def manner_of(source: str) -> Manner:
    """Return how drawings are made for a network that learned the images of `source`."""
    return "blocks" if source == "example:digits" else "mass"


def draw(
    strokes: Sequence[NDArray[np.float64]],
    shape: tuple[int, int, int] = (1, 28, 28),
    manner: Manner = "mass",
) -> NDArray[np.uint8]:
    """Return what a network sees of strokes; where and how large they were drawn has no say.

    Parameters
    ----------
    strokes
        A row of points for each, shape (N, 2): x to the right and y down, as shares of the side of
        the pad. One point is a dot. Points that are no numbers are left out.
    shape
        Channels, height and width of the image.

    Returns
    -------
    uint8, of that shape, 0 without ink to 255; every channel has the same ink.
    """
    return _as_image(_inked(strokes, PENS[manner]), INK, shape, manner)


def fit(
    picture: NDArray[np.uint8], shape: tuple[int, int, int], manner: Manner = "mass"
) -> NDArray[np.uint8]:
    """Return what a network sees of a grey picture with its ink anywhere.

    Parameters
    ----------
    picture
        uint8, shape (H, W), 0 is the background.
    shape
        Channels, height and width of the image.
    """
    ink = cropped(picture)
    return _as_image(ink, max(ink.shape), shape, manner)


def cropped(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the part of a picture, shape (H, W), that holds its ink; (0, 0) without any."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    if not len(rows):
        return np.zeros((0, 0), dtype=np.uint8)
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _as_image(
    ink: NDArray[np.uint8], longer: int, shape: tuple[int, int, int], manner: Manner
) -> NDArray[np.uint8]:
    """Return the image of ink of which `longer` pixels are as long as the box."""
    channels, height, width = shape
    if not ink.any():
        return np.zeros(shape, dtype=np.uint8)
    if manner == "blocks":
        image = _counted(ink, longer, (height, width))
    else:
        image = _centred(_boxed(ink, longer, (height, width)), (height, width))
    return np.repeat(image[np.newaxis], channels, axis=0)


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


def _boxed(ink: NDArray[np.uint8], longer: int, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return ink as large as the box in an image of that size; its aspect stays."""
    box = max(1, round(BOX * min(size)))
    height, width = (_length(length * box / longer, box) for length in ink.shape)
    return _scaled(ink, (height, width))


def _length(wanted: float, most: int) -> int:
    return max(1, min(most, round(wanted)))


def _scaled(picture: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return a picture of a size (height, width); each pixel is the mean of what it covers."""
    height, width = size
    # the box filter alone would repeat pixels when it enlarges
    larger = height > picture.shape[0] or width > picture.shape[1]
    way = Image.Resampling.BILINEAR if larger else Image.Resampling.BOX
    return np.asarray(Image.fromarray(picture).resize((width, height), way))


def _centred(ink: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Put ink into a frame with its centre of mass at the middle, as far as none is cut off."""
    frame = np.zeros(size, dtype=np.uint8)
    places = []
    for axis, length in enumerate(size):
        mass = ink.sum(axis=1 - axis, dtype=np.float64)
        centre = float(mass @ np.arange(len(mass)) / mass.sum())
        # 28 pixels have their middle at index 14, as measured on MNIST
        shift = int(np.floor(length / 2 - centre + 0.5))
        places.append(min(max(shift, 0), length - len(mass)))
    top, left = places
    frame[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return frame


def _counted(ink: NDArray[np.uint8], longer: int, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return how black the blocks of a bitmap are that ink fills from top to bottom."""
    ink = _upright(ink)
    height, width = (BLOCK * length for length in size)
    down, across = (length * height / longer for length in ink.shape)
    wanted = min(max(BITMAP_WIDTH * width, across / MOST_STRETCH), across * MOST_STRETCH)
    tall, broad = _length(down * MOST_STRETCH, height), _length(wanted, width)
    top, left = (height - tall) // 2, (width - broad) // 2
    bitmap = np.zeros((height, width), dtype=bool)
    bitmap[top : top + tall, left : left + broad] = _scaled(ink, (tall, broad)) >= HALF
    counts = bitmap.reshape(size[0], BLOCK, size[1], BLOCK).sum(axis=(1, 3))
    grey: NDArray[np.uint8] = np.rint(counts * 255 / BLOCK**2).astype(np.uint8)
    return grey


def _upright(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return ink without its slant: sheared so that columns and rows no longer go together."""
    mass = ink / 255
    down, across = (places.astype(np.float64) for places in np.indices(ink.shape))
    total = mass.sum()
    down -= (mass * down).sum() / total
    across -= (mass * across).sum() / total
    spread = (mass * down**2).sum()
    slant = (mass * down * across).sum() / spread if spread > 0 else 0.0
    # a dash has no height to be slanted along
    slant = float(np.clip(slant, -MOST_SLANT, MOST_SLANT))
    margin = int(np.ceil(abs(slant) * ink.shape[0]))
    wide = Image.fromarray(np.pad(ink, ((0, 0), (margin, margin))))
    # the row through the centre of mass stays where it is
    sheared = wide.transform(
        wide.size, Image.Transform.AFFINE, (1, slant, slant * float(down[0, 0]), 0, 1, 0)
    )
    return cropped(np.asarray(sheared))
