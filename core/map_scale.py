"""What places a map sheet in the world: scale bar, north arrow, ticks in its units."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from core.crs import metres_of_a_degree
from core.exporting.coordinate_system import system_of
from core.exporting.results import Results

Places = NDArray[np.float64]
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


def draw_scale_bar(axes: Axes, metres: float, *layers: Places) -> None:
    """Draw a bar of a round length, about a fifth of the map's width, where it hides least.

    Parameters
    ----------
    metres
        Length of a unit of x in the middle of the map.
    layers
        float64, shape (n, 2) each: places that it should not lie on, the most important ones first.
    """
    left, right = axes.get_xlim()
    length = round_length((right - left) * metres / 5)
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    share = length / metres / (right - left)
    x, y = _freest(axes, share + 0.03, 0.075, layers)
    _draw_ground(axes, x, y, share + 0.03, 0.075)
    axes.plot(
        [x + 0.015, x + 0.015 + share],
        [y + 0.015, y + 0.015],
        color="black",
        linewidth=3,
        solid_capstyle="butt",
        transform=axes.transAxes,
        zorder=6,
        scalex=False,
        scaley=False,
    )
    axes.text(
        x + 0.015 + share / 2,
        y + 0.027,
        text,
        ha="center",
        va="bottom",
        transform=axes.transAxes,
        zorder=6,
    )


def _freest(
    axes: Axes, width: float, height: float, layers: tuple[Places, ...]
) -> tuple[float, float]:
    """Return the lower left corner, as shares of the axes, of the box that covers fewest places.

    The upper right corner belongs to the north arrow. On a tie the first corner wins.
    """
    right, top = 0.98 - width, 0.98 - height
    middle = (1 - width) / 2
    corners = ((0.02, 0.02), (right, 0.02), (0.02, top), (middle, 0.02), (middle, top))
    low, high = np.array([axes.get_xlim(), axes.get_ylim()]).T
    shares = [(places - low) / (high - low) for places in layers]
    # a symbol is wider than its place
    edge = 0.015

    def covered(corner: tuple[float, float]) -> tuple[int, ...]:
        left, bottom = corner
        return tuple(
            int(
                np.count_nonzero(
                    (abs(share[:, 0] - left - width / 2) <= width / 2 + edge)
                    & (abs(share[:, 1] - bottom - height / 2) <= height / 2 + edge)
                )
            )
            for share in shares
        )

    return min(corners, key=covered)


def _draw_ground(axes: Axes, left: float, bottom: float, width: float, height: float) -> None:
    """Draw the pale ground on which black is seen on any map."""
    axes.add_patch(
        Rectangle(
            (left, bottom),
            width,
            height,
            facecolor="white",
            alpha=0.8,
            edgecolor="none",
            transform=axes.transAxes,
            zorder=5,
        )
    )


def round_length(length: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that is not longer."""
    power = 10.0 ** math.floor(math.log10(length))
    return max((step for step in (2, 5) if step * power <= length), default=1) * power


def draw_north_arrow(axes: Axes, word: str) -> None:
    """Draw an arrow along the map's y axis, which is grid north."""
    _draw_ground(axes, 0.935, 0.85, 0.05, 0.135)
    axes.annotate(
        word,
        xy=(0.96, 0.985),
        xytext=(0.96, 0.875),
        xycoords="axes fraction",
        textcoords="axes fraction",
        ha="center",
        va="center",
        fontsize=10,
        zorder=6,
        arrowprops={"arrowstyle": "-|>", "color": "black", "linewidth": 1.5},
    )


def set_ticks(axes: Axes, *, degrees: bool) -> None:
    """Put a few ticks on both axes, as numbers people read: 500,000 or 117.25°."""
    # letters along y are as long as two thirds of a fifth of it
    for axis, most in ((axes.xaxis, 6), (axes.yaxis, 5)):
        axis.set_major_locator(MaxNLocator(most))
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
