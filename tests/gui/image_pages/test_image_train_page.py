"""The Train page of images: curves from the growing tables, figures from the events."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.cnn.curves import epochs_writer, steps_writer
from core.events import ImageProgress, Started, TaskProgress
from core.image_job import CNN, CNNTraining
from core.run_folder import RunFolder
from datasets.messages import message
from gui.image_pages.image_train_page import ImageTrainPage
from gui.image_session import ImageSession
from gui.session import Session
from gui.settings import Settings
from gui.telling import Telling
from gui.trainer import Trainer
from tests.gui.image_pages.small_judged import write_images, write_judged_run

PROGRESS = ImageProgress(0, 1, 2, 10, 812, 4220, 0.042, 0.99, 0.05, 0.989, 0.1, 2310.0, 80.0)


class FakeTrainer(QObject):
    """What the page hears of a trainer."""

    state_changed = Signal(str)
    progressed = Signal(object)
    task_progressed = Signal(object)
    noticed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = "idle"
        self.run: RunFolder | None = None
        self.progress: ImageProgress | None = None
        self.device = "cpu × 2"
        self.notices: list[Any] = []

    @property
    def active(self) -> bool:
        return self.state != "idle"

    def become(self, state: str) -> None:
        self.state = state
        self.state_changed.emit(state)

    def report(self, progress: ImageProgress) -> None:
        self.progress = progress
        self.progressed.emit(progress)


@pytest.fixture
def trainer() -> FakeTrainer:
    return FakeTrainer()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, trainer: FakeTrainer) -> Iterator[ImageTrainPage]:
    session = ImageSession()
    running = SimpleNamespace(train=print, pause_or_resume=print, stop=print)
    services = SimpleNamespace(
        session=Session(), images=session, settings=Settings(), trainer=trainer, go=print
    )
    made = ImageTrainPage(cast(Any, SimpleNamespace(services=services, running=running)))
    qtbot.addWidget(made)
    qtbot.addWidget(made.inspector)
    made.resize(860, 720)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.dispose()


@pytest.fixture
def run(page: ImageTrainPage, tmp_path: Path) -> RunFolder:
    images = write_images(tmp_path / "images")
    page.images.open_images(images)
    run, _ = write_judged_run(tmp_path / "run", images)
    run.outcome_path.unlink()
    write_curves(run.path, member=0)
    return run


def write_curves(folder: Path, member: int) -> None:
    """Write two epochs of four steps; the first one is the better one on the validation part."""
    first = member == 0
    with (
        steps_writer(folder, None if first else (member - 1, 8)) as steps,
        epochs_writer(folder, None if first else (member - 1, 2)) as epochs,
    ):
        for step in range(1, 9):
            steps.add(member, step, step / 4, 2.0 / step, 0.5, 0.1, 1.0, 100.0)
        epochs.add(member, 1, 1.0, 0.9, 0.6, 0.75, 1.0)
        epochs.add(member, 2, 0.5, 0.8, 0.8, 0.7, 2.0)


def drawn(page: ImageTrainPage) -> None:
    page._read_soon.flush()
    page.plots.redraw()


def test_without_images_the_page_shows_the_way_to_them(page: ImageTrainPage):
    assert page._middle.currentIndex() == 0
    assert not page.train.isEnabled()
    # the sentence with the button in the middle is enough
    assert page.obstacle.text == ""
    assert page._sentence.text() == ""


def test_the_schedule_is_drawn_before_the_training(page: ImageTrainPage, run: RunFolder):
    training = CNNTraining(schedule="cosine", learning_rate=0.2, epochs=4, batch_size=10)
    page.images.set_training(training)
    x, y = page.plots.rate.plan.getData()
    assert x[0] > 0
    assert x[-1] == 4
    assert y[0] == pytest.approx(0.2)
    assert (np.diff(y) < 0).all()
    page.images.set_training(training.model_copy(update={"trainer": "irprop-"}))
    assert not len(page.plots.rate.plan.getData()[0])


def test_curves_are_read_as_they_grow(page: ImageTrainPage, run: RunFolder):
    page.images.select_run(run)
    drawn(page)
    loss = page.plots.loss.items["loss"].getData()
    # the table has seven digits
    np.testing.assert_allclose(10.0 ** loss[1], 2.0 / np.arange(1, 9), rtol=1e-6)
    validation = page.plots.loss.items["validation_loss"].getData()
    assert validation[0].tolist() == [1.0, 2.0]
    assert page.plots.loss.best.value() == 1
    write_curves(run.path, member=1)
    assert page.curves.read()
    page.plots.redraw()
    assert page.plots.member.count() == 3
    assert page.plots.shown_member == 1
    faint = page.plots.loss.others.getData()[0]
    assert faint[np.isfinite(faint)].tolist() == [1.0, 2.0]


def test_accuracy_is_drawn_as_error_on_a_logarithmic_scale(page: ImageTrainPage, run: RunFolder):
    page.images.select_run(run)
    drawn(page)
    key = "validation_accuracy"
    np.testing.assert_allclose(page.plots.accuracy.items[key].getData()[1], np.log10([25, 30]))
    page.plots.scale.button("linear").click()
    page.plots.redraw()
    np.testing.assert_allclose(page.plots.accuracy.items[key].getData()[1], [75, 70])


def test_the_view_follows_until_somebody_pans(page: ImageTrainPage, run: RunFolder):
    page.images.select_run(run)
    drawn(page)
    assert page.plots.following
    page.plots.loss.box.sigRangeChangedManually.emit([True, True])
    assert not page.plots.following
    assert page.plots.fit_button.isEnabled()
    page.plots.fit_button.click()
    assert page.plots.following


def test_figures_of_the_training_stand_in_a_line(page, run, trainer):
    trainer.run = run
    trainer.become("starting")
    page.images.select_run(run)
    trainer.become("training")
    trainer.report(PROGRESS)
    assert page.figures.text().split("  ·  ") == [
        "epoch 3 of 10",
        "step 812 of 4,220",
        "loss 0.0420",
        "validation 98.9 %",
        "2.3k images/s",
        "about 1:20 left",
        "CPU × 2",
    ]
    trainer.task_progressed.emit(TaskProgress(message("Classifying every image"), 0, 1))
    assert page.figures.text() == "Classifying every image…"


def test_the_end_says_what_it_is_worth(page, run, trainer, tmp_path):
    trainer.run = run
    trainer.become("training")
    page.images.select_run(run)
    assert page.judge.isHidden()
    finished, _ = write_judged_run(tmp_path / "other", page.images.images)
    trainer.become("idle")
    page.images.select_run(finished)
    assert "95\u00a0% interval" in page._sentence.text()
    assert not page.judge.isHidden()


def test_a_resumed_run_is_read_from_its_start(page, run, trainer):
    page.images.select_run(run)
    drawn(page)
    with steps_writer(run.path, (0, 4)) as steps:
        for step in range(5, 12):
            steps.add(0, step, step / 4, 9.0, 0.5, 0.1, 1.0, 100.0)
    trainer.run = run
    trainer.become("starting")
    trainer.become("training")
    drawn(page)
    loss = page.curves.curve(0, "loss")
    assert loss.x.tolist() == [step / 4 for step in range(1, 12)]
    assert loss.y[4:].tolist() == [9.0] * 7


def test_the_trainer_and_the_status_bar_take_the_progress_of_images(qtbot: QtBot):
    trainer = Trainer()
    heard: list[object] = []
    trainer.progressed.connect(heard.append)
    shown: list[Any] = []
    status = SimpleNamespace(
        show_text=shown.append, show_progress=lambda done, total, **_: shown.append((done, total))
    )
    services = SimpleNamespace(trainer=trainer, tasks=SimpleNamespace(busy=False))
    telling = Telling(cast(Any, SimpleNamespace(status=status)), cast(Any, services), trainer)
    try:
        trainer._take(Started("run", 0, 10, "cpu"))
        second = replace(PROGRESS, member=1, members=3)
        trainer._take(second)
        assert heard == [second]
        assert trainer.progress == second
        telling.show_training(second)
    finally:
        trainer.worker.close()
    assert shown[0].startswith("Training  ·  network 2 of 3  ·  epoch 3 of 10")
    assert shown[1] == (4220 + 812, 3 * 4220)


def test_a_rate_that_the_network_cannot_learn_at_is_told_and_changed_by_a_click(
    page: ImageTrainPage, run: RunFolder
) -> None:
    assert not page.advice.isVisible()
    page.images.set_training(CNNTraining(trainer="adam", learning_rate=0.1))
    assert page.advice.isVisibleTo(page.inspector)
    assert "0.001" in page.advice.text()
    page.follow_advice.click()
    assert page.images.training.learning_rate == 0.001
    assert not page.advice.isVisibleTo(page.inspector)


def test_what_comes_while_the_plots_take_turns_is_drawn(
    qtbot: QtBot, page: ImageTrainPage, run: RunFolder
) -> None:
    page.images.select_run(run)
    page._read_soon.flush()
    page.plots._redraw.cancel()
    page.plots._begin_turns()
    # the loss was drawn, the others wait: the last epoch comes now
    with epochs_writer(run.path, (0, 2)) as epochs:
        epochs.add(0, 3, 0.4, 0.7, 0.8, 0.9, 3.0)
    assert page.curves.read()
    page.plots._begin_turns()
    qtbot.waitUntil(lambda: not page.plots._waiting)
    for plot, key in (
        (page.plots.loss, "validation_loss"),
        (page.plots.accuracy, "validation_accuracy"),
    ):
        assert plot.items[key].getData()[0].tolist() == [1.0, 2.0, 3.0]
    assert page.plots.loss.best.value() == 3


def test_zero_has_a_row_of_its_own_on_a_logarithmic_axis(
    page: ImageTrainPage, run: RunFolder
) -> None:
    with epochs_writer(run.path, (0, 2)) as epochs:
        epochs.add(0, 3, 0.4, 0.7, 1.0, 1.0, 3.0)
    page.images.select_run(run)
    drawn(page)
    plot = page.plots.accuracy
    item = plot.items["validation_accuracy"]
    assert item.getData()[0].tolist() == [1.0, 2.0, 3.0]
    zero = item.getData()[1][-1]
    low, high = plot.box.viewRange()[1]
    assert low < zero < math.log10(20)
    levels = plot.values.tickValues(low, high, 200.0)
    named = {
        at: text
        for spacing, ats in levels
        for at, text in zip(ats, plot.values.tickStrings(ats, 1.0, spacing), strict=True)
    }
    assert min(named) == zero
    assert named[zero] == "0"
    assert page.plots.accuracy.legend.value("validation_accuracy") == "0"
    assert page.plots.loss.best.value() == 3
    page.plots.scale.button("linear").click()
    page.plots.redraw()
    assert item.getData()[1].tolist() == [75, 70, 100]


def test_an_obstacle_is_said_once_with_the_way_to_where_it_is_mended(
    page: ImageTrainPage, run: RunFolder
) -> None:
    page.images.select_run(None)
    assert page.obstacle.text == ""
    assert "Press Train" in page._sentence.text()
    page.images.set_network(CNN(name="custom", layers="NONSENSE"))
    assert "NONSENSE" in page.obstacle.text
    assert page.obstacle.button.text() == "Go to Network"
    assert page._sentence.text() == ""
    assert "NONSENSE" not in page._network.text()
    page.images.set_network(CNN())
    assert page.obstacle.text == ""
