"""The form of a search: what it reads, what it refuses, and what it says while folded."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.searching.settings import Search
from gui.form_row import FormRow
from gui.searching.choices_row import ChoicesRow
from gui.searching.place_row import ELSEWHERE, PlaceRow
from gui.searching.range_row import RangeRow
from gui.searching.search_form import SearchForm

OTHER = Search(
    trials=7,
    seconds=90.0,
    processes=3,
    scheduler="tcp://host:8786",
    seed=5,
    sampler="random",
    inner_folds=2,
    hidden_layers=(1, 1),
    units=(2, 9),
    activations=("relu",),
    outputs=("softmax",),
    trainers=("lbfgs", "bp"),
    transforms=("ilr",),
    scalings=("none",),
    reductions=("whitening",),
    l2=(1e-9, 1e-3),
    dropout=(0.1, 0.1),
    largest_step=(1.0, 2.0),
    learning_rate=(0.5, 0.5),
    patience=(3, 4),
)


@pytest.fixture
def form(qtbot: QtBot) -> SearchForm:
    made = SearchForm()
    qtbot.addWidget(made)
    return made


def range_row(form: SearchForm, name: str) -> RangeRow:
    row = form.rows[name]
    assert isinstance(row, RangeRow)
    return row


def choices_row(form: SearchForm, name: str) -> ChoicesRow:
    row = form.rows[name]
    assert isinstance(row, ChoicesRow)
    return row


def place_row(form: SearchForm) -> PlaceRow:
    row = form.rows["scheduler"]
    assert isinstance(row, PlaceRow)
    return row


def type_into(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.clear()
    qtbot.keyClicks(line, text)
    line.editingFinished.emit()


def test_it_has_every_field_and_gives_back_what_it_shows(form: SearchForm) -> None:
    assert set(form.rows) == set(Search.model_fields)
    assert form.value() is not None
    # the order of choices is that of the form
    assert form.value().model_copy(update=dict(_lists(Search()))) == Search()  # type: ignore[union-attr]
    form.set_value(OTHER)
    found = form.value()
    assert found is not None
    assert set(found.trainers) == {"lbfgs", "bp"}
    assert found.model_copy(update={"trainers": OTHER.trainers}) == OTHER


def _lists(search: Search) -> dict[str, object]:
    names = ("activations", "outputs", "trainers", "transforms", "scalings", "reductions")
    return {name: getattr(search, name) for name in names}


def test_time_is_typed_in_minutes(qtbot: QtBot, form: SearchForm) -> None:
    row = form.rows["seconds"]
    assert isinstance(row, FormRow)
    assert isinstance(row.editor, QLineEdit)
    form.set_value(OTHER)
    assert row.editor.text() == "1.5"
    type_into(qtbot, row.editor, "10")
    assert form.value().seconds == 600.0  # type: ignore[union-attr]


def test_a_range_that_cannot_be_searched_is_told(qtbot: QtBot, form: SearchForm) -> None:
    row = range_row(form, "units")
    heard: list[object] = []
    form.changed.connect(lambda: heard.append(form.value()))
    for low, high in (("9", "4"), ("0", "4"), ("1.5", "4"), ("x", "4"), ("4", "")):
        type_into(qtbot, row.low, low)
        type_into(qtbot, row.high, high)
        assert form.value() is None
        assert row.error.text() == "Write the smaller number first, both from 1 to 1000."
        assert not row.error.isHidden()
    type_into(qtbot, row.low, "4")
    type_into(qtbot, row.high, "9")
    assert row.error.isHidden()
    assert form.value().units == (4, 9)  # type: ignore[union-attr]
    assert heard[-1] == form.value()


def test_at_least_one_value_is_tried(form: SearchForm) -> None:
    row = choices_row(form, "reductions")
    assert row.error.isHidden()
    for box in row.boxes.values():
        box.setChecked(False)
    assert form.value() is None
    assert not row.error.isHidden()
    row.boxes["whitening"].setChecked(True)
    assert form.value().reductions == ("whitening",)  # type: ignore[union-attr]


def test_neither_trials_nor_time_would_never_end(form: SearchForm) -> None:
    form.set_value(Search(trials=3))
    form.rows["trials"].set_value(0)  # type: ignore[arg-type]
    assert form.is_endless
    assert form.value() is None
    form.rows["seconds"].set_value(2.0)  # type: ignore[arg-type]
    assert not form.is_endless
    found = form.value()
    assert found is not None
    assert found.trials == 0


def test_a_scheduler_needs_its_address(qtbot: QtBot, form: SearchForm) -> None:
    row = place_row(form)
    assert row.address.isHidden()
    assert form.value().scheduler == ""  # type: ignore[union-attr]
    row.place.setCurrentIndex(row.place.findData("local"))
    assert form.value().scheduler == "local"  # type: ignore[union-attr]
    row.place.setCurrentIndex(row.place.findData(ELSEWHERE))
    assert not row.address.isHidden()
    assert form.value() is None
    qtbot.keyClicks(row.address, " tcp://a:1 ")
    assert form.value().scheduler == "tcp://a:1"  # type: ignore[union-attr]
    # one that was searched on before stands there, and is not chosen by that
    form.set_value(Search())
    form.set_address("tcp://b:2")
    assert form.value().scheduler == ""  # type: ignore[union-attr]
    assert row.address.text() == "tcp://b:2"


def test_what_changes_no_trial_can_be_changed_later(form: SearchForm) -> None:
    form.set_editable(budget=True, others=False)
    enabled = {name for name, row in form.rows.items() if row.isEnabled()}
    assert enabled == {"trials", "seconds", "processes", "scheduler"}
    form.set_editable(budget=False, others=False)
    assert not any(row.isEnabled() for row in form.rows.values())


def test_a_folded_group_says_what_it_varies(form: SearchForm) -> None:
    form.set_value(OTHER)
    summary = form.groups["hidden_layers"].heading.summary
    assert summary == "Hidden layers 1 · Units 2–9 · ReLU · Softmax"
    assert form.groups["l2"].heading.summary == "L2 penalty 1e-9–0.001 · Dropout 0.1"
    assert "Trials 7 trials" in form.groups["trials"].heading.summary
