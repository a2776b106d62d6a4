"""The rows of a run on the Judge page: chosen, explained, and shown on the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.events import Finished
from core.run_folder import RunFolder
from gui.pages.judge_page import JudgePage
from gui.table_info import TableInfo
from tests.core.small_runs import carry_out, command, small_job, write_table
from tests.gui.explaining.asked_at_once import Seer, services_with

ROWS = 60


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_table(tmp_path_factory.mktemp("judged") / "survey.csv")


@pytest.fixture(scope="module")
def run(survey: Path) -> RunFolder:
    carry_out(small_job(survey, members=2), survey.parent / "run")
    return RunFolder(survey.parent / "run")


@pytest.fixture
def made(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, survey: Path, run: RunFolder, tmp_path: Path
) -> Iterator[tuple[JudgePage, Seer]]:
    """The page on a real run, whose questions a test has answered."""
    services, seer = services_with(lambda words: command(*words)[1][-1], monkeypatch)
    _, events = command("columns", survey, "--cache", tmp_path / "cache", "--target", "rock")
    found = events[-1]
    assert isinstance(found, Finished)
    services.session.open_table(TableInfo.from_values(found.values))
    furniture = SimpleNamespace(services=services, exporting=None, window=QWidget())
    qtbot.addWidget(furniture.window)
    page = JudgePage(cast(Any, furniture))
    qtbot.addWidget(page)
    qtbot.addWidget(page.inspector)
    page.resize(900, 700)
    page.show()
    services.session.select_run(run)
    yield page, seer
    page.dispose()
    services.close()


def test_the_matrix_and_its_words_belong_to_the_run(made: tuple[JudgePage, Seer]) -> None:
    page, _ = made
    assert not page.about.isHidden()
    assert page.train.isHidden()
    assert "means over the members" in page.about._reading.text()
    page.session.select_run(None)
    assert page.about.isHidden()
    assert not page.train.isHidden()
    assert page.tabs.currentWidget() is page.division


def test_a_row_that_is_chosen_is_selected_everywhere(made: tuple[JudgePage, Seer]) -> None:
    page, seer = made
    went: list[str] = []
    page.services.page_wanted.connect(went.append)
    part = page.samples.training
    assert not part.why.isEnabled()
    part.table.selectRow(4)
    assert page.session.selection.tolist() == [4]
    assert part.why.isEnabled()
    part.on_map.click()
    assert went == ["map"]
    # what is selected elsewhere is chosen here
    page.session.select_rows(np.array([7]))
    assert part.table.currentIndex().row() == 7
    page.session.select_rows(np.array([7, 8]))
    assert seer.asked == []


def test_why_of_a_sample_is_answered_beside_the_whole(made: tuple[JudgePage, Seer]) -> None:
    page, seer = made
    page.tabs.setCurrentWidget(page.samples)
    page.samples.training.table.selectRow(4)
    page.samples.training.why.click()
    assert page.tabs.currentWidget() is page.why_tab
    assert page.why_tab.button.isHidden()
    seer.answer_all()
    one_row = page.why.one_row
    assert one_row.entry.text() == "5"
    assert one_row.why.view.words.text().startswith("Row 5: ")
    assert one_row.why.view.elements.rowCount() == 3
    one_row.entry.setText("12")
    one_row.button.click()
    assert page.session.selection.tolist() == [11]
    seer.answer_all()
    assert one_row.why.view.words.text().startswith("Row 12: ")
    page.why.tabs.setCurrentIndex(0)
    assert not page.why_tab.button.isHidden()


def test_a_run_of_another_table_selects_nothing_there(made: tuple[JudgePage, Seer]) -> None:
    page, seer = made
    page.session.run_target = ""
    page._show_run()
    assert page.samples.training.on_map.isHidden()
    page.samples.training.table.selectRow(2)
    assert page.session.selection.tolist() == []
    page.samples.training.why.click()
    seer.answer_all()
    assert page.why.one_row.why.view.words.text().startswith("Row 3: ")
