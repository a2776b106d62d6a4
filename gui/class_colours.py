"""The colours of the classes on the ground of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core import class_colours
from core.class_colours import MISSING, TRANSPARENT, UNKNOWN, is_none_class
from gui import theme

__all__ = [
    "MISSING",
    "TRANSPARENT",
    "UNKNOWN",
    "ClassColours",
    "choose_colours",
    "is_none_class",
]

_chosen: dict[str, str] = {}


def choose_colours(colours: Mapping[str, str]) -> None:
    """Take the colours that the user chose, by class name, for every view made or drawn anew."""
    _chosen.clear()
    _chosen.update(colours)


class ClassColours(class_colours.ClassColours):
    """Colours and symbols as in `core.class_colours`, fit for the present scheme.

    Without `overrides` they are those of `choose_colours`.
    """

    def __init__(self, names: Sequence[str], overrides: Mapping[str, str] | None = None) -> None:
        chosen = dict(_chosen) if overrides is None else overrides
        super().__init__(names, chosen, dark=theme.current().dark)
