"""Any number of maps as a grid that is scrolled through; a click enlarges one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui import theme
from gui.image_pages.map_tiles import Tiles
from gui.image_pages.pictures import centred, fitted
from gui.mouse_shape import show_clickable

MARGIN, GAP = 8, 8
CAPTION_PX = 12
# sides of the square that a map has to fit, for maps that are few or many
ROOMS = ((6, 132), (20, 104), (64, 84), (10**9, 60))
# a unit is one square
UNIT_ROOM = 26
# so many maps may have names of their own
MOST_NAMED = 64
NONE = -1


class MapsView(QAbstractScrollArea):
    """Draws the maps in sight, and one of them large where somebody clicked it.

    Attributes
    ----------
    name_of
        Returns what stands under a map, by its number from 0.
    """

    # number of the map, line and column under the mouse, all from 0; −1 beside them
    pointed = Signal(int, int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: Tiles | None = None
        self.name_of: Callable[[int], str] = lambda number: str(number + 1)
        self.large = NONE
        self.current = NONE
        self._under = (NONE, NONE, NONE)
        self._is_old = False
        self._widest = 0
        self._room_of_few = ROOMS[0][1]
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._font = theme.tabular(QFont(self.font()))
        self._font.setPixelSize(round(CAPTION_PX * theme.text_scale()))

    def set_most_room(self, pixels: int) -> None:
        """Bound the side of a map, where there is little height."""
        self._room_of_few = pixels

    def show_tiles(self, tiles: Tiles | None) -> None:
        """Show other maps; what is enlarged stays so where there is a map of that number."""
        count = len(tiles) if tiles is not None else 0
        same = self.tiles is not None and count == len(self.tiles)
        self.tiles = tiles
        self._is_old = False
        # of many maps the last one has the longest number
        names = [self.name_of(n) for n in range(count if count <= MOST_NAMED else 0)]
        names += [self.name_of(count - 1)] if count else []
        widths = (QFontMetrics(self._font).horizontalAdvance(name) for name in names)
        self._widest = max(widths, default=0)
        if not same:
            self.large = self.current = NONE
            self.verticalScrollBar().setValue(0)
        self._fit()
        self._tell()
        self.viewport().update()

    def set_old(self, is_old: bool) -> None:
        """Say whether other maps are on their way: the old ones are drawn faintly."""
        if is_old != self._is_old:
            self._is_old = is_old
            self.viewport().update()

    # --- where things lie ----------------------------------------------------------------

    @property
    def _is_units(self) -> bool:
        return self.tiles is not None and self.tiles.size == (1, 1)

    def _side(self) -> int:
        count = len(self.tiles) if self.tiles is not None else 0
        if self._is_units and count > ROOMS[2][0]:
            return UNIT_ROOM
        side = next(side for most, side in ROOMS if count <= most)
        return min(self._room_of_few, 44 if self._is_units else side)

    def _tile(self) -> QSize:
        """Return the size of a map on the screen."""
        assert self.tiles is not None
        height, width = self.tiles.size
        # channels side by side are wider than high
        room = self._side() * max(1.0, min(4.0, width / (2 * height)))
        return fitted(QSize(width, height), round(room))

    @property
    def _foot(self) -> int:
        """Height of what stands under a map."""
        if self._is_units and self._side() == UNIT_ROOM:
            return 0
        return QFontMetrics(self._font).height() + 2

    def _pitch(self) -> tuple[int, int]:
        """Return how far the maps are apart, down and across."""
        size, gap = self._tile(), 2 if self._foot == 0 else GAP
        widest = self._widest if self._foot else 0
        return size.height() + self._foot + gap, max(size.width(), widest) + gap

    def _across(self) -> int:
        return max(1, (self.viewport().width() - 2 * MARGIN + GAP) // self._pitch()[1])

    def _place(self, number: int) -> QRect:
        down, across = divmod(number, self._across())
        pitch = self._pitch()
        top = MARGIN + down * pitch[0] - self.verticalScrollBar().value()
        size = self._tile()
        # a name may be wider than its map
        left = MARGIN + across * pitch[1] + max(0, self._widest - size.width()) // 2
        return QRect(QPoint(left, top), size)

    def _large_place(self) -> QRect:
        assert self.tiles is not None
        height, width = self.tiles.size
        room = self.viewport().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - self._foot)
        scale = min(room.width() / width, room.height() / height)
        scale = float(int(scale)) if scale >= 1 else scale
        return centred(QSize(max(1, round(width * scale)), max(1, round(height * scale))), room)

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        assert self.tiles is not None
        if self.large != NONE:
            yield self.large, self._large_place()
            return
        pitch, across, top = self._pitch()[0], self._across(), self.verticalScrollBar().value()
        first = max(0, (top - MARGIN) // pitch) * across
        last = ((top + self.viewport().height() - MARGIN) // pitch + 1) * across
        for number in range(first, min(last, len(self.tiles))):
            yield number, self._place(number)

    def _at(self, place: QPoint) -> tuple[int, int, int]:
        """Return map, line and column at a place of the viewport."""
        if self.tiles is None:
            return NONE, NONE, NONE
        height, width = self.tiles.size
        for number, room in self._in_sight():
            if room.contains(place):
                offset = place - room.topLeft()
                line = offset.y() * height // room.height()
                return number, line, offset.x() * width // room.width()
        return NONE, NONE, NONE

    def _fit(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        extent = 0
        if self.tiles is not None and len(self.tiles) and self.large == NONE:
            extent = 2 * MARGIN + -(-len(self.tiles) // self._across()) * self._pitch()[0]
            bar.setSingleStep(self._pitch()[0] // 2)
        bar.setRange(0, max(0, extent - height))
        bar.setPageStep(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- drawing -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().panel))
        if self.tiles is not None and len(self.tiles):
            painter.setFont(self._font)
            for number, place in self._in_sight():
                self._draw(painter, number, place)
        painter.end()

    def _draw(self, painter: QPainter, number: int, place: QRect) -> None:
        assert self.tiles is not None
        scheme = theme.current()
        painter.setOpacity(0.55 if self._is_old else 1.0)
        painter.drawImage(QRectF(place), self.tiles.picture(number))
        painter.setOpacity(1.0)
        framed = number in (self._under[0], self.current)
        colour = scheme.accent if number == self.current and self.hasFocus() else scheme.outline
        painter.setPen(QPen(QColor(colour if framed else scheme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self._foot:
            painter.setPen(QColor(scheme.text if framed else scheme.muted))
            room = QRect(0, place.bottom() + 2, max(place.width(), self._widest), 20)
            room.moveLeft(place.center().x() - room.width() // 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, self.name_of(number))

    # --- mouse and keys ----------------------------------------------------------------

    def value(self, number: int, line: int, column: int) -> float:
        """Return the number at a place of a map."""
        assert self.tiles is not None
        return float(self.tiles.values[number, line, column])

    def _tell(self) -> None:
        number, line, column = self._under
        count = len(self.tiles) if self.tiles is not None else 0
        height, width = self.tiles.size if self.tiles is not None and count else (0, 0)
        if number >= count or line >= height or column >= width:
            self._under = (NONE, NONE, NONE)
        self.pointed.emit(*self._under)

    def _hover(self, under: tuple[int, int, int]) -> None:
        if under != self._under:
            self._under = under
            show_clickable(self.viewport(), under[0] != NONE and not self._is_units)
            self._tell()
            self.viewport().update()

    def enlarge(self, number: int) -> None:
        """Show one map large, −1 all of them."""
        if self._is_units or number == self.large:
            return
        self.large = number
        if number != NONE:
            self.current = number
        self._under = (NONE, NONE, NONE)
        self._fit()
        self._tell()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())[0]
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.current = number
        self.enlarge(NONE if self.large != NONE else number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover((NONE, NONE, NONE))
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.large != NONE:
            self.enlarge(NONE)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current != NONE:
            self.enlarge(NONE if self.large != NONE else self.current)
        elif not self._move(key):
            super().keyPressEvent(event)

    def _move(self, key: Qt.Key) -> bool:
        """Go from one map to another by an arrow key."""
        across = self._across() if self.large == NONE else 1
        keys = Qt.Key
        steps = {keys.Key_Left: -1, keys.Key_Right: 1}
        steps |= {keys.Key_Up: -across, keys.Key_Down: across}
        if key not in steps or self.tiles is None or not len(self.tiles):
            return False
        to = min(max(self.current + steps[key], 0), len(self.tiles) - 1)
        self.current = to if self.current != NONE else 0
        if self.large != NONE:
            self.large = self.current
        self._bring(self.current)
        self.setAccessibleDescription(self._said(self.current))
        middle = self.tiles.size[0] // 2, self.tiles.size[1] // 2
        self._under = (self.current, *middle)
        self._tell()
        self.viewport().update()
        return True

    def _said(self, number: int) -> str:
        assert self.tiles is not None
        values = self.tiles.values[number]
        return f"{self.name_of(number)}: {np.nanmin(values):.3g} … {np.nanmax(values):.3g}"

    def _bring(self, number: int) -> None:
        place, bar = self._place(number), self.verticalScrollBar()
        if self.large != NONE:
            return
        if place.top() < MARGIN:
            bar.setValue(bar.value() + place.top() - MARGIN)
        elif place.bottom() + self._foot > self.viewport().height():
            bar.setValue(bar.value() + place.bottom() + self._foot - self.viewport().height())
