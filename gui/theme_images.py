"""The few pictures a style sheet needs (arrows, ticks), drawn in the colours of the scheme.

A style sheet can only name files, so they are written to a temporary folder that goes with the
process; nothing has to be packed with the program and every colour stays in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QPointF, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QPixmap, QPolygonF

if TYPE_CHECKING:
    from gui.theme import Scheme

SIZE = 16
_LINES = {
    "down": ((4.5, 6.5), (8, 10), (11.5, 6.5)),
    "up": ((4.5, 9.5), (8, 6), (11.5, 9.5)),
    "right": ((6.5, 4.5), (10, 8), (6.5, 11.5)),
    "check": ((4, 8.3), (6.9, 11.2), (12, 5.2)),
    "dash": ((4.5, 8), (11.5, 8)),
}
_ON_ACCENT = ("check", "dash")

_folder: QTemporaryDir | None = None


def draw_images(scheme: Scheme) -> str:
    """Write the pictures of a scheme and return the start of their address in a style sheet."""
    global _folder
    if _folder is None:
        _folder = QTemporaryDir()
        QDir.setSearchPaths("theme", [_folder.path()])
    dense = any(screen.devicePixelRatio() > 1 for screen in QGuiApplication.screens())
    sizes = ((1, ""), (2, "@2x")) if dense else ((1, ""),)
    for name in _LINES:
        colour = scheme.on_accent if name in _ON_ACCENT else scheme.muted
        for ratio, suffix in sizes:
            path = f"{_folder.path()}/{scheme.name}-{name}{suffix}.png"
            _draw(name, colour, ratio).save(path)
    return f"theme:{scheme.name}-"


def _draw(name: str, colour: str, ratio: int) -> QPixmap:
    assert QGuiApplication.instance() is not None
    picture = QPixmap(SIZE * ratio, SIZE * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    pen = QPen(QColor(colour), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in _LINES[name]]))
    painter.end()
    return picture
