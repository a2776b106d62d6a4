"""The first page: bundled examples as cards, recent files, and opening one's own.

It is painted before anything heavy is loaded, so it imports nothing but Qt.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.places import untitled_project_path
from gui.example_card import ExampleCard
from gui.settings import Settings


class Welcome(QWidget):
    """Offers what can be opened; emits a kind and a name."""

    wanted = Signal(str, str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(16)
        outer.addLayout(column, 8)
        outer.addStretch(1)
        column.addStretch(2)
        column.addWidget(self._label("Anomalyst", "title"))
        column.addWidget(
            self._label(
                self.tr(
                    "Train a BP network on a table of geochemistry and see the classes as a map."
                ),
                "muted",
            )
        )
        column.addSpacing(8)
        column.addLayout(self._cards())
        column.addSpacing(8)
        column.addWidget(self._label(self.tr("Recent"), "heading"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(3)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files as they are now."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if untitled_project_path().exists():
            self._recent.addWidget(
                self._link(self.tr("Continue where you left off"), "", "untitled"),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
        recent = [name for name in self._settings.recent if not name.startswith("example:")]
        if not recent:
            self._recent.addWidget(
                self._label(self.tr("Files you open are listed here."), "caption")
            )
        for name in recent:
            text = f"{Path(name).name}   ·   {_shortened(Path(name).parent)}"
            self._recent.addWidget(self._link(text, name, "path"), 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, text: str, what: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.setToolTip(what)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: self.wanted.emit(kind, what))
        return button

    def _cards(self) -> QGridLayout:
        cards = QGridLayout()
        cards.setSpacing(16)
        copper = ExampleCard(
            "copper",
            self.tr("Copper survey"),
            self.tr(
                "Synthetic stream sediments: 22,400 cells, 14 elements, 33 copper deposits of "
                "7 types. Train a 14-9-5-8 network and watch the map of deposit types develop."
            ),
            self.tr("Open the survey"),
        )
        copper.clicked.connect(lambda: self.wanted.emit("example", "copper"))
        table = ExampleCard(
            "table",
            self.tr("A table of your own"),
            self.tr(
                "A CSV with a row for each sample: elements, coordinates and a column with the "
                "class. You can also drop it anywhere on this window."
            ),
            self.tr("Open a table…"),
        )
        table.clicked.connect(lambda: self.wanted.emit("ask", ""))
        cards.addWidget(copper, 0, 0)
        cards.addWidget(table, 0, 1)
        return cards

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, wordWrap=True)
        label.setProperty("role", role)
        return label


def _shortened(folder: Path) -> str:
    text = str(folder)
    home = str(Path.home())
    if text.startswith(home):
        text = "~" + text[len(home) :]
    return text if len(text) <= 60 else "…" + text[-59:]
