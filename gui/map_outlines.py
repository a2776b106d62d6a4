"""The outlines over a map: files that are converted beside the window, and taken off again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.events import Finished
from core.places import table_cache_folder
from datasets.messages import Message
from gui.icons import icon
from gui.services import Services
from gui.translating import core_message

Bounds = tuple[float, float, float, float]


class OutlinesList(QWidget):
    """Names of the outline files of the session, a way to add one and to take one off."""

    drawn = Signal(list)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._bounds: Bounds | None = None
        # what the command wrote, by the outline file
        self._written: dict[str, str] = {}
        self._asked: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._rows: list[QWidget] = []
        self.add = QPushButton(icon("vector-polyline"), self.tr("Add outlines…"))
        self.add.setToolTip(
            self.tr("Lines or polygons of a Shapefile, GeoPackage, GeoJSON or KML file")
        )
        self.add.clicked.connect(lambda _=False: self._choose())
        self._column.addWidget(self.add)
        # a cancelled task tells nobody else
        services.tasks.idle.connect(self._forget_asked)

    def _forget_asked(self) -> None:
        self._asked.clear()

    def show_for(self, bounds: Bounds | None) -> None:
        """Draw the session's outlines around a survey of this extent."""
        if bounds is not None:
            # half as much again on each side: what one sees on panning a little
            wide, high = (bounds[2] - bounds[0]) / 2, (bounds[3] - bounds[1]) / 2
            bounds = bounds[0] - wide, bounds[1] - high, bounds[2] + wide, bounds[3] + high
        self._bounds = bounds
        self._written = {}
        self._show_rows()
        for path in self._services.session.outlines if bounds is not None else ():
            self._ask(path)
        self._tell()

    def _choose(self) -> None:
        settings = self._services.settings
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Outlines"),
            settings.folder(),
            self.tr("Outlines ({suffixes});;All files (*)").format(
                suffixes="*.shp *.gpkg *.geojson *.json *.kml"
            ),
        )
        if paths:
            settings.set_folder(str(Path(paths[0]).parent))
        for path in paths:
            self.add_file(path)

    def add_file(self, path: str) -> None:
        """Convert a file and draw it; it is kept in the session once that has gone well."""
        self._ask(str(Path(path).absolute()))

    def remove_file(self, path: str) -> None:
        """Take a file off the map."""
        session = self._services.session
        session.set_outlines([kept for kept in session.outlines if kept != path])
        self._written.pop(path, None)
        self._show_rows()
        self._tell()

    def _ask(self, path: str) -> None:
        session = self._services.session
        out = self._place(path)
        if path in self._asked:
            return
        if out.exists():
            self._take(path, out)
            return
        words = ["outlines", path, "--crs", session.crs, "--out", str(out)]
        if self._bounds is not None:
            words += ["--bounds", ",".join(repr(float(edge)) for edge in self._bounds)]
        self._asked.add(path)

        def done(event: Finished) -> None:
            self._asked.discard(path)
            for notice in event.values.get("notices", ()):
                self._services.say(core_message(Message(**notice)), "warning")
            # the window may have been made anew in another language meanwhile
            if isValid(self) and out == self._place(path):
                self._take(path, out)

        def failed(failure: Message, traceback: str) -> None:
            self._asked.discard(path)
            self._services.say_failure(failure, traceback)

        self._services.tasks.ask(words, done, failed)

    def _take(self, path: str, out: Path) -> None:
        session = self._services.session
        self._written[path] = str(out)
        if path not in session.outlines:
            session.set_outlines([*session.outlines, path])
        self._show_rows()
        self._tell()

    def _tell(self) -> None:
        kept = self._services.session.outlines
        self.drawn.emit([self._written[path] for path in kept if path in self._written])

    def _place(self, path: str) -> Path:
        """Return where the lines of a file lie, by all that they depend on."""
        source = Path(path)
        changed = source.stat().st_mtime_ns if source.exists() else 0
        means = f"{path}|{changed}|{self._services.session.crs}|{self._bounds}"
        name = hashlib.sha256(means.encode()).hexdigest()[:24]
        return table_cache_folder() / "outlines" / f"{name}.npz"

    def _show_rows(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(path) for path in self._services.session.outlines]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)

    def _row(self, path: str) -> QWidget:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        name = QLabel(Path(path).name)
        name.setToolTip(path)
        button = QToolButton()
        button.setIcon(icon("close"))
        button.setToolTip(self.tr("Take {name} off the map").format(name=Path(path).name))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda _=False: self.remove_file(path))
        inner.addWidget(name, 1)
        inner.addWidget(button)
        return row
