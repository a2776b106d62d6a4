"""What stands beside the list of runs: the chosen one, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.image_job import ImageJob
from core.job import Network
from core.numbers import duration
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui import theme
from gui.comparing.way_in import WayIn
from gui.icons import icon
from gui.model_export_panel import ModelExportPanel
from gui.network_title import network_title
from gui.pages.page import label
from gui.report_panel import ReportPanel
from gui.translating import core_message, counted
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture


class RunSide(QWidget):
    """Name, state, verdict and settings of a run over the buttons.

    Attributes
    ----------
    wanted
        What a person wants done with the chosen run: "open", "resume", "repeat", "rename" or
        "delete".
    """

    wanted = Signal(str)

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self._furniture = furniture
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._name = label("", "heading")
        self._about = label("", "muted")
        self._settings = label("", "caption")
        self._settings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for text in (self._name, self._about, self._settings):
            self._column.addWidget(text)
        self._build_buttons()
        self.way_in = WayIn()
        given = (
            furniture.services,
            furniture.exporting,
            lambda: furniture.window.language.code,
        )
        self.report, self.model = ReportPanel(*given), ModelExportPanel(*given)
        for panel in (self.way_in, self.report, self.model):
            self._column.addWidget(panel)

    def set_spacing(self, spacing: int) -> None:
        """Stand as far apart as the rest of the inspector does."""
        self._column.setSpacing(spacing)

    def _build_buttons(self) -> None:
        self.open = self._button("folder-open-outline", self.tr("Open"), "open")
        self.open.setProperty("role", "primary")
        self.open.setIcon(icon("folder-open-outline", theme.current().on_accent))
        self.resume = self._button("play", self.tr("Resume"), "resume")
        self.repeat = self._button("repeat", self.tr("Repeat with changes"), "repeat")
        self.rename = self._button("pencil-outline", self.tr("Rename…"), "rename")
        self.delete = self._button("trash-can-outline", self.tr("Move to the bin"), "delete")
        self._buttons = (self.open, self.resume, self.repeat, self.rename, self.delete)

    def _button(self, symbol: str, text: str, what: str) -> QPushButton:
        button = QPushButton(icon(symbol), text)
        button.clicked.connect(lambda _=False: self.wanted.emit(what))
        self._column.addWidget(button)
        return button

    def show_run(self, run: RunFolder | None, state: str) -> None:
        """Tell about this run, and offer what can be done with it; None: about none."""
        self.model.show_run(run)
        self.report.show_run(run)
        self._about.show()
        self._settings.show()
        for button in self._buttons:
            button.setVisible(run is not None)
        if run is None:
            for text in (self._name, self._about, self._settings):
                text.setText("")
            return
        self._tell(run, state)
        outcome = run.outcome()
        resumable = state == "interrupted" or (outcome is not None and outcome.resumable)
        self.resume.setVisible(resumable)
        self.resume.setEnabled(not self._furniture.services.trainer.active)
        self.delete.setEnabled(state != "running")

    def show_several(self, count: int) -> None:
        """Say how many runs are chosen; what is done with one of them waits."""
        self.model.show_run(None)
        self.report.show_run(None)
        for button in self._buttons:
            button.hide()
        self._name.setText(counted(self.tr("{count} runs selected"), count=count))
        self._about.hide()
        self._settings.hide()

    def _tell(self, run: RunFolder, state: str) -> None:
        self._name.setText(run.about()["name"])
        sentences = [self._state_sentence(run, state)]
        evaluation = run.evaluation()
        if evaluation is not None:
            sentences.append(evaluation_sentence(evaluation))
        self._about.setText(" ".join(sentences))
        self._settings.setText(self._job_text(run))

    def _state_sentence(self, run: RunFolder, state: str) -> str:
        outcome = run.outcome()
        if outcome is not None:
            sentence = core_message(outcome.sentence)
            if outcome.seconds:
                sentence += " " + self.tr("Training took {time}.").format(
                    time=duration(outcome.seconds)
                )
            return sentence
        if state == "running":
            return self.tr("In training now.")
        return self.tr(
            "Its worker ended before the run did. It can be resumed from its checkpoint."
        )

    def _job_text(self, run: RunFolder) -> str:
        try:
            job = run.any_job()
        except InputError as error:
            return core_message(error.message)
        name_of = self._furniture.name_of
        if isinstance(job, ImageJob):
            said = [
                f"{self.tr('Images')}: {name_of(job.images.source)}",
                f"{self.tr('Network')}: {network_title(job.network.name)}",
            ]
        else:
            network = job.network
            layers = network.layers if isinstance(network, Network) else network_title(network.name)
            said = [
                f"{self.tr('Table')}: {name_of(job.data.table)}",
                f"{self.tr('Target')}: {job.data.target}",
                f"{self.tr('Layers')}: {layers}",
            ]
        ends = (f"{self.tr('Seed')}: {job.training.seed}", f"{self.tr('Folder')}: {run.path}")
        return "\n".join((*said, *ends))
