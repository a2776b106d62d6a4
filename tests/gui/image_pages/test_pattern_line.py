"""The field for layers as text: as high as its text, at any width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.image_pages.pattern_line import MOST_LINES, PatternLine

TEXT = "-".join(["CONV 24 3x3 nobias-BN-RELU"] * 6) + "-FC-SOFTMAX"


@pytest.mark.parametrize("length", [40, 120, len(TEXT)])
def test_the_height_settles_at_any_width(qtbot: QtBot, length: int) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    line = PatternLine()
    layout = QVBoxLayout(around)
    layout.addWidget(line)
    layout.addStretch(1)
    line.set_text(TEXT[:length])
    around.resize(300, 400)
    around.show()
    for width in range(240, 900, 11):
        around.resize(width, 400)
        for _ in range(4):
            QApplication.processEvents()
        settled = line.height()
        QApplication.processEvents()
        assert line.height() == settled
        lines = round(line.document().size().height())
        assert line.verticalScrollBar().isVisible() == (lines > MOST_LINES)
        if lines <= MOST_LINES:
            assert line.verticalScrollBar().maximum() == 0
