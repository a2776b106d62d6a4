"""What is written while a CNN learns: short runs whole, long ones thinned, the last step always."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.clock import Clock
from core.cnn.curves import StepsReader, epochs_writer, has_row, steps_writer
from core.cnn.growing_table import Columns
from core.cnn.recording import Follower, Journey, Tables
from core.cnn.schedules import learning_rate
from core.cnn.training import MemberLoop
from core.control import Control
from core.events import Event, ImageProgress
from core.history import HistoryWriter
from tests.core.cnn.small_loops import small_loop


def recorded(folder: Path, loop: MemberLoop, listen: Any = lambda event: None) -> Columns:
    """Train to the end and return the rows of ``steps.csv``."""
    with (
        HistoryWriter(folder / "history.csv") as history,
        epochs_writer(folder, None) as epochs,
        steps_writer(folder, None) as steps,
    ):
        tables = Tables(history, epochs, steps)
        follower = Follower(loop, Journey(0, 1), tables, lambda seconds: None, Clock(), listen)
        follower.follow(Control())
    return StepsReader(folder).read_new()[0]


@pytest.fixture
def never_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the computer were so fast that no time passes."""
    monkeypatch.setattr("core.cnn.recording.pause_between_rows", lambda seconds: 1e9)


def test_a_short_run_has_a_row_for_every_step(tmp_path: Path, never_due: None) -> None:
    heard: list[Event] = []
    loop = small_loop(schedule="one_cycle", learning_rate=0.1)
    rows = recorded(tmp_path, loop, heard.append)
    assert rows["step"].tolist() == list(range(1, loop.steps + 1))
    assert (rows["gradient_norm"] > 0).all()
    wanted = [
        learning_rate(loop.training, step, loop.steps_per_epoch) for step in range(loop.steps)
    ]
    np.testing.assert_allclose(rows["learning_rate"], wanted, rtol=1e-6)
    # the window hears of epochs and now and then of a step, not of every row
    assert sum(isinstance(event, ImageProgress) for event in heard) == loop.training.epochs + 1


def test_the_last_step_has_a_row_also_where_patience_ends_it(
    tmp_path: Path, never_due: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.cnn.recording.has_row", lambda step, steps: False)
    loop = small_loop(epochs=50, patience=1, learning_rate=1e-12)
    rows = recorded(tmp_path, loop)
    assert loop.ended == "validation"
    assert rows["step"].tolist() == [1, loop.step]
    assert rows["epoch"].tolist()[-1] == loop.epoch
    assert math.isfinite(rows["loss"][-1])


def test_later_steps_have_ever_fewer_rows() -> None:
    steps = 1_000_000
    having = np.array([step for step in range(1, steps + 1) if has_row(step, steps)])
    assert having[:200].tolist() == list(range(1, 201))
    assert having[-1] == steps
    octaves = np.histogram(having, 100 * 2.0 ** np.arange(14))[0]
    assert octaves[:-1].tolist() == [100] * 12
    assert has_row(999_983, 999_983)
