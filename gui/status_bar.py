"""The bar at the bottom: what the workers do, how far they are, how long it still takes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget


class StatusBar(QStatusBar):
    """A sentence, a progress bar, and a button to cancel what can be cancelled."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._text = QLabel()
        self._text.setAccessibleName(self.tr("State of the work"))
        self._bar = QProgressBar()
        self._bar.setFixedWidth(180)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setProperty("role", "quiet")
        self._cancel.clicked.connect(self.cancel_wanted)
        self._right = QLabel()
        self._right.setProperty("role", "muted")
        for words in (self._text, self._right):
            # what is being said must not make the window wider
            words.setMinimumWidth(1)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        layout.addStretch(1)
        layout.addWidget(self._right)
        row.setMinimumHeight(30)
        self.addWidget(row, 1)
        self.show_progress(0, 0)

    @property
    def text(self) -> str:
        """The sentence on show."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self._text.setToolTip(text)

    def show_place(self, text: str) -> None:
        """Name the project or table at the right."""
        self._right.setText(text)

    def show_progress(self, done: int, total: int, *, can_cancel: bool = False) -> None:
        """Show `done` of `total`; a total of 0 hides the bar, -1 means unknown."""
        self._bar.setVisible(total != 0)
        self._cancel.setVisible(can_cancel)
        if total < 0:
            self._bar.setRange(0, 0)
        elif total:
            # Qt counts in 32 bits and epochs may be more
            self._bar.setRange(0, 1000)
            self._bar.setValue(int(1000 * done / total))
