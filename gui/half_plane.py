"""The part of a rectangle on one side of a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF


def clipped(view: QRectF, w1: float, w2: float, bias: float) -> tuple[list[QPointF], list[QPointF]]:
    """Return the polygon of the view where w₁x + w₂y + b ≥ 0, and its edge inside the view.

    The polygon is empty when no part of the view is there; the edge is two points, or empty when
    the line w₁x + w₂y + b = 0 does not cross the view.
    """
    corners = (view.topLeft(), view.topRight(), view.bottomRight(), view.bottomLeft())
    heights = [w1 * corner.x() + w2 * corner.y() + bias for corner in corners]
    polygon: list[QPointF] = []
    edge: list[QPointF] = []
    for place, corner in enumerate(corners):
        following = (place + 1) % 4
        here, there = heights[place], heights[following]
        if here >= 0:
            polygon.append(corner)
        if (here >= 0) != (there >= 0):
            crossing = corner + (corners[following] - corner) * (here / (here - there))
            polygon.append(crossing)
            edge.append(crossing)
    return polygon, edge


def foot(point: QPointF, w1: float, w2: float, bias: float) -> QPointF:
    """Return the point of the line that is nearest to a point; not both weights are 0."""
    height = (w1 * point.x() + w2 * point.y() + bias) / (w1 * w1 + w2 * w2)
    return QPointF(point.x() - height * w1, point.y() - height * w2)
