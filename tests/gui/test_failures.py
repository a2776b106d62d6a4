"""A bug of ours goes to the log with its traceback, and to a dialog that offers to copy it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.failures import FailureHook, show_bug


def test_an_error_reaches_the_log_and_the_listener(
    qtbot: QtBot, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = sys.excepthook
    hook = FailureHook()
    hook.install()
    try:
        with qtbot.waitSignal(hook.caught) as caught:
            try:
                raise ValueError("a bug of ours")
            except ValueError as error:
                sys.excepthook(type(error), error, error.__traceback__)
    finally:
        hook.uninstall()
    assert caught.args is not None
    assert "a bug of ours" in caught.args[0]
    assert "Traceback" in (home / "log" / "window.log").read_text(encoding="utf-8")
    assert sys.excepthook is before
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_the_dialog_copies_the_details(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_bug(parent, "Something went wrong.", "Traceback: here")
    box = parent.findChild(QMessageBox)
    assert box is not None
    copy = next(button for button in box.buttons() if "Copy" in button.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback: here"
    box.close()
