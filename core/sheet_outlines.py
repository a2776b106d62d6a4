"""Outlines on a map sheet: thin lines over the cells, under the deposits, named in the legend."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke

from core.outlines import read_lines
from datasets.messages import Message, message

Style = Literal["-", "--", ":", "-."]
COLOUR = "#1a1a1a"
WIDTH = 0.8
# on dark cells a dark line is seen by its pale edges
_HALO = withStroke(linewidth=WIDTH + 1.2, foreground="#ffffffb0")
# one after the other, so that the legend tells files apart in black and white too
STYLES: tuple[Style, ...] = ("-", "--", ":", "-.")
# cells and points lie at 0 and 1, deposits at 3
_OVER_CELLS = 2.0
# shares of the map's longer side: what a printer of 1,200 dots an inch cannot show
_FINEST = 1 / 20_000
# letters of a file's name in a line of the legend
_NAME = 28


def draw_outlines(
    axes: Axes, files: Sequence[Path], crs: str
) -> tuple[list[Line2D], list[Message]]:
    """Draw the lines and polygon edges of files inside the frame of a map.

    Parameters
    ----------
    axes
        With the limits of the map, which stay as they are.
    crs
        System of the map, "" when unknown; files in another one are reprojected.

    Returns
    -------
    tuple
        An entry of the legend for each file that has lines in the frame, and what somebody should
        know of the others.

    Raises
    ------
    InputError
        When a file cannot be read, or holds neither lines nor polygons.
    """
    entries: list[Line2D] = []
    notices: list[Message] = []
    for number, file in enumerate(files):
        style = STYLES[number % len(STYLES)]
        is_inside, said = _draw(axes, file, crs, style)
        notices += said
        if is_inside:
            entries.append(_entry(file, style))
    return entries, notices


def _draw(axes: Axes, file: Path, crs: str, style: Style) -> tuple[bool, list[Message]]:
    """Draw one file; return whether anything of it lies in the frame, and what there is to say."""
    import shapely

    (left, right), (bottom, top) = sorted(axes.get_xlim()), sorted(axes.get_ylim())
    lines, notices = read_lines(file, crs, (left, bottom, right, top))
    if not len(lines):
        notices.append(
            message("Nothing of {name} lies inside the map; it is not drawn.", name=file.name)
        )
        return False, notices
    tolerance = _FINEST * max(right - left, top - bottom)
    simple = shapely.simplify(lines, tolerance, preserve_topology=False)
    pieces = [shapely.get_coordinates(line) for line in simple]
    drawn = LineCollection(
        pieces, colors=COLOUR, linewidths=WIDTH, linestyles=style, zorder=_OVER_CELLS
    )
    drawn.set_path_effects([_HALO])
    axes.add_collection(drawn, autolim=False)
    return True, notices


def _entry(file: Path, style: Style) -> Line2D:
    name = "\n".join(textwrap.wrap(file.name, _NAME)) or file.name
    return Line2D([], [], color=COLOUR, linewidth=WIDTH, linestyle=style, label=name)
