"""The road of the data down the left side: one stop below the other, each with its state."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui import theme

WIDTH = 92
AROUND_WORD = 28
ICON = 24
DONE, READY, NEEDED, BLOCKED, BUSY = "done", "ready", "needed", "blocked", "busy"


class StopState(NamedTuple):
    """Where a stop stands, and why in one sentence for the tooltip."""

    state: str
    reason: str


class RailButton(QToolButton):
    """A stop: icon, word, and a dot that tells its state."""

    def __init__(self, text: str, number: int) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        side = round(ICON * min(theme.text_scale(), 1.5))
        self.setIconSize(QSize(side, side))
        self.setProperty("role", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(56)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = number
        self._word = text
        self._dot: str = BLOCKED
        self.show_state(StopState(BLOCKED, ""))

    def show_word(self, word: str, icon: QIcon) -> None:
        """Show what the stop is called now."""
        self._word = word
        self.setText(word)
        self.setIcon(icon)

    def show_state(self, stop: StopState) -> None:
        """Show the state as a dot and its reason as the tooltip."""
        self._dot = stop.state
        shortcut = f"Ctrl+{self._number}"
        self.setToolTip(f"{self._word} ({shortcut})\n{stop.reason}".rstrip())
        self.setAccessibleName(self._word)
        self.setAccessibleDescription(stop.reason)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        scheme = theme.current()
        colour = {
            DONE: scheme.success,
            READY: scheme.accent,
            NEEDED: scheme.warning,
            BUSY: scheme.accent,
        }.get(self._dot)
        if colour is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        centre_x, centre_y = self.width() // 2 + 16, 14
        if self._dot == DONE:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(colour))
            pen.setWidthF(2.0)
            painter.setPen(pen)
            painter.drawLine(centre_x - 4, centre_y, centre_x - 1, centre_y + 3)
            painter.drawLine(centre_x - 1, centre_y + 3, centre_x + 5, centre_y - 4)
        else:
            painter.drawEllipse(centre_x - 3, centre_y - 3, 7, 7)
        painter.end()


class Rail(QFrame):
    """The stops in the order of the data's road; emits the chosen one."""

    chosen = Signal(int)

    def __init__(self, words: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        self.setFixedWidth(max(WIDTH, widest + AROUND_WORD))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        self.buttons: list[RailButton] = []
        for number, word in enumerate(words):
            button = RailButton(word, number + 1)
            self._group.addButton(button, number)
            column.addWidget(button)
            self.buttons.append(button)
        column.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def show_stops(self, stops: list[tuple[str, QIcon]]) -> None:
        """Show these words and icons; stops beyond them are hidden."""
        for button, stop in zip_longest(self.buttons, stops):
            button.setVisible(stop is not None)
            if stop is not None:
                button.show_word(*stop)

    def show_current(self, number: int) -> None:
        """Mark a stop as the one on show; -1 marks none."""
        self._group.setExclusive(False)
        for place, button in enumerate(self.buttons):
            button.setChecked(place == number)
        self._group.setExclusive(True)

    def show_states(self, states: list[StopState]) -> None:
        """Show where each stop stands."""
        for button, state in zip(self.buttons, states, strict=False):
            button.show_state(state)
