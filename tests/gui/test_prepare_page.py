"""The Prepare page: what a person chooses there, and what is drawn of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event, Failed, Finished
from core.job import Preparation
from gui.controls import ComboBox
from gui.feature_summaries import summarise
from gui.pages.prepare_page import PreparePage
from gui.prepared_values import measured, needs_worker, prepared
from gui.rules_table import RuleRow, RulesTable
from gui.session import Session
from gui.settings import Settings
from gui.table_info import TableInfo
from tests.core.small_surveys import write_survey
from tests.gui.small_snapshots import read_as_the_window

FEATURES = ("Cu_ppm", "Zn_ppb", "Pb_ppm")


class Tasks:
    """Carries out what was asked when the test says so, as the helper process does."""

    def __init__(self) -> None:
        self.waiting: list[tuple[list[str], Callable[..., None], Callable[..., None]]] = []

    def ask(self, words: list[str], done: Callable[..., None], failed: Callable[..., None]) -> None:
        self.waiting.append((words, done, failed))

    def answer(self) -> None:
        words, done, failed = self.waiting.pop(0)
        events: list[Event] = []
        run_words(words, Channel(events.append, Control()))
        last = events[-1]
        if isinstance(last, Failed):
            failed(last.message, last.traceback)
        else:
            assert isinstance(last, Finished)
            done(last)


@pytest.fixture
def table(tmp_path: Path) -> TableInfo:
    return read_as_the_window(str(write_survey(tmp_path / "survey.csv")), tmp_path / "cache")


@pytest.fixture
def tasks() -> Tasks:
    return Tasks()


@pytest.fixture
def session(table: TableInfo) -> Session:
    made = Session()
    made.open_table(table)
    made.set_role("rock", "target")
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, tasks: Tasks) -> Iterator[PreparePage]:
    services = SimpleNamespace(
        session=session, settings=Settings(), tasks=tasks, say=print, say_failure=print
    )
    made = PreparePage(cast(Any, SimpleNamespace(services=services)))
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: not made.summaries.busy)
    yield made
    made.dispose()


def drawn(page: PreparePage) -> int:
    """Return how many values the picture of the inputs counts."""
    heights = page.pictures.after._bars.opts["height"]
    return int(sum(heights))


def choose(page: PreparePage, **choice: Any) -> None:
    page.session.set_preparation(page.session.preparation.model_copy(update=choice))


# --- what is known of each feature ----------------------------------------------------------


def test_limits_and_figures_of_every_feature_are_listed(page: PreparePage, table: TableInfo):
    model = page.statistics.columns
    heads = [
        model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for n in range(model.columnCount())
    ]
    row = [model.data(model.index(1, n)) for n in range(model.columnCount())]
    shown = dict(zip(heads, row, strict=True))
    values, below = table.values("Zn_ppb"), table.censored("Zn_ppb")
    assert below is not None
    assert shown["Feature"] == "Zn_ppb"
    assert shown["Missing"] == str(int(np.isnan(values).sum())) == "6"
    assert shown["Below limit"] == str(below.sum())
    assert shown["Limits"] == "2…3"
    assert page.statistics.model().rowCount() == 3


def test_a_summary_counts_a_limit_as_itself(table: TableInfo):
    found = summarise(table, "Cu_ppm")
    values = table.values("Cu_ppm")
    assert (found.least, found.most) == (np.nanmin(values), np.nanmax(values))
    assert found.median == np.nanmedian(values)
    assert found.limits == (2.0, 3.0)
    assert found.share == pytest.approx(found.censored / 90)
    assert summarise(table, "rock").missing == 90


# --- rules --------------------------------------------------------------------------------


def test_the_rule_of_a_single_feature_is_chosen_in_the_table(qtbot: QtBot, page: PreparePage):
    model = page.rules.rules
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == list(FEATURES)
    assert model.index(0, 2).data() == "½ limit"
    page.rules.edit(model.index(1, 2))
    box = page.rules.findChild(QComboBox)
    assert box is not None
    assert [box.itemText(n) for n in range(2)] == ["as all", "The limit"]
    box.setCurrentIndex(box.findData("root2"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.session.preparation.censored_of == {"Zn_ppb": "root2"})
    assert model.index(1, 2).data() == "limit/√2"
    choose(page, censored="limit")
    assert [model.index(row, 2).data() for row in range(3)] == ["limit", "limit/√2", "limit"]
    page._take_rule("Zn_ppb", "")
    assert page.session.preparation.censored_of == {}


def test_without_limits_there_is_a_sentence_instead(page: PreparePage, tmp_path: Path):
    path = tmp_path / "plain.csv"
    path.write_text("a,b,rock\n1,2,u\n3,4,v\n5,7,u\n", encoding="utf-8")
    page.session.open_table(read_as_the_window(str(path), tmp_path / "cache"))
    assert page.rules.isHidden()
    assert not page._no_limits.isHidden()


def test_more_than_nine_features_are_scrolled(qtbot: QtBot):
    made = RulesTable()
    qtbot.addWidget(made)
    made.show_rows([RuleRow(f"f{n}", 1, 0.1) for n in range(9)], "half", {})
    nine = made.height()
    made.show_rows([RuleRow(f"f{n}", 1, 0.1) for n in range(30)], "half", {})
    assert made.height() == nine
    assert made.rules.rowCount() == 30


# --- pictures -----------------------------------------------------------------------------


@pytest.mark.parametrize("rule", ["limit", "half", "root2"])
@pytest.mark.parametrize("scaling", ["standardise", "minmax", "robust", "quantile", "none"])
def test_a_feature_by_itself_is_prepared_as_the_program_does(
    table: TableInfo, rule: str, scaling: str
):
    from core.preparing.fitting import fit_preparation

    choice = Preparation.model_validate({"censored": rule, "scaling": scaling})
    assert not needs_worker(choice, table, FEATURES)
    values, below = measured(table, "Cu_ppm")
    fitted = fit_preparation(values[:, None], ("Cu_ppm",), choice, censored=below[:, None])
    wanted = fitted.apply(values[:, None], below[:, None])[:, 0]
    assert prepared(values, below, "Cu_ppm", choice) == pytest.approx(wanted, abs=1e-12)


def test_simple_choices_are_drawn_at_once(page: PreparePage, tasks: Tasks):
    choose(page, censored="root2", scaling="robust")
    assert drawn(page) == 90
    assert tasks.waiting == []
    assert page.pictures.input.isHidden()


def test_estimates_come_from_the_worker(qtbot: QtBot, page: PreparePage, tasks: Tasks):
    choose(page, censored="ros")
    assert drawn(page) == 0
    assert "training samples…" in page.pictures.state.text()
    qtbot.waitUntil(lambda: len(tasks.waiting) == 1)
    tasks.answer()
    assert drawn(page) == 90
    assert "regression on order statistics" in page.pictures.state.text()
    tip = page.rules.rules.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Detection limit: 2…3\nTaken as: ")


def test_the_last_choice_wins(qtbot: QtBot, page: PreparePage, tasks: Tasks):
    choose(page, censored="ros")
    qtbot.waitUntil(lambda: len(tasks.waiting) == 1)
    choose(page, censored="impute")
    qtbot.wait(250)
    assert len(tasks.waiting) == 1
    tasks.answer()
    assert drawn(page) == 0
    assert len(tasks.waiting) == 1
    tasks.answer()
    assert drawn(page) == 90
    assert "estimated from other elements" in page.pictures.state.text()


def test_inputs_that_are_no_features_are_chosen_by_name(
    qtbot: QtBot, page: PreparePage, tasks: Tasks
):
    choose(page, transform="ilr")
    assert page.session.network is not None
    assert page.session.network.sizes[0] == 2
    qtbot.waitUntil(lambda: len(tasks.waiting) == 1)
    tasks.answer()
    assert page.pictures.input.isVisible()
    assert [page.pictures.input.itemText(n) for n in range(page.pictures.input.count())] == [
        "ILR 1",
        "ILR 2",
    ]
    page.pictures.input.setCurrentIndex(1)
    assert page.pictures.after.accessibleName().startswith("ILR 2")
    choose(page, transform="log10", reduction="pca", components=2)
    qtbot.waitUntil(lambda: len(tasks.waiting) == 1)
    tasks.answer()
    assert page.pictures.input.itemText(0).startswith("PC 1")
    assert "% of the variance" in page.pictures.input.itemText(0)
    choose(page, reduction="none")
    assert page.pictures.input.isHidden()


def test_what_cannot_be_done_is_said_in_place(qtbot: QtBot, page: PreparePage, tasks: Tasks):
    page.session.set_features({"Cu_ppm"})
    choose(page, transform="clr")
    qtbot.waitUntil(lambda: len(tasks.waiting) == 1)
    tasks.answer()
    assert "fewer than two features are concentrations" in page.pictures.state.text()
    assert drawn(page) == 0


def test_without_a_target_it_says_what_is_missing(page: PreparePage, tasks: Tasks):
    page.session.set_role("rock", "ignore")
    choose(page, transform="clr")
    assert "Choose the target column" in page.pictures.state.text()
    assert tasks.waiting == []


def test_nobody_is_asked_while_nobody_looks(qtbot: QtBot, page: PreparePage, tasks: Tasks):
    page.hide()
    choose(page, censored="ros")
    qtbot.wait(250)
    assert tasks.waiting == []
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: len(tasks.waiting) == 1)


# --- settings -----------------------------------------------------------------------------


def test_both_forms_hold_the_whole_preparation(page: PreparePage):
    rule, scaling = page.rule_form.editor("censored"), page.form.editor("scaling")
    assert isinstance(rule, ComboBox)
    assert isinstance(scaling, ComboBox)
    page._take_rule("Cu_ppm", "limit")
    rule.setCurrentIndex(rule.findData("root2"))
    scaling.setCurrentIndex(scaling.findData("quantile"))
    found = page.session.preparation
    assert (found.censored, found.scaling) == ("root2", "quantile")
    assert found.censored_of == {"Cu_ppm": "limit"}
    assert page.form.row("components").isHidden()
    choose(page, reduction="pca")
    assert not page.form.row("variance").isHidden()
    choose(page, components=2)
    assert page.form.row("variance").isHidden()


def test_features_are_ticked(page: PreparePage):
    ticks = page.checks.list
    names = [ticks.item(row).text() for row in range(ticks.count())]
    assert set(FEATURES) <= set(names)
    ticks.item(names.index("Zn_ppb")).setCheckState(Qt.CheckState.Unchecked)
    assert page.session.features == ("Cu_ppm", "Pb_ppm")
    assert page.statistics.model().rowCount() == 2
