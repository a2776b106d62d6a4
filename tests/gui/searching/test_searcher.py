"""A search as the window sees it: begun, paused, stopped, left, refused, and lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.events import Failed, Finished, Notice, TaskProgress
from core.searching.folder import SearchFolder
from core.searching.listing import write_asked
from core.searching.settings import Search
from core.searching.telling import READING, SEARCHING
from datasets.messages import message
from gui.searching.searcher import Searcher, searcher_of
from tests.core.searching.small_searches import noise_job
from tests.gui.searching.small_search import Worker, write_search


class Services(QObject):
    """Keeps what is said."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.spoken: list[str] = []
        self.failures: list[str] = []

    def say(self, text: str, *_: Any) -> None:
        self.spoken.append(text)

    def show_search(self, search: object) -> None:
        self.shown = search

    def say_failure(self, failure: object, traceback: str = "") -> None:
        self.failures.append(str(failure))


@pytest.fixture
def services(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Services:
    monkeypatch.setattr("gui.searching.searcher.WorkerClient", Worker)
    return Services()


@pytest.fixture
def searcher(services: Any) -> Searcher:
    return searcher_of(services)


@pytest.fixture
def folder(tmp_path: Path) -> SearchFolder:
    return write_search(tmp_path / "search", ended=False)


def worker_of(searcher: Searcher) -> Worker:
    assert isinstance(searcher.worker, Worker)
    return searcher.worker


def begun(searcher: Searcher, folder: SearchFolder) -> Worker:
    """Begin a search whose first trial has ended."""
    searcher.search(folder)
    worker = worker_of(searcher)
    worker.received.emit(TaskProgress(SEARCHING, 1, 5))
    return worker


def test_there_is_one_for_the_program(services: Any) -> None:
    assert searcher_of(services) is searcher_of(services)


def test_it_is_searching_once_the_table_is_read(searcher: Searcher, folder: SearchFolder) -> None:
    searcher.search(folder)
    worker = worker_of(searcher)
    words = worker.sent[0]
    assert words[:2] == ["search", str(folder.job_path)]
    assert words[words.index("--settings") + 1] == str(folder.search_path)
    worker.received.emit(TaskProgress(READING, 0, 1))
    assert searcher.state == "starting"
    searcher.pause()
    assert worker.said == []
    worker.received.emit(TaskProgress(SEARCHING, 0, 5))
    assert searcher.state == "searching"
    worker.received.emit(Finished(message("Done.")))
    assert searcher.state == "idle"
    # the process goes with its search
    assert worker.hung_up
    assert searcher.worker is None


def test_pause_resume_and_stop(searcher: Searcher, folder: SearchFolder) -> None:
    worker = begun(searcher, folder)
    searcher.pause()
    searcher.pause()
    assert searcher.state == "paused"
    searcher.resume()
    searcher.stop()
    assert worker.said == ["pause", "resume", "stop"]
    assert searcher.state == "stopping"
    assert not worker.hung_up
    # asked again it does not wait for the trials under way
    searcher.stop()
    assert worker.hung_up
    worker.died.emit()
    assert searcher.state == "idle"


def test_the_time_left_begins_anew_after_a_pause(
    searcher: Searcher, folder: SearchFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("gui.searching.searcher.time.monotonic", lambda: now[0])
    worker = begun(searcher, folder)
    now[0] = 10.0
    worker.received.emit(TaskProgress(SEARCHING, 3, 5))
    assert searcher.left == 10.0
    searcher.pause()
    now[0] = 1000.0
    searcher.resume()
    worker.received.emit(TaskProgress(SEARCHING, 3, 5))
    now[0] = 1005.0
    worker.received.emit(TaskProgress(SEARCHING, 4, 5))
    assert searcher.left == 5.0


def test_one_left_says_nothing_of_it(
    searcher: Searcher, folder: SearchFolder, services: Services
) -> None:
    worker = begun(searcher, folder)
    searcher.leave()
    worker.received.emit(Notice(message("Interrupted; the same command goes on with the search.")))
    worker.died.emit()
    assert services.spoken == []


def test_one_that_has_not_been_given_to_its_process_is_dropped(
    searcher: Searcher, folder: SearchFolder
) -> None:
    searcher.search(folder)
    worker = worker_of(searcher)
    worker.waits = True
    searcher.stop()
    assert worker.killed


def test_a_process_that_is_lost_is_told(
    searcher: Searcher, folder: SearchFolder, services: Services
) -> None:
    ended: list[object] = []
    searcher.ended.connect(ended.append)
    worker = begun(searcher, folder)
    worker.died.emit()
    assert "no trial that ended is lost" in services.spoken[0]
    assert ended == [folder]
    assert folder.path.exists()


def test_one_that_is_refused_leaves_no_folder(
    searcher: Searcher, tmp_path: Path, services: Services
) -> None:
    folder = SearchFolder(tmp_path / "new")
    write_asked(folder, noise_job(tmp_path / "noise.csv"), Search())
    searcher.search(folder)
    worker_of(searcher).received.emit(Failed(message("No sample can be held out.")))
    assert services.failures == ["No sample can be held out."]
    assert not folder.path.exists()
    assert not searcher.active


def test_what_was_worked_around_is_said_together(
    searcher: Searcher, folder: SearchFolder, services: Services
) -> None:
    worker = begun(searcher, folder)
    for said in ("One.", "Two."):
        worker.received.emit(Notice(message(said)))
    assert services.spoken[-1] == "One. Two."


def test_the_end_of_the_program_ends_the_process(searcher: Searcher, folder: SearchFolder) -> None:
    worker = begun(searcher, folder)
    searcher.close()
    assert worker.hung_up
    searcher.close()
