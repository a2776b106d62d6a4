"""What a search varies, for how long, and where it is carried out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.searching.settings import ONLY_HOW, Search
from datasets.messages import InputError
from gui.declared import Declared, Range, declared_fields
from gui.form_group import FormGroup
from gui.form_row import FormRow
from gui.searching.choices_row import ChoicesRow
from gui.searching.place_row import PlaceRow
from gui.searching.range_row import RangeRow

Row = FormRow | RangeRow | ChoicesRow | PlaceRow
SECONDS_A_MINUTE = 60.0
SINGLE = ("trials", "seconds", "processes", "seed", "sampler", "inner_folds")
# written on a folded heading even where they are as usual
ALWAYS_SAID = ("trials", "inner_folds")
RANGES = ("hidden_layers", "units", "l2", "dropout", "largest_step", "learning_rate", "patience")


class SearchForm(QWidget):
    """A row for each field, in groups that fold; folded, they say what they vary."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, Row] = {}
        self.groups: dict[str, FormGroup] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        declared = {each.name: each for each in declared_fields(Search, _not_single())}
        for title, names in self._layout().items():
            group = FormGroup(title, is_open="trials" in names, parent=self)
            for name in names:
                self.rows[name] = _row_of(name, declared, group)
                self.rows[name].changed.connect(self._edited)
                group.add(self.rows[name])
            group.toggled.connect(lambda _: self._sum_up())
            self.groups[names[0]] = group
            column.addWidget(group)
        self.set_value(Search())

    def _layout(self) -> dict[str, tuple[str, ...]]:
        """Return the fields by the heading that they stand under."""
        return {
            self.tr("Budget"): ONLY_HOW,
            self.tr("Layers"): ("hidden_layers", "units", "activations", "outputs"),
            self.tr("Trainer"): ("trainers", "largest_step", "learning_rate", "patience"),
            self.tr("Regularisation"): ("l2", "dropout"),
            self.tr("Preparation"): ("transforms", "scalings", "reductions"),
            self.tr("Drawing of trials"): ("sampler", "seed", "inner_folds"),
        }

    def value(self) -> Search | None:
        """Return the search, None while an entry cannot be used."""
        values: dict[str, Any] = {}
        for name, row in self.rows.items():
            if isinstance(row, FormRow) and not row.valid:
                return None
            values[name] = row.value()
            if values[name] is None:
                return None
        values["seconds"] *= SECONDS_A_MINUTE
        try:
            return Search.model_validate(values)
        except InputError:
            return None

    @property
    def is_endless(self) -> bool:
        """Whether neither trials nor time would end it."""
        return not (self.rows["trials"].value() or self.rows["seconds"].value())

    def set_value(self, search: Search) -> None:
        """Show a search without a signal."""
        for name, row in self.rows.items():
            value: Any = getattr(search, name)
            row.set_value(value / SECONDS_A_MINUTE if name == "seconds" else value)
        self._sum_up()

    def set_address(self, address: str) -> None:
        """Write the address of a scheduler beforehand, for whoever chooses one."""
        row = self.rows["scheduler"]
        assert isinstance(row, PlaceRow)
        row.address.setText(address)

    def set_editable(self, *, budget: bool, others: bool) -> None:
        """Say whether the fields can be edited that change no trial, and all the others."""
        for name, row in self.rows.items():
            row.setEnabled(budget if name in ONLY_HOW else others)

    def _edited(self) -> None:
        self._sum_up()
        self.changed.emit()

    def _sum_up(self) -> None:
        for title, names in self._layout().items():
            heading = self.groups[names[0]].heading
            words = [self._words(name) for name in names]
            heading.set_summary(" · ".join(each for each in words if each))
            heading.setText(title)

    def _words(self, name: str) -> str:
        row = self.rows[name]
        if not isinstance(row, FormRow):
            return row.words()
        if row.value() == row.declared.default and name not in ALWAYS_SAID:
            return ""
        return row.declared.said(row.value())


def _row_of(name: str, declared: dict[str, Declared], parent: QWidget) -> Row:
    if name == "scheduler":
        return PlaceRow(parent)
    if name in RANGES:
        return RangeRow(name, parent)
    if name not in SINGLE:
        return ChoicesRow(name, parent)
    if name == "seconds":
        return FormRow(_in_minutes(declared[name]), 0.0, parent)
    return FormRow(declared[name], declared[name].default, parent)


def _in_minutes(seconds: Declared) -> Declared:
    """Return the field as people count the time of a search."""
    longest = seconds.range.high / SECONDS_A_MINUTE
    return replace(seconds, unit=_tr("min"), range=Range(0.0, longest), default=0.0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchForm", text)


def _not_single() -> tuple[str, ...]:
    return tuple(name for name in Search.model_fields if name not in SINGLE)
