"""Judged images as a grid: each with what it is, what it was taken for, and how surely."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.image_info import ImageInfo
from gui.image_pages.judged_images import UNKNOWN, JudgedImages
from gui.image_pages.sample_area import GAP, MARGIN, NONE, THUMBNAIL, SampleArea
from gui.image_pages.sample_words import name_text
from gui.shares import share_text

CAPTION_PX = 12
WIDEST = 190
# the strip of bars over the foot of a picture
STRIP = 18
# letters side by side are wider than each of them
ROOM = 6
ARROW = "→"


class JudgedGallery(SampleArea):
    """Draws the images in sight; the arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Images"))
        self._rows: NDArray[np.int64] = np.empty(0, np.int64)
        self._judged: JudgedImages | None = None
        self._images: ImageInfo | None = None
        self._font = QFont(self.font())
        self._font.setPixelSize(round(CAPTION_PX * theme.text_scale()))
        self._metrics = QFontMetrics(self._font)
        self._wide = THUMBNAIL
        self._line = self._metrics.height()
        self.describe = self._describe

    # --- what is shown -----------------------------------------------------------------

    def show_judged(self, images: ImageInfo | None, judged: JudgedImages | None) -> None:
        """Take the images and what became of them; rows follow with `show_rows`."""
        self._images, self._judged = images, judged
        self.set_images(images)
        names = judged.class_names if judged is not None else ()
        longest = max((self._metrics.horizontalAdvance(name) for name in names), default=0)
        rest = self._metrics.horizontalAdvance(f" {ARROW} " + "  99.9 %")
        self._wide = min(WIDEST, max(THUMBNAIL, 2 * longest + rest + ROOM))
        self.show_rows(np.empty(0, np.int64))

    def show_rows(self, rows: NDArray[np.int64]) -> None:
        """Show other images from the top; `rows` count from 0, int64."""
        self._rows = rows
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    @property
    def rows(self) -> NDArray[np.int64]:
        """The images on show, in their order."""
        return self._rows

    def caption(self, row: int) -> tuple[str, str]:
        """Return what an image was taken for, and how surely."""
        assert self._judged is not None
        names, known = self._judged.class_names, int(self._judged.known[row])
        given = names[self._judged.predicted[row]]
        sure = share_text(float(self._judged.probability[row]))
        if known == self._judged.predicted[row]:
            return given, sure
        return f"{names[known] if known != UNKNOWN else '?'} {ARROW} {given}", sure

    def _describe(self, row: int) -> str:
        if self._judged is None or self._images is None:
            return ""
        words, sure = self.caption(row)
        return f"{name_text(self._images, row)} · {words} · {sure}"

    # --- where things lie --------------------------------------------------------------

    @property
    def _pitch(self) -> int:
        return THUMBNAIL + self._line + 3 * GAP

    @property
    def across(self) -> int:
        """Number of images side by side."""
        return max(1, (self.viewport().width() - 2 * MARGIN + GAP) // (self._wide + GAP))

    def _place(self, number: int) -> QRect:
        down, across = divmod(number, self.across)
        left = MARGIN + across * (self._wide + GAP)
        top = MARGIN + down * self._pitch - self.verticalScrollBar().value()
        return QRect(left, top, self._wide, self._pitch - GAP)

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        top, across = self.verticalScrollBar().value(), self.across
        first = max(0, (top - MARGIN) // self._pitch) * across
        last = ((top + self.viewport().height() - MARGIN) // self._pitch + 1) * across
        for number in range(first, min(last, len(self._rows))):
            yield int(self._rows[number]), self._place(number)

    def _row_at(self, place: QPoint) -> int:
        across = (place.x() - MARGIN) // (self._wide + GAP)
        down = (place.y() - MARGIN + self.verticalScrollBar().value()) // self._pitch
        number = down * self.across + across
        inside = 0 <= across < self.across and down >= 0 and number < len(self._rows)
        return int(self._rows[number]) if inside else NONE

    def _extent(self) -> int:
        return 2 * MARGIN + -(-len(self._rows) // self.across) * self._pitch - GAP

    def _moved(self, key: Qt.Key) -> int | None:
        count, page = len(self._rows), max(1, self.viewport().height() // self._pitch)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.across,
            Qt.Key.Key_Down: self.across,
            Qt.Key.Key_PageUp: -self.across * page,
            Qt.Key.Key_PageDown: self.across * page,
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        if key not in steps or count == 0:
            return None
        present = np.flatnonzero(self._rows == self.selected)
        if not present.size:
            return int(self._rows[0])
        return int(self._rows[min(max(int(present[0]) + steps[key], 0), count - 1)])

    def _bring(self, row: int) -> None:
        found = np.flatnonzero(self._rows == row)
        if found.size:
            top = MARGIN + int(found[0]) // self.across * self._pitch
            self._bring_span(top - MARGIN, top + self._pitch)

    # --- drawing -----------------------------------------------------------------------

    def _draw_sample(self, painter: QPainter, row: int, place: QRect) -> None:
        square = QRect(0, 0, THUMBNAIL, THUMBNAIL)
        square.moveCenter(QPoint(place.center().x(), place.top() + THUMBNAIL // 2))
        super()._draw_sample(painter, row, square)
        if self._judged is None:
            return
        # the inspector has those of the one chosen
        if row == self._under:
            self._draw_bars(painter, row, square)
        self._draw_caption(painter, row, place)

    def _draw_caption(self, painter: QPainter, row: int, place: QRect) -> None:
        assert self._judged is not None
        scheme = theme.current()
        room = place.adjusted(0, THUMBNAIL + GAP, 0, 0)
        words, sure = self.caption(row)
        wide = room.width() - self._metrics.horizontalAdvance("  " + sure)
        words = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide)
        painter.setFont(self._font)
        both = self._metrics.horizontalAdvance(f"{words}  {sure}")
        left = room.left() + (room.width() - both) // 2
        line = room.top() + self._metrics.ascent()
        painter.setPen(QColor(scheme.error if self._judged.is_right(row) is False else scheme.text))
        painter.drawText(left, line, words)
        painter.setPen(QColor(scheme.muted))
        painter.drawText(left + both - self._metrics.horizontalAdvance(sure), line, sure)

    def _draw_bars(self, painter: QPainter, row: int, square: QRect) -> None:
        """Draw the probabilities of all classes side by side over the foot of the picture."""
        assert self._judged is not None
        scheme = theme.current()
        strip = square.adjusted(0, THUMBNAIL - STRIP, 0, 0)
        ground = QColor(scheme.panel)
        ground.setAlpha(220)
        painter.fillRect(strip, ground)
        shares = self._judged.probabilities(row)
        step = strip.width() / len(shares)
        known, given = int(self._judged.known[row]), int(self._judged.predicted[row])
        for code, share in enumerate(shares):
            colour = scheme.outline
            if code == known:
                colour = scheme.success
            elif code == given:
                colour = scheme.error if known != UNKNOWN else scheme.accent
            height = max(1, round(share * (STRIP - 2)))
            left = strip.left() + round(code * step)
            width = max(1, round((code + 1) * step) - round(code * step) - 1)
            painter.fillRect(left, strip.bottom() + 1 - height, width, height, QColor(colour))
