"""The explore page, driven as a person would: choose, brush, correlate, convert."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pytest
import scipy.stats as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.events import Finished
from core.exploring import correlations_of_arrow, statistics_of_arrow
from core.reading import Reading
from core.statistics import describe
from datasets.messages import message
from datasets.recipe import ColumnRecipe, Recipe
from gui import explore_work
from gui.element_data import axis_title, element_data
from gui.element_units import name_in_file, substances_offered, with_unit
from gui.pages.data_page import DataPage
from gui.pages.explore_page import ExplorePage
from gui.scatter_view import counts_in_cells
from gui.session import Session
from gui.settings import Settings
from gui.table_info import ColumnInfo, TableInfo
from gui.value_plot import ValuePlot

ROWS = 120
LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


def columns() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(4)
    copper = rng.lognormal(3, 0.6, ROWS)
    gold = np.where(np.arange(ROWS) % 6 == 0, 2.0, rng.lognormal(2, 0.5, ROWS) + 2)
    zinc = copper * rng.lognormal(0.5, 0.2, ROWS)
    zinc[:4] = np.nan
    return {
        "E": 500_000 + 100.0 * (np.arange(ROWS) % 12),
        "N": 4_000_000 + 100.0 * (np.arange(ROWS) // 12),
        "Cu_ppm": copper,
        "Au": gold,
        "Zn_ppm": zinc,
        "rock": np.where(np.arange(ROWS) % 3, "granite", "skarn").astype(object),
    }


def below() -> np.ndarray:
    return np.arange(ROWS) % 6 == 0


ROLES = {"E": "x", "N": "y", "rock": "target"}
UNITS = {"Cu_ppm": "ppm", "Zn_ppm": "ppm"}


def info(name: str, values: np.ndarray) -> ColumnInfo:
    is_text = values.dtype == object
    return ColumnInfo(
        name=name,
        kind="text" if is_text else "number",
        role=ROLES.get(name, "feature"),
        reason=message("It is so."),
        missing=0 if is_text else int(np.isnan(values).sum()),
        censored=int(below().sum()) if name == "Au" else 0,
        distinct=len(set(values.tolist())),
        classes={"granite": 80, "skarn": 40} if is_text else {},
        unit=UNITS.get(name, ""),
        element="" if is_text else name.partition("_")[0],
    )


@pytest.fixture
def table(tmp_path: Path) -> TableInfo:
    made = columns()
    arrays = {f"v{number}": pa.array(values) for number, values in enumerate(made.values())}
    arrays["m3"] = pa.array(below().astype(np.uint8))
    path = tmp_path / "table.arrow"
    arrow = pa.table(arrays)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, arrow.schema) as writer:
        writer.write_table(arrow)
    infos = tuple(info(name, values) for name, values in made.items())
    return TableInfo("survey.csv", ROWS, "0" * 64, "utf-8", ",", "", (), infos, str(path))


class Worker:
    """Carries out what the window asks the worker for, here and now."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def ask(self, words: list[str], done: Any, failed: Any) -> None:
        self.asked.append(words)
        options = dict(zip(words[2::2], words[3::2], strict=True))
        numbers = [int(number) for number in options["--numbers"].split(",")]
        path, rule = Path(options["--arrow"]), cast(Any, options["--censored"])
        events: list[Any] = []
        if words[0] == "statistics":
            statistics_of_arrow(path, numbers, rule, events.append)
        else:
            method, domain = cast(Any, (options["--method"], options["--on"]))
            correlations_of_arrow(
                path, numbers, rule=rule, method=method, domain=domain, report=events.append
            )
        assert isinstance(events[-1], Finished)
        done(events[-1])


class Desk:
    """What a page is given, with pages that stand in one window."""

    def __init__(self, qtbot: QtBot, table: TableInfo) -> None:
        self.session = Session()
        self.session.open_table(table)
        self.worker = Worker()
        self.read: list[Reading] = []
        self.went: list[str] = []
        services = SimpleNamespace(
            session=self.session,
            settings=Settings(),
            tasks=self.worker,
            say_failure=pytest.fail,
            go=self.went.append,
        )
        self.furniture: Any = SimpleNamespace(
            services=services,
            current="",
            opening=SimpleNamespace(read_again=self.read.append),
            running=SimpleNamespace(train=lambda: None),
            name_of=lambda source: source,
            obstacle_text=lambda: "",
        )
        self._qtbot = qtbot
        self._windows: list[QWidget] = []

    def show(self, page: Any) -> None:
        window = QWidget()
        row = QHBoxLayout(window)
        row.addWidget(page, 3)
        row.addWidget(page.inspector, 1)
        self._qtbot.addWidget(window)
        # qtbot itself holds on to no widget
        self._windows.append(window)
        window.resize(1280, 760)
        with self._qtbot.waitExposed(window):
            window.show()
        page.arrive()


@pytest.fixture
def desk(qtbot: QtBot, table: TableInfo, home: Path) -> Desk:
    return Desk(qtbot, table)


@pytest.fixture
def page(desk: Desk) -> Iterator[ExplorePage]:
    made = ExplorePage(desk.furniture)
    desk.show(made)
    yield made
    made.dispose()


def pixel(plot: Any, x: float, y: float) -> QPoint:
    box = plot.getPlotItem().getViewBox()
    return plot.mapFromScene(box.mapViewToScene(QPointF(x, y)))


def drag(qtbot: QtBot, plot: Any, start: QPoint, end: QPoint, keys: Any = None) -> None:
    keys = keys or Qt.KeyboardModifier.NoModifier
    qtbot.mousePress(plot.viewport(), LEFT, keys, start)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(plot.viewport(), start + (end - start) * step)
    qtbot.mouseRelease(plot.viewport(), LEFT, keys, end)


def brush(qtbot: QtBot, view: ValuePlot, low: float, high: float, keys: Any = None) -> None:
    """Drag from one value to another, given as the axis has them."""
    middle = view.plot.getPlotItem().getViewBox().viewRect().center().y()
    drag(qtbot, view.plot, pixel(view.plot, low, middle), pixel(view.plot, high, middle), keys)


def text(page: ExplorePage, head: str, name: str) -> str:
    model = page.table.columns
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in range(model.columnCount())
    ]
    names = [
        model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole)
        for row in range(model.rowCount())
    ]
    return str(model.data(model.index(names.index(name), heads.index(head))))


# --- elements and figures ----------------------------------------------------------------


def test_every_element_has_its_statistics(page: ExplorePage) -> None:
    made = columns()
    assert [text(page, "n", name) for name in ("Cu_ppm", "Zn_ppm")] == ["120", "116"]
    assert text(page, "< limit", "Au") == "16.7 %"
    assert text(page, "Limit", "Au") == "2"
    median = np.median(made["Cu_ppm"])
    assert text(page, "Median", "Cu_ppm") == f"{median:.3g}"
    page.choices.log_figures.setChecked(True)
    assert text(page, "Median", "Cu_ppm") == f"{np.median(np.log10(made['Cu_ppm'])):.3g}"


def test_arrows_go_through_the_elements_and_the_plots_follow(qtbot, page: ExplorePage) -> None:
    assert page.chosen == "Cu_ppm"
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.chosen == "Au"
    assert page.choices.facts._name.text() == "Au"
    assert "20 below the limit (16.7\u00a0%): <2" in page.choices.facts._counts.text()
    for plot in page.distribution.plots:
        assert plot.data is not None
        assert plot.data.name == "Au"
    assert "20 values below" in page.distribution.text()


def test_a_censored_value_counts_as_chosen(page: ExplorePage) -> None:
    page.choose("Au")
    assert text(page, "Minimum", "Au") == "1"
    page.choices.censored.setCurrentIndex(page.choices.censored.findData("limit"))
    assert text(page, "Minimum", "Au") == "2"
    assert page.chosen == "Au"


def test_sorting_by_a_column_keeps_the_element(qtbot, page: ExplorePage) -> None:
    page.choose("Zn_ppm")
    page.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    page.table.go_to("Zn_ppm")
    assert page.table.columns.sample(page.table.currentIndex().row()) == 2
    assert page.chosen == "Zn_ppm"


def test_the_histogram_holds_every_value_once(page: ExplorePage) -> None:
    histogram = page.distribution.histogram
    assert histogram._counts.sum() == ROWS
    page.choices.axis.button("linear").click()
    assert histogram.data is not None
    assert not histogram.data.log
    assert histogram._counts.sum() == ROWS
    x, y = page.distribution.probability._points.getData()
    values = np.sort(columns()["Cu_ppm"])
    assert x == pytest.approx(values)
    assert y == pytest.approx(st.norm.ppf((np.arange(ROWS) + 0.5) / ROWS))


def test_values_without_a_logarithm_are_counted_not_drawn(table: TableInfo) -> None:
    values = columns()["Zn_ppm"]
    data = element_data(table, "Zn_ppm", log=True, rule="half")
    assert len(data.ordered) == np.isfinite(values).sum()
    assert data.left_out == 0
    coordinates = element_data(table, "E", log=False, rule="half")
    assert (coordinates.rows_between(500_000, 500_000) % 12 == 0).all()


# --- linked ----------------------------------------------------------------------------


def test_a_range_of_the_histogram_selects_its_rows(qtbot, desk: Desk, page: ExplorePage) -> None:
    logs = np.log10(columns()["Cu_ppm"])
    low, high = np.percentile(logs, (70, 90))
    brush(qtbot, page.distribution.histogram, low, high)
    expected = np.flatnonzero((logs >= low) & (logs <= high))
    # a pixel is as wide as a value or two
    assert len(np.setxor1d(desk.session.selection, expected)) <= 2
    rows = desk.session.selection
    x, _ = page.distribution.cumulative._marked.getData()
    assert np.sort(x) == pytest.approx(np.sort(logs[rows]))
    marked = page.distribution.histogram._marked.opts["height"]
    assert marked.sum() == len(rows)
    assert str(len(rows)) in page._button.text()


def test_shift_adds_and_escape_clears(qtbot, desk: Desk, page: ExplorePage) -> None:
    logs = np.log10(columns()["Cu_ppm"])
    cuts = np.percentile(logs, (10, 20, 80, 90))
    brush(qtbot, page.distribution.cumulative, cuts[0], cuts[1])
    first = desk.session.selection
    brush(qtbot, page.distribution.box, cuts[2], cuts[3], SHIFT)
    assert set(first) < set(desk.session.selection)
    # a shortcut works in the active window alone
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert len(desk.session.selection) == 0
    assert not page._button.isVisible()


def test_a_bar_is_selected_by_a_click(qtbot, desk: Desk, page: ExplorePage) -> None:
    histogram = page.distribution.histogram
    number = int(np.argmax(histogram._counts))
    middle = histogram._edges[number : number + 2].mean()
    place = pixel(histogram.plot, float(middle), histogram._counts[number] / 2)
    qtbot.mouseClick(histogram.plot.viewport(), LEFT, pos=place)
    assert len(desk.session.selection) == histogram._counts[number]


def test_a_point_is_selected_by_a_click_and_nothing_by_one_beside(qtbot, desk, page) -> None:
    view = page.distribution.probability
    x, y = view._points.getData()
    qtbot.mouseClick(view.plot.viewport(), LEFT, pos=pixel(view.plot, x[-1], y[-1]))
    assert desk.session.selection.tolist() == [int(np.argmax(columns()["Cu_ppm"]))]
    qtbot.mouseClick(view.plot.viewport(), LEFT, pos=pixel(view.plot, x[0], y[-1]))
    assert len(desk.session.selection) == 0


def test_a_rectangle_of_the_scatter_plot_selects(qtbot, desk: Desk, page: ExplorePage) -> None:
    page.tabs.setCurrentWidget(page.scatter)
    page.scatter.choose("Cu_ppm", "Zn_ppm")
    page._show_scatter()
    x, y = (np.log10(columns()[name]) for name in ("Cu_ppm", "Zn_ppm"))
    left, right = np.percentile(x, (20, 60))
    bottom, top = np.nanpercentile(y, (30, 70))
    plot = page.scatter.view.plot
    drag(qtbot, plot, pixel(plot, left, top), pixel(plot, right, bottom))
    inside = (x >= left) & (x <= right) & (y >= bottom) & (y <= top)
    assert len(np.setxor1d(desk.session.selection, np.flatnonzero(inside))) <= 3
    assert len(page.scatter.view._marked.getData()[0]) == len(desk.session.selection)
    assert page.scatter.legend.text_of("skarn") == "40"


def test_the_map_and_the_data_page_show_the_same_selection(qtbot, desk, page) -> None:
    data = DataPage(desk.furniture)
    desk.show(data)
    page.tabs.setCurrentWidget(page.map)
    rows = np.array([3, 5, 8])
    desk.session.select_rows(rows)
    assert data.table.columns._marked.nonzero()[0].tolist() == rows.tolist()
    data.table.selectRow(7)
    assert desk.session.selection.tolist() == [7]
    page.map.selected.emit(11)
    assert desk.session.selection.tolist() == [11]
    page.map.selected_rows.emit(np.array([1, 2]))
    assert desk.session.selection.tolist() == [1, 2]
    assert data._button.isVisible()
    data.dispose()


# --- correlations ------------------------------------------------------------------------


def test_a_cell_of_the_correlations_shows_its_scatter_plot(qtbot, page: ExplorePage) -> None:
    page.tabs.setCurrentWidget(page.correlation)
    cells = page.correlation.map
    assert cells.names == ("Cu_ppm", "Au", "Zn_ppm")
    made = {name: np.log10(values) for name, values in columns().items() if name in cells.names}
    both = np.isfinite(made["Zn_ppm"])
    expected = st.pearsonr(made["Cu_ppm"][both], made["Zn_ppm"][both]).statistic
    qtbot.mouseMove(cells, cells.place(2, 0).center().toPoint())
    assert f"{expected:.2f}, 116 samples" in page.correlation.text()
    qtbot.mouseClick(cells, LEFT, pos=cells.place(2, 0).center().toPoint())
    assert page.tabs.currentWidget() is page.scatter
    assert page.scatter.pair() == ("Cu_ppm", "Zn_ppm")
    assert f"{expected:.2f}" in page.scatter._relation.text()


def test_correlations_follow_method_domain_and_order(page: ExplorePage) -> None:
    page.tabs.setCurrentWidget(page.correlation)
    cells = page.correlation.map
    before = cells._r.copy()
    page.choices.choose_correlation("spearman", "log")
    assert not np.allclose(cells._r, before)
    page.choices.choose_correlation("spearman", "clr")
    assert "4 samples lack an element" in page.correlation.text()
    page.choices.clustered.setChecked(True)
    at = [cells.names.index(name) for name in ("Cu_ppm", "Zn_ppm")]
    assert abs(at[0] - at[1]) == 1


def test_the_map_of_cells_is_worked_by_keyboard(qtbot, page: ExplorePage) -> None:
    page.tabs.setCurrentWidget(page.correlation)
    cells = page.correlation.map
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(cells, key)
    with qtbot.waitSignal(cells.chosen) as said:
        qtbot.keyClick(cells, Qt.Key.Key_Return)
    assert said.args == ["Au", "Cu_ppm"]


# --- large tables ------------------------------------------------------------------------


def test_large_tables_are_computed_in_the_worker(monkeypatch, desk: Desk) -> None:
    monkeypatch.setattr(explore_work, "CELLS_AT_ONCE", 0)
    monkeypatch.setattr(explore_work, "CELLS_ON_A_THREAD", 0)
    asked: list[Any] = []
    work = explore_work.ExploreWork(desk.furniture.services)
    table = desk.session.table
    assert table is not None
    work.statistics(table, ("Au", "Zn_ppm"), "half", asked.append)
    assert desk.worker.asked[0][0] == "statistics"
    direct = describe(columns()["Au"], below())
    assert repr(asked[0]["Au"]) == repr(direct)
    work.correlations(table, ("Cu_ppm", "Zn_ppm"), "half", "spearman", "raw", asked.append)
    made = columns()
    expected = st.spearmanr(made["Cu_ppm"][4:], made["Zn_ppm"][4:]).statistic
    assert asked[1].r[0, 1] == pytest.approx(expected)
    assert asked[1].names == ("Cu_ppm", "Zn_ppm")


def test_middling_tables_are_computed_on_a_thread(qtbot, monkeypatch, page: ExplorePage) -> None:
    monkeypatch.setattr(explore_work, "CELLS_AT_ONCE", 0)
    page.choose("Au")
    page.choose("Zn_ppm")
    histogram = page.distribution.histogram
    qtbot.waitUntil(lambda: histogram.data is not None and histogram.data.name == "Zn_ppm")


def test_many_points_become_a_density() -> None:
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(2, 20_000))
    counts = counts_in_cells(x, y, QRectF(-1, -2, 2, 4), (20, 10))
    expected = np.histogram2d(y, x, bins=(10, 20), range=((-2, 2), (-1, 1)))[0]
    assert (counts == expected).all()


# --- units -----------------------------------------------------------------------------


def test_another_unit_is_a_decision_of_the_recipe(desk: Desk, page: ExplorePage) -> None:
    page.choices.facts.unit.setCurrentText("%")
    page.choices.facts.unit.activated.emit(page.choices.facts.unit.currentIndex())
    assert desk.read[0].recipe.columns == {"Cu_ppm": ColumnRecipe(convert_to_unit="%")}
    page.choices.facts.substance.setCurrentText("CuO")
    page.choices.facts.substance.activated.emit(page.choices.facts.substance.currentIndex())
    assert desk.read[1].recipe.columns["Cu_ppm"].convert_to_element == "CuO"


def test_a_unit_that_the_file_does_not_say_is_stated(desk: Desk, page: ExplorePage) -> None:
    page.choose("Au")
    assert page.choices.facts._unit_note.isVisible()
    page.choices.facts.unit.setCurrentText("ppb")
    page.choices.facts.unit.activated.emit(page.choices.facts.unit.currentIndex())
    assert desk.read[0].recipe.columns == {"Au": ColumnRecipe(unit="ppb")}


def test_decisions_are_kept_by_the_name_in_the_file(table: TableInfo) -> None:
    recipe = Recipe(columns={"铜": ColumnRecipe(name="Cu_ppm", element="Cu")})
    copper = table.columns[2]
    changed = with_unit(Reading(recipe=recipe), copper, "ppb")
    assert changed.recipe.columns == {
        "铜": ColumnRecipe(name="Cu_ppm", element="Cu", convert_to_unit="ppb")
    }
    assert name_in_file(changed, "Cu_ppm") == "铜"
    assert "CuO" in substances_offered(copper)


def test_an_axis_says_what_a_converted_column_has_become(table: TableInfo) -> None:
    copper = table.columns[2]
    assert axis_title(copper) == "Cu_ppm"
    assert axis_title(replace(copper, unit="%")) == "Cu_ppm (%)"
    assert axis_title(replace(copper, unit="%", element="CuO")) == "Cu_ppm (CuO, %)"
    assert axis_title(replace(table.columns[3], unit="ppb")) == "Au (ppb)"


ODD: dict[str, Any] = {
    "gaps": lambda rng: np.where(np.arange(ROWS) % 5 < 2, np.nan, rng.lognormal(2, 0.5, ROWS)),
    "constant": lambda rng: np.full(ROWS, 7.0),
    "all_below": lambda rng: np.full(ROWS, 2.0),
    "negative": lambda rng: rng.normal(-20, 3, ROWS),
    "one_value": lambda rng: np.where(np.arange(ROWS) == 3, 5.0, np.nan),
    "nothing": lambda rng: np.full(ROWS, np.nan),
    "huge": lambda rng: 10.0 ** rng.uniform(-60, 60, ROWS),
}


@pytest.mark.parametrize("rows", [ROWS, 1])
def test_no_column_is_too_odd_for_any_tab(qtbot, tmp_path: Path, home: Path, rows: int) -> None:
    rng = np.random.default_rng(1)
    odd = {name: make(rng)[:rows] for name, make in ODD.items()}
    made = {"E": columns()["E"][:rows], "N": columns()["N"][:rows], **odd}
    arrays = {f"v{number}": pa.array(values) for number, values in enumerate(made.values())}
    arrays["m4"] = pa.array(np.ones(rows, np.uint8))
    path = tmp_path / "odd.arrow"
    arrow = pa.table(arrays)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, arrow.schema) as writer:
        writer.write_table(arrow)
    infos = tuple(info(name, values) for name, values in made.items())
    opened = TableInfo("odd.csv", rows, "1" * 64, "utf-8", ",", "", (), infos, str(path))
    desk = Desk(qtbot, opened)
    page = ExplorePage(desk.furniture)
    desk.show(page)
    try:
        for name, values in odd.items():
            page.choose(name)
            assert text(page, "n", name) == f"{np.isfinite(values).sum():,}"
            for place in range(page.tabs.count()):
                page.tabs.setCurrentIndex(place)
                for axis in ("linear", "log"):
                    page.choices.axis.button(axis).click()
                    qtbot.wait(1)
                page._mark()
        page.picker.many(np.arange(rows))
        assert desk.session.selection.tolist() == list(range(rows))
    finally:
        page.dispose()
