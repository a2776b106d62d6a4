"""The sample that is looked into: its picture, what it is, and the ways to another one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon
from gui.image_pages.pictures import centred, fitted, picture
from gui.pages.page import label

SIDE = 112
STEPS = {Qt.Key.Key_Left: "previous", Qt.Key.Key_Right: "next"}


class InsideSample(QWidget):
    """Says by which way another sample is wanted: "previous", "next", "error" or "random"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = _Picture()
        self.picture.stepped.connect(self.wanted)
        self.name, self.known, self.given = label("", "heading"), label(""), label("")
        words = QVBoxLayout()
        words.setSpacing(4)
        for each in (self.name, self.known, self.given):
            words.addWidget(each)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        ways = QHBoxLayout()
        ways.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        for way, symbol, text, tip in (
            ("previous", "chevron-left", "", self.tr("The sample before (left arrow)")),
            ("next", "chevron-right", "", self.tr("The next sample (right arrow)")),
            ("error", "", self.tr("An error"), self.tr("The next sample classified wrong")),
            ("random", "", self.tr("Random"), self.tr("Any sample")),
        ):
            button = QPushButton(icon(symbol) if symbol else icon("dice-5-outline"), text)
            if way == "error":
                button.setIcon(icon("alert-circle-outline"))
            button.setToolTip(tip)
            button.setAccessibleName(text or tip)
            button.clicked.connect(lambda _=False, way=way: self.wanted.emit(way))
            self.buttons[way] = button
            ways.addWidget(button, 1 if text else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(ways)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_sample(
        self, pixels: NDArray[np.uint8] | None, words: tuple[str, str, str], *, wrong: bool
    ) -> None:
        """Show a sample: its name, what it is, and what it was taken for."""
        self.picture.show_pixels(pixels)
        for each, text in zip((self.name, self.known, self.given), words, strict=True):
            each.setText(text)
            each.setVisible(bool(text))
        theme.set_role(self.given, "error" if wrong else "")
        self.picture.setAccessibleDescription(" · ".join(word for word in words if word))


class _Picture(QWidget):
    """Takes the focus, so that the arrow keys go from sample to sample."""

    stepped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setFixedSize(SIDE + 4, SIDE + 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The sample; the arrow keys go to others"))

    def show_pixels(self, pixels: NDArray[np.uint8] | None) -> None:
        self._image = picture(np.asarray(pixels)) if pixels is not None else None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = STEPS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.panel))
        if self._image is not None:
            painter.drawImage(centred(fitted(self._image.size(), SIDE), self.rect()), self._image)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(scheme.focus if focused else scheme.border), 1 + focused))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
