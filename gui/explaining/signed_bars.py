"""Bars to both sides of zero with how far they can be trusted, drawn into the cells of a table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.judging.table import Index

# role of the item that holds the bar of a row
BAR = Qt.ItemDataRole.UserRole + 1
# pixels: of the whole scale and its sides, of a bar, of the interval's line and of its ends
WIDTH, SIDE, THICK, LINE, CAP = 240, 10, 12, 3, 7


@dataclass(frozen=True)
class Bar:
    """What one cell shows, all in one unit.

    Attributes
    ----------
    start, end
        What the ends of the scale stand for; 0 lies between them.
    value
        How far the bar reaches from 0.
    ends
        The interval of the value, a thick line; None without one.
    spread
        Standard deviation over the members, a thin line to both sides; None without one.
    colour
        Of the bar.
    """

    start: float
    end: float
    value: float
    ends: tuple[float, float] | None
    spread: float | None
    colour: str

    def place(self, figure: float, room: QRectF) -> float:
        """Return where a figure stands, in pixels; what lies beyond the scale at its end."""
        share = (figure - self.start) / (self.end - self.start)
        return room.left() + min(max(share, 0.0), 1.0) * room.width()


def scale_of(lowest: float, highest: float) -> tuple[float, float]:
    """Return the ends of a scale that holds 0 and both figures, and is never without length."""
    start, end = min(lowest, 0.0), max(highest, 0.0)
    return (start, end) if end > start else (0.0, 1.0)


class SignedBars(QStyledItemDelegate):
    """Draws the bar, the line of zero, the interval and the spread of the members."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(WIDTH * theme.text_scale()), option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        bar = index.data(BAR)
        if bar is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0), bar)
        painter.restore()


def draw_bar(painter: QPainter, room: QRectF, bar: Bar) -> None:
    """Draw a bar from zero into a room, and over it how far it can be trusted."""
    zero, reach = bar.place(0.0, room), bar.place(bar.value, room)
    middle = room.center().y()
    left, right = sorted((zero, reach))
    painter.fillRect(QRectF(left, middle - THICK / 2, right - left, THICK), QColor(bar.colour))
    painter.setPen(QPen(QColor(theme.current().outline), 1))
    painter.drawLine(QPointF(zero, room.top() + 2), QPointF(zero, room.bottom() - 2))
    text = QColor(theme.current().text)
    if bar.spread is not None:
        ends = (bar.place(bar.value - bar.spread, room), bar.place(bar.value + bar.spread, room))
        painter.setPen(QPen(text, 1))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        for x in ends:
            painter.drawLine(QPointF(x, middle - CAP / 2), QPointF(x, middle + CAP / 2))
    if bar.ends is not None:
        first, last = (bar.place(end, room) for end in bar.ends)
        text.setAlpha(150)
        painter.fillRect(QRectF(first, middle - LINE / 2, max(1.0, last - first), LINE), text)
