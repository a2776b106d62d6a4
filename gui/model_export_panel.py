"""Taking the model of a run away: a bundle, an ONNX graph, or a folder of both with its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.controls import ComboBox
from gui.exporting import Exporting
from gui.icons import icon
from gui.pages.page import label
from gui.services import Services
from gui.translating import core_message


@dataclass(frozen=True)
class _Kind:
    """A way to take a model away: its ending, "" for a folder, its name and what it is."""

    suffix: str
    text: str
    about: str


class ModelExportPanel(QWidget):
    """A choice, what it is, and a button; for the inspector of a page.

    Parameters
    ----------
    language
        Returns the code of the window's language, in which the model card is written.
    """

    def __init__(
        self, services: Services, exporting: Exporting, language: Callable[[], str]
    ) -> None:
        super().__init__()
        self._services, self._exporting, self._language = services, exporting, language
        self._run: RunFolder | None = None
        self._kinds = self._all_kinds()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.what = ComboBox()
        self.what.setAccessibleName(self.tr("How to take the model away"))
        for kind in self._kinds:
            self.what.addItem(kind.text)
        self.about = label("", "caption")
        self.button = QPushButton(icon("export"), self.tr("Take the model away…"))
        self.button.clicked.connect(lambda _=False: self.take_away())
        for widget in (self.what, self.about, self.button):
            column.addWidget(widget)
        self.what.currentIndexChanged.connect(lambda _: self._show_kind())
        self._show_kind()
        self.show_run(None)

    def _all_kinds(self) -> tuple[_Kind, ...]:
        return (
            _Kind(
                "",
                self.tr("Folder with everything"),
                self.tr("Bundle, ONNX, model card and a Python script that classifies a CSV."),
            ),
            _Kind(
                ".anomodel",
                self.tr("Bundle for this program"),
                self.tr("One file with model and model card; it classifies like the run itself."),
            ),
            _Kind(
                ".onnx",
                self.tr("ONNX for other programs"),
                self.tr(
                    "Preparation, all members and their votes in one graph, checked against this "
                    "program before it is written."
                ),
            ),
        )

    def show_run(self, run: RunFolder | None) -> None:
        """Take models from this run from now on; None, or a run without a model: from none."""
        has_model = run is not None and (run.model_path / "model.json").is_file()
        self._run = run if has_model else None
        self.button.setEnabled(has_model)
        reason = "" if has_model else self.tr("There is no trained model yet.")
        self.button.setToolTip(reason)

    def _show_kind(self) -> None:
        self.about.setText(self._kinds[self.what.currentIndex()].about)

    def take_away(self) -> None:
        """Ask for a place and write the model there, beside the window."""
        if self._run is None:
            return
        path = self._ask_place(self._run, self._kinds[self.what.currentIndex()])
        if not path:
            return
        words = ["model", str(self._run.path), "--out", path, "--language", self._language()]
        self._services.tasks.ask(
            words, lambda event: self._say(path, event), self._services.say_failure
        )

    def _ask_place(self, run: RunFolder, kind: _Kind) -> str:
        name = run.about()["name"]
        if kind.suffix:
            kinds = [f"{kind.text} (*{kind.suffix})"]
            return self._exporting.ask_path(self, kind.text, name + kind.suffix, kinds)
        settings = self._services.settings
        folder = settings.folder() or str(Path.home())
        above = QFileDialog.getExistingDirectory(self, self.tr("Folder for the model"), folder)
        if not above:
            return ""
        settings.set_folder(above)
        # a dot would be read as the beginning of an ending
        return str(Path(above) / f"{name}-model".replace(".", "-").replace("/", "-"))

    def _say(self, path: str, event: Finished) -> None:
        notices = [Message(**said) for said in event.values.get("notices", ())]
        folder = QUrl.fromLocalFile(str(Path(path).absolute().parent))
        self._services.say(
            " ".join(core_message(said) for said in (event.message, *notices)),
            "warning" if notices else "success",
            self.tr("Show in folder"),
            lambda: QDesktopServices.openUrl(folder),
        )
