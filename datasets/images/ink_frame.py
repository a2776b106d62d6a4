"""Where the ink of images lies in them, and whether other images have it elsewhere."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from datasets.images.cleaning import cleaned
from datasets.images.framing import Manner, centre_of_mass, manner_of

# images looked at; of 60,000 every 120th
MOST_LOOKED_AT = 500
# images are alike while sizes and places differ by less than this share of their side
TOLERANCE = 0.05
# of the images that a network learned, so many percent lie within what it has seen on either side
RARE = 1
Share = Annotated[float, Field(gt=0.0, le=1.0)]


class InkFrame(BaseModel):
    """Size and place of the ink in the images of a set.

    Attributes
    ----------
    manner
        What stands in the middle of the images.
    share
        Median of the longer side of the ink as a share of the shorter side of the image.
    low, high
        What 1 % of the images fall below and exceed.
    offset
        Distance of the ink from the middle, down or across, as a share of that side; 1 % exceed it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    manner: Manner
    share: Share
    low: Share
    high: Share
    offset: Annotated[float, Field(ge=0.0, le=1.0)]

    def is_unlike(self, other: InkFrame) -> bool:
        """Whether most images of another set have their ink in another size or place."""
        sized = self.low - TOLERANCE <= other.share <= self.high + TOLERANCE
        return not sized or other.offset > self.offset + TOLERANCE


def whole_percent(share: float) -> str:
    """Write a share of the side of an image, which is never known to more than whole percents."""
    return f"{100 * share:.0f} %"


def ink_frame(
    pixels: NDArray[np.uint8], source: str = "", rows: NDArray[np.integer] | None = None
) -> InkFrame | None:
    """Return size and place of the ink; None for pictures in colour or without any ink.

    Parameters
    ----------
    pixels
        uint8, shape (P, C, H, W), light ink.
    source
        Where the images come from; what 8×8 digits need is known.
    rows
        Those that count; None: all.
    """
    found = _measured(pixels, rows)
    return None if found is None else _summary(found, _manner(found, source), RARE)


def usual_frame(pixels: NDArray[np.uint8], manner: Manner) -> InkFrame | None:
    """Return the same as medians, to be held against what a network has learned."""
    found = _measured(pixels, None)
    return None if found is None else _summary(found, manner, 50)


def _measured(
    pixels: NDArray[np.uint8], rows: NDArray[np.integer] | None
) -> NDArray[np.float64] | None:
    """Return a row of `_frame_of` for each image looked at that holds ink."""
    if pixels.shape[1] != 1:
        return None
    every = np.arange(len(pixels)) if rows is None else rows
    some = every[:: max(1, len(every) // MOST_LOOKED_AT)]
    found = [_frame_of(pixels[row, 0]) for row in some]
    inked = [each for each in found if each is not None]
    return np.array(inked) if inked else None


def _summary(found: NDArray[np.float64], manner: Manner, rare: float) -> InkFrame:
    low, share, high = np.percentile(found[:, 0], [rare, 50, 100 - rare])
    offset = np.percentile(found[:, 1 if manner == "mass" else 2], 100 - rare)
    return InkFrame(
        manner=manner, share=float(share), low=float(low), high=float(high), offset=float(offset)
    )


def _manner(found: NDArray[np.float64], source: str) -> Manner:
    """Return what stands in the middle: what lies closer to it."""
    if manner_of(source) == "blocks":
        return "blocks"
    mass, box = found[:, 1:].mean(axis=0)
    return "mass" if mass <= box else "box"


def _frame_of(picture: NDArray[np.uint8]) -> tuple[float, float, float] | None:
    """Return the share of the ink, and how far centre of mass and middle of the ink are off."""
    ink = cleaned(picture)
    if not ink.any():
        return None
    side = min(ink.shape)
    spans = [_span(ink.max(axis=1)), _span(ink.max(axis=0))]
    share = min(1.0, max(last - first for first, last in spans) / side)
    middle = tuple((first + last) / 2 for first, last in spans)
    return share, _off(centre_of_mass(ink), ink.shape), _off(middle, ink.shape)


def _span(ink: NDArray[np.uint8]) -> tuple[int, int]:
    places = np.flatnonzero(ink)
    return int(places[0]), int(places[-1]) + 1


def _off(place: tuple[float, ...], shape: tuple[int, ...]) -> float:
    """Return how far a place is from the middle, as the larger share of a side."""
    return max(abs(at / length - 0.5) for at, length in zip(place, shape, strict=True))
