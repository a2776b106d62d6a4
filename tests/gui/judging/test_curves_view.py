"""The curves of a verdict: what is drawn, read under the mouse, and said where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from pytestqt.qtbot import QtBot

from core.numbers import percent
from gui import theme
from gui.judging.class_curves import precision_recall_curves, roc_curves, stairs
from gui.judging.curves_view import KINDS, CurvesView
from gui.judging.line_colours import LEAST_CONTRAST, contrast, line_colour
from gui.unbroken import unbroken
from tests.gui.judging.small_verdict import CLASSES, figure, verdict


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    made = CurvesView()
    qtbot.addWidget(made)
    made.resize(840, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_verdict(verdict())
    return made


# --- what is drawn -----------------------------------------------------------------------


def test_curves_run_from_left_to_right_with_their_worth() -> None:
    found = verdict()
    found["held_out"]["per_class"][0]["auc"] = figure(None)
    first, second = roc_curves(found)[:2]
    assert first.worth is None
    assert second.worth == pytest.approx(0.75)
    assert second.height(0.25) == pytest.approx(0.25 ** (1 / 3), abs=0.01)
    for curve in precision_recall_curves(found):
        assert np.all(np.diff(curve.x) >= 0)
        assert curve.y[0] > curve.y[-1]
        assert curve.chance == 0.2


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20),
    st.floats(0, 1),
)
def test_between_two_points_of_a_stair_the_right_one_holds(
    points: list[tuple[float, float]], share: float
) -> None:
    x = np.sort(np.array([point[0] for point in points]))
    y = np.array([point[1] for point in points])
    across, up = stairs(x, y)
    assert len(across) == len(up) == 2 * len(x) - 1
    assert np.all(np.diff(across) >= 0)
    for left, right, height in zip(x[:-1], x[1:], y[1:], strict=True):
        between = left + 0.5 * (right - left)
        if left < between < right:
            assert np.interp(between, across, up) == pytest.approx(height)


@pytest.mark.parametrize("colour", ["#f0e442", "#dde0e4", "#17191c", "#e69f00"])
def test_every_line_can_be_seen(colour: str) -> None:
    shown = line_colour(colour)
    assert contrast(shown, theme.current().plot) >= LEAST_CONTRAST
    # what can be seen as it is stays as it is
    assert (shown == colour) == (contrast(colour, theme.current().plot) >= LEAST_CONTRAST)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # https://www.w3.org/TR/WCAG21: #767676 is the lightest grey of 4.5 : 1 on white
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


# --- the view ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["roc", "pr", "success_rate"])
def test_one_class_or_all(view: CurvesView, kind: str) -> None:
    view.show_kind(kind)
    plot = getattr(view, kind)
    assert view.choice.count() == 1 + len(CLASSES)
    assert [plot.legend.is_shown(name) for name in CLASSES] == [True] * len(CLASSES)
    view.choice.setCurrentIndex(2)
    assert plot.legend.name(CLASSES[1]) == CLASSES[1]
    assert CLASSES[0] not in plot.legend._entries


def test_the_chosen_class_stays_from_kind_to_kind(view: CurvesView) -> None:
    view.choice.setCurrentIndex(view.choice.findData("skarn"))
    view.show_kind("calibration")
    assert view.choice.isHidden()
    view.show_kind("prediction_area")
    view.choice.setCurrentIndex(view.choice.findData("skarn"))
    view.show_kind("pr")
    assert view.choice.currentData() == "skarn"


def test_the_legend_tells_areas_and_under_the_mouse_heights(view: CurvesView) -> None:
    plot = view.roc
    assert (plot.legend.name(""), plot.legend.value("granite")) == ("AUC", "0.750")
    plot.read_at(0.25)
    assert plot.legend.name("") == "False positive rate"
    assert plot.legend.value("") == "0.250"
    assert float(plot.legend.value("granite")) == pytest.approx(0.5, abs=0.01)
    assert plot.pointer.isVisible()
    plot.read_at(None)
    assert plot.legend.value("granite") == "0.750"
    assert not plot.pointer.isVisible()


def test_success_rates_are_in_per_cent(view: CurvesView) -> None:
    view.show_kind("success_rate")
    view.success_rate.read_at(25.0)
    assert float(view.success_rate.legend.value("granite")) == pytest.approx(50, abs=1)


def test_the_mouse_reads_and_stops_reading_when_it_leaves(view: CurvesView) -> None:
    plot = view.roc
    place = plot.box.mapViewToScene(QPointF(0.5, 0.5))
    plot.plot.scene().sigMouseMoved.emit(place)
    assert plot.legend.value("") == "0.500"
    plot.eventFilter(plot.plot.viewport(), QEvent(QEvent.Type.Leave))
    assert plot.legend.value("") == ""
    entered = QEnterEvent(QPointF(), QPointF(), QPointF())
    assert not plot.eventFilter(plot.plot.viewport(), entered)


def test_keys_pan_and_home_shows_everything(view: CurvesView, qtbot: QtBot) -> None:
    plot = view.roc
    before = plot.box.viewRect()
    qtbot.keyClick(plot.plot, Qt.Key.Key_Plus)
    assert plot.box.viewRect().width() < before.width()
    qtbot.keyClick(plot.plot, Qt.Key.Key_Home)
    assert plot.box.viewRect().width() == pytest.approx(before.width())


def test_calibration_leaves_empty_bins_out_and_reads_the_nearest(view: CurvesView) -> None:
    view.show_kind("calibration")
    plot = view.calibration
    assert plot.legend.value("read") == (
        "Calibration error 0.110, Brier score 0.450, log loss 0.850"
    )
    plot.read_at(0.0)
    assert plot.legend.value("read") == (
        "24 samples of mean probability 0.32: 0.22 right (0.10 to 0.36)"
    )


def test_prediction_and_area_cross_where_they_add_up_to_all(view: CurvesView) -> None:
    view.show_kind("prediction_area")
    plot = view.prediction_area
    assert [view.choice.itemText(place) for place in range(view.choice.count())] == list(CLASSES)
    found = verdict()["held_out"]["curves"]["prediction_area"][0]["crossing"]
    said = f"{percent(found['captured'])} of the samples in {percent(found['area'])} of the area"
    assert plot.plot.accessibleDescription() == (
        f"{unbroken(said)}, probability ≥ 0.576, weight 1.50"
    )
    plot.read_at(0.5)
    assert (plot.legend.value("captured"), plot.legend.value("area")) == ("87", "25")


def test_the_right_axis_is_turned_upside_down(view: CurvesView) -> None:
    axis = view.prediction_area.plot.getPlotItem().getAxis("right")
    assert axis.tickStrings([0.0, 20.0, 100.0], 1.0, 20.0) == ["100", "80", "0"]


def test_a_class_without_a_crossing_has_no_label(view: CurvesView) -> None:
    found = verdict()
    found["held_out"]["curves"]["prediction_area"][0]["crossing"] = None
    view.show_kind("prediction_area")
    view.show_verdict(found)
    assert not view.prediction_area.legend.is_shown("crossing")


# --- nothing to draw -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_verdict_each_plot_says_so(view: CurvesView, kind: str) -> None:
    view.show_kind(kind)
    plot = getattr(view, kind)
    assert plot.empty.isHidden()
    view.show_verdict(None)
    assert not plot.empty.isHidden()
    assert plot.empty.text()
    assert view.choice.isHidden()
    plot.read_at(0.5)
    assert not plot._items


def test_a_run_without_an_area_says_why_two_plots_are_empty(view: CurvesView) -> None:
    found = verdict()
    found["held_out"]["curves"] |= {"success_rate": [], "prediction_area": []}
    view.show_verdict(found)
    for kind in ("success_rate", "prediction_area"):
        view.show_kind(kind)
        plot = getattr(view, kind)
        assert "classified no area" in plot.empty.text()
        assert not plot.empty.isHidden()
