"""Taking thresholds away: the samples above them, and the figures of all methods."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.events import Finished
from core.reading import Reading
from gui.opening import written_reading
from gui.table_info import TableInfo
from gui.threshold_work import ThresholdWork

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ThresholdExport(QObject):
    """Asks for a file and has it written by the worker."""

    def __init__(self, furniture: Furniture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self._services = furniture.services

    def ask(self, work: ThresholdWork) -> None:
        """Write every sample with its threshold to a chosen file."""
        kinds = [self.tr("Tables (*.csv *.xlsx *.parquet)")]
        if self._services.session.has_coordinates:
            kinds.append(self.tr("Points (*.gpkg *.shp)"))
        path = self._path(self.tr("Export samples"), self._name(work, "anomalies"), kinds)
        if path is not None:
            self.write(work, path)

    def ask_figures(self, work: ThresholdWork) -> None:
        """Write the thresholds of all methods with their passes to a chosen file."""
        kinds = [self.tr("Workbook (*.xlsx)"), self.tr("Tables (*.csv)")]
        path = self._path(self.tr("Export figures"), self._name(work, "thresholds", ".xlsx"), kinds)
        if path is not None:
            self.write(work, path, "--figures")

    def write(self, work: ThresholdWork, path: Path, what: str = "--out") -> None:
        """Have a file written."""
        table = work.table
        if table is None:
            return
        words = ["threshold", table.source, what, str(path)]
        for column in work.columns:
            words += ["--column", column]
        words += ["--settings", work.settings.model_dump_json()]
        words += ["--language", self._services.settings.language]
        words += [*self._place(), *_reading(table)]

        def done(event: Finished) -> None:
            written = event.values.get("figures", [str(path)])
            names = ", ".join([written[0], *(Path(each).name for each in written[1:])])
            self._services.say(self.tr("Written: {path}").format(path=names), "success")

        self._services.tasks.ask(words, done, self._services.say_failure)

    def _place(self) -> list[str]:
        """Return the words that say where samples lie, as the session knows it."""
        session = self._services.session
        words: list[str] = []
        if session.has_coordinates:
            words += ["--x", session.column_of("x"), "--y", session.column_of("y")]
        return [*words, "--crs", session.crs] if session.crs else words

    def _path(self, title: str, name: str, kinds: list[str]) -> Path | None:
        settings = self._services.settings
        folder = Path(settings.folder())
        path, kind = QFileDialog.getSaveFileName(
            self._furniture.window, title, str(folder / name), ";;".join(kinds)
        )
        if not path:
            return None
        chosen = Path(path)
        settings.set_folder(str(chosen.parent))
        return chosen if chosen.suffix else chosen.with_suffix(_first_suffix(kind))

    def _name(self, work: ThresholdWork, what: str, suffix: str = ".csv") -> str:
        element = "" if work.is_distance else f"{_plain(work.column)}-"
        return f"{element}{what}{suffix}"


def _reading(table: TableInfo) -> list[str]:
    if table.reading == Reading():
        return []
    return ["--reading", str(written_reading(table.reading))]


def _first_suffix(kind: str) -> str:
    """Return the first ending that a kind of the dialog names: ``Points (*.gpkg *.shp)``."""
    inside = kind.rpartition("(*")[2]
    return inside.split()[0].rstrip(")") if inside else ".csv"


def _plain(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in name)
