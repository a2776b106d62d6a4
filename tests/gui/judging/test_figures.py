"""The tables of figures: texts of numbers, marks on a scale, classes in their colours."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui import theme
from gui.judging.class_figures import ClassFigures
from gui.judging.figure_texts import end_texts, figure_text, interval_text, signed_text
from gui.judging.interval_bars import MARKS, Marks
from gui.judging.table import SWATCH
from gui.judging.verdict_figures import BAR, INTERVAL, TRAINING, VALUE, VerdictFigures
from tests.gui.judging.small_verdict import figure, verdict


@pytest.mark.parametrize(
    ("value", "text"), [(0.6124, "0.612"), (1.0, "1.00"), (-0.05, "−0.0500"), (None, "–")]
)
def test_figures_have_three_digits(value: float | None, text: str) -> None:
    assert figure_text(value) == text


def test_intervals_have_as_many_decimals_as_tell_their_ends_apart() -> None:
    assert interval_text(figure(0.615, 0.095)) == "0.52 – 0.71"
    assert interval_text(figure(0.987, 0.006)) == "0.981 – 0.993"
    assert interval_text(figure(0.5)) == interval_text(None) == ""
    assert end_texts((-0.04, 0.1), signed=True) == ("−0.04", "+0.10")


def test_a_difference_that_rounds_to_nothing_has_no_sign() -> None:
    assert [signed_text(value) for value in (0.0001, -0.0001, 0.05)] == ["0.000", "0.000", "+0.050"]


def test_marks_stand_where_their_scale_puts_them() -> None:
    whole = Marks(0.0, 1.0, None, None, None)
    both = Marks(-1.0, 1.0, None, None, None)
    assert whole.place(0.25, 200) == 50
    assert both.place(0.0, 200) == 100
    assert both.place(-2.0, 200) == 0


@pytest.fixture
def figures(qtbot: QtBot) -> VerdictFigures:
    view = VerdictFigures()
    qtbot.addWidget(view)
    view.resize(820, 220)
    return view


def test_main_figures_stand_beside_the_training_ones(figures: VerdictFigures) -> None:
    figures.show_verdict(verdict())
    table = figures.table
    assert [table.text_of(row, 0) for row in range(6)] == [
        "Balanced accuracy",
        "Macro-F1",
        "Cohen's κ",
        "MCC",
        "AUC",
        "Accuracy",
    ]
    texts = [table.text_of(1, column) for column in (VALUE, INTERVAL, TRAINING)]
    assert texts == ["0.530", "0.43 – 0.63", "0.930"]
    marks = [table.item(row, BAR).data(MARKS) for row in (1, 2)]  # type: ignore[union-attr]
    assert (marks[0].start, marks[0].end, marks[0].value) == (0.0, 1.0, pytest.approx(0.53))
    assert (*marks[0].ends, marks[0].training) == pytest.approx((0.43, 0.63, 0.93))
    assert marks[1].start == -1.0
    head = table.horizontalHeaderItem(INTERVAL)
    assert head is not None
    assert head.text() == "95\u00a0% interval"


def test_a_training_figure_far_better_stands_out(figures: VerdictFigures) -> None:
    found = verdict()
    found["training"]["figures"]["mcc"] = figure(0.6)
    figures.show_verdict(found)
    colours = [
        figures.table.item(row, TRAINING).foreground().color().name()  # type: ignore[union-attr]
        for row in (1, 3)
    ]
    assert (colours[0] == theme.current().warning, colours[1] == theme.current().warning) == (
        True,
        False,
    )


def test_bars_are_painted_with_what_they_mark(figures: VerdictFigures, qtbot: QtBot) -> None:
    figures.show_verdict(verdict(reach=0.1))
    with qtbot.waitExposed(figures):
        figures.show()
    narrow = figures.grab().toImage()
    figures.show_verdict(verdict(reach=0.2))
    assert figures.grab().toImage() != narrow


def test_figures_of_a_run_without_training_ones(figures: VerdictFigures) -> None:
    figures.show_verdict({**verdict(), "training": None})
    assert figures.table.text_of(0, TRAINING) == "–"
    figures.show_verdict(None)
    assert figures.is_empty
    assert figures.table.rowCount() == 0


def test_each_class_has_its_figures_and_colour(qtbot: QtBot) -> None:
    view = ClassFigures()
    qtbot.addWidget(view)
    assert view.is_empty
    found = verdict()
    found["held_out"]["per_class"][1]["auc"] = figure(None)
    view.show_verdict(found)
    texts = [view.table.text_of(1, column) for column in range(7)]
    assert texts == [
        "porphyry copper-molybdenum",
        "25",
        "24",
        "0.600\n0.50 – 0.70",
        "0.520\n0.42 – 0.62",
        "0.550\n0.45 – 0.65",
        "–",
    ]
    item = view.table.item(0, 0)
    assert item is not None
    assert item.data(SWATCH) == "#e69f00"


def test_names_take_what_the_figures_leave(qtbot: QtBot) -> None:
    view = ClassFigures()
    qtbot.addWidget(view)
    view.show_verdict(verdict())
    view.resize(900, 300)
    with qtbot.waitExposed(view):
        view.show()
    table = view.table
    assert table.horizontalScrollBar().maximum() == 0
    assert sum(table.columnWidth(column) for column in range(7)) == table.viewport().width()
    view.resize(300, 300)
    assert table.columnWidth(0) >= 96
