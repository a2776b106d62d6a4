"""How the present file became images, and the means to read it in another way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from datasets.images.image_reading import ImageReading
from datasets.images.suffixes import PICTURE_SUFFIXES
from gui.controls import ComboBox, SpinBox

TABLES = (".csv", ".txt", ".tsv", ".data", ".parquet", ".xlsx", ".xls")
ALWAYS = ("ink", "side")
OF_TABLES = (*ALWAYS, "framing", "pixel_order", "label_column")
OF_ARRAYS = (*ALWAYS, "framing", "grey", "pixel_order")
OF_SHEETS = (*ALWAYS, "framing", "grey", "rows", "columns", "sheet_order")
MOST_PIXELS, MOST_LINES = 512, 10_000


def decisions_for(source: str) -> tuple[str, ...]:
    """Return the fields of `ImageReading` that matter for a source."""
    name = source.lower()
    if name.startswith("example:"):
        return ALWAYS
    if name.endswith(TABLES):
        return OF_TABLES
    if name.endswith(PICTURE_SUFFIXES):
        return OF_SHEETS
    return OF_ARRAYS


class ReadingForm(QWidget):
    """A row for each decision that matters; nothing is read before the button is pressed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = ImageReading()
        self.editors: dict[str, ComboBox | SpinBox] = self._combos() | self._numbers()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, word in self._words().items():
            editor = self.editors[name]
            editor.setAccessibleName(word)
            label = QLabel(word)
            label.setBuddy(editor)
            if name == "framing":
                label.setToolTip(self.tr("Cuts the ink of every image out, scales and places it"))
            self._form.addRow(label, editor)
        self.button = QPushButton(self.tr("Read again"))
        self.button.clicked.connect(lambda _=False: self.wanted.emit(self.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addWidget(self.button)

    def show_reading(self, reading: ImageReading, source: str) -> None:
        """Show how a source was read."""
        self._reading = reading
        shown = decisions_for(source)
        for name, editor in self.editors.items():
            self._form.setRowVisible(editor, name in shown)
            if isinstance(editor, ComboBox):
                editor.setCurrentIndex(editor.findData(getattr(reading, name)))
            else:
                editor.setValue(getattr(reading, name))
        self._compare()

    def value(self) -> ImageReading:
        """Return the decisions as they stand in the editors."""
        values = {
            name: editor.currentData() if isinstance(editor, ComboBox) else editor.value()
            for name, editor in self.editors.items()
            if self._form.isRowVisible(editor)
        }
        return ImageReading.model_validate({**dict(self._reading), **values})

    def _compare(self) -> None:
        self.button.setEnabled(self.value() != self._reading)

    def _words(self) -> dict[str, str]:
        return {
            "ink": self.tr("Strokes"),
            "side": self.tr("Side"),
            "framing": self.tr("Framing"),
            "grey": self.tr("Colours"),
            "label_column": self.tr("Label column"),
            "pixel_order": self.tr("Pixels stand"),
            "rows": self.tr("Digits down"),
            "columns": self.tr("Digits across"),
            "sheet_order": self.tr("Order"),
        }

    def _combos(self) -> dict[str, ComboBox | SpinBox]:
        found = self.tr("As found")
        choices: dict[str, dict[Any, str]] = {
            "ink": {
                "auto": found,
                "light": self.tr("Light on dark"),
                "dark": self.tr("Dark on light"),
            },
            "framing": {
                "kept": self.tr("As it is"),
                "mass": self.tr("Centred by mass, as in MNIST"),
                "box": self.tr("In the middle"),
                "blocks": self.tr("In blocks, as in 8 × 8 digits"),
            },
            "grey": {False: found, True: self.tr("Made grey")},
            "label_column": {
                "auto": found,
                "first": self.tr("First"),
                "last": self.tr("Last"),
                "none": self.tr("None"),
            },
            "pixel_order": {
                "auto": found,
                "rows": self.tr("Line after line"),
                "columns": self.tr("Column after column"),
            },
            "sheet_order": {
                "auto": found,
                "rows": self.tr("0…9 down the sheet"),
                "columns": self.tr("0…9 across the sheet"),
                "unlabelled": self.tr("Not known"),
            },
        }
        return {name: self._combo(named) for name, named in choices.items()}

    def _combo(self, named: dict[Any, str]) -> ComboBox:
        combo = ComboBox()
        for value, word in named.items():
            combo.addItem(word, value)
        combo.currentIndexChanged.connect(lambda _: self._compare())
        return combo

    def _numbers(self) -> dict[str, ComboBox | SpinBox]:
        numbers: dict[str, ComboBox | SpinBox] = {}
        for name in ("side", "rows", "columns"):
            box = SpinBox()
            box.setRange(0, MOST_PIXELS if name == "side" else MOST_LINES)
            box.setSpecialValueText(self.tr("As it is") if name == "side" else self.tr("As found"))
            box.setSuffix(self.tr(" pixels") if name == "side" else "")
            box.valueChanged.connect(lambda _: self._compare())
            numbers[name] = box
        return numbers
