"""A table over numpy columns."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.columns_model import ColumnsModel, Format
from gui.table_view import TableView

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def columns() -> dict[str, np.ndarray]:
    return {
        "Sample": np.array(["c", "a", None, "b"], object),
        "Cu": np.array([12.5, np.nan, 0.0351, 1000.0]),
        "Code": np.array([3, 1, 2, 12345]),
    }


@pytest.fixture
def view(qtbot, columns) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    made.show_columns(columns)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def model_of(
    columns: dict[str, np.ndarray], formats: dict[str, Format] | None = None
) -> ColumnsModel:
    model = ColumnsModel()
    model.show_columns(columns, formats)
    return model


def texts(model: QAbstractItemModel, column: int) -> list[str]:
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_the_model_keeps_qt_s_rules(columns):
    model = model_of(columns)
    tester = QAbstractItemModelTester(model)
    model.sort(1, DESCENDING)
    assert tester.model() is model


def test_numbers_are_written_as_people_do(columns):
    model = model_of(columns)
    assert texts(model, 1) == ["12.5", "–", "0.0351", "1,000"]
    assert texts(model, 2) == ["3", "1", "2", "12,345"]
    assert texts(model, 0)[0] == "c"


def test_coordinates_are_written_in_full():
    model = model_of({"x": np.array([4_312_345.25, np.nan])})
    assert texts(model, 0) == ["4,312,345.25", "–"]


def test_a_column_can_have_a_way_of_its_own():
    model = model_of({"p": np.array([0.12345, 1.0])}, {"p": "{:.3f}".format})
    assert texts(model, 0) == ["0.123", "1.000"]


def test_numbers_stand_at_the_right(columns):
    model = model_of(columns)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.data(model.index(0, 1), role) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, 0), role) & Qt.AlignmentFlag.AlignLeft


@pytest.mark.parametrize(
    ("column", "order", "samples"),
    [
        (1, ASCENDING, [2, 0, 3, 1]),
        (1, DESCENDING, [3, 0, 2, 1]),
        (0, ASCENDING, [1, 3, 0, 2]),
        (0, DESCENDING, [0, 3, 1, 2]),
        (2, DESCENDING, [3, 0, 2, 1]),
    ],
)
def test_sorting_puts_what_is_missing_last(columns, column, order, samples):
    model = model_of(columns)
    model.sort(column, order)
    assert [model.sample(row) for row in range(4)] == samples
    assert [model.row(sample) for sample in samples] == [0, 1, 2, 3]


def test_nothing_is_copied(columns):
    model = model_of(columns)
    model.sort(1)
    columns["Cu"][0] = 77.0
    assert "77" in texts(model, 1)


def test_going_to_a_row_tells_its_sample(qtbot, view):
    view.sortByColumn(2, DESCENDING)
    # an active window makes the first cell the current one by itself
    view.setCurrentIndex(QModelIndex())
    with qtbot.waitSignal(view.selected_row) as said:
        view.selectRow(0)
    assert said.args == [3]


def test_being_told_to_go_tells_nothing(qtbot, view):
    view.sortByColumn(2, DESCENDING)
    with qtbot.assertNotEmitted(view.selected_row):
        view.select(1)
    assert view.columns.sample(view.currentIndex().row()) == 1


def test_a_sample_that_is_not_there_is_passed_over(qtbot, view):
    view.select(99)
    view.select(-1)
    assert not view.currentIndex().isValid()


def test_another_table_replaces_the_first(qtbot, view):
    view.show_columns({"x": np.arange(3.0)})
    assert view.columns.rowCount() == 3
    with qtbot.waitSignal(view.selected_row) as said:
        view.selectRow(2)
    assert said.args == [2]


def test_the_last_of_a_million_rows_is_reached(view):
    number = 1_000_000
    view.show_columns({"x": np.arange(float(number)), "n": np.arange(number)[::-1]})
    view.sortByColumn(1, ASCENDING)
    view.select(0)
    row = view.currentIndex().row()
    assert row == number - 1
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())


# --- many rows ---------------------------------------------------------------------------


@pytest.fixture
def many(qtbot, columns) -> TableView:
    made = TableView(many=True)
    qtbot.addWidget(made)
    made.show_columns(columns)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ground(view: TableView, row: int) -> str:
    """Return the colour at the left end of a row's last cell."""
    place = view.visualRect(view.columns.index(row, 2)).topLeft()
    return view.viewport().grab().toImage().pixelColor(place.x() + 2, place.y() + 4).name()


def take(view, row):
    """Take a row, whatever keys another test left down, which `selectRow` asks for."""
    flags = (
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    )
    view.selectionModel().select(view.model().index(row, 0), flags)


def test_rows_that_are_taken_are_told_by_sample(qtbot, many):
    many.sortByColumn(2, DESCENDING)
    with qtbot.waitSignal(many.picked) as said:
        many.selectAll()
    assert sorted(said.args[0].tolist()) == [0, 1, 2, 3]
    many.clearSelection()
    with qtbot.waitSignal(many.picked) as said:
        take(many, 0)
    assert said.args[0].tolist() == [3]


def test_marked_samples_are_seen_in_any_order_and_nothing_is_told(qtbot, many):
    with qtbot.assertNotEmitted(many.picked):
        many.mark(np.array([0, 3]))
    many.sortByColumn(2, ASCENDING)
    rows = [many.columns.row(sample) for sample in range(4)]
    marked = {ground(many, row) for row in (rows[0], rows[3])}
    others = {ground(many, row) for row in (rows[1], rows[2])}
    assert len(marked) == 1
    assert not marked & others


def test_a_mark_from_elsewhere_takes_the_place_of_the_rows_taken_here(many):
    take(many, 1)
    many.mark(np.array([2]))
    assert not many.selectionModel().hasSelection()
    take(many, 1)
    many.mark(np.array([1]))
    assert many.selectionModel().hasSelection()


def test_rows_can_have_names(columns):
    model = ColumnsModel()
    model.show_columns(columns, None, ["w", "x", "y", "z"])
    model.sort(2, DESCENDING)
    vertical, shown = Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole
    assert [model.headerData(row, vertical, shown) for row in range(4)] == ["z", "w", "y", "x"]
