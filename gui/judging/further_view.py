"""Something that is found only when a person asks for it: what it is, the button, the result."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import icon
from gui.pages.page import label


class FurtherView(QWidget):
    """A line above the result says what it is worth; the button asks for it.

    Parameters
    ----------
    about
        What it is, and how long it takes.
    action
        What is written on the button.
    result
        Shows what was found.
    """

    wanted = Signal()

    def __init__(
        self, about: str, action: str, result: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._about = label(about, "muted")
        self._about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.button = QPushButton(icon("play"), action)
        self.button.clicked.connect(lambda _=False: self.wanted.emit())
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._about, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(result)
        # a plot takes all there is, a table no more than its rows
        column.setStretchFactor(result, 1)
        column.addStretch(0)

    def offer(self, offered: bool) -> None:
        """Show the line and the button, or not where the result shows something else."""
        self._about.setVisible(offered)
        self.button.setVisible(offered)

    def show_state(self, *, possible: bool, under_way: bool, reason: str = "") -> None:
        """Offer the button, or say what is going on.

        Parameters
        ----------
        reason
            Why it is not possible.
        """
        self.button.setEnabled(possible and not under_way)
        self.button.setText(self.tr("Working…") if under_way else self._action)
        self.button.setToolTip("" if possible else reason)
