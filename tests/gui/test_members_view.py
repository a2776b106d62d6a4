"""The list of the members of a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.history import HistoryReader, HistoryWriter
from gui.member_history import MemberHistory
from gui.members_model import EPOCH, MEMBER, STATE, TRAINING, VALIDATION, standing_of
from gui.members_view import MembersView
from gui.run_tabs import RunTabs

GOAL = 1e-3


def history_of(*losses: list[float], validation: bool = True) -> MemberHistory:
    """A history whose member k has these losses, one an epoch; validation is ten times more."""
    history = MemberHistory()
    for epoch in range(1, max(len(its) for its in losses) + 1):
        there = [k for k, its in enumerate(losses) if len(its) >= epoch]
        values = np.array([losses[k][epoch - 1] for k in there])
        held_out = 10 * values if validation else np.full(len(there), np.nan)
        history.append(np.full(len(there), epoch), there, values, held_out)
    return history


@pytest.fixture
def view(qtbot) -> MembersView:
    made = MembersView()
    qtbot.addWidget(made)
    made.resize(600, 240)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def told(view) -> list[int]:
    heard: list[int] = []
    view.picked.connect(heard.append)
    return heard


def column(view: MembersView, number: int) -> list[str]:
    model = view.model
    return [model.data(model.index(row, number)) for row in range(model.rowCount())]


THREE = ([0.3, 0.2, 0.1, 0.05], [0.3, 0.0005], [0.4, 0.3, 0.3, 0.2])


def test_members_stand_from_the_best_to_the_worst(view):
    view.show_history(history_of(*THREE), GOAL, live=True, together=3)
    assert column(view, MEMBER) == ["2  best", "1", "3  worst"]
    assert column(view, TRAINING) == ["5.00 × 10⁻⁴", "0.0500", "0.200"]
    assert column(view, VALIDATION) == ["0.00500", "0.500", "2.00"]
    assert column(view, EPOCH) == ["2", "4", "4"]
    assert column(view, STATE) == ["Goal met", "Learning", "Learning"]
    assert view.summary == "3 members  ·  1 met the goal  ·  2 learning"


def test_nobody_learns_in_a_run_that_is_over(view):
    view.show_history(history_of(*THREE), GOAL, live=False, together=3)
    assert column(view, STATE) == ["Goal met", "Ended", "Ended"]


def states(last_epochs: list[int], together: int) -> list[str]:
    history = MemberHistory()
    rows = sorted((epoch, member) for member, epoch in enumerate(last_epochs))
    for epoch, member in rows:
        history.append([epoch], [member], [0.3], [0.3])
    return list(standing_of(history, GOAL, live=True, together=together).states)


def test_a_member_without_new_epochs_has_ended():
    assert states([20, 17, 19], 3) == ["learning", "ended", "learning"]


def test_late_epochs_are_not_all_recorded():
    # one in 64 is: a member that ended at 6,437 is ahead of all that go on
    assert states([6400, 6437, 6100], 40) == ["learning", "learning", "ended"]


def test_only_the_last_try_of_a_run_that_learns_again_is_learning():
    assert states([500, 500, 120, 120], 2) == ["ended", "ended", "learning", "learning"]
    assert states([500, 500, 120], 1) == ["ended", "ended", "learning"]


def test_without_validation_there_is_no_column_of_it(view):
    view.show_history(history_of(*THREE, validation=False), GOAL, live=True, together=3)
    assert view.table.isColumnHidden(VALIDATION)
    assert column(view, MEMBER) == ["2  best", "1", "3  worst"]
    view.show_history(history_of(*THREE), GOAL, live=True, together=3)
    assert not view.table.isColumnHidden(VALIDATION)


def test_a_click_picks_and_arrow_keys_go_on(qtbot, view, told):
    view.show_history(history_of(*THREE), GOAL, live=True, together=3)
    place = view.table.visualRect(view.model.index(0, MEMBER)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert told == [1, 0, 2]
    assert view.member == 2
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert told[-1] == -1
    assert view.member == -1
    assert not view._none.isEnabled()


def test_the_pick_follows_its_member_when_rows_move(view, told):
    view.show_history(history_of([0.3], [0.2], [0.1]), GOAL, live=True, together=3)
    view.table.setCurrentIndex(view.model.index(0, 0))
    assert told == [2]
    view.show_history(history_of([0.3, 0.01], [0.2, 0.02], [0.1, 0.1]), GOAL, live=True, together=3)
    assert column(view, MEMBER)[2] == "3  worst"
    assert view.member == 2
    assert view.table.currentIndex().row() == 2
    assert [index.row() for index in view.table.selectionModel().selectedRows()] == [2]
    assert told == [2]


def test_more_members_take_the_place_of_fewer(view):
    view.show_history(history_of([0.3], [0.2]), GOAL, live=True, together=3)
    view.table.setCurrentIndex(view.model.index(1, 0))
    view.show_history(history_of([0.3], [0.2], [0.1]), GOAL, live=True, together=3)
    assert view.model.rowCount() == 3
    assert view.member == -1


def test_a_bar_is_as_long_as_the_loss_is_high(view):
    view.show_history(history_of([0.001], [0.1], [0.01]), GOAL, live=True, together=3)
    model = view.model
    bars = [model._share(np.array([0.001, 0.1, 0.01]), k) for k in range(3)]
    assert bars == pytest.approx([0, 1, 0.5])
    before = view.grab().toImage()
    view.show_history(history_of([0.001], [0.1], [0.09]), GOAL, live=True, together=3)
    assert view.grab().toImage() != before


@pytest.mark.parametrize("members", [1, 5, 64])
def test_a_history_file_is_listed_as_it_was_written(view, tmp_path: Path, members: int):
    path = tmp_path / "history.csv"
    losses = np.geomspace(0.1, 0.2, members)
    with HistoryWriter(path) as writer:
        training = losses / np.arange(1, 31)[:, None]
        writer.add(1, training, 2 * training, is_last=True)
    rows, _ = HistoryReader(path).read_new()
    history = MemberHistory()
    history.append(rows.epoch, rows.member, rows.training_loss, rows.validation_loss)
    view.show_history(history, GOAL, live=False, together=members)
    assert view.model.rowCount() == members
    assert [view.model.member(row) for row in range(members)] == list(range(members))
    assert set(column(view, EPOCH)) == {"30"}


# --- the tabs they stand in --------------------------------------------------------------


@pytest.fixture
def panels(qtbot) -> RunTabs:
    made = RunTabs()
    qtbot.addWidget(made)
    return made


def test_tabs_without_one_to_show_are_hidden(panels, view):
    panels.addTab(view, "Members")
    panels.show_tab(view, False)
    assert panels.isHidden()
    panels.show_tab(view, True)
    assert not panels.isHidden()
    assert panels.currentWidget() is view
    panels.show_tab(view, False)
    assert panels.isHidden()
