"""One trial of a search, as a process of its own carries it out."""

from __future__ import annotations

import functools
from pathlib import Path

from core.control import Control
from core.events import Finished
from core.job import Job
from core.job_file import read_job
from core.reporting import Reporter
from core.searching.folder import SearchFolder
from core.searching.given import read_search
from core.searching.nesting import Nested, read_nested
from core.searching.setting import Setting
from core.searching.trial import StoppedError, carry_out
from datasets.messages import InputError, message


def carry_out_in(
    path: Path, number: int, setting: Setting | None, report: Reporter, control: Control
) -> None:
    """Carry out a trial of the search in a folder and write what came of it there.

    Raises
    ------
    InputError
        When there is no search in the folder, its table has changed, or it was stopped.
    """
    folder = SearchFolder(path)
    if not folder.exists:
        raise InputError("There is no search in {path}.", path=str(path))
    job, nested = _subject(path, folder.about()["fingerprint"])
    try:
        done = carry_out(number, setting, job, nested, lambda: control.stopping)
    except StoppedError:
        raise InputError("The trial was stopped; the search carries it out again.") from None
    folder.write_trial(*done)
    report(Finished(message("Trial {number} has ended.", number=number), {"trial": number}))


@functools.lru_cache(maxsize=1)
def _subject(path: Path, fingerprint: str) -> tuple[Job, Nested]:
    """Return the job of a search and its divided table, read once for all trials."""
    folder = SearchFolder(path)
    job = read_job(folder.job_path)
    nested = read_nested(job, read_search(folder.search_path).inner_folds)
    if nested.dataset.fingerprint != fingerprint:
        raise InputError(
            "The table {table} has changed since the search began; begin a new one.",
            table=job.data.table,
        )
    return job, nested
