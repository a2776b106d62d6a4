"""Questions about single rows: the newest one wins, and an answer to another row is never shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.events import Failed
from core.run_folder import RunFolder
from datasets.messages import message
from gui.explaining.row_why import RowWhy
from gui.explaining.why_here import WhyHere
from gui.services import Services
from tests.gui.explaining.asked_at_once import Seer, finished, services_with
from tests.gui.explaining.small_explanation import cell

# a row that cannot be explained
BAD = 13


def answer(words: list[str]) -> Any:
    row = int(words[words.index("--row") + 1])
    if row == BAD:
        return Failed(message("The table has no row {row}.", row=row), "")
    return finished({**cell(), "row": row})


@pytest.fixture
def asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Services, Seer]]:
    services, seer = services_with(answer, monkeypatch)
    yield services, seer
    services.close()


@pytest.fixture
def why(qtbot: QtBot, asked: tuple[Services, Seer]) -> RowWhy:
    made = RowWhy(asked[0])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return RunFolder(tmp_path / "run")


def rows(seer: Seer) -> list[int]:
    return [int(words[words.index("--row") + 1]) for words in seer.asked]


def test_of_many_clicks_the_first_and_the_newest_are_asked(asked, why, run) -> None:
    seer = asked[1]
    for row in (5, 6, 7):
        why.show_row(run, row)
    seer.answer()
    # the answer is about a row that nobody looks at any more
    assert why.work.busy
    assert why.work.cell is None
    seer.answer_all()
    assert rows(seer) == [5, 7]
    assert why.view.words.text().startswith("Row 7:")
    assert not why.view.isHidden()
    assert "--out" not in seer.asked[0]


def test_a_row_that_is_asked_again_costs_nothing(asked, why, run) -> None:
    seer = asked[1]
    for row in (5, 5):
        why.show_row(run, row)
        seer.answer_all()
    assert rows(seer) == [5]
    # the run was trained on since
    run.outcome_path.parent.mkdir()
    run.outcome_path.write_text("{}")
    why.show_row(run, 5)
    assert rows(seer) == [5, 5]


def test_nothing_is_asked_while_nobody_looks(asked, why, run) -> None:
    why.hide()
    why.show_row(run, 5)
    assert asked[1].asked == []
    why.show()
    assert rows(asked[1]) == [5]


def test_work_failure_and_another_try(asked, why, run) -> None:
    seer = asked[1]
    why.show_row(run, BAD)
    why._show_working()
    assert (why.state.text(), why.button.text()) == ("Working…", "Cancel")
    assert why.view.isHidden()
    seer.answer()
    assert why.state.text() == "The table has no row 13."
    why.button.click()
    assert rows(seer) == [BAD, BAD]
    why.show_row(run, 5)
    seer.answer_all()
    assert why.state.isHidden()
    assert why.button.isHidden()


def test_a_cancelled_question_can_be_asked_again(asked, why, run, monkeypatch) -> None:
    services, seer = asked
    killed: list[bool] = []
    monkeypatch.setattr(services.seer, "cancel", lambda: killed.append(True))
    why.show_row(run, 5)
    why.button.click()
    assert killed == [True]
    # the helper died, and the queue tells nobody of a task that was cancelled
    why.work._give_up()
    assert why.state.text() == "Cancelled."
    why.button.click()
    seer.waiting.pop(0)
    seer.answer_all()
    assert why.work.cell is not None


def test_an_answer_that_comes_when_the_page_is_gone_is_nobodys(asked, run, qtbot) -> None:
    services, seer = asked
    holder = QWidget()
    made = RowWhy(services, parent=holder)
    holder.show()
    made.show_row(run, 5)
    holder.deleteLater()
    qtbot.waitUntil(lambda: not _is_there(made))
    seer.answer_all()


def _is_there(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(widget))


def test_beside_the_map_clicks_are_explained_while_the_button_is_down(asked, qtbot, run) -> None:
    services, seer = asked
    here = WhyHere(services)
    qtbot.addWidget(here)
    here.show_sample(None, 3)
    assert here.isHidden()
    here.show_sample(run, 3)
    here.show()
    assert seer.asked == []
    here.button.click()
    assert rows(seer) == [4]
    seer.answer_all()
    assert here.why.view.words.text().startswith("Row 4:")
    # six elements at most, and no more than fits beside a map
    assert here.why.view.elements.isColumnHidden(3)
    here.show_sample(run, 8)
    seer.answer_all()
    assert rows(seer) == [4, 9]
    here.show_sample(run, -1)
    assert here.isHidden()
    here.button.click()
    here.show_sample(run, 2)
    assert rows(seer) == [4, 9]
