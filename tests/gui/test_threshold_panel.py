"""The thresholds tab, driven as a person would: choose, drag, compare, use, export."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.events import Failed, Finished
from core.project import read_project
from core.thresholds.finding import find_thresholds
from core.thresholds.found import zones
from core.thresholds.groups import group_codes
from core.thresholds.settings import ThresholdSettings
from gui import threshold_finding
from gui.session import Session
from gui.settings import Settings
from gui.table_info import TableInfo
from gui.threshold_panel import ThresholdPanel
from tests.core.small_runs import command
from tests.core.test_thresholding import ROWS, write_survey


class Tasks(QObject):
    """Carries commands out in this process, when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Any] = []

    def ask(self, words: list[str], done: Callable[..., None], failed: Callable[..., None]) -> None:
        self.waiting.append((words, done, failed))

    def carry_out(self) -> None:
        while self.waiting:
            words, done, failed = self.waiting.pop(0)
            _, events = command(*words)
            if isinstance(events[-1], Finished):
                done(events[-1])
            else:
                assert isinstance(events[-1], Failed)
                failed(events[-1].message, events[-1].traceback)


class Services(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.session = Session(self)
        self.tasks = Tasks()
        self.settings = Settings()
        self.failures: list[Any] = []
        self.told: list[str] = []

    def say_failure(self, failure: Any, traceback: str = "") -> None:
        self.failures.append((failure, traceback))

    def say(self, text: str, kind: str = "info", *_: object) -> None:
        self.told.append(text)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> TableInfo:
    folder = tmp_path_factory.mktemp("survey")
    path = write_survey(folder / "survey.csv")
    _, events = command("columns", path, "--cache", folder / "cache")
    assert isinstance(events[-1], Finished)
    return TableInfo.from_values(events[-1].values)


@pytest.fixture
def services(
    table: TableInfo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> Services:
    monkeypatch.setenv("ANOMALYST_HOME", str(tmp_path / "home"))
    made = Services()
    made.session.open_table(table)
    return made


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> Iterator[ThresholdPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ThresholdPanel(cast(Any, SimpleNamespace(services=services, window=window)))
    qtbot.addWidget(made)
    qtbot.addWidget(made.settings)
    made.resize(900, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.dispose()


def copper(table: TableInfo) -> float:
    found = find_thresholds(table.values("Cu_ppm"), None, ThresholdSettings())
    assert found.single is not None
    return found.single.value


def cell(panel: ThresholdPanel, table: str, row: int, column: int) -> Any:
    model = getattr(panel.views.tables, table).columns
    return model.data(model.index(row, column))


def choose(panel: ThresholdPanel, **changes: object) -> None:
    settings = panel.settings.form.value().model_copy(update=changes)
    panel.settings.changed.emit(ThresholdSettings.model_validate(settings.model_dump()))


def test_the_first_element_has_its_threshold_at_once(
    panel: ThresholdPanel, table: TableInfo
) -> None:
    assert panel.head.element.currentText() == "Cu_ppm"
    value = copper(table)
    assert panel.views.histogram.line.isVisible()
    assert panel.views.histogram.line.value() == pytest.approx(np.log10(value))
    assert panel.views.probability.line.value() == pytest.approx(np.log10(value))
    assert panel.views.area.line.value() == pytest.approx(np.log10(value))
    passes = panel.work.found.single.passes  # type: ignore[union-attr]
    assert panel.views.tables.passes.columns.rowCount() == len(passes)
    assert cell(panel, "passes", 0, 1) == f"{ROWS - 1:,}"
    assert f"of {ROWS - 1} samples above" in panel.settings._details.text()
    assert "1 without a value" in panel.settings._details.text()


def test_dragging_the_line_sets_the_threshold_by_hand(
    panel: ThresholdPanel, services: Services
) -> None:
    panel.views.histogram.line.setValue(np.log10(40.0))
    panel.views.histogram.line.sigDragged.emit(panel.views.histogram.line)
    work = panel.work
    assert work.settings.method == "hand"
    assert work.settings.value == pytest.approx(40)
    assert work.found is not None
    values = services.session.table.values("Cu_ppm")  # type: ignore[union-attr]
    assert work.found.count == np.count_nonzero(values > 40)
    assert panel.settings.form.row("method").value() == "hand"
    assert panel.views.probability.line.value() == pytest.approx(np.log10(40))
    panel.views._colour.flush()
    assert panel.views.map._found is work.found


def test_on_a_linear_axis_the_line_stands_at_the_value(
    panel: ThresholdPanel, table: TableInfo
) -> None:
    panel.head.axis.button("linear").click()
    assert panel.views.histogram.line.value() == pytest.approx(copper(table))
    assert panel.views.histogram.counts.sum() == ROWS - 1
    panel.views.histogram.line.setValue(33.0)
    panel.views.histogram.line.sigDragged.emit(panel.views.histogram.line)
    assert panel.work.settings.value == pytest.approx(33)


def test_dragging_a_break_chooses_concentration_area(panel: ThresholdPanel) -> None:
    first, second = panel.views.area.breaks
    second.setValue(np.log10(35.0))
    second.sigDragged.emit(second)
    settings = panel.work.settings
    assert settings.method == "ca"
    assert settings.breaks == pytest.approx((10 ** first.value(), 35.0))
    assert panel.work.found.single.value == pytest.approx(35)  # type: ignore[union-attr]
    assert panel.views.tables.passes.columns.rowCount() == 3
    # beyond the last point there is nothing to fit: the break stays where it could be fitted
    second.setValue(np.log10(1e6))
    second.sigDragged.emit(second)
    assert panel.work.settings.breaks == settings.breaks
    # other pieces are searched for anew
    choose(panel, pieces="2", boundary=1)
    assert panel.work.settings.breaks == ()
    assert len(panel.views.area.breaks) == 1


def test_the_comparison_follows_and_is_chosen_from(panel: ThresholdPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(panel.work.compared) > 0)
    methods = [cell(panel, "comparison", row, 0) for row in range(12)]
    assert methods[0] == "Trimming, mean + 2 sd"
    assert panel.views.tables.comparison.currentIndex().row() == 0
    panel.views.tables.comparison.setCurrentIndex(panel.views.tables.comparison.columns.index(5, 0))
    assert panel.work.settings.method == "tukey"
    shown = cell(panel, "comparison", 5, 2)
    assert panel.settings._result.text() == f"Threshold {shown} ppm"
    choose(panel, method="trimming", k=3.0)
    qtbot.waitUntil(lambda: cell(panel, "comparison", 0, 0) == "Trimming, mean + 3 sd")


def test_groups_have_a_line_each(panel: ThresholdPanel, table: TableInfo) -> None:
    place = panel.settings.group.findData("sheet")
    assert place > 0
    panel.settings.group.setCurrentIndex(place)
    found = panel.work.found
    assert found is not None
    wanted = find_thresholds(
        table.values("Cu_ppm"), None, ThresholdSettings(), group_codes(table.values("sheet"))
    )
    assert found.limits == pytest.approx(wanted.limits, nan_ok=True)
    assert len(panel.views.histogram._others) == 2
    assert not panel.views.histogram.line.isVisible()
    assert cell(panel, "passes", 0, 0) == "H50E001"
    assert panel.settings._result.text().startswith("2 thresholds, ")


def test_a_group_has_plots_and_breaks_of_its_own(panel: ThresholdPanel, table: TableInfo) -> None:
    head, area, work = panel.head, panel.views.area, panel.work
    assert head.group.isHidden()
    choose(panel, method="ca", group="sheet")
    names = [head.group.itemText(place) for place in range(head.group.count())]
    assert names == ["All groups", "H50E001", "H50E002"]
    assert not any(line.movable for line in area.breaks)
    before = dict(work.found.thresholds)  # type: ignore[union-attr]
    head.group.setCurrentIndex(2)
    copper = table.values("Cu_ppm")[table.values("sheet") == "H50E002"]
    assert panel.views.histogram.counts.sum() == np.isfinite(copper).sum()
    curve = before["H50E002"].curve
    assert curve is not None
    assert [line.value() for line in area.breaks] == pytest.approx(np.log10(curve.breaks))
    assert area.line.value() == pytest.approx(np.log10(before["H50E002"].value))
    first, second = area.breaks
    second.setValue(np.log10(35.0))
    second.sigDragged.emit(second)
    assert work.settings.group_breaks == (("H50E002", (10 ** first.value(), pytest.approx(35))),)
    after = work.found.thresholds  # type: ignore[union-attr]
    assert after["H50E001"] == before["H50E001"]
    assert after["H50E002"].value == pytest.approx(35)
    assert work.found.limits[table.values("sheet") == "H50E002"][0] == pytest.approx(35)  # type: ignore[union-attr]
    assert "35" in cell(panel, "passes", 1, 4)
    # dragging the other break of a group moves it, and chooses no other one for all groups
    first.setValue(np.log10(12.0))
    first.sigDragged.emit(first)
    assert work.settings.boundary == 2
    assert work.found.thresholds["H50E002"].value == pytest.approx(35)  # type: ignore[union-attr]
    kept = work.kept()
    assert kept is not None
    # found anew from what a project keeps, it is the same
    again = find_thresholds(
        table.values("Cu_ppm"), None, kept.settings, group_codes(table.values("sheet"))
    )
    assert {name: each.value for name, each in again.thresholds.items()} == kept.values
    # the table of the groups leads to their plots, and other groups begin with none
    panel.views.tables.passes.setCurrentIndex(panel.views.tables.passes.columns.index(0, 0))
    assert work.shown == "H50E001"
    assert head.group.currentText() == "H50E001"
    choose(panel, group="")
    assert work.shown == ""
    assert work.settings.group_breaks == ()
    assert head.group.isHidden()


def test_a_distance_over_chosen_elements_and_what_makes_it(
    panel: ThresholdPanel, services: Services, table: TableInfo
) -> None:
    choose(panel, method="mahalanobis", group="sheet")
    checks = panel.settings.elements
    assert [checks.list.item(row).text() for row in range(3)] == ["Cu_ppm", "Zn_ppm", "Au_ppb"]
    checks.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    panel.work._elements_soon.flush()
    services.tasks.carry_out()
    work, tables = panel.work, panel.views.tables
    assert work.columns == ("Cu_ppm", "Au_ppb")
    found = work.found
    assert found is not None
    assert list(found.thresholds) == ["H50E001", "H50E002"]
    assert tables.tabText(1) == "Contributions, anomalous samples"
    row = int(np.nanargmax(found.values))
    services.session.select_rows(np.array([row]))
    assert tables.tabText(1) == f"Contributions, sample {row + 1}"
    parts = [cell(panel, "contributions", place, 1) for place in range(2)]
    total = sum(float(text.replace("−", "-")) for text in parts)
    assert total == pytest.approx(found.values[row] ** 2, rel=1e-3)
    panel.settings.keep.click()
    assert list(services.session.thresholds) == ["Cu_ppm + Au_ppb"]
    choose(panel, method="trimming", group="")
    assert not tables.isTabVisible(1)
    work.set_elements({"Cu_ppm", "Zn_ppm", "Au_ppb"})
    panel._go_to_kept("Cu_ppm + Au_ppb")
    services.tasks.carry_out()
    assert work.columns == ("Cu_ppm", "Au_ppb")
    assert work.found.count == found.count  # type: ignore[union-attr]


def test_using_a_threshold_keeps_it_for_the_element(
    panel: ThresholdPanel, services: Services, tmp_path: Path
) -> None:
    choose(panel, method="mad", k=3.0)
    panel.settings.keep.click()
    session = services.session
    kept = session.thresholds["Cu_ppm"]
    assert kept.settings.method == "mad"
    assert kept.unit == "ppm"
    assert kept.anomalous == panel.work.found.count  # type: ignore[union-attr]
    assert session.modified
    assert panel.views.tables.tabText(3) == "Kept thresholds (1)"
    # another element begins with settings of its own, and coming back finds the kept ones
    panel.head.element.setCurrentText("Zn_ppm")
    choose(panel, method="tukey", k=2.0)
    panel.head.element.setCurrentText("Cu_ppm")
    assert (panel.work.settings.method, panel.work.settings.k) == ("mad", 3.0)
    session.save_project(tmp_path / "p.anomalyst")
    assert read_project(tmp_path / "p.anomalyst").thresholds == {"Cu_ppm": kept}
    panel.settings.forget.click()
    assert session.thresholds == {}
    assert panel.settings.forget.isHidden()


def test_a_bar_selects_its_samples_and_the_selection_is_marked(
    panel: ThresholdPanel, services: Services, table: TableInfo
) -> None:
    values = table.values("Cu_ppm")
    fullest = int(np.argmax(panel.views.histogram.counts))
    low, high = 10.0 ** panel.views.histogram.edges[fullest : fullest + 2]
    middle = (panel.views.histogram.edges[fullest] + panel.views.histogram.edges[fullest + 1]) / 2
    box = panel.views.histogram.plot.getPlotItem().getViewBox()
    place = box.mapViewToScene(QPointF(middle, 1.0))
    panel.views.histogram._click(
        SimpleNamespace(button=lambda: Qt.MouseButton.LeftButton, scenePos=lambda: place)
    )
    rows = services.session.selection
    assert rows.tolist() == np.flatnonzero((values >= low) & (values < high)).tolist()
    assert len(rows) == panel.views.histogram.counts[fullest]
    assert panel.views.histogram._marked.opts["height"].sum() == len(rows)
    assert len(panel.views.probability._marked.data) == len(rows)
    services.session.select_rows(np.empty(0, np.int64))
    assert len(panel.views.histogram._marked.opts["height"]) == 0


def test_a_sample_on_the_map_is_selected_everywhere(
    panel: ThresholdPanel, services: Services
) -> None:
    panel.views.map.view.selected.emit(17)
    assert services.session.selection.tolist() == [17]
    panel.views.map.view.selected_rows.emit(np.array([4, 5], np.int64))
    assert services.session.selection.tolist() == [4, 5]


def test_zones_are_multiples_of_the_threshold() -> None:
    values = np.array([1.0, 10.0, 10.1, 20.0, 20.1, 40.0, 40.1, np.nan])
    found = find_thresholds(values, None, ThresholdSettings(method="hand", value=10.0))
    assert zones(found).tolist() == [0, 0, 1, 1, 2, 2, 3, -1]
    found = find_thresholds(values - 20, None, ThresholdSettings(method="hand", value=-10.0))
    assert zones(found).tolist() == [0, 0, 1, 1, 1, 1, 1, -1]


def test_censored_values_are_rings_and_follow_their_rule(panel: ThresholdPanel) -> None:
    panel.head.element.setCurrentText("Au_ppb")
    below = panel.work.subject.below
    assert below is not None
    assert len(panel.views.probability._rings.data) == below.sum() > 0
    assert panel.work.found.values[below] == pytest.approx(0.25)  # type: ignore[union-attr]
    choose(panel, censored="left_out")
    assert len(panel.views.probability._rings.data) == 0
    assert panel.views.histogram.counts.sum() == ROWS - below.sum()


def test_several_elements_are_found_beside_the_window(
    panel: ThresholdPanel, services: Services
) -> None:
    choose(panel, method="mahalanobis")
    assert panel.work.waiting
    assert panel.settings._result.text() == "Finding the threshold…"
    assert not panel.settings.keep.isEnabled()
    services.tasks.carry_out()
    assert not panel.work.waiting
    found = panel.work.found
    assert found is not None
    # √χ² with 2 degrees of freedom at 0.975
    assert found.single is not None
    assert found.single.value == pytest.approx(np.sqrt(-2 * np.log(0.025)))
    assert found.judged == ROWS - 1
    panel.settings.keep.click()
    (kept,) = services.session.thresholds.values()
    assert kept.columns == services.session.features
    assert kept.settings.method == "mahalanobis"
    panel.head.element.setCurrentText("Zn_ppm")
    assert panel.work.settings.method == "trimming"
    assert panel.work.found is not None


def test_a_large_table_is_a_task_and_gives_the_same(
    panel: ThresholdPanel, services: Services, monkeypatch: pytest.MonkeyPatch, table: TableInfo
) -> None:
    monkeypatch.setattr(threshold_finding, "MOST_AT_ONCE", 100)
    panel.head.element.setCurrentText("Au_ppb")
    assert panel.work.waiting
    # the answer to what is no longer asked is passed over
    panel.head.element.setCurrentText("Cu_ppm")
    services.tasks.carry_out()
    work = panel.work
    assert not work.waiting
    assert work.found is not None
    assert work.found.single is not None
    assert work.found.single.value == pytest.approx(copper(table))
    assert work.found.values == pytest.approx(table.values("Cu_ppm"), nan_ok=True)
    assert panel.views.histogram.counts.sum() == ROWS - 1
    assert cell(panel, "comparison", 0, 0) == "Trimming, mean + 2 sd"
    work.set_value(30.0)
    assert not work.waiting
    assert work.found.count == np.count_nonzero(table.values("Cu_ppm") > 30)
    choose(panel, method="trimming", group="sheet")
    services.tasks.carry_out()
    wanted = find_thresholds(
        table.values("Cu_ppm"), None, ThresholdSettings(), group_codes(table.values("sheet"))
    )
    assert work.found.limits == pytest.approx(wanted.limits, nan_ok=True)


def test_a_threshold_that_cannot_be_found_says_why(panel: ThresholdPanel) -> None:
    choose(panel, k=0.4)
    assert panel.work.found is None
    assert "choose a larger k" in panel.settings._trouble.text()
    assert not panel.settings.keep.isEnabled()
    assert not panel.views.histogram.line.isVisible()
    choose(panel, k=2.0)
    assert panel.settings._trouble.isHidden()
    assert panel.settings.keep.isEnabled()


def test_samples_are_exported_by_the_worker(
    panel: ThresholdPanel, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "flagged.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    choose(panel, method="mad", k=2.5)
    panel.settings.export.click()
    services.tasks.carry_out()
    assert services.failures == []
    written = pd.read_csv(out)
    assert (written["anomalous"] == "yes").sum() == panel.work.found.count  # type: ignore[union-attr]
    assert services.told == [f"Written: {out}"]
    book = tmp_path / "figures"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(book), "Tables (*.csv)"))
    panel.settings.figures.click()
    services.tasks.carry_out()
    figures = pd.read_csv(book.with_suffix(".csv"))
    chosen = figures[figures["chosen"] == "yes"]
    assert chosen["threshold"].tolist() == [panel.work.found.single.value]  # type: ignore[union-attr]
    assert chosen["method"].tolist() == ["median + 2.5 MAD"]
    assert services.told[1].endswith("figures.csv, figures-passes.csv, figures-pieces.csv")


def test_another_table_begins_anew(panel: ThresholdPanel, services: Services) -> None:
    panel.head.element.setCurrentText("Zn_ppm")
    choose(panel, method="tukey")
    services.session.set_role("Cu_ppm", "ignore")
    assert panel.head.element.currentText() == "Zn_ppm"
    assert panel.work.settings.method == "tukey"
    assert panel.head.element.findText("Cu_ppm") > 0
    services.session.set_role("Zn_ppm", "group")
    assert panel.head.element.currentText() == "Au_ppb"
    assert panel.work.column == "Au_ppb"


def test_a_project_brings_its_thresholds(
    panel: ThresholdPanel, services: Services, table: TableInfo, tmp_path: Path
) -> None:
    choose(panel, method="tukey", fence="outer")
    panel.settings.keep.click()
    path = tmp_path / "p.anomalyst"
    services.session.save_project(path)
    choose(panel, method="mad")
    again = dataclasses.replace(table)
    services.session.open_project(path, read_project(path), again)
    assert panel.work.settings.method == "tukey"
    assert panel.work.settings.fence == "outer"
    assert panel.views.tables.tabText(3) == "Kept thresholds (1)"


def test_a_distance_without_features_says_what_is_missing(
    panel: ThresholdPanel, services: Services
) -> None:
    services.session.set_features(set())
    choose(panel, method="mahalanobis")
    assert services.tasks.waiting == []
    assert not panel.work.waiting
    assert panel.settings._trouble.text() == "Tick two elements or more."
