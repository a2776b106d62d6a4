"""Taking results away: rasters, points, tables, map, job, command; classifying another table."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.events import Finished
from core.files import write_text
from core.job_file import job_text
from core.run_folder import RunFolder
from datasets.messages import InputError, Message
from datasets.suffixes import OPENED_SUFFIXES
from gui.services import Services
from gui.translating import core_message, counted
from gui.worker_client import MAIN

# endings of classified files that go on the map without being read as a table
MAPPED = (".parquet", ".csv")


class Exporting(QObject):
    """Each export runs beside the window and ends in a sentence with its folder."""

    table_wanted = Signal(str)
    # a classified file and its coordinate system
    map_wanted = Signal(str, str)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services

    # --- what is written ---------------------------------------------------------------

    def export(
        self, run: RunFolder, path: str, language: str = "en", options: Sequence[str] = ()
    ) -> None:
        """Write the results of a run as the ending of the path says.

        Parameters
        ----------
        language
            Of words inside the file.
        options
            Of the verb ``export``: ``("--layer", "entropy")``.
        """
        words = ["export", str(run.path), "--out", path, "--language", language, *options]
        self._ask([*words, *self._colours()], path)

    def predictions(self, run: RunFolder, path: str) -> None:
        """Write the predictions of every row of a run."""
        self.export(run, path)

    def map(
        self,
        run: RunFolder,
        path: str,
        dpi: int,
        language: str,
        layer: str = "",
        title: str = "",
        options: Sequence[str] = (),
    ) -> None:
        """Draw a map as PNG, SVG or PDF with `dpi` dots an inch.

        Parameters
        ----------
        options
            Of the verb ``map``: ``("--method", "idw")``.
        """
        words = ["map", str(run.path), "--out", path, "--dpi", str(dpi), "--language", language]
        words += ["--layer", layer] if layer else []
        words += ["--title", title] if title else []
        for file in self._services.session.outlines:
            words += ["--outlines", file]
        self._ask([*words, *options, *self._colours()], path)

    def predict(self, run: RunFolder, table: str, path: str, *, row_by_row: bool = False) -> None:
        """Classify another table with the model of a run.

        Parameters
        ----------
        row_by_row
            Whether rows are marked as unknown by themselves alone, also where the table as a whole
            is unlike the survey of the run.
        """
        words = ["predict", str(run.path), table, "--out", path, "--nearest", *self._colours()]
        words += ["--row-by-row"] if row_by_row else []

        def done(event: Finished) -> None:
            said = self._classified(event, path)
            if event.values["marked_whole"]:
                again = self.tr("Mark row by row instead")
                self._services.say(
                    said, "warning", again, lambda: self.predict(run, table, path, row_by_row=True)
                )
            elif Path(path).suffix.lower() not in OPENED_SUFFIXES:
                self._say_saved(path, _notices(event))
            else:
                show = self.tr("Show it as a map")
                kind = "warning" if _notices(event) else "success"
                self._services.say(said, kind, show, lambda: self._show(run, path))

        self._services.tasks.ask(words, done, self._services.say_failure)

    def _classified(self, event: Finished, path: str) -> str:
        """Return how many rows were classified, and what is to be known of them."""
        rows = counted(
            self.tr("{rows} rows classified into {name}."),
            rows=f"{event.values['rows']:,}",
            name=Path(path).name,
        )
        return " ".join([rows, *map(core_message, _notices(event))])

    def _show(self, run: RunFolder, path: str) -> None:
        """Show a classified file: on the map as it is, or as a table of its own."""
        if Path(path).suffix.lower() not in MAPPED:
            self.table_wanted.emit(path)
            return
        try:
            crs = run.survey_job().data.crs
        except InputError:
            crs = ""
        self.map_wanted.emit(path, crs)

    def job(self, run: RunFolder, path: str) -> None:
        """Write the job of a run as a file."""
        try:
            write_text(Path(path), job_text(run.any_job()))
        except (OSError, InputError) as error:
            self._services.say(str(error), "error")
            return
        self._say_saved(path)

    def copy_command(self, run: RunFolder) -> str:
        """Copy the line that repeats a run in a terminal, and return it."""
        words = [
            sys.executable,
            str(MAIN),
            "run",
            str(run.job_path),
            "--out",
            f"{run.path}-repeat",
        ]
        line = subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
        QGuiApplication.clipboard().setText(line)
        self._services.say(self.tr("Copied. Paste it into a terminal to repeat this run."))
        return line

    # --- where it is written -----------------------------------------------------------

    def ask_path(self, parent: QWidget, title: str, name: str, kinds: Sequence[str]) -> str:
        """Ask where to save, "" when nobody wants to; the folder is remembered.

        Parameters
        ----------
        name
            Proposed name of the file, with its ending.
        kinds
            Filters of the dialog, such as ``CSV (*.csv)``; the first is that of `name`.
        """
        settings = self._services.settings
        folder = settings.folder() or str(Path.home())
        path, kind = QFileDialog.getSaveFileName(
            parent, title, str(Path(folder) / name), ";;".join(kinds)
        )
        if not path:
            return ""
        settings.set_folder(str(Path(path).parent))
        if Path(path).suffix:
            return str(path)
        # dialogs of some systems leave out the ending of the chosen kind
        _, _, ending = (kind or kinds[0]).partition("(*")
        return str(path) + ending.partition(")")[0].partition(" ")[0]

    def table_kinds(self) -> list[str]:
        """Return the filters of files that hold a row a sample."""
        return [
            "CSV (*.csv)",
            self.tr("Excel workbook (*.xlsx)"),
            "Parquet (*.parquet)",
            "GeoPackage (*.gpkg)",
            "Shapefile (*.shp)",
        ]

    def ask_table(self, parent: QWidget, run: RunFolder, title: str, name: str, what: str) -> None:
        """Ask where to save the rows of a run, "all", "training" or "predictions"; write them."""
        path = self.ask_path(parent, title, name, self.table_kinds())
        if path:
            self.export(run, path, options=("--what", what))

    # --- doing -------------------------------------------------------------------------

    def _colours(self) -> list[str]:
        """Return the options that give the classes the colours somebody chose."""
        chosen = self._services.session.class_colours
        return [word for name in chosen for word in ("--colour", f"{name}={chosen[name]}")]

    def _ask(self, words: list[str], path: str) -> None:
        def done(event: Finished) -> None:
            self._say_saved(path, _notices(event))

        self._services.tasks.ask(words, done, self._services.say_failure)

    def _say_saved(self, path: str, notices: Sequence[Message] = ()) -> None:
        folder = QUrl.fromLocalFile(str(Path(path).absolute().parent))
        saved = self.tr("Saved as {name}.").format(name=Path(path).name)
        self._services.say(
            " ".join([saved, *(core_message(notice) for notice in notices)]),
            "warning" if notices else "success",
            self.tr("Show in folder"),
            lambda: QDesktopServices.openUrl(folder),
        )


def _notices(event: Finished) -> list[Message]:
    """Return what was said on the way."""
    return [Message(**said) for said in event.values.get("notices", ())]
