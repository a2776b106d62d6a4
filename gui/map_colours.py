"""Colours of a map: schemes that everybody can tell apart, and how values meet them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from core.map_values import is_striped
from gui import theme
from gui.class_colours import ClassColours
from gui.diverging import diverging_pixels

VIRIDIS, CIVIDIS, INFERNO, DIVERGING = "viridis", "cividis", "inferno", "diverging"
# Those of a light ground to a dark one keep their order for people who see no red or no green.
SCHEMES = (VIRIDIS, CIVIDIS, INFERNO, DIVERGING)
STEPS = 256
# a span that the colours cannot divide without an overflow counts as none
SMALLEST_SPAN = STEPS * float(np.finfo(np.float64).tiny)
PERCENTILES = (2.0, 98.0)
FADED = 22
CLEAR = np.uint32(0)
# how much darker the stripes of a hatching are, in percent of Qt's measure
STRIPE = 160

Table = NDArray[np.uint32]


@dataclass(frozen=True)
class Look:
    """How values become colours.

    Attributes
    ----------
    percentiles
        The part of the values that the colours span, where no limits are given.
    limits
        The values of the first and the last colour.
    centred
        Whether the middle colour stands for zero.
    is_whole
        Whether no value can lie beyond the limits.
    """

    scheme: str = VIRIDIS
    is_reversed: bool = False
    logarithm: bool = False
    percentiles: tuple[float, float] = PERCENTILES
    limits: tuple[float, float] | None = None
    centred: bool = False
    is_whole: bool = False

    @property
    def leaves_out(self) -> bool:
        """Whether values may lie beyond the first and the last colour."""
        if self.limits is not None:
            return not self.is_whole
        return self.percentiles != (0.0, 100.0)


@dataclass(frozen=True)
class Painted:
    """A colour for each sample.

    Attributes
    ----------
    places
        Place of each sample's colour in the table, shape (P,), -1 for the last one: no value.
    table
        Colours as premultiplied ARGB.
    low, high
        The values of the first and the last colour.
    counts
        Samples of each class, () for values.
    hatched
        Place whose cells are hatched, -1 for none.
    """

    places: NDArray[np.int16] | NDArray[np.int64]
    table: Table
    low: float = 0.0
    high: float = 0.0
    counts: tuple[int, ...] = ()
    hatched: int = -1

    @property
    def hatched_samples(self) -> NDArray[np.int64]:
        """The samples whose cells are hatched, ascending."""
        if self.hatched < 0:
            return np.empty(0, np.int64)
        return np.flatnonzero(self.places == self.hatched)

    def hatch(self, pixels: NDArray[np.uint32], cells: NDArray[np.int64], columns: int) -> None:
        """Make every third diagonal of some cells of a picture darker.

        Parameters
        ----------
        pixels
            Shape (rows · columns,), row after row; written over.
        cells
            Places in it of what is hatched.
        """
        if len(cells):
            chosen = cells[is_striped(cells // columns, cells % columns)]
            pixels[chosen] = darker(int(self.table[self.hatched]))


Paint = Callable[[], Painted]


def argb(colour: QColor, alpha: int | None = None) -> int:
    """Return a colour as premultiplied ARGB, with another opacity where one is given."""
    a = colour.alpha() if alpha is None else alpha
    red, green, blue = (
        round(channel * a / 255) for channel in (colour.red(), colour.green(), colour.blue())
    )
    return a << 24 | red << 16 | green << 8 | blue


def darker(colour: int) -> int:
    """Return a colour, premultiplied ARGB, as Qt makes it darker by `STRIPE`."""
    channels = (colour >> shift & 255 for shift in (16, 8, 0))
    red, green, blue = (round(channel * 100 / STRIPE) for channel in channels)
    return colour >> 24 << 24 | red << 16 | green << 8 | blue


def class_table(colours: ClassColours, hidden: set[int]) -> Table:
    """Return the colours of the classes and behind them that of no class; hidden ones fade.

    A sample without a class gets a breath of grey, so that the extent of the survey is seen.
    """
    shown = [
        argb(QColor(colours.colour(code)), FADED if code in hidden else None)
        for code in range(len(colours))
    ]
    return np.array([*shown, argb(QColor(theme.current().outline), FADED)], dtype=np.uint32)


def paint_classes(codes: NDArray[np.int64], table: Table, hatched: int = -1) -> Painted:
    """Return the colour of each class code and how many samples each class has.

    Parameters
    ----------
    hatched
        Code of the class whose cells are hatched, -1 for none.
    """
    # codes + 1 as bins: -1 is counted too, and no mask of all samples is needed
    counts = (
        np.bincount(codes + 1, minlength=len(table))[1:]
        if len(codes)
        else np.zeros(len(table) - 1, np.int64)
    )
    return Painted(codes, table, counts=tuple(counts.tolist()), hatched=hatched)


@lru_cache(maxsize=16)
def scheme_table(scheme: str, is_reversed: bool, dark: bool) -> Table:
    """Return the 256 colours of a scheme and behind them the colour of no value: none."""
    if scheme == DIVERGING:
        pixels = diverging_pixels(np.linspace(-1, 1, STEPS), 1.0)
    else:
        pixels = pg.colormap.get(scheme).getLookupTable(nPts=STEPS, alpha=True)
    channels = pixels.astype(np.uint32)
    table = channels[:, 3] << 24 | channels[:, 0] << 16 | channels[:, 1] << 8 | channels[:, 2]
    ordered = table[::-1] if is_reversed else table
    return np.append(ordered, CLEAR).astype(np.uint32)


def table_of(look: Look) -> Table:
    """Return the colours of a look on the present ground."""
    return scheme_table(look.scheme, look.is_reversed, theme.current().dark)


def span(values: NDArray[np.floating], look: Look) -> tuple[float, float]:
    """Return the values of the first and the last colour.

    On a logarithmic scale values that are not positive have no place: they take the first colour.
    """
    if look.limits is not None:
        low, high = look.limits
    else:
        known = (
            values[np.isfinite(values) & (values > 0)]
            if look.logarithm
            else values[np.isfinite(values)]
        )
        if len(known) == 0:
            return (1.0, 10.0) if look.logarithm else (0.0, 1.0)
        low, high = np.percentile(known, look.percentiles)
    if look.centred:
        high = max(abs(low), abs(high))
        low = -high
    if not high - low > SMALLEST_SPAN:
        # one value everywhere: it gets the first colour, and the legend a range to write
        high = low * 10 if look.logarithm and low > 0 else low + 1.0
    return float(low), float(high)


def paint_values(values: NDArray[np.floating], look: Look, table: Table) -> Painted:
    """Return the colour of each value; what lies outside the range has the end's colour."""
    low, high = span(values, look)
    if look.logarithm and low <= 0:
        low = min(high / 1000, float(np.min(values[values > 0], initial=high / 1000)))
    with np.errstate(divide="ignore", invalid="ignore"):
        if look.logarithm:
            part = np.log10(np.maximum(values, low))
            part -= np.log10(low)
            part *= (STEPS - 1) / (np.log10(high) - np.log10(low))
        else:
            part = values - low
            part *= (STEPS - 1) / (high - low)
    np.clip(part, 0, STEPS - 1, out=part)
    missing = np.isnan(part)
    part[missing] = 0
    places = part.astype(np.int16)
    places[missing] = -1
    return Painted(places, table, low, high)
