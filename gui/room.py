"""Room for the page on show: as large as the window gives, never smaller than the page needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget


class Stack(QStackedWidget):
    """Needs the room of the page on show, not that of the largest one."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


class Room(QScrollArea):
    """Scrolls a stack of pages where letters are too large for the screen.

    Qt's own resizing takes the height that the page would like to have for its minimum, and would
    scroll pages that fit.
    """

    def __init__(self, pages: Stack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        pages.currentChanged.connect(lambda _: self._fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        pages = self.widget()
        if pages is None:
            return
        given, needed = self.maximumViewportSize(), pages.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        needed.setHeight(max(needed.height(), _least_height(pages, given.width())))
        if needed.height() > given.height():
            given.setWidth(given.width() - bar)
            needed.setHeight(max(needed.height(), _least_height(pages, given.width())))
        if needed.width() > given.width():
            given.setHeight(given.height() - bar)
        pages.resize(given.expandedTo(needed))


def _least_height(pages: QWidget, width: int) -> int:
    """Return what the page on show needs where its words wrap at this width."""
    shown = pages.currentWidget() if isinstance(pages, Stack) else None
    layout = shown.layout() if shown is not None else None
    return layout.totalMinimumHeightForWidth(width) if layout is not None else 0
