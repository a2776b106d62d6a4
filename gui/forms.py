"""Forms that grow from the declared fields of a section of a job."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from datasets.messages import InputError
from gui.declared import declared_fields
from gui.form_group import FormGroup
from gui.form_row import FormRow
from gui.mnemonics import mnemonic_places
from gui.translating import core_message

OPEN_AT_FIRST = ("Stop when", "Members")
# what a person folded or unfolded, for as long as the program runs
_opened: dict[str, bool] = {}


class SectionForm(QWidget):
    """A row for each declared field of a section; grouped fields stand under their headings.

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
        self._groups: dict[str, FormGroup] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for declared in declared_fields(type(self._section), exclude):
            row = FormRow(declared, getattr(self._section, declared.name), self)
            row.changed.connect(lambda row=row: self._edited(row))
            self._rows[declared.name] = row
            if declared.group:
                self._group_of(row).add(row)
            else:
                self._column.addWidget(row)
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

    def group(self, name: str) -> FormGroup:
        """Return a group by its name in English."""
        return self._groups[name]

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
            self._sum_up()
            return
        except ValidationError as error:
            row.show_error(error.errors()[0]["msg"])
            self._sum_up()
            return
        self._section = section
        self._hide_what_does_not_matter()
        self.changed.emit(section)

    def _group_of(self, row: FormRow) -> FormGroup:
        name = row.declared.group
        if name not in self._groups:
            is_open = _opened.get(name, name in OPEN_AT_FIRST)
            group = FormGroup(row.declared.heading, is_open=is_open, parent=self)
            group.toggled.connect(lambda is_open: self._fold(name, is_open))
            self._groups[name] = group
            self._column.addWidget(group)
        return self._groups[name]

    def _fold(self, name: str, is_open: bool) -> None:
        _opened[name] = is_open
        self._sum_up()

    def _hide_what_does_not_matter(self) -> None:
        values = dict(self._section)
        for row in self._rows.values():
            row.setVisible(row.declared.matters(values))
        for name, group in self._groups.items():
            group.setVisible(any(not row.isHidden() for row in self._rows_in(name)))
        self._sum_up()

    def _rows_in(self, group: str) -> list[FormRow]:
        return [row for row in self._rows.values() if row.declared.group == group]

    def _sum_up(self) -> None:
        """Write on each heading what in its group differs from the default or is wrong."""
        for name, group in self._groups.items():
            rows = [row for row in self._rows_in(name) if not row.isHidden()]
            wrong = [row.reason for row in rows if row.reason]
            unusual = [
                row.declared.said(row.value())
                for row in rows
                if row.value() != row.declared.default
            ]
            group.heading.set_summary(" · ".join(wrong or unusual), is_wrong=bool(wrong))

    def _add_mnemonics(self) -> None:
        labels = [row.label for row in self._rows.values() if row.declared.kind is not bool]
        texts = [label.text() for label in labels]
        for label, text, place in zip(labels, texts, mnemonic_places(texts), strict=True):
            if place >= 0:
                label.setText(f"{text[:place]}&{text[place:]}")
