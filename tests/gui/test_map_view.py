"""The map of a survey."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core.mapping import Grid
from gui.map_cell_outline import cell_outline
from gui.map_colours import CIVIDIS, Look, paint_values, table_of
from gui.map_layers import MOST_DOTS, CellLayer, CloudLayer, DotLayer
from gui.map_legend import BY_COUNT, BY_NAME
from gui.map_picture import picture_of
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
    assert isinstance(view.layer, CellLayer)
    return view.layer.pixel(row, column)


def send_move(widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier) -> None:
    """Move the mouse with the left button and keys held down, which qtbot cannot."""
    at = QPointF(place)
    button = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, button, keys
    )
    QApplication.sendEvent(widget, event)


def scene_place(view: MapView, index: int) -> QPointF:
    x, y = survey()
    box = view.plot.getPlotItem().getViewBox()
    return box.mapViewToScene(QPointF(x[index], y[index]))


def test_an_empty_map_says_what_fills_it(view):
    assert view.empty.isVisible()
    assert view.empty.text()
    assert not view.has_points


def test_a_grid_is_one_picture_with_a_cell_a_sample(filled):
    assert filled.grid is not None
    assert filled.grid.shape == (20, 30)
    assert not filled.empty.isVisible()
    assert pixel(filled, 0, 0) == pixel(filled, 1, 19)
    assert pixel(filled, 1, 20) != pixel(filled, 1, 19)
    assert pixel(filled, 19, 29).alpha() < 40


def test_scattered_samples_are_dots_and_many_are_a_picture(view):
    random = np.random.default_rng(0)
    for number, kind in ((500, DotLayer), (MOST_DOTS + 1, CloudLayer)):
        view.set_points(*random.uniform(0, 1e5, (2, number)))
        view.set_classes(np.ones(number, np.int64), NAMES)
        assert view.grid is None
        assert isinstance(view.layer, kind)


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
    spots = filled.marks.symbols.points()
    assert len(spots) == 2
    assert spots[0].symbol() != spots[1].symbol()


def test_hovering_tells_the_sample(qtbot, filled):
    filled.describe = lambda index: f"sample {index}"
    with qtbot.waitSignal(filled.hovered) as said:
        filled.pointer.hover(scene_place(filled, 47))
    assert said.args == [47]
    assert filled.readout.text().startswith("sample 47")


def test_a_click_selects_the_cell(qtbot, filled):
    place = filled.plot.mapFromScene(scene_place(filled, 311))
    with qtbot.waitSignal(filled.selected) as said:
        qtbot.mouseClick(filled.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said.args == [311]
    assert len(filled.marks.marker.points()) == 2


def test_selecting_from_outside_marks_without_a_signal(qtbot, filled):
    with qtbot.assertNotEmitted(filled.selected):
        filled.set_selected(10)
    assert len(filled.marks.marker.points()) == 2
    filled.set_selected(-1)
    assert len(filled.marks.marker.points()) == 0


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


def test_a_scale_bar_where_lengths_are_known(filled):
    filled.set_crs("", presumed_metres=True)
    assert filled.scale_bar.isVisible()
    assert filled.scale_bar.text.endswith("km")
    filled.set_crs("", presumed_metres=False)
    assert not filled.scale_bar.isVisible()


def test_degrees_keep_their_aspect_and_have_a_scale_in_kilometres(qtbot, view):
    x, y = np.meshgrid(np.linspace(116, 118, 41), np.linspace(59, 61, 41))
    view.set_points(x.ravel(), y.ravel())
    view.set_crs("EPSG:4490")
    width, height = view.pixel()
    # at 60° a degree of longitude is half as long as one of latitude (55,800 and 111,412 m)
    assert width / height == pytest.approx(111_412 / 55_800, rel=1e-3)
    kilometres = float(view.scale_bar.text.removesuffix(" km"))
    pixels = kilometres * 1000 / 55_800 / width
    assert view.scale_bar.length_px == pytest.approx(pixels, rel=0.02)
    qtbot.waitUntil(lambda: not view.places.busy)


def test_the_readout_has_both_systems(qtbot, view):
    x, y = np.meshgrid(499_000 + 500.0 * np.arange(5), 3_299_000 + 500.0 * np.arange(5))
    view.set_points(x.ravel(), y.ravel())
    view.set_crs("EPSG:4509")
    qtbot.waitUntil(lambda: view.places.system is not None)
    view.set_selected(12)
    # x = 500,000 is the central meridian of the zone, 117°E
    assert "500,000, 3,300,000" in view.readout.text()
    assert "117°00′00″E 29°49′" in view.readout.text()


def test_north_is_told_where_it_is_not_up(qtbot, view):
    view.set_points(*survey())
    view.set_crs("EPSG:4509")
    qtbot.waitUntil(lambda: view.places.system is not None)
    # west of the central meridian true north lies to the right of grid north
    assert "to the right" in view.north.toolTip()


def test_a_wrong_system_does_no_harm(qtbot, filled):
    filled.set_crs("EPSG:99999", presumed_metres=True)
    qtbot.waitUntil(lambda: not filled.places.busy)
    assert filled.places.system is None
    assert filled.scale_bar.isVisible()


def test_many_samples_are_laid_out_and_coloured_beside_the_window(qtbot, view):
    x, y = survey(400, 300)
    codes = np.zeros(120_000, np.int64)
    codes[7] = 2
    view.set_points(x, y)
    assert view.has_points
    view.set_classes(codes, NAMES)
    view.set_symbols(np.array([7]), np.array([2]))
    assert view.grid is None
    qtbot.waitUntil(lambda: not view.busy)
    assert view.grid is not None
    assert view.grid.shape == (400, 300)
    assert view.class_legend.text_of("Skarn Fe") == "1"
    assert pixel(view, 0, 7) != pixel(view, 0, 8)
    assert len(view.marks.symbols.points()) == 1


def test_a_survey_that_is_replaced_while_it_is_laid_out_never_appears(qtbot, view):
    view.set_points(*survey(400, 300))
    view.set_classes(np.zeros(120_000, np.int64), NAMES)
    view.set_points(*survey(5, 6))
    view.set_classes(np.ones(30, np.int64), NAMES)
    qtbot.waitUntil(lambda: not view.busy)
    assert view.grid is not None
    assert view.grid.shape == (5, 6)


def test_a_cloud_is_sharp_where_one_looks_closer(qtbot, view):
    x, y = np.random.default_rng(0).uniform(0, 1e5, (2, 30_000))
    view.set_points(x, y)
    view.set_classes(np.ones(30_000, np.int64), NAMES)
    qtbot.waitUntil(lambda: not view.busy)
    layer = view.layer
    assert isinstance(layer, CloudLayer)
    sharp = layer.items[1]
    view.box.setRange(xRange=(2e4, 2.5e4), yRange=(2e4, 2.5e4), padding=0)
    qtbot.waitUntil(lambda: not view.busy)
    assert sharp.picture is not None
    seen = view.box.viewRect()
    assert sharp.picture.rect.contains(seen)
    inside = (x > seen.left()) & (x < seen.right()) & (y > seen.top()) & (y < seen.bottom())
    chosen = int(np.flatnonzero(inside)[0])
    rect, pixels = sharp.picture.rect, sharp.picture.levels[0]
    row = int((y[chosen] - rect.top()) / rect.height() * pixels.shape[0])
    column = int((x[chosen] - rect.left()) / rect.width() * pixels.shape[1])
    near = pixels[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
    assert near.any()
    assert view.index_at(x[chosen], y[chosen]) == chosen
    view.fit()
    view.grab()


def test_a_rectangle_drawn_with_shift_picks_rows(qtbot, filled):
    x, y = survey()
    box = filled.box
    start, end = (
        filled.plot.mapFromScene(box.mapViewToScene(QPointF(x[at] + side, y[at] + side)))
        for at, side in ((0, -500), (33, 500))
    )
    viewport, button = filled.plot.viewport(), Qt.MouseButton.LeftButton
    shift = Qt.KeyboardModifier.ShiftModifier
    before = box.viewRect()
    with qtbot.waitSignal(filled.selected_rows) as said:
        qtbot.mousePress(viewport, button, shift, start)
        for part in (0.3, 0.6, 1.0):
            place = start + (end - start) * part
            send_move(viewport, place, shift)
        qtbot.mouseRelease(viewport, button, shift, end)
    assert said.args[0].tolist() == [0, 1, 2, 3, 30, 31, 32, 33]
    assert box.viewRect() == before


def test_few_picked_cells_have_rings_and_many_an_outline_or_a_picture(filled):
    marks = filled.marks
    filled.set_selection(np.arange(20))
    assert len(marks.rings.points()) == 20
    assert marks.outline.boundingRect().isEmpty()
    # ten whole rows of the grid: one rectangle round them, and their colours stay to be seen
    filled.set_selection(np.arange(300))
    assert len(marks.rings.points()) == 0
    assert marks.outline.boundingRect() == QRectF(411_000, 4.299e6, 60_000, 20_000)
    assert marks.picture.picture is None
    marks.most_edges = 3
    filled.set_selection(np.arange(300))
    picture = marks.picture.picture
    assert picture is not None
    assert np.count_nonzero(picture.levels[0]) == 300
    assert marks.outline.boundingRect().isEmpty()
    filled.set_selection(np.empty(0, np.int64))
    assert marks.picture.picture is None


def test_many_picked_points_have_a_dot_each(view):
    view.set_points(*np.random.default_rng(0).uniform(0, 1e4, (2, 500)))
    view.set_selection(np.arange(300))
    spots = view.marks.rings.points()
    assert len(spots) == 300
    # smaller than the sample, whose colour is seen around it
    assert spots[0].size() < 9


@given(arrays(bool, st.tuples(st.integers(2, 9), st.integers(2, 9))), st.randoms())
def test_an_outline_lies_between_picked_and_other_cells(picked, random):
    rows, columns = picked.shape
    x, _ = np.meshgrid(5.0 + 2.0 * np.arange(columns), 7.0 + 3.0 * np.arange(rows))
    order = list(range(picked.size))
    random.shuffle(order)
    grid = Grid(5.0, 7.0, 2.0, 3.0, rows, columns, np.array(order, np.int64))
    pieces = cell_outline(grid, np.flatnonzero(picked.ravel()[order]))
    framed = np.pad(picked, 1)
    level = np.count_nonzero(framed[1:] != framed[:-1])
    upright = np.count_nonzero(framed[:, 1:] != framed[:, :-1])
    lengths = np.abs(pieces[:, 2:] - pieces[:, :2]).sum(axis=0) if len(pieces) else np.zeros(2)
    assert lengths.tolist() == [2.0 * level, 3.0 * upright]
    assert len(pieces) == 0 or pieces[:, 0::2].min() == x.ravel()[picked.ravel()].min() - 1


def test_zoom_to_rows(filled):
    x, y = survey()
    filled.zoom_to(np.array([0, 31]))
    seen = filled.box.viewRect()
    assert seen.contains(QPointF(x[0], y[0]))
    assert seen.contains(QPointF(x[31], y[31]))
    assert not seen.contains(QPointF(x[599], y[599]))


def test_deposits_have_labels_and_links(filled):
    x, y = survey()
    place = np.array([x[40] + 300]), np.array([y[40] + 300])
    filled.set_deposits(*place, np.array([1]), ["Mine A"])
    filled.set_links(np.array([[place[0][0], place[1][0], x[40], y[40]]]))
    filled.pointer.hover(filled.box.mapViewToScene(QPointF(place[0][0], place[1][0])))
    assert filled.readout.text().startswith("Mine A")
    assert not filled.marks.links.boundingRect().isEmpty()
    filled.grab()


def test_a_raster_lies_over_the_samples_until_these_are_coloured(filled):
    values = np.array([[1.0, np.nan], [3.0, 4.0]], np.float32)
    x, y = survey()
    filled.painting.set_raster(values, QRectF(x[0], y[0], 4000, 4000), "Cu", "ppm", Look())
    assert filled.raster.isVisible()
    assert not filled.layer.items[0].isVisible()
    pixels = filled.raster.picture.levels[0]
    assert (pixels == 0).tolist() == [[False, True], [False, False]]
    filled.set_classes(np.zeros(600, np.int64), NAMES)
    assert not filled.raster.isVisible()
    assert filled.layer.items[0].isVisible()


def test_logarithmic_colours_and_a_reversed_scheme(filled):
    values = np.geomspace(1, 1e4, 600)
    look = Look(CIVIDIS, logarithm=True, percentiles=(0, 100))
    filled.set_values(values, "Cu", "ppm", look=look)
    ordered = pixel(filled, 0, 0), pixel(filled, 19, 29)
    filled.set_values(values, "Cu", "ppm", look=replace(look, is_reversed=True))
    assert (pixel(filled, 19, 29), pixel(filled, 0, 0)) == ordered
    texts = [label.text() for label in filled.value_legend.findChildren(QLabel)]
    assert {"1", "10", "100", "1,000", "10,000"} <= set(texts)


def test_what_has_no_logarithm_has_the_first_colour():
    values = np.array([-5.0, 0.0, 1.0, 10.0, 100.0, np.nan])
    look = Look(logarithm=True, percentiles=(0, 100))
    painted = paint_values(values, look, table_of(look))
    assert painted.places.tolist() == [0, 0, 0, 127, 255, -1]


@given(
    arrays(np.float64, st.integers(1, 60), elements=st.floats(-1e12, 1e12) | st.just(np.nan)),
    st.booleans(),
    st.booleans(),
)
def test_every_value_gets_a_colour_of_the_table(values, logarithm, centred):
    look = Look(logarithm=logarithm, centred=centred and not logarithm)
    painted = paint_values(values, look, table_of(look))
    assert np.array_equal(painted.places == -1, np.isnan(values))
    assert painted.places.max(initial=-1) <= 255
    assert painted.low < painted.high


def test_a_value_too_small_to_divide_by_gets_a_colour():
    look = Look(centred=True)
    painted = paint_values(np.array([-2.2e-309, np.nan]), look, table_of(look))
    assert painted.places[0] >= 0
    assert painted.places[1] == -1


def test_a_smaller_copy_is_drawn_from_far_away(qtbot, view):
    random = np.random.default_rng(0)
    picture = picture_of(random.integers(0, 2**32, (1000, 5000), dtype=np.uint32), QRectF())
    assert [level.shape for level in picture.levels] == [(1000, 5000), (500, 2500), (250, 1250)]
    assert np.array_equal(picture.levels[2], picture.levels[0][::4, ::4])


def test_rows_of_the_legend_are_sorted_and_dragged(filled):
    legend = filled.class_legend
    legend.sort_by(BY_COUNT)
    assert legend.order == ["none", "Porphyry Cu", "Skarn Fe"]
    legend.sort_by(BY_NAME)
    assert legend.order == ["none", "Porphyry Cu", "Skarn Fe"]
    with_signal = []
    legend.reordered.connect(lambda: with_signal.append(legend.order))
    QApplication.processEvents()
    legend.drag(2, -5)
    assert legend.order == ["Skarn Fe", "none", "Porphyry Cu"]
    assert with_signal == [legend.order]
    filled.set_classes(np.ones(600, np.int64), NAMES)
    assert legend.order == ["Skarn Fe", "none", "Porphyry Cu"]


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
    assert filled.empty.isVisible()
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
