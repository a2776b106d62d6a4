"""The foot of the pages that look inside a network: play, slider and epoch."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from core.numbers import count
from gui import theme
from gui.frame_cursor import FrameCursor
from gui.icons import icon


class FrameFoot(QWidget):
    """Moves a cursor that several pages share, and shows where it is."""

    def __init__(self, cursor: FrameCursor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor = cursor
        self._member = ""
        self._playing = False
        self.button = QPushButton(self)
        theme.set_role(self.button, "quiet")
        self.button.clicked.connect(self._play_or_pause)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Epoch on show"))
        self.slider.setToolTip(self.tr("Drag to see an earlier epoch; at the end it follows."))
        self.slider.valueChanged.connect(self._move)
        self.label = QLabel(self)
        self.label.setFont(theme.tabular(self.label.font()))
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        cursor.changed.connect(self._place_changed)
        self._show_playing()
        self._place_changed()

    def set_member(self, member: int | None) -> None:
        """Write which member is on show; None where there is only one."""
        text = "" if member is None else self.tr("Member {n}").format(n=member + 1)
        if text != self._member:
            self._member = text
            self.show_place()

    def show_place(self) -> None:
        """Show where the cursor is."""
        cursor = self._cursor
        if cursor.playing != self._playing:
            self._show_playing()
        self.button.setEnabled(len(cursor) > 1)
        blocker = QSignalBlocker(self.slider)
        self.slider.setRange(0, max(0, len(cursor) - 1))
        self.slider.setValue(max(0, cursor.index))
        blocker.unblock()
        # room for the longest epoch, so that the slider does not jump
        self.label.setMinimumWidth(self._width(count(10 ** len(str(max(999, cursor.epoch))) - 1)))
        self.label.setText(self._text(count(max(0, cursor.epoch))))

    def _place_changed(self) -> None:
        self.setVisible(len(self._cursor) > 0)
        # the feet of the other pages catch up when these are shown
        if self.isVisible():
            self.show_place()

    def _show_playing(self) -> None:
        self._playing = self._cursor.playing
        self.button.setText(self.tr("Pause") if self._playing else self.tr("Play"))
        self.button.setIcon(icon("pause" if self._playing else "play"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_place()

    def _text(self, epoch: str) -> str:
        text = self.tr("Epoch {epoch}").format(epoch=epoch)
        return f"{self._member} · {text}" if self._member else text

    def _width(self, epoch: str) -> int:
        return self.label.fontMetrics().horizontalAdvance(self._text(epoch))

    def _play_or_pause(self) -> None:
        if self._cursor.playing:
            self._cursor.pause()
        else:
            self._cursor.play()

    def _move(self, index: int) -> None:
        self._cursor.pause()
        self._cursor.go_to(index)
