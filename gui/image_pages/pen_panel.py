"""The pen of the pad: as wide as in the training images, or as one likes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import Segments
from gui.icons import icon
from gui.image_pages.draw_pad import USUAL_WIDTH
from gui.image_pages.slider_row import Slider
from gui.pages.page import label

# per mille of the side of the pad
THINNEST, WIDEST = 10, 160


class PenPanel(QWidget):
    """Width of the pen, Undo and Clear."""

    changed = Signal()
    undone = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Segments(
            {"learned": self.tr("As learned"), "own": self.tr("As drawn")},
            self.tr("Width of the lines"),
        )
        self.kind.button("learned").setToolTip(
            self.tr("The network sees lines as wide as those it has learned from.")
        )
        self.kind.button("own").setToolTip(
            self.tr("The network sees your pen: its width, and its pressure where it has one.")
        )
        self.width_slider = Slider(Qt.Orientation.Horizontal)
        self.width_slider.setRange(THINNEST, WIDEST)
        self.width_slider.setValue(round(1000 * USUAL_WIDTH))
        self.width_slider.setAccessibleName(self.tr("Pen"))
        self.undo = QPushButton(icon("undo"), self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take the last stroke back (Ctrl+Z)"))
        self.clear = QPushButton(icon("eraser"), self.tr("Clear"))
        self.clear.setToolTip(self.tr("Take everything back (Delete or Esc)"))
        self.kind.changed.connect(lambda _: self.changed.emit())
        self.width_slider.valueChanged.connect(lambda _: self.changed.emit())
        self.undo.clicked.connect(lambda _=False: self.undone.emit())
        self.clear.clicked.connect(lambda _=False: self.cleared.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.undo, self.clear):
            buttons.addWidget(button, 1)
        pen = QHBoxLayout()
        pen.setSpacing(8)
        pen.addWidget(label(self.tr("Pen"), "muted"))
        pen.addWidget(self.width_slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(label(self.tr("Width of the lines"), "caption"))
        column.addWidget(self.kind)
        column.addLayout(pen)

    @property
    def width_share(self) -> float:
        """Width of the pen as a share of the side of the pad."""
        return self.width_slider.value() / 1000

    @property
    def is_own(self) -> bool:
        """Whether the network sees the pen as it is."""
        return self.kind.value() == "own"

    def set_has_ink(self, has_ink: bool) -> None:
        """Say whether there is something to take back."""
        for button in (self.undo, self.clear):
            button.setEnabled(has_ink)
