"""A text of layers, read as one types; where it cannot be read the place is marked."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from gui import theme

# complete patterns for images of 8 × 8 pixels and more
EXAMPLES = (
    "[(CONV-RELU)*2-POOL]*2-FC-SOFTMAX",
    "[CONV-BN-RELU-POOL?]*3-GAP-FC-SOFTMAX",
    "CONV-TANH-FC",
)
MOST_LINES = 3


class PatternLine(QPlainTextEdit):
    """A field for layers as text; long texts wrap, and Tab leaves it."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._telling = True
        self._lines = 1
        self.setTabChangesFocus(True)
        # lines wrap anywhere
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def set_text(self, text: str) -> None:
        """Show a text without telling of it; one who types it is left alone."""
        if text != self.text():
            self._telling = False
            self.setPlainText(text)
            self._telling = True

    def text(self) -> str:
        """Return what stands there, in one line."""
        return self.toPlainText().replace("\n", " ")

    def mark(self, position: int, *, wrong: bool) -> None:
        """Underline the text from a position on, counted from 0; -1 underlines nothing."""
        selections = []
        if position >= 0 and self.document().characterCount() > 1:
            selections = [self._selection(position)]
        self.setExtraSelections(selections)
        border = theme.current().error if wrong else ""
        self.setStyleSheet(f"QPlainTextEdit {{ border-color: {border}; }}" if wrong else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def _selection(self, position: int) -> QTextEdit.ExtraSelection:
        text = self.toPlainText()
        # at the end there is nothing to underline but the last sign
        start = min(position, len(text) - 1)
        end = start + 1
        while end < len(text) and text[end].isalnum() and text[start].isalnum():
            end += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(theme.current().error))
        look.setForeground(QColor(theme.current().error))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection

    def _tell(self) -> None:
        if self._telling:
            self.typed.emit(self.text())

    def _fit(self) -> None:
        """Be as high as the text needs, up to a few lines.

        Whether there is a scroll bar hangs on the lines alone. One that came and went as needed
        would change the width, and with it the lines, and so on without end.
        """
        lines = max(1, round(self.document().size().height()))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if lines > MOST_LINES else policy.ScrollBarAlwaysOff
        )
        frame, margin = self.contentsMargins(), round(self.document().documentMargin())
        # a block is as high as its lines and the margin above them
        spacing = (self.blockBoundingRect(self.document().firstBlock()).height() - margin) / lines
        around = frame.top() + frame.bottom() + 3 * margin
        height = math.ceil(min(lines, MOST_LINES) * spacing) + around
        if height != self.height():
            self.setFixedHeight(height)
