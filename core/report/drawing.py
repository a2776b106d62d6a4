"""The paper that the figures of a report are drawn on: matplotlib, as SVG that never changes."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Sequence

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure as Canvas
from matplotlib.text import Text

from core.class_colours import ClassColours
from core.map_fonts import font_families
from core.report.content import Figure
from core.report.svg import standing_alone

MM = 1 / 25.4
# dots an inch of what an SVG holds as a picture: cells, and points where there are many
DPI = 200
TEXT, LINE, GRID = "#1b1f24", "#5a626c", "#e3e6ea"
HELD_OUT, TRAINING = "#0072b2", "#8d949d"
# of lines on white, as WCAG 2.1 (W3C 2018) defines it: yellow lies below, orange above
LEAST_CONTRAST = 2.1
STYLES = ("-", "--", "-.", ":")
# the colours of classes that are told apart at a glance
_COLOURS = 8


@contextlib.contextmanager
def paper() -> Iterator[None]:
    """Set letters and lines; the same drawing gives the same bytes."""
    with matplotlib.rc_context(
        {
            "font.family": families(),
            "font.size": 7.5,
            "svg.fonttype": "path",
            "svg.hashsalt": "Anomalyst",
            # a name may hold dollars, which are no formula
            "text.parse_math": False,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": LINE,
            "axes.linewidth": 0.6,
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": GRID,
            "grid.linewidth": 0.5,
            "text.color": TEXT,
            "axes.labelcolor": TEXT,
            "xtick.color": LINE,
            "ytick.color": LINE,
            "xtick.labelcolor": TEXT,
            "ytick.labelcolor": TEXT,
            "lines.linewidth": 1.2,
            "legend.frameon": False,
            "legend.fontsize": 7,
        }
    ):
        yield


def families() -> list[str]:
    """Return the fonts of figures: the one that the text is set in first."""
    usual, *chinese = font_families()
    return [*chinese, usual]


def canvas(width: float, height: float) -> Canvas:
    """Return an empty figure of so many mm."""
    return Canvas(figsize=(width * MM, height * MM), layout="constrained")


def figure_of(drawn: Canvas, caption: str) -> Figure:
    """Return what was drawn as a figure of a report."""
    for text in drawn.findobj(Text):
        assert isinstance(text, Text)
        text.set_fontfamily(families())
    stream = io.StringIO()
    with paper():
        drawn.savefig(stream, format="svg", dpi=DPI, metadata={"Date": None, "Creator": None})
    width = float(drawn.get_figwidth()) / MM
    return Figure(caption, standing_alone(stream.getvalue()), round(width, 1))


def class_styles(names: Sequence[str]) -> list[dict[str, str]]:
    """Return colour and dashes of the line of each class; no two of 24 are alike."""
    colours = ClassColours(names)
    return [
        {
            "color": on_white(colours.colour(code)),
            "linestyle": STYLES[code // _COLOURS % len(STYLES)],
        }
        for code in range(len(names))
    ]


def on_white(colour: str) -> str:
    """Return a colour, darkened until a thin line of it is seen on white."""
    red, green, blue = to_rgb(colour)
    while 1.05 / (_luminance(red, green, blue) + 0.05) < LEAST_CONTRAST:
        red, green, blue = 0.95 * red, 0.95 * green, 0.95 * blue
    return to_hex((red, green, blue))


def shares(axes: Axes, across: str, up: str) -> None:
    """Let both axes go from 0 to 1 alike."""
    axes.set(xlabel=across, ylabel=up, xlim=(-0.01, 1.01), ylim=(-0.01, 1.01))
    axes.set_aspect("equal")


def _luminance(*parts: float) -> float:
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
