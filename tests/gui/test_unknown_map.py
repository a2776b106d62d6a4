"""Unknown cells in the window: hatched on the map, in its words, its legend and its tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
from PySide6.QtWidgets import QWidget

from core.class_colours import UNKNOWN
from core.map_result import write_map_layers
from core.map_values import is_striped
from core.numbers import three_digits
from core.prediction_columns import set_size
from core.predictions import read_predictions as read_table
from gui import map_layer_kinds as layers
from gui.class_colours import ClassColours
from gui.map_colours import FADED, Painted, argb, darker, paint_classes
from gui.map_result import MappedResult
from gui.map_rows import PredictionRows
from gui.pages.map_page import MapPage
from gui.predictions import read_predictions
from gui.results_table import mapped_texts, prediction_columns, training_columns
from gui.services import Services
from tests.core.small_runs import command
from tests.core.uncertainty.small_doubts import LABELLED, STRANGE, strange_run
from tests.gui.test_map_page import kinds, services, table_info  # noqa: F401


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory):
    return strange_run(tmp_path_factory.mktemp("strange"))


@pytest.fixture
def page(qtbot, services: Services, run, tmp_path: Path) -> Iterator[MapPage]:  # noqa: F811
    table = Path(run.survey_job().data.table)
    services.session.open_table(table_info(table, tmp_path / "cache", "--target", "rock"))
    furniture = SimpleNamespace(services=services, exporting=None, window=QWidget())
    qtbot.addWidget(furniture.window)
    made = MapPage(cast(Any, furniture))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(900, 700)
    made.show()
    services.session.select_run(run)
    yield made
    made.dispose()


def pixels_of(page):
    return np.asarray(page.map.layer.items[0].picture.levels[0])


def test_unknown_cells_are_hatched_grey(page, run):
    unlike = read_table(run.predictions_path).column("unlike").to_numpy()
    grid = page.map.grid
    rows, columns = np.divmod(grid.index[unlike > 1], grid.columns)
    striped = is_striped(rows, columns)
    grey = int(argb_of(ClassColours(()).colour(UNKNOWN)))
    drawn = pixels_of(page)[rows, columns]
    assert (drawn[~striped] == grey).all()
    assert (drawn[striped] == darker(grey)).all()
    assert 0 < striped.sum() < len(striped)


def argb_of(colour: str) -> int:
    from PySide6.QtGui import QColor

    return argb(QColor(colour))


def test_the_legend_counts_them_and_hatches_their_swatch(page, run):
    marked = int((read_table(run.predictions_path).column("unlike").to_numpy() > 1).sum())
    legend = page.map.class_legend
    assert legend.order == ["a", "b", "c", "unknown"]
    assert legend.text_of("unknown") == f"{marked}"
    assert [button.hatched for button in legend.buttons] == [False, False, False, True]
    legend.buttons[3].grab()


def test_they_can_be_shown_as_what_the_networks_name(page):
    row = page.layer_side.unknown
    assert row.isVisibleTo(page.layer_side)
    assert "of the cells are unlike the training samples" in row.said.text()
    row.shown.setChecked(False)
    found = page.content.predictions
    layer = page.content.layer(layers.CLASS, "", None)
    assert np.array_equal(layer.codes(), found.codes)
    assert page.map.class_legend.order == ["a", "b", "c"]
    row.shown.setChecked(True)
    assert page.map.class_legend.order == ["a", "b", "c", "unknown"]
    page.show_layer(layers.ENTROPY)
    assert not row.isVisibleTo(page.layer_side)


def test_a_faded_class_fades_with_its_stripes(page, run):
    page.map.class_legend.buttons[3].click()
    unlike = read_table(run.predictions_path).column("unlike").to_numpy()
    drawn = pixels_of(page).ravel()[page.map.grid.index[unlike > 1]]
    assert set((drawn >> 24).tolist()) == {FADED}


def test_layers_of_what_is_not_known(page, run):
    assert {layers.UNLIKE, layers.SET_SIZE, layers.WRONG} <= set(kinds(page))
    own = read_table(run.predictions_path)
    for kind, wanted in (
        (layers.UNLIKE, own.column("unlike").to_numpy()),
        (layers.SET_SIZE, np.array([set_size(text) for text in own.column("set").to_pylist()])),
        (layers.WRONG, 100 * np.array(own.column("wrong").to_pylist(), np.float64)),
    ):
        page.show_layer(kind)
        shown = page.content.layer(kind, "", None)
        assert np.array_equal(shown.values(), wanted, equal_nan=True)
        assert page.map.value_legend.isVisible()
        assert layers.name_for_export(kind, "") == kind


def test_a_cell_says_that_it_is_unknown(page, run):
    strange = LABELLED + 3
    page.map.selected.emit(strange)
    score = read_table(run.predictions_path).column("unlike")[strange].as_py()
    assert page.cell.facts.text_of("Unlike") == f"{three_digits(score)} × threshold"
    assert page.cell.facts.text_of("Prediction set") == page.content.predictions.set_of(strange)
    assert "unlike the training samples" in page.words.class_line(strange)
    near = int(np.argmin(page.content.predictions.unlike))
    assert "unlike" not in page.words.class_line(near)


def test_tables_show_the_class_on_the_map(qtbot, run):
    found = read_predictions(run.predictions_path)
    assert found is not None
    rest = prediction_columns(found, None)
    assert rest["On the map"].tolist() == ["unknown"] * STRANGE
    assert (rest["Unlike"] > 1).all()
    assert set(rest["Class"]) <= {"a", "b", "c"}
    learned = training_columns(found, None)
    assert len(learned["Prediction set"]) == LABELLED
    table = PredictionRows()
    qtbot.addWidget(table)
    table.show_predictions(found)
    model = table.model()
    heads = [model.headerData(place, orientation(), 0) for place in range(model.columnCount())]
    assert {"On the map", "Prediction set", "Unlike"} <= set(heads)


def orientation() -> Any:
    from PySide6.QtCore import Qt

    return Qt.Orientation.Horizontal


def test_a_class_called_unknown_stays_another():
    mapped = np.array(["unknown", "unknown (unlike)", "a"], object)
    found = mapped_texts(mapped, ("unknown", "a"))
    assert found.tolist() == ["unknown", "unknown (unlike)", "a"]


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_a_classified_file_keeps_them(page, run, tmp_path, ending):
    out = tmp_path / f"new.{ending}"
    assert command("predict", run.path, run.survey_job().data.table, "--out", out)[0] == 0
    write_map_layers(out, tmp_path / "layers", "", lambda _: None)
    (folder,) = (tmp_path / "layers").iterdir()
    result = MappedResult.read(folder)
    read = pd.read_csv(out) if ending == "csv" else pd.read_parquet(out)
    assert result.set_sizes is not None
    assert result.unlike is not None
    assert result.set_sizes.tolist() == [set_size(text) for text in read["set"]]
    assert np.allclose(result.unlike, read["unlike"])
    page.show_result(result)
    codes = page.content.layer(layers.CLASS, "", None).codes()
    assert (codes[-STRANGE:] == 3).all()
    assert codes.dtype == np.int16
    assert page.layer_side.unknown.isVisibleTo(page.layer_side)
    page.map.selected.emit(2)
    assert page.cell.facts.text_of("Prediction set") == ""


def test_only_hatched_places_are_darker():
    table = np.array([argb_of("#ff0000"), argb_of("#808080"), 0], np.uint32)
    painted = paint_classes(np.array([0, 1, 1, -1, 1, 0]), table, 1)
    pixels = np.take(painted.table, painted.places, mode="wrap")
    before = pixels.copy()
    painted.hatch(pixels, painted.hatched_samples, 3)
    # of rows and columns (0, 1), (0, 2), (1, 1) none adds up to a multiple of three
    assert np.array_equal(pixels, before)
    painted.hatch(pixels, np.array([0, 5]), 3)
    assert pixels[[0, 5]].tolist() == [darker(argb_of("#808080"))] * 2
    assert len(Painted(painted.places, table).hatched_samples) == 0
