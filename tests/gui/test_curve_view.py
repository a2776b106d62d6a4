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


def drawn(view: CurveView, part: str = "training") -> tuple:
    x, y = view._lines[part].item.getData()
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
    assert view.empty.text() == "The loss will stand here."
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
    qtbot.mouseClick(view.header.fit, Qt.MouseButton.LeftButton)
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
    assert view._marks.goal.isVisible()
    assert view.legend.value("goal") == "1.0 × 10⁻⁵"
    view.set_goal(None)
    view.redraw()
    assert not view._marks.goal.isVisible()


def test_the_legend_tells_the_values_under_the_cursor(view):
    view.append(*falling(1, 1000))
    view.redraw()
    box = view.plot.getPlotItem().getViewBox()
    view._point(box.mapViewToScene(QPointF(250.2, -2)))
    assert view.legend.value("epoch") == "250"
    assert view.legend.value("training") == "0.00120"
    view._point(QPointF(-10, -10))
    assert view.legend.value("epoch") == "1,000"


def test_clear_forgets_everything(view):
    view.append(*falling(1, 10))
    view.append(*falling(1, 20), member=1)
    view.redraw()
    assert curve(view, "median")[0].size
    view.clear()
    view.redraw()
    assert view.empty.isVisible()
    view.append(*falling(1, 5))
    view.redraw()
    assert view.legend.value("epoch") == "5"
    assert drawn(view)[0].tolist() == [1, 2, 3, 4, 5]


def test_history_replaces_what_was_there(view):
    view.append(*falling(1, 100))
    view.set_history(*falling(1, 7))
    view.redraw()
    assert drawn(view)[0].tolist() == [1, 2, 3, 4, 5, 6, 7]


def test_redraws_are_few_however_often_points_come(qtbot, view, monkeypatch):
    times: list[float] = []
    line = view._line("training").item
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


# Many members


def crowd(members: int, epochs: int, first: int = 1) -> tuple[np.ndarray, ...]:
    """Member k has k + 1 times the loss of member 0; rows are interleaved as in the file."""
    epoch = np.repeat(np.arange(first, first + epochs), members)
    member = np.tile(np.arange(members), epochs)
    training = (member + 1) / epoch
    return epoch, training, 2 * training, member


def curve(view: CurveView, name: str, part: str = "training") -> tuple:
    return view._crowd[part]._lines[name].getData()


def thin(view: CurveView, part: str = "training") -> tuple:
    return view._crowd[part]._thin.getData()


def test_the_median_is_drawn_and_the_band_lies_around_it(view):
    view.append(*crowd(11, 100))
    view.redraw()
    assert set(view._crowd) == {"training", "validation"}
    x, y = curve(view, "median")
    assert x[-1] == 100
    assert y[-1] == pytest.approx(math.log10(6 / 100))
    # the 10 % and 90 % quantiles of 11 members are the second and the tenth
    band = view._crowd["training"]._band.boundingRect()
    assert band.top() == pytest.approx(math.log10(2 / 100))
    assert band.bottom() == pytest.approx(math.log10(10))
    assert curve(view, "median", "validation")[1][-1] == pytest.approx(math.log10(12 / 100))


@pytest.mark.parametrize(("members", "shown"), [(5, True), (32, True), (33, False), (64, False)])
def test_a_few_members_are_drawn_one_by_one(view, members, shown):
    view.append(*crowd(members, 50))
    view.redraw()
    x, y = thin(view)
    assert np.sum(np.isnan(y)) == (members if shown else 0)
    assert (x.size > 0) is shown


def test_a_member_that_has_ended_stops_and_still_counts(view):
    epoch, training, validation, member = crowd(3, 100)
    kept = (member != 0) | (epoch <= 40)
    view.append(epoch[kept], training[kept], validation[kept], member[kept])
    view.set_picked(0)
    view.redraw()
    x, y = curve(view, "picked")
    assert x[np.isfinite(y)][-1] == 40
    # 1/40 is between the others' 2/100 and 3/100
    assert curve(view, "median")[1][-1] == pytest.approx(math.log10(1 / 40))
    x, y = thin(view)
    assert x[np.flatnonzero(np.isnan(y))[0] - 1] == 40


def test_the_legend_names_the_best_the_worst_and_the_picked_member(view):
    view.append(*crowd(5, 100))
    view.redraw()
    legend = view.legend
    assert legend.name("best") == "Best: member 1"
    assert legend.value("best") == "0.0200"
    assert legend.name("worst") == "Worst: member 5"
    assert legend.value("worst") == "0.100"
    assert legend.value("training median") == "0.0300"
    assert not legend.is_shown("picked")
    assert not legend.is_shown("training")
    view.set_picked(3)
    view.redraw()
    assert legend.name("picked") == "Member 4"
    assert legend.value("picked") == "0.0400 / 0.0800"
    view.set_picked(-1)
    view.redraw()
    assert not legend.is_shown("picked")
    assert not np.isfinite(curve(view, "picked")[1]).any()


def test_the_cursor_tells_of_the_median_and_the_picked_member(view):
    view.append(*crowd(5, 100))
    view.set_picked(0)
    view.redraw()
    box = view.plot.getPlotItem().getViewBox()
    view._point(box.mapViewToScene(QPointF(50.2, -1)))
    assert view.legend.value("epoch") == "50"
    assert view.legend.value("training median") == "0.0600"
    assert view.legend.value("picked") == "0.0200 / 0.0400"
    assert view.legend.value("best") == "0.0200"


def test_members_without_validation_have_no_validation(view):
    epoch, training, validation, member = crowd(4, 30)
    view.append(epoch, training, np.full_like(validation, np.nan), member)
    view.set_picked(1)
    view.redraw()
    assert set(view._crowd) == {"training"}
    assert not view.legend.is_shown("validation median")
    assert view.legend.value("picked") == "0.0667"
    assert view.legend.value("worst") == "0.133"


def test_every_curve_of_a_few_members_is_in_sight(view):
    view.append(*crowd(5, 200))
    for log in (True, False):
        view.set_log(x=log, y=log)
        view.redraw()
        (left, right), (bottom, top) = visible(view)
        x, y = thin(view)
        assert left <= np.nanmin(x) <= np.nanmax(x) <= right
        assert bottom <= np.nanmin(y) <= np.nanmax(y) <= top


def test_what_is_drawn_of_many_members_and_epochs_is_bounded(view):
    for first in range(1, 20_000, 2000):
        view.append(*crowd(30, 2000, first))
    view.redraw()
    assert curve(view, "median")[0].size <= 1000
    assert thin(view)[0].size <= 7000
    assert curve(view, "median")[0][-1] == 20_000


def test_the_legend_lies_beside_the_plot_and_not_on_it(view):
    view.set_goal(1e-3)
    for rows in (falling(1, 100), crowd(5, 100)):
        view.set_history(*rows)
        view.set_picked(1)
        view.redraw()
        view.layout().activate()
        assert not view.legend.geometry().intersects(view.plot.geometry())
        last = view.legend._entries["goal"]
        assert view.legend.rect().contains(last.geometry())


def test_an_axis_says_which_error_it_shows(view):
    axis = view.plot.getPlotItem().getAxis("left")
    assert axis.labelText == "Mean squared error"
    view.set_loss("cross_entropy")
    assert axis.labelText == "Cross-entropy"


@pytest.mark.parametrize("members", [1, 3])
def test_a_loss_of_zero_has_a_row_of_its_own(view, members):
    for member in range(members):
        view.append([1, 2, 3, 4], [0.5, 0.05, 0.0, 0.0], [0.5, 0.1, 0.05, 0.02], member)
    view.redraw()
    x, y = drawn(view) if members == 1 else curve(view, "median")
    assert x.tolist() == [1, 2, 3, 4]
    bottom = visible(view)[1][0]
    assert bottom < y[2] == y[3] < math.log10(0.02)
    axis = view.plot.getPlotItem().getAxis("left")
    level, places = axis.tickValues(*visible(view)[1], 300.0)[0]
    assert (places, axis.tickStrings(places, 1.0, level)) == ([y[3]], ["0"])
    assert view.legend.value("training" if members == 1 else "training median") == "0"
    view.set_log(y=False)
    view.redraw()
    assert visible(view)[1][0] <= 0
