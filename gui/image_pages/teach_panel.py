"""Teach it: the drawing goes with its right class into a folder of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import ComboBox
from gui.icons import icon
from gui.pages.page import label
from gui.translating import counted

# with more classes, or longer names, they are chosen from a list
MOST_BUTTONS, LONGEST = 10, 4
ACROSS = 5


class TeachPanel(QWidget):
    """Says which class is the right one, and that the folder is to be changed or opened."""

    taught = Signal(str)
    folder_wanted = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._is_ready = self._is_chosen = False
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self.chooser = ComboBox()
        self.chooser.setAccessibleName(self.tr("Right class"))
        self.chooser.activated.connect(self._keep_chosen)
        self.add = QPushButton(icon("plus"), self.tr("Add"))
        self.add.clicked.connect(lambda _=False: self.taught.emit(self.chooser.currentText()))
        listed = QHBoxLayout()
        listed.setSpacing(4)
        listed.addWidget(self.chooser, 1)
        listed.addWidget(self.add)
        self.told = label("", "success")
        self.told.hide()
        self._held = label("", "caption")
        self._place = label("", "caption")
        self.change = QPushButton(self.tr("Folder…"))
        self.change.clicked.connect(lambda _=False: self.folder_wanted.emit())
        self.open = QPushButton(icon("folder-open-outline"), self.tr("Open these drawings"))
        self.open.setToolTip(
            self.tr("Opens them as a set of images: train on them, or classify them.")
        )
        self.open.clicked.connect(lambda _=False: self.opened.emit())
        ways = QHBoxLayout()
        ways.setSpacing(4)
        ways.addWidget(self.open, 1)
        ways.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Teach it"), "heading"))
        column.addWidget(
            label(
                self.tr("Say what the drawing is, and it is added to a data set of your own."),
                "caption",
            )
        )
        column.addLayout(self._grid)
        column.addLayout(listed)
        column.addWidget(self.told)
        column.addWidget(self._held)
        column.addWidget(self._place)
        column.addLayout(ways)

    def show_classes(self, names: Sequence[str]) -> None:
        """Offer the classes of a network."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        short = len(names) <= MOST_BUTTONS and all(len(name) <= LONGEST for name in names)
        for number, name in enumerate(names if short else ()):
            button = QPushButton(name)
            button.setMinimumWidth(20)
            button.setToolTip(self.tr("Add the drawing as class {name}").format(name=name))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(lambda _=False, name=name: self.taught.emit(name))
            self.buttons[name] = button
            self._grid.addWidget(button, *divmod(number, ACROSS))
        self.chooser.clear()
        self.chooser.addItems(list(names))
        for each in (self.chooser, self.add):
            each.setVisible(not short)

    def say(self, words: str) -> None:
        """Say what became of the last drawing; here, as a banner would move the pad away."""
        self.told.setText(words)
        self.told.show()

    def suggest(self, name: str) -> None:
        """Stand on the class that the drawing is taken for, unless a person chose another."""
        if not self._is_chosen:
            self.chooser.setCurrentText(name)

    def _keep_chosen(self) -> None:
        self._is_chosen = True

    def set_ready(self, ready: bool) -> None:
        """Say whether there is a drawing to add; what was chosen goes with it."""
        if self._is_ready and not ready:
            self._is_chosen = False
        self._is_ready = ready
        for button in (*self.buttons.values(), self.add):
            button.setEnabled(ready)

    def show_folder(self, folder: Path, counts: Mapping[str, int]) -> None:
        """Say how many drawings the folder holds."""
        total = sum(counts.values())
        if total:
            words = counted(
                self.tr("Drawings: {total}, in {classes} classes:"),
                total=f"{total:,}",
                classes=len(counts),
            )
            each = ", ".join(f"{name} × {count:,}" for name, count in counts.items())
            self._held.setText(f"{words} {each}.")
        else:
            self._held.setText(self.tr("No drawing is there yet."))
        self._place.setText(str(folder).replace("/", "/\u200b"))
        self._place.setToolTip(str(folder))
        self.open.setEnabled(total > 0)
