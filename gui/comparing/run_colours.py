"""A colour for each of the runs that stand side by side."""

from __future__ import annotations

from gui.judging.line_colours import line_colour

# Okabe and Ito's colours, those first that differ most also in lightness
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def run_colour(place: int) -> str:
    """Return the colour of a run by its place, 0 to 5, strong enough for a line."""
    return line_colour(_COLOURS[place])
