"""Pictures in a grid, each with its class and how far it is from the first one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.image_pages.pictures import centred, fitted, picture
from gui.mouse_shape import show_clickable

MARGIN, GAP = 8, 12
LARGEST, SMALLEST = 132, 48
NONE = -1


@dataclass(frozen=True, eq=False)
class Card:
    """A picture, uint8 (C, H, W), what stands under it, and its sample; −1 for none."""

    pixels: NDArray[np.uint8]
    name: str
    figure: str
    row: int


class NeighbourCards(QWidget):
    """The first card stands apart, as the others belong to it. A click or Enter chooses one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._images: list[QImage] = []
        self.current = self._under = NONE
        self._is_old = False
        self.setAccessibleName(self.tr("Nearest training samples"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards, the one that is asked about first."""
        self._cards = list(cards)
        self._images = [picture(card.pixels) for card in cards]
        self.current = NONE
        self.update()

    def set_old(self, is_old: bool) -> None:
        """Say whether others are on their way."""
        if is_old != self._is_old:
            self._is_old = is_old
            self.update()

    # --- where things lie ----------------------------------------------------------------

    @property
    def _foot(self) -> int:
        return 2 * self.fontMetrics().height() + 4

    def _side(self) -> int:
        """Return the largest side with which all cards fit."""
        others = max(1, len(self._cards) - 1)
        for side in range(LARGEST, SMALLEST, -4):
            across = max(1, (self.width() - 2 * MARGIN - side - 3 * GAP) // (side + GAP))
            if -(-others // across) * (side + self._foot + GAP) + MARGIN <= self.height():
                return side
        return SMALLEST

    def _across(self) -> int:
        side = self._side()
        return max(1, (self.width() - 2 * MARGIN - side - 3 * GAP) // (side + GAP))

    def _place(self, number: int) -> QRect:
        side = self._side()
        if number == 0:
            return QRect(MARGIN, MARGIN, side, side)
        down, across = divmod(number - 1, self._across())
        left = MARGIN + side + 3 * GAP + across * (side + GAP)
        return QRect(left, MARGIN + down * (side + self._foot + GAP), side, side)

    def _at(self, place: QPoint) -> int:
        numbers = range(1, len(self._cards))
        return next((n for n in numbers if self._place(n).contains(place)), NONE)

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        painter.setFont(theme.tabular(QFont(self.font())))
        for number in range(len(self._cards)):
            painter.setOpacity(0.55 if self._is_old else 1.0)
            self._draw(painter, number)
        painter.end()

    def _draw(self, painter: QPainter, number: int) -> None:
        scheme, card, image = theme.current(), self._cards[number], self._images[number]
        room = self._place(number)
        place = centred(fitted(image.size(), room.width()), room)
        painter.drawImage(place, image)
        marked = number in (self._under, self.current if self.hasFocus() else NONE)
        painter.setPen(QPen(QColor(scheme.accent if marked else scheme.border), 1 + marked))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        line = painter.fontMetrics().height()
        foot = QRect(room.left() - 6, place.bottom() + 3, room.width() + 12, line)
        painter.setPen(QColor(scheme.text))
        wide = painter.fontMetrics().elidedText(
            card.name, Qt.TextElideMode.ElideRight, foot.width()
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, wide)
        painter.setPen(QColor(scheme.muted))
        painter.drawText(foot.translated(0, line), Qt.AlignmentFlag.AlignHCenter, card.figure)

    # --- mouse and keys ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(NONE)
        super().leaveEvent(event)

    def _hover(self, number: int) -> None:
        if number != self._under:
            self._under = number
            show_clickable(self, number != NONE)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number != NONE and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._cards[number].row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across, last = self._across(), len(self._cards) - 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        steps |= {Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        key = Qt.Key(event.key())
        if key in steps and last > 0:
            self.current = min(max(self.current + steps[key], 1), last)
            card = self._cards[self.current]
            self.setAccessibleDescription(f"{card.name}, {card.figure}")
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current != NONE:
            self.chosen.emit(self._cards[self.current].row)
        else:
            super().keyPressEvent(event)
