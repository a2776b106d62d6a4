"""The user guide's page about the page on show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

_GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"


class GuideText(QTextBrowser):
    """Shows a page; pictures are made as wide as the window where they are wider."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return what the page refers to."""
        place = self.source().resolved(QUrl(name))
        if kind != QTextDocument.ResourceType.ImageResource.value or not place.isLocalFile():
            return super().loadResource(kind, name)
        picture = QImage(place.toLocalFile())
        ratio = self.devicePixelRatioF()
        # the bar may come up only when the page is laid out
        around = 2 * self.document().documentMargin() + self.verticalScrollBar().sizeHint().width()
        room = int((self.viewport().width() - around) * ratio)
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(ratio)
        return picture


class HelpWindow(QDialog):
    """Shows Markdown pages of docs/guide in the language of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(760, 640)
        self._text = GuideText()
        self._text.setOpenExternalLinks(False)
        self._text.setAccessibleName(self.tr("Help"))
        self._text.document().setDocumentMargin(16)
        self._text.sourceChanged.connect(lambda _: self._space_out())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def show_page(self, page: str, language: str) -> None:
        """Open the guide at a page's chapter."""
        folder = _GUIDE / ("zh_CN" if language == "zh_CN" else "en")
        self.setWindowTitle(self.tr("Help"))
        self._text.setSearchPaths([str(folder)])
        # pictures are fitted to the width, which is known once the window is shown
        self.show()
        self.raise_()
        self._text.setSource(QUrl.fromLocalFile(str(folder / f"{page}.md")))

    def _space_out(self) -> None:
        """Put room between paragraphs, which Markdown comes without."""
        block = self._text.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            space = block.blockFormat()
            space.setBottomMargin(8)
            cursor.setBlockFormat(space)
            block = block.next()
