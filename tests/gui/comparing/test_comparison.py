"""From the list of runs to their comparison, and from there to the map and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.run_folder import RunFolder
from gui.comparing.compare_view import CompareView
from gui.map_layer_kinds import DIFFERENCE
from gui.pages.map_page import MapPage
from gui.pages.runs_page import RunsPage
from tests.core.small_runs import write_table
from tests.gui.comparing.small_runs import furniture_of, trained
from tests.gui.image_pages.small_judged import write_images, write_judged_run

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def runs(tmp_path: Path) -> list[RunFolder]:
    """Three runs as the list has them, the newest first."""
    table = write_table(tmp_path / "table.csv")
    made = [trained(table, "old", folds=3), trained(table, "middle", folds=3, epochs=5)]
    return [trained(table, "new", seed=9, epochs=5), *reversed(made)]


@pytest.fixture
def furniture(runs: list[RunFolder]) -> Any:
    return furniture_of(runs)


@pytest.fixture
def page(qtbot: QtBot, furniture: Any) -> Iterator[RunsPage]:
    made = RunsPage(furniture)
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    with qtbot.waitExposed(made):
        made.show()
    made.refresh()
    yield made
    made.dispose()


def comparison(page: RunsPage) -> CompareView:
    assert page._comparison is not None
    return page._comparison


def choose_last_two(qtbot: QtBot, page: RunsPage) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, SHIFT)


def test_two_selected_runs_enable_the_comparison(qtbot: QtBot, page: RunsPage) -> None:
    assert not page.way_in.button.isEnabled()
    assert not page.open.isHidden()
    choose_last_two(qtbot, page)
    assert [run.path.name for run in page.chosen_runs] == ["old", "middle"]
    assert page.way_in.button.isEnabled()
    assert page.open.isHidden()
    assert page._beside_list._name.text() == "2 runs selected"
    page.refresh()
    assert [run.path.name for run in page.chosen_runs] == ["old", "middle"]
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert not page.way_in.button.isEnabled()
    assert not page.open.isHidden()
    assert not page._beside_list._about.isHidden()


def test_a_single_run_offers_no_comparison(qtbot: QtBot, page: RunsPage, furniture: Any) -> None:
    del furniture.services.listed[1:]
    page.refresh()
    assert page.way_in.isHidden()
    furniture.services.listed.clear()
    page.refresh()
    assert not page.empty.isHidden()


def test_more_than_six_runs_are_too_many(page: RunsPage) -> None:
    page.way_in.show_selected(6, 8)
    assert page.way_in.button.isEnabled()
    page.way_in.show_selected(7, 8)
    assert not page.way_in.button.isEnabled()
    assert "Six runs at most" in page.way_in._hint.text()


def test_runs_side_by_side(qtbot: QtBot, page: RunsPage, furniture: Any) -> None:
    choose_last_two(qtbot, page)
    page.way_in.button.click()
    view, tasks = comparison(page), furniture.services.tasks
    assert not view.isHidden()
    assert page.list.isHidden()
    assert page._title.text() == "Comparison of runs"
    # settings are there at once, the rest when the worker has answered
    assert view.tabs.tabText(1) == "Settings that differ: 1"
    assert view.settings.table.text_of(0, 2) == "5 epochs"
    assert view.verdicts.is_empty
    assert view.losses.empty.text() == "The runs are being compared…"
    tasks.work()
    assert tasks.asked[0][0] == "compare"
    assert view.words.text().startswith(("“middle” is", "No clear difference"))
    assert view.verdicts.table.rowCount() == 12
    assert view.losses.legend.value("epoch") == "30"
    assert view.side.judged[1].text().startswith("Each of 60 samples")
    assert view.side.map.isEnabled()


def test_escape_leads_back_to_the_list(qtbot: QtBot, page: RunsPage, furniture: Any) -> None:
    choose_last_two(qtbot, page)
    page.compare()
    view = comparison(page)
    qtbot.keyClick(view.tabs, Qt.Key.Key_Escape)
    assert view.isHidden()
    assert not page.list.isHidden()
    assert not page._beside_list.isHidden()
    assert page._title.text() == "Runs"
    # the answer that comes now is to nobody's question
    furniture.services.tasks.work()
    assert view.work.answer is None
    assert len(page.chosen_runs) == 2


def test_runs_judged_otherwise_are_told_apart(
    qtbot: QtBot, page: RunsPage, furniture: Any, runs: list[RunFolder]
) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    page.compare()
    furniture.services.tasks.work()
    view = comparison(page)
    assert "Judged on other samples than “old”" in view.words.text()
    assert "“new”" in view.words.text()
    assert not view.side.map.isEnabled()
    assert view.verdicts.table.rowCount() == 18


def test_the_map_shows_where_the_newer_run_differs(
    qtbot: QtBot, page: RunsPage, furniture: Any, runs: list[RunFolder], monkeypatch: Any
) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(MapPage, "show_layer", lambda self, *of: shown.append(of))
    furniture.page = lambda name: MapPage.__new__(MapPage)
    choose_last_two(qtbot, page)
    page.compare()
    comparison(page).side.map.click()
    assert [run.path.name for run in furniture.opened] == ["middle"]
    assert furniture.services.pages == ["map"]
    assert shown == [(DIFFERENCE, str(runs[2].path))]


def test_a_failure_is_told_where_the_comparison_would_stand(
    qtbot: QtBot, page: RunsPage, furniture: Any, runs: list[RunFolder]
) -> None:
    runs[1].predictions_path.write_bytes(b"no parquet")
    choose_last_two(qtbot, page)
    page.compare()
    furniture.services.tasks.work()
    view = comparison(page)
    assert "cannot be read" in view.words.text()
    assert view.verdicts.is_empty
    assert not furniture.services.failures


def test_a_job_that_cannot_be_read_is_said(
    qtbot: QtBot, page: RunsPage, furniture: Any, runs: list[RunFolder]
) -> None:
    choose_last_two(qtbot, page)
    runs[1].job_path.write_text("no TOML", encoding="utf-8")
    page.compare()
    assert comparison(page).isHidden()
    assert not page.list.isHidden()
    assert "not valid TOML" in furniture.services.failures[0]
    assert not furniture.services.tasks.asked


def test_runs_on_images_are_compared_too(qtbot: QtBot, tmp_path: Path) -> None:
    images = write_images(tmp_path / "images")
    made = [write_judged_run(tmp_path / name, images)[0] for name in "ab"]
    furniture = furniture_of(made)
    view = CompareView(furniture)
    qtbot.addWidget(view)
    qtbot.addWidget(view.side)
    assert view.show_runs(made)
    furniture.services.tasks.work()
    assert view.settings.is_empty
    assert view.losses.empty.text() == "None of these runs has trained an epoch yet."
    assert not view.verdicts.is_empty
    assert view.side.judged[0].text() == "Judged on 19 images."
    assert view.side.no_map.text() == "Runs on images have no map."
