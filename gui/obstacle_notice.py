"""Why there can be no training yet, said once, with the way to where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class ObstacleNotice(QFrame):
    """A sentence in the look of an error and a button; hidden while nothing is in the way.

    Parameters
    ----------
    ways
        What is written on the button, by the page that it leads to.
    go
        Shows a page.
    """

    def __init__(
        self, ways: Mapping[str, str], go: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("kind", "error")
        self._ways = ways
        self._page = ""
        self._text = QLabel(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.clicked.connect(lambda _=False: go(self._page))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on show, "" when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_obstacle(self, text: str, page: str) -> None:
        """Say what is in the way and lead to `page`; "" hides the notice."""
        self._page = page
        self._text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(self._ways.get(page, ""))
        self.button.setVisible(page in self._ways)
        self.setVisible(bool(text))
