"""A job of a CNN that `torchrun` started in several processes: one leads, the others assist.

The first process does all that a single one does: it writes the folder of the run, speaks, obeys.
The others read the same samples and compute their share of each batch.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.control import Control
from core.events import Event, Notice
from core.finding import check_source
from core.image_job import ImageJob
from core.job_file import AnyJob
from core.outcome import Outcome
from core.run_beginning import failures_kept, refuse_finished
from core.run_folder import RunFolder
from core.window_job import WindowJob
from datasets.messages import InputError, message

if TYPE_CHECKING:
    from core.cnn.ranks import Ranks


def is_one_of_several() -> bool:
    """Whether `torchrun` started this process together with others."""
    return "RANK" in os.environ and os.environ.get("WORLD_SIZE", "1") != "1"


def run_in_company(
    job: AnyJob,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    *,
    live_map: bool = False,
) -> Outcome | None:
    """Carry out a job of a CNN together with the other processes.

    Returns
    -------
    Outcome or None
        Why it ended; None when it was interrupted and can be resumed, and in all processes but the
        first.

    Raises
    ------
    InputError
        When the job is of a BP network, or as `core.run_kinds.run_any_job` does.
    """
    is_first = os.environ["RANK"] == "0"
    if not isinstance(job, (ImageJob, WindowJob)):
        if is_first:
            raise _not_for_bp()
        return None
    from core.cnn.joining import joined
    from core.cnn.ranks import RankLost

    try:
        with joined(job.training.device) as ranks:
            if ranks.is_first:
                return _lead(job, folder, control, report, ranks, live_map=live_map)
            from core.cnn.assisting import assist

            assist(job, folder, control, ranks)
    except RankLost:
        # the exit code by which torchrun starts all of them again
        control.abandon()
        if is_first:
            report(
                Notice(
                    message(
                        "Another process of this run was lost; the same command goes on from the "
                        "last checkpoint."
                    )
                )
            )
    return None


def _not_for_bp() -> InputError:
    return InputError(
        "This job is of BP networks, whose members and folds are trained at once in one process; "
        "start it without torchrun. The verb search spreads many trials over processes."
    )


def _lead(
    job: ImageJob | WindowJob,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    ranks: Ranks,
    *,
    live_map: bool,
) -> Outcome | None:
    """Do what a single process does, with the others at its side."""
    refuse_finished(folder, job)
    with failures_kept(folder):
        check_source(job.images.source if isinstance(job, ImageJob) else job.data.table)
    # the others begin to read when nothing is left that all of them would complain about
    ranks.hand_out(b"")
    if isinstance(job, ImageJob):
        from core.cnn.run import run_image_job

        return run_image_job(job, folder, control, report, ranks=ranks)
    from core.windows.run import run_window_job

    return run_window_job(job, folder, control, report, live_map=live_map, ranks=ranks)
