"""A search on show: found again, gone on with, and its winner taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.events import Finished, TaskProgress
from core.job import Judging
from core.job_file import read_job
from core.searching.given import read_search
from core.searching.listing import searches_folder
from core.searching.results import Trial
from core.searching.settings import Search
from core.searching.telling import SEARCHING
from datasets.messages import message
from gui.pages.page import Page
from gui.searching.search_view import SearchView
from gui.services import Services
from gui.settings import Settings
from gui.table_info import TableInfo
from tests.core.searching.small_searches import write_noise
from tests.gui.searching.small_search import Worker, said, setting, write_search
from tests.gui.test_map_page import table_info

NAME = "20260304-050607-noise"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> TableInfo:
    """A table of noise, read once."""
    folder = tmp_path_factory.mktemp("noise")
    return table_info(write_noise(folder / "noise.csv"), folder / "cache", "--target", "rock")


class BarePage(Page):
    """Says where it was led, and what was said."""

    def __init__(self, services: Services) -> None:
        exporting = SimpleNamespace(ask_path=lambda *_: "")
        super().__init__(SimpleNamespace(services=services, exporting=exporting))  # type: ignore[arg-type]
        self.pages: list[str] = []
        self.spoken: list[tuple[str, Callable[[], object] | None]] = []
        self.listen(services.page_wanted, self.pages.append)
        self.listen(services.said, lambda text, *rest: self.spoken.append((text, rest[-1])))


@pytest.fixture
def page(
    qtbot: QtBot, home: Path, table: TableInfo, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BarePage]:
    """A page on a table of noise, judged by folds."""
    monkeypatch.setattr("gui.searching.searcher.WorkerClient", Worker)
    services = Services(Settings())
    services.session.open_table(table)
    services.session.set_judging(Judging(protocol="folds", folds=4))
    made = BarePage(services)
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    yield made
    made.dispose()
    services.close()


@pytest.fixture
def view(page: BarePage) -> SearchView:
    made = SearchView(page.furniture, page)
    page.side.addWidget(made.side)
    made.arrive()
    return made


def worker_of(view: SearchView) -> Worker:
    assert isinstance(view.searcher.worker, Worker)
    return view.searcher.worker


def kept(page: BarePage, **settings: Any) -> Any:
    """Write a search of the job as it stands, as an earlier window left it."""
    return write_search(searches_folder(None) / NAME, page.session.job(), **settings)


def test_a_protocol_that_cannot_judge_it_is_told_with_the_way(
    page: BarePage, view: SearchView
) -> None:
    page.session.set_judging(Judging(protocol="validation"))
    assert "the validation part only chooses" in view.head.obstacle.text
    assert not view.buttons.start.isEnabled()
    view.head.obstacle.button.click()
    assert page.pages == ["judge"]
    page.session.set_judging(Judging(protocol="folds"))
    assert view.buttons.start.isEnabled()
    assert view.head.obstacle.text == ""
    assert view.side.judged_by.text() == "Judged by Stratified folds…"


def test_a_new_search_is_begun_in_a_folder_of_its_own(page: BarePage, view: SearchView) -> None:
    view.side.form.set_value(Search(trials=9, scheduler="tcp://a:1"))
    view.buttons.start.click()
    folder = view.shown.folder
    assert folder is not None
    assert folder.path.parent == searches_folder(None)
    assert folder.path.name.endswith("-noise")
    assert read_job(folder.job_path) == page.session.job()
    assert read_search(folder.search_path).trials == 9
    assert worker_of(view).sent[0][1] == str(folder.job_path)
    assert page.services.settings.scheduler == "tcp://a:1"
    assert view.head.words.text() == "The table is being read…"
    assert not view.buttons.start.isEnabled()
    assert not view.buttons.pause.isEnabled()
    assert view.buttons.stop.isEnabled()
    assert not any(row.isEnabled() for row in view.side.form.rows.values())


def test_trials_are_shown_as_they_end(page: BarePage, view: SearchView) -> None:
    view.buttons.start.click()
    folder, worker = view.shown.folder, worker_of(view)
    assert folder is not None
    assert page.session.job() is not None
    folder.begin(view.shown.job, read_search(folder.search_path), "")  # type: ignore[arg-type]
    worker.received.emit(TaskProgress(SEARCHING, 0, 64))
    folder.write_trial(Trial(0, None, (0.5, 0.6), 1.0), said())
    worker.received.emit(TaskProgress(SEARCHING, 1, 64))
    view._read_soon.flush()
    assert view.trials.model.rowCount() == 1
    assert view.plot.legend.value("score") == "0.550"
    assert view.head.words.text().startswith("1 of 64 trials. Trials are carried out.")
    assert view.head.bar.value() == 1
    view.buttons.pause.click()
    assert view.buttons.pause.text() == "Resume"
    assert "Paused" in view.head.words.text()
    view.buttons.pause.click()
    folder.write_trial(Trial(1, setting(1), (0.9, 0.6), 1.0), said())
    view.arrive()
    assert view.trials.model.rowCount() == 2
    view.buttons.stop.click()
    assert view.buttons.stop.text() == "Leave at once"
    assert worker.said == ["pause", "resume", "stop"]
    worker.received.emit(Finished(message("Done.")))
    assert view.buttons.start.text() == "Go on"
    assert "interrupted before its verdict" in view.head.words.text()
    assert not view.head.verdict.isVisible()


def test_a_search_of_an_earlier_window_goes_on(page: BarePage, view: SearchView) -> None:
    folder = kept(page, ended=False, trials=8, units=(2, 40))
    view.arrive()
    assert view.side.list.count() == 2
    assert view.shown.is_new
    view.side.list.setCurrentIndex(1)
    assert view.shown.folder == folder
    assert "26" in view.side.list.currentText()
    assert view.trials.model.rowCount() == 5
    assert "5 of 8 trials. It was interrupted" in view.head.words.text()
    form = view.side.form
    assert form.value().units == (2, 40)  # type: ignore[union-attr]
    assert form.rows["trials"].isEnabled()
    assert not form.rows["units"].isEnabled()
    page.session.set_training(page.session.training.model_copy(update={"epochs": 77}))
    assert view.side._changed.text() == "The job has other settings now: Epoch limit."
    form.rows["trials"].set_value(20)  # type: ignore[arg-type]
    view.buttons.start.click()
    assert read_search(folder.search_path).trials == 20
    # the job that is searched stays what it was
    assert read_job(folder.job_path).training.epochs != 77


def test_the_winner_becomes_the_job_and_can_be_given_back(page: BarePage, view: SearchView) -> None:
    folder = kept(page)
    mine = page.session.job()
    view.show_search(folder)
    assert "macro-F1 is 0.612" in view.head.verdict.text()
    assert not view.buttons.start.isEnabled()
    assert "ask for more" in view.buttons.start.toolTip()
    view.head.use.click()
    found = page.session.job()
    assert found == read_job(folder.best_path)
    assert found != mine
    assert found is not None
    assert found.network.layers == "3-6-2"
    text, take_back = page.spoken[-1]
    assert "those of trial 2" in text
    assert take_back is not None
    take_back()
    assert page.session.job() == mine


def test_the_job_of_the_winner_is_saved(
    page: BarePage, view: SearchView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = kept(page)
    path = tmp_path / "found.toml"
    exporting = page.furniture.exporting
    monkeypatch.setattr(exporting, "ask_path", lambda *_: str(path))
    view.show_search(folder)
    view.head.save.click()
    assert read_job(path) == read_job(folder.best_path)
    assert page.spoken[-1][0] == "Saved as found.toml."
    path.unlink()
    path.mkdir()
    view.head.save.click()
    assert str(path) in page.spoken[-1][0]


def test_a_verdict_of_fewer_trials_is_none(page: BarePage, view: SearchView) -> None:
    folder = kept(page, trials=9)
    view.show_search(folder)
    assert view.shown.has_verdict
    folder.write_trial(Trial(5, setting(5), (0.1, 0.1, 0.1), 1.0), said())
    view.show_search(folder)
    assert not view.shown.has_verdict
    assert "6 of 9 trials" in view.head.words.text()


def test_a_damaged_search_is_told(page: BarePage, view: SearchView) -> None:
    folder = kept(page)
    folder.search_path.write_text("no toml", encoding="utf-8")
    view.show_search(folder)
    assert "cannot be read" in view.buttons.start.toolTip()
    assert not view.head.use.isVisible()


def test_another_table_has_other_searches(page: BarePage, view: SearchView, tmp_path: Path) -> None:
    view.show_search(kept(page))
    other = write_noise(tmp_path / "other.csv", seed=9)
    page.session.open_table(table_info(other, tmp_path / "cache", "--target", "rock"))
    assert view.shown.is_new
    assert view.side.list.isHidden()
    assert view.trials.model.rowCount() == 0
