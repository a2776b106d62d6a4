"""Loss against epoch."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from gui.curve_view import CurveView
from gui.decimation import MOST_VERTICES


@pytest.fixture
def view(qtbot) -> CurveView:
    made = CurveView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def falling(first: int, last: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    epochs = np.arange(first, last + 1)
    return epochs, 0.3 / epochs, 0.5 / np.sqrt(epochs)


def drawn(view: CurveView, part: str = "training", member: int = 0) -> tuple:
    x, y = view._lines[member, part].item.getData()
    return x, y


def visible(view: CurveView) -> tuple[list[float], list[float]]:
    x_range, y_range = view.plot.getPlotItem().getViewBox().viewRange()
    return x_range, y_range


def zoom(view: CurveView, start: float, end: float) -> None:
    """Do what the wheel does."""
    box = view.plot.getPlotItem().getViewBox()
    box.setRange(xRange=(start, end), padding=0)
    box.sigRangeChangedManually.emit([True, True])


def test_an_empty_view_says_what_fills_it(view):
    view.redraw()
    assert view.empty.isVisible()
    assert view.empty.text() == "Press Train to see the loss fall."
    assert not view.legend.isVisible()


def test_points_appear_by_themselves(qtbot, view):
    view.append(*falling(1, 100))
    qtbot.waitUntil(lambda: view.legend.value("epoch") == "100")
    assert not view.empty.isVisible()
    x, y = drawn(view)
    assert x[-1] == 100
    assert y[-1] == pytest.approx(math.log10(0.003))


def test_the_view_follows_a_growing_curve(view):
    for start in (1, 1001, 2001):
        view.append(*falling(start, start + 999))
        view.redraw()
        (left, right), (bottom, top) = visible(view)
        assert left <= 1
        assert start + 999 <= right <= (start + 999) * 1.05
        assert bottom <= math.log10(0.3 / (start + 999)) <= top


def test_a_zoom_is_kept_until_fit(qtbot, view):
    view.append(*falling(1, 1000))
    view.redraw()
    zoom(view, 200, 300)
    view.append(*falling(1001, 3000))
    view.redraw()
    assert visible(view)[0] == pytest.approx([200, 300])
    assert not view.following
    qtbot.mouseClick(view._fit_button, Qt.MouseButton.LeftButton)
    view.redraw()
    assert view.following
    assert visible(view)[0][1] >= 3000


def test_linear_and_log_axes(view):
    view.append(*falling(1, 1000))
    view.set_log(x=True, y=False)
    view.redraw()
    x, y = drawn(view)
    assert x[-1] == pytest.approx(3)
    assert y[0] == pytest.approx(0.3)
    (left, right), _ = visible(view)
    assert -0.2 < left <= 0
    assert 3 <= right < 3.2


def test_few_vertices_at_a_million_epochs(view):
    view.set_history(*falling(1, 1_000_000))
    view.redraw()
    x, _ = drawn(view)
    assert x.size <= MOST_VERTICES
    assert x[0] == 1
    assert x[-1] == 1_000_000


def test_zooming_in_brings_every_epoch(qtbot, view):
    view.set_history(*falling(1, 1_000_000))
    view.redraw()
    zoom(view, 5000, 5050)
    view.redraw()
    x, _ = drawn(view)
    assert np.array_equal(x, np.arange(4999, 5052))


def test_a_run_without_validation_has_one_line(view):
    epochs, training, _ = falling(1, 50)
    view.append(epochs, training, np.full(50, np.nan))
    view.redraw()
    assert view.legend.is_shown("training")
    assert not view.legend.is_shown("validation")


def test_a_loss_of_zero_does_no_harm(view):
    view.append([1, 2, 3], [0.5, 0.0, np.nan], [0.0, 0.0, 0.0])
    for log in (True, False):
        view.set_log(y=log)
        view.redraw()
        assert np.isfinite(visible(view)).all()


def test_the_goal_is_in_sight(view):
    view.append(*falling(1, 100))
    view.set_goal(1e-5)
    view.redraw()
    _, (bottom, _) = visible(view)
    assert bottom <= -5
    assert view._goal_line.isVisible()
    assert view.legend.value("goal") == "1.0 × 10⁻⁵"
    view.set_goal(None)
    view.redraw()
    assert not view._goal_line.isVisible()


def test_the_legend_tells_the_values_under_the_cursor(view):
    view.append(*falling(1, 1000))
    view.redraw()
    box = view.plot.getPlotItem().getViewBox()
    view._point(box.mapViewToScene(QPointF(250.2, -2)))
    assert view.legend.value("epoch") == "250"
    assert view.legend.value("training") == "0.00120"
    view._point(QPointF(-10, -10))
    assert view.legend.value("epoch") == "1,000"


def test_members_are_lines_of_their_own_and_clear_forgets_them(view):
    view.append(*falling(1, 10))
    view.append(*falling(1, 20), member=1)
    view.redraw()
    assert drawn(view, member=1)[0][-1] == 20
    view.clear()
    view.redraw()
    assert view.empty.isVisible()
    view.append(*falling(1, 5))
    view.redraw()
    assert view.legend.value("epoch") == "5"


def test_history_replaces_what_was_there(view):
    view.append(*falling(1, 100))
    view.set_history(*falling(1, 7))
    view.redraw()
    assert drawn(view)[0].tolist() == [1, 2, 3, 4, 5, 6, 7]


def test_redraws_are_few_however_often_points_come(qtbot, view, monkeypatch):
    times: list[float] = []
    line = view._line(0, "training").item
    monkeypatch.setattr(line, "setData", lambda *_: times.append(time.monotonic()))
    end = time.monotonic() + 0.5
    epoch = 1
    while time.monotonic() < end:
        view.append(*falling(epoch, epoch))
        epoch += 1
        qtbot.wait(1)
    assert 2 <= len(times) <= 9


def test_a_hidden_view_draws_when_it_is_shown(qtbot, view):
    view.hide()
    view.append(*falling(1, 30))
    view.redraw()
    assert view.legend.value("epoch") != "30"
    view.show()
    qtbot.waitUntil(lambda: view.legend.value("epoch") == "30")
