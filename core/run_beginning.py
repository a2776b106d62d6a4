"""What must hold before a run begins in a folder, whatever kind of job it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.files import same_place
from core.job_file import AnyJob, with_any_places
from core.outcome import Outcome
from core.run_folder import RunFolder
from datasets.field_reasons import reason_of
from datasets.messages import InputError, message


def refuse_finished(folder: RunFolder, job: AnyJob) -> None:
    """Protect a run that is complete, one that was begun with another job, and other files.

    Raises
    ------
    InputError
        When the job must not run in the folder.
    """
    if not folder.exists:
        if not folder.is_free:
            raise InputError(
                "The folder {path} holds other files; choose a new folder for the run.",
                path=str(folder.path),
            )
        return
    outcome = folder.outcome()
    if outcome is not None and not outcome.resumable:
        raise InputError(
            "The run in {path} has ended; choose another folder for a new run.",
            path=str(folder.path),
        )
    if not is_same_job(folder.any_job(), job):
        raise InputError(
            "The run in {path} was begun with another job; choose another folder.",
            path=str(folder.path),
        )


def is_same_job(one: AnyJob, other: AnyJob) -> bool:
    """Whether two jobs say the same, whatever way their data are reached."""
    if type(one) is not type(other):
        return False
    there, here = _places(one), _places(other)
    if len(there) != len(here) or not all(map(same_place, there, here)):
        return False
    names = iter(there)
    return with_any_places(other, lambda _: next(names)) == one


def _places(job: AnyJob) -> list[str]:
    """Return the paths of all files of a job, in one order."""
    found: list[str] = []

    def keep(place: str) -> str:
        found.append(place)
        return place

    with_any_places(job, keep)
    return found


def create(folder: RunFolder, job: AnyJob) -> None:
    """Begin a run; raises InputError when its folder cannot be written."""
    try:
        folder.create(job)
    except OSError as error:
        raise InputError(
            "The run folder cannot be written: {reason}.", reason=reason_of(error)
        ) from None


@contextmanager
def failures_kept(folder: RunFolder) -> Iterator[None]:
    """Write what ends the block badly into the folder as the outcome of its run, and go on raising.

    A refusal of a new run, and of one that another process works on, is not written.
    """
    was_there = folder.exists
    try:
        yield
    except InputError as error:
        # a run that another process is working on is not ours to judge
        if was_there and not folder.is_held and folder.outcome() is None:
            folder.write_outcome(Outcome("failed", detail=error.message))
        raise
    except Exception:
        if folder.exists:
            said = message("The run failed because of a fault in the program; see its log.txt.")
            folder.write_outcome(Outcome("failed", detail=said))
        raise
