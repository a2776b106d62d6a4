"""Trials as they end: read once, listed, sorted and drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.searching.folder import SearchFolder
from core.searching.results import Trial
from gui.searching.setting_words import differing_fields, value_text, values_of
from gui.searching.trials import Trials, best_number, best_so_far, folds_chosen_in, scores_of
from gui.searching.trials_model import CHOSEN, NUMBER, SCORE, SECONDS
from gui.searching.trials_plot import TrialsPlot
from gui.searching.trials_table import TrialsTable
from tests.core.searching.small_searches import noise_job
from tests.gui.searching.small_search import WINNER, setting, trials, write_search

JOB = noise_job(Path("noise.csv"))


@pytest.fixture
def table(qtbot: QtBot) -> TrialsTable:
    made = TrialsTable()
    qtbot.addWidget(made)
    return made


def column_of(table: TrialsTable, column: int) -> list[str]:
    return [table.text_of(row, column) for row in range(table.sorted.rowCount())]


# --- reading ----------------------------------------------------------------------------


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_search(tmp_path / "search")
    read: list[int] = []
    usual = SearchFolder.trial

    def counted(self: SearchFolder, number: int) -> Trial | None:
        read.append(number)
        return usual(self, number)

    monkeypatch.setattr(SearchFolder, "trial", counted)
    found = Trials(folder)
    assert found.read_new()
    assert found.all == trials()
    assert not found.read_new()
    assert sorted(read) == [0, 1, 2, 3, 4]
    more = replace(trials()[4], number=7)
    folder.write_trial(more, None)
    # as a crash leaves it, and whole a moment later
    (folder.trials_path / "trial-000006.json").write_text("{", encoding="utf-8")
    assert found.read_new()
    assert [trial.number for trial in found.all] == [0, 1, 2, 3, 4, 7]
    folder.write_trial(replace(more, number=6), None)
    assert found.read_new()


def test_a_search_that_nobody_has_begun_has_none(tmp_path: Path) -> None:
    assert not Trials().read_new()
    assert not Trials(SearchFolder(tmp_path / "nothing")).read_new()


def test_what_would_be_chosen_now() -> None:
    assert best_number(trials()) == WINNER
    assert folds_chosen_in(trials()) == {3: [1], 2: [2, 3]}
    assert best_number(trials()[4:]) is None
    assert folds_chosen_in(trials()[4:]) == {}


def test_the_best_so_far_never_falls() -> None:
    scores = scores_of(trials())
    np.testing.assert_allclose(scores, [0.5, 1.3 / 3, 0.7, 1 / 3, np.nan])
    np.testing.assert_allclose(best_so_far(scores), [0.5, 0.5, 0.7, 0.7, 0.7])
    failed_first = best_so_far(scores[::-1])
    assert np.isnan(failed_first[0])
    assert failed_first[1] == scores[3]
    assert len(best_so_far(scores_of([]))) == 0


# --- settings in words ------------------------------------------------------------------


def test_columns_are_the_settings_that_differ() -> None:
    assert differing_fields(trials()) == ["hidden", "trainer", "l2"]
    one = [Trial(1, setting(1), (0.5,), 1.0), Trial(2, setting(1, dropout=0.25), (0.5,), 1.0)]
    assert differing_fields(one) == ["dropout"]
    assert differing_fields(trials()[:1]) == []


def test_the_job_as_it_is_has_values_too() -> None:
    values = values_of(None, JOB)
    assert value_text("hidden", values["hidden"]) == "4"
    assert value_text("outputs", values["outputs"]) == "Squared error"
    assert value_text("trainer", values["trainer"]) == "RPROP⁻"
    # of no use to this trainer
    assert value_text("learning_rate", values["learning_rate"]) == "–"
    assert value_text("l2", 0.00012) == "1.2 × 10⁻⁴"
    adam = JOB.model_copy(update={"training": JOB.training.model_copy(update={"trainer": "adam"})})
    assert values_of(None, adam)["learning_rate"] == adam.training.learning_rate
    assert values_of(None, adam)["largest_step"] is None
    assert values_of(setting(3), JOB)["hidden"] == (7,)


# --- the table --------------------------------------------------------------------------


def test_a_row_for_each_trial(table: TrialsTable) -> None:
    assert not table.empty.isHidden()
    table.show_trials(trials(), JOB)
    assert table.empty.isHidden()
    assert column_of(table, NUMBER) == ["0  as it is", "1", "2  best", "3", "4"]
    assert column_of(table, SCORE) == ["0.500", "0.433", "0.700", "0.333", "failed"]
    assert column_of(table, CHOSEN) == ["", "", "2, 3", "1", ""]
    assert column_of(table, SECONDS)[1:3] == ["0:02", "0:03"]
    heads = [
        table.sorted.headerData(place, Qt.Orientation.Horizontal) for place in range(SECONDS + 4)
    ]
    assert heads[SECONDS + 1 :] == ["Hidden units", "Trainer", "L2 penalty"]
    assert column_of(table, SECONDS + 1) == ["4", "5", "6", "7", "8"]


def test_columns_are_sorted_by_what_they_mean(table: TrialsTable) -> None:
    table.show_trials(trials(), JOB)
    table.table.sortByColumn(SCORE, Qt.SortOrder.DescendingOrder)
    assert column_of(table, SCORE) == ["0.700", "0.500", "0.433", "0.333", "failed"]
    table.table.sortByColumn(SECONDS + 3, Qt.SortOrder.AscendingOrder)
    numbers = [text.split()[0] for text in column_of(table, NUMBER)]
    assert numbers == ["0", "4", "3", "2", "1"]
    table.table.sortByColumn(CHOSEN, Qt.SortOrder.DescendingOrder)
    assert column_of(table, CHOSEN)[:2] == ["2, 3", "1"]


def test_why_the_selected_trial_failed(table: TrialsTable) -> None:
    picked: list[int] = []
    table.show_trials(trials(), JOB)
    table.picked.connect(picked.append)
    table.table.selectRow(4)
    assert table.why.text() == "It is too wide."
    assert not table.why.isHidden()
    table.table.selectRow(1)
    assert table.why.isHidden()
    assert picked == [4, 1]


def test_a_trial_that_ends_moves_nothing_that_is_selected(table: TrialsTable) -> None:
    few = trials()[:4]
    table.show_trials(few[:3], JOB)
    table.table.sortByColumn(SCORE, Qt.SortOrder.DescendingOrder)
    table.table.selectRow(1)
    better = [*few[:3], replace(few[3], inner=(0.9, 0.9, 0.9))]
    table.show_trials(better, JOB)
    assert column_of(table, NUMBER)[0] == "3  best"
    assert column_of(table, CHOSEN)[:2] == ["1, 3", "2"]
    assert table.table.currentIndex().row() == 2
    assert table.table.model().rowCount() == 4
    table.show_trials([], None)
    assert table.table.model().rowCount() == 0


# --- the plot ---------------------------------------------------------------------------


def test_the_curve_tells_the_trial_under_the_mouse(qtbot: QtBot) -> None:
    plot = TrialsPlot()
    qtbot.addWidget(plot)
    assert not plot.empty.isHidden()
    plot.show_trials(trials(), 5)
    assert plot.empty.isHidden()
    assert [plot.legend.value(key) for key in ("trial", "score", "best")] == ["4", "–", "0.700"]
    plot.read_at(1.2)
    assert [plot.legend.value(key) for key in ("trial", "score", "best")] == ["1", "0.433", "0.500"]
    plot.pick(2)
    assert plot._mark is not None
    assert plot._mark.getData()[1].tolist() == pytest.approx([0.7])
    plot.pick(4)
    assert len(plot._mark.getData()[0]) == 0
    # thousands that are to come do not push the first into a corner
    plot.show_trials(trials(), 100_000)
    assert plot._range[1] == 16
    plot.show_trials(trials()[4:], 5)
    assert not plot.empty.isHidden()
