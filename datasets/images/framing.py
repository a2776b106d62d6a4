"""The ink of an image scaled and placed as in the images that a network learned.

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

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from datasets.images.image_reading import BOX

Manner = Literal["mass", "box", "blocks"]
"""By its centre of mass, by the middle of its extent, or counted in blocks as the 8×8 digits."""

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
    """Return how images are made for a network that learned the images of `source`."""
    return "blocks" if source == "example:digits" else "mass"


def fit(
    picture: NDArray[np.uint8],
    shape: tuple[int, int, int],
    manner: Manner = "mass",
    *,
    longer: int = 0,
    share: float = BOX,
) -> NDArray[np.uint8]:
    """Return what a network sees of a grey picture with its ink anywhere.

    Parameters
    ----------
    picture
        uint8, shape (H, W), 0 is the background.
    shape
        Channels, height and width of the image.
    longer
        Pixels of the picture that become as long as the box; 0 takes the longer side of the ink.
    share
        Longer side of the box as a share of the shorter side of the image; blocks have none.

    Returns
    -------
    uint8, of that shape, 0 without ink to 255; every channel has the same ink.
    """
    channels, height, width = shape
    ink = cropped(picture)
    if not ink.size:
        return np.zeros(shape, dtype=np.uint8)
    longer = longer or max(ink.shape)
    if manner == "blocks":
        image = _counted(ink, longer, (height, width))
    else:
        boxed = _boxed(ink, longer, (height, width), share)
        image = _placed(boxed, (height, width), _centre_of(boxed, manner))
    return np.repeat(image[np.newaxis], channels, axis=0)


def cropped(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the part of a picture, shape (H, W), that holds its ink; (0, 0) without any."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    if not len(rows):
        return np.zeros((0, 0), dtype=np.uint8)
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _boxed(
    ink: NDArray[np.uint8], longer: int, size: tuple[int, int], share: float
) -> NDArray[np.uint8]:
    """Return ink as large as its box in an image of that size; its aspect stays."""
    box = max(1, round(share * min(size)))
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


def _centre_of(ink: NDArray[np.uint8], manner: Manner) -> tuple[float, float]:
    if manner == "box":
        return ink.shape[0] / 2, ink.shape[1] / 2
    return centre_of_mass(ink)


def centre_of_mass(ink: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the row and column, from 0, of the centre of what is not background."""
    down, across = (ink.sum(axis=axis, dtype=np.float64) for axis in (1, 0))
    total = down.sum()
    return (
        float(down @ np.arange(len(down)) / total),
        float(across @ np.arange(len(across)) / total),
    )


def _placed(
    ink: NDArray[np.uint8], size: tuple[int, int], centre: tuple[float, float]
) -> NDArray[np.uint8]:
    """Put ink into a frame with its centre at the middle, as far as none is cut off."""
    frame = np.zeros(size, dtype=np.uint8)
    places = []
    for length, extent, middle in zip(size, ink.shape, centre, strict=True):
        # 28 pixels have their middle at index 14, as measured on MNIST
        shift = int(np.floor(length / 2 - middle + 0.5))
        places.append(min(max(shift, 0), length - extent))
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
