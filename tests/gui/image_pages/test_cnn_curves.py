"""The figures that the Train page of images computes: best epoch, planned rate, ranges."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cnn.curves import epochs_writer
from core.cnn.schedules import learning_rate
from core.cnn.scoring import Score
from core.cnn.standing import Standing
from core.cnn.training import StepDone
from core.image_job import CNNTraining, ImagePreparation
from gui.decimation import Envelope
from gui.image_pages.cnn_curves import CNNCurves
from gui.image_pages.planned_rate import guessed_steps, planned_rate
from gui.image_pages.plot_ranges import value_range
from tests.core.cnn.small_loops import small_loop
from tests.gui.image_pages.small_judged import write_images

# few values, so that there are ties
shares = st.sampled_from([0.5, 0.75, 0.9])
losses = st.sampled_from([0.1, 0.2, 0.3])


@given(st.lists(st.tuples(losses, shares), max_size=12))
def test_the_best_epoch_is_the_one_that_training_keeps(epochs: list[tuple[float, float]]):
    standing, curves = Standing(), CNNCurves()
    for number, (loss, accuracy) in enumerate(epochs, 1):
        standing.is_best(number, Score(loss, accuracy))
        curves.curve(0, "validation_loss").append([number], [loss])
        curves.curve(0, "validation_accuracy").append([number], [accuracy])
    assert curves.best_epoch(0) == standing.epoch


def test_without_a_validation_part_there_is_no_best_epoch(tmp_path: Path):
    with epochs_writer(tmp_path, None) as epochs:
        epochs.add(0, 1, 1.0, float("nan"), 0.6, float("nan"), 1.0)
    curves = CNNCurves()
    curves.follow(tmp_path)
    assert curves.read()
    assert not curves.read()
    assert curves.best_epoch(0) == 0
    assert curves.newest == 1.0


@pytest.mark.parametrize("schedule", ["constant", "step", "cosine", "one_cycle"])
def test_the_plan_is_the_schedule(schedule: str):
    training = CNNTraining.model_validate({"schedule": schedule, "epochs": 7, "step_epochs": 2})
    x, y = planned_rate(training, 300)
    assert len(x) == 500
    assert x[0] == 1 / 300
    assert x[-1] == 7
    # the first step ends a 300th of an epoch after the start
    steps = np.rint(x * 300).astype(int) - 1
    assert y.tolist() == [learning_rate(training, step, 300) for step in steps.tolist()]


@pytest.mark.parametrize("batch_size", [12, 48])
def test_the_rate_of_a_step_that_was_done_lies_on_the_plan(batch_size: int):
    loop = small_loop(schedule="one_cycle", learning_rate=0.1, batch_size=batch_size, epochs=6)
    done = [
        (loop.epoch + loop.seen / loop.samples_per_epoch, loop.rate)
        for event in loop
        if isinstance(event, StepDone)
    ]
    planned = planned_rate(loop.training, loop.steps_per_epoch)
    np.testing.assert_allclose(np.transpose(planned), done)


def test_batches_are_guessed_from_the_parts(tmp_path: Path):
    images = write_images(tmp_path / "images")
    training = CNNTraining(batch_size=4)
    # 59 with a class, 20 of them the source's own test part; a tenth of the rest validates
    assert guessed_steps(images, ImagePreparation(), training) == 9
    assert guessed_steps(images, ImagePreparation(samples=8), training) == 2
    # folds ask nobody's test part
    in_folds = ImagePreparation(folds=5, validation_part=0.0)
    assert guessed_steps(images, in_folds, training) == 12


def curve(*values: float) -> Envelope:
    made = Envelope()
    made.append(np.arange(len(values)), values)
    return made


def test_a_first_leap_does_not_press_the_rest_flat():
    bottom, top = value_range(curve(900.0, 2.0, 1.0), [curve(2.0, 1.0)], log=False)
    assert bottom == 0
    assert 2.0 < top < 3.0
    assert value_range(curve(100.0, 0.1), [], log=True) == (-1.0, 2.0)
    bottom, top = value_range(curve(10.0, 98.0), [curve(95.0, 99.0)], log=False, up_to=100.0)
    assert 93 < bottom < 95
    assert top == 100
