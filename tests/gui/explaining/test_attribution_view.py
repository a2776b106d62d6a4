"""Contributions by class and element: order, colours and tooltips."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.explaining.attribution_view import ABSOLUTE, AttributionView
from tests.gui.explaining.small_explanation import explanation


@pytest.fixture
def view(qtbot: QtBot) -> AttributionView:
    made = AttributionView()
    qtbot.addWidget(made)
    made.resize(700, 300)
    return made


def heads(view: AttributionView) -> list[str]:
    found = [view.table.horizontalHeaderItem(c) for c in range(view.table.columnCount())]
    return [head.text() for head in found if head is not None]


def ground(view: AttributionView, row: int, column: int) -> QColor:
    item = view.table.item(row, column)
    assert item is not None
    return item.background().color()


def test_elements_stand_by_their_largest_contribution(view: AttributionView) -> None:
    assert not view.empty.isHidden()
    view.show_attributions(explanation())
    assert view.empty.isHidden()
    assert heads(view) == ["Class", "Mo", "Cu", "Pb", "Zn"]
    # a class without held-out samples has no row
    assert [view.table.text_of(row, 0) for row in range(2)] == ["granite", "porphyry"]
    assert view.table.rowCount() == 2
    assert view.table.text_of(1, 1) == "+0.500"
    assert view.table.text_of(0, 1) == "−0.200"
    assert view.legend.limit == 0.5


def test_for_is_warm_against_is_cold_and_nothing_grey(view: AttributionView) -> None:
    view.show_attributions(explanation())
    assert ground(view, 1, 1).red() > ground(view, 1, 1).blue()
    assert ground(view, 0, 1).blue() > ground(view, 0, 1).red()
    none = ground(view, 1, 4)
    assert none.red() == none.green() == none.blue()


def test_colours_are_drawn(view: AttributionView, qtbot: QtBot) -> None:
    view.show_attributions(explanation())
    view.show()
    cell = view.table.visualItemRect(view.table.item(1, 1))  # type: ignore[arg-type]
    image = view.table.viewport().grab().toImage()
    assert image.pixelColor(cell.left() + 3, cell.top() + 3) == ground(view, 1, 1)


def test_the_tooltip_tells_the_spread_of_the_members(view: AttributionView) -> None:
    found = explanation()
    view.show_attributions(found)
    item = view.table.item(1, 1)
    assert item is not None
    assert item.toolTip() == "porphyry, Mo: +0.500 ± 0.020 over the members"
    found["attributions"]["classes"][1]["mean_spread"][1] = None
    view.show_attributions(found)
    item = view.table.item(1, 1)
    assert item is not None
    assert item.toolTip() == "porphyry, Mo: +0.500"


def test_sizes_have_no_sign(view: AttributionView) -> None:
    view.show_attributions(explanation())
    view.choice.button(ABSOLUTE).click()
    assert view.table.text_of(0, 1) == "0.200"


def test_steps_are_told(view: AttributionView) -> None:
    view.show_attributions({**explanation(), "attributions": None})
    assert "no gradient" in view.empty.text()
    assert view.table.isHidden()
    view.show_attributions(None)
    assert "will stand here" in view.empty.text()


def test_logratios_are_told(view: AttributionView) -> None:
    found = explanation()
    found["attributions"]["by_elements"] = False
    view.show_attributions(found)
    assert "logratios" in view.words.text()
