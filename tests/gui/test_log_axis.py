"""Labels of logarithmic axes that span little."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gui.curve_view import CurveView
from gui.log_axis import log_ticks, tick_texts


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (0.01, 0.9, [0.01, 0.02, 0.05, 0.1, 0.2, 0.5]),
        (0.012, 0.09, [0.02, 0.04, 0.06, 0.08]),
        (0.30, 0.34, [0.30, 0.31, 0.32, 0.33, 0.34]),
        (1.1e-5, 1.9e-5, [1.2e-5, 1.4e-5, 1.6e-5, 1.8e-5]),
        (100, 150, [100, 110, 120, 130, 140, 150]),
    ],
)
def test_ticks_are_nice_numbers_inside(low, high, wanted):
    ticks = log_ticks(math.log10(low), math.log10(high), 350.0)
    assert ticks == pytest.approx(wanted)


@pytest.mark.parametrize("span", np.logspace(-4, 0.29, 12).tolist())
@pytest.mark.parametrize("low", [-7.3, -2.05, 0.4, 4.0])
def test_there_are_always_two_labels_and_no_two_alike(low, span):
    ticks = log_ticks(low, low + span, 300.0)
    texts = tick_texts(ticks)
    assert len(ticks) >= 2
    assert len(set(texts)) == len(texts)


def test_numbers_are_written_with_the_digits_they_need():
    assert tick_texts([0.30, 0.31]) == ["0.30", "0.31"]
    assert tick_texts([0.02, 0.05, 0.1]) == ["0.02", "0.05", "0.10"]
    assert tick_texts([1e-5, 2e-5, 5e-5]) == ["10⁻⁵", "2 × 10⁻⁵", "5 × 10⁻⁵"]
    assert tick_texts([1000, 2000]) == ["1,000", "2,000"]


def test_a_loss_that_hardly_falls_has_labels(qtbot):
    view = CurveView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    with qtbot.waitExposed(view):
        view.show()
    epochs = np.arange(1, 201)
    view.append(epochs, 0.30 + 0.04 / epochs, np.full(200, np.nan))
    view.redraw()
    axis = view.plot.getPlotItem().getAxis("left")
    low, high = view.plot.getPlotItem().getViewBox().viewRange()[1]
    assert high - low < 2
    texts = [
        text
        for spacing, values in axis.tickValues(low, high, 300)
        for text in axis.tickStrings(values, 1.0, spacing)
        if text
    ]
    assert len(texts) >= 2
