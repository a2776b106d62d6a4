"""Samples on their way to the network: as read, changed at random, and as the network sees them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.diverging import as_image, diverging_pixels
from gui.image_pages.pictures import centred, fitted, picture, picture_of_shares
from gui.image_pages.preview_work import Preview
from gui.mouse_shape import show_clickable

GAP, APART, MARGIN, HEAD = 6, 22, 8, 26
LARGEST = 150
# of larger images every nth pixel is drawn
MOST_SIDE = 200
NONE = -1


class PreviewGrid(QWidget):
    """A line for each sample; a click on the image as read, or Enter, asks for another one."""

    another = Signal(int)

    def __init__(self, lines: int, copies: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._copies = lines, copies
        self._raw: list[QImage] = []
        self._changed: list[list[QImage]] = []
        self._seen: list[QImage] = []
        self._words, self._is_active = "", False
        self._seen_is_old = False
        self._current, self._under = 0, NONE
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Samples as read, changed and prepared"))
        self.setMinimumHeight(HEAD + lines * 44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_preview(self, preview: Preview, limit: float, turn: int) -> None:
        """Show other samples.

        Parameters
        ----------
        limit
            The prepared value of the last colour, on both sides of zero.
        turn
            Which of the lots of copies in `preview` are shown, from 0.
        """
        thin = slice(None, None, math.ceil(max(preview.pixels.shape[2:]) / MOST_SIDE))
        lot = slice(turn * self._copies, (turn + 1) * self._copies)
        self._raw = [picture(each) for each in preview.pixels[..., thin, thin]]
        self._changed = [
            [picture_of_shares(one) for one in each]
            for each in preview.copies[:, lot, :, thin, thin]
        ]
        self._seen = [
            as_image(diverging_pixels(each.mean(axis=0).astype(np.float64), limit))
            for each in preview.prepared[..., thin, thin]
        ]
        self._is_active = preview.request.job.augmentation.is_active
        self._words = ""
        self.update()

    def set_seen_is_old(self, is_old: bool) -> None:
        """Say whether the prepared images are being computed anew."""
        if is_old != self._seen_is_old:
            self._seen_is_old = is_old
            self.update()

    def show_words(self, words: str) -> None:
        """Show a sentence in place of samples."""
        self._words = words
        self._raw = []
        self.update()

    # --- where things lie ----------------------------------------------------------------

    def _cell(self) -> int:
        columns = self._copies + 2
        room = self.width() - 2 * MARGIN - 2 * APART - (columns - 3) * GAP
        height = (self.height() - HEAD - MARGIN) // self._lines - GAP
        return max(8, min(LARGEST, room // columns, height))

    def _place(self, line: int, column: int) -> QRect:
        """Return the place of a cell; column 0 is the image as read, the last one as prepared."""
        cell = self._cell()
        left = MARGIN + column * (cell + GAP)
        left += (APART - GAP) * ((column > 0) + (column > self._copies))
        return QRect(left, HEAD + line * (cell + GAP), cell, cell)

    def _line_at(self, place: QPoint) -> int:
        for line in range(len(self._raw)):
            if self._place(line, 0).contains(place):
                return line
        return NONE

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.panel))
        if not self._raw:
            painter.setPen(QColor(scheme.muted))
            room = self.rect().adjusted(40, 8, -40, -8)
            centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, centre, self._words)
            painter.end()
            return
        self._write_heads(painter)
        for line in range(len(self._raw)):
            self._draw_line(painter, line)
        painter.end()

    def _write_heads(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.current().muted))
        first, second = self._place(0, 0), self._place(0, 1)
        last = self._place(0, self._copies + 1)
        level = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(first.left(), 0, second.left(), HEAD), level, self.tr("As read"))
        words = (
            self.tr("Changed at random, anew in every epoch")
            if self._is_active
            else self.tr("Nothing is changed: all amounts are 0")
        )
        painter.drawText(QRect(second.left(), 0, self.width(), HEAD), level, words)
        seen = self.tr("Computing…") if self._seen_is_old else self.tr("As the network sees it")
        room = QRect(0, 0, last.right() + 1, HEAD)
        painter.drawText(room, level | Qt.AlignmentFlag.AlignRight, seen)

    def _draw_line(self, painter: QPainter, line: int) -> None:
        scheme = theme.current()
        self._draw(painter, self._raw[line], self._place(line, 0))
        for number, image in enumerate(self._changed[line]):
            self._draw(painter, image, self._place(line, 1 + number))
        painter.setOpacity(0.3 if self._seen_is_old else 1.0)
        self._draw(painter, self._seen[line], self._place(line, self._copies + 1))
        painter.setOpacity(1.0)
        if line == self._under or (line == self._current and self.hasFocus()):
            focused = line == self._current and self.hasFocus()
            painter.setPen(QPen(QColor(scheme.focus if focused else scheme.outline), 2))
            painter.drawRoundedRect(self._place(line, 0).adjusted(-2, -2, 1, 1), 3, 3)

    def _draw(self, painter: QPainter, image: QImage, room: QRect) -> None:
        painter.drawImage(centred(fitted(image.size(), room.width()), room), image)

    # --- mouse and keys ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._line_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(NONE)
        super().leaveEvent(event)

    def _hover(self, line: int) -> None:
        if line != self._under:
            self._under = line
            show_clickable(self, line != NONE)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint())
        if line != NONE and event.button() == Qt.MouseButton.LeftButton:
            self._current = line
            self.another.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and self._raw:
            self._current = min(max(self._current + steps[key], 0), len(self._raw) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._raw:
            self.another.emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            words = self.tr("Click for another sample of this class.")
            if self._line_at(event.pos()) == NONE:
                words = ""
            QToolTip.showText(event.globalPos(), words)
            return True
        return super().event(event)
