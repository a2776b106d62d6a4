"""What the pages that look inside a network have in common."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.snapshots import Ranges, Snapshot, SnapshotAbout
from gui.empty_state import EmptyState
from gui.frame_cursor import FrameCursor
from gui.frame_foot import FrameFoot


@dataclass(frozen=True, eq=False)
class Inside:
    """One member of a network at one epoch.

    Attributes
    ----------
    last_step
        The frame whose losses along the step are to be seen: `frame`, or the one before it.
    ranges
        Bounds over all frames of the member, for scales that stay.
    largest_step
        Δmax of the job, NaN where its trainer has none.
    """

    about: SnapshotAbout
    member: int
    frame: Snapshot
    last_step: Snapshot
    ranges: Ranges
    largest_step: float


class InsidePage(QWidget):
    """A view of a frame, with a sentence instead while there is none, and the shared slider."""

    shown = Signal()

    def __init__(self, cursor: FrameCursor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        stage = QWidget(self)
        self._holder = QWidget(stage)
        self.content = QVBoxLayout(self._holder)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(4)
        inner = QVBoxLayout(stage)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._holder)
        self.foot = FrameFoot(cursor, self)
        self.empty = EmptyState("", stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(stage, 1)
        column.addWidget(self.foot)

    def say(self, sentence: str) -> None:
        """Show a sentence instead of the view."""
        self._holder.hide()
        self.empty.set_text(sentence)
        self.empty.show()

    def show_inside(self, inside: Inside) -> None:
        """Show a frame, or say why there is nothing of it to show."""
        self.foot.set_member(inside.member if inside.about.kept > 1 else None)
        sentence = self.obstacle(inside)
        if sentence:
            self.say(sentence)
            return
        self.draw(inside)
        self.empty.hide()
        self._holder.show()

    def obstacle(self, inside: Inside) -> str:
        """Return why a frame cannot be drawn, "" when it can."""
        return ""

    def draw(self, inside: Inside) -> None:
        """Draw a frame without an obstacle."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()
