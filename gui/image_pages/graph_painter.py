"""Paints the boxes of a network: cuboids or stacks of maps, ways between them, words around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from gui import theme
from gui.image_pages.graph_layout import SHEET, Box, Layout, Point
from gui.style_sheet import mix

LINE_PX = 15.0


@dataclass(frozen=True)
class Written:
    """The words of a box."""

    kind: str
    head: str
    foot: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """From units of the drawing to pixels of the screen."""

    scale: float
    left: float
    top: float

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.scale + self.left, y * self.scale + self.top)

    def face(self, box: Box) -> QRectF:
        """Return the front of a box."""
        corner = self.point(box.x, box.y)
        return QRectF(
            corner.x(), corner.y(), max(2.0, box.width * self.scale), box.height * self.scale
        )

    def whole(self, box: Box) -> QRectF:
        """Return a box with what leans back."""
        lean = box.lean * self.scale
        return self.face(box).adjusted(0, -lean, lean, 0)


def fill_of(kind: str) -> QColor:
    """Return the colour of a kind of layers: what multiplies, what pools, what joins."""
    scheme = theme.current()
    if kind == "convolution":
        return QColor(mix(scheme.accent, scheme.panel, 0.32))
    if kind in ("fully_connected", "rbf"):
        return QColor(mix(scheme.success, scheme.panel, 0.36))
    if "pool" in kind or kind == "subsampling":
        return QColor(mix(scheme.validation, scheme.panel, 0.34))
    return QColor(mix(scheme.muted, scheme.panel, 0.22))


def paint_layout(
    painter: QPainter, layout: Layout, written: Sequence[Written], view: View, clip: QRectF
) -> None:
    """Paint what of the layout lies in `clip`, in pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ways(painter, layout.ways, view, clip)
    for box, words in zip(layout.boxes, written, strict=True):
        if view.whole(box).adjusted(-90, -30, 90, 50).intersects(clip):
            _paint_box(painter, box, fill_of(words.kind), view)
    _paint_words(painter, layout, written, view, clip)


def paint_outline(painter: QPainter, box: Box, view: View, *, chosen: bool) -> None:
    """Mark a box that is pointed at, or chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().accent), 2.4 if chosen else 1.4))
    painter.drawRoundedRect(view.whole(box).adjusted(-3, -3, 3, 3), 4, 4)


def _paint_ways(
    painter: QPainter, ways: Sequence[Sequence[Point]], view: View, clip: QRectF
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().outline), 1.2))
    for way in ways:
        points = [view.point(x, y) for x, y in way]
        if points[-1].x() < clip.left() or points[0].x() > clip.right():
            continue
        path = QPainterPath(points[0])
        for point in points[1:]:
            middle = (path.currentPosition().x() + point.x()) / 2
            path.cubicTo(
                QPointF(middle, path.currentPosition().y()), QPointF(middle, point.y()), point
            )
        painter.drawPath(path)


def _paint_box(painter: QPainter, box: Box, fill: QColor, view: View) -> None:
    scheme = theme.current()
    painter.setPen(QPen(QColor(mix(scheme.outline, scheme.panel, 0.9)), 1))
    if box.sheets:
        painter.setBrush(fill)
        face = view.face(box)
        for sheet in reversed(range(box.sheets)):
            step = SHEET * sheet * view.scale
            painter.drawRect(face.translated(step, -step))
        return
    _paint_cuboid(painter, view.face(box), box.lean * view.scale, fill)
    if box.block is not None and box.block.kind != "single":
        _paint_branches(painter, view.face(box), box)


def _paint_cuboid(painter: QPainter, face: QRectF, lean: float, fill: QColor) -> None:
    back = QPointF(lean, -lean)
    top = QPolygonF(
        [face.topLeft(), face.topRight(), face.topRight() + back, face.topLeft() + back]
    )
    side = QPolygonF(
        [face.topRight(), face.bottomRight(), face.bottomRight() + back, face.topRight() + back]
    )
    painter.setBrush(fill.lighter(108))
    painter.drawPolygon(top)
    painter.setBrush(fill.darker(110))
    painter.drawPolygon(side)
    painter.setBrush(fill)
    painter.drawRect(face)


def _paint_branches(painter: QPainter, face: QRectF, box: Box) -> None:
    """Paint the ways through a gathered box, as a sign of what is inside."""
    assert box.block is not None
    inner = face.adjusted(face.width() * 0.12, 0, -face.width() * 0.12, 0)
    if inner.width() < 16:
        return
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.current().text), 1.1))
    middle, reach = face.center().y(), min(face.height() * 0.36, 22.0)
    ways = max(2, min(box.block.branches, 5))
    for way in range(ways):
        # a shortcut passes over what is straight
        share = way / (ways - 1)
        share = 2 * share - 1 if box.block.kind == "branches" else -share
        _paint_bow(painter, inner, middle, reach * share)
    painter.restore()


def _paint_bow(painter: QPainter, inner: QRectF, middle: float, height: float) -> None:
    path = QPainterPath(QPointF(inner.left(), middle))
    quarter = inner.width() / 4
    path.cubicTo(
        QPointF(inner.left() + quarter, middle + height * 1.33),
        QPointF(inner.right() - quarter, middle + height * 1.33),
        QPointF(inner.right(), middle),
    )
    painter.drawPath(path)


def _paint_words(
    painter: QPainter, layout: Layout, written: Sequence[Written], view: View, clip: QRectF
) -> None:
    """Paint words where they have room: each as large on the screen as any other text."""
    scheme = theme.current()
    font = theme.tabular(painter.font())
    font.setPixelSize(round(11 * theme.text_scale()))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    taken: dict[tuple[str, int], float] = {}
    line = LINE_PX * theme.text_scale()
    lines = layout.free * view.scale / line
    if lines < 1:
        return
    for box, words in zip(layout.boxes, written, strict=True):
        whole, face = view.whole(box), view.face(box)
        if whole.right() < clip.left() - 80 or whole.left() > clip.right() + 80:
            continue
        # words of one line stand at one height, so those before tell where there is room
        lane = round(face.center().y())
        painter.setPen(QColor(scheme.text))
        _write(
            painter, metrics, words.head, whole.center().x(), whole.top() - 4, taken, ("head", lane)
        )
        painter.setPen(QColor(scheme.muted))
        for number, text in enumerate(words.foot[: 2 if lines > 3 else int(lines) - 1]):
            base = face.bottom() + line * (number + 1)
            _write(painter, metrics, text, face.center().x(), base, taken, (f"foot{number}", lane))


def _write(
    painter: QPainter,
    metrics: QFontMetricsF,
    text: str,
    middle: float,
    base: float,
    taken: dict[tuple[str, int], float],
    line: tuple[str, int],
) -> None:
    if not text:
        return
    width = metrics.horizontalAdvance(text)
    start = middle - width / 2
    if start < taken.get(line, float("-inf")):
        return
    taken[line] = start + width + 5
    painter.drawText(QPointF(start, base), text)
