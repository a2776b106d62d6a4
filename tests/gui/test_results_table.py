"""The two tables of a result, from predictions of one member, of several, and of old runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.predictions import Predictions, read_predictions
from gui.results_table import (
    RIGHT,
    WRONG,
    ResultsTable,
    head_lines,
    prediction_columns,
    right_ones,
    training_columns,
)

CLASSES = ("greenstone", "intrusion-related hydrothermal")
NAMES = ("deposit", np.array(["G1", "G2", "G3", "G4", "G5"], dtype=object))


def written(path: Path, **more: list[float]) -> Predictions:
    """Write predictions of three labelled samples, one of them wrong, and two others."""
    g, i = CLASSES
    columns = {
        "row": [1, 2, 3, 4, 5],
        "known": [g, i, i, "", None],
        "part": ["training", "training", "validation", "", ""],
        "class": [g, i, g, g, i],
        "probability": [0.9, 0.8, 0.6, 0.7, 0.99],
        f"p {g}": [0.9, 0.2, 0.6, 0.7, 0.01],
        f"p {i}": [0.1, 0.8, 0.4, 0.3, 0.99],
        **more,
    }
    parquet.write_table(pa.table(columns), path)
    found = read_predictions(path)
    assert found is not None
    return found


@pytest.fixture
def predictions(tmp_path: Path) -> Predictions:
    outputs = {
        f"output {CLASSES[0]}": [0.98, 0.02, 0.55, 0.7, -0.0001],
        f"output {CLASSES[1]}": [0.01, 0.97, 0.4, 0.3, 1.2],
    }
    agreement = [1.0, 1.0, 0.6, 0.8, 1.0]
    return written(tmp_path / "predictions.parquet", **outputs, agreement=agreement)


def test_labelled_samples_are_told_from_the_rest(predictions: Predictions) -> None:
    assert predictions.labelled.tolist() == [True, True, True, False, False]
    assert right_ones(predictions) == 2
    columns = training_columns(predictions, NAMES)
    assert columns["Row"].tolist() == [1, 2, 3]
    assert columns["deposit"].tolist() == ["G1", "G2", "G3"]
    assert columns["Right"].tolist() == [RIGHT, RIGHT, WRONG]
    assert columns["Part"].tolist() == ["training", "training", "held out"]
    rest = prediction_columns(predictions, NAMES)
    assert rest["Row"].tolist() == [4, 5]
    assert rest["deposit"].tolist() == ["G4", "G5"]
    assert rest["Agreement"].tolist() == [0.8, 1.0]
    assert {"Known class", "Right", "Part"}.isdisjoint(rest)


def test_every_output_has_a_column_with_its_raw_value(predictions: Predictions) -> None:
    columns = training_columns(predictions, None)
    outputs = [head for head in columns if head.startswith("Output value")]
    assert outputs == [
        "Output value\ngreenstone",
        "Output value\nintrusion-\nrelated\nhydrothermal",
    ]
    assert columns[outputs[1]].tolist() == [0.01, 0.97, 0.4]
    assert prediction_columns(predictions, None)[outputs[1]].tolist() == [0.3, 1.2]


def test_one_ordered_output_has_one_column(tmp_path: Path) -> None:
    found = written(tmp_path / "p.parquet", output=[0.1, 0.9, 0.3, 0.2, 0.8])
    assert list(found.outputs) == [""]
    assert prediction_columns(found, None)["Output value"].tolist() == [0.2, 0.8]


def test_old_runs_have_neither_outputs_nor_agreement(tmp_path: Path) -> None:
    found = written(tmp_path / "p.parquet")
    assert found.outputs == {}
    assert found.agreement is None
    assert list(prediction_columns(found, None)) == ["Row", "Class", "Probability"]


def test_predictions_of_another_table_know_no_class(tmp_path: Path) -> None:
    whole = written(tmp_path / "p.parquet")
    bare = Predictions(whole.table.drop_columns(["known", "part"]))
    assert not bare.labelled.any()
    assert len(prediction_columns(bare, None)["Row"]) == 5


def test_the_table_shows_rows_by_their_own_number(qtbot: QtBot, predictions: Predictions) -> None:
    table = ResultsTable()
    qtbot.addWidget(table)
    table.show_results(prediction_columns(predictions, NAMES))
    model = table.columns
    shown = [str(model.data(model.index(1, column))) for column in range(model.columnCount())]
    assert shown == ["5", "G5", CLASSES[1], "0.990", "1.000", "0.000", "1.200"]
    assert table.verticalHeader().isHidden()
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert model.data(model.index(0, 0)) == "5"


def test_signs_of_right_and_wrong_have_different_colours(
    qtbot: QtBot, predictions: Predictions
) -> None:
    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

    table = ResultsTable()
    qtbot.addWidget(table)
    columns = training_columns(predictions, NAMES)
    table.show_results(columns)
    place = list(columns).index("Right")
    colours = []
    for row in (0, 2):
        option = QStyleOptionViewItem()
        delegate = table.itemDelegate()
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, table.columns.index(row, place))
        colours.append(option.palette.color(QPalette.ColorRole.Text).name())
    assert colours[0] != colours[1]


def test_class_names_are_broken_between_words_alone() -> None:
    assert head_lines("intrusion-related hydrothermal") == "intrusion-\nrelated\nhydrothermal"
    assert head_lines("Sandsteinuranlagerstätte") == "Sandsteinuranlagerstätte"
    assert head_lines("") == ""
