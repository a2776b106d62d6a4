"""The heat map of a layer's weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from core.networks.forward import layer_parameters
from core.run_folder import RunFolder
from core.snapshots import SnapshotReader
from gui import theme
from gui.cell_grid import GAP, CellGrid
from gui.diverging import HALF, _table, as_image, cell_text, diverging_pixels, letters_on
from gui.inside_panel import InsidePanel
from gui.session import Session
from gui.unit_names import layer_name, unit_names
from gui.weights_view import WeightsView
from tests.gui.small_snapshots import read_as_the_window, write_run, write_survey

FEATURES = ("Cu_ppm", "Zn_ppm", "As_ppm")


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    table = read_as_the_window(str(write_survey(tmp_path / "survey.csv")), tmp_path / "cache")
    return write_run(tmp_path / "run", table, "rock", FEATURES, epochs=12)


@pytest.fixture
def panel(qtbot, run: RunFolder) -> InsidePanel:
    made = InsidePanel(Session())
    qtbot.addWidget(made)
    made.resize(880, 460)
    with qtbot.waitExposed(made):
        made.show()
    made.show_run(run)
    return made


@pytest.fixture
def view(panel: InsidePanel) -> WeightsView:
    return panel.weights


def layers_of(run: RunFolder, index: int) -> list[tuple[np.ndarray, np.ndarray]]:
    reader = SnapshotReader(run.snapshots_path())
    reader.epochs()
    about = reader.about
    assert about is not None
    return layer_parameters(reader.frame(index).parameters[0], about.sizes)


# --- the view -----------------------------------------------------------------------------


def test_every_layer_can_be_chosen_and_shows_its_weights(view, run):
    names = [view.layer.itemText(number) for number in range(view.layer.count())]
    assert names == [
        "Inputs → Hidden 1  ·  3 × 5",
        "Hidden 1 → Hidden 2  ·  5 × 4",
        "Hidden 2 → Outputs  ·  4 × 3",
    ]
    limits = []
    for number, (weights, biases) in enumerate(layers_of(run, -1)):
        view.layer.setCurrentIndex(number)
        found = np.array(
            [
                [view.map.value(row, column) for column in range(len(weights) + 1)]
                for row in range(len(biases))
            ]
        )
        np.testing.assert_array_equal(found[:, :-1], weights.T)
        np.testing.assert_array_equal(found[:, -1], biases)
        limits.append(view.legend.limit)
    assert len(set(limits)) == 3


def test_the_value_under_the_cursor_is_told(qtbot, view, run):
    weights, _ = layers_of(run, -1)[0]
    qtbot.mouseMove(view.map, view.map.grid().cell(2, 0).center().toPoint())
    qtbot.waitUntil(lambda: view.readout.text().startswith("Cu_ppm → hidden 1.3: "))
    assert float(view.readout.text().split(": ")[1].replace("−", "-")) == pytest.approx(
        weights[0, 2], rel=0.01
    )
    qtbot.mouseMove(view.map, view.map.grid().cell(4, 3).center().toPoint())
    qtbot.waitUntil(lambda: view.readout.text().startswith("Bias of hidden 1.5: "))
    view.layer.setCurrentIndex(2)
    assert view.readout.text() == ""
    qtbot.mouseMove(view.map, view.map.grid().cell(1, 3).center().toPoint())
    qtbot.waitUntil(lambda: view.readout.text().startswith("hidden 2.4 → granite: "))


def test_the_readout_follows_the_frames(view, run):
    view.map.cell = (0, 1)
    values = []
    for index in (0, 5, 12):
        view.foot.slider.setValue(index)
        values.append(float(view.readout.text().split(": ")[1].replace("−", "-")))
    wanted = [layers_of(run, index)[0][0][1, 0] for index in (0, 5, 12)]
    assert values == pytest.approx(wanted, rel=0.01)


def test_the_arrow_keys_point_at_cells(qtbot, view):
    texts = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(view.map, key)
        texts.append(view.readout.text().rpartition(":")[0])
    assert texts == [
        "Cu_ppm → hidden 1.1",
        "Cu_ppm → hidden 1.2",
        "Bias of hidden 1.2",
        "Bias of hidden 1.1",
    ]


def test_cells_have_the_colours_of_their_values(view, run):
    weights, biases = layers_of(run, -1)[0]
    picture = view.map.grab().toImage()
    ratio = picture.devicePixelRatio()
    values = np.column_stack([weights.T, biases])
    pixels = diverging_pixels(values, view.legend.limit)
    grid = view.map.grid()
    for (row, column), _ in np.ndenumerate(values):
        # beside the number in the middle
        place = (grid.cell(row, column).topLeft() + QPointF(4, 4)) * ratio
        found = picture.pixelColor(place.toPoint())
        assert found == QColor(*pixels[row, column].tolist())


@pytest.mark.parametrize("size", [(240, 120), (300, 600), (1600, 1200)])
def test_cells_and_names_stay_inside_at_any_size(view, size):
    view.map.resize(*size)
    for number in range(3):
        view.layer.setCurrentIndex(number)
        grid = view.map.grid()
        assert grid.left > 0
        assert grid.biases.right() <= size[0]
        assert grid.bottom < size[1]


# --- names --------------------------------------------------------------------------------


def test_units_are_named_by_features_places_and_classes(run):
    about = SnapshotReader(run.snapshots_path()).about
    assert about is not None
    assert [layer_name(about, layer) for layer in range(4)] == [
        "Inputs",
        "Hidden 1",
        "Hidden 2",
        "Outputs",
    ]
    assert unit_names(about, 0) == [*FEATURES]
    assert unit_names(about, 2) == ["hidden 2.1", "hidden 2.2", "hidden 2.3", "hidden 2.4"]
    assert unit_names(about, 3) == ["basalt", "granite", "marble"]


# --- cells --------------------------------------------------------------------------------


@given(st.floats(80, 2000), st.floats(40, 1200), st.integers(1, 60), st.integers(2, 60), st.data())
def test_the_middle_of_every_cell_is_in_it(width, height, rows, columns, data):
    grid = CellGrid.within(QRectF(50, 10, width, height), rows, columns)
    row = data.draw(st.integers(0, rows - 1))
    column = data.draw(st.integers(0, columns - 1))
    assert grid.at(grid.cell(row, column).center()) == (row, column)
    assert grid.biases.right() <= 50 + width + 1e-6
    assert grid.bottom <= 10 + height + 1e-6


def test_around_the_cells_and_in_the_gap_there_is_none():
    grid = CellGrid.within(QRectF(10, 20, 300, 200), 4, 5)
    gap = QPointF(grid.weights.right() + GAP / 2, 60)
    outside = [QPointF(5, 60), QPointF(60, 10), QPointF(60, grid.bottom + 1), gap]
    assert [grid.at(place) for place in outside] == [(-1, -1)] * 4


# --- colours ------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_colours_are_centred_on_zero(monkeypatch, scheme):
    monkeypatch.setattr(theme, "_current", scheme)
    table = _table(scheme.dark)
    values = np.array([-3.0, -2.0, 0.0, 1.0, 2.0, 9.0, np.nan, np.inf])
    pixels = diverging_pixels(values, 2.0)
    wanted = [0, 0, HALF, HALF + round(HALF / 2), 2 * HALF, 2 * HALF]
    np.testing.assert_array_equal(pixels[:6], table[wanted])
    assert pixels[6, 3] == 0
    np.testing.assert_array_equal(pixels[7], table[2 * HALF])
    # blue below zero, red above it
    assert table[0, 2] > table[0, 0]
    assert table[-1, 0] > table[-1, 2]


@pytest.mark.parametrize("dark", [False, True])
def test_letters_can_be_read_on_every_colour(dark):
    table = _table(dark)
    light = np.where(letters_on(table)[:, np.newaxis], 0.0, 255.0) + np.zeros((1, 3))
    assert (contrast(table[:, :3] / 255, light / 255) >= 4.5).all()


def contrast(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the contrast of colours, shape (n, 3) from 0 to 1, as WCAG defines it."""

    def luminance(colour: np.ndarray) -> np.ndarray:
        linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
        return linear @ np.array([0.2126, 0.7152, 0.0722])

    first, second = luminance(one), luminance(other)
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)


def test_a_layer_of_zeros_has_the_middle_colour():
    pixels = diverging_pixels(np.zeros((2, 3)), 0.0)
    assert (pixels == _table(theme.current().dark)[HALF]).all()
    image = as_image(pixels)
    assert (image.width(), image.height()) == (3, 2)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (-0.001, "0.00"),
        (-0.82, "−0.82"),
        (9.996, "10.0"),
        (-17.64, "−17.6"),
        (830.4, "830"),
        (-9999.6, "−1e4"),
        (3.2e12, "3e12"),
        (float("nan"), "–"),
        (float("-inf"), "−∞"),
    ],
)
def test_numbers_in_cells_are_short(value, text):
    assert cell_text(value) == text
