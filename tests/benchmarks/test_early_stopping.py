"""Prechelt's criteria, for many members at once, against a loop over one curve."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks.early_stopping import (
    EarlyStopping,
    class_error_percentage,
    generalisation_loss,
    squared_error_percentage,
    training_progress,
)

Array = NDArray[np.float64]


def by_a_loop(
    training: Sequence[float], validation: Sequence[float], epochs: int
) -> tuple[int, int]:
    """Return the epochs at which one member stops and is best; 0 when it does not stop."""
    best, best_epoch = float("inf"), 0
    for t in range(1, len(training) + 1):
        if t % 5 == 0:
            error, strip = validation[t - 1], training[t - 5 : t]
            if error < best:
                best, best_epoch = error, t
            loss = 100 * (error / best - 1)
            progress = 1000 * (sum(strip) / (5 * min(strip)) - 1)
            if loss > 5 or progress < 0.1:
                return t, best_epoch
        if t >= epochs:
            return t, best_epoch
    return 0, best_epoch


def watched(training: Array, validation: Array, epochs: int = 3000) -> EarlyStopping:
    """Tell of curves of shape (epochs, K)."""
    stopping = EarlyStopping(training.shape[1], epochs=epochs)
    for trained, validated in zip(training, validation, strict=True):
        stopping.tell_training(trained)
        if stopping.at_strip_end:
            stopping.tell_validation(validated)
    return stopping


def curves(seed: int, members: int = 40, epochs: int = 400) -> tuple[Array, Array]:
    """Return errors that fall and shake; those of validation rise again sooner or later."""
    chance = np.random.default_rng(seed)
    t = np.arange(1, epochs + 1)[:, None]
    falling = np.exp(-t / chance.uniform(5, 300, members)) + 0.05
    training = falling * (1 + 0.002 * chance.normal(size=(epochs, members)))
    rising = (t / chance.uniform(100, 2000, members)) ** 2
    validation = falling + rising + 0.005 * chance.random((epochs, members))
    return training, validation


def test_the_generalisation_loss_is_the_rise_above_the_lowest_in_percent():
    loss = generalisation_loss(np.array([1.05, 2.0, 0.5]), np.array([1.0, 1.0, 0.5]))
    assert loss == pytest.approx([5, 100, 0])


def test_the_progress_is_the_mean_above_the_lowest_in_thousandths():
    strip = np.array([[5.0, 1.0], [4.0, 1.0], [3.0, 1.0], [2.0, 1.0], [1.0, 1.0]])
    assert training_progress(strip) == pytest.approx([2000, 0])


def test_errors_of_zero_are_no_loss_and_no_progress():
    assert generalisation_loss(np.zeros(1), np.zeros(1)) == [0]
    assert training_progress(np.zeros((5, 1))) == [0]
    assert training_progress(np.array([[1.0]] * 4 + [[0.0]])) == [np.inf]


@pytest.mark.parametrize("seed", range(5))
def test_forty_members_stop_where_each_would_alone(seed):
    training, validation = curves(seed)
    stopping = watched(training, validation, epochs=300)
    wanted = [
        by_a_loop(training[:, k].tolist(), validation[:, k].tolist(), 300)
        for k in range(training.shape[1])
    ]
    assert list(zip(stopping.stop_epoch, stopping.best_epoch, strict=True)) == wanted
    # curves of every kind: stopped at once, on the way, and by the limit
    assert len(set(stopping.stop_epoch)) > 5
    assert (stopping.best_epoch < stopping.stop_epoch).any()


@given(
    st.lists(st.tuples(st.floats(0.01, 10), st.floats(0.01, 10)), min_size=1, max_size=60),
    st.integers(1, 60),
)
@settings(deadline=None)
def test_any_curve_stops_where_the_loop_says(errors, epochs):
    training, validation = np.array(errors).T
    stopping = watched(training[:, None], validation[:, None], epochs)
    wanted = by_a_loop(training.tolist(), validation.tolist(), epochs)
    assert (stopping.stop_epoch[0], stopping.best_epoch[0]) == wanted


def test_the_members_at_their_best_are_named_while_they_run():
    stopping = EarlyStopping(3)
    told = []
    validation = np.array([[1, 1, 1], [0.9, 1.2, 1], [0.8, 0.1, 1]])
    for strip in range(3):
        for epoch in range(5):
            stopping.tell_training(np.full(3, 10.0 - strip - epoch / 10))
        told.append(stopping.tell_validation(validation[strip]))
    # the second was stopped at epoch 10, so its 0.1 comes too late
    assert np.array(told).tolist() == [[True] * 3, [True, False, False], [True, False, False]]
    assert stopping.running.tolist() == [True, False, True]
    assert stopping.best_error.tolist() == [0.8, 1.0, 1.0]
    assert stopping.best_epoch.tolist() == [15, 5, 5]
    assert stopping.stop_epoch.tolist() == [0, 10, 0]


def test_a_member_that_diverges_is_stopped_and_keeps_its_best():
    stopping = EarlyStopping(2)
    for strip in range(2):
        for epoch in range(5):
            wrong = np.nan if strip else 1.0
            stopping.tell_training(np.array([1.0 - epoch / 10, wrong - epoch / 10]))
        stopping.tell_validation(np.array([1.0, wrong]))
    assert stopping.running.tolist() == [True, False]
    assert stopping.best_error[1] == 1.0
    assert stopping.stop_epoch[1] == 10


def test_the_squared_error_percentage_is_as_the_report_defines_it():
    chance = np.random.default_rng(1)
    outputs, targets = chance.random((3, 7, 4)), chance.integers(0, 2, (7, 4)).astype(float)
    for k, error in enumerate(squared_error_percentage(outputs, targets)):
        total = sum((outputs[k, p, i] - targets[p, i]) ** 2 for p in range(7) for i in range(4))
        assert error == pytest.approx(100 * (1 - 0) / (4 * 7) * total)
    wide = squared_error_percentage(outputs, targets, lowest=-1, highest=1)
    assert wide == pytest.approx(2 * squared_error_percentage(outputs, targets))


def test_the_winner_takes_all():
    targets = np.eye(3)[[0, 1, 2, 2]]
    right = np.array([[0.2, 0.1, 0], [-1, 5, 4], [0, 0, 0.01], [0.3, 0.3, 0.31]])
    wrong = np.roll(right, 1, axis=1)
    half = np.concatenate([right[:2], wrong[2:]])
    found = class_error_percentage(np.array([right, wrong, half]), targets)
    assert found.tolist() == [0, 100, 50]
