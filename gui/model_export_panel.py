"""Taking the model of a run away: a bundle, an ONNX graph, or a folder of both with its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from core.run_folder import RunFolder
from gui.controls import ComboBox
from gui.exporting import Exporting
from gui.icons import icon
from gui.pages.page import label
from gui.run_panel import RunPanel
from gui.services import Services


@dataclass(frozen=True)
class _Kind:
    """A way to take a model away: its ending, "" for a folder, its name and what it is."""

    suffix: str
    text: str
    about: str


class ModelExportPanel(RunPanel):
    """A choice, what it is, and the button; the model card is in the window's language."""

    def __init__(
        self, services: Services, exporting: Exporting, language: Callable[[], str]
    ) -> None:
        super().__init__(services, exporting, language)
        self._kinds = self._all_kinds()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.what = ComboBox()
        self.what.setAccessibleName(self.tr("How to take the model away"))
        for kind in self._kinds:
            self.what.addItem(kind.text)
        self.about = label("", "caption")
        self.button.setIcon(icon("export"))
        self.button.setText(self.tr("Take the model away…"))
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

    def _lacking(self, run: RunFolder | None) -> str:
        has_model = run is not None and (run.model_path / "model.json").is_file()
        return "" if has_model else self.tr("There is no trained model yet.")

    def _show_kind(self) -> None:
        self.about.setText(self._kinds[self.what.currentIndex()].about)

    def _words(self, run: RunFolder, path: str) -> list[str]:
        return ["model", str(run.path), "--out", path, "--language", self._language()]

    def _ask_path(self, run: RunFolder) -> str:
        kind = self._kinds[self.what.currentIndex()]
        name = run.about()["name"]
        if kind.suffix:
            kinds = [f"{kind.text} (*{kind.suffix})"]
            proposed = f"{name}{kind.suffix}".replace("/", "-")
            return self._exporting.ask_path(self, kind.text, proposed, kinds)
        settings = self._services.settings
        folder = settings.folder() or str(Path.home())
        above = QFileDialog.getExistingDirectory(self, self.tr("Folder for the model"), folder)
        if not above:
            return ""
        settings.set_folder(above)
        # a dot would be read as the beginning of an ending
        return str(Path(above) / f"{name}-model".replace(".", "-").replace("/", "-"))
