"""What places a map sheet in the world: scale bar, north arrow, ticks in its units."""

from __future__ import annotations

import math
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator
from matplotlib.transforms import Transform, offset_copy

from core.crs import metres_of_a_degree
from core.exporting.coordinate_system import system_of
from core.exporting.results import Results

# points: how far the row of arrow and bar lies below the frame, and where each of them begins
_ROW, _ARROW, _BAR = -44.0, 6.0, 34.0
_HALF_ARROW = 9.0
# inches: what a map has of a sheet at most; a number takes up to one
_SHEET = (7.0, 5.0)
_MOST_TICKS = 6
# a label of an axis is about a tenth of it long
_NEAR_END = 0.06
_ALONG_X: dict[int, Literal["left", "center", "right"]] = {-1: "left", 0: "center", 1: "right"}
_ALONG_Y: dict[int, Literal["bottom", "center", "top"]] = {-1: "bottom", 0: "center", 1: "top"}


def in_degrees(results: Results) -> bool:
    """Whether coordinates are degrees: by their system or, where it is unknown, by their size."""
    system = system_of(results.crs)
    if system is not None:
        return system.is_geographic
    if results.crs:
        return False
    x, y = (axis[abs(axis) < math.inf] for axis in (results.x, results.y))
    return bool(x.size and y.size and abs(x).max() <= 360 and abs(y).max() <= 90)


def metres_of_units(results: Results, x: float, y: float) -> tuple[float, float] | None:
    """Return the metres of a unit along x and y at a place, None where nobody knows them."""
    if in_degrees(results):
        return metres_of_a_degree(y)
    system = system_of(results.crs)
    return None if system is None else system.metres_of_units(x, y)


def draw_scale_bar(axes: Axes, metres: float) -> None:
    """Draw a bar of a round length, about a fifth of the map's width, below the frame.

    Parameters
    ----------
    metres
        Length of a unit of x in the middle of the map.
    """
    left, right = sorted(axes.get_xlim())
    length = round_length((right - left) * metres / 5)
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    end = left + length / metres
    row = _row_below(axes, axes.get_xaxis_transform(), _BAR)
    bar = Line2D(
        (left, end), (0, 0), color="black", linewidth=3, solid_capstyle="butt", transform=row
    )
    # the axes would clip what lies outside of them
    bar.set_clip_on(False)
    axes.add_artist(bar)
    axes.annotate(
        text,
        (end, 0),
        xycoords=row,
        xytext=(5, 0),
        textcoords="offset points",
        va="center",
        annotation_clip=False,
    )


def _row_below(axes: Axes, across: Transform, right: float, up: float = 0.0) -> Transform:
    """Return a transform to the row below the label of x, so many points farther right.

    In points, not in shares of the axes: the ticks and letters above the row are as high on a map
    of any shape.
    """
    return offset_copy(across, axes.get_figure(root=True), x=right, y=_ROW + up, units="points")


def round_length(length: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that is not longer."""
    power = 10.0 ** math.floor(math.log10(length))
    return max((step for step in (2, 5) if step * power <= length), default=1) * power


def draw_north_arrow(axes: Axes, word: str) -> None:
    """Draw an arrow along the map's y axis, which is grid north, below the frame."""
    row = _row_below(axes, axes.transAxes, _ARROW)
    arrow = {"arrowstyle": "-|>", "color": "black", "linewidth": 1.5, "shrinkA": 0, "shrinkB": 0}
    axes.annotate(
        "",
        (0, 0),
        xycoords=_row_below(axes, axes.transAxes, _ARROW, _HALF_ARROW),
        xytext=(0, -2 * _HALF_ARROW),
        textcoords="offset points",
        annotation_clip=False,
        arrowprops=arrow,
    )
    axes.annotate(
        word,
        (0, 0),
        xycoords=row,
        xytext=(5, 0),
        textcoords="offset points",
        va="center",
        annotation_clip=False,
    )


def set_ticks(axes: Axes, *, degrees: bool, shape: float = _SHEET[1] / _SHEET[0]) -> None:
    """Put a few ticks on both axes, as numbers people read: 500,000 or 117.25°.

    Parameters
    ----------
    shape
        Height of the map over its width; a narrow one has room for fewer numbers.
    """
    wide, high = min(_SHEET[0], _SHEET[1] / shape), min(_SHEET[1], _SHEET[0] * shape)
    for axis, inches in ((axes.xaxis, wide), (axes.yaxis, high)):
        axis.set_major_locator(MaxNLocator(max(1, min(_MOST_TICKS, int(inches)))))
        axis.set_major_formatter(FuncFormatter(_degrees if degrees else _number))
    axes.tick_params(axis="y", labelrotation=90)


def place_tick_labels(axes: Axes) -> None:
    """Keep the labels at the ends of both axes inside these, so that no two lie on each other.

    To be called when the limits of the axes are final.
    """
    for axis, ends in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
        low, high = sorted(ends)
        ticks = [tick for tick in axis.get_majorticklocs() if low <= tick <= high]
        axis.set_major_locator(FixedLocator(ticks))
        for label, tick in zip(axis.get_ticklabels(), ticks, strict=True):
            share = (tick - ends[0]) / (ends[1] - ends[0])
            end = -1 if share < _NEAR_END else 1 if share > 1 - _NEAR_END else 0
            if axis is axes.xaxis:
                label.set_horizontalalignment(_ALONG_X[end])
            else:
                label.set_verticalalignment(_ALONG_Y[end])


def _number(value: float, _: int | None) -> str:
    return f"{value:,.10g}"


def _degrees(value: float, _: int | None) -> str:
    return f"{value:.8g}°"
