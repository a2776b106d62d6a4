"""The way from the Train page to a search and back; on the window itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.job import Judging
from gui import theme
from gui.furniture import Furniture
from gui.language import Language
from gui.pages.train_page import TrainPage
from gui.searching.search_view import SearchView
from gui.services import Services
from gui.settings import Settings
from gui.window import MainWindow
from tests.core.searching.small_searches import write_noise
from tests.gui.searching.small_search import Worker
from tests.gui.test_map_page import table_info


@pytest.fixture
def page(
    qtbot: QtBot, qapp: QApplication, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TrainPage]:
    """The Train page of a window on a table of noise, judged by folds, without any process."""
    monkeypatch.setattr("gui.searching.searcher.WorkerClient", Worker)
    theme.apply(qapp, "light")
    settings = Settings()
    window = MainWindow(settings, Language(qapp))
    window._furnish_with(Services(settings, window))
    assert isinstance(window.furniture, Furniture)
    session = window.furniture.services.session
    table = write_noise(tmp_path / "noise.csv")
    session.open_table(table_info(table, tmp_path / "cache", "--target", "rock"))
    session.set_judging(Judging(protocol="folds", folds=4))
    yield train_page(window)
    window.close()
    window.deleteLater()


def train_page(window: MainWindow) -> TrainPage:
    furniture = window.furniture
    assert isinstance(furniture, Furniture)
    furniture.show_page("train")
    found = furniture.page("train")
    assert isinstance(found, TrainPage)
    return found


def opened(page: TrainPage) -> SearchView:
    page.way_in.button.click()
    assert page._search is not None
    return page._search


def test_a_search_stands_in_place_of_the_run_and_outlives_the_page(
    qtbot: QtBot, page: TrainPage
) -> None:
    assert page.way_in.button.text() == "Search settings…"
    view = opened(page)
    assert page._title.text() == "Search for settings"
    assert page.views.isHidden()
    assert page.buttons.isHidden()
    assert page.slow.isHidden()
    assert page.training_side.isHidden()
    assert not view.buttons.isHidden()
    for widget in (view.trials.table, view.side.form):
        page.search()
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert view.isHidden()
        assert view.side.isHidden()
        assert not page.views.isHidden()
        assert not page.slow.isHidden()
    assert page._title.text() == "Train"

    # a CNN is not searched, and a run that begins is what one wants to see
    page.search()
    page.session.set_method("cnn")
    assert page.way_in.isHidden()
    assert view.isHidden()
    page.session.set_method("bp")
    assert not page.way_in.isHidden()
    page.search()
    page.services.trainer.state_changed.emit("starting")
    assert view.isHidden()

    page.search()
    view.buttons.start.click()
    folder = view.shown.folder
    assert folder is not None
    view.side.back.click()
    assert page.way_in.button.text() == "A search goes on…"
    window = page.furniture.window
    window.rebuild()
    again = train_page(window)
    assert again is not page
    assert again.way_in.button.text() == "A search goes on…"
    view = opened(again)
    assert view.shown.folder == folder
    assert view.is_live
