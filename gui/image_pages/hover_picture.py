"""The picture of a sample beside the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.image_info import ImageInfo
from gui.image_pages.pictures import centred, fitted, picture

SIDE, MARGIN, AWAY = 84, 6, 14


class HoverPicture(QWidget):
    """Lies over a plot and lets the mouse through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._image: QImage | None = None
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_sample(self, images: ImageInfo | None, row: int, words: str, place: QPoint) -> None:
        """Show a sample near a place of the plot; without its images only the words."""
        known = images is not None and 0 <= row < len(images)
        self._image = picture(images.pixels[row]) if images is not None and known else None
        self._words = words
        line = self.fontMetrics().height()
        width = max(SIDE, self.fontMetrics().horizontalAdvance(words)) + 2 * MARGIN
        height = (SIDE + MARGIN if self._image is not None else 0) + line + 2 * MARGIN
        self.resize(width, height)
        over = self._over.rect()
        left = place.x() + AWAY
        if left + width > over.right():
            left = place.x() - AWAY - width
        self.move(left, max(0, min(place.y() + AWAY, over.bottom() - height)))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.panel))
        painter.setPen(QColor(scheme.outline))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._image is not None:
            room = QRect(MARGIN, MARGIN, self.width() - 2 * MARGIN, SIDE)
            painter.drawImage(centred(fitted(self._image.size(), SIDE), room), self._image)
        painter.setPen(QColor(scheme.text))
        foot = self.rect().adjusted(0, 0, 0, -MARGIN)
        painter.drawText(
            foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._words
        )
        painter.end()
