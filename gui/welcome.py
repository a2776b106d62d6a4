"""The first page: bundled examples as cards, recent files, and opening one's own.

It is painted before anything heavy is loaded, so it imports nothing but Qt.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

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
                    "Train a BP network on a table of geochemistry and see the classes as a map, "
                    "or a CNN on images of digits and see what it looks at."
                ),
                "muted",
            )
        )
        column.addSpacing(8)
        column.addLayout(self._cards())
        column.addSpacing(8)
        column.addWidget(self._label(self.tr("Recent"), "heading"))
        self._recent = QGridLayout()
        self._recent.setHorizontalSpacing(16)
        self._recent.setVerticalSpacing(2)
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
        links = []
        if untitled_project_path().exists():
            links.append(self._link(self.tr("Continue where you left off"), "", "untitled"))
        for name in self._settings.recent:
            if not name.startswith("example:"):
                text = f"{Path(name).name}   ·   {_shortened(Path(name).parent)}"
                links.append(self._link(text, name, "path"))
        if not links:
            none = self._label(self.tr("Files you open are listed here."), "caption")
            self._recent.addWidget(none, 0, 0)
        for number, link in enumerate(links):
            # two columns, or a full list would not fit below the cards
            self._recent.addWidget(link, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)

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
        for column in range(2):
            cards.setColumnStretch(column, 1)
        for number, card in enumerate(
            (
                self._copper(),
                self._digits(),
                self._gold(),
                self._perceptron(),
                self._table(),
                self._images(),
            )
        ):
            cards.addWidget(card, number // 2, number % 2)
        return cards

    def _copper(self) -> ExampleCard:
        card = ExampleCard(
            "copper",
            self.tr("Copper survey"),
            self.tr(
                "Synthetic stream sediments: 22,400 cells, 14 elements, 33 copper deposits of "
                "7 types. Train a 14-9-5-8 network and watch the map of deposit types develop."
            ),
            self.tr("Open the survey"),
        )
        card.add_second(
            self.tr("One ordered output (14-9-5-1)"),
            self.tr(
                "To reproduce the documented example: one output writes the class as a number. "
                "That imposes an order on the classes, which deposit types do not have."
            ),
        )
        card.clicked.connect(lambda: self.wanted.emit("example", "copper"))
        card.second.connect(lambda: self.wanted.emit("example", "copper-ordered"))
        return card

    def _gold(self) -> ExampleCard:
        card = ExampleCard(
            "gold",
            self.tr("Gold deposits"),
            self.tr(
                "Synthetic table: metal, ore and grade of 46 deposits; 34 of 4 types teach a 3-3-4 "
                "network to name the other 12. No map: it ends in two tables."
            ),
            self.tr("Open the deposits"),
        )
        card.clicked.connect(lambda: self.wanted.emit("example", "gold"))
        return card

    def _digits(self) -> ExampleCard:
        card = ExampleCard(
            "digits",
            self.tr("Handwritten digits"),
            self.tr(
                "1,797 digits of 8 × 8 pixels: a CNN learns them in seconds. See its errors and "
                "its inside, then draw a digit and let it read yours."
            ),
            self.tr("Open the digits"),
        )
        card.add_second(
            self.tr("MNIST (28 × 28)"),
            self.tr("70,000 digits of 28 × 28 pixels, fetched once from a public mirror (12 MB)."),
        )
        card.clicked.connect(lambda: self.wanted.emit("example-images", "digits"))
        card.second.connect(lambda: self.wanted.emit("example-images", "mnist"))
        return card

    def _images(self) -> ExampleCard:
        card = ExampleCard(
            "images",
            self.tr("Images of your own"),
            self.tr(
                "A folder per class, IDX, npz, mat, a table of pixels or a sheet of digits. "
                "Classes come from folders, labels or the order of the sheet."
            ),
            self.tr("Open a folder…"),
        )
        card.add_second(
            self.tr("Open a file…"), self.tr("IDX, npz, mat, CSV of pixels or a picture.")
        )
        card.clicked.connect(lambda: self.wanted.emit("ask-folder", ""))
        card.second.connect(lambda: self.wanted.emit("ask", ""))
        return card

    def _perceptron(self) -> ExampleCard:
        card = ExampleCard(
            "perceptron",
            self.tr("Perceptron"),
            self.tr(
                "A single unit learns AND, OR and NOT, and never XOR: its decision line shows why."
            ),
            self.tr("Open the perceptron"),
        )
        card.clicked.connect(lambda: self.wanted.emit("perceptron", ""))
        return card

    def _table(self) -> ExampleCard:
        card = ExampleCard(
            "table",
            self.tr("A table of your own"),
            self.tr(
                "From a laboratory or a GIS: text, Excel, Parquet, Shapefile, GeoPackage. You see "
                "how it is read, and can change it. You can also drop it anywhere on this window."
            ),
            self.tr("Open a table…"),
        )
        card.clicked.connect(lambda: self.wanted.emit("ask", ""))
        return card

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, wordWrap=True)
        label.setProperty("role", role)
        return label


def _shortened(folder: Path) -> str:
    text = str(folder)
    home = str(Path.home())
    if text.startswith(home):
        text = "~" + text[len(home) :]
    return text if len(text) <= 44 else "…" + text[-43:]
