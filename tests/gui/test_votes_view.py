"""Votes of the members, sample by sample."""

from __future__ import annotations

import numpy as np
import pytest

from gui.votes_view import AGREEMENT, KNOWN, RIGHT, ROW, VOTE, VotesView

NAMES = ("porphyry", "skarn")
KNOWN_CODES = np.array([-1, 0, 1, -1, 1])
CODES = np.array([0, 0, 0, 1, 1])
SHARES = np.array([0.5, 1.0, 0.75, 0.6, 0.9])


@pytest.fixture
def view(qtbot):
    made = VotesView()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def cells(view, row):
    return [view.model.index(row, column).data() for column in (ROW, KNOWN, VOTE, RIGHT, AGREEMENT)]


def test_labelled_samples_come_with_vote_and_agreement(view):
    view.show_votes(CODES, SHARES, KNOWN_CODES, NAMES)
    assert view.model.rowCount() == 3
    assert cells(view, 0)[:4] == ["2", "porphyry", "porphyry", "✓"]
    assert cells(view, 1)[:4] == ["3", "skarn", "porphyry", "✗"]
    assert cells(view, 1)[4].startswith("75")
    assert "2 of 3" in view.summary.text()


def test_all_rows_can_be_listed(view):
    view.show_votes(CODES, SHARES, KNOWN_CODES, NAMES)
    view.everything.setChecked(True)
    assert view.model.rowCount() == 5
    assert cells(view, 0)[:4] == ["1", "–", "porphyry", ""]


def test_new_votes_leave_the_selected_sample_where_it_is(view, qtbot):
    view.show_votes(CODES, SHARES, KNOWN_CODES, NAMES)
    with qtbot.waitSignal(view.selected) as told:
        view.table.selectRow(2)
    assert told.args == [4]
    view.show_votes(1 - CODES, SHARES, KNOWN_CODES, NAMES)
    assert view.table.currentIndex().row() == 2
    assert cells(view, 2)[2:4] == ["porphyry", "✗"]


def test_before_any_vote_the_view_says_so(view):
    assert view.model.rowCount() == 0
    assert view.summary.text()
