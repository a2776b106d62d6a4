"""What the contact sheet and the grid share: thumbnails that are looked at and chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from gui import theme
from gui.image_info import ImageInfo
from gui.image_pages.pictures import Pictures, centred
from gui.mouse_shape import show_clickable

# side of the square of a thumbnail, and what is left free around it
THUMBNAIL = 58
GAP = 4
MARGIN = 8
NONE = -1


class SampleArea(QAbstractScrollArea):
    """Draws the thumbnails in sight, and nothing of those that are not.

    A subclass says where each lies: `_in_sight`, `_row_at`, `_extent` and `_moved`.
    """

    # a sample, counted from 0, that somebody clicked or went to with the arrow keys
    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._selected = self._under = NONE
        self.describe: Callable[[int], str] = str
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep((THUMBNAIL + GAP) // 2)

    def set_images(self, images: ImageInfo | None) -> None:
        """Take the set that the thumbnails belong to."""
        self._pictures = Pictures(images, THUMBNAIL) if images is not None else None
        self._selected = self._under = NONE

    @property
    def selected(self) -> int:
        """The sample that is marked, `NONE` where none is."""
        return self._selected

    def select(self, row: int) -> None:
        """Mark a sample without a signal."""
        self._selected = row
        self.setAccessibleDescription(self.describe(row) if row != NONE else "")
        self.viewport().update()

    # --- where things lie, by the subclass -----------------------------------------------

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        """Yield each sample in sight with its place in the viewport."""
        raise NotImplementedError

    def _row_at(self, place: QPoint) -> int:
        """Return the sample at a place of the viewport, `NONE` beside them."""
        raise NotImplementedError

    def _extent(self) -> int:
        """Return the height of everything, pixels."""
        raise NotImplementedError

    def _moved(self, key: Qt.Key) -> int | None:
        """Return the sample that a key leads to, None where it means nothing."""
        raise NotImplementedError

    def _bring(self, row: int) -> None:
        """Scroll until a sample is in sight."""
        raise NotImplementedError

    # --- scrolling ---------------------------------------------------------------------

    def _fit(self) -> None:
        """Let the bar run over what does not fit."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._extent() - height))
        bar.setPageStep(height)

    def _bring_span(self, top: int, bottom: int) -> None:
        """Scroll until what lies between two heights is in sight."""
        bar = self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().panel))
        self._draw_beside(painter)
        for row, place in self._in_sight():
            self._draw_sample(painter, row, place)
        painter.end()

    def _draw_beside(self, painter: QPainter) -> None:
        """Draw what is no thumbnail."""

    def _draw_sample(self, painter: QPainter, row: int, place: QRect) -> None:
        if self._pictures is None:
            return
        painter.drawImage(centred(self._pictures.size, place), self._pictures.of(row))
        scheme = theme.current()
        if row == self._selected:
            self._frame(painter, place, scheme.accent, 2)
        elif row == self._under:
            self._frame(painter, place, scheme.outline, 1)

    def _frame(self, painter: QPainter, place: QRect, colour: str, width: int) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-1, -1, 0, 0), 3, 3)

    # --- mouse and keys ----------------------------------------------------------------

    def _choose(self, row: int) -> None:
        self.select(row)
        self._bring(row)
        self.chosen.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row != NONE:
            self._choose(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position().toPoint()))

    def _hover(self, row: int) -> None:
        if row != self._under:
            self._under = row
            show_clickable(self.viewport(), row != NONE)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._moved(Qt.Key(event.key()))
        if row is None:
            super().keyPressEvent(event)
        elif row != NONE:
            self._choose(row)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(NONE)
        if isinstance(event, QHelpEvent):
            row = self._row_at(event.pos())
            QToolTip.showText(event.globalPos(), self.describe(row) if row != NONE else "")
            return True
        return super().viewportEvent(event)
