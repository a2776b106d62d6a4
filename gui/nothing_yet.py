"""What stands on a page before there is anything to show: a sentence and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.pages.page import label


class NothingYet(QWidget):
    """A sentence in the middle of the page, and below it buttons.

    Parameters
    ----------
    text
        The sentence.
    ways
        What is written on each button, by the page that it leads to.
    go
        Shows a page.
    """

    def __init__(
        self,
        text: str,
        ways: Mapping[str, str],
        go: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = label(text, "muted")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for page, word in ways.items():
            button = QPushButton(word)
            button.clicked.connect(lambda _=False, page=page: go(page))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch(1)
