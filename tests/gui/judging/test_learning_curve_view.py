"""Whether more samples would help is said from the last two points, and carefully."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.judging.learning_curve_view import LearningCurveView
from gui.judging.learning_words import learning_sentence
from tests.gui.judging.small_verdict import figure, learning


def test_the_sentence_tells_both_ends_of_the_step() -> None:
    said = learning_sentence(learning(0.66))
    assert said == (
        "More samples would probably help: from 77 to 96 samples macro-F1 rose from 0.530 to "
        "0.660, more than chance explains."
    )
    assert "would hardly help" in learning_sentence(learning(0.54, reach=0.01))
    assert "cannot be told" in learning_sentence(learning(0.57))


def test_points_without_a_figure_do_not_count() -> None:
    found = learning(0.66)
    for each in found["points"][:-1]:
        each["held_out"] = figure(None)
    assert learning_sentence(found).startswith("Too few points")


@pytest.fixture
def view(qtbot: QtBot) -> LearningCurveView:
    made = LearningCurveView()
    qtbot.addWidget(made)
    made.resize(700, 320)
    return made


def test_the_legend_reads_the_nearest_point(view: LearningCurveView) -> None:
    view.show_learning(learning())
    plot = view.curve
    assert plot.legend.value("samples") == "96"
    assert plot.legend.value("held_out") == "0.570 (0.49 – 0.65)"
    plot.read_at(25.0)
    assert plot.legend.value("samples") == "19"
    assert plot.legend.value("held_out") == "0.300 (0.22 – 0.38)"
    assert plot.legend.value("training") == "0.986"


def test_a_curve_without_intervals_has_no_band(view: LearningCurveView) -> None:
    view.show_learning(learning())
    with_band = len(view.curve._items)
    found = learning()
    for each in found["points"]:
        each["held_out"] = figure(each["held_out"]["value"])
    view.show_learning(found)
    assert len(view.curve._items) == with_band - 1
    assert view.curve.legend.value("held_out") == "0.570"


def test_before_there_is_a_curve_a_sentence_stands_there(view: LearningCurveView) -> None:
    view.show_learning(learning())
    assert view.curve.empty.isHidden()
    view.show_learning(None)
    assert view.words.isHidden()
    assert not view.curve.empty.isHidden()
    view.curve.read_at(3.0)
