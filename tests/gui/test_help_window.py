"""The help window shows chapters of the guide with their pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.help_window import HelpWindow

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_pictures_are_as_wide_as_the_window(qtbot: QtBot, language: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = HelpWindow(parent)
    window.show_page("survey", language)
    name = "train-light.png" if language == "en" else "train-dark-zh_CN.png"
    picture = window._text.loadResource(IMAGE, QUrl(f"../../screenshots/{name}"))
    assert 300 < picture.width() / picture.devicePixelRatio() < window._text.viewport().width()
    assert not window._text.horizontalScrollBar().isVisible()


def test_a_chapter_is_read_from_the_folder_of_its_language(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = HelpWindow(parent)
    for language, said in (("en", "Background"), ("zh_CN", "缓冲距离")):
        window.show_page("labels", language)
        assert said in window._text.toPlainText()
