"""Which cells of a window spoke: colours, the cell that is pointed at, and who sees them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.explaining.attribution_view import AttributionView
from gui.explaining.cell_view import CellView
from gui.explaining.dependence_view import DependenceView
from gui.explaining.importance_view import ImportanceView
from gui.explaining.window_picture import NOWHERE
from gui.explaining.window_view import WindowView
from tests.gui.explaining.small_explanation import CLASSES, cell, explanation


def window() -> dict[str, Any]:
    """Three cells across, none sampled in the south; the north-east speaks for the porphyry."""
    values = [[-0.1, 0.0, 0.2], [0.0, 0.05, -0.02], [None, None, None]]
    of_classes = [[[0.0] * 3] * 3, values, [[None] * 3] * 3]
    return {
        "cells": 3,
        "classes": [
            {"name": name, "mean": mean} for name, mean in zip(CLASSES, of_classes, strict=True)
        ],
    }


@pytest.fixture
def view(qtbot: QtBot) -> WindowView:
    made = WindowView()
    qtbot.addWidget(made)
    made.show_window(window(), 1)
    return made


def test_colours_go_by_the_largest_size_and_gaps_have_none(view: WindowView) -> None:
    assert view.heading.text() == "Which cells spoke for porphyry"
    assert view.legend.limit == 0.2
    side = view.picture.width()
    picture = view.picture.grab().toImage()

    def colour(row: int, column: int) -> QColor:
        return picture.pixelColor(int((column + 0.5) * side / 3), int((row + 0.5) * side / 3))

    assert colour(0, 2).red() > colour(0, 2).blue() + 50
    assert colour(0, 0).blue() > colour(0, 0).red()
    assert colour(2, 0) == colour(2, 2) != colour(0, 1)


def test_a_cell_is_told_by_mouse_and_keys(view: WindowView, qtbot: QtBot) -> None:
    assert "north is above" in view.words.text()
    for key, said in (
        (Qt.Key.Key_Up, "1 N: 0.000"),
        (Qt.Key.Key_Right, "1 N, 1 E: +0.200"),
        (Qt.Key.Key_Up, "1 S, 1 E: no sample"),
        (Qt.Key.Key_Down, "1 N, 1 E: +0.200"),
        (Qt.Key.Key_Down, "1 E: −0.020"),
        (Qt.Key.Key_Left, "The sample itself: +0.050"),
        (Qt.Key.Key_Left, "1 W: 0.000"),
    ):
        qtbot.keyClick(view.picture, key)
        assert view.words.text() == said
    qtbot.mouseMove(view.picture, QPoint(view.picture.width() - 5, 5))
    assert view.words.text() == "1 N, 1 E: +0.200"
    view.show_window(window(), 0)
    assert view.picture.cell == NOWHERE
    assert "north is above" in view.words.text()


@pytest.mark.parametrize("narrow", [True, False])
def test_it_follows_the_class_and_is_hidden_without_a_window(qtbot: QtBot, narrow: bool) -> None:
    made = CellView(narrow=narrow)
    qtbot.addWidget(made)
    made.show_cell({**cell(), "window": window()})
    assert not made.window_cells.isHidden()
    assert "porphyry" in made.window_cells.heading.text()
    made.choice.setCurrentIndex(0)
    assert "granite" in made.window_cells.heading.text()
    for without in ({**cell(), "window": None}, cell(), None):
        made.show_cell(without)
        assert made.window_cells.isHidden()


def test_sentences_tell_that_patches_were_exchanged(qtbot: QtBot) -> None:
    importance, attribution, dependence = ImportanceView(), AttributionView(), DependenceView()
    for made in (importance, attribution, dependence):
        qtbot.addWidget(made)
    of_windows = {**explanation(), "window": 9}
    importance.show_importance(of_windows)
    attribution.show_attributions(of_windows)
    dependence.show_dependence(of_windows)
    assert "between the windows of 1,234 held-out samples" in importance.words.text()
    assert "summed over the cells" in attribution.words.text()
    assert "in all cells of the window" in dependence.words.text()
