"""What carries out a job, by its kind: a BP network on a table, or a CNN."""

from __future__ import annotations

from collections.abc import Callable

from core.control import Control
from core.events import Event
from core.finding import check_source
from core.image_job import ImageJob
from core.job_file import AnyJob
from core.outcome import Outcome
from core.run_beginning import failures_kept, refuse_finished
from core.run_folder import RunFolder
from core.window_job import WindowJob


def run_any_job(
    job: AnyJob,
    folder: RunFolder,
    control: Control,
    report: Callable[[Event], None],
    *,
    live_map: bool = False,
) -> Outcome | None:
    """Carry out a job of any kind into a run folder; see `core.run.run_job`."""
    # told at once: what trains takes seconds to load
    refuse_finished(folder, job)
    with failures_kept(folder):
        check_source(job.images.source if isinstance(job, ImageJob) else job.data.table)
    # each way loads what the others do not need
    if isinstance(job, ImageJob):
        from core.cnn.run import run_image_job

        return run_image_job(job, folder, control, report)
    if isinstance(job, WindowJob):
        from core.windows.run import run_window_job

        return run_window_job(job, folder, control, report, live_map=live_map)
    from core.run import run_job

    return run_job(job, folder, control, report, live_map=live_map)
