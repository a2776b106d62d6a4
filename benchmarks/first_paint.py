"""A process that starts a window, says when it was painted, and ends; `startup` starts it.

It imports nothing that one of the two windows would not load anyway, or it would weigh on both
and make them look alike.
"""

import gc
import os
import sys
import time

import PySide6.QtCore as Core
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(Core.QObject):
    """Waits for the first paint event of one window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: Core.QObject, event: Core.QEvent) -> bool:
        if event.type() == Core.QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # the window paints itself first, then all its children, before it comes back to the
            # event loop; only then is it a picture
            Core.QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        # the clock counts from the start of the machine, so the parent can compare it with its own
        print(time.monotonic(), flush=True)
        # what our window loads after its first picture is no part of this, and need not be awaited
        os._exit(0)


def empty() -> int:
    """Start a window with nothing in it, in the style and size of ours."""
    app = QApplication(sys.argv)
    app.setStyle("Fusion")
    window = QMainWindow()
    window.resize(1280, 800)
    FirstPaint(window)
    window.show()
    return app.exec()


def anomalyst() -> int:
    """Start the window as ``main.py`` does, with a watch on it."""
    # as main.py does it
    gc.disable()
    import gui.app as started

    make = started.make_window

    def make_watched(app: QApplication) -> QMainWindow:
        window = make(app)
        FirstPaint(window)
        return window

    started.make_window = make_watched  # type: ignore[assignment]
    return started.main()


if __name__ == "__main__":
    sys.exit({"empty": empty, "anomalyst": anomalyst}[sys.argv[1]]())
