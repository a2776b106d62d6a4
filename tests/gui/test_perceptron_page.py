"""The perceptron page, driven as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.truth_tables import FUNCTIONS
from gui.controls import ComboBox, Segments
from gui.pages.perceptron_page import PerceptronPage
from gui.settings import Settings


@pytest.fixture
def page(qtbot: QtBot, home: Any) -> Iterator[PerceptronPage]:
    """A page with its inspector in a window, without a table or a session."""
    services = SimpleNamespace(session=None, settings=Settings())
    made = PerceptronPage(cast(Any, SimpleNamespace(services=services)))
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(made, 2)
    row.addWidget(made.inspector, 1)
    qtbot.addWidget(window)
    window.resize(1200, 760)
    with qtbot.waitExposed(window):
        window.show()
    made.arrive()
    yield made
    made.pause()


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page: PerceptronPage, function: str) -> None:
    box = page.form.editor("function")
    assert isinstance(box, ComboBox)
    box.setCurrentIndex(box.findData(function))


def press(page: PerceptronPage, speed: str) -> None:
    page.speed.button(speed).click()


def rows(page: PerceptronPage) -> list[list[str]]:
    model = page.table.model()
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def heads(page: PerceptronPage) -> list[str]:
    model = page.table.model()
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(column, across, 0)) for column in range(model.columnCount())]


def answers(page: PerceptronPage) -> list[bool]:
    return ["✓" in page.targets.output(sample) for sample in range(len(page.targets.buttons))]


# --- stepping ---------------------------------------------------------------------------------


def test_at_first_it_says_what_to_do(page):
    assert "Press Run or Step" in page.said.text()
    assert page.table.empty.isVisible()
    assert page.verdict.isHidden()
    assert answers(page) == [False, False, False, True]


def test_a_step_is_written_drawn_and_explained(qtbot, page):
    click(qtbot, page.next)
    assert heads(page) == ["Epoch", "x₁", "x₂", "t", "o", "t − o", "w₁", "w₂", "b"]
    assert rows(page) == [["1", "0", "0", "0", "1", "−1", "0", "0", "−1"]]
    assert page.said.text() == (
        "Epoch 1, sample (0, 0): w·x + b = 0, so the output is 1, but the target is 0. "
        "The weights move by η(t − o)x: b − 1."
    )
    assert not page.table.empty.isVisible()
    assert answers(page) == [True, True, True, False]
    click(qtbot, page.next)
    assert page.said.text().endswith("so the output is 0, as it should be. Nothing changes.")
    click(qtbot, page.next)
    click(qtbot, page.next)
    assert page.said.text().endswith("w₁ + 1, w₂ + 1, b + 1.")
    assert list(page.errors._line.getData()[1]) == [2]


def test_the_keys_step_and_run(qtbot, page):
    press(page, "slow")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Right)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert len(rows(page)) == 2
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page._pace.isActive()
    assert page.run.text() == "Pause"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert not page._pace.isActive()
    assert page.run.text() == "Run"
    assert len(rows(page)) == 2


def test_the_empty_table_has_the_button_that_fills_it(qtbot, page):
    click(qtbot, page.table.empty._button)
    assert len(rows(page)) == 1


# --- running ----------------------------------------------------------------------------------


def test_and_is_learned_and_the_run_halts(qtbot, page):
    press(page, "fast")
    click(qtbot, page.run)
    qtbot.waitUntil(lambda: page.verdict.isVisible(), timeout=20_000)
    assert page.verdict.text().startswith("The function AND is learned: in epoch 6")
    assert not page._pace.isActive()
    assert len(rows(page)) == 24
    assert answers(page) == [True] * 4
    assert not page.run.isEnabled()
    assert not page.next.isEnabled()
    assert "nothing changes" in page.run.toolTip()
    assert list(page.errors._line.getData()[1]) == [2, 3, 3, 2, 1, 0]
    # a key does no more than the button
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert not page._pace.isActive()


def test_xor_halts_where_the_weights_return_and_goes_round_when_told(qtbot, page):
    choose(page, "XOR")
    press(page, "fast")
    click(qtbot, page.run)
    qtbot.waitUntil(lambda: page.verdict.isVisible(), timeout=20_000)
    assert page.verdict.text() == (
        "The weights after epoch 3 are those after epoch 2: they go round for ever. No line can "
        "part the two classes of XOR; a network with a hidden layer can."
    )
    assert not page._pace.isActive()
    assert page.errors._cycle.isVisible()
    once = [row[1:] for row in rows(page)[8:]]
    assert len(once) == 4
    click(qtbot, page.run)
    qtbot.waitUntil(lambda: len(rows(page)) >= 20, timeout=20_000)
    click(qtbot, page.run)
    assert not page._pace.isActive()
    assert [row[1:] for row in rows(page)[12:20]] == once + once
    assert page.verdict.isVisible()


def test_it_halts_when_the_page_is_left(qtbot, page):
    press(page, "slow")
    click(qtbot, page.run)
    assert page._pace.isActive()
    page.hide()
    assert not page._pace.isActive()
    page.show()
    assert page.run.text() == "Run"


def test_the_speed_can_be_changed_while_it_runs(qtbot, page):
    press(page, "slow")
    click(qtbot, page.run)
    press(page, "fast")
    assert page._pace.isActive()
    qtbot.waitUntil(lambda: page._perceptron.learned, timeout=5000)


def test_reset_begins_again(qtbot, page):
    for _ in range(30):
        page.step()
    assert page._perceptron.learned
    click(qtbot, page.again)
    assert rows(page) == []
    assert page.table.empty.isVisible()
    assert page.verdict.isHidden()
    assert page.run.isEnabled()
    assert len(page.view._ring.getData()[0]) == 0
    assert len(page.view._line.getData()[0]) == 0


# --- looking back -----------------------------------------------------------------------------


def test_an_earlier_row_shows_its_step_and_learning_goes_on_from_the_last(qtbot, page):
    for _ in range(6):
        page.step()
    last = page.said.text()
    page.table.setFocus()
    index = page.table.model().index(1, 0)
    place = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.said.text().startswith("Epoch 1, sample (0, 1)")
    assert list(zip(*page.view._ring.getData(), strict=True)) == [(0, 1)]
    assert page.said.text() != last
    click(qtbot, page.next)
    assert page.said.text().startswith("Epoch 2, sample (1, 0)")
    assert len(rows(page)) == 7
    assert page.table.currentIndex().row() == 6


# --- settings ---------------------------------------------------------------------------------


def test_a_click_on_a_corner_makes_another_function(qtbot, page):
    page.step()
    box = page.view.plot.getPlotItem().getViewBox()
    QApplication.processEvents()
    for corner, name, targets in (
        (QPointF(0, 1), "own", "0101"),
        (QPointF(1, 0), "OR", "0111"),
        (QPointF(1, 1), "XOR", "0110"),
    ):
        place = page.view.plot.mapFromScene(box.mapViewToScene(corner))
        # two clicks close together on one place would be a double click
        qtbot.wait(QApplication.doubleClickInterval() + 20)
        qtbot.mouseClick(page.view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda wanted=targets: page._perceptron.table.digits == wanted)
        editor = page.form.editor("function")
        assert isinstance(editor, ComboBox)
        assert editor.currentData() == name
        assert [button.text() for button in page.targets.buttons] == list(targets)
        assert rows(page) == []


def test_the_truth_table_changes_targets_by_keyboard(qtbot, page):
    button = page.targets.buttons[1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert page._perceptron.table.digits == "0101"
    assert page.targets.buttons[1] is button
    assert button.text() == "1"
    assert button.isChecked()
    assert button.accessibleName() == "Target of (0, 1)"


def test_ones_own_table_begins_as_the_one_on_show(page):
    choose(page, "NOT")
    choose(page, "own")
    assert page._perceptron.table == FUNCTIONS["NOT"]
    page.targets.toggled.emit(0)
    assert page._perceptron.table.digits == "00"
    for _ in range(8):
        page.step()
    assert page._perceptron.learned
    assert "The function 00 is learned" in page.verdict.text()
    choose(page, "AND")
    choose(page, "own")
    assert page._perceptron.table == FUNCTIONS["AND"]


def test_one_input_has_no_second_column(page):
    choose(page, "NOT")
    page.step()
    assert heads(page) == ["Epoch", "x₁", "t", "o", "t − o", "w₁", "b"]
    assert len(page.targets.buttons) == 2
    assert rows(page)[0] == ["1", "0", "1", "1", "0", "0", "0"]
    assert page.said.text().startswith("Epoch 1, sample (0)")


def test_the_rate_is_typed_and_taken(qtbot, page):
    page.step()
    line = page.form.editor("rate")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "0.1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert rows(page) == []
    for _ in range(4):
        page.step()
    assert rows(page)[3][-3:] == ["0.1", "0.1", "0"]
    line.selectAll()
    qtbot.keyClicks(line, "0")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.form.row("rate").error.isVisible()


def test_random_first_weights_come_with_a_seed(page):
    seed = page.form.row("seed")
    assert seed.isHidden()
    weights = page.form.editor("first_weights")
    assert isinstance(weights, Segments)
    weights.button("random").click()
    assert seed.isVisible()
    first = page._perceptron.weights
    assert any(first)
    page.step()
    page.reset()
    assert page._perceptron.weights == first


def test_very_many_steps_keep_the_last_ones(page):
    choose(page, "XOR")
    for _ in range(2100):
        page.table.append(next(page._perceptron))
    shown = rows(page)
    assert len(shown) == 1600
    assert shown[-1][0] == "525"
    assert page.table.currentIndex().row() == 1599
