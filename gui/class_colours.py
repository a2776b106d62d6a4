"""The colours of the classes on the ground of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core import class_colours
from core.class_colours import MISSING, TRANSPARENT, UNKNOWN, is_none_class
from gui import theme

__all__ = ["MISSING", "TRANSPARENT", "UNKNOWN", "ClassColours", "is_none_class"]


class ClassColours(class_colours.ClassColours):
    """Colours and symbols as in `core.class_colours`, fit for the present scheme."""

    def __init__(self, names: Sequence[str], overrides: Mapping[str, str] | None = None) -> None:
        super().__init__(names, overrides, dark=theme.current().dark)
