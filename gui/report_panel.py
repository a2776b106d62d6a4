"""The report of a run: a document for somebody without the program, in either language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.controls import ComboBox
from gui.exporting import Exporting
from gui.icons import icon
from gui.services import Services
from gui.translating import core_message

# each in its own language, as in the menu View
LANGUAGES = {"en": "English", "zh_CN": "中文"}


class ReportPanel(QWidget):
    """A button that asks for a place and has the report written there, and its language.

    Parameters
    ----------
    language
        Returns the code of the window's language, which is proposed.
    """

    def __init__(
        self, services: Services, exporting: Exporting, language: Callable[[], str]
    ) -> None:
        super().__init__()
        self._services, self._exporting, self._language = services, exporting, language
        self._run: RunFolder | None = None
        self.language = ComboBox()
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.language.setToolTip(self.tr("Language of the report"))
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.button = QPushButton(icon("file-document-outline"), self.tr("Report…"))
        self.button.clicked.connect(lambda _=False: self.write())
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

    def show_run(self, run: RunFolder | None) -> None:
        """Report on this run from now on; None, or a run without a result: on none."""
        has_result = run is not None and is_reported(run)
        self._run = run if has_result else None
        self.button.setEnabled(has_result)
        told = self.tr(
            "Data, preparation, network, how it was judged, figures, maps and limits in one HTML "
            "file or PDF."
        )
        self.button.setToolTip(told if has_result else self.tr("There is no result yet."))

    def write(self) -> None:
        """Ask for a place and write the report there, beside the window."""
        if self._run is None:
            return
        name = self.tr("{name} report").format(name=self._run.about()["name"])
        path = self._exporting.ask_path(
            self,
            self.tr("Report"),
            f"{name}.html".replace("/", "-"),
            [self.tr("Web page (*.html)"), "PDF (*.pdf)"],
        )
        if path:
            words = ["report", str(self._run.path), "--out", path]
            words += ["--language", str(self.language.currentData()), *self._chosen()]
            self._services.tasks.ask(
                words, lambda event: self._say(path, event), self._services.say_failure
            )

    def _chosen(self) -> Sequence[str]:
        """Return the options that give the classes the colours somebody chose."""
        if self._services.kind == "images":
            return ()
        colours = self._services.session.class_colours
        return [word for name in colours for word in ("--colour", f"{name}={colours[name]}")]

    def _say(self, path: str, event: Finished) -> None:
        notices = [Message(**said) for said in event.values.get("notices", ())]
        place = QUrl.fromLocalFile(str(Path(path).absolute()))
        self._services.say(
            " ".join(core_message(said) for said in (event.message, *notices)),
            "warning" if notices else "success",
            self.tr("Open it"),
            lambda: QDesktopServices.openUrl(place),
        )


def is_reported(run: RunFolder) -> bool:
    """Whether a run has what a report is made of."""
    files = (run.outcome_path, run.predictions_path, run.model_path / "model.json")
    return all(path.is_file() for path in files)
