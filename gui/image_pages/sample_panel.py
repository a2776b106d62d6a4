"""The sample that is looked at more closely: the image enlarged, and all that is known of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.image_info import ImageInfo
from gui.image_pages.pixel_view import PixelView
from gui.image_pages.sample_area import NONE
from gui.image_pages.sample_words import class_text, name_text, part_text
from gui.pages.page import label


class SamplePanel(QWidget):
    """Without a sample it says how to choose one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: ImageInfo | None = None
        self._row = NONE
        self.view = PixelView()
        self.view.pointed.connect(self._show_value)
        self._name = label("", "heading")
        self._class, self._part, self._size = label(""), label("", "muted"), label("", "muted")
        self.value = label("", "caption")
        for each in (self._name, self._class):
            # a name without spaces is cut off rather than that it widens the inspector
            each.setMinimumWidth(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        for each in (self._name, self._class, self._part, self._size):
            words.addWidget(each)
        words.addStretch(1)
        words.addWidget(self.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_sample(self, images: ImageInfo | None, row: int) -> None:
        """Show a sample, counted from 0; −1 for none."""
        self._images, self._row = images, row
        known = images is not None and 0 <= row < len(images)
        self.view.show_pixels(images.pixels[row] if images is not None and known else None)
        for each in (self._class, self._part, self._size):
            each.setVisible(known)
        if images is None or not known:
            self._name.setText("")
            self.value.setText(self.tr("Click a sample to look at it more closely."))
            return
        _, height, width = images.image_shape
        self._name.setText(_breakable(name_text(images, row)))
        self._name.setToolTip(images.name_of(row))
        self._class.setText(_breakable(class_text(images, row)))
        self._part.setText(part_text(images, row))
        self._part.setVisible(bool(images.test))
        self._size.setText(self.tr("{w} × {h} pixels").format(w=width, h=height))
        self._show_value(-1, -1)

    def _show_value(self, line: int, column: int) -> None:
        if self._images is None or self._row == NONE:
            return
        if line < 0:
            self.value.setText(self.tr("Point at a pixel to read its value, 0 to 255."))
            return
        values = self._images.pixels[self._row, :, line, column]
        self.value.setText(
            self.tr("line {line}, column {column}: {values}").format(
                line=line + 1, column=column + 1, values=", ".join(str(value) for value in values)
            )
        )


def _breakable(name: str) -> str:
    """Let a long name of a file break into lines where words end."""
    return name.replace("_", "_\u200b").replace("-", "-\u200b")
