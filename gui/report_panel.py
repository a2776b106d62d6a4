"""The report of a run: a document for somebody without the program, in either language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from core.run_folder import RunFolder
from gui.controls import ComboBox
from gui.exporting import Exporting
from gui.icons import icon
from gui.run_panel import RunPanel
from gui.services import Services

# each in its own language, as in the menu View
LANGUAGES = {"en": "English", "zh_CN": "中文"}


class ReportPanel(RunPanel):
    """The button, and in which language the report is, which is proposed to be the window's."""

    def __init__(
        self, services: Services, exporting: Exporting, language: Callable[[], str]
    ) -> None:
        super().__init__(services, exporting, language)
        self.language = ComboBox()
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.language.setToolTip(self.tr("Language of the report"))
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.button.setIcon(icon("file-document-outline"))
        self.button.setText(self.tr("Report…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button, 1)
        row.addWidget(self.language)
        self.show_run(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Propose the language of the window; it may be another one than it was."""
        self.language.setCurrentIndex(max(0, self.language.findData(self._language())))
        super().showEvent(event)

    def _lacking(self, run: RunFolder | None) -> str:
        has_result = run is not None and is_reported(run)
        return "" if has_result else self.tr("There is no result yet.")

    def _about(self) -> str:
        return self.tr(
            "Data, preparation, network, how it was judged, figures, maps and limits in one HTML "
            "file or PDF."
        )

    def _ask_path(self, run: RunFolder) -> str:
        name = self.tr("{name} report").format(name=run.about()["name"])
        return self._exporting.ask_path(
            self,
            self.tr("Report"),
            f"{name}.html".replace("/", "-"),
            [self.tr("Web page (*.html)"), "PDF (*.pdf)"],
        )

    def _words(self, run: RunFolder, path: str) -> list[str]:
        words = ["report", str(run.path), "--out", path]
        return [*words, "--language", str(self.language.currentData()), *self._chosen()]

    def _chosen(self) -> Sequence[str]:
        """Return the options that give the classes the colours somebody chose."""
        if self._services.kind == "images":
            return ()
        colours = self._services.session.class_colours
        return [word for name in colours for word in ("--colour", f"{name}={colours[name]}")]

    def _way_to(self, path: Path) -> tuple[str, Path]:
        return self.tr("Open it"), path


def is_reported(run: RunFolder) -> bool:
    """Whether a run has what a report is made of."""
    files = (run.outcome_path, run.predictions_path, run.model_path / "model.json")
    return all(path.is_file() for path in files)
