"""Labels in the window: their source, their deposits on the map, and their classes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QInputDialog

from core.events import Failed, Finished
from core.project import Project, read_project
from core.reading import Reading
from core.run_folder import RunFolder
from gui.class_colours import ClassColours, choose_colours
from gui.classes_model import COLOUR, NEW, NOTE, SAMPLES
from gui.labels_panel import LabelsPanel
from gui.opening import Opening
from gui.session import Session
from gui.settings import Settings
from gui.table_info import TableInfo
from tests.core.small_runs import command
from tests.core.test_labelling import write_survey

Role = Qt.ItemDataRole


class Tasks(QObject):
    """Carries commands out in this process, when it is told to."""

    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Any] = []

    def cancel(self) -> None:
        self.waiting.clear()
        self.idle.emit()

    def ask(self, words, done, failed) -> None:
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
        self.trainer = SimpleNamespace(set_pace=lambda _: None)
        self.failures: list[Any] = []
        self.working = self.session

    def work_on(self, kind) -> None:
        assert kind == "table"

    def say_failure(self, failure, traceback="") -> None:
        self.failures.append((failure, traceback))


@pytest.fixture
def survey(tmp_path):
    table = write_survey(tmp_path / "data")
    with table.with_name("d.csv").open("a", encoding="utf-8") as file:
        file.write("Lost,900000,3000000,b\nNowhere,,,a\n")
    return table


@pytest.fixture
def furniture(qtbot, survey):
    services = Services()
    made = SimpleNamespace(services=services, opening=Opening(cast(Any, services)))
    made.opening.open_path(str(survey))
    services.tasks.carry_out()
    yield made
    choose_colours({})


@pytest.fixture
def panel(qtbot, furniture):
    made = LabelsPanel(furniture)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    yield made
    made.dispose()


def join(panel, furniture, **fields) -> None:
    source = panel.source
    source.choice.button("deposits").click()
    source.open_file(str(furniture.services.session.table.source).replace("t.csv", "d.csv"))
    furniture.services.tasks.carry_out()
    source.form.radius.set_value(fields.get("radius", 500))
    source.form.background.setValue(fields.get("background", 12))
    source.form.buffer.set_value(fields.get("buffer", 1500))
    source.apply.click()
    furniture.services.tasks.carry_out()


def cell(panel, row, column, role=Role.DisplayRole):
    model = panel.classes.model
    return model.data(model.index(row, column), role)


def test_before_anything_is_chosen_the_panel_says_what_to_do(panel):
    assert "choose a column of classes, or a file of deposits" in panel._about.text()
    assert not panel.source.apply.isEnabled()
    assert not panel.lists.isTabVisible(1)


def test_the_likely_columns_of_the_file_are_proposed(panel, furniture):
    source = panel.source
    source.choice.button("deposits").click()
    source.open_file(str(furniture.services.session.table.source).replace("t.csv", "d.csv"))
    assert not source.apply.isEnabled()
    furniture.services.tasks.carry_out()
    fields = source.form.fields()
    assert (fields["x"], fields["y"], fields["kind"], fields["name"]) == (
        "east",
        "north",
        "type",
        "name",
    )
    assert source.apply.isEnabled()
    source.form.radius.line.setText("far")
    source.form.radius.line.textEdited.emit("far")
    assert not source.apply.isEnabled()
    assert "far" in source._state.text()


def test_deposits_become_the_target_and_are_listed_and_drawn(panel, furniture):
    join(panel, furniture)
    session = furniture.services.session
    assert session.column_of("target") == "deposit"
    assert session.class_names == ("a", "b", "no deposit")
    assert session.labelled == 18
    assert "6 of 8 deposits label a sample · 12 background samples" in panel._about.text()
    pairs, unmatched = panel.pairs.table.columns, panel.unmatched.table.columns
    assert (pairs.rowCount(), unmatched.rowCount()) == (6, 2)
    assert [unmatched.data(unmatched.index(row, 3)) for row in range(2)] == [
        "The nearest sample is 391,000 away.",
        "Its coordinates are missing.",
    ]
    marks = panel.map.view.marks
    # the deposit without a place has no symbol, the other unmatched one has a ring
    assert len(marks.deposits.data) == 7 or np.isfinite(marks.deposits.data["x"]).sum() == 7
    assert len(panel.map._lost.data) == 1
    assert len(marks.symbols.data) == 12


def test_a_click_on_a_pair_goes_to_its_sample(panel, furniture, qtbot):
    join(panel, furniture)
    box = panel.map.view.plot.getPlotItem().getViewBox()
    before = box.viewRect().width()
    panel.pairs.table.selectRow(2)
    assert furniture.services.session.selection.tolist() == [32]
    assert box.viewRect().width() < before / 2
    assert box.viewRect().contains(502_000, 3_003_000)
    panel.unmatched.table.selectRow(0)
    assert box.viewRect().contains(900_000, 3_000_000)
    panel.unmatched.table.selectRow(1)
    assert box.viewRect().contains(900_000, 3_000_000), "a place that is missing moves nothing"


def test_a_click_on_a_labelled_sample_shows_its_pair(panel, furniture):
    join(panel, furniture)
    panel.map.view.selected.emit(43)
    assert panel.lists.currentWidget() is panel.pairs
    assert panel.pairs.table.currentIndex().row() == 3


def test_why_a_join_fails_is_said_in_place_and_nothing_is_lost(panel, furniture):
    before = furniture.services.session.table
    join(panel, furniture, radius=1)
    assert "No deposit lies within 1" in panel.source._state.text()
    assert panel.source.apply.isEnabled()
    assert furniture.services.session.table is before
    assert furniture.services.failures == []


def test_a_join_that_is_cancelled_can_be_asked_for_again(panel, furniture):
    source = panel.source
    join(panel, furniture, radius=1)
    source.form.radius.set_value(500)
    source.apply.click()
    assert not source.apply.isEnabled()
    assert source._state.text() == "Joining…"
    furniture.services.tasks.cancel()
    assert source.apply.isEnabled()


def test_a_join_in_force_is_shown_by_a_new_panel_and_can_be_left_out(panel, furniture, qtbot):
    join(panel, furniture)
    other = LabelsPanel(furniture)
    qtbot.addWidget(other)
    furniture.services.tasks.carry_out()
    assert other.source.choice.value() == "deposits"
    assert other.source.form.fields() == panel.source.form.fields()
    other.source.removal_wanted.emit()
    furniture.services.tasks.carry_out()
    session = furniture.services.session
    assert session.reading == Reading()
    assert session.table.column("deposit") is None
    assert not panel.lists.isTabVisible(1)
    other.dispose()


def test_a_run_brings_the_labels_back_that_it_was_trained_on(panel, furniture, tmp_path):
    join(panel, furniture)
    session = furniture.services.session
    run = RunFolder(tmp_path / "run")
    run.create(session.job())
    panel.source.removal_wanted.emit()
    furniture.services.tasks.carry_out()
    assert session.table.labels is None
    session.set_class_colour("a", "#123456")
    furniture.opening.open_run(run, lambda: None)
    furniture.services.tasks.carry_out()
    assert session.run == run
    assert session.table.labels is not None
    assert session.column_of("target") == "deposit"
    assert session.class_colours == {"a": "#123456"}


def test_a_sheet_of_a_workbook_can_be_chosen(panel, furniture, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "other"
    for row in (["a", "b"], *([k, k] for k in range(30))):
        book.active.append(row)
    sheet = book.create_sheet("mines")
    for row in (["east", "north", "type"], [500_000, 3_000_000, "a"], [502_000, 3_000_000, "b"]):
        sheet.append(row)
    book.save(tmp_path / "d.xlsx")
    source = panel.source
    source.choice.button("deposits").click()
    source.open_file(str(tmp_path / "d.xlsx"))
    furniture.services.tasks.carry_out()
    source.sheet.setCurrentIndex(source.sheet.findData("mines"))
    source.sheet.activated.emit(source.sheet.currentIndex())
    furniture.services.tasks.carry_out()
    assert source.form.x_column.currentData() == "east"
    source.apply.click()
    furniture.services.tasks.carry_out()
    session = furniture.services.session
    assert session.reading.deposits.recipe.sheet == "mines"
    assert session.class_names == ("a", "b")


def test_joining_again_takes_the_place_of_the_first_join(panel, furniture):
    join(panel, furniture)
    join(panel, furniture, background=0)
    session = furniture.services.session
    assert [c.name for c in session.table.columns].count("deposit") == 1
    assert session.class_names == ("a", "b")


def test_classes_are_merged_and_their_notes_follow(panel, furniture):
    join(panel, furniture)
    assert [cell(panel, row, SAMPLES) for row in range(3)] == ["3", "3", "12"]
    assert "few" in cell(panel, 0, NOTE)
    assert cell(panel, 2, NOTE) == ""
    model = panel.classes.model
    model.setData(model.index(0, NEW), "ore")
    model.setData(model.index(1, NEW), " ore ")
    assert cell(panel, 0, NOTE) == "merged: 6 samples in “ore”"
    assert panel.classes.apply.isEnabled()
    panel.classes.apply.click()
    assert not panel.classes.apply.isEnabled()
    furniture.services.tasks.carry_out()
    session = furniture.services.session
    assert session.class_names == ("no deposit", "ore")
    assert session.reading.classes == {"deposit": {"a": "ore", "b": "ore"}}
    assert [cell(panel, row, SAMPLES) for row in range(3)] == ["3", "3", "12"]
    assert [cell(panel, row, NEW) for row in range(3)] == ["ore", "ore", "no deposit"]
    assert not panel.classes.apply.isEnabled()


def test_several_rows_are_merged_or_taken_away_by_a_button(panel, furniture, monkeypatch):
    join(panel, furniture)
    table = panel.classes.table
    assert not panel.classes.merge.isEnabled()
    table.setSelectionMode(table.SelectionMode.MultiSelection)
    table.selectRow(0)
    table.selectRow(1)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("ore", True))
    panel.classes.merge.click()
    assert panel.classes.model.names == {"a": "ore", "b": "ore"}
    panel.classes.restore.click()
    assert panel.classes.model.names == {}
    table.clearSelection()
    table.selectRow(2)
    panel.classes.remove.click()
    panel.classes.apply.click()
    furniture.services.tasks.carry_out()
    assert furniture.services.session.class_names == ("a", "b")
    assert cell(panel, 2, NEW) == "(taken away)"


def test_a_colour_reaches_every_view_and_the_project(panel, furniture, monkeypatch, tmp_path):
    join(panel, furniture)
    session = furniture.services.session
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    table = panel.classes.table
    table.clicked.emit(table.model().index(1, COLOUR))
    assert session.class_colours == {"b": "#123456"}
    assert ClassColours(session.class_names).colour(1) == "#123456"
    assert cell(panel, 1, COLOUR, Role.DecorationRole).name() == "#123456"
    drawn = {brush.color().name() for brush in panel.map.view.marks.deposits.data["brush"]}
    assert "#123456" in drawn
    session.save_project(tmp_path / "survey.anomalyst")
    project = read_project(tmp_path / "survey.anomalyst")
    assert project.colours == {"b": "#123456"}
    session.set_class_colour("b", "")
    assert ClassColours(session.class_names).colour(1) != "#123456"
    session.take_kept(project)
    assert ClassColours(session.class_names).colour(1) == "#123456"


def test_another_table_forgets_the_colours(panel, furniture):
    session = furniture.services.session
    session.set_class_colour("a", "#123456")
    session.open_table(session.table)
    assert session.class_colours == {}


def test_reading_again_keeps_the_roles_that_were_chosen(panel, furniture):
    session = furniture.services.session
    session.set_role("Zn", "ignore")
    session.set_role("Cu", "group")
    join(panel, furniture)
    assert session.roles["Zn"] == "ignore"
    assert session.roles["Cu"] == "group"
    assert (session.column_of("x"), session.column_of("y")) == ("E", "N")


def test_an_unsaved_project_without_a_target_keeps_how_the_table_is_read(furniture, tmp_path):
    session = furniture.services.session
    reading = Reading(classes={"Cu": {"1": "a"}})
    session.reading = reading
    project = session.as_project(session.table)
    assert project.job is None
    assert project.reading == reading
    assert isinstance(project, Project)
    assert isinstance(session.table, TableInfo)
