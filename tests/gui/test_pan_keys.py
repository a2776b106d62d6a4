"""A plot is moved by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.pan_keys import PanKeys
from gui.plotting import calm_plot


@pytest.mark.parametrize(
    ("key", "moved"),
    [
        (Qt.Key.Key_Left, lambda before, after: after.left() < before.left()),
        (Qt.Key.Key_Right, lambda before, after: after.left() > before.left()),
        (Qt.Key.Key_Up, lambda before, after: after.top() > before.top()),
        (Qt.Key.Key_Down, lambda before, after: after.top() < before.top()),
        (Qt.Key.Key_Plus, lambda before, after: after.width() < before.width()),
        (Qt.Key.Key_Minus, lambda before, after: after.width() > before.width()),
    ],
)
def test_keys_move_the_view(qtbot: QtBot, key, moved) -> None:
    plot = calm_plot()
    qtbot.addWidget(plot)
    keys = PanKeys(plot, lambda: None)
    box = plot.getPlotItem().getViewBox()
    box.setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    before = box.viewRect()
    with qtbot.waitSignal(box.sigRangeChangedManually, timeout=1000):
        qtbot.keyClick(plot, key)
    assert moved(before, box.viewRect())
    assert keys.parent() is plot


def test_home_shows_everything(qtbot: QtBot) -> None:
    plot = calm_plot()
    qtbot.addWidget(plot)
    calls: list[int] = []
    PanKeys(plot, lambda: calls.append(1))
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert calls == [1]
