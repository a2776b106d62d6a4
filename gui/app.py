"""Starting the window: painted first with Qt alone, furnished once it is on screen."""

from __future__ import annotations

import gc
import signal
import sys

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.places import NAME
from gui import theme
from gui.language import Language
from gui.settings import Settings
from gui.window import MainWindow


def make_application(words: list[str]) -> QApplication:
    """Return the application object with the program's name on it."""
    QCoreApplication.setApplicationName(NAME)
    QCoreApplication.setOrganizationName(NAME)
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(words)
    app.setApplicationDisplayName(NAME)
    return app


def make_window(app: QApplication) -> MainWindow:
    """Return the window in the remembered language, colours and layout, not yet shown."""
    settings = Settings()
    language = Language(app)
    language.install(settings.language)
    theme.apply(app, settings.scheme, text_scale=settings.text_scale)
    return MainWindow(settings, language)


def main() -> int:
    """Run the window until it is closed; return the exit code."""
    app = make_application(sys.argv)
    window = make_window(app)
    # what was imported stays to the end: without it a collection takes a tenth of the time
    window.furnished.connect(gc.freeze)
    window.show()
    _let_python_see_signals(app, window)
    return app.exec()


def _let_python_see_signals(app: QApplication, window: MainWindow) -> None:
    """Ctrl+C in the terminal closes the window; Python only looks when it gets a turn."""
    signal.signal(signal.SIGINT, lambda number, frame: window.close())
    heartbeat = QTimer(app, interval=500)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
