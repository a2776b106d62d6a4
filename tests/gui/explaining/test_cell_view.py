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


def test_what_is_not_known_is_said(view: CellView) -> None:
    known = {"set": "porphyry", "level": 0.9, "unlike": 0.75, "apart": []}
    view.show_cell({**cell(), "doubt": known})
    assert "At 90\u00a0% every class but porphyry is excluded." in view.words.text()
    assert view.words.text().endswith("It is like the training samples: 0.75 × threshold.")
    several = {**known, "set": "granite; porphyry"}
    view.show_cell({**cell(), "doubt": several})
    assert "these cannot be excluded: granite; porphyry." in view.words.text()
    view.show_cell({**cell(), "doubt": {**known, "set": ""}})
    assert "every class is excluded" in view.words.text()


def test_an_unknown_row_says_what_sets_it_apart(view: CellView) -> None:
    apart = [{"name": name, "without": 0.5} for name in ("Au", "Hg", "Sb", "Cu")]
    doubt = {"set": None, "level": None, "unlike": 1.25, "apart": apart}
    view.show_cell({**cell(), "doubt": doubt})
    assert view.words.text().endswith(
        "Unknown: it is unlike all training samples, 1.25 × threshold. With the median of the "
        "training samples it would be less for Au (0.5), Hg (0.5), Sb (0.5)."
    )
    view.show_cell({**cell(), "doubt": {**doubt, "apart": []}})
    assert view.words.text().endswith("1.25 × threshold.")


def test_beside_a_map_the_first_rows_must_do(qtbot: QtBot) -> None:
    view = CellView(narrow=True)
    qtbot.addWidget(view)
    found = cell()
    many = [f"E{number}" for number in range(20)]
    found["contributions"] = {
        **found["contributions"],
        "names": many,
        "classes": [
            {"name": each["name"], "mean": [0.01 * n for n in range(20)], "spread": [0.1] * 20}
            for each in found["classes"]
        ],
    }
    view.show_cell(found)
    assert names(view) == [f"E{number}" for number in range(19, 13, -1)]
    assert [view.elements.isColumnHidden(column) for column in range(6)] == [False] * 3 + [True] * 3
