"""The decisions about a whole file: its text, its header, its codes and its layout."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from datasets.messages import InputError, Message
from datasets.recipe import Coordinates, LongForm, Recipe, recipe_from_values
from gui.decision_row import DecisionRow, form_of, show_row
from gui.import_info import ImportInfo
from gui.place_decisions import PlaceDecisions
from gui.translating import core_message

ENCODINGS = {
    "utf-8": "UTF-8",
    "gb18030": "GB 18030 (GBK, GB 2312)",
    "cp950": "Big5 (cp950)",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp866": "IBM 866",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp949": "EUC-KR (cp949)",
    "cp932": "Shift JIS (cp932)",
    "cp850": "IBM 850",
    "mac_roman": "Mac Roman",
}
LONG = ("sample", "element", "value", "unit")


class FileDecisions(QWidget):
    """Edits a `Recipe` without its columns."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._recipe = Recipe()
        self._names: tuple[str, ...] = ()
        signs = {
            ",": self.tr("Comma ,"),
            ";": self.tr("Semicolon ;"),
            "\t": self.tr("Tab"),
            "|": self.tr("Bar |"),
            " ": self.tr("Blanks"),
        }
        self.rows = {
            "sheet": DecisionRow(self.tr("Sheet"), {}),
            "encoding": DecisionRow(self.tr("Encoding"), ENCODINGS),
            "separator": DecisionRow(self.tr("Separator"), signs, free=True),
            "quote": DecisionRow(
                self.tr("Quotes"),
                {'"': self.tr('Double "'), "'": self.tr("Single '"), "none": self.tr("None")},
            ),
            "decimal": DecisionRow(
                self.tr("Decimal sign"), {".": self.tr("Point 1.5"), ",": self.tr("Comma 1,5")}
            ),
            "thousands": DecisionRow(
                self.tr("Thousands"),
                {",": "1,234", ".": "1.234", " ": "1 234", "'": "1'234"},
            ),
            "names": DecisionRow(self.tr("Lines of names")),
            "units": DecisionRow(self.tr("Line of units")),
            "methods": DecisionRow(self.tr("Line of methods")),
            "first": DecisionRow(self.tr("First sample")),
            "last": DecisionRow(self.tr("Last sample")),
            "missing": DecisionRow(self.tr("Missing codes")),
            "not_missing": DecisionRow(self.tr("Not missing")),
            "checks": DecisionRow(
                self.tr("Check samples"),
                {
                    "keep": self.tr("Left in"),
                    "standards": self.tr("Without standards and blanks"),
                    "all": self.tr("Without duplicates too"),
                },
            ),
            "layout": DecisionRow(
                self.tr("Layout"),
                {
                    "wide": self.tr("A row for each sample"),
                    "long": self.tr("A row for each value"),
                    "across": self.tr("A column for each sample"),
                },
            ),
            "crs": DecisionRow(self.tr("Coordinate system")),
        }
        self.long_rows = {name: DecisionRow(word, {}) for name, word in self._long_words().items()}
        self.long_rows["repeats"] = DecisionRow(
            self.tr("Repeats"),
            {
                "mean": self.tr("Mean"),
                "median": self.tr("Median"),
                "first": self.tr("First"),
                "last": self.tr("Last"),
                "highest": self.tr("Highest"),
            },
        )
        self._long = QWidget()
        labels = {name: row.editor.accessibleName() for name, row in self.long_rows.items()}
        self._long_form = form_of(self.long_rows, labels)
        self._long.setLayout(self._long_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._form = form_of(
            self.rows, {name: row.editor.accessibleName() for name, row in self.rows.items()}
        )
        column.addLayout(self._form)
        column.addWidget(self._long)
        self.places = PlaceDecisions()
        self.places.changed.connect(self._take_places)
        column.addWidget(self.places)
        self._explain()
        for row in (*self.rows.values(), *self.long_rows.values()):
            row.changed.connect(self._take)

    def _explain(self) -> None:
        """Say what is typed where codes are added to those found and taken from them."""
        words = {
            "missing": self.tr("Codes besides those found, blanks between them."),
            "not_missing": self.tr("Codes that were found and are none, blanks between them."),
        }
        for name, text in words.items():
            self.rows[name].editor.setToolTip(text)

    def _long_words(self) -> dict[str, str]:
        return {
            "sample": self.tr("Sample"),
            "element": self.tr("Element"),
            "value": self.tr("Value"),
            "unit": self.tr("Unit"),
        }

    # --- showing -----------------------------------------------------------------------

    def show_info(
        self, info: ImportInfo, made: Recipe, raw_names: tuple[str, ...], system: str = ""
    ) -> None:
        """Show what was found and what a person made of it.

        Parameters
        ----------
        made
            The decisions of a person alone.
        raw_names
            Columns of the file, for the long form.
        system
            Coordinate reference system of the table, which may have been chosen elsewhere.
        """
        self._recipe, self._names = made, raw_names
        self.rows["sheet"].set_choices({name: name for name in info.sheets})
        found = _plain(info.recipe)
        mine = _plain(made)
        for name, row in self.rows.items():
            shown = info.sheet if name == "sheet" else found[name]
            reason = info.reason(name)
            sure = all(each.name != name or each.column for each in info.doubts)
            row.show_decision(mine[name], shown, _said(reason), sure=sure)
        if system and not made.crs and system != info.recipe.crs:
            said = self.tr("It was chosen for the table.")
            self.rows["crs"].show_decision("", system, said)
        is_text = bool(info.recipe.encoding)
        shown_rows = {
            "sheet": len(info.sheets) > 1,
            "encoding": is_text,
            "separator": is_text,
            "quote": is_text,
            "not_missing": bool(info.recipe.missing or made.not_missing),
            "checks": bool(info.check_count or made.checks),
            "names": bool(info.cells),
            "units": bool(info.cells),
            "methods": bool(info.cells),
        }
        for name, row in self.rows.items():
            show_row(self._form, row, shown_rows.get(name, True))
        self._show_long(info.recipe.long_form, made.long_form)
        self._long.setVisible(info.recipe.layout == "long")
        self.places.show_places(
            info.recipe.coordinates,
            made.coordinates,
            raw_names,
            info.reason("coordinates"),
            sure=all(each.name != "coordinates" for each in info.doubts),
        )

    def _show_long(self, found: LongForm | None, made: LongForm | None) -> None:
        names = {name: name for name in self._names}
        for field, row in self.long_rows.items():
            if field != "repeats":
                row.set_choices(names)
            value = getattr(made, field) if made is not None else ""
            row.show_decision(value, getattr(found, field) if found is not None else "", "")
            show_row(self._long_form, row, True)

    # --- taking ------------------------------------------------------------------------

    def name_of(self, field: str) -> str:
        """Return what a field of the recipe is called on screen."""
        row = self.rows.get(field) or (self.places.rows["form"] if field == "coordinates" else None)
        return row.editor.accessibleName() if row is not None else field

    def set_line(self, line: int, part: str) -> None:
        """Take what a person says of a line in the head of the file."""
        if part == "names":
            kept = self._recipe.names or ()
            names = (
                tuple(sorted({*kept, line})) if abs(line - max(kept, default=0)) == 1 else (line,)
            )
            self.changed.emit(self._recipe.model_copy(update={"names": names}))
        else:
            self.changed.emit(self._recipe.model_copy(update={part: line}))

    def _take_places(self, places: Coordinates | None) -> None:
        self.changed.emit(self._recipe.model_copy(update={"coordinates": places}))

    def _take(self) -> None:
        values = self._recipe.model_dump(exclude_defaults=True)
        for name, row in self.rows.items():
            values.pop(name, None)
            text = row.value()
            if text:
                values[name] = _value(name, text)
        values.pop("long_form", None)
        long_form = {name: row.value() for name, row in self.long_rows.items() if row.value()}
        if long_form and all(long_form.get(name) for name in LONG[:3]):
            values["long_form"] = long_form
        try:
            recipe = recipe_from_values(values, self.tr("the recipe"))
        except InputError as error:
            self.refused.emit(error.message)
            return
        self.changed.emit(recipe)


def _plain(recipe: Recipe) -> dict[str, str]:
    """Return the fields of a recipe as a person types them."""

    def number(value: int | None) -> str:
        return "" if value is None else str(value)

    return {
        "sheet": recipe.sheet,
        "encoding": recipe.encoding,
        "separator": recipe.separator,
        "quote": "" if recipe.quote is None else recipe.quote or "none",
        "decimal": recipe.decimal,
        "thousands": recipe.thousands,
        "names": ", ".join(map(str, recipe.names or ())),
        "units": number(recipe.units),
        "methods": number(recipe.methods),
        "first": number(recipe.first),
        "last": number(recipe.last),
        "missing": "  ".join(recipe.missing or ()),
        "not_missing": "  ".join(recipe.not_missing),
        "checks": recipe.checks,
        "layout": recipe.layout,
        "crs": recipe.crs,
    }


def _value(name: str, text: str) -> Any:
    if name == "names":
        return [] if text == "0" else [part for part in re.split(r"[\s,，;]+", text) if part]
    if name in ("missing", "not_missing"):
        return text.split()
    if name == "quote":
        return "" if text == "none" else text
    return text


def _said(reason: Message | None) -> str:
    return core_message(reason) if reason is not None else ""
