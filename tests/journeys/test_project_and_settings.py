"""A project remembers; language and colours change at once; the layout comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from core.run_folder import RunFolder
from gui import theme
from gui.settings import Settings
from tests.journeys.person import Person, write_survey


def test_a_project_that_moved_is_reopened_with_its_runs(
    make_person: Callable[[], Person], tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    person = make_person()
    person.open_table(write_survey(here / "survey.csv"))
    person.furniture.opening.save_project(here / "valley")
    person.set_training(epochs=40, seed=9)
    run = person.train_to_the_end()
    assert run.path.parent == here / "valley.runs"
    person.furniture.actions.save_project()
    assert "valley" in person.window.windowTitle()
    person.leave()

    there = tmp_path / "there"
    shutil.move(here, there)
    person = make_person()
    person.window.open("path", str(there / "valley.anomalyst"))
    person.wait(lambda: person.session.table is not None)
    assert person.session.training.seed == 9
    assert person.session.table is not None
    assert person.session.table.source == str(there / "survey.csv")
    # the result is where it was, without a step
    assert person.furniture.current == "map"
    assert person.session.run == RunFolder(there / "valley.runs" / run.path.name)
    assert person.map_page.table.model().rowCount() == 80
    person.go("runs")
    assert person.runs.list.rowCount() == 1
    person.click(person.runs.open)
    person.wait(lambda: person.furniture.current == "map")


def test_runs_from_before_the_project_belong_to_it(
    make_person: Callable[[], Person], tmp_path: Path
) -> None:
    person = make_person()
    person.open_table(write_survey(tmp_path / "survey.csv"))
    person.set_training(epochs=40)
    before = person.train_to_the_end()
    person.furniture.opening.save_project(tmp_path / "valley")
    now = tmp_path / "valley.runs" / before.path.name
    assert person.session.run == RunFolder(now)
    assert not before.path.exists()
    assert RunFolder(now).job().data.table == str(tmp_path / "survey.csv")
    person.go("runs")
    assert person.runs.list.rowCount() == 1
    assert person.map_page.table.model().rowCount() == 80
    person.leave()
    person = make_person()
    person.window.open("path", str(tmp_path / "valley.anomalyst"))
    person.wait(lambda: person.session.run is not None)
    assert person.furniture.current == "map"
    assert person.map_page.table.model().rowCount() == 80


def test_unsaved_work_is_offered_again(make_person: Callable[[], Person], tmp_path: Path) -> None:
    person = make_person()
    person.open_table(write_survey(tmp_path / "survey.csv"))
    person.set_training(seed=77)
    person.leave()
    person = make_person()
    person.window.open("untitled", "")
    person.wait(lambda: person.session.table is not None)
    assert person.session.training.seed == 77
    assert str(tmp_path / "survey.csv") in person.window.settings.recent


def test_language_and_colours_change_at_once(person: Person) -> None:
    person.open_copper()
    person.go("train")
    person.window.set_language("zh_CN")
    assert person.furniture.current == "train"
    words = {label.text() for label in person.window.findChildren(QLabel)}
    assert "训练" in {button.text() for button in person.window.rail.buttons}
    assert not any(word in words for word in ("Training", "Error goal", "Epoch limit"))
    person.window.set_scheme("dark")
    assert theme.current().dark
    person.window.set_text_scale(1.25)
    assert QApplication.font().pixelSize() == 16
    assert Settings().text_scale == 1.25
    assert person.train_page.train.text() == "训练"
    run = person.train_to_the_end()
    assert run.outcome() is not None
    assert "误差" in person.banner
    person.window.set_language("en")
    assert "error goal" in person.train_page._sentence.text()


def test_a_project_only_opened_is_not_rewritten(
    make_person: Callable[[], Person], tmp_path: Path
) -> None:
    table = write_survey(tmp_path / "survey.csv")
    person = make_person()
    person.open_table(table)
    person.furniture.opening.save_project(tmp_path / "valley")
    person.leave()
    project = tmp_path / "valley.anomalyst"
    before = project.read_bytes()
    table.write_text(table.read_text().replace("Ni_ppm", "nickel"))
    person = make_person()
    person.window.open("path", str(project))
    person.wait(lambda: person.session.table is not None)
    assert "Ni_ppm" in person.banner
    person.leave()
    assert project.read_bytes() == before


def test_changes_to_a_project_are_kept_when_another_table_is_opened(
    person: Person, tmp_path: Path
) -> None:
    person.open_table(write_survey(tmp_path / "survey.csv"))
    person.furniture.opening.save_project(tmp_path / "valley")
    person.set_training(seed=777)
    person.open_table(write_survey(tmp_path / "other.csv"))
    assert "777" in (tmp_path / "valley.anomalyst").read_text()
