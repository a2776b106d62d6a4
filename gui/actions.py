"""Every action by name: the menus, their keys, and the list that Ctrl+K searches."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from core.places import log_folder
from core.project import SUFFIX
from gui import theme
from gui.help_window import HelpWindow
from gui.language import LANGUAGES
from gui.pages.anomalies_page import AnomaliesPage
from gui.palette import CommandPalette, plain
from gui.settings import TEXT_SCALES

if TYPE_CHECKING:
    from gui.furniture import Furniture


T = TypeVar("T", bound=str | float)


class Actions(QObject):
    """Builds the menus of the window; everything a menu does has a method elsewhere."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._furniture = furniture
        self._window = furniture.window
        self._services = furniture.services
        self.all: list[QAction] = []
        self._help: HelpWindow | None = None
        # the English text of each word on show
        self._sources: dict[str, str] = {}
        self._file_menu()
        self._go_menu()
        self._run_menu()
        self._view_menu()
        self._help_menu()
        self._services.trainer.state_changed.connect(self._show_state)
        self._services.session.settings_changed.connect(self._show_state)
        self._services.session.table_changed.connect(self._show_state)
        self._services.session.run_changed.connect(self._show_state)
        self._services.images.settings_changed.connect(self._show_state)
        self._services.kind_changed.connect(self._show_state)
        self._show_state()

    def tr(self, source: str, /, *how: Any, **named: Any) -> str:
        """Return the words of a text, and remember whose they are: Ctrl+K finds it by both."""
        word = QCoreApplication.translate("Actions", source, *how, **named)
        self._sources[word] = source
        return word

    # --- menus -------------------------------------------------------------------------

    def _file_menu(self) -> None:
        menu = self._menu(self.tr("&File"))
        furniture = self._furniture
        self._add(menu, self.tr("&Open…"), furniture.ask_and_open, "Ctrl+O")
        self._recent_menu = menu.addMenu(self.tr("Open &recent"))
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        self._add(
            menu,
            self.tr("Open the copper survey"),
            lambda: furniture.opening.open_example("copper"),
        )
        self._add(
            menu,
            self.tr("Open the gold deposits"),
            lambda: furniture.opening.open_example("gold"),
        )
        self._add(
            menu,
            self.tr("Open the digits of 8 × 8 pixels"),
            lambda: furniture.opening.images.open_example("digits"),
        )
        self._add(
            menu, self.tr("Open MNIST"), lambda: furniture.opening.images.open_example("mnist")
        )
        self._add(menu, self.tr("Open a &folder of images…"), furniture.ask_and_open_folder)
        menu.addSeparator()
        self.save = self._add(menu, self.tr("&Save project"), self.save_project, "Ctrl+S")
        self._add(menu, self.tr("Save project &as…"), self.save_project_as, "Ctrl+Shift+S")
        menu.addSeparator()
        self._add(menu, self.tr("&Export…"), furniture.show_export, "Ctrl+E")
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), self._window.close, "Ctrl+Q")

    def _go_menu(self) -> None:
        menu = self._menu(self.tr("&Go"))
        self._stops = [
            self._add(menu, word, partial(self._furniture.show_stop, number), f"Ctrl+{number + 1}")
            for number, word in enumerate(self.stop_words("table").values())
        ]
        self._add(menu, self.tr("Perceptron"), lambda: self._furniture.show_page("perceptron"))
        self._add(menu, self.tr("Welcome"), lambda: self._furniture.show_page("welcome"))
        self.reading = self._add(
            menu, self.tr("How the table was read"), partial(self._furniture.show_page, "import")
        )
        self.labels = self._add(menu, self.tr("Labels of the samples"), self._show_labels)
        menu.addSeparator()
        self._add(menu, self.tr("Find a command…"), self.find_command, "Ctrl+K")

    def _run_menu(self) -> None:
        menu = self._menu(self.tr("&Run"))
        running = self._furniture.running
        self.train = self._add(menu, self.tr("&Train"), running.train, "Ctrl+R")
        self.pause = self._add(menu, self.tr("&Pause"), running.pause_or_resume, "Ctrl+P")
        self.stop = self._add(menu, self.tr("&Stop"), running.stop, "Ctrl+.")

    def _view_menu(self) -> None:
        menu = self._menu(self.tr("&View"))
        languages = menu.addMenu(self.tr("&Language"))
        self._choice(languages, LANGUAGES, self._window.language.code, self._window.set_language)
        schemes = menu.addMenu(self.tr("&Appearance"))
        words: dict[theme.Choice, str] = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self._choice(schemes, words, self._services.settings.scheme, self._window.set_scheme)
        sizes = menu.addMenu(self.tr("&Text size"))
        percents = {scale: f"{100 * scale:.0f} %" for scale in TEXT_SCALES}
        scale = self._services.settings.text_scale
        self._choice(sizes, percents, scale, self._window.set_text_scale)

    def _help_menu(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("About this page"), self.show_help, "F1")
        self._add(menu, self.tr("Open the folder of the logs"), self._open_logs)
        self._add(menu, self.tr("About Anomalyst"), self._about)

    # --- what they do ------------------------------------------------------------------

    def save_project(self) -> None:
        """Save under the present name, or ask for one."""
        path = self._services.working.project_path
        if path is None:
            self.save_project_as()
        else:
            self._furniture.opening.save_project(path)

    def save_project_as(self) -> None:
        """Ask for a name and save the project."""
        if self._services.working.is_empty:
            self._services.say(
                self.tr("There is nothing to save yet: open a table or images first.")
            )
            return
        path, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save project"),
            self._services.settings.folder(),
            self.tr("Projects (*{suffix})").format(suffix=SUFFIX),
        )
        if path:
            self._furniture.opening.save_project(Path(path))

    def stop_words(self, kind: str) -> dict[str, str]:
        """Return what the stops of tables or of images are called, by page."""
        if kind == "images":
            return {
                "images": self.tr("Images"),
                "image-prepare": self.tr("Prepare"),
                "cnn": self.tr("Network"),
                "image-train": self.tr("Train"),
                "image-judge": self.tr("Judge"),
                "image-inside": self.tr("Inside"),
                "draw": self.tr("Draw"),
                "runs": self.tr("Runs"),
            }
        return {
            "data": self.tr("Data"),
            "explore": self.tr("Explore"),
            "anomalies": self.tr("Anomalies"),
            "prepare": self.tr("Prepare"),
            "network": self.tr("Network"),
            "train": self.tr("Train"),
            "judge": self.tr("Judge"),
            "map": self.tr("Map"),
            "runs": self.tr("Runs"),
        }

    def show_stops(self, words: list[str]) -> None:
        """Name the stops of the rail in the menu; those beyond them are hidden."""
        for action, word in zip_longest(self._stops, words):
            action.setVisible(word is not None)
            action.setEnabled(word is not None)
            if word is not None:
                action.setText(word)

    def _show_labels(self) -> None:
        page = self._furniture.page("anomalies")
        assert isinstance(page, AnomaliesPage)
        self._furniture.show_page("anomalies")
        page.show_tab("labels")

    def find_command(self) -> None:
        """Open the list of all commands; each is found by its words in any language."""
        shown = [action for action in self.all if action.isEnabled()]
        sources = [self._sources.get(action.text(), action.text()) for action in shown]
        words = self._window.language.in_all("Actions", sources)
        palette = CommandPalette(list(zip(shown, words, strict=True)))
        palette.show_over(self._window)

    def show_help(self) -> None:
        """Explain the page on show."""
        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show_page(self._furniture.chapter(), self._window.language.code)

    def _open_logs(self) -> None:
        log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def _about(self) -> None:
        QMessageBox.about(
            self._window,
            self.tr("About Anomalyst"),
            self.tr(
                "Anomalyst classifies mineral anomaly data and images of digits with BP networks "
                "and CNNs."
            ),
        )

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for name in self._services.settings.recent:
            action = self._recent_menu.addAction(name)
            action.triggered.connect(
                lambda _=False, path=name: self._furniture.opening.open_path(path)
            )
        self._recent_menu.setEnabled(True)
        if self._recent_menu.isEmpty():
            self._recent_menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _show_state(self) -> None:
        """Enable what can be done now, and name the pause as what it would do."""
        trainer = self._services.trainer
        ready = self._services.working.obstacle is None
        self.train.setEnabled(ready and not trainer.active)
        has_table = self._services.session.table is not None
        for action in (self.reading, self.labels):
            action.setEnabled(has_table)
        self.pause.setEnabled(trainer.state in ("training", "paused"))
        self.pause.setText(self.tr("&Resume") if trainer.state == "paused" else self.tr("&Pause"))
        self.stop.setEnabled(trainer.active and trainer.state != "stopping")

    # --- building ----------------------------------------------------------------------

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], key: str = "") -> QAction:
        action = QAction(text, menu)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False: do())
        menu.addAction(action)
        self.all.append(action)
        return action

    def _choice(
        self, menu: QMenu, words: dict[T, str], current: T, choose: Callable[[T], None]
    ) -> None:
        group = QActionGroup(menu)
        for value, word in words.items():
            action = self._add(menu, word, partial(choose, value))
            # in a list of all commands “Light” alone says little
            action.setIconText(f"{plain(menu.title())}: {word}")
            action.setCheckable(True)
            action.setChecked(value == current)
            group.addAction(action)
