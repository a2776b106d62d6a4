"""The Map page: layers with and without a run, overlays, and one cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast, get_args

import geopandas
import numpy as np
import pytest
import shapely
from PySide6.QtWidgets import QWidget

from core import map_values
from core.events import Failed, Finished
from core.job import Activation
from core.run_folder import RunFolder
from core.targets import limits
from core.thresholds.kept import KeptThreshold
from core.thresholds.settings import ThresholdSettings
from gui import map_layer_kinds as layers
from gui.map_crs_field import CrsField
from gui.map_options import LOGARITHM, TYPED
from gui.pages.map_page import MapPage
from gui.predictions import read_predictions
from gui.rail import BLOCKED, READY
from gui.road import Road
from gui.services import Services
from gui.settings import Settings
from gui.table_info import TableInfo
from tests.core.small_runs import carry_out, command, small_job, write_table

ROWS = 60


def table_info(path: Path, cache: Path, *words: str) -> TableInfo:
    code, events = command("columns", path, "--cache", cache, *words)
    assert code == 0, events
    found = events[-1]
    assert isinstance(found, Finished)
    return TableInfo.from_values(found.values)


@pytest.fixture
def services(qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """Services whose tasks are carried out at once, in this process."""
    made = Services(Settings())

    def ask(words: list[str], done: Any, failed: Any) -> None:
        _, events = command(*words)
        last = events[-1]
        if isinstance(last, Failed):
            failed(last.message, last.traceback)
        else:
            done(last)
        made.tasks.idle.emit()

    monkeypatch.setattr(made.tasks, "ask", ask)
    yield made
    made.close()


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    return write_table(tmp_path / "survey.csv")


@pytest.fixture
def page(qtbot, services: Services, survey: Path, tmp_path: Path) -> Iterator[MapPage]:
    services.session.open_table(table_info(survey, tmp_path / "cache", "--target", "rock"))
    furniture = SimpleNamespace(services=services, exporting=None, window=QWidget())
    qtbot.addWidget(furniture.window)
    made = MapPage(cast(Any, furniture))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(900, 700)
    made.show()
    yield made
    made.dispose()


@pytest.fixture
def run(page: MapPage, survey: Path, tmp_path: Path) -> RunFolder:
    """A finished run of two members, on show."""
    carry_out(small_job(survey, members=2), tmp_path / "run")
    found = RunFolder(tmp_path / "run")
    page.session.select_run(found)
    return found


def kinds(page: MapPage) -> list[str]:
    data = (page.choice.kinds.itemData(place) for place in range(page.choice.kinds.count()))
    return [kind for kind in data if kind]


def test_without_a_run_there_are_known_classes_elements_and_thresholds(page):
    assert kinds(page) == [layers.KNOWN, layers.ELEMENT, layers.THRESHOLD, layers.RESIDUAL]
    assert page.choice.kinds.currentData() == layers.KNOWN
    assert page.map.class_legend.text_of("a") == "20"
    assert not page.table.isVisible()
    states = Road().states(page.services)
    assert states[7].state == READY
    page.session.set_role("E", "ignore")
    assert not page.map.isVisible()
    assert page._no_map.isVisible()
    assert Road().states(page.services)[7].state == BLOCKED


def test_a_run_brings_its_layers_and_its_class_map(page, run):
    assert set(kinds(page)) >= {layers.CLASS, layers.AGREEMENT, layers.ENTROPY, layers.JUDGED}
    assert page.choice.kinds.currentData() == layers.CLASS
    assert page.table.isVisible()
    page.session.select_run(None)
    assert page.choice.kinds.currentData() == layers.KNOWN


@pytest.mark.parametrize(
    ("kind", "of", "words"),
    [
        (layers.PROBABILITY, "", "Probability"),
        (layers.OF_CLASS, "b", "p(b)"),
        (layers.AGREEMENT, "", "Agreement (%)"),
        (layers.ENTROPY, "", "Entropy"),
        (layers.DOUBT, "", "1 − p(known class)"),
        (layers.ELEMENT, "Zn", "Zn"),
        (layers.RESIDUAL, "Cu", "2 other features"),
    ],
)
def test_layers_of_values(page, run, kind, of, words):
    page.show_layer(kind, of)
    assert page.map.value_legend.isVisible()
    assert words in page.map.value_legend._title.text()
    assert page.layer_side.values.isVisibleTo(page.inspector)
    assert not page.layer_side.order_row.isVisibleTo(page.inspector)
    has_range = kind in layers.FIXED
    assert page.layer_side.values.stretch.isVisibleTo(page.inspector) != has_range


def test_right_and_wrong_are_counted_as_the_run_did(page, run):
    page.show_layer(layers.JUDGED)
    evaluation = run.evaluation()
    assert evaluation is not None
    parts = [evaluation[part] for part in ("training", "validation")]
    right = sum(int(np.trace(np.array(part["confusion"]))) for part in parts)
    assert page.map.class_legend.text_of("right") == str(right)
    assert page.map.class_legend.text_of("wrong") == str(ROWS - right)


def test_the_difference_to_another_run_shows_what_flips(page, run, survey, tmp_path):
    page.show_layer(layers.DIFFERENCE)
    assert "no other finished run" in page._about.text()
    other = page.session.runs_folder / "other"
    carry_out(small_job(survey, members=2, seed=9, epochs=2), other)
    page.session.select_run(run)
    page.show_layer(layers.DIFFERENCE)
    assert page.choice.of.currentData() == str(other)
    found = [read_predictions(folder.predictions_path) for folder in (run, RunFolder(other))]
    codes = [predictions.codes for predictions in found if predictions is not None]
    same = int((codes[0] == codes[1]).sum())
    assert 0 < same < ROWS
    assert page.map.class_legend.text_of("unchanged") == str(same)
    page.session.select_rows(np.array([3]))
    assert page.cell.facts.text_of("Class in the other run") in "abc"


def test_threshold_classes_by_a_typed_and_by_a_kept_threshold(page):
    page.show_layer(layers.THRESHOLD, "Cu")
    assert "No threshold is kept for Cu" in page._about.text()
    values = page.session.table.values("Cu")

    def counts(threshold: float) -> list[str]:
        edges = [-np.inf, threshold, 2 * threshold, 4 * threshold, np.inf]
        return [
            f"{np.count_nonzero((values > low) & (values <= high))}"
            for low, high in pairwise(edges)
        ]

    def shown() -> list[str]:
        return [label.text() for label in page.map.class_legend._counts]

    page.layer_side.threshold.setText("1.5")
    page.layer_side.threshold.editingFinished.emit()
    assert shown() == counts(1.5)
    page.layer_side.threshold.setText("many")
    page.layer_side.threshold.editingFinished.emit()
    assert page.layer_side.threshold.property("invalid")
    page.layer_side.threshold.clear()
    kept = KeptThreshold(
        settings=ThresholdSettings(method="hand"), columns=("Cu",), values={"": 0.8}
    )
    page.session.keep_threshold("Cu", kept)
    assert shown() == counts(0.8)
    assert "0.8" in page.layer_side.threshold.placeholderText()


def test_a_threshold_for_each_group(page):
    values = page.session.table.values("Cu")
    kept = KeptThreshold(
        settings=ThresholdSettings(method="hand", group="rock"),
        columns=("Cu",),
        values={"a": 0.5, "b": 1e9},
    )
    page.session.keep_threshold("Cu", kept)
    page.show_layer(layers.THRESHOLD, "Cu")
    codes, names = page.session.table.codes("rock")
    of_a, of_b = (values[codes == names.index(name)] for name in "ab")
    below = int((of_a <= 0.5).sum()) + len(of_b)
    assert page.map.class_legend.text_of("up to the threshold") == str(below)


def test_scale_range_and_colours_of_an_element(page):
    page.show_layer(layers.ELEMENT, "Cu")
    side = page.layer_side.values
    side.scale.set_value(LOGARITHM)
    side.stretch.setCurrentIndex(side.stretch.findData(TYPED))
    side.low.setText("0.1")
    side.high.setText("1000")
    side.high.editingFinished.emit()
    assert side.look(None).limits == (0.1, 1000.0)
    numbers = [label.text() for label in page.map.value_legend._numbers]
    assert numbers == ["≥ 1,000", "100", "10", "1", "≤ 0.1"]
    side.low.setText("5000")
    side.low.editingFinished.emit()
    assert side.low.property("invalid")
    assert side.look(None).limits is None


def test_a_click_tells_everything_of_the_cell(page, run):
    page.map.selected.emit(17)
    assert page.session.selection.tolist() == [17]
    facts = page.cell.facts
    assert facts.text_of("Row") == "18"
    assert facts.text_of("E") == "500,070"
    assert facts.text_of("Known class") == "c"
    predictions = page.content.predictions
    assert facts.text_of("Class") == predictions.name(17)
    assert facts.text_of("p(b)") != ""
    assert facts.text_of("Cu") != ""
    assert page.table.currentIndex().row() == 17
    page.map.selected_rows.emit(np.array([1, 2, 3]))
    assert page.session.selection.tolist() == [1, 2, 3]
    assert facts.rowCount() == 0
    assert page.cell.hint.isVisibleTo(page.inspector)


def test_outlines_are_drawn_and_kept_in_the_session(page, tmp_path):
    x = page.session.table.values("E")
    line = shapely.LineString([(x.min(), 0), (x.max(), 50)])
    path = tmp_path / "faults.gpkg"
    geopandas.GeoDataFrame(geometry=[line], crs="EPSG:4509").to_file(path)
    page.session.set_crs("EPSG:4509")
    page.over.outlines.add_file(str(path))
    assert page.session.outlines == (str(path),)
    (drawn,) = page.map._outlines.values()
    assert drawn.boundingRect().width() == pytest.approx(np.ptp(x))
    page.grab()
    page.over.outlines.remove_file(str(path))
    assert page.session.outlines == ()
    assert not page.map._outlines


def test_a_file_that_is_no_outline_is_told_and_not_kept(page, services, tmp_path):
    told: list[str] = []
    services.said.connect(lambda text, *_: told.append(text))
    (tmp_path / "bad.shp").write_bytes(b"nothing")
    page.over.outlines.add_file(str(tmp_path / "bad.shp"))
    assert page.session.outlines == ()
    assert len(told) == 1
    assert "cannot be read" in told[0]


def test_scattered_samples_are_gridded_and_shown_as_samples_again(qtbot, page, services, tmp_path):
    random = np.random.default_rng(0)
    x, y = random.uniform(0, 1000, (2, 200))
    lines = [f"{a:.2f},{b:.2f},{a + b + 1:.3f}" for a, b in zip(x, y, strict=True)]
    path = tmp_path / "points.csv"
    path.write_text("\n".join(["E,N,Cu", *lines]) + "\n")
    session = services.session
    session.open_table(table_info(path, tmp_path / "cache"))
    session.set_role("E", "x")
    session.set_role("N", "y")
    session.set_role("Cu", "feature")
    page.show_layer(layers.ELEMENT, "Cu")
    panel = page.layer_side.gridding
    assert panel.isVisibleTo(page.inspector)
    panel.method.setCurrentIndex(panel.method.findData("nearest"))
    panel.cell.setText("-5")
    panel.start.click()
    assert panel.cell.property("invalid")
    panel.cell.setText("100")
    panel.start.click()
    raster = page._raster
    assert raster is not None
    assert page.map.raster.isVisible()
    rows, columns = raster.values.shape
    row, column = rows // 2, columns // 2
    at_x = raster.rect.left() + (column + 0.5) * raster.rect.width() / columns
    at_y = raster.rect.top() + (row + 0.5) * raster.rect.height() / rows
    nearest = int(np.argmin(np.hypot(x - at_x, y - at_y)))
    # a click in a cell means the nearest sample, where one on the bare map means what it hits
    assert page.map.pointer.clicked_at(at_x, at_y) == nearest
    beyond = raster.rect.right() + 1, raster.rect.bottom() + 1
    assert page.map.pointer.clicked_at(*beyond) == page.map.pointer.index_at(*beyond)
    raster.values[row, column] = np.nan
    assert not raster.covers(at_x, at_y)
    raster.values[row, column] = x[nearest] + y[nearest] + 1
    assert raster.values[row, column] == pytest.approx(x[nearest] + y[nearest] + 1, abs=0.02)
    panel.back.click()
    assert page._raster is None
    assert not page.map.raster.isVisible()


def test_any_layer_is_gridded_and_classes_by_the_nearest(page, services, tmp_path):
    random = np.random.default_rng(1)
    x, y = random.uniform(0, 1000, (2, 90))
    rocks = np.where(x < 500, "a", "b")
    lines = [
        f"{a:.2f},{b:.2f},{'<2' if b < 100 else f'{b / 40:.2f}'},{rock}"
        for a, b, rock in zip(x, y, rocks, strict=True)
    ]
    path = tmp_path / "points.csv"
    path.write_text("\n".join(["E,N,Cu,rock", *lines]) + "\n")
    session = services.session
    session.open_table(table_info(path, tmp_path / "cache", "--target", "rock"))
    for name, role in (("E", "x"), ("N", "y"), ("Cu", "feature")):
        session.set_role(name, role)
    panel = page.layer_side.gridding
    page.show_layer(layers.KNOWN)
    assert not panel.method.isEnabled()
    assert "nearest sample" in panel.method.toolTip()
    panel.start.click()
    assert page._raster is not None
    codes = page._raster.codes
    assert set(np.unique(codes)) <= {-1, 0, 1}
    assert set(np.unique(codes)) >= {0, 1}
    # the limit counts as the rule of the element says
    page.show_layer(layers.ELEMENT, "Cu")
    assert panel.method.isEnabled()
    panel.method.setCurrentIndex(panel.method.findData("nearest"))
    for rule, low in (("half", 1.0), ("limit", 2.0)):
        session.set_preparation(session.preparation.model_copy(update={"censored": rule}))
        page._paint()
        panel.start.click()
        assert np.nanmin(page._raster.values) == pytest.approx(low)
    # twice as far, fewer gaps; and what a number comes to is said
    assert "times the usual distance" in panel.said.text()
    gaps = []
    for reach in ("0.5", "1"):
        panel.radius.setText(reach)
        panel.start.click()
        gaps.append(int(np.isnan(page._raster.values).sum()))
    assert gaps[0] > gaps[1]


def test_an_ordered_output_has_its_difference_to_the_target(page, survey, tmp_path):
    job = small_job(survey)
    network = job.network.model_copy(update={"coding": "ordered", "layers": "3-4-1"})
    carry_out(job.model_copy(update={"network": network}), tmp_path / "ordered")
    page.session.select_run(RunFolder(tmp_path / "ordered"))
    page.show_layer(layers.ERROR)
    assert "Output − target" in page.map.value_legend._title.text()
    found = page.content.predictions
    known = page.session.table.codes("rock")[0]
    low, high = map_values.output_limits(job.network.activations[-1])
    wanted = found.ordered - (low + (high - low) * known / 2)
    shown = page.content.layer(layers.ERROR, "", None).values()
    assert np.allclose(shown, wanted)


def test_limits_of_an_output_are_those_of_the_targets():
    for activation in get_args(Activation):
        assert map_values.output_limits(activation) == limits(activation)


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_a_classified_file_lies_on_the_map_and_the_session_stays(page, run, tmp_path, ending):
    table, told = page.session.table, []
    out = tmp_path / f"classified.{ending}"
    assert command("predict", run.path, table.source, "--out", out)[0] == 0
    page.services.said.connect(lambda text, *_: told.append(text))
    page.files.open(str(out), "EPSG:4509")
    result = page.content.result
    assert result is not None, told
    predictions = page.content.predictions
    assert np.array_equal(result.codes, predictions.codes)
    assert np.allclose(result.of_class("b"), predictions.of_class("b"), atol=1e-6)
    shares = ["class", "probability", "p", "agreement", "entropy"]
    assert kinds(page) == [*shares, "set-size", "unlike"]
    assert page.result_bar.isVisible()
    assert not page.table.isVisible()
    page.map.selected.emit(17)
    assert page.cell.facts.text_of("Class") == predictions.name(17)
    # its rows are none of the table's
    assert len(page.session.selection) == 0
    page.result_bar.back.click()
    assert page.content.result is None
    assert page.table.isVisible()
    assert page.session.table is table


def test_what_is_no_classified_file_is_told(page, survey, tmp_path):
    told: list[str] = []
    page.services.said.connect(lambda text, *_: told.append(text))
    page.files.open(str(survey), "")
    (tmp_path / "torn.parquet").write_bytes(b"PAR1")
    page.files.open(str(tmp_path / "torn.parquet"), "")
    assert "holds no predictions" in told[0]
    assert "cannot be read" in told[1]
    assert page.content.result is None


def test_the_field_for_a_system_takes_names_and_refuses_others(qtbot):
    field = CrsField()
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.chosen.connect(told.append)
    field.edit.setText("4509")
    field.edit.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["EPSG:4509"]
    assert "117E" in field.said.text()
    field.edit.setText("moon")
    field.edit.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(field.edit.property("invalid")))
    assert "no coordinate system" in field.said.text()
    assert told == ["EPSG:4509"]
    field.edit.setText("")
    field.edit.editingFinished.emit()
    qtbot.waitUntil(lambda: told == ["EPSG:4509", ""])
    assert not field.said.isVisible()


def test_names_of_systems_appear_while_one_types(qtbot):
    field = CrsField()
    qtbot.addWidget(field)
    field.edit.setText("CGCS2000 117E")
    field.edit.textEdited.emit("CGCS2000 117E")
    qtbot.waitUntil(lambda: field._names.rowCount() > 0)
    assert field._names.stringList()[0].startswith("EPSG:4509  CGCS2000")


def test_a_clicked_sample_says_why_it_has_its_class(page, services, run, monkeypatch):
    asked: list[list[str]] = []

    def ask(words: list[str], done: Any, failed: Any) -> None:
        asked.append(words)
        done(command(*words)[1][-1])

    monkeypatch.setattr(services.seer, "ask", ask)
    assert page.why.isHidden()
    page.map.selected.emit(4)
    assert not page.why.isHidden()
    assert asked == []
    page.inspector.show()
    page.why.button.click()
    assert page.why.why.view.words.text().startswith("Row 5: ")
    assert page.why.why.view.elements.rowCount() == 3
    page.map.selected.emit(6)
    assert page.why.why.view.words.text().startswith("Row 7: ")
    assert [words[3] for words in asked] == ["5", "7"]
    page.session.select_run(None)
    assert page.why.isHidden()
