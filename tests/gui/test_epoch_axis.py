"""The last epoch has its number on the axis."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from gui.epoch_axis import EpochAxis


def texts(axis: EpochAxis, low: float, high: float, size: float = 300.0) -> list[str]:
    levels = axis.tickValues(low, high, size)
    return [text for spacing, at in levels for text in axis.tickStrings(at, 1.0, spacing)]


@pytest.mark.parametrize("last", [1, 7, 12, 20, 37, 1234])
def test_the_last_epoch_is_named_and_nothing_beside_it(qtbot: QtBot, last: int) -> None:
    axis = EpochAxis()
    axis.set_last(last)
    low, high = -0.02 * last, 1.02 * last
    assert last in [
        float(text.replace(",", "").replace("−", "-")) for text in texts(axis, low, high)
    ]
    places = sorted(at for _, level in axis.tickValues(low, high, 300.0) for at in level)
    assert places[-1] == last
    assert (places[-1] - places[-2]) / (high - low) * 300 >= 30


def test_out_of_sight_it_changes_nothing(qtbot: QtBot) -> None:
    axis, plain = EpochAxis(), EpochAxis()
    for last in (500.0, math.nan):
        axis.set_last(last)
        assert texts(axis, 0, 20) == texts(plain, 0, 20)
