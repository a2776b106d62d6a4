"""Where trials are carried out: in this process, in others of this machine, or on a cluster.

A pool is given trials and tells which of them have their file in the folder. A trial that is lost
with its process is carried out again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Protocol

from core.files import Closing
from core.job import Job
from core.searching.folder import SearchFolder
from core.searching.nesting import Nested
from core.searching.setting import Setting
from core.searching.settings import Search
from core.searching.trial import StoppedError, carry_out


class Pool(Protocol):
    """Carries out trials, `slots` at once."""

    @property
    def slots(self) -> int:
        """How many trials it takes at once."""

    @property
    def busy(self) -> int:
        """How many trials it was given and has not told of."""

    def submit(self, number: int, setting: Setting | None) -> None:
        """Carry out a trial some time."""

    def ended(self) -> list[int]:
        """Wait for a moment, and return the trials that ended."""

    def close(self) -> None:
        """Leave what is under way, and end all processes."""


class ThisProcess(Closing):
    """Carries out one trial after the other."""

    slots: int = 1

    def __init__(
        self, folder: SearchFolder, job: Job, nested: Nested, cancelled: Callable[[], bool]
    ) -> None:
        self._folder, self._job, self._nested = folder, job, nested
        self._cancelled = cancelled
        self._given: list[tuple[int, Setting | None]] = []

    @property
    def busy(self) -> int:
        return len(self._given)

    def submit(self, number: int, setting: Setting | None) -> None:
        self._given.append((number, setting))

    def ended(self) -> list[int]:
        number, setting = self._given.pop()
        try:
            done = carry_out(number, setting, self._job, self._nested, self._cancelled)
        except StoppedError:
            return []
        self._folder.write_trial(*done)
        return [number]

    def close(self) -> None:
        self._given.clear()


def pool_for(
    search: Search,
    folder: SearchFolder,
    job: Job,
    nested: Nested,
    cancelled: Callable[[], bool],
) -> Pool:
    """Return the pool that the settings of a search ask for.

    Raises
    ------
    InputError
        When a Dask cluster is asked for and Dask is absent, or its scheduler is out of reach.
    """
    count = search.processes or os.cpu_count() or 1
    if search.scheduler:
        # asked for by few, and a second to load
        from core.searching.dask_pool import DaskPool

        fingerprint = nested.dataset.fingerprint
        return DaskPool(search.scheduler, count, folder, job, search.inner_folds, fingerprint)
    if count == 1:
        return ThisProcess(folder, job, nested, cancelled)
    from core.searching.processes import Processes

    return Processes(folder, count)
