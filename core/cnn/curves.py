"""The two tables that a window draws its live curves from; needs no torch.

``steps.csv`` has a row a few times a second, ``epochs.csv`` one at the end of every epoch.
"""

from __future__ import annotations

from pathlib import Path

from core.cnn.growing_table import TableReader, TableWriter

# loss and accuracy of the training samples since the row before; rate and gradient norm of the
# last step; member counted from 0, step from 1 in each member; epoch a fraction
STEP_COLUMNS = (
    "member",
    "step",
    "epoch",
    "loss",
    "accuracy",
    "learning_rate",
    "gradient_norm",
    "samples_per_second",
)
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


def pause_between_rows(seconds: float) -> float:
    """Return how many seconds the next row of ``steps.csv`` waits after so much training."""
    return max(CLOSEST, seconds * SPREAD)


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
