"""Taking the results of a run on images away, and classifying other images."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from core.events import Finished
from core.files import write_text
from core.job_file import job_text
from core.run_folder import RunFolder
from datasets.images.suffixes import IMAGE_SUFFIXES
from datasets.messages import InputError, Message
from gui.exporting import Exporting
from gui.services import Services
from gui.translating import core_message


class ImageExports(QObject):
    """Asks where to, lets a worker do it, and says what came out."""

    def __init__(self, services: Services, exporting: Exporting, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._exporting = exporting
        self._parent = parent

    def ask_predictions(self, run: RunFolder) -> None:
        """Ask where to save the predictions of a run, and write them."""
        path = self._ask_path(self.tr("Predictions"), "predictions.csv")
        if path:
            self.predictions(run, path)

    def predictions(self, run: RunFolder, path: str) -> None:
        """Write the predictions of a run as CSV, XLSX or Parquet, as the ending says."""
        self._do(["export", str(run.path), "--out", path], path)

    def ask_job(self, run: RunFolder) -> None:
        """Ask where to save the job of a run, and write it."""
        path = self._exporting.ask_path(
            self._parent, self.tr("Job file"), "job.toml", [self.tr("Job (*.toml)")]
        )
        if path:
            self.job(run, path)

    def job(self, run: RunFolder, path: str) -> None:
        """Write the job of a run as a file."""
        try:
            write_text(Path(path), job_text(run.any_job()))
        except OSError as error:
            self._services.say(str(error), "error")
        except InputError as error:
            self._services.say_failure(error.message)
        else:
            self._services.say(
                self.tr("Saved as {name}.").format(name=Path(path).name),
                "success",
                self.tr("Show in folder"),
                lambda: _open_folder(path),
            )

    def ask_file(self, run: RunFolder) -> None:
        """Ask for a file of images, and where the answer goes; classify it."""
        endings = " ".join(f"*{suffix}" for suffix in IMAGE_SUFFIXES)
        source, _ = QFileDialog.getOpenFileName(
            self._parent,
            self.tr("Images to classify"),
            self._services.settings.folder(),
            self.tr("Images ({endings});;All files (*)").format(endings=endings),
        )
        self._classify(run, source)

    def ask_folder(self, run: RunFolder) -> None:
        """Ask for a folder of images, and where the answer goes; classify it."""
        source = QFileDialog.getExistingDirectory(
            self._parent, self.tr("Folder of images to classify"), self._services.settings.folder()
        )
        self._classify(run, source)

    def predict(self, run: RunFolder, source: str, path: str) -> None:
        """Classify other images with the network of a run."""
        self._do(["predict", str(run.path), source, "--out", path], path)

    def _classify(self, run: RunFolder, source: str) -> None:
        if not source:
            return
        self._services.settings.set_folder(str(Path(source).parent))
        path = self._ask_path(self.tr("Classified images"), f"{Path(source).stem}-classes.csv")
        if path:
            self.predict(run, source, path)

    def _ask_path(self, title: str, name: str) -> str:
        kinds = ["CSV (*.csv)", self.tr("Excel workbook (*.xlsx)"), "Parquet (*.parquet)"]
        return self._exporting.ask_path(self._parent, title, name, kinds)

    def _do(self, words: list[str], path: str) -> None:
        def done(event: Finished) -> None:
            said = [Message(**notice) for notice in event.values.get("notices", ())]
            self._services.say(
                " ".join(core_message(each) for each in (event.message, *said)),
                "warning" if said else "success",
                self.tr("Show in folder"),
                lambda: _open_folder(path),
            )

        self._services.tasks.ask(words, done, self._services.say_failure)


def _open_folder(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).absolute().parent)))
