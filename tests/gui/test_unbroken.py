"""Numbers stay with their unit, and other words may part."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from gui.translating import counted
from gui.unbroken import unbroken


@pytest.mark.parametrize(
    ("plain", "glued"),
    [
        ("（95 % 置信区间 70.1–100 %）", "（95\u00a0% 置信区间 70.1–\u2060100\u00a0%）"),
        ("0.247 MB in all", "0.247\u00a0MB in all"),
        ("more than 3 samples, 5 minutes, 2–3", "more than 3 samples, 5 minutes, 2–3"),
        ("1, 2, % of them", "1, 2, % of them"),
    ],
)
def test_only_numbers_with_units_are_glued(plain: str, glued: str):
    assert unbroken(plain) == glued


def test_sentences_of_the_window_are_unbroken():
    assert counted("{share} of {n} samples", share="1.5 %", n=3) == "1.5\u00a0% of 3 samples"


def lines_of(text: str, width: float) -> list[str]:
    layout = QTextLayout(text)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


@pytest.mark.parametrize("width", range(60, 220, 10))
def test_no_line_ends_inside_an_interval(qapp, width: int):
    interval = "70.1–\u2060100\u00a0%"
    lines = lines_of(unbroken("测试集中正确的图像（95 % 置信区间 70.1–100 %）"), width)
    assert any(interval in line for line in lines)
    assert any("95\u00a0%" in line for line in lines)
