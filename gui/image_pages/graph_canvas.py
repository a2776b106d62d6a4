"""The canvas of a network: panned, zoomed, pointed at, chosen from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui import theme
from gui.image_pages.graph_layout import Layout
from gui.image_pages.graph_painter import View, Written, paint_layout, paint_outline

MARGIN = 20.0
# pixels for the words above and below the boxes
HEAD, FOOT = 22.0, 38.0
MOST_SCALE = 4.0
ZOOM = 1.25
STEP = 60.0
ARROWS = {
    Qt.Key.Key_Up: (0.0, STEP),
    Qt.Key.Key_Down: (0.0, -STEP),
}


class GraphCanvas(QWidget):
    """Boxes on a plane that one moves about; the left and right arrows go from box to box."""

    chosen = Signal(int)
    entered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 150)
        self._layout: Layout | None = None
        self._written: tuple[Written, ...] = ()
        self._tip: Callable[[int], str] = str
        self._view = View(1.0, 0.0, 0.0)
        self._fitted = True
        self._hovered = self._current = -1
        self._grip: QPointF | None = None
        self._moved = False
        self._picture: QPixmap | None = None
        self.faded = False

    def sizeHint(self) -> QSize:
        return QSize(760, 280)

    # --- from outside ------------------------------------------------------------------

    def show_layout(
        self,
        layout: Layout,
        written: Sequence[Written],
        tip: Callable[[int], str],
        *,
        keep: bool,
    ) -> None:
        """Draw other boxes.

        Parameters
        ----------
        tip
            Gives the words about a box when one points at it.
        keep
            Stay at the place and scale that a person chose.
        """
        self._layout, self._written, self._tip = layout, tuple(written), tip
        self._hovered = -1
        self._current = min(self._current, len(layout.boxes) - 1)
        if not keep:
            self._fitted = True
        if self._fitted:
            self.fit()
        self._repaint()

    def select(self, box: int) -> None:
        """Mark a box and bring it into sight; -1 marks none."""
        self._current = box
        if self._layout is not None and 0 <= box < len(self._layout.boxes):
            self._bring_into_sight(box)
        self.update()

    def fit(self) -> None:
        """Show everything, or the beginning where everything would be too small to see."""
        self._fitted = True
        if self._layout is None:
            return
        left, top, right, bottom = self._layout.extent
        across = (self.width() - 2 * MARGIN) / (right - left)
        down = (self.height() - HEAD - FOOT - 12) / (bottom - top)
        scale = min(across, down, 1.6)
        middle = (HEAD + self.height() - FOOT) / 2
        self._view = View(
            scale,
            max(MARGIN, (self.width() - scale * (right - left)) / 2) - left * scale,
            middle - scale * (top + bottom) / 2,
        )
        self._repaint()

    def fit_height(self) -> None:
        """Show the beginning, as large as the height allows."""
        if self._layout is None:
            return
        left, top, _, bottom = self._layout.extent
        scale = min((self.height() - HEAD - FOOT - 12) / (bottom - top), 1.2)
        self._fitted = False
        middle = (HEAD + self.height() - FOOT) / 2
        self._view = View(scale, MARGIN - left * scale, middle - scale * (top + bottom) / 2)
        self._repaint()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Draw larger or smaller around a point of the screen, the middle if none is given."""
        at = at or QPointF(self.rect().center())
        scale = max(self._least_scale(), min(MOST_SCALE, self._view.scale * factor))
        factor = scale / self._view.scale
        self._fitted = False
        self._view = View(
            scale,
            at.x() - (at.x() - self._view.left) * factor,
            at.y() - (at.y() - self._view.top) * factor,
        )
        self._repaint()

    def box_at(self, at: QPointF) -> int:
        """Return the box at a point of the screen, -1 where there is none."""
        if self._layout is None:
            return -1
        for number in reversed(range(len(self._layout.boxes))):
            if self._view.whole(self._layout.boxes[number]).adjusted(-3, -3, 3, 3).contains(at):
                return number
        return -1

    def place_of(self, box: int) -> QPointF:
        """Return the middle of a box on the screen."""
        assert self._layout is not None
        return self._view.face(self._layout.boxes[box]).center()

    # --- painting ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._painted()
        painter = QPainter(self)
        if self.faded:
            painter.fillRect(self.rect(), QColor(theme.current().plot))
            painter.setOpacity(0.4)
        painter.drawPixmap(0, 0, self._picture)
        if self._layout is not None:
            for number, chosen in ((self._hovered, False), (self._current, True)):
                if 0 <= number < len(self._layout.boxes):
                    paint_outline(painter, self._layout.boxes[number], self._view, chosen=chosen)
        if self.hasFocus():
            painter.setPen(QColor(theme.current().focus))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _painted(self) -> QPixmap:
        """Return the picture without marks, which is kept until something moves."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(theme.current().plot))
        if self._layout is not None:
            painter = QPainter(picture)
            painter.setFont(self.font())
            paint_layout(painter, self._layout, self._written, self._view, QRectF(self.rect()))
            painter.end()
        return picture

    def _repaint(self) -> None:
        self._picture = None
        self.update()

    # --- moving about ------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        self._repaint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        across, down = event.angleDelta().x(), event.angleDelta().y()
        if across and not down:
            self._move(across / 2, 0.0)
        else:
            self.zoom(ZOOM ** (down / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            self._point_at(self.box_at(event.position()))
            return
        step = event.position() - self._grip
        if self._moved or step.manhattanLength() > 4:
            self._moved, self._grip = True, event.position()
            self._move(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and not self._moved:
            self._choose(self.box_at(event.position()))
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        box = self.box_at(event.position())
        if box >= 0:
            self.entered.emit(box)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(1 if key == Qt.Key.Key_Right else -1)
        elif key in ARROWS:
            self._move(*ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM)
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.entered.emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            box = self.box_at(QPointF(event.pos()))
            if box >= 0:
                QToolTip.showText(event.globalPos(), self._tip(box), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _go(self, step: int) -> None:
        if self._layout is not None and self._layout.boxes:
            last = len(self._layout.boxes) - 1
            self._choose(max(0, min(last, self._current + step)))

    def _choose(self, box: int) -> None:
        self.select(box)
        if box >= 0:
            self.setAccessibleDescription(self._tip(box))
            self.chosen.emit(box)

    def _point_at(self, box: int) -> None:
        if box != self._hovered:
            self._hovered = box
            self.update()

    def _move(self, across: float, down: float) -> None:
        self._fitted = False
        view = self._view
        self._view = View(view.scale, view.left + across, view.top + down)
        self._repaint()

    def _bring_into_sight(self, box: int) -> None:
        assert self._layout is not None
        whole = self._view.whole(self._layout.boxes[box])
        inner = QRectF(self.rect()).adjusted(MARGIN, HEAD, -MARGIN, -FOOT)
        across = _shift(whole.left(), whole.right(), inner.left(), inner.right())
        down = _shift(whole.top(), whole.bottom(), inner.top(), inner.bottom())
        if across or down:
            fitted = self._fitted
            self._move(across, down)
            self._fitted = fitted and not across

    def _least_scale(self) -> float:
        """Return the scale at which everything is seen."""
        if self._layout is None:
            return 1.0
        left, top, right, bottom = self._layout.extent
        across = (self.width() - 2 * MARGIN) / (right - left)
        return min(1.0, across, (self.height() - HEAD - FOOT - 12) / (bottom - top))


def _shift(low: float, high: float, least: float, most: float) -> float:
    """Return how far to move what reaches from `low` to `high` to bring it between the bounds."""
    if low < least or high > most:
        return (least + most - low - high) / 2
    return 0.0
