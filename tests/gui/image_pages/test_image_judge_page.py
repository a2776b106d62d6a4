"""The Judge page of images: figures by part, and the gallery that they open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event, Failed, Finished
from core.files import write_json
from core.image_job import ImageJob
from core.job_file import read_any_job
from core.run_folder import RunFolder
from core.verdict.held_out import HeldOut
from core.verdict.verdict import verdict_of
from datasets.messages import message
from gui.image_info import ImageInfo
from gui.image_pages.image_judge_page import ImageJudgePage
from gui.image_pages.judged_images import Wanted
from gui.image_session import ImageSession
from gui.judging.names import method_name
from gui.session import Session
from gui.settings import Settings
from tests.gui.image_pages.small_judged import NAMES, write_images, write_judged_run
from tests.gui.judging.small_verdict import baselines


class Tasks:
    """Carries out at once what was asked."""

    def ask(self, words: list[str], done: Callable[..., None], failed: Callable[..., None]) -> None:
        events: list[Event] = []
        run_words(words, Channel(events.append, Control()))
        last = events[-1]
        if isinstance(last, Failed):
            failed(last.message, last.traceback)
        else:
            assert isinstance(last, Finished)
            done(last)


@pytest.fixture
def images(tmp_path: Path) -> ImageInfo:
    return write_images(tmp_path / "images")


@pytest.fixture
def judged(tmp_path: Path, images: ImageInfo) -> tuple[RunFolder, NDArray[np.float64]]:
    return write_judged_run(tmp_path / "run", images)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, images: ImageInfo, said: list[str]) -> Iterator[ImageJudgePage]:
    session = ImageSession()
    session.open_images(images)
    services = SimpleNamespace(
        session=Session(),
        images=session,
        settings=Settings(),
        tasks=Tasks(),
        go=said.append,
        say=lambda text, *_: said.append(text),
        say_failure=lambda failure, *_: said.append(failure.template),
    )
    made = ImageJudgePage(cast(Any, SimpleNamespace(services=services, exporting=None)))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(860, 720)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.dispose()


def errors_of(images: ImageInfo, probabilities: NDArray[np.float64], part: slice) -> set[int]:
    rows = np.arange(len(images))[part]
    labels = images.labels[rows]
    wrong = (labels >= 0) & (probabilities[rows].argmax(axis=1) != labels)
    return set(rows[wrong].tolist())


def test_without_a_run_the_page_shows_the_way_to_one(page: ImageJudgePage):
    assert page._middle.currentIndex() == 0
    assert page._ways.isHidden()
    assert page.inside.isHidden()


def test_errors_of_the_test_part_come_surest_first(page, images, judged):
    run, probabilities = judged
    page.images.select_run(run)
    assert page.figures.part == "test"
    rows = page.gallery.rows
    assert set(rows.tolist()) == errors_of(images, probabilities, slice(40, 60))
    assert (np.diff(probabilities[rows].max(axis=1)) <= 0).all()
    assert page._verdict.text().startswith("Of 19 test images, ")


def test_a_cell_of_the_matrix_opens_its_images(page, images, judged):
    run, probabilities = judged
    page.images.select_run(run)
    given = probabilities.argmax(axis=1)
    page.figures.confusion.setCurrentCell(0, 2)
    wanted = np.flatnonzero((images.labels == 0) & (given == 2) & images.is_test)
    assert sorted(page.gallery.rows.tolist()) == wanted.tolist()
    item = page.figures.confusion.item(0, 2)
    assert item is not None
    assert item.text() == str(len(wanted))
    assert f"{len(wanted)} images of class 0 taken for 2" in page.choice.count.text()


def test_a_class_comes_hardest_first(page, images, judged):
    run, probabilities = judged
    page.images.select_run(run)
    page.figures.scores.setCurrentCell(1, 0)
    rows = page.gallery.rows
    assert (images.labels[rows] == 1).all()
    assert (np.diff(probabilities[rows, 1]) >= 0).all()
    assert page.choice.code.currentText() == "1"


def test_a_part_that_chose_the_epoch_is_said_to_flatter(page, images, judged):
    run, probabilities = judged
    page.images.select_run(run)
    page.figures.choice.setCurrentIndex(page.figures.choice.findData("validation"))
    assert "flatters" in page.figures._words.text()
    assert set(page.gallery.rows.tolist()) == errors_of(images, probabilities, slice(0, 12))


def test_arrow_keys_go_through_the_gallery_and_the_inspector_follows(page, judged):
    run, probabilities = judged
    page.images.select_run(run)
    rows = page.gallery.rows
    QTest.keyClick(page.gallery, Qt.Key.Key_Right)
    QTest.keyClick(page.gallery, Qt.Key.Key_Right)
    row = int(rows[1])
    assert page.images.sample == page.gallery.selected == row
    assert page.sample._name.text() == f"No. {row + 1}"
    assert "taken for" in page.sample._answer.text()
    assert not page.inside.isHidden()
    shown = [share for _, share, _ in page.sample.bars._lines]
    np.testing.assert_array_equal(shown, probabilities[row])


def test_an_image_is_found_where_it_is_drawn(page, judged):
    page.images.select_run(judged[0])
    page.choice.choice.button("least certain").click()
    drawn = dict(page.gallery._in_sight())
    assert len(drawn) == 19
    for row, place in drawn.items():
        assert page.gallery._row_at(place.center()) == row


def test_predictions_of_other_images_are_not_drawn_on_these(page, judged, tmp_path):
    run, _ = judged
    page.images.open_images(write_images(tmp_path / "fewer", 30))
    page.images.select_run(run)
    assert page._gallery_stack.currentIndex() == 1
    assert "have changed" in page._none.text()


def test_the_unknown_image_belongs_to_no_part_and_no_error(page, judged):
    page.images.select_run(judged[0])
    assert page.judged is not None
    assert page.judged.part(59) == ""
    assert page.judged.is_right(59) is None
    everywhere = page.judged.rows(Wanted("errors"))
    assert 59 not in everywhere
    assert page.judged.class_names == NAMES


def test_predictions_and_job_are_taken_away(page, images, judged, said, tmp_path):
    run, _ = judged
    page.exports.predictions(run, str(tmp_path / "out.csv"))
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(images)
    assert said.pop() == f"60 images written to {tmp_path / 'out.csv'}."
    page.exports.predictions(run, str(tmp_path / "out.tif"))
    assert "should end in" in said.pop()
    page.exports.job(run, str(tmp_path / "job.toml"))
    job = read_any_job(tmp_path / "job.toml")
    assert isinstance(job, ImageJob)
    assert said.pop() == "Saved as job.toml."


def test_classes_head_the_columns_by_name_where_there_is_room(page, judged):
    page.images.select_run(judged[0])
    cells = page.figures.confusion
    names = ["circle", "square", "triangle"]
    counts = np.eye(3, dtype=np.int64)
    cells.resize(420, 120)
    cells.show_counts(names, counts)
    assert [cells.horizontalHeaderItem(code).text() for code in range(3)] == names
    cells.resize(160, 120)
    assert [cells.horizontalHeaderItem(code).text() for code in range(3)] == ["1", "2", "3"]
    assert cells.verticalHeaderItem(2).text() == "3 triangle"


def test_names_of_classes_keep_a_column(page, judged):
    page.images.select_run(judged[0])
    scores = page.figures.scores
    scores.resize(200, 120)
    assert scores.columnWidth(0) >= 60


def test_tables_of_few_classes_leave_no_gap(page, judged, qtbot):
    page.images.select_run(judged[0])
    figures = page.figures
    qtbot.waitUntil(lambda: figures.height() == figures.maximumHeight())
    below = figures._how.geometry().top() - figures.confusion.geometry().bottom()
    assert below < 10
    assert figures.height() - figures.confusion.height() < 80


# --- what it is worth beside the pictures ---------------------------------------------------


@pytest.fixture
def verdict_written(judged, images):
    """The run, with the verdict that its predictions lead to."""
    run, probabilities = judged
    rows = np.flatnonzero(images.is_test & (images.labels >= 0))
    said = probabilities[rows]
    held_out = HeldOut(images.labels[rows], said.argmax(axis=1), said, rows, NAMES)
    protocol = {"name": "hold_out", "folds": 0, "of_source": True, "test_part": None}
    write_json(run.verdict_path, verdict_of(held_out, None, None, protocol, "samples", seed=1))
    return run


def test_the_verdict_stands_beside_the_pictures(page, verdict_written):
    page.images.select_run(verdict_written)
    tabs = page.tabs
    verdict = verdict_written.verdict()
    said = tabs._words.text()
    assert said.startswith("Judged on 19 samples that the source keeps for testing. ")
    table = tabs.figures.table
    value = verdict["held_out"]["figures"]["balanced_accuracy"]["value"]
    assert table.item(0, 1).text() == f"{value:.3f}"
    assert tabs.classes.table.rowCount() == 3
    # there is no map whose area they could capture
    assert [tabs.curves.tabs.isTabVisible(place) for place in range(5)] == [True] * 3 + [False] * 2
    assert tabs.methods.button.isEnabled()


def test_a_run_of_an_earlier_version_has_its_pictures_and_the_way_to_a_verdict(page, judged):
    page.images.select_run(judged[0])
    assert page.tabs._words.text().startswith("No verdict")
    assert page.tabs.figures.is_empty
    assert not page.tabs.methods.button.isEnabled()
    assert "images held out" in page.tabs.methods.button.toolTip()


def test_other_methods_are_asked_for_once_and_shown(page, verdict_written, monkeypatch):
    run, asked = verdict_written, []

    def answer(words, done, failed):
        asked.append(words)
        assert not page.tabs.methods.button.isEnabled()
        found = baselines()
        found["of"][-1] |= {"learned": 2040, "offered": 54000}
        write_json(run.baselines_path, found)
        done(Finished(message("done")))

    page.images.select_run(run)
    monkeypatch.setattr(page.services.tasks, "ask", answer)
    page.tabs.methods.button.click()
    assert asked == [["judge", str(run.path), "--out", str(run.path), "--baselines"]]
    assert page.tabs.methods.button.isEnabled()
    assert page.tabs.baselines.table.rowCount() == len(baselines()["of"])
    last = method_name(baselines()["of"][-1])
    assert page.tabs._thinned.text().startswith(f"{last} learned from 2,040 of 54,000 images. ")
    page.images.select_run(None)
    assert page.tabs.baselines.is_empty
    assert page.tabs._thinned.isHidden()


def test_without_an_error_all_are_said_to_be_right(page):
    page.choice.show_classes(NAMES)
    page.choice.show_count(0)
    assert page.choice.count.text() == "All are classified right"
    page.choice.show_cell(0, 2)
    page.choice.show_count(0)
    assert page.choice.count.text() == "No image of class 0 was taken for 2"
