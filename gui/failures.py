"""Bugs of ours: written to the log with their traceback, and shown with an offer to copy it."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from core.places import window_log_path

_log = logging.getLogger("anomalyst")


class FailureHook(QObject):
    """Stands in for `sys.excepthook`; the dialog is opened by whoever listens to `caught`."""

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook
        path = window_log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))

    def install(self) -> None:
        """Catch what no one caught, from now on."""
        _log.addHandler(self._handler)
        sys.excepthook = self._take

    def uninstall(self) -> None:
        """Leave errors to whoever caught them before."""
        sys.excepthook = self._before
        _log.removeHandler(self._handler)
        self._handler.close()

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log_bug(text)
        self.caught.emit(text)


def log_bug(details: str) -> None:
    """Write a traceback to the log that the dialog names."""
    _log.error("%s", details)


def show_bug(parent: QWidget, sentence: str, details: str) -> None:
    """Open a dialog that says what happened and offers to copy the traceback."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("failures", "Something went wrong"))
    box.setText(sentence)
    box.setInformativeText(
        translate(
            "failures", "Your data and runs are safe. The details are in the log: {path}"
        ).format(path=window_log_path())
    )
    box.setDetailedText(details)
    copy = box.addButton(translate("failures", "Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
