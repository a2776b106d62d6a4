"""The one window: rail, page, inspector and status bar. It arranges; the pages decide."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.banner import Banner
from gui.collector import Collector
from gui.language import Language, ensure_chinese_font
from gui.preloader import Preloader
from gui.rail import Rail
from gui.room import Room, Stack
from gui.settings import Settings
from gui.status_bar import StatusBar
from gui.welcome import Welcome

if TYPE_CHECKING:
    from gui.furniture import Furniture

INSPECTOR_WIDTH = 336


class MainWindow(QMainWindow):
    """Painted at once with the welcome page; furnished with everything else afterwards."""

    furnished = Signal()

    def __init__(self, settings: Settings, language: Language) -> None:
        super().__init__()
        self.settings = settings
        self.language = language
        self.furniture: Furniture | None = None
        self._asked_early: list[tuple[str, str]] = []
        self._painted = False
        self._collector = Collector(self)
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._build_shell()
        self.restoreGeometry(settings.layout("window"))
        self._preloader = Preloader(self)
        self._preloader.finished.connect(self._furnish)
        self._preloader.failed.connect(self._raise)

    # --- the shell ---------------------------------------------------------------------

    def _build_shell(self) -> None:
        self.rail = Rail(
            [
                self.tr("Data"),
                self.tr("Explore"),
                self.tr("Anomalies"),
                self.tr("Prepare"),
                self.tr("Network"),
                self.tr("Train"),
                self.tr("Judge"),
                self.tr("Map"),
                self.tr("Runs"),
            ]
        )
        self.banner = Banner()
        self.pages = Stack()
        self.inspectors = Stack()
        # letters that are larger need more room, as far as the window has it
        wider = min(theme.text_scale(), 1.35)
        self.inspectors.setMinimumWidth(round(300 * wider))
        self.status = StatusBar()
        self.welcome = Welcome(self.settings)
        self.welcome.wanted.connect(self.open)
        self.pages.addWidget(self.welcome)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(Room(self.pages))
        self.splitter.addWidget(self.inspectors)
        self.splitter.setStretchFactor(0, 1)
        inspector = round(INSPECTOR_WIDTH * wider)
        self.splitter.setSizes([1280 - 92 - inspector, inspector])
        self.inspectors.hide()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.splitter, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(middle, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.rail.setEnabled(False)
        self.setWindowTitle("")

    def rebuild(self) -> None:
        """Build everything on screen anew, in the present language and colours."""
        if self.furniture is None:
            return
        page = self.furniture.current
        services = self.furniture.services
        self.furniture.dispose()
        layout = self.splitter.saveState()
        self.menuBar().clear()
        old = self.takeCentralWidget()
        self._build_shell()
        if old is not None:
            old.deleteLater()
        self._furnish_with(services)
        self.splitter.restoreState(layout)
        self.furniture.show_page(page)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._preloader.start)

    # --- furnishing --------------------------------------------------------------------

    def _furnish(self) -> None:
        from gui.services import Services

        if self.furniture is None:
            # data may be Chinese in an English window; asking for fonts delays its first picture
            ensure_chinese_font()
            services = Services(self.settings, self)
            self._furnish_with(services)
            services.tasks.worker.start()
            QTimer.singleShot(800, services.trainer.worker.start)
            self.furnished.emit()
            asked, self._asked_early = self._asked_early, []
            for kind, what in asked:
                self.open(kind, what)

    def _furnish_with(self, services: object) -> None:
        from gui.furniture import Furniture
        from gui.services import Services

        assert isinstance(services, Services)
        self.furniture = Furniture(self, services)
        self.rail.setEnabled(True)
        state = self.settings.layout("splitter")
        if isinstance(state, QByteArray) and not state.isEmpty():
            self.splitter.restoreState(state)

    def _raise(self, error: Exception) -> None:
        raise error

    # --- opening -----------------------------------------------------------------------

    def open(self, kind: str, what: str) -> None:
        """Open something: kind "example", "path", "untitled", or "ask" for a file dialog."""
        if self.furniture is None:
            self._asked_early.append((kind, what))
            self.status.show_text(self.tr("Starting…"))
            return
        self.furniture.open(kind, what)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.open("path", url.toLocalFile())
                return

    # --- settings that change the whole window -----------------------------------------

    def set_language(self, code: str) -> None:
        """Speak another language at once."""
        self.settings.language = code
        self.language.install(code)
        self.rebuild()

    def set_scheme(self, scheme: theme.Choice) -> None:
        """Change the colours at once; `scheme` is "light", "dark" or "system"."""
        self.settings.scheme = scheme
        self._look_anew()

    def set_text_scale(self, scale: float) -> None:
        """Make every text larger by a factor, at once."""
        self.settings.text_scale = scale
        self._look_anew()

    def _look_anew(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.settings.scheme, text_scale=self.settings.text_scale)
        self.rebuild()

    # --- closing -----------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.furniture is not None:
            if self.furniture.services.trainer.active and not self._may_close():
                event.ignore()
                return
            try:
                self.furniture.opening.keep_untitled()
            except OSError as error:
                logging.getLogger("anomalyst").error("unsaved work was not kept: %s", error)
            self.hide()
            self.furniture.dispose()
            self.furniture.services.close()
        self._preloader.wait()
        self._collector.end()
        self.settings.set_layout("window", self.saveGeometry())
        if not self.inspectors.isHidden():
            self.settings.set_layout("splitter", self.splitter.saveState())
        self.settings.save()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("A run is in training."))
        box.setInformativeText(
            self.tr("Its checkpoint is kept: it can be resumed from the Runs page.")
        )
        close = box.addButton(self.tr("Close, resume later"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Keep training"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is close
