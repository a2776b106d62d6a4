"""What fills the window once it is painted: pages, actions, and the state of the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from core.project import SUFFIX
from datasets.images.suffixes import IMAGE_SUFFIXES
from datasets.messages import Message
from datasets.suffixes import OPENED_SUFFIXES
from gui import icons
from gui.actions import Actions
from gui.exporting import Exporting
from gui.failures import show_bug
from gui.image_pages.cnn_page import CNNPage
from gui.image_pages.draw_page import DrawPage
from gui.image_pages.image_inside_page import ImageInsidePage
from gui.image_pages.image_judge_page import ImageJudgePage
from gui.image_pages.image_prepare_page import ImagePreparePage
from gui.image_pages.image_train_page import ImageTrainPage
from gui.image_pages.images_page import ImagesPage
from gui.image_road import ImageRoad
from gui.opening import Opening
from gui.pages.anomalies_page import AnomaliesPage
from gui.pages.data_page import DataPage
from gui.pages.explore_page import ExplorePage
from gui.pages.import_page import ImportPage
from gui.pages.judge_page import JudgePage
from gui.pages.map_page import MapPage
from gui.pages.network_page import NetworkPage
from gui.pages.page import Page
from gui.pages.perceptron_page import PerceptronPage
from gui.pages.prepare_page import PreparePage
from gui.pages.runs_page import RunsPage
from gui.pages.train_page import TrainPage
from gui.road import Road
from gui.running import Running
from gui.services import Services
from gui.telling import Telling
from gui.translating import core_message

if TYPE_CHECKING:
    from gui.window import MainWindow

# bytes of a file that is not read at once
LARGE = 5_000_000
# between two pages that are built ahead, longer than building one takes
BREATH_MS = 150
# more would push the page out of sight
NOTICES_SAID = 2
PAGES: dict[str, tuple[type[Page], str]] = {
    "data": (DataPage, "table"),
    "explore": (ExplorePage, "chart-histogram"),
    "anomalies": (AnomaliesPage, "bullseye-arrow"),
    "prepare": (PreparePage, "tune-variant"),
    "network": (NetworkPage, "graph-outline"),
    "train": (TrainPage, "chart-bell-curve-cumulative"),
    "judge": (JudgePage, "scale-balance"),
    "map": (MapPage, "map-outline"),
    "runs": (RunsPage, "history"),
}
IMAGE_PAGES: dict[str, tuple[type[Page], str]] = {
    "images": (ImagesPage, "image-multiple-outline"),
    "image-prepare": (ImagePreparePage, "tune-variant"),
    "cnn": (CNNPage, "graph-outline"),
    "image-train": (ImageTrainPage, "chart-bell-curve-cumulative"),
    "image-judge": (ImageJudgePage, "scale-balance"),
    "image-inside": (ImageInsidePage, "layers-search-outline"),
    "draw": (DrawPage, "draw"),
    "runs": (RunsPage, "history"),
}
# pages that need no table: the rail, which is the road of the data, has no stop for them
BESIDE: dict[str, type[Page]] = {"perceptron": PerceptronPage, "import": ImportPage}


class Furniture(QObject):
    """Connects the services with what is on screen; made anew with language and colours."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(window)
        self.window = window
        self.services = services
        self.opening = Opening(services)
        self.running = Running(services, self.opening)
        self.exporting = Exporting(services)
        self.exporting.table_wanted.connect(self.opening.open_path)
        self.exporting.map_wanted.connect(self._show_result)
        self.telling = Telling(window, services, self)
        self.actions = Actions(self)
        self.current = "welcome"
        self._road = Road(self)
        self._image_road = ImageRoad(self)
        self._built: dict[str, Page] = {}
        window.rail.chosen.connect(self.show_stop)
        self._connect()
        self._show_stops()
        self._show_states()
        self.telling.show_place()
        self.telling.show_work()

    def dispose(self) -> None:
        """Let go of the services, which live on when the widgets are made anew."""
        for page in self._built.values():
            page.dispose()
            page.inspector.deleteLater()
            page.deleteLater()
        self._built = {}
        for signal, slot in self._connections:
            signal.disconnect(slot)
        for part in (self.opening, self.running, self.exporting, self.actions):
            part.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        services, session, trainer = self.services, self.services.session, self.services.trainer
        self._connections: list[tuple[Any, Callable[..., None]]] = [
            (services.said, self.window.banner.say),
            (services.bug_found, self._show_bug),
            (services.page_wanted, self.show_page),
            (services.kind_changed, self._show_kind),
            (services.images.settings_changed, self._show_states),
            (services.images.settings_changed, self.window.banner.hide_error),
            (session.settings_changed, self.window.banner.hide_error),
            (services.images.run_changed, self._show_states),
            (services.images.images_changed, self.telling.show_place),
            (services.images.project_changed, self.telling.show_place),
            (services.search_changed, self.telling.show_search),
            (services.seer.progress, self.telling.show_task),
            (services.seer.idle, self.telling.show_work),
            (session.table_changed, self._show_states),
            (session.roles_changed, self._show_states),
            (session.settings_changed, self._show_states),
            (session.run_changed, self._show_states),
            (session.project_changed, self.telling.show_place),
            (session.table_changed, self.telling.show_place),
            (session.table_changed, self._leave_welcome),
            (trainer.state_changed, self._show_states),
            (trainer.state_changed, self._end_words),
            (trainer.state_changed, self.telling.show_work),
            (trainer.progressed, self.telling.show_training),
            (services.tasks.progress, self.telling.show_task),
            (services.tasks.idle, self.telling.show_work),
            (self.window.status.cancel_wanted, services.tasks.cancel),
            (self.window.status.cancel_wanted, services.seer.cancel),
            (self.opening.started, self._show_opening),
            (self.opening.opened, self._show_opened),
            (self.opening.images.started, self._show_opening),
            (self.opening.images.opened, self._show_opened_images),
            (services.failures.caught, self._show_own_bug),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    # --- pages -------------------------------------------------------------------------

    def _show_result(self, path: str, crs: str) -> None:
        """Show a classified file on the map."""
        page = self.page("map")
        if isinstance(page, MapPage):
            page.files.open(path, crs)

    def page(self, name: str) -> Page:
        """Return a page, building it at its first use."""
        if name not in self._built:
            stops = {**PAGES, **IMAGE_PAGES}
            page = stops[name][0](self) if name in stops else BESIDE[name](self)
            self._built[name] = page
            self.window.pages.addWidget(page)
            self.window.inspectors.addWidget(page.inspector)
        return self._built[name]

    def show_page(self, name: str) -> None:
        """Show a page and its inspector, or the welcome page."""
        if name != self.current:
            self.window.banner.leave_page()
        self.current = name
        if name == "welcome":
            self.window.welcome.refresh()
            self.window.pages.setCurrentWidget(self.window.welcome)
            self.window.inspectors.hide()
            self.window.rail.show_current(-1)
            return
        page = self.page(name)
        self.window.pages.setCurrentWidget(page)
        self.window.inspectors.setCurrentWidget(page.inspector)
        self.window.inspectors.show()
        self._show_current()
        page.arrive()

    @property
    def stops(self) -> list[str]:
        """Names of the pages that the rail shows now."""
        return list(PAGES if self.services.kind == "table" else IMAGE_PAGES)

    def show_stop(self, number: int) -> None:
        """Show the page of a stop of the rail, counted from 0."""
        if number < len(self.stops):
            self.show_page(self.stops[number])

    def _show_current(self) -> None:
        stops = self.stops
        self.window.rail.show_current(stops.index(self.current) if self.current in stops else -1)

    def _show_stops(self) -> None:
        pages = PAGES if self.services.kind == "table" else IMAGE_PAGES
        words = self.actions.stop_words(self.services.kind)
        self.window.rail.show_stops(
            [(words[name], icons.icon(symbol)) for name, (_, symbol) in pages.items()]
        )
        self.actions.show_stops(list(words.values()))

    def _show_kind(self) -> None:
        """Show the stops of tables or of images, whichever one works on now."""
        self._show_stops()
        self._show_states()
        self._show_current()
        self.telling.show_place()

    def chapter(self) -> str:
        """Return the chapter of the guide about what is on show."""
        page = self._built.get(self.current)
        return (page.help_name if page is not None else "") or self.current

    def show_export(self) -> None:
        """Show the page that results are taken away from: without a map, the tables' own."""
        if self.services.kind == "images":
            self.show_page("image-judge")
            return
        self.show_page("map" if self.services.session.has_coordinates else "judge")

    # --- opening -----------------------------------------------------------------------

    def open(self, kind: str, what: str) -> None:
        """Do what the welcome page, a drop or a menu asks for."""
        if kind == "example":
            self.opening.open_example(what)
        elif kind == "example-images":
            self.opening.images.open_example(what)
        elif kind == "ask-folder":
            self.ask_and_open_folder()
        elif kind == "untitled":
            self.opening.restore_untitled()
        elif kind in BESIDE:
            self.show_page(kind)
        elif kind == "path":
            self.opening.open_path(what)
        else:
            self.ask_and_open()

    def ask_and_open(self) -> None:
        """Open a table or project chosen in a dialog."""
        path, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Open"),
            self.services.settings.folder(),
            self.tr("Tables, images and projects ({suffixes});;All files (*)").format(
                suffixes=" ".join(
                    f"*{suffix}" for suffix in (*OPENED_SUFFIXES, SUFFIX, *IMAGE_SUFFIXES)
                )
            ),
        )
        if path:
            self.services.settings.set_folder(path.rpartition("/")[0])
            self.opening.open_path(path)

    def ask_and_open_folder(self) -> None:
        """Open a folder of images chosen in a dialog."""
        path = QFileDialog.getExistingDirectory(
            self.window, self.tr("Open a folder of images"), self.services.settings.folder()
        )
        if path:
            self.services.settings.set_folder(path)
            self.opening.images.open(path)

    def _show_opening(self, source: str) -> None:
        self.window.banner.hide()
        self.telling.show_opening(source)
        if _is_large(source):
            # the worker reads for seconds: what shows the table is built meanwhile, page by page
            # and with a breath between them, in which the window draws and listens
            for number, name in enumerate(("data", "import")):
                QTimer.singleShot(number * BREATH_MS, self, lambda name=name: self.page(name))

    def _leave_welcome(self) -> None:
        """A table may arrive after a change of language made this furniture anew."""
        QTimer.singleShot(0, self, self._leave_if_welcome)

    def _leave_if_welcome(self) -> None:
        if self.current == "welcome" and self.services.session.table is not None:
            self.show_page("data")

    def _show_opened(self) -> None:
        session = self.services.session
        table = session.table
        if session.run is not None:
            self.show_page("map" if session.has_coordinates else "judge")
            return
        # what a project remembers was looked at before it was saved
        if table is not None and table.wants_a_look and session.project_path is None:
            self.show_page("import")
            return
        self.show_page("data")
        if table is not None and table.notices:
            self._say_notices(table.notices)

    def _show_opened_images(self) -> None:
        # warm by the time that somebody looks at a preview or draws
        self.services.seer.worker.start()
        images, run = self.services.images.images, self.services.images.run
        if run is not None and run.predictions_path.exists():
            self.show_page("image-judge")
            return
        self.show_page("images")
        if images is not None and images.notices:
            said = " ".join(core_message(notice) for notice in images.notices[:NOTICES_SAID])
            self.services.say(said, "warning")

    def _say_notices(self, notices: tuple[Message, ...]) -> None:
        """Say the first of what was worked around; all of it stands on the import page."""
        said = " ".join(core_message(notice) for notice in notices[:NOTICES_SAID])
        if len(notices) > NOTICES_SAID:
            said += " " + self.tr("{count} more.").format(count=len(notices) - NOTICES_SAID)
        self.services.say(
            said, "warning", self.tr("How it was read"), lambda: self.show_page("import")
        )

    # --- state -------------------------------------------------------------------------

    def _show_states(self) -> None:
        road = self._road if self.services.kind == "table" else self._image_road
        self.window.rail.show_states(road.states(self.services))

    def _end_words(self, state: str) -> None:
        """What was said of the run before is over when another one begins."""
        if state == "starting":
            self.window.banner.hide()

    def _show_bug(self, sentence: str, details: str) -> None:
        show_bug(self.window, sentence, details)

    def _show_own_bug(self, details: str) -> None:
        self._show_bug(self.tr("Something went wrong inside the program."), details)

    # --- words that several pages use ----------------------------------------------------

    def name_of(self, source: str) -> str:
        """Return what a table is called on screen."""
        if source == "example:copper":
            return self.tr("Copper survey (synthetic)")
        if source == "example:gold":
            return self.tr("Gold deposits (synthetic)")
        if source == "example:digits":
            return self.tr("Digits of 8 × 8 pixels")
        if source in ("example:mnist", "mnist"):
            return "MNIST"
        return source.replace("\\", "/").rpartition("/")[2]

    def obstacle_text(self) -> str:
        """Return why training cannot begin, "" when it can."""
        obstacle = self.services.working.obstacle
        return core_message(obstacle) if obstacle is not None else ""


def _is_large(source: str) -> bool:
    """Whether reading a file takes longer than building pages."""
    try:
        return Path(source).stat().st_size > LARGE
    except (OSError, ValueError):
        return False
