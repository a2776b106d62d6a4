"""The loss of a run as one curve."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.comparing_curves import MOST_POINTS, curves_of
from core.outcome import Outcome
from core.run_folder import RunFolder
from tests.core.small_runs import small_job

HEAD = "epoch,member,training_loss,validation_loss\n"


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "run")
    made.create(small_job(tmp_path / "table.csv"))
    return made


def write(run: RunFolder, *rows: tuple[object, ...]) -> None:
    lines = [",".join(map(str, row)) for row in rows]
    run.history_path.write_text(HEAD + "\n".join(lines) + "\n")


def test_the_median_of_the_members_where_an_ended_one_keeps_its_last_loss(run: RunFolder) -> None:
    run.set_members(3)
    write(
        run,
        *((1, member, loss, "") for member, loss in enumerate((0.9, 0.6, 0.3))),
        (2, 0, 0.8, ""),
        (2, 2, 0.1, ""),
        (3, 0, 0.5, ""),
    )
    found = curves_of(run)
    assert found["loss"] == "mse"
    # member 1 ended with 0.6, member 2 with 0.1
    assert found["training"] == {"x": [1.0, 2.0, 3.0], "y": [0.6, 0.6, 0.5]}
    assert found["validation"] == {"x": [], "y": []}


def test_losses_that_are_not_finite_are_left_out(run: RunFolder) -> None:
    run.set_members(2)
    write(run, (1, 0, 0.5, "inf"), (1, 1, "inf", "inf"), (2, 0, 0.4, 0.3), (2, 1, "nan", "inf"))
    found = curves_of(run)
    assert found["training"] == {"x": [1.0, 2.0], "y": [0.5, 0.4]}
    assert found["validation"] == {"x": [2.0], "y": [0.3]}


def test_only_the_try_that_was_kept_counts(run: RunFolder) -> None:
    run.set_members(2)
    write(run, *((epoch, member, member + 1, "") for epoch in (1, 2) for member in range(6)))
    assert curves_of(run)["training"]["y"] == [5.5, 5.5]
    run.write_outcome(Outcome("epochs", tries=3, kept=2))
    assert curves_of(run)["training"]["y"] == [3.5, 3.5]


def test_all_members_of_an_earlier_run_are_one_try(run: RunFolder) -> None:
    write(run, (1, 0, 1.0, ""), (1, 1, 3.0, ""), (1, 2, 5.0, ""))
    run.write_outcome(Outcome("epochs"))
    assert curves_of(run)["training"]["y"] == [3.0]


def test_a_run_without_an_epoch_has_empty_curves(run: RunFolder) -> None:
    assert curves_of(run)["training"] == {"x": [], "y": []}
    run.history_path.write_text(HEAD)
    assert curves_of(run)["training"] == {"x": [], "y": []}


def test_a_long_curve_keeps_its_ends_and_its_shape(run: RunFolder) -> None:
    run.set_members(1)
    epochs = np.arange(1, 8001)
    losses = 1.0 / epochs
    write(run, *((epoch, 0, loss, "") for epoch, loss in zip(epochs, losses, strict=True)))
    found = curves_of(run)["training"]
    x, y = np.array(found["x"]), np.array(found["y"])
    assert len(x) <= MOST_POINTS
    assert (x[0], x[-1]) == (1.0, 8000.0)
    assert (np.diff(x) > 0).all()
    # seen on the axes the straight lines between the points lie on the curve
    assert np.interp(epochs, x, np.log10(y)) == pytest.approx(np.log10(losses), abs=0.02)
