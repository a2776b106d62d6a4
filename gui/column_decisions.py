"""The decisions about one column: its name, its element, unit and method, and its codes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from datasets.recipe import ColumnRecipe, Recipe
from gui.decision_row import DecisionRow, form_of, show_row
from gui.import_info import ImportInfo
from gui.pages.page import label
from gui.translating import core_message

UNITS = {
    unit: unit
    for unit in (
        *("%", "ppm", "ppb", "ppt", "g/t", "mg/kg", "µg/g", "µg/kg", "ng/g", "oz/t", "oz/st"),
    )
}


class ColumnDecisions(QWidget):
    """Edits the `ColumnRecipe` of the column that was clicked."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._recipe = Recipe()
        self._column = ""
        self._title = label("", "heading")
        self._hint = label(self.tr("Click a column of the table to decide about it."), "caption")
        self.rows = {
            "name": DecisionRow(self.tr("Name")),
            "kind": DecisionRow(
                self.tr("Holds"),
                {
                    "number": self.tr("Numbers"),
                    "text": self.tr("Text"),
                    "angle": self.tr("Degrees, minutes, seconds"),
                },
            ),
            "element": DecisionRow(self.tr("Element")),
            "unit": DecisionRow(self.tr("Unit"), UNITS, free=True),
            "method": DecisionRow(self.tr("Method")),
            "negative": DecisionRow(
                self.tr("Below 0"),
                {
                    "value": self.tr("A value"),
                    "limit": self.tr("Minus a detection limit"),
                    "missing": self.tr("Missing"),
                },
            ),
            "missing": DecisionRow(self.tr("Missing codes")),
            "not_missing": DecisionRow(self.tr("Not missing")),
            "convert_to_unit": DecisionRow(self.tr("Convert to unit"), UNITS),
            "convert_to_element": DecisionRow(self.tr("Convert to")),
        }
        self.omitted = QCheckBox(self.tr("Leave this column out"))
        self.omitted.clicked.connect(self._take)
        self._fields = QWidget()
        self._form = form_of(
            self.rows, {name: row.editor.accessibleName() for name, row in self.rows.items()}
        )
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._form)
        inner.addWidget(self.omitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._fields)
        self._fields.hide()
        for row in self.rows.values():
            row.changed.connect(self._take)

    def show_column(self, info: ImportInfo | None, made: Recipe, column: str) -> None:
        """Show what was decided about a column, by its name in the file."""
        found = info.recipe.columns.get(column) if info is not None else None
        self._recipe, self._column = made, column
        self._fields.setVisible(found is not None)
        self._hint.setVisible(found is None)
        self._title.setText(self.tr("Column {name}").format(name=column) if column else "")
        self._title.setVisible(bool(column))
        if found is None or info is None:
            return
        mine = made.columns.get(column, ColumnRecipe())
        doubts = {each.name for each in info.doubts if each.column == column}
        for name, row in self.rows.items():
            reason = info.reason(name, column)
            said = core_message(reason) if reason is not None else ""
            row.show_decision(
                _text(getattr(mine, name)),
                # a column of text is one of which nothing else was decided
                _text(getattr(found, name)) or {"name": column, "kind": "text"}.get(name, ""),
                said,
                sure=name not in doubts,
            )
            show_row(self._form, row, True)
        self.omitted.setChecked(found.omitted)

    def _take(self) -> None:
        values: dict[str, Any] = {name: row.value() for name, row in self.rows.items()}
        for name in ("missing", "not_missing"):
            values[name] = tuple(values[name].split())
        values["omitted"] = self.omitted.isChecked()
        mine = ColumnRecipe.model_validate(values)
        columns = {**self._recipe.columns, self._column: mine}
        if mine == ColumnRecipe():
            del columns[self._column]
        self.changed.emit(self._recipe.model_copy(update={"columns": columns}))


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " ".join(value)
