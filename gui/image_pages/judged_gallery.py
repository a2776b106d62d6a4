"""Judged images as a grid: each with what it is, what it was taken for, and how surely."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.image_info import ImageInfo
from gui.image_pages.judged_images import UNKNOWN, JudgedImages
from gui.image_pages.sample_area import GAP, THUMBNAIL
from gui.image_pages.sample_words import name_text
from gui.image_pages.thumbnail_grid import ThumbnailGrid
from gui.shares import share_text

CAPTION_PX = 12
WIDEST = 190
# the strip of bars over the foot of a picture
STRIP = 18
# letters side by side are wider than each of them
ROOM = 6
ARROW = "→"


class JudgedGallery(ThumbnailGrid):
    """Draws the images in sight; the arrow keys go from one to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Images"))
        self._judged: JudgedImages | None = None
        self._images: ImageInfo | None = None
        self._font = QFont(self.font())
        self._font.setPixelSize(round(CAPTION_PX * theme.text_scale()))
        self._metrics = QFontMetrics(self._font)
        self._cell = self._cell_of(THUMBNAIL)
        self.describe = self._describe

    # --- what is shown -----------------------------------------------------------------

    def show_judged(self, images: ImageInfo | None, judged: JudgedImages | None) -> None:
        """Take the images and what became of them; rows follow with `show_rows`."""
        self._images, self._judged = images, judged
        self.set_images(images)
        names = judged.class_names if judged is not None else ()
        longest = max((self._metrics.horizontalAdvance(name) for name in names), default=0)
        rest = self._metrics.horizontalAdvance(f" {ARROW} " + "  99.9 %")
        self._cell = self._cell_of(min(WIDEST, max(THUMBNAIL, 2 * longest + rest + ROOM)))
        self.show_rows(np.empty(0, np.int64))

    def _cell_of(self, width: int) -> QSize:
        return QSize(width, THUMBNAIL + self._metrics.height() + 2 * GAP)

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
