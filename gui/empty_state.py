"""What a view shows while it has nothing to show: a sentence, and the button that fills it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme


class EmptyState(QWidget):
    """A centred sentence over another widget, with an optional button."""

    def __init__(self, text: str, over: QWidget) -> None:
        super().__init__(over)
        self._label = QLabel(text, self)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        theme.set_role(self._label, "muted")
        self._button = QPushButton(self)
        self._button.hide()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._label)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._over = over
        over.installEventFilter(self)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def set_action(self, text: str, do: Callable[[], object]) -> None:
        """Put a button under the sentence."""
        self._button.setText(text)
        self._button.clicked.connect(lambda: do())
        self._button.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resize(self._over.size())
        return False
