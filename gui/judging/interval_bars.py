"""Intervals drawn to one scale, so that figures can be compared at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui import theme
from gui.judging.table import LEFT, RIGHT, Index, caption_font

# role of the item that holds the marks of a row
MARKS = Qt.ItemDataRole.UserRole + 1
# pixels; the numbers at both ends of the scale have END each
WIDTH, SIDE, END, THICK, MARK = 220, 8, 20, 6, 9


@dataclass(frozen=True)
class Marks:
    """What one bar shows, all in the unit of the figure.

    Attributes
    ----------
    start, end
        What the ends of the scale stand for.
    value, training
        The figure of the held-out samples, and of the training ones; None where unknown.
    ends
        The interval of the value, None without one.
    colour
        Of bar and figure; "" for that of held-out samples.
    """

    start: float
    end: float
    value: float | None
    ends: tuple[float, float] | None
    training: float | None
    colour: str = ""

    def place(self, figure: float, width: float) -> float:
        """Return where a figure stands on a scale so wide, in pixels from its start."""
        share = (figure - self.start) / (self.end - self.start)
        return min(max(share, 0.0), 1.0) * width


class IntervalBars(QStyledItemDelegate):
    """Draws the interval as a bar, the figure as a line across, the training figure as a ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(WIDTH * theme.text_scale()), option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        marks = index.data(MARKS)
        if marks is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_marks(painter, QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0), marks)
        painter.restore()


def draw_marks(painter: QPainter, room: QRectF, marks: Marks) -> None:
    """Draw the scale with what its ends stand for, and what stands on it."""
    _write_ends(painter, room, marks)
    colour = QColor(marks.colour or theme.current().validation)
    beside = END * theme.text_scale()
    room = room.adjusted(beside, 0, -beside, 0)
    _draw_scale(painter, room)
    if marks.ends is not None:
        low, high = (room.left() + marks.place(end, room.width()) for end in marks.ends)
        bar = QColor(colour)
        bar.setAlpha(110)
        thick = QRectF(low, room.center().y() - THICK / 2, max(2.0, high - low), THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        painter.drawRoundedRect(thick, 2, 2)
    if marks.value is not None:
        _draw_value(painter, room, marks.place(marks.value, room.width()), colour)
    if marks.training is not None:
        _draw_ring(painter, room, marks.place(marks.training, room.width()))


def _write_ends(painter: QPainter, room: QRectF, marks: Marks) -> None:
    painter.setFont(caption_font(painter.font()))
    painter.setPen(QColor(theme.current().muted))
    for end, side in ((marks.start, LEFT), (marks.end, RIGHT)):
        painter.drawText(room, side, f"{end:g}".replace("-", "−"))


def _draw_scale(painter: QPainter, room: QRectF) -> None:
    """Draw a line with a tick at its ends and its middle."""
    middle = room.center().y()
    painter.setPen(QPen(QColor(theme.current().border), 1))
    painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
    for share in (0.0, 0.5, 1.0):
        x = room.left() + share * room.width()
        painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))


def _draw_value(painter: QPainter, room: QRectF, x: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(room.left() + x - 1.5, room.center().y() - 7, 3, 14))


def _draw_ring(painter: QPainter, room: QRectF, x: float) -> None:
    scheme = theme.current()
    painter.setPen(QPen(QColor(scheme.training), 1.5))
    painter.setBrush(QColor(scheme.panel))
    middle = room.center().y()
    painter.drawEllipse(QRectF(room.left() + x - MARK / 2, middle - MARK / 2, MARK, MARK))
