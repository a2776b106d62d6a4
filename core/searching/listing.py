"""Where the searches of a window lie, and which of them are about a table."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from core.files import same_place, write_text
from core.held_folder import LOCK_NAME
from core.job import Job
from core.job_file import job_text, read_job
from core.places import data_folder
from core.run_folder import new_run_path
from core.searching.folder import SearchFolder
from core.searching.given import search_text
from core.searching.settings import Search
from datasets.messages import InputError


def searches_folder(project_path: Path | None) -> Path:
    """Return where new searches go: beside the project, or beside the runs that belong to none."""
    if project_path is None:
        return data_folder() / "searches"
    return project_path.with_name(f"{project_path.stem}.searches")


def list_searches(folders: Iterable[Path], table: str) -> list[SearchFolder]:
    """Return the searches in some folders that are about a table, the newest first.

    One that died before its first trial is one of them.
    """
    inside = [path for folder in folders if folder.is_dir() for path in folder.iterdir()]
    found = [SearchFolder(path) for path in inside]
    about = [each for each in found if is_about(each, table)]
    return sorted(about, key=lambda each: each.path.name, reverse=True)


def is_about(folder: SearchFolder, table: str) -> bool:
    """Whether a search in a folder varies a job for a table."""
    try:
        return folder.search_path.is_file() and same_place(
            read_job(folder.job_path).data.table, table
        )
    except InputError:
        return False


def new_search(folder: Path, name: str) -> SearchFolder:
    """Return a search that nobody has begun, in a folder named by the time and what it is about."""
    return SearchFolder(new_run_path(folder, name))


def discard(folder: SearchFolder) -> None:
    """Take away what was asked where no search has begun: it was refused at once."""
    if folder.exists:
        return
    with contextlib.suppress(OSError):
        for path in (folder.job_path, folder.search_path, folder.path / LOCK_NAME):
            path.unlink(missing_ok=True)
        folder.path.rmdir()


def write_asked(folder: SearchFolder, job: Job, search: Search) -> None:
    """Write what is searched, so that ``search JOB --settings SEARCH`` can begin or go on.

    Raises
    ------
    OSError
        When the folder cannot be written.
    """
    folder.path.mkdir(parents=True, exist_ok=True)
    write_text(folder.job_path, job_text(job))
    write_text(folder.search_path, search_text(search))
