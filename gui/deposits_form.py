"""How a file of deposits is joined to the samples: its columns, the join, and the background."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from core.name_columns import class_column, name_column
from core.reading import Deposits
from datasets.recipe import Recipe
from gui.controls import ComboBox, Segments, SpinBox
from gui.number_line import NumberLine
from gui.pages.page import label
from gui.table_info import TableInfo

MOST_BACKGROUND = 1_000_000


class DepositsForm(QWidget):
    """Fields of `core.reading.Deposits`, filled from what the file's columns look like."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._recipe = "", Recipe()
        self._below: dict[str, float] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._add_columns()
        self._add_join()
        self._add_background()

    def _add_columns(self) -> None:
        form = QFormLayout()
        form.setSpacing(6)
        self.class_column, self.name_column = (
            self._combo(self.tr("Class")),
            self._combo(self.tr("Name")),
        )
        self.x_column, self.y_column = (
            self._combo(self.tr("Coordinate X")),
            self._combo(self.tr("Coordinate Y")),
        )
        for box in (self.class_column, self.name_column, self.x_column, self.y_column):
            form.addRow(box.accessibleName(), box)
        self.crs = QLineEdit(placeholderText=self.tr("as the samples"))
        self.crs.setToolTip(
            self.tr("Coordinate system of the deposits, such as EPSG:4326; they are reprojected.")
        )
        self.crs.setAccessibleName(self.tr("Coordinate system of the deposits"))
        self.crs.textEdited.connect(lambda _: self.changed.emit())
        form.addRow(self.tr("Coordinate system"), self.crs)
        self.column.addLayout(form)

    def _add_join(self) -> None:
        self.column.addWidget(label(self.tr("Join"), "heading"))
        self.join = Segments(
            {"nearest": self.tr("Nearest sample"), "radius": self.tr("All within")},
            self.tr("Join"),
        )
        self.join.changed.connect(self._joined)
        self.radius = NumberLine(self.tr("At most away"), self.tr("any"))
        self.radius.changed.connect(self.changed)
        self._explained = label("", "caption")
        self.column.addWidget(self.join)
        self.column.addWidget(self.radius)
        self.column.addWidget(self._explained)
        self._joined()

    def _add_background(self) -> None:
        self.column.addWidget(label(self.tr("Background samples"), "heading"))
        form = QFormLayout()
        form.setSpacing(6)
        self.background = SpinBox()
        self.background.setRange(0, MOST_BACKGROUND)
        self.background.setSpecialValueText(self.tr("none"))
        self.background.valueChanged.connect(lambda _: self._drawn())
        self.seed = SpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setValue(1)
        self.seed.valueChanged.connect(lambda _: self.changed.emit())
        self.background_class = QLineEdit(self.tr("no deposit"))
        self.background_class.textEdited.connect(lambda _: self.changed.emit())
        for name, field in (
            (self.tr("Drawn at random"), self.background),
            (self.tr("Their class"), self.background_class),
            (self.tr("Seed"), self.seed),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.column.addLayout(form)
        self.buffer = NumberLine(self.tr("Buffer"), self.tr("none"))
        self.buffer.setToolTip(
            self.tr(
                "Background samples lie at least so far from every deposit, unmatched ones too."
            )
        )
        self.buffer.changed.connect(self.changed)
        self.column.addWidget(self.buffer)
        self.outside = QCheckBox(self.tr("Below the kept thresholds"))
        self.outside.toggled.connect(lambda _: self.changed.emit())
        self.column.addWidget(self.outside)
        self._drawn()

    def _combo(self, name: str) -> ComboBox:
        box = ComboBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box

    # --- filling -----------------------------------------------------------------------

    def show_file(self, points: TableInfo) -> None:
        """Offer the columns of a file of deposits, the likely ones chosen."""
        self._path, self._recipe = points.source, points.reading.recipe
        roles = {column.role: column.name for column in points.columns}
        numbers = [column.name for column in points.columns if column.kind == "number"]
        others = [column.name for column in points.columns]
        for box, role in ((self.x_column, "x"), (self.y_column, "y")):
            _fill(box, numbers, roles.get(role, ""))
        known = [(c.name, c.kind, c.missing, c.distinct) for c in points.columns]
        kind = roles.get("target", "") or class_column(known, points.rows)
        _fill(self.class_column, others, kind)
        _fill(self.name_column, ["", *others], name_column(known, points.rows, without=kind))
        self.crs.setText(points.crs)
        self.changed.emit()

    def show_deposits(self, how: Deposits) -> None:
        """Show a join that is in force; the columns of its file must have been offered."""
        for box, name in (
            (self.x_column, how.x),
            (self.y_column, how.y),
            (self.class_column, how.kind),
        ):
            box.setCurrentIndex(max(0, box.findData(name)))
        self.name_column.setCurrentIndex(max(0, self.name_column.findData(how.name)))
        self.crs.setText(how.crs)
        self.join.set_value(how.join)
        self._joined()
        self.radius.set_value(how.radius)
        self.background.setValue(how.background)
        self.background_class.setText(how.background_class)
        self.seed.setValue(how.seed)
        self.buffer.set_value(how.buffer)
        self.outside.setChecked(bool(how.below))

    def set_unit(self, unit: str) -> None:
        """Name the unit of the distances."""
        self.radius.unit.setText(unit)
        self.buffer.unit.setText(unit)

    def set_thresholds(self, below: dict[str, float]) -> None:
        """Take the anomaly thresholds that were kept; without any they cannot be asked for."""
        self._below = dict(below)
        self.outside.setEnabled(bool(below))
        self.outside.setToolTip(
            ", ".join(f"{name} ≤ {value:.6g}" for name, value in below.items())
            or self.tr("Keep an anomaly threshold under Thresholds first.")
        )

    # --- reading -----------------------------------------------------------------------

    def obstacle(self) -> str:
        """Return why nothing can be joined yet, "" when it can."""
        if not self._path:
            return self.tr("Choose a file of deposits.")
        if not (self.x_column.currentData() and self.y_column.currentData()):
            return self.tr("Choose the columns of the deposits' coordinates.")
        if self.x_column.currentData() == self.y_column.currentData():
            return self.tr("Choose two different columns for the coordinates.")
        if not self.class_column.currentData():
            return self.tr("Choose the column of the deposits' classes.")
        for line in (self.radius, self.buffer):
            if line.value() is None:
                return self.tr("“{text}” is no distance; write a number.").format(
                    text=line.line.text()
                )
        if self.join.value() == "radius" and not self.radius.value():
            return self.tr("Write the radius within which samples are labelled.")
        return ""

    def fields(self) -> dict[str, Any]:
        """Return the fields of `Deposits` that stand here."""
        return {
            "table": self._path,
            "recipe": self._recipe,
            "x": self.x_column.currentData(),
            "y": self.y_column.currentData(),
            "kind": self.class_column.currentData(),
            "name": self.name_column.currentData() or "",
            "crs": self.crs.text().strip(),
            "join": self.join.value(),
            "radius": self.radius.value() or 0.0,
            "background": self.background.value(),
            "background_class": self.background_class.text().strip() or self.tr("no deposit"),
            "buffer": self.buffer.value() or 0.0,
            "below": self._below if self.outside.isChecked() else {},
            "seed": self.seed.value(),
        }

    # --- inner -------------------------------------------------------------------------

    def _joined(self) -> None:
        if self.join.value() == "nearest":
            text = self.tr("Each deposit labels the sample nearest to it, one each.")
        else:
            text = self.tr("All samples within the radius take the class of the nearest deposit.")
        self._explained.setText(text)
        self.changed.emit()

    def _drawn(self) -> None:
        wanted = self.background.value() > 0
        for field in (self.seed, self.background_class, self.buffer):
            field.setEnabled(wanted)
        self.outside.setEnabled(wanted and bool(self._below))
        self.changed.emit()


def _fill(box: ComboBox, names: list[str], chosen: str) -> None:
    box.blockSignals(True)
    box.clear()
    for name in names:
        box.addItem(name or "–", name)
    box.setCurrentIndex(box.findData(chosen))
    box.blockSignals(False)
