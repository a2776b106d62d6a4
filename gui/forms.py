"""Forms that grow from the declared fields of a section of a job."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from datasets.messages import InputError
from gui.declared import declared_fields
from gui.form_row import FormRow
from gui.translating import core_message


class SectionForm(QWidget):
    """A row for each declared field of a section.

    Parameters
    ----------
    section
        The value to start from, or the class of a section that has defaults for all fields.
    exclude
        Fields that are edited elsewhere; their values are carried along.
    """

    changed = Signal(object)

    def __init__(
        self,
        section: BaseModel | type[BaseModel],
        exclude: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._section = section() if isinstance(section, type) else section
        self._rows: dict[str, FormRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for declared in declared_fields(type(self._section), exclude):
            row = FormRow(declared, getattr(self._section, declared.name), self)
            row.changed.connect(lambda row=row: self._edited(row))
            self._rows[declared.name] = row
            column.addWidget(row)
        self._add_mnemonics()
        self._hide_what_does_not_matter()

    def value(self) -> Any:
        """Return the section with the last values that could be used."""
        return self._section

    def set_value(self, section: BaseModel) -> None:
        """Show a section without a signal."""
        self._section = section
        for name, row in self._rows.items():
            value = getattr(section, name)
            # Rewriting the field somebody is typing in would move the cursor.
            if row.value() != value or not (row.valid or row.is_typed_in):
                row.set_value(value)
        self._hide_what_does_not_matter()

    def row(self, name: str) -> FormRow:
        """Return the row of a field."""
        return self._rows[name]

    def editor(self, name: str) -> QWidget:
        """Return the editor of a field."""
        return self._rows[name].editor

    def is_valid(self) -> bool:
        """Whether every entry that matters can be used."""
        return all(row.valid for row in self._rows.values() if not row.isHidden())

    def _edited(self, row: FormRow) -> None:
        values = {name: each.value() for name, each in self._rows.items()}
        try:
            section = type(self._section).model_validate(
                {**dict(self._section), **values}, strict=False
            )
        except InputError as error:
            row.show_error(core_message(error.message))
            return
        except ValidationError as error:
            row.show_error(error.errors()[0]["msg"])
            return
        self._section = section
        self._hide_what_does_not_matter()
        self.changed.emit(section)

    def _hide_what_does_not_matter(self) -> None:
        values = dict(self._section)
        for row in self._rows.values():
            row.setVisible(row.declared.matters(values))

    def _add_mnemonics(self) -> None:
        taken: set[str] = set()
        for row in self._rows.values():
            if row.label.isHidden():
                continue
            text = row.label.text()
            for place, letter in enumerate(text):
                if letter.isascii() and letter.isalpha() and letter.lower() not in taken:
                    taken.add(letter.lower())
                    row.label.setText(f"{text[:place]}&{text[place:]}")
                    break
