"""Where trials are carried out: in this process, in others of this machine, or on a cluster.

A pool is given trials and tells which of them have their file in the folder. A trial that is lost
with its process is carried out again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from core.job import Job
from core.searching.folder import SearchFolder
from core.searching.setting import Setting
from core.searching.settings import Search

if TYPE_CHECKING:
    from core.searching.nesting import Nested


class Pool(Protocol):
    """Carries out trials."""

    @property
    def slots(self) -> int:
        """How many trials it takes at once."""

    @property
    def busy(self) -> int:
        """How many trials it was given and has not told of."""

    def begin(self, job: Job, nested: Nested) -> None:
        """Take what all trials are about, before the first."""

    def submit(self, number: int, setting: Setting | None) -> None:
        """Carry out a trial some time."""

    def ended(self) -> list[int]:
        """Wait for a moment, and return the trials that ended."""

    def close(self) -> None:
        """Leave what is under way, and end all processes."""


def pool_for(search: Search, folder: SearchFolder, cancelled: Callable[[], bool]) -> Pool:
    """Return the pool that the settings of a search ask for; its processes start at once.

    Raises
    ------
    InputError
        When a Dask cluster is asked for and Dask is absent, or its scheduler is out of reach.
    """
    count = search.processes or os.cpu_count() or 1
    if search.scheduler:
        # asked for by few, and a second to load
        from core.searching.dask_pool import DaskPool

        return DaskPool(search.scheduler, count, folder, search.inner_folds)
    if count == 1:
        from core.searching.this_process import ThisProcess

        return ThisProcess(folder, cancelled)
    from core.searching.processes import Processes

    most = search.trials - len(folder.trials()) if search.trials else count
    return Processes(folder, count, at_once=max(0, min(count, most)))
