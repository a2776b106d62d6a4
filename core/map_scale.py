"""What places a map sheet in the world: scale bar, north arrow, ticks in its units."""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from core.crs import metres_of_a_degree
from core.exporting.coordinate_system import system_of
from core.exporting.results import Results


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
    """Draw a bar of a round length, about a fifth of the map's width.

    Parameters
    ----------
    metres
        Length of a unit of x in the middle of the map.
    """
    left, right = axes.get_xlim()
    length = round_length((right - left) * metres / 5)
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    share = length / metres / (right - left)
    _draw_ground(axes, 0.02, 0.02, share + 0.03, 0.075)
    axes.plot(
        [0.035, 0.035 + share],
        [0.035, 0.035],
        color="black",
        linewidth=3,
        solid_capstyle="butt",
        transform=axes.transAxes,
        zorder=6,
        scalex=False,
        scaley=False,
    )
    axes.text(
        0.035 + share / 2,
        0.047,
        text,
        ha="center",
        va="bottom",
        transform=axes.transAxes,
        zorder=6,
    )


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
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(6))
        axis.set_major_formatter(FuncFormatter(_degrees if degrees else _number))
    axes.tick_params(axis="y", labelrotation=90)
    for label in axes.get_yticklabels():
        label.set_verticalalignment("center")


def _number(value: float, _: int | None) -> str:
    return f"{value:,.10g}"


def _degrees(value: float, _: int | None) -> str:
    return f"{value:.8g}°"
