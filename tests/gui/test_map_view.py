"""The map of a survey."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from gui.map_layers import MOST_DOTS, CellLayer, PointLayer
from gui.map_view import MapView

NAMES = ("none", "Porphyry Cu", "Skarn Fe")


@pytest.fixture
def view(qtbot) -> MapView:
    made = MapView()
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def survey(rows: int = 20, columns: int = 30) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.meshgrid(412_000 + 2000.0 * np.arange(columns), 4.3e6 + 2000.0 * np.arange(rows))
    return x.ravel(), y.ravel()


@pytest.fixture
def filled(view) -> MapView:
    view.set_points(*survey())
    codes = np.zeros(600, np.int64)
    codes[:50] = 1
    codes[50] = 2
    codes[-9:] = -1
    view.set_classes(codes, NAMES)
    view.fit()
    return view


def pixel(view: MapView, row: int, column: int) -> QColor:
    assert isinstance(view._layer, CellLayer)
    return QColor(*view._layer._picture[row, column].tolist())


def scene_place(view: MapView, index: int) -> QPointF:
    x, y = survey()
    box = view.plot.getPlotItem().getViewBox()
    return box.mapViewToScene(QPointF(x[index], y[index]))


def test_an_empty_map_says_what_fills_it(view):
    assert view._empty.isVisible()
    assert view._empty.text()
    assert not view.has_points


def test_a_grid_is_one_picture_with_a_cell_a_sample(filled):
    assert filled.grid is not None
    assert filled.grid.shape == (20, 30)
    assert not filled._empty.isVisible()
    assert pixel(filled, 0, 0) == pixel(filled, 1, 19)
    assert pixel(filled, 1, 20) != pixel(filled, 1, 19)
    assert pixel(filled, 19, 29).alpha() < 40


def test_scattered_samples_are_dots_and_many_are_a_picture(view):
    random = np.random.default_rng(0)
    for number, kind in ((500, pg.ScatterPlotItem), (MOST_DOTS + 1, pg.ImageItem)):
        view.set_points(*random.uniform(0, 1e5, (2, number)))
        view.set_classes(np.ones(number, np.int64), NAMES)
        assert view.grid is None
        assert isinstance(view._layer, PointLayer)
        assert isinstance(view._layer.items[0], kind)


def test_the_legend_counts(filled):
    legend = filled.class_legend
    assert legend.isVisible()
    counts = [legend.text_of(name) for name in NAMES]
    assert counts == ["540", "50", "1"]


def test_live_classes_change_counts_and_colours(filled):
    before = pixel(filled, 0, 0)
    filled.set_classes(np.full(600, 2, np.int64), NAMES)
    assert filled.class_legend.text_of("Skarn Fe") == "600"
    assert pixel(filled, 0, 0) != before


def test_a_click_on_a_class_fades_it_and_another_brings_it_back(qtbot, filled):
    button = filled.class_legend.buttons[1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pixel(filled, 0, 0).alpha() < 40
    assert pixel(filled, 10, 0).alpha() == 255
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pixel(filled, 0, 0).alpha() == 255


def test_values_have_a_colour_bar_of_the_middle_of_their_range(filled):
    values = np.linspace(0, 100, 600)
    values[-1], values[0] = 1e9, np.nan
    filled.set_values(values, "Cu", "ppm")
    assert filled.value_legend.isVisible()
    assert not filled.class_legend.isVisible()
    assert pixel(filled, 0, 0).alpha() == 0
    texts = [label.text() for label in filled.value_legend.findChildren(pg.QtWidgets.QLabel)]
    assert "Cu (ppm)" in texts
    assert any("98" in text for text in texts)


def test_symbols_lie_over_the_map(filled):
    filled.set_symbols(np.array([3, 50]), np.array([1, 2]))
    spots = filled._symbols.points()
    assert len(spots) == 2
    assert spots[0].symbol() != spots[1].symbol()


def test_hovering_tells_the_sample(qtbot, filled):
    filled.describe = lambda index: f"sample {index}"
    with qtbot.waitSignal(filled.hovered) as said:
        filled._hover(scene_place(filled, 47))
    assert said.args == [47]
    assert filled._readout.text().startswith("sample 47")


def test_a_click_selects_the_cell(qtbot, filled):
    place = filled.plot.mapFromScene(scene_place(filled, 311))
    with qtbot.waitSignal(filled.selected) as said:
        qtbot.mouseClick(filled.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [311]
    assert len(filled._marker.points()) == 2


def test_selecting_from_outside_marks_without_a_signal(qtbot, filled):
    with qtbot.assertNotEmitted(filled.selected):
        filled.set_selected(10)
    assert len(filled._marker.points()) == 2
    filled.set_selected(-1)
    assert len(filled._marker.points()) == 0


def test_a_selected_sample_outside_the_view_is_brought_into_it(filled):
    x, y = survey()
    box = filled.plot.getPlotItem().getViewBox()
    box.setRange(xRange=(x[0], x[0] + 8000), yRange=(y[0], y[0] + 8000), padding=0)
    width = box.viewRect().width()
    filled.set_selected(599)
    assert box.viewRect().contains(QPointF(x[599], y[599]))
    assert box.viewRect().width() == pytest.approx(width)


def test_one_step_is_as_long_on_both_axes(filled):
    width, height = filled.plot.getPlotItem().getViewBox().viewPixelSize()
    assert abs(width) == pytest.approx(abs(height), rel=0.01)


def test_fit_shows_everything(filled):
    box = filled.plot.getPlotItem().getViewBox()
    box.setRange(xRange=(0, 1), yRange=(0, 1))
    filled.fit()
    assert filled.grid is not None
    left, bottom, right, top = filled.grid.bounds
    seen = box.viewRect()
    assert seen.left() <= left
    assert right <= seen.right()
    assert seen.top() <= bottom
    assert top <= seen.bottom()


def test_a_scale_bar_for_metres_only(filled):
    filled.set_crs_metres(True)
    assert filled._scale.isVisible()
    assert filled._scale.text.endswith("km")
    filled.set_crs_metres(False)
    assert not filled._scale.isVisible()


def test_samples_without_coordinates_do_no_harm(view):
    x, y = survey()
    x[5] = np.nan
    view.set_points(x, y)
    view.set_classes(np.ones(600, np.int64), NAMES)
    view.set_selected(5)
    assert view.class_legend.text_of("Porphyry Cu") == "600"


def test_clear_and_another_survey(filled):
    filled.clear()
    assert not filled.has_points
    assert filled._empty.isVisible()
    filled.set_points(*survey(5, 6))
    filled.set_classes(np.zeros(30, np.int64), ("a", "b"))
    assert filled.grid is not None
    assert filled.grid.shape == (5, 6)
    assert filled.class_legend.text_of("a") == "30"


def test_many_classes_do_not_make_the_window_taller(qtbot):
    view = MapView()
    qtbot.addWidget(view)
    before = view.minimumSizeHint().height()
    view.set_points(np.arange(400.0) % 20, np.arange(400.0) // 20)
    view.set_classes(np.arange(400) % 200, [f"class {number}" for number in range(200)])
    assert view.minimumSizeHint().height() <= before + 40
