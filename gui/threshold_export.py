"""Taking the samples with their threshold away, in the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.events import Finished
from core.files import write_text
from core.places import table_cache_folder
from core.reading import Reading, reading_text
from gui.threshold_work import ThresholdWork

if TYPE_CHECKING:
    from gui.furniture import Furniture


class ThresholdExport(QObject):
    """Asks for a file and has it written."""

    def __init__(self, furniture: Furniture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._furniture = furniture
        self._services = furniture.services

    def ask(self, work: ThresholdWork) -> None:
        """Write value, threshold, ratio and anomalous of every sample to a chosen file."""
        settings = self._services.settings
        name = "anomalies.csv" if work.is_distance else f"{_plain(work.column)}-anomalies.csv"
        path, _ = QFileDialog.getSaveFileName(
            self._furniture.window,
            self.tr("Export samples"),
            str(Path(settings.folder()) / name),
            self.tr("Tables (*.csv *.parquet)"),
        )
        if path:
            settings.set_folder(str(Path(path).parent))
            self.write(work, Path(path))

    def write(self, work: ThresholdWork, path: Path) -> None:
        """Have the file written by the worker."""
        table = work.table
        if table is None:
            return
        words = ["threshold", table.source, "--out", str(path)]
        for column in work.columns:
            words += ["--column", column]
        words += ["--settings", work.settings.model_dump_json()]
        if table.reading != Reading():
            reading = table_cache_folder() / "thresholds" / "reading.toml"
            reading.parent.mkdir(parents=True, exist_ok=True)
            write_text(reading, reading_text(table.reading))
            words += ["--reading", str(reading)]

        def done(event: Finished) -> None:
            self._services.say(self.tr("Written: {path}").format(path=str(path)), "success")

        self._services.tasks.ask(words, done, self._services.say_failure)


def _plain(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in name)
