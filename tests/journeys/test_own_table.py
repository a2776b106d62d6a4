"""A CSV of one's own: opened, roles changed by a click, trained, predicted, taken away."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from core.job import Judging
from core.job_file import read_job
from core.run_folder import RunFolder
from tests.journeys.person import Person, write_survey
from tests.thorough import thorough

REAL_SURVEYS = [
    ("sp/meuse.csv", "soil", ("x", "y"), 3),
    *thorough(
        [
            ("rgr/kola.c.csv", "LITHO", ("UTME", "UTMN"), 10),
            ("StatDA/chorizon.csv", "COUN", ("XCOO", "YCOO"), 3),
        ]
    ),
]


def test_a_table_of_ones_own_becomes_a_map_and_files(person: Person, tmp_path: Path) -> None:
    table = write_survey(tmp_path / "survey.csv")
    person.open_table(table)
    roles = person.session.roles
    assert (roles["X"], roles["Y"], roles["rock"]) == ("x", "y", "target")
    assert roles["sample"] == "ignore"
    assert person.session.features == ("Cu_ppm", "Ni_ppm", "Zn_ppm")
    assert person.data.map.has_points
    assert person.data.map.grid is None

    person.data.roles.roles.chosen.emit("Zn_ppm", "ignore")
    assert person.session.features == ("Cu_ppm", "Ni_ppm")
    assert person.session.network is not None
    assert person.session.network.sizes[0] == 2
    assert person.session.network.sizes[-1] == 2

    # by blocks it is, unless one says otherwise; without folds all rows have the same judges
    assert person.session.judging.protocol == "blocks"
    person.session.set_judging(Judging(protocol="hold_out"))
    run = person.train_to_the_end()
    outcome = run.outcome()
    assert outcome is not None, run.log_path.read_text()
    assert outcome.reason in ("goal", "validation", "epochs")

    exporting = person.furniture.exporting
    exporting.predictions(run, str(tmp_path / "out.csv"))
    exporting.map(run, str(tmp_path / "map.png"), 100, "en")
    exporting.predict(run, str(table), str(tmp_path / "again.csv"))
    exporting.job(run, str(tmp_path / "job.toml"))
    person.wait(lambda: (tmp_path / "again.csv").exists())
    person.wait(lambda: not person.furniture.services.tasks.busy)
    predictions = pd.read_csv(tmp_path / "out.csv")
    again = pd.read_csv(tmp_path / "again.csv")
    assert len(predictions) == 80
    assert list(predictions["class"]) == list(again["class"])
    assert list(predictions["probability"]) == list(again["probability"])
    assert (tmp_path / "map.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    other_laboratory(person, run, table)
    assert read_job(tmp_path / "job.toml").data.target == "rock"
    command = exporting.copy_command(run)
    assert QGuiApplication.clipboard().text() == command
    assert "main.py run" in command


def other_laboratory(person: Person, run: RunFolder, table: Path) -> None:
    """Classify the survey with copper in another unit, and then row by row."""
    other, out = table.with_name("other.csv"), table.with_name("classified.csv")
    samples = pd.read_csv(table)
    samples.assign(Cu_ppm=samples["Cu_ppm"] * 1000).to_csv(other, index=False)
    person.furniture.exporting.predict(run, str(other), str(out))
    person.wait(lambda: "As a whole this table is unlike" in person.banner)
    assert "Cu_ppm" in person.banner
    assert set(pd.read_csv(out)["mapped"]) == {"unknown"}
    button = person.window.banner._button
    assert button.text() == "Mark row by row instead"
    person.click(button)
    person.wait(lambda: button.text() == "Show it as a map")
    assert "As a whole this table is unlike" in person.banner
    assert "So all its rows" not in person.banner


def test_map_and_table_are_linked_both_ways(person: Person, tmp_path: Path) -> None:
    person.open_table(write_survey(tmp_path / "survey.csv"))
    person.train_to_the_end()
    person.go("map")
    page = person.map_page
    page.map.selected.emit(17)
    assert page.table.columns.sample(page.table.currentIndex().row()) == 17
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.table.selectRow(5)
    sample = page.table.columns.sample(5)
    marked = page.map.marks.marker.data[0]
    assert person.session.table is not None
    assert marked["x"] == person.session.table.values("X")[sample]
    assert "probability" in page.map.readout.text()


def test_a_file_can_be_dropped_on_the_window(person: Person, tmp_path: Path) -> None:
    table = write_survey(tmp_path / "dropped.csv")
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(table))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    nothing = Qt.KeyboardModifier.NoModifier
    place = QPoint(300, 300)
    entering = QDragEnterEvent(place, action, content, button, nothing)
    QApplication.sendEvent(person.window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(person.window, QDropEvent(place, action, content, button, nothing))
    person.wait(lambda: person.session.table is not None)
    assert "dropped" in person.data._title.text()


@pytest.mark.parametrize(("name", "target", "place", "classes"), REAL_SURVEYS)
def test_real_surveys(
    person: Person,
    shared_data: Path,
    name: str,
    target: str,
    place: tuple[str, str],
    classes: int,
) -> None:
    person.open_table(shared_data / "geochemistry" / "r_packages" / name)
    person.data.roles.roles.chosen.emit(target, "target")
    assert (person.session.column_of("x"), person.session.column_of("y")) == place
    assert len(person.session.class_names) >= classes
    assert person.data.map.has_points
    person.set_training(epochs=60)
    run = person.train_to_the_end()
    assert run.outcome() is not None, person.banner
    assert run.predictions_path.exists()
    person.go("map")
    assert person.session.table is not None
    assert person.map_page.table.model().rowCount() == person.session.table.rows


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"a,b,c\n", "row"),
        (b"PK\x03\x04 zipped", "zip file"),
    ],
)
def test_a_file_that_is_no_table_gets_one_sentence(
    person: Person, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    person.window.open("path", str(path))
    person.wait(lambda: person.banner)
    assert words in person.banner
    assert person.banner.count("\n") == 0
    assert person.session.table is None


def test_a_missing_file_gets_one_sentence(person: Person, tmp_path: Path) -> None:
    person.window.open("path", str(tmp_path / "nowhere.csv"))
    person.wait(lambda: person.banner)
    assert "nowhere.csv" in person.banner


def test_what_cannot_be_trained_says_why(person: Person, tmp_path: Path) -> None:
    person.open_table(write_survey(tmp_path / "survey.csv"))
    person.data.roles.roles.chosen.emit("rock", "ignore")
    assert not person.data._next.isEnabled()
    assert "target" in person.data._state.text()
    person.data.roles.roles.chosen.emit("sample", "target")
    person.data.roles.roles.chosen.emit("rock", "target")
    assert person.data._next.isEnabled()
    person.session.set_features(set())
    assert "feature" in person.data._state.text()


def test_a_run_of_another_table_brings_its_table_along(person: Person, tmp_path: Path) -> None:
    first = write_survey(tmp_path / "first.csv", rows=80)
    second = write_survey(tmp_path / "second.csv", rows=90)
    person.open_table(first)
    person.trainer.set_pace(20)
    run = person.train_forever()
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    person.open_table(second)
    person.trainer.set_pace(20)
    person.go("runs")
    person.click(person.runs.resume)
    person.wait(lambda: person.trainer.state == "training")
    assert person.session.table is not None
    assert person.session.table.rows == 80
    person.data.roles.roles.chosen.emit("sample", "target")
    person.qtbot.wait(400)
    assert person.train_page.map.class_legend.text_of("ore")
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    assert run.state() == "stopped"


def test_a_stopped_run_stays_what_it_was_when_its_table_is_gone(
    person: Person, tmp_path: Path
) -> None:
    table = write_survey(tmp_path / "survey.csv")
    person.open_table(table)
    person.trainer.set_pace(20)
    run = person.train_forever()
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    before = run.outcome()
    table.rename(tmp_path / "elsewhere.csv")
    person.go("runs")
    person.click(person.runs.resume)
    person.wait(lambda: "no file" in person.banner)
    person.wait(lambda: not person.trainer.active)
    assert run.outcome() == before
