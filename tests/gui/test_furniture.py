"""What stands across the top of the window belongs to one page, and goes when it is over."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.image_job import CNN
from core.places import window_log_path
from datasets.messages import message
from gui import theme
from gui.furniture import Furniture
from gui.language import Language
from gui.pages.train_page import TrainPage
from gui.services import Services
from gui.settings import Settings
from gui.window import MainWindow
from tests.gui.image_pages.small_images import make_images


@pytest.fixture
def furniture(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Furniture]:
    """A window that was never shown, so that no worker was started."""
    theme.apply(qapp, "light")
    settings = Settings()
    window = MainWindow(settings, Language(qapp))
    window._furnish_with(Services(settings, window))
    assert isinstance(window.furniture, Furniture)
    yield window.furniture
    window.close()
    window.deleteLater()


def test_what_was_said_goes_with_its_page(furniture: Furniture) -> None:
    banner = furniture.window.banner
    furniture.show_page("data")
    furniture.services.say("Strokes are darker than the paper.", "warning")
    furniture.show_page("data")
    assert banner.text
    furniture.show_page("prepare")
    assert banner.text == ""
    furniture.show_page("data")
    assert banner.text == ""
    furniture.services.say("The worker of “copper” ended unexpectedly.", "error", "Resume")
    furniture.show_page("prepare")
    assert banner.text


def test_what_was_said_of_a_run_goes_when_the_next_begins(furniture: Furniture) -> None:
    furniture.services.say("All 20 epochs were trained.")
    furniture.services.trainer._set_state("training")
    assert furniture.window.banner.text
    furniture.services.trainer._set_state("starting")
    assert furniture.window.banner.text == ""
    furniture.services.trainer._set_state("idle")


@pytest.mark.parametrize(("kind", "stays"), [("error", False), ("warning", True), ("info", True)])
def test_an_error_goes_when_a_setting_changes(furniture: Furniture, kind: str, stays: bool) -> None:
    services = furniture.services
    services.say("The image size does not divide.", kind)
    services.images.set_network(CNN(name="custom", layers="FC-SOFTMAX"))
    assert bool(furniture.window.banner.text) is stays


def test_a_refused_train_is_said_once_where_it_can_be_mended(
    furniture: Furniture, tmp_path: Path
) -> None:
    furniture.running.train()
    assert furniture.current == "train"
    page = furniture.page("train")
    assert isinstance(page, TrainPage)
    assert page.obstacle.text == "Open a table first."
    assert page._sentence.text() == ""
    assert page._network.isHidden()
    assert furniture.window.banner.text == ""
    page.obstacle.button.click()
    assert furniture.current == "data"
    furniture.services.images.open_images(make_images(tmp_path / "images"))
    assert furniture.services.images.obstacle_page == ""
    furniture.services.images.set_network(CNN(name="custom", layers="CONV99-NONSENSE"))
    assert furniture.services.images.obstacle_page == "cnn"


def test_every_bug_is_in_the_log_before_its_dialog(
    furniture: Furniture, caplog: pytest.LogCaptureFixture
) -> None:
    found: list[str] = []
    furniture.services.bug_found.connect(
        lambda *_: found.append(window_log_path().read_text(encoding="utf-8"))
    )
    furniture.services.say_failure(message("It broke."), "Traceback: in the worker")
    assert "Traceback: in the worker" in found[0]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    box = furniture.window.findChild(QMessageBox)
    assert box is not None
    box.close()
