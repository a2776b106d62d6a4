"""Partial dependence: the choice of element and class, lines, bands and what the legend reads."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from gui.explaining.dependence_view import DependenceView
from tests.gui.explaining.small_explanation import CLASSES, ELEMENTS, explanation


@pytest.fixture
def view(qtbot: QtBot) -> DependenceView:
    made = DependenceView()
    qtbot.addWidget(made)
    made.resize(700, 400)
    return made


def bands(view: DependenceView) -> int:
    return sum(isinstance(item, pg.FillBetweenItem) for item in view.plot._items)


def test_every_element_and_class_can_be_chosen(view: DependenceView) -> None:
    assert not view.plot.empty.isHidden()
    view.show_dependence(explanation())
    assert view.plot.empty.isHidden()
    elements = [view.element.itemText(place) for place in range(view.element.count())]
    assert elements == list(ELEMENTS)
    classes = [view.classes.itemText(place) for place in range(view.classes.count())]
    assert classes == ["All classes", *CLASSES]
    view.show_dependence(None)
    assert not view.plot.empty.isHidden()
    assert view.element.isHidden()


def test_one_class_has_its_band_and_all_have_none(view: DependenceView) -> None:
    view.show_dependence(explanation())
    assert bands(view) == 0
    assert len(view.plot._items) == 3
    view.classes.setCurrentIndex(2)
    assert bands(view) == 1
    # besides the line and the band the two edges of the members
    assert len(view.plot._items) == 4


def test_a_single_member_has_no_edges(view: DependenceView) -> None:
    found = explanation()
    found["dependence"][0]["classes"][1]["members"] = [None] * 40
    view.show_dependence(found)
    view.classes.setCurrentIndex(2)
    assert len(view.plot._items) == 2


def test_the_legend_reads_values_where_the_mouse_is(view: DependenceView) -> None:
    view.show_dependence(explanation())
    view.show_element("Mo")
    assert view.plot.legend.value("porphyry") == "0.10 – 0.50"
    view.plot.read_at(float(np.log10(10.0)))
    assert view.plot.legend.value("") == "10 ppm"
    assert view.plot.legend.value("porphyry") == "0.300"
    view.show_element("Pb")
    view.plot.read_at(1e9)
    assert view.plot.legend.value("") == "100 ppm"
    assert view.plot.legend.value("porphyry") == "0.500"


def test_the_choice_stays_when_another_explanation_comes(view: DependenceView) -> None:
    view.show_dependence(explanation())
    view.show_element("Pb")
    view.classes.setCurrentIndex(1)
    view.show_dependence(explanation())
    assert (view.element.currentText(), view.classes.currentText()) == ("Pb", "granite")
    view.show_element("unknown")
    assert view.element.currentText() == "Pb"


def test_rare_classes_are_not_pressed_to_the_foot(view: DependenceView) -> None:
    view.show_dependence(explanation())
    assert view.plot._top() == pytest.approx(0.6)
    found = explanation()
    for each in found["dependence"][0]["classes"]:
        each["mean"] = [0.02] * 40
    view.show_dependence(found)
    assert view.plot._top() == pytest.approx(0.1)
