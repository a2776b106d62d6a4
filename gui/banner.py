"""One sentence across the top of the page: what happened and the one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget


class Banner(QFrame):
    """Hidden until something is said; stays until it is closed or replaced, or a run begins.

    A sentence belongs to the page it was said on and goes with it; an error stays until a setting
    changes, which may have mended it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._action: Callable[[], object] | None = None
        self._text = QLabel(wordWrap=True)
        # a long sentence takes more lines, and never a wider window
        self._text.setMinimumWidth(1)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Dismiss the message"))
        self._close.setToolTip(self.tr("Dismiss the message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on show, "" when hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(
        self,
        text: str,
        kind: str = "info",
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence; `kind` is "info", "success", "warning" or "error"."""
        self._text.setText(text)
        self._action = do
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(text)
        self.show()

    def leave_page(self) -> None:
        """Take back what belongs to the page that was on show."""
        if self.property("kind") != "error":
            self.hide()

    def hide_error(self) -> None:
        """Take back an error; other sentences stay."""
        if self.property("kind") == "error":
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
