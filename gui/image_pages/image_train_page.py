"""Train: the loss of a CNN falls and its accuracy rises, while the worker learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget

from core.events import ImageProgress, TaskProgress
from core.image_job import CNNTraining, ImageJob, ImagePreparation
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui.forms import SectionForm
from gui.icons import icon
from gui.image_figures import image_figures
from gui.image_pages.cnn_curves import CNNCurves
from gui.image_pages.image_page import ImagePage
from gui.image_pages.planned_rate import guessed_steps, planned_rate
from gui.image_pages.training_plots import TrainingPlots
from gui.network_title import network_title
from gui.nothing_yet import NothingYet
from gui.obstacle_notice import ObstacleNotice
from gui.pages.page import label
from gui.throttle import Throttle
from gui.training.run_buttons import RunButtons
from gui.training.state_words import live_sentence, resting_sentence
from gui.translating import core_message, counted

if TYPE_CHECKING:
    from gui.furniture import Furniture

READ_EVERY_MS = 66


class ImageTrainPage(ImagePage):
    """Curves and figures of the run on show; settings of the training beside them."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Train"))
        self._build_buttons()
        self._sentence = label("")
        self.figures = label("", "muted")
        self.figures.setAccessibleName(self.tr("Figures of the training"))
        self.curves = CNNCurves()
        self.plots = TrainingPlots(self.curves)
        self.obstacle = self._obstacle_notice()
        self.column.addWidget(self.obstacle)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self.figures)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._nothing())
        self._middle.addWidget(self.plots)
        self.column.addWidget(self._middle, 1)
        self._build_inspector()
        self._shown_run: RunFolder | None = None
        self._shown_job: ImageJob | None = None
        self._was_starting = False
        self._task = ""
        self._read_soon = Throttle(self._read, READ_EVERY_MS, self)
        self._listen()
        self._show_settings()
        self._show_run()

    def _listen(self) -> None:
        trainer = self.services.trainer
        self.listen(trainer.state_changed, self._state_changed)
        self.listen(trainer.progressed, self._progressed)
        self.listen(trainer.task_progressed, self._show_task)
        self.listen(trainer.noticed, lambda _: self._show_notices())
        self.listen(self.images.images_changed, self._show_settings)
        self.listen(self.images.settings_changed, self._show_settings)
        self.listen(self.images.run_changed, self._show_run)

    # --- building ----------------------------------------------------------------------

    def _build_buttons(self) -> None:
        self.judge = QPushButton(icon("scale-balance"), self.tr("See the errors"))
        self.judge.clicked.connect(lambda _=False: self.services.go("image-judge"))
        self.buttons = RunButtons(self.furniture.running, self.services.trainer)
        self.train, self.pause = self.buttons.train, self.buttons.pause
        self.stop = self.buttons.stop
        self.head.addWidget(self.judge)
        self.head.addWidget(self.buttons)

    def _nothing(self) -> NothingYet:
        return NothingYet(
            self.tr("Open images first: the digits that come with the program, or your own."),
            {"images": self.tr("Go to Images")},
            self.services.go,
        )

    def _obstacle_notice(self) -> ObstacleNotice:
        ways = {"images": self.tr("Go to Images"), "cnn": self.tr("Go to Network")}
        return ObstacleNotice(ways, self.services.go)

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("Training"), "heading"))
        self._network = label("", "muted")
        self.side.addWidget(self._network)
        self.advice = label("", "warning")
        self.follow_advice = QPushButton()
        self.follow_advice.setProperty("role", "link")
        self.follow_advice.clicked.connect(self._follow_advice)
        self.side.addWidget(self.advice)
        self.side.addWidget(self.follow_advice, alignment=Qt.AlignmentFlag.AlignLeft)
        self.form = SectionForm(CNNTraining)
        self.form.changed.connect(self.images.set_training)
        self.side.addWidget(self.form)
        self._notices_title = label(self.tr("Worked around in this run"), "heading")
        self._notices = label("", "caption")
        self.side.addWidget(self._notices_title)
        self.side.addWidget(self._notices)
        self.side.addStretch(1)

    # --- settings ----------------------------------------------------------------------

    def arrive(self) -> None:
        self._show_state()
        self._read_soon.request()

    def _show_settings(self) -> None:
        self.form.set_value(self.images.training)
        present = self.images.images
        self._middle.setCurrentIndex(0 if present is None else 1)
        if present is not None:
            self._network.setText(
                counted(
                    self.tr("{network} · {samples} labelled images"),
                    network=network_title(self.images.network.name),
                    samples=f"{present.labelled:,}",
                )
            )
        self._show_advice()
        self._show_plan()
        self._show_state()

    def _show_advice(self) -> None:
        advice = self.images.rate_advice
        self.advice.setVisible(advice is not None)
        self.follow_advice.setVisible(advice is not None)
        if advice is not None:
            self.advice.setText(core_message(advice.why))
            self.follow_advice.setText(
                self.tr("Set the rate to {rate}").format(rate=f"{advice.rate:g}")
            )

    def _follow_advice(self) -> None:
        advice = self.images.rate_advice
        if advice is not None:
            self.images.set_training(
                self.images.training.model_copy(update={"learning_rate": advice.rate})
            )

    def _show_plan(self) -> None:
        """Draw the schedule of the run on show, before there is one that of the next."""
        training, steps = self._shown_training(), self._steps_per_epoch()
        self.plots.set_plan(training.epochs, *planned_rate(training, steps))

    def _shown_training(self) -> CNNTraining:
        return self._shown_job.training if self._shown_job is not None else self.images.training

    def _steps_per_epoch(self) -> int:
        progress = self.services.trainer.progress
        if self._is_live() and isinstance(progress, ImageProgress) and progress.epochs:
            return max(1, round(progress.steps / progress.epochs))
        present = self.images.images
        if present is None:
            return 1
        job = self._shown_job
        preparation: ImagePreparation = (
            job.preparation if job is not None else self.images.preparation
        )
        return guessed_steps(present, preparation, self._shown_training())

    # --- the run on show ---------------------------------------------------------------

    def _show_run(self) -> None:
        run = self.images.run
        if run != self._shown_run:
            self._shown_run = run
            self._shown_job = _job_of(run)
            self._read_anew()
        self._show_plan()
        self._show_state()
        self._show_notices()
        self._read_soon.request()

    def _read_anew(self) -> None:
        run = self._shown_run
        self.curves.follow(run.path if run is not None else None)
        self.plots.start_over()
        self._read_soon.request()

    def _read(self) -> None:
        if self.curves.read():
            self.plots.show_again()

    def _is_live(self) -> bool:
        trainer = self.services.trainer
        return trainer.active and trainer.run is not None and trainer.run == self.images.run

    def _state_changed(self, state: str) -> None:
        if state != "starting" and self._was_starting and self._is_live():
            # a run that goes on from its checkpoint has cut what came after it
            self._read_anew()
        self._was_starting = state == "starting"
        self._task = ""
        self._show_state()
        self._read_soon.request()

    def _progressed(self, progress: object) -> None:
        if not isinstance(progress, ImageProgress) or not self._is_live():
            return
        is_first = not self.figures.text()
        self._task = ""
        self._show_figures()
        if is_first:
            self._show_plan()
        self._read_soon.request()

    def _show_task(self, progress: TaskProgress) -> None:
        self._task = core_message(progress.what) + "…"
        if self._is_live():
            self._show_figures()

    # --- words -------------------------------------------------------------------------

    def _show_state(self) -> None:
        obstacle = self._obstacle()
        self.buttons.show_state(obstacle)
        run = self.images.run
        has_result = run is not None and run.predictions_path.exists() and not self._is_live()
        self.judge.setVisible(has_result)
        # without images the middle of the page says so, with a button as well
        said = obstacle if self.images.images is not None else ""
        self.obstacle.show_obstacle(said, self.images.obstacle_page)
        sentence = self._state_sentence()
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._show_figures()

    def _show_figures(self) -> None:
        trainer = self.services.trainer
        progress = trainer.progress
        text = ""
        if self._is_live():
            text = self._task
            if not text and isinstance(progress, ImageProgress):
                text = "  ·  ".join(image_figures(progress, trainer.device))
        self.figures.setText(text)
        self.figures.setVisible(bool(text))

    def _state_sentence(self) -> str:
        if self._is_live():
            return live_sentence(self.services.trainer.state, number=0)
        if self.images.run is None and self._obstacle():
            return ""
        return resting_sentence(self.images.run)

    def _obstacle(self) -> str:
        obstacle = self.images.obstacle
        return core_message(obstacle) if obstacle is not None else ""

    def _show_notices(self) -> None:
        trainer = self.services.trainer
        notices = trainer.notices if trainer.run == self.images.run else []
        self._notices_title.setVisible(bool(notices))
        self._notices.setVisible(bool(notices))
        self._notices.setText("\n".join("• " + core_message(notice) for notice in notices))


def _job_of(run: RunFolder | None) -> ImageJob | None:
    try:
        return run.image_job() if run is not None else None
    except InputError:
        return None
