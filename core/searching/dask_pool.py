"""Trials on a cluster, by Dask: a scheduler somewhere, or one started on this machine.

A trial travels as texts and comes back as numbers, so that workers need no folder of ours; they
reach the table under the same path. What a lost worker was at is carried out again by another
(M. Rocklin 2015, Dask: parallel computation with blocked algorithms and task scheduling, SciPy
conference, 126-132).
"""

from __future__ import annotations

import functools
import tomllib
from typing import Any

from core.files import Closing
from core.job import Job
from core.job_file import job_from_values, job_text
from core.searching.folder import SearchFolder
from core.searching.nesting import Nested, read_nested
from core.searching.results import Said, Trial
from core.searching.setting import Setting
from core.searching.trial import carry_out
from datasets.field_reasons import reason_of
from datasets.messages import InputError, message

LOCAL = "local"
# seconds to wait for an event before somebody asks for other things, and for a scheduler
MOMENT, PATIENCE = 0.2, 10.0


class DaskPool(Closing):
    """Carries out as many trials at once as the cluster has threads, and a few in waiting.

    Parameters
    ----------
    scheduler
        Its address, or "local".
    count
        Workers of a local cluster, one thread each.

    Raises
    ------
    InputError
        When Dask is absent, or nobody answers at the address.
    """

    def __init__(self, scheduler: str, count: int, folder: SearchFolder, inner_folds: int) -> None:
        self._cluster, self._client = _connected(scheduler, count)
        self._folder, self._inner_folds = folder, inner_folds
        self._futures: dict[int, tuple[Setting | None, Any]] = {}

    def begin(self, job: Job, nested: Nested) -> None:
        """Workers that find another table than this one refuse it."""
        self._subject = (job_text(job), self._inner_folds, nested.dataset.fingerprint)

    @property
    def slots(self) -> int:
        """Twice the threads, so that no worker waits for its next trial; workers may join."""
        return max(2, 2 * int(sum(self._client.nthreads().values())))

    @property
    def busy(self) -> int:
        return len(self._futures)

    def submit(self, number: int, setting: Setting | None) -> None:
        text = setting.model_dump_json() if setting is not None else ""
        future = self._client.submit(
            trial_far_away, self._subject, number, text, pure=False, priority=-number
        )
        self._futures[number] = setting, future

    def ended(self) -> list[int]:
        from dask.distributed import TimeoutError, wait

        futures = [future for _, future in self._futures.values()]
        try:
            wait(futures, timeout=MOMENT, return_when="FIRST_COMPLETED")
        except TimeoutError:
            return []
        done = [number for number, (_, future) in self._futures.items() if future.done()]
        for number in done:
            self._folder.write_trial(*self._come_of(number))
        return done

    def close(self) -> None:
        self._futures.clear()
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _come_of(self, number: int) -> tuple[Trial, Said | None]:
        """Return a trial that came back; one whose workers died over and over is a failed one."""
        from dask.distributed import KilledWorker

        setting, future = self._futures.pop(number)
        error = future.exception()
        if isinstance(error, KilledWorker):
            why = message("Its process died over and over.")
            return Trial(number, setting, (), 0.0, why), None
        found: tuple[Trial, Said | None] = future.result()
        return found


def _connected(scheduler: str, count: int) -> tuple[Any, Any]:
    """Return a cluster of this machine, None where it is another's, and a client of it."""
    try:
        from dask.distributed import Client, LocalCluster
    except ImportError:
        raise InputError(
            "Searching on a cluster needs Dask, which is not installed: pip install "
            "“distributed”, or leave the scheduler empty."
        ) from None
    cluster = None
    if scheduler == LOCAL:
        cluster = LocalCluster(
            n_workers=count, threads_per_worker=1, dashboard_address=None, silence_logs=50
        )
    try:
        return cluster, Client(cluster or scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise InputError(
            "No Dask scheduler answers at {address}: {reason}.",
            address=scheduler,
            reason=reason_of(error),
        ) from None


def trial_far_away(
    subject: tuple[str, int, str], number: int, setting: str
) -> tuple[Trial, Said | None]:
    """Carry out a trial in a worker of the cluster."""
    job, nested = _subject(subject)
    wanted = Setting.model_validate_json(setting) if setting else None
    return carry_out(number, wanted, job, nested)


@functools.lru_cache(maxsize=2)
def _subject(subject: tuple[str, int, str]) -> tuple[Job, Nested]:
    text, inner_folds, fingerprint = subject
    job = job_from_values(tomllib.loads(text), "job")
    nested = read_nested(job, inner_folds)
    if nested.dataset.fingerprint != fingerprint:
        raise InputError(
            "The table {table} has changed since the search began; begin a new one.",
            table=job.data.table,
        )
    return job, nested
