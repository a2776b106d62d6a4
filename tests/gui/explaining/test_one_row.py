"""A row that is named by its number, or by the name of the sample."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.run_folder import RunFolder
from gui.explaining.one_row import OneRow
from tests.gui.explaining.asked_at_once import Seer, finished, services_with
from tests.gui.explaining.small_explanation import cell

NAMES = ("sample", np.array(["KZ-1", "KZ-2", "kz-3"], dtype=object))


@pytest.fixture
def both(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[OneRow, Seer]]:
    services, seer = services_with(lambda _: finished(cell()), monkeypatch)
    made = OneRow(services)
    qtbot.addWidget(made)
    made.show()
    yield made, seer
    services.close()


def typed(view: OneRow, text: str) -> None:
    view.entry.setText(text)
    view.button.click()


def test_without_a_run_nothing_can_be_typed(both: tuple[OneRow, Seer]) -> None:
    view, _ = both
    assert not view.entry.isEnabled()
    assert not view.why.view.empty.isHidden()


def test_a_number_within_the_table_is_explained_and_told(
    both: tuple[OneRow, Seer], tmp_path: Path
) -> None:
    view, seer = both
    view.show_run(RunFolder(tmp_path), 2_000, None)
    told: list[int] = []
    view.chosen.connect(told.append)
    typed(view, "1,041")
    assert told == [1_040]
    assert seer.asked[0][:4] == ["explain", str(tmp_path), "--row", "1041"]
    for wrong in ("0", "2001", "-3", "x", "", "1.5"):
        typed(view, wrong)
        assert view.said.text() == "Type the number of a row, 1 to 2,000."
        assert not view.said.isHidden()
    view.show_row(6)
    assert view.said.isHidden()
    assert view.entry.text() == "7"
    assert told == [1_040]


def test_a_name_is_found_however_it_is_written(both: tuple[OneRow, Seer], tmp_path: Path) -> None:
    view, seer = both
    view.show_run(RunFolder(tmp_path), 3, NAMES)
    assert [view.by.itemText(place) for place in range(2)] == ["Row", "sample"]
    view.by.setCurrentIndex(1)
    typed(view, "KZ-3")
    assert seer.asked[0][3] == "3"
    assert view.entry.text() == "kz-3"
    typed(view, "KZ-9")
    assert view.said.text() == "No row has “KZ-9” in the column sample."
    view.show_run(None, 0, None)
    assert view.entry.text() == ""
