"""The shape of the mouse over a drawing where only some places can be clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_clickable(widget: QWidget, clickable: bool) -> None:
    """Show by the shape of the mouse whether a click would do something."""
    shapes = Qt.CursorShape
    widget.setCursor(shapes.PointingHandCursor if clickable else shapes.ArrowCursor)
