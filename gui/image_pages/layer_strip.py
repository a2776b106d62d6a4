"""All layers from left to right, each with some of its maps, as textbooks draw a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from gui import theme
from gui.diverging import as_image
from gui.image_pages.graph_words import size_text
from gui.image_pages.inside_answers import Answer
from gui.image_pages.map_tiles import largest_of, value_pixels
from gui.image_pages.pictures import centred, fitted, picture
from gui.mouse_shape import show_clickable

SHOWN = 4
SIDE, GAP, MARGIN, FOOT_PX = 26, 3, 6, 11
COLUMN, INPUT = 66, 76
NONE = -1


class LayerStrip(QAbstractScrollArea):
    """A column for each layer; a click or the arrow keys choose one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._kept: dict[int, list[QImage]] = {}
        self.current = self._under = NONE
        self._font = QFont(self.font())
        self._font.setPixelSize(round(FOOT_PX * theme.text_scale()))
        self.setAccessibleName(self.tr("All layers"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        maps = SHOWN * (SIDE + GAP)
        self._tall = maps + QFontMetrics(self._font).height() + 2 * MARGIN
        self.setFixedHeight(self._tall + 10)
        self.horizontalScrollBar().setSingleStep(COLUMN)

    def show_answer(self, answer: Answer | None) -> None:
        """Show the maps of another image; None empties the strip."""
        if answer is not self._answer:
            self._answer = answer
            self._kept = {}
            self._fit()
            self.viewport().update()

    def choose(self, name: str) -> None:
        """Mark a layer without a signal."""
        names = [each["name"] for each in self._layers]
        self.current = names.index(name) if name in names else NONE
        self._bring()
        self.viewport().update()

    @property
    def _layers(self) -> list[dict[str, Any]]:
        return list(self._answer.values["layers"]) if self._answer is not None else []

    # --- where things lie ----------------------------------------------------------------

    def _fit(self) -> None:
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        bar.setRange(0, max(0, len(self._layers) * COLUMN + INPUT + 2 * MARGIN - width))
        bar.setPageStep(width)

    def _column(self, number: int) -> QRect:
        left = MARGIN + INPUT + number * COLUMN - self.horizontalScrollBar().value()
        return QRect(left, 0, COLUMN, self._tall)

    def _in_sight(self) -> Iterator[int]:
        start, width = self.horizontalScrollBar().value(), self.viewport().width()
        first = max(0, (start - MARGIN - INPUT) // COLUMN)
        yield from range(first, min(len(self._layers), (start + width - INPUT) // COLUMN + 1))

    def _at(self, place: QPoint) -> int:
        return next((n for n in self._in_sight() if self._column(n).contains(place)), NONE)

    def _bring(self) -> None:
        if self.current != NONE:
            bar = self.horizontalScrollBar()
            left = MARGIN + INPUT + self.current * COLUMN
            if self.current == 0:
                bar.setValue(0)
            elif left < bar.value():
                bar.setValue(left - MARGIN)
            elif left + COLUMN > bar.value() + self.viewport().width():
                bar.setValue(left + COLUMN + MARGIN - self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._bring()

    # --- drawing -----------------------------------------------------------------------

    def _pictures(self, number: int) -> list[QImage]:
        """Return the first maps of a layer, or its units as one bar."""
        if number not in self._kept:
            assert self._answer is not None
            values = self._answer.array(f"maps_{number}").astype(np.float64)
            limit, signed = largest_of(values), bool((values < 0).any())
            arrays = [_as_bar(values)] if values.ndim == 1 else list(values[:SHOWN])
            self._kept[number] = [
                as_image(value_pixels(each, limit, signed=signed)) for each in arrays
            ]
        return self._kept[number]

    def paintEvent(self, event: QPaintEvent) -> None:
        # ended whatever happens: a painter left open ends the whole program
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(theme.current().panel))
            painter.setFont(self._font)
            self._draw_input(painter)
            for number in self._in_sight():
                self._draw(painter, number)

    def _draw_input(self, painter: QPainter) -> None:
        if self._answer is None or self.horizontalScrollBar().value() > INPUT:
            return
        image = self._input()
        left = MARGIN - self.horizontalScrollBar().value()
        room = QRect(left, MARGIN, INPUT - MARGIN, SHOWN * (SIDE + GAP) - GAP)
        place = centred(fitted(image.size(), INPUT - 2 * MARGIN), room)
        painter.drawImage(place, image)
        painter.setPen(QPen(QColor(theme.current().border), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(QColor(theme.current().muted))
        foot = QRect(left, self._tall - 18, INPUT - MARGIN, 16)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.tr("image"))

    def _input(self) -> QImage:
        if NONE not in self._kept:
            assert self._answer is not None
            self._kept[NONE] = [picture(self._answer.array("image"))]
        return self._kept[NONE][0]

    def _draw(self, painter: QPainter, number: int) -> None:
        scheme, room = theme.current(), self._column(number)
        chosen = number == self.current
        if chosen or number == self._under:
            painter.fillRect(room, QColor(scheme.selection if chosen else scheme.hover))
        middle = room.center().x()
        for line, image in enumerate(self._pictures(number)):
            place = QRect(0, 0, SIDE, SIDE)
            if image.width() != image.height() and image.height() > 1:
                place = QRect(0, 0, 8, SHOWN * (SIDE + GAP) - GAP)
            place.moveTop(MARGIN + line * (SIDE + GAP))
            place.moveLeft(middle - place.width() // 2)
            painter.drawImage(place, image)
            painter.setPen(QPen(QColor(scheme.border), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.setPen(QColor(scheme.text if chosen else scheme.muted))
        name = str(self._layers[number]["name"])
        foot = QRect(room.left() + 1, room.bottom() - 17, COLUMN - 2, 16)
        said = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, COLUMN - 4)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, said)

    # --- mouse and keys ----------------------------------------------------------------

    def _choose(self, number: int) -> None:
        self.current = number
        self._bring()
        self.setAccessibleDescription(self._said(number))
        self.viewport().update()
        self.chosen.emit(str(self._layers[number]["name"]))

    def _said(self, number: int) -> str:
        layer = self._layers[number]
        return f"{layer['name']}: {size_text((layer['whole'], *layer['shape'][1:]))}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number != NONE and event.button() == Qt.MouseButton.LeftButton:
            self._choose(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().toPoint()))

    def _hover(self, number: int) -> None:
        if number != self._under:
            self._under = number
            show_clickable(self.viewport(), number != NONE)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key, last = Qt.Key(event.key()), len(self._layers) - 1
        if key in steps and last >= 0:
            self._choose(min(max(self.current + steps[key], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._choose(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(NONE)
        if isinstance(event, QHelpEvent):
            number = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._said(number) if number != NONE else "")
            return True
        return super().viewportEvent(event)


def _as_bar(values: np.ndarray) -> np.ndarray:
    """Return units as one column of cells, the means of those that fall together."""
    cells = min(len(values), SHOWN * SIDE)
    edges = np.linspace(0, len(values), cells + 1).astype(int)
    return np.add.reduceat(values, edges[:-1])[:, np.newaxis] / np.diff(edges)[:, np.newaxis]
