"""The two tables that a window draws its live curves from; needs no torch.

``steps.csv`` has a row for each of the first steps, later for ever fewer and a few times a second;
``epochs.csv`` has one at the end of every epoch.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from core.cnn.growing_table import TableReader, TableWriter


class StepRow(NamedTuple):
    """A row of ``steps.csv``.

    Loss and accuracy are of the training samples since the row before, rate and gradient norm of
    the last step; member is counted from 0, step from 1 in each member; epoch is a fraction.
    """

    member: int
    step: int
    epoch: float
    loss: float
    accuracy: float
    learning_rate: float
    gradient_norm: float
    samples_per_second: float


STEP_COLUMNS = StepRow._fields
# seconds of training from the start of the run
EPOCH_COLUMNS = (
    "member",
    "epoch",
    "training_loss",
    "validation_loss",
    "training_accuracy",
    "validation_accuracy",
    "seconds",
)
STEPS_NAME, EPOCHS_NAME = "steps.csv", "epochs.csv"
# seconds between two rows of steps, at least; and as a share of the time trained so far, so that
# an hour takes some 9,000 rows and a day 15,000
CLOSEST, SPREAD = 0.05, 1 / 2000
# steps that all have a row; a million steps take some 1,400 rows besides those by time
DENSE = 100


def pause_between_rows(seconds: float) -> float:
    """Return how many seconds the next row of ``steps.csv`` waits after so much training."""
    return max(CLOSEST, seconds * SPREAD)


def has_row(step: int, steps: int) -> bool:
    """Whether a step of a member, counted from 1, gets a row however fast the steps are.

    The first 2 × `DENSE` do, then one in 2^⌊log2(step / `DENSE`)⌋, and the last of all `steps`.
    """
    return step == steps or step % (1 << max(0, (step // DENSE).bit_length() - 1)) == 0


def steps_writer(folder: Path, resume_at: tuple[int, int] | None) -> TableWriter:
    """Open ``steps.csv``; `resume_at` is member and step of the checkpoint."""
    return TableWriter(folder / STEPS_NAME, STEP_COLUMNS, resume_at)


def epochs_writer(folder: Path, resume_at: tuple[int, int] | None) -> TableWriter:
    """Open ``epochs.csv``; `resume_at` is member and epoch of the checkpoint."""
    return TableWriter(folder / EPOCHS_NAME, EPOCH_COLUMNS, resume_at)


class StepsReader(TableReader):
    """Reads ``steps.csv`` as it grows; the columns are `STEP_COLUMNS`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / STEPS_NAME, STEP_COLUMNS)


class EpochsReader(TableReader):
    """Reads ``epochs.csv`` as it grows; the columns are `EPOCH_COLUMNS`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / EPOCHS_NAME, EPOCH_COLUMNS)
