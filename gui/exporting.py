"""Taking results away: predictions, map, job and command; and classifying another table."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from core.events import Finished
from core.files import write_text
from core.job_file import job_text
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui.services import Services
from gui.worker_client import MAIN


class Exporting(QObject):
    """Each export runs beside the window and ends in a sentence with its folder."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services

    def predictions(self, run: RunFolder, path: str) -> None:
        """Write the predictions of every row of a run as CSV or Parquet."""
        self._ask(["export", str(run.path), "--out", path], path)

    def training_results(self, run: RunFolder, path: str) -> None:
        """Write the labelled samples of a run, with right or wrong, as CSV or Parquet."""
        self._ask(["export", str(run.path), "--what", "training", "--out", path], path)

    def new_predictions(self, run: RunFolder, path: str) -> None:
        """Write the samples of a run that have no known class, as CSV or Parquet."""
        self._ask(["export", str(run.path), "--what", "predictions", "--out", path], path)

    def map(self, run: RunFolder, path: str, dpi: int, language: str) -> None:
        """Write the class map as PNG with `dpi` dots an inch."""
        words = ["map", str(run.path), "--out", path, "--dpi", str(dpi), "--language", language]
        self._ask(words, path)

    def predict(self, run: RunFolder, table: str, path: str) -> None:
        """Classify another table with the model of a run."""
        self._ask(["predict", str(run.path), table, "--out", path], path)

    def job(self, run: RunFolder, path: str) -> None:
        """Write the job of a run as a file."""
        try:
            write_text(Path(path), job_text(run.job()))
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

    def _ask(self, words: list[str], path: str) -> None:
        def done(event: Finished) -> None:
            self._say_saved(path)

        self._services.tasks.ask(words, done, self._services.say_failure)

    def _say_saved(self, path: str) -> None:
        folder = QUrl.fromLocalFile(str(Path(path).absolute().parent))
        self._services.say(
            self.tr("Saved as {name}.").format(name=Path(path).name),
            "success",
            self.tr("Show in folder"),
            lambda: QDesktopServices.openUrl(folder),
        )
