"""Examples of layers as text, side by side: as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui import theme


class ExampleLinks(QWidget):
    """A narrow page does not scroll for their sake: those that do not fit are left out."""

    taken = Signal(str)

    def __init__(self, examples: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # without a width of its own that the page would have to give
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._caption = QLabel(self.tr("For example"))
        theme.set_role(self._caption, "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._caption)
        self.buttons = [self._button(text) for text in examples]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.width() - self._caption.sizeHint().width()
        for button in self.buttons:
            left -= button.sizeHint().width()
            button.setVisible(left >= 0)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        theme.set_role(button, "link")
        button.clicked.connect(lambda _=False: self.taken.emit(text))
        return button
