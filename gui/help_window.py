"""The user guide's page about the page on show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

_GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide"


class HelpWindow(QDialog):
    """Shows Markdown pages of docs/guide in the language of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(620, 560)
        self._text = QTextBrowser()
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
        self._text.setSource(QUrl.fromLocalFile(str(folder / f"{page}.md")))
        self.show()
        self.raise_()

    def _space_out(self) -> None:
        """Put room between paragraphs, which Markdown comes without."""
        block = self._text.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            space = block.blockFormat()
            space.setBottomMargin(8)
            cursor.setBlockFormat(space)
            block = block.next()
