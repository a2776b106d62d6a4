"""Why one row has its class: words, probabilities, contributions and percentiles."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.explaining.cell_tables import CONTRIBUTION, OF_CLASS, SCALE, SURVEY, VALUE
from gui.explaining.cell_view import CellView
from gui.explaining.signed_bars import BAR
from tests.gui.explaining.small_explanation import cell


@pytest.fixture
def view(qtbot: QtBot) -> CellView:
    made = CellView()
    qtbot.addWidget(made)
    return made


def names(view: CellView) -> list[str]:
    return [view.elements.text_of(row, 0) for row in range(view.elements.rowCount())]


def test_the_words_say_who_was_asked(view: CellView) -> None:
    assert not view.empty.isHidden()
    view.show_cell(cell())
    assert view.empty.isHidden()
    assert view.words.text() == (
        "Row 1,041: porphyry, probability 0.800. Said by 8 members that never saw it. Known class: "
        "porphyry."
    )
    view.show_cell({**cell(), "held_out": False, "known": None})
    assert view.words.text().endswith("Said by 8 members.")
    view.show_cell({**cell(), "held_out": False, "trained_on": True})
    assert "some of which were trained on it" in view.words.text()
    view.show_cell(None)
    assert not view.empty.isHidden()
    assert view.words.isHidden()


def test_the_most_probable_class_stands_first_and_is_explained(view: CellView) -> None:
    view.show_cell(cell())
    row = [view.classes.text_of(0, column) for column in range(5)]
    assert row == ["porphyry", "0.800", "± 0.100", "0.40 – 0.96", "7 of 8"]
    assert view.choice.currentText() == "porphyry"
    assert names(view) == ["Mo", "Pb", "Cu", "Zn"]
    assert view.elements.text_of(0, CONTRIBUTION) == "+0.400\n± 0.020"


def test_another_class_can_be_explained(view: CellView) -> None:
    view.show_cell(cell())
    view.choice.setCurrentIndex(2)
    assert names(view) == ["Zn", "Mo", "Pb", "Cu"]
    bar = view.elements.item(1, SCALE).data(BAR)  # type: ignore[union-attr]
    assert (bar.value, bar.spread) == (-0.1, 0.02)
    assert bar.start == -bar.end == pytest.approx(-0.24)


def test_what_was_measured_and_where_it_lies(view: CellView) -> None:
    view.show_cell(cell())
    missing, below, measured = (
        [view.elements.text_of(row, column) for column in (VALUE, SURVEY, OF_CLASS)]
        for row in range(3)
    )
    assert missing == ["–", "–", "–"]
    assert below == ["< 12.5 ppm", "83", "98"]
    assert measured == ["12.5 ppm", "83", "98"]


def test_steps_leave_the_values_alone(view: CellView) -> None:
    view.show_cell({**cell(), "contributions": None})
    assert names(view) == ["Cu", "Mo", "Pb", "Zn"]
    assert view.elements.text_of(0, CONTRIBUTION) == ""
    assert view.elements.text_of(0, VALUE) == "12.5 ppm"


def test_logratios_were_measured_nowhere(view: CellView) -> None:
    found = cell()
    found["contributions"]["names"] = ["clr Cu", "clr Mo", "clr Pb", "Zn"]
    view.show_cell(found)
    assert view.elements.text_of(0, VALUE) == "–"
