"""The decision line, its sides and the samples as they are drawn."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from core.networks.perceptron import Perceptron
from core.truth_tables import FUNCTIONS
from gui import theme
from gui.decision_view import DecisionView
from gui.error_curve import ErrorCurve
from gui.half_plane import clipped, foot

VIEW = QRectF(-0.5, -0.4, 2.0, 1.8)
WEIGHT = st.floats(-5, 5).map(lambda weight: round(weight, 3))


def area(polygon: list[QPointF]) -> float:
    following = [*polygon[1:], *polygon[:1]]
    twice = sum(p.x() * q.y() - q.x() * p.y() for p, q in zip(polygon, following, strict=True))
    return abs(twice) / 2


def inside(polygon: list[QPointF], w1: float, w2: float, bias: float) -> bool:
    return all(w1 * p.x() + w2 * p.y() + bias > -1e-9 for p in polygon)


@given(w1=WEIGHT, w2=WEIGHT, bias=WEIGHT)
@settings(deadline=None)
def test_two_half_planes_fill_the_view_and_share_their_edge(w1, w2, bias):
    assume(w1 or w2)
    ones, edge = clipped(VIEW, w1, w2, bias)
    zeros, _ = clipped(VIEW, -w1, -w2, -bias)
    assert area(ones) + area(zeros) == pytest.approx(VIEW.width() * VIEW.height())
    assert inside(ones, w1, w2, bias)
    assert inside(zeros, -w1, -w2, -bias)
    assert len(edge) in (0, 2)
    for point in edge:
        assert w1 * point.x() + w2 * point.y() + bias == pytest.approx(0, abs=1e-9)


def test_the_half_plane_of_and():
    polygon, edge = clipped(QRectF(0, 0, 2, 2), 1, 1, -2)
    assert {(p.x(), p.y()) for p in edge} == {(2, 0), (0, 2)}
    assert {(p.x(), p.y()) for p in polygon} == {(2, 0), (2, 2), (0, 2)}


@pytest.mark.parametrize(("bias", "corners"), [(0.0, 4), (1.0, 4), (-1.0, 0)])
def test_without_weights_the_bias_decides_everywhere(bias, corners):
    polygon, edge = clipped(VIEW, 0.0, 0.0, bias)
    assert len(polygon) == corners
    assert edge == []


@given(w1=WEIGHT, w2=WEIGHT, bias=WEIGHT)
@settings(deadline=None)
def test_the_foot_is_the_nearest_point_of_the_line(w1, w2, bias):
    assume(math.hypot(w1, w2) > 0.01)
    point = QPointF(0.5, 0.5)
    near = foot(point, w1, w2, bias)
    assert w1 * near.x() + w2 * near.y() + bias == pytest.approx(0, abs=1e-6)
    # straight along the weights
    away = near - point
    assert away.x() * w2 - away.y() * w1 == pytest.approx(0, abs=1e-6)


@pytest.fixture
def view(qtbot: QtBot) -> DecisionView:
    made = DecisionView()
    qtbot.addWidget(made)
    made.resize(460, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_table(FUNCTIONS["AND"])
    return made


def pixel_colour(view: DecisionView, x: float, y: float) -> QColor:
    box = view.plot.getPlotItem().getViewBox()
    place = view.plot.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    return view.plot.viewport().grab().toImage().pixelColor(place)


def test_each_side_has_the_tint_of_its_output(view):
    view.show_weights((1, 0, -0.5))
    zero, one = pixel_colour(view, 0.3, 0.6), pixel_colour(view, 0.7, 0.3)
    assert one.blue() > one.red()
    assert zero.red() > zero.blue()
    view.show_weights((-1, 0, 0.5))
    assert pixel_colour(view, 0.3, 0.6) == one
    assert pixel_colour(view, 0.7, 0.3) == zero


def test_weights_of_zero_answer_1_everywhere_and_have_no_line(view):
    view.show_weights((0, 0, 0))
    assert len(view._line.getData()[0]) == 0
    assert not view._shaft.isVisible()
    assert pixel_colour(view, 0.3, 0.3) == pixel_colour(view, 0.7, 0.7)
    assert pixel_colour(view, 0.3, 0.3).blue() > pixel_colour(view, 0.3, 0.3).red()
    shown = [words.toPlainText() for words in view._side_names if words.isVisible()]
    assert shown == ["output 1"]


def test_the_line_before_is_shown_where_it_was_another(view):
    view.show_weights((1, 1, -1), (1, 0, -0.5))
    assert set(view._earlier.getData()[0]) == {0.5}
    view.show_weights((1, 1, -1), (1, 1, -1))
    assert len(view._earlier.getData()[0]) == 0


def test_the_arrow_points_to_the_side_of_output_1(view):
    for weights in ((1, 2, -1), (-1, 0.5, 0.2), (0, -3, 1)):
        view.show_weights(weights)
        x, y = view._shaft.getData()
        assert weights[0] * x[0] + weights[1] * y[0] + weights[2] == pytest.approx(0)
        assert weights[0] * x[1] + weights[1] * y[1] + weights[2] > 0
        # upright on the line
        assert (x[1] - x[0]) * weights[1] == pytest.approx((y[1] - y[0]) * weights[0])


def test_the_words_of_the_sides_lie_on_their_sides(view):
    for weights in ((1, 2, -1.4), (-1, 0.5, 0.2), (0, -3, 1), (2, 1, -3)):
        view.show_weights(weights)
        for output, words in enumerate(view._side_names):
            place = words.pos()
            height = weights[0] * place.x() + weights[1] * place.y() + weights[2]
            assert (height > 0) == bool(output)


def test_targets_have_symbols_and_words(view):
    symbols = [spot["symbol"] for spot in view._points.data]
    assert symbols == ["s", "s", "s", "o"]
    assert [name.toPlainText() for name in view._names] == ["t = 0"] * 3 + ["t = 1"]
    view.show_table(FUNCTIONS["NOT"])
    assert [spot["symbol"] for spot in view._points.data] == ["o", "s"]
    assert [name.toPlainText() for name in view._names] == ["t = 1", "t = 0"]


def test_the_sample_presented_is_ringed_and_a_wrong_one_crossed(view):
    unit = Perceptron(FUNCTIONS["AND"], Fraction(1), (Fraction(0),) * 3)
    view.show_step(next(unit))
    assert list(zip(*view._ring.getData(), strict=True)) == [(0, 0)]
    assert len(view._cross.getData()[0]) == 1
    assert view._ring.opts["pen"].color().name() == theme.current().error
    view.show_step(next(unit))
    assert list(zip(*view._ring.getData(), strict=True)) == [(0, 1)]
    assert len(view._cross.getData()[0]) == 0
    view.show_step(None)
    assert len(view._ring.getData()[0]) == 0


@pytest.mark.parametrize(("sample", "x", "y"), [(0, 0, 0), (1, 0, 1), (2, 1, 0), (3, 1, 1)])
def test_a_click_on_a_point_tells_which(qtbot, view, sample, x, y):
    box = view.plot.getPlotItem().getViewBox()
    place = view.plot.mapFromScene(box.mapViewToScene(QPointF(x, y)))
    with qtbot.waitSignal(view.toggled, timeout=2000) as told:
        qtbot.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [sample]


def test_the_square_stays_square(view):
    view.resize(700, 320)
    view.show_weights((1, 1, -1))
    across, up = view.plot.getPlotItem().getViewBox().viewPixelSize()
    assert across == pytest.approx(up)


def test_the_error_curve_shades_the_epochs_that_repeat(qtbot):
    curve = ErrorCurve()
    qtbot.addWidget(curve)
    curve.resize(400, 160)
    curve.show()
    unit = Perceptron(FUNCTIONS["XOR"], Fraction(1), (Fraction(0),) * 3)
    for _ in range(12):
        next(unit)
        curve.show_errors(unit.errors, 4, unit.cycle)
        assert curve._cycle.isVisible() == (unit.cycle is not None)
    epochs, errors = curve._line.getData()
    assert (list(epochs), list(errors)) == ([1, 2, 3], [3, 3, 4])
    assert curve._cycle.getRegion() == (2.5, 3.5)
