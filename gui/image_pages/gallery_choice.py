"""Which images the gallery shows: errors, doubtful ones, a cell of the matrix, a class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.controls import ComboBox, Segments
from gui.image_pages.judged_images import Choice, Wanted
from gui.pages.page import label
from gui.translating import counted


class GalleryChoice(QWidget):
    """A line over the gallery; says what is wanted whenever a person changes it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._cell = (-1, -1)
        self.choice = Segments(
            {
                "errors": self.tr("Errors"),
                "least certain": self.tr("Least certain"),
                "cell": self.tr("Cell"),
                "class": self.tr("Class"),
            },
            self.tr("Images on show"),
            self,
        )
        self.choice.changed.connect(lambda _: self._announce())
        self.code = ComboBox()
        self.code.setAccessibleName(self.tr("Class"))
        self.code.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.count = label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice)
        row.addWidget(self.code)
        row.addWidget(self.count, 1)
        self._show_state()

    def show_classes(self, names: Sequence[str]) -> None:
        """Take the classes of another run; the errors are shown first."""
        self._names = tuple(names)
        self._cell = (-1, -1)
        self.code.blockSignals(True)
        self.code.clear()
        self.code.addItems(list(names))
        self.code.blockSignals(False)
        self.choice.set_value("errors")
        self._show_state()

    def show_cell(self, known: int, predicted: int) -> None:
        """Want the images of a cell of the matrix."""
        self._cell = (known, predicted)
        self.choice.set_value("cell")
        self._announce()

    def show_class(self, code: int) -> None:
        """Want the images of a class."""
        self.code.blockSignals(True)
        self.code.setCurrentIndex(code)
        self.code.blockSignals(False)
        self.choice.set_value("class")
        self._announce()

    def wanted(self, part: str) -> Wanted:
        """Return which images of a part are wanted."""
        choice = cast(Choice, self.choice.value())
        if choice == "cell":
            return Wanted(choice, part, *self._cell)
        return Wanted(choice, part, max(0, self.code.currentIndex()))

    def show_count(self, images: int) -> None:
        """Say how many images are on show, and in which order."""
        if not images:
            self.count.setText(self._none_words())
            return
        choice, number = self.choice.value(), f"{images:,}"
        if choice == "cell":
            known, given = (self._names[code] for code in self._cell)
            words = (
                self.tr("{images} images of class {known}, rightly so, the surest first")
                if known == given
                else self.tr("{images} images of class {known} taken for {given}, the surest first")
            )
            self.count.setText(counted(words, images=number, known=known, given=given))
            return
        words = {
            "errors": self.tr("{images} errors, the surest first"),
            "least certain": self.tr("{images} images, the most doubtful first"),
            "class": self.tr("{images} images of this class, the hardest first"),
        }[choice]
        self.count.setText(counted(words, images=number))

    def _none_words(self) -> str:
        """Say what it means that no image is on show."""
        choice = self.choice.value()
        if choice == "errors":
            return self.tr("All are classified right")
        if choice != "cell":
            return self.tr("No image")
        known, given = (self._names[code] for code in self._cell)
        words = (
            self.tr("No image of class {known} was classified right")
            if known == given
            else self.tr("No image of class {known} was taken for {given}")
        )
        return words.format(known=known, given=given)

    def _announce(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self.code.setVisible(self.choice.value() == "class")
        cell = self.choice.button("cell")
        cell.setEnabled(self._cell != (-1, -1))
        cell.setToolTip(
            "" if cell.isEnabled() else self.tr("Click a cell of the confusion matrix first.")
        )
