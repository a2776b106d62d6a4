"""Icons of one family (Material Design), in the colours of the current scheme."""

from __future__ import annotations

import logging
import os
from functools import lru_cache

from PySide6.QtGui import QIcon

from gui import theme

FAMILY = "mdi6"


def icon(name: str, colour: str = "") -> QIcon:
    """Return an icon by its Material Design name, such as ``play``; an empty one if unknown.

    Parameters
    ----------
    colour
        ``#rrggbb``; the text colour of the scheme when not given.
    """
    scheme = theme.current()
    return _icon(name, colour or scheme.text, scheme.disabled)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    os.environ.setdefault("QT_API", "pyside6")
    try:
        import qtawesome

        return qtawesome.icon(f"{FAMILY}.{name}", color=colour, color_disabled=disabled)
    except Exception as reason:
        # A missing picture must never take a window down: buttons carry words as well.
        logging.getLogger(__name__).debug("no icon %s: %s", name, reason)
        return QIcon()
