"""What the layers make of one sample."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.networks.forward import layer_outputs
from core.run_folder import RunFolder
from core.snapshots import SnapshotReader
from gui.activations_view import ActivationsView
from gui.inside_panel import InsidePanel
from gui.sample_features import sample_features
from gui.session import Session
from gui.table_info import TableInfo
from tests.gui.small_snapshots import read_as_the_window, write_run, write_survey

FEATURES = ("Cu_ppm", "Zn_ppm", "As_ppm")


@pytest.fixture
def table(tmp_path: Path) -> TableInfo:
    return read_as_the_window(str(write_survey(tmp_path / "survey.csv")), tmp_path / "cache")


@pytest.fixture
def run(table: TableInfo, tmp_path: Path) -> RunFolder:
    return write_run(tmp_path / "run", table, "rock", FEATURES, epochs=60)


@pytest.fixture
def session(table: TableInfo, run: RunFolder) -> Session:
    made = Session()
    made.open_table(table)
    made.select_run(run)
    return made


@pytest.fixture
def panel(qtbot, session: Session, run: RunFolder) -> InsidePanel:
    made = InsidePanel(session)
    qtbot.addWidget(made)
    made.resize(880, 460)
    with qtbot.waitExposed(made):
        made.show()
    made.show_run(run)
    made.tabs.setCurrentWidget(made.activations)
    return made


@pytest.fixture
def view(panel: InsidePanel) -> ActivationsView:
    return panel.activations


def wanted(run: RunFolder, table: TableInfo, row: int, index: int) -> list[np.ndarray]:
    reader = SnapshotReader(run.snapshots_path())
    reader.epochs()
    about = reader.about
    assert about is not None
    features = sample_features(table, about.feature_names, row)
    assert features is not None
    prepared = about.preparations[0].apply(features.features, features.censored)
    parameters = reader.frame(index).parameters[0]
    return [
        values[0] for values in layer_outputs(parameters, about.sizes, about.activations, prepared)
    ]


def shown(view: ActivationsView) -> list[np.ndarray]:
    return [column.values for column in view.units._columns]


def assert_shows(view: ActivationsView, outputs: list[np.ndarray]) -> None:
    for found, each in zip(shown(view), outputs, strict=True):
        np.testing.assert_allclose(found, each, rtol=1e-12)


def test_the_first_sample_of_known_class_is_on_show(view, run, table):
    assert view.row.value() == 3
    assert_shows(view, wanted(run, table, 2, -1))
    assert view.sentence.text().startswith("Known class: marble. Highest output: ")


def test_every_row_and_every_frame_can_be_shown(panel, view, run, table):
    for row, index in ((4, 0), (59, 10), (10, 60)):
        view.row.setValue(row + 1)
        view.foot.slider.setValue(index)
        assert_shows(view, wanted(run, table, row, index))
    panel.set_sample(0)
    assert view.row.value() == 1
    assert_shows(view, wanted(run, table, 0, 60))
    assert view.sentence.text().startswith("Its class is not known. Highest output: ")


def test_the_highest_output_is_marked_and_named(view):
    view.row.setValue(11)
    outputs = shown(view)[-1]
    highest = int(np.argmax(outputs))
    assert view.units._marked == highest
    name = ("basalt", "granite", "marble")[highest]
    assert f"Highest output: {name}, " in view.sentence.text()


def test_the_value_under_the_cursor_is_told(qtbot, view, table):
    view.row.setValue(5)
    place = view.units.place(0)
    top = place.topLeft()
    top.setX(place.center().x())
    top.setY(top.y() + 4)
    qtbot.mouseMove(view.units, top.toPoint())
    copper = float(table.values("Cu_ppm")[4])
    qtbot.waitUntil(lambda: view.readout.text().startswith(f"Cu_ppm: {copper:.2f}, prepared "))
    qtbot.mouseMove(view.units, view.units.place(3).center().toPoint())
    qtbot.waitUntil(lambda: view.readout.text().startswith("granite: "))
    qtbot.mouseMove(view.units, view.units.rect().topLeft())
    qtbot.waitUntil(lambda: view.readout.text() == "")


def test_without_the_table_or_its_columns_a_sentence_says_what_to_do(
    panel, view, session, run, tmp_path
):
    session.table = None
    panel.show_run(None)
    panel.show_run(run)
    assert view.empty.isVisible()
    assert "Open the table of this run" in view.empty.text()
    assert view.foot.isVisible()
    other = tmp_path / "other.csv"
    other.write_text("Cu_ppm,Zn_ppm,rock\n1,2,granite\n3,4,marble\n", encoding="utf-8")
    session.open_table(read_as_the_window(str(other), tmp_path / "cache"))
    panel.show_run(None)
    panel.show_run(run)
    assert "lacks features" in view.empty.text()


def test_another_table_limits_the_rows(panel, view, session, run, table, tmp_path):
    view.row.setValue(60)
    short = tmp_path / "short.csv"
    short.write_text("Cu_ppm,Zn_ppm,As_ppm\n1,2,3\n3,4,5\n", encoding="utf-8")
    session.open_table(read_as_the_window(str(short), tmp_path / "cache"))
    panel.show_run(None)
    panel.show_run(run)
    assert (view.row.value(), view.row.maximum()) == (1, 2)
    assert not view.empty.isVisible()
    assert view.sentence.text().startswith("Highest output: ")
    panel.set_sample(500)
    assert view.row.value() == 2


def test_features_are_read_as_a_run_reads_them(table):
    sample = sample_features(table, FEATURES, 2)
    assert sample is not None
    assert sample.features.shape == (1, 3)
    # missing, measured, and a detection limit
    assert np.isnan(sample.features[0, 0])
    assert sample.features[0, 1] == table.values("Zn_ppm")[2]
    assert sample.features[0, 2] == 2.0
    assert sample.censored.tolist() == [[False, False, True]]
    assert sample_features(table, ("Cu_ppm", "rock"), 2) is None
    assert sample_features(table, ("Cu_ppm", "Pb_ppm"), 2) is None
    assert sample_features(table, FEATURES, 60) is None
    assert sample_features(table, FEATURES, -1) is None


@pytest.mark.parametrize("size", [(300, 140), (500, 900), (1700, 300)])
def test_columns_stay_inside_at_any_size(view, size):
    view.units.resize(*size)
    for layer in range(4):
        place = view.units.place(layer)
        assert place.left() >= 0
        assert place.right() <= size[0]
        assert place.bottom() <= size[1]
