"""Training without a run folder: nothing is written, and nothing told on the way."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.concluding import model_of
from core.job import Job
from core.model import TrainedModel
from core.parts import Parts, build_network
from core.run_folder import RunFolder
from core.tries import Tries

# epochs between two looks at whether somebody wants it to stop
BLOCK = 50


def train_quietly(
    job: Job, parts: Parts, cancelled: Callable[[], bool], *, threads: int | None = None
) -> TrainedModel | None:
    """Return the networks that a job trains, of its first try; None when it was cancelled.

    Parameters
    ----------
    cancelled
        Asked between two blocks of epochs.
    threads
        Of the training kernel; None: as many as the size of the work asks for.
    """
    once = job.model_copy(update={"training": job.training.model_copy(update={"learn_again": 0})})
    network, place = build_network(once, parts)
    if threads is not None:
        place = replace(place, threads=threads)
    tries = Tries(once, parts, network, place, RunFolder(Path()))
    tries.loop.block = BLOCK
    tries.loop.interrupted = cancelled
    limit, began = job.training.time_limit, time.monotonic()
    for _ in tries.loop:
        is_over = limit and time.monotonic() - began >= limit
        if is_over or cancelled():
            break
    # a long block is left in its middle, so it is asked after the last one
    if cancelled():
        return None
    tries.loop.finish()
    return model_of(once, parts, tries)
