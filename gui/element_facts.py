"""All that is known of one element, and the choice of its unit."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.numbers import NOTHING, percent, three_digits
from core.statistics import Figures, Statistics
from gui import theme
from gui.controls import ComboBox
from gui.element_data import symbol_known, unit_known
from gui.element_units import substances_offered, units_offered
from gui.pages.page import label
from gui.table_info import ColumnInfo
from gui.translating import counted


class ElementFacts(QWidget):
    """Counts of an element, and its figures beside those of log10."""

    unit_wanted = Signal(str)
    substance_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label("", "heading")
        self._about = label("", "caption")
        self._counts = label("")
        self.unit = self._combo(self.tr("Unit"))
        self.substance = self._combo(self.tr("Amount of"))
        self.unit.activated.connect(lambda _: self.unit_wanted.emit(self.unit.currentText()))
        self.substance.activated.connect(
            lambda _: self.substance_wanted.emit(self.substance.currentText())
        )
        self._of = label(self.tr("amount of"), "caption")
        self._of.setWordWrap(False)
        self._units = QWidget()
        row = QHBoxLayout(self._units)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        unit_label = label(self.tr("Unit"), "caption")
        unit_label.setWordWrap(False)
        for each in (unit_label, self.unit, self._of, self.substance):
            row.addWidget(each)
        row.addStretch(1)
        self._unit_note = label(
            self.tr("The file states no unit. Choose the one it was measured in."), "caption"
        )
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._cells = self._build_grid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._name, self._about, self._units, self._unit_note, self._counts):
            column.addWidget(widget)
        column.addLayout(self._grid)

    def _combo(self, name: str) -> ComboBox:
        combo = ComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        return combo

    def _build_grid(self) -> dict[str, tuple[QLabel, QLabel]]:
        names = {
            "minimum": self.tr("Minimum"),
            "lower": self.tr("Lower quartile"),
            "median": self.tr("Median"),
            "upper": self.tr("Upper quartile"),
            "maximum": self.tr("Maximum"),
            "mean": self.tr("Mean"),
            "geometric": self.tr("Geometric mean"),
            "sd": self.tr("Standard deviation"),
            "mad": self.tr("MAD × 1.4826"),
            "variation": self.tr("Coefficient of variation"),
            "skewness": self.tr("Skewness"),
        }
        right = Qt.AlignmentFlag.AlignRight
        self._unit_head = label("", "caption")
        for place, head in ((1, self._unit_head), (2, label("log₁₀", "caption"))):
            self._grid.addWidget(head, 0, place, right)
        cells = {}
        for row, (field, name) in enumerate(names.items(), start=1):
            self._grid.addWidget(label(name, "caption"), row, 0)
            pair = _number_label(), _number_label()
            for place, cell in enumerate(pair, start=1):
                self._grid.addWidget(cell, row, place, right)
            cells[field] = pair
        return cells

    # --- showing -----------------------------------------------------------------------

    def show_element(self, column: ColumnInfo, found: Statistics | None) -> None:
        """Show an element; None while its statistics are computed."""
        self._name.setText(column.name)
        self._about.setText(self.tr("Method {method}").format(method=column.method))
        self._about.setVisible(bool(column.method))
        self._fill(self.unit, units_offered(column), unit_known(column))
        self._fill(self.substance, substances_offered(column), symbol_known(column))
        for shown in (self._of, self.substance):
            shown.setVisible(self.substance.count() > 0)
        self._unit_note.setVisible(not unit_known(column))
        self._unit_head.setText(unit_known(column))
        self._counts.setText(self._count_text(found) if found is not None else "")
        self._show_figures(found)

    def _fill(self, combo: ComboBox, choices: tuple[str, ...], chosen: str) -> None:
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems(list(choices))
            if chosen not in choices:
                combo.setPlaceholderText(chosen or self.tr("unknown"))
            combo.setCurrentIndex(combo.findText(chosen))
        combo.setEnabled(len(choices) > 1)

    def _count_text(self, found: Statistics) -> str:
        lines = [
            counted(
                self.tr("{count} values, {missing} missing"),
                count=f"{found.count:,}",
                missing=f"{found.missing:,}",
            )
        ]
        if found.below:
            lines.append(
                counted(
                    self.tr("{below} below the limit ({share}): {limits}"),
                    below=f"{found.below:,}",
                    share=percent(found.below / found.count),
                    limits=self._limits(found),
                )
            )
        if found.above:
            lines.append(
                self.tr("{above} above the range, counted as its end").format(
                    above=f"{found.above:,}"
                )
            )
        if found.not_positive:
            lines.append(
                self.tr("{count} not above 0: without a logarithm").format(
                    count=f"{found.not_positive:,}"
                )
            )
        return "\n".join(lines)

    def _limits(self, found: Statistics) -> str:
        if found.limits == 1:
            return "<" + three_digits(found.lowest_limit)
        return self.tr("{number} limits, <{low} to <{high}").format(
            number=found.limits,
            low=three_digits(found.lowest_limit),
            high=three_digits(found.highest_limit),
        )

    def _show_figures(self, found: Statistics | None) -> None:
        for field, (plain, log) in self._cells.items():
            if found is None:
                plain.setText("…")
                log.setText("…")
            elif field == "geometric":
                plain.setText(_number(found.geometric_mean))
                log.setText("")
            else:
                plain.setText(_number(_figure(found.plain, field)))
                log.setText("" if field == "variation" else _number(_figure(found.log, field)))


def _figure(figures: Figures, field: str) -> float:
    return float(getattr(figures, field))


def _number(value: float) -> str:
    return three_digits(value) if math.isfinite(value) else NOTHING


def _number_label() -> QLabel:
    made = QLabel("")
    made.setFont(theme.tabular(made.font()))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
