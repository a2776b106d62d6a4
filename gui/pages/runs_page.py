"""Runs: every run that was started, with how it stands and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QItemSelectionModel, QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QInputDialog,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.evaluation import held_out_part
from core.image_job import ImageJob
from core.job import Job
from core.numbers import duration, three_digits
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui import theme
from gui.comparing.compare_view import CompareView
from gui.comparing.way_in import WayIn
from gui.icons import icon
from gui.model_export_panel import ModelExportPanel
from gui.network_title import network_title
from gui.nothing_yet import NothingYet
from gui.pages.page import Page, label
from gui.translating import core_message, counted
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture


class RunsPage(Page):
    """The list of runs; the inspector tells about the chosen one.

    Several chosen ones can be compared; the comparison then stands in place of the list.
    """

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._title = self.add_title("")
        self._comparison: CompareView | None = None
        self.empty = NothingYet(
            self.tr("No runs yet. Open a table, choose its target and press Train."),
            {"data": self.tr("Go to Data"), "train": self.tr("Go to Train")},
            self.services.go,
        )
        self.column.addWidget(self.empty, 1)
        self.list = QTableWidget()
        self.list.setAccessibleName(self.tr("Runs"))
        self._build_list()
        self.column.addWidget(self.list, 1)
        self._runs: list[RunFolder] = []
        self._build_inspector()
        self.listen(self.session.runs_changed, self.refresh)
        self.listen(self.session.run_changed, self.refresh)
        self.listen(self.services.images.runs_changed, self.refresh)
        self.listen(self.services.images.run_changed, self.refresh)
        self.listen(self.services.kind_changed, self._leave_comparison)
        self.listen(self.services.kind_changed, self.refresh)
        self.listen(self.services.trainer.state_changed, lambda _: self.refresh())
        self.refresh()

    def _build_list(self) -> None:
        heads = [
            self.tr("Name"),
            self.tr("State"),
            self.tr("Training loss"),
            self.tr("Held out right"),
            self.tr("Epochs"),
            self.tr("Date"),
        ]
        self.list.setColumnCount(len(heads))
        self.list.setHorizontalHeaderLabels(heads)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setShowGrid(False)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(30)
        header = self.list.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.list.itemDoubleClicked.connect(lambda _: self._open())

    def _build_inspector(self) -> None:
        self._name = label("", "heading")
        self._about = label("", "muted")
        self._settings = label("", "caption")
        self._settings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._beside_list = QWidget()
        self._side_column = QVBoxLayout(self._beside_list)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(self.side.spacing())
        for text in (self._name, self._about, self._settings):
            self._side_column.addWidget(text)
        running = self.furniture.running
        self.open = self._button("folder-open-outline", self.tr("Open"), self._open)
        self.open.setProperty("role", "primary")
        self.open.setIcon(icon("folder-open-outline", theme.current().on_accent))
        self.resume = self._button(
            "play", self.tr("Resume"), lambda: self._with_chosen(running.resume_run)
        )
        self.repeat = self._button("repeat", self.tr("Repeat with changes"), self._repeat)
        self.rename = self._button("pencil-outline", self.tr("Rename…"), self._rename)
        self.delete = self._button(
            "trash-can-outline",
            self.tr("Move to the bin"),
            lambda: self._with_chosen(running.delete),
        )
        self.way_in = WayIn()
        self.way_in.wanted.connect(self.compare)
        self._side_column.addWidget(self.way_in)
        self.model = ModelExportPanel(
            self.services,
            self.furniture.exporting,
            lambda: self.furniture.window.language.code,
        )
        self._side_column.addWidget(self.model)
        self.side.addWidget(self._beside_list)
        self.side.addStretch(1)

    def _button(self, symbol: str, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(symbol), text)
        button.clicked.connect(lambda _=False: do())
        self._side_column.addWidget(button)
        return button

    # --- the list ----------------------------------------------------------------------

    def arrive(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read the runs again, keeping the choice."""
        if not self.isVisible() and self._runs:
            return
        chosen = self.chosen or self.services.working.run
        several = self.chosen_runs
        self._runs = self.services.working.runs()
        self._show_place()
        self.list.blockSignals(True)
        self.list.setRowCount(len(self._runs))
        for row, run in enumerate(self._runs):
            for column, text in enumerate(self._cells(run)):
                item = QTableWidgetItem(text)
                if column in (2, 3, 4):
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                if column == 1:
                    item.setForeground(self._state_colour(run))
                self.list.setItem(row, column, item)
        # once at the end: sections that fit themselves do so for every single cell
        for column in range(1, self.list.columnCount()):
            self.list.resizeColumnToContents(column)
        if chosen in self._runs:
            self.list.selectRow(self._runs.index(chosen))
        elif self._runs:
            self.list.selectRow(0)
        self._select_again(several)
        self.list.blockSignals(False)
        self._show_chosen()

    @property
    def chosen(self) -> RunFolder | None:
        """The selected run, of several the one with the focus."""
        row = self.list.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    @property
    def chosen_runs(self) -> list[RunFolder]:
        """All selected runs, the oldest first."""
        rows = {index.row() for index in self.list.selectionModel().selectedRows()}
        return [self._runs[row] for row in sorted(rows, reverse=True) if row < len(self._runs)]

    def _select_again(self, runs: list[RunFolder]) -> None:
        """Select several runs as far as they are still there."""
        rows = [row for row, run in enumerate(self._runs) if run in runs]
        if len(rows) > 1:
            how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for row in rows:
                self.list.selectionModel().select(self.list.model().index(row, 0), how)

    def state_word(self, run: RunFolder) -> str:
        """Return how a run stands, in a word."""
        words = {
            "running": self.tr("in training"),
            "interrupted": self.tr("interrupted"),
            "goal": self.tr("goal met"),
            "epochs": self.tr("epoch limit"),
            "validation": self.tr("best validation"),
            "time": self.tr("time limit"),
            "stopped": self.tr("stopped"),
            "diverged": self.tr("diverged"),
            "failed": self.tr("failed"),
        }
        return words[self._state(run)]

    def _state(self, run: RunFolder) -> str:
        trainer = self.services.trainer
        return "running" if trainer.active and trainer.run == run else run.state()

    def _cells(self, run: RunFolder) -> tuple[str, ...]:
        about, outcome, evaluation = run.about(), run.outcome(), run.evaluation()
        loss = outcome.training_loss if outcome is not None else None
        held_out = held_out_part(evaluation) if evaluation is not None else {"samples": 0}
        return (
            about["name"],
            self.state_word(run),
            three_digits(loss) if loss is not None else "–",
            f"{held_out['correct']} / {held_out['samples']}" if held_out["samples"] else "–",
            f"{outcome.epoch:,}" if outcome is not None and outcome.epoch else "–",
            _date(about["created"]),
        )

    def _state_colour(self, run: RunFolder) -> QColor:
        scheme = theme.current()
        state = self._state(run)
        if state in ("interrupted", "failed", "diverged"):
            return QColor(scheme.error)
        return QColor(scheme.success if state in ("goal", "validation") else scheme.text)

    # --- the comparison ----------------------------------------------------------------

    def compare(self) -> None:
        """Show the selected runs side by side, the oldest as the one to be compared with."""
        if self._comparison is None:
            self._comparison = CompareView(self.furniture)
            self._comparison.left.connect(self._leave_comparison)
            self.column.addWidget(self._comparison, 1)
            self.side.insertWidget(0, self._comparison.side)
            self._comparison.hide()
        if self._comparison.show_runs(self.chosen_runs):
            self._comparison.show()
            self._show_place()
            self._comparison.side.back.setFocus()

    def _leave_comparison(self) -> None:
        if self._comparison is not None:
            self._comparison.hide()
            self._show_place()
            if self.isVisible():
                self.list.setFocus()

    def _show_place(self) -> None:
        """Show the comparison, the list, or that there is nothing to list."""
        compared = self._comparison is not None and not self._comparison.isHidden()
        self._title.setText(self.tr("Comparison of runs") if compared else self.tr("Runs"))
        self.empty.setVisible(not self._runs and not compared)
        self.list.setVisible(bool(self._runs) and not compared)
        self._beside_list.setVisible(not compared)
        if self._comparison is not None:
            self._comparison.side.setVisible(compared)

    # --- the chosen run ----------------------------------------------------------------

    def _show_chosen(self) -> None:
        run, several = self.chosen, len(self.chosen_runs)
        self.way_in.show_selected(several, len(self._runs))
        self.model.show_run(run if several == 1 else None)
        if several > 1:
            self._show_several(several)
            return
        self._about.show()
        self._settings.show()
        for button in (self.open, self.resume, self.repeat, self.rename, self.delete):
            button.setVisible(run is not None)
        if run is None:
            for text in (self._name, self._about, self._settings):
                text.setText("")
            return
        state = self._state(run)
        outcome, evaluation = run.outcome(), run.evaluation()
        self._name.setText(run.about()["name"])
        sentences = [self._state_sentence(run)]
        if evaluation is not None:
            sentences.append(evaluation_sentence(evaluation))
        self._about.setText(" ".join(sentences))
        self._settings.setText(self._job_text(run))
        resumable = state == "interrupted" or (outcome is not None and outcome.resumable)
        self.resume.setVisible(resumable)
        self.resume.setEnabled(not self.services.trainer.active)
        self.delete.setEnabled(state != "running")

    def _show_several(self, count: int) -> None:
        """Say how many runs are chosen; what is done with one of them waits."""
        for button in (self.open, self.resume, self.repeat, self.rename, self.delete):
            button.hide()
        self._name.setText(counted(self.tr("{count} runs selected"), count=count))
        self._about.hide()
        self._settings.hide()

    def _state_sentence(self, run: RunFolder) -> str:
        outcome = run.outcome()
        if outcome is not None:
            sentence = core_message(outcome.sentence)
            if outcome.seconds:
                sentence += " " + self.tr("Training took {time}.").format(
                    time=duration(outcome.seconds)
                )
            return sentence
        if self._state(run) == "running":
            return self.tr("In training now.")
        return self.tr(
            "Its worker ended before the run did. It can be resumed from its checkpoint."
        )

    def _job_text(self, run: RunFolder) -> str:
        try:
            job = run.any_job()
        except InputError as error:
            return core_message(error.message)
        if isinstance(job, ImageJob):
            return self._image_job_text(run, job)
        layers = job.network.layers if isinstance(job, Job) else network_title(job.network.name)
        return "\n".join(
            (
                f"{self.tr('Table')}: {self.furniture.name_of(job.data.table)}",
                f"{self.tr('Target')}: {job.data.target}",
                f"{self.tr('Layers')}: {layers}",
                f"{self.tr('Seed')}: {job.training.seed}",
                f"{self.tr('Folder')}: {run.path}",
            )
        )

    def _image_job_text(self, run: RunFolder, job: ImageJob) -> str:
        return "\n".join(
            (
                f"{self.tr('Images')}: {self.furniture.name_of(job.images.source)}",
                f"{self.tr('Network')}: {network_title(job.network.name)}",
                f"{self.tr('Seed')}: {job.training.seed}",
                f"{self.tr('Folder')}: {run.path}",
            )
        )

    def _with_chosen(self, do: Callable[[RunFolder], object]) -> None:
        if self.chosen is not None:
            do(self.chosen)

    def _open(self) -> None:
        run = self.chosen
        if run is not None:
            self.furniture.opening.open_run(run, lambda: self._show_opened(run))

    def _show_opened(self, run: RunFolder) -> None:
        if run.predictions_path.exists():
            self.furniture.show_export()
        else:
            self.services.go("image-train" if run.is_of_images else "train")

    def _repeat(self) -> None:
        run = self.chosen
        if run is not None:
            self.furniture.opening.open_run(run, lambda: self._offer_repeat())

    def _offer_repeat(self) -> None:
        self.services.working.select_run(None)
        self.services.go("image-train" if self.services.kind == "images" else "train")
        self.services.say(
            self.tr("The settings of that run are set; change what you like and press Train.")
        )

    def _rename(self) -> None:
        run = self.chosen
        if run is None:
            return
        name, accepted = QInputDialog.getText(
            self, self.tr("Rename"), self.tr("Name"), text=run.about()["name"]
        )
        if accepted:
            self.furniture.running.rename(run, name)


def _date(created: str) -> str:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return "–"
    seconds = int(moment.timestamp())
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)
