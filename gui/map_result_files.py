"""Tables that a model classifies, and classified files that the map shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from core.events import Finished
from core.places import table_cache_folder
from datasets.suffixes import OPENED_SUFFIXES
from gui.map_result import MappedResult

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ResultFiles(QObject):
    """Asks for files, and has them classified or made ready for the map beside the window."""

    ready = Signal(object)

    def __init__(self, furniture: Furniture, page: QWidget) -> None:
        super().__init__(page)
        self._furniture, self._page = furniture, page
        self._services = furniture.services

    def ask_table(self) -> None:
        """Ask for a table and for a place, and classify the one into the other."""
        exporting, run = self._furniture.exporting, self._services.session.run
        table, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Table to classify"),
            self._services.settings.folder(),
            self.tr("Tables ({suffixes});;All files (*)").format(
                suffixes=" ".join(f"*{suffix}" for suffix in OPENED_SUFFIXES)
            ),
        )
        if not table or run is None:
            return
        proposed = f"{Path(table).stem}-classified.csv"
        kinds = [*exporting.table_kinds(), "GeoTIFF (*.tif)"]
        path = exporting.ask_path(self._page, self.tr("Classified table"), proposed, kinds)
        if path:
            exporting.predict(run, table, path)

    def ask_result(self) -> None:
        """Ask for a file that was classified before, and show it."""
        path, _ = QFileDialog.getOpenFileName(
            self._page,
            self.tr("Classified table"),
            self._services.settings.folder(),
            self.tr("Classified tables (*.parquet *.csv)"),
        )
        if path:
            self.open(path, self._services.session.crs)

    def open(self, path: str, crs: str) -> None:
        """Make a classified file ready for the map; `ready` brings it."""

        def done(event: Finished) -> None:
            # the window may have been made anew in another language meanwhile
            if isValid(self):
                self.ready.emit(MappedResult.read(Path(event.values["folder"])))
                self._services.go("map")

        folder = str(table_cache_folder() / "result")
        words = ["map-layers", path, "--out", folder, "--crs", crs]
        self._services.tasks.ask(words, done, self._services.say_failure)

    @staticmethod
    def in_metres(result: MappedResult) -> bool:
        """Whether coordinates of an unknown system look like metres, by some of them."""
        some = np.abs(result.x[:: max(1, len(result) // 1000)])
        return bool(some[np.isfinite(some)].max(initial=0.0) > 400)
