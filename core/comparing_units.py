"""Which held-out samples belong together, so that they are drawn together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.job_dataset import dataset_of, looks_like_degrees
from core.loading import read_labelled
from core.protocols.dividing import divide
from core.protocols.grouping import groups_of
from core.window_job import SurveyJob
from datasets.messages import InputError


def units_of(
    job: SurveyJob, block_size: float | None, rows: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the number of the group or block of each sample, int64, shape (N,).

    Parameters
    ----------
    block_size
        That of the verdict, which may have been proposed; None where there are no blocks.
    rows
        int64, shape (N,). Rows of the table, counted from 1.

    Raises
    ------
    InputError
        When the table cannot be read, or is not the one that was learned from.
    """
    read = read_labelled(job.data.table, job.data.reading)
    if job.data.fingerprint not in ("", read.table.fingerprint):
        raise InputError(
            "The table {path} has changed since the run, so which samples belong together is not "
            "known.",
            path=job.data.table,
        )
    dataset = dataset_of(read.table, job.data)
    division = divide(
        dataset,
        job.judging.model_copy(update={"block_size": block_size or 0.0, "buffer": 0.0}),
        job.training.seed,
        groups_of(dataset, read.labels, job.judging.protocol),
        looks_like_degrees=looks_like_degrees(read.table, job.data),
    )
    return division.units_of(np.searchsorted(dataset.row_numbers, rows))
