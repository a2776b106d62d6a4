"""Colours of classes as lines: some are too faint for the ground of a plot."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui import theme
from gui.style_sheet import mix

# contrast with the ground below which a thin line is lost: yellow on white lies below, and the grey
# of no anomaly, while orange and sky blue lie above
LEAST_CONTRAST = 2.1
STEPS = 20


def line_colour(colour: str) -> str:
    """Return the colour of a class, mixed with that of the text until a line can be seen."""
    scheme = theme.current()
    for step in range(STEPS):
        mixed = mix(scheme.text, colour, step / STEPS)
        if contrast(mixed, scheme.plot) >= LEAST_CONTRAST:
            return mixed
    return scheme.text


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    Source: WCAG 2.1 (W3C 2018), definitions of contrast ratio and relative luminance.
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    mixed = QColor(colour)
    red, green, blue = (_linear(part) for part in (mixed.redF(), mixed.greenF(), mixed.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
