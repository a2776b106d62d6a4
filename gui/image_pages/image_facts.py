"""What is known of the set of images on show."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.image_info import ImageInfo
from gui.image_pages.class_balance import ClassBalance
from gui.image_pages.sample_words import balance_text, size_text
from gui.pages.page import label
from gui.translating import core_message, counted


class ImageFacts(QWidget):
    """Numbers, size, parts, the balance of the classes, and what was worked around."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = label("")
        self._balance = label("", "caption")
        self._bars = ClassBalance()
        self._source = label("", "caption")
        self._notices = label("", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for each in (self._facts, self._source, self._bars, self._balance, self._notices):
            each.setMinimumWidth(1)
            column.addWidget(each)

    def show_images(self, images: ImageInfo) -> None:
        """Tell of another set."""
        self._facts.setText("\n".join(self._lines(images)))
        path = images.source
        self._source.setText(path.replace("/", "/\u200b").replace("\\", "\\\u200b"))
        self._source.setToolTip(path)
        self._source.setVisible(not path.startswith("example:"))
        self._bars.show_counts(images.class_names, images.counts)
        balance = balance_text(images)
        self._balance.setText(balance)
        self._balance.setVisible(bool(balance))
        said = "\n".join("• " + core_message(notice) for notice in images.notices)
        self._notices.setText(said)
        self._notices.setVisible(bool(said))

    def _lines(self, images: ImageInfo) -> list[str]:
        lines = [
            counted(
                self.tr("{images} images in {classes} classes"),
                images=f"{len(images):,}",
                classes=len(images.class_names),
            ),
            size_text(images),
        ]
        if images.test:
            lines.append(
                counted(
                    self.tr("{count} images are the source's own test part"),
                    count=f"{images.test:,}",
                )
            )
        else:
            lines.append(self.tr("No test part of its own; one is drawn on Prepare"))
        if images.unlabelled:
            lines.append(
                counted(
                    self.tr("{count} images have no class; they are only predicted"),
                    count=f"{images.unlabelled:,}",
                )
            )
        return lines
