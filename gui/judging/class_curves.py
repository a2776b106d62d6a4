"""The curves of a verdict that have one line for each class, as they are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.verdict_values import value_of
from gui.class_colours import ClassColours
from gui.judging.line_colours import line_colour

Floats = NDArray[np.float64]
Line = tuple[Floats, Floats]


@dataclass(frozen=True)
class ClassCurve:
    """A line of a class.

    Attributes
    ----------
    x, y
        float64, shape (P,), x ascending, both between 0 and 1.
    worth
        The area under it or the average precision, None where that is not defined.
    chance
        Height of the line that chance would give, None where that is the diagonal.
    """

    name: str
    colour: str
    x: Floats
    y: Floats
    worth: float | None
    chance: float | None = None

    def height(self, x: float) -> float:
        """Return where the line stands above a place."""
        return float(np.interp(x, self.x, self.y))


def roc_curves(verdict: Mapping[str, Any]) -> list[ClassCurve]:
    """Return true against false positive rate, joined by straight lines, with the AUC."""
    worths = {found["name"]: value_of(found["auc"]) for found in _classes(verdict)}
    return [
        ClassCurve(name, colour, *_ascending(curve["x"], curve["y"]), worths.get(name))
        for curve, name, colour in _curves(verdict, "roc")
    ]


def precision_recall_curves(verdict: Mapping[str, Any]) -> list[ClassCurve]:
    """Return precision against recall in steps, with the average precision.

    A straight line between two points would promise too much.

    Source: Davis and Goadrich 2006, Proc. 23rd Int. Conf. on Machine Learning, 233-240.
    """
    worths = {found["name"]: value_of(found["average_precision"]) for found in _classes(verdict)}
    return [
        ClassCurve(
            name,
            colour,
            *stairs(*_ascending(curve["x"], curve["y"])),
            worths.get(name),
            chance=curve["share"],
        )
        for curve, name, colour in _curves(verdict, "pr")
    ]


def success_rate_curves(verdict: Mapping[str, Any]) -> list[ClassCurve]:
    """Return the share of held-out samples captured against the share of the area."""
    return [
        ClassCurve(name, colour, *_ascending(curve["area"], curve["captured"]), curve["auc"])
        for curve, name, colour in _curves(verdict, "success_rate")
    ]


def stairs(x: Floats, y: Floats) -> Line:
    """Return the vertices of steps: between two points the height of the right one holds.

    Parameters
    ----------
    x, y
        float64, shape (P,), x ascending.

    Returns
    -------
    tuple of arrays
        float64, shape (2P − 1,).
    """
    return np.repeat(x, 2)[:-1], np.repeat(y, 2)[1:]


def _curves(verdict: Mapping[str, Any], key: str) -> list[tuple[Mapping[str, Any], str, str]]:
    """Return the curves of a kind with the name and the colour of their class."""
    colours = ClassColours(verdict["classes"])
    return [
        (curve, curve["class"], line_colour(colours.colour(colours.names.index(curve["class"]))))
        for curve in verdict["held_out"]["curves"][key]
    ]


def _classes(verdict: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = verdict["held_out"]["per_class"]
    return found


def _ascending(x: Sequence[float], y: Sequence[float]) -> Line:
    """Return a curve from left to right, whichever way it was written."""
    across, up = np.array(x, np.float64), np.array(y, np.float64)
    turned = len(across) > 1 and across[0] > across[-1]
    return (across[::-1], up[::-1]) if turned else (across, up)
