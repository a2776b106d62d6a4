"""What every page has: a middle that shows data, and an inspector that holds settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from gui.furniture import Furniture


class Page(QWidget):
    """A stop of the road. It listens to the session and to no other view."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self.furniture = furniture
        self.services = furniture.services
        self.session = furniture.services.session
        self.settings = furniture.services.settings
        content = QWidget()
        self.side = QVBoxLayout(content)
        self.side.setContentsMargins(8, 16, 16, 16)
        self.side.setSpacing(10)
        self.inspector = QScrollArea(widgetResizable=True)
        self.inspector.setFrameShape(QScrollArea.Shape.NoFrame)
        self.inspector.setWidget(content)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 8, 8)
        self.column.setSpacing(10)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.column.addLayout(self.head)
        self._connections: list[tuple[Any, Callable[..., None]]] = []
        self._splitters: dict[str, QSplitter] = {}

    @property
    def help_name(self) -> str:
        """Chapter of the guide about what the page shows now; "" is the page's own name."""
        return ""

    def arrive(self) -> None:
        """Do what is due each time the page is shown."""

    def listen(self, signal: Any, slot: Callable[..., None]) -> None:
        """Connect to a service for as long as the page lives."""
        signal.connect(slot)
        self._connections.append((signal, slot))

    def dispose(self) -> None:
        """Stop listening and remember the layout."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        for name, splitter in self._splitters.items():
            self.settings.set_layout(name, splitter.saveState())

    def add_title(self, text: str) -> QLabel:
        """Put the title at the left of the page's head."""
        title = label(text, "title")
        self.head.addWidget(title, 1)
        return title

    def splitter(self, name: str, orientation: Qt.Orientation) -> QSplitter:
        """Return a splitter whose layout is remembered under a name."""
        splitter = QSplitter(orientation)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(8)
        self._splitters[name] = splitter
        return splitter

    def restore_splitters(self) -> None:
        """Give the splitters the layout they had; called when they are filled."""
        for name, splitter in self._splitters.items():
            state = self.settings.layout(name)
            if not state.isEmpty():
                splitter.restoreState(state)


def label(text: str, role: str = "") -> QLabel:
    """Return a label with a role of the style sheet."""
    widget = QLabel(text)
    widget.setWordWrap(True)
    if role:
        widget.setProperty("role", role)
    return widget
