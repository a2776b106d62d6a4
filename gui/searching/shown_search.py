"""The search on show: what its folder holds, read for those who draw it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, Qt

from core.files import read_json
from core.job import Job
from core.job_file import read_job
from core.searching.folder import SearchFolder
from core.searching.given import read_search
from core.searching.settings import Search
from datasets.messages import InputError
from gui.searching.trials import Trials

# of the names of folders, see `core.run_folder.new_run_path`
STAMP = "%Y%m%d-%H%M%S"
STAMP_LETTERS = 15


class ShownSearch:
    """A search that was begun, or, without a folder, one that nobody has begun.

    Attributes
    ----------
    job, search
        What is searched; None without a folder, and where a file cannot be read.
    verdict, chosen
        What it came to, None before its end.
    """

    def __init__(self, folder: SearchFolder | None = None) -> None:
        self.folder = folder
        self.trials = Trials(folder)
        self.job: Job | None = None
        self.search: Search | None = None
        self.verdict: dict[str, Any] | None = None
        self.chosen: dict[str, Any] | None = None
        self.read_all()

    @property
    def is_new(self) -> bool:
        return self.folder is None

    @property
    def has_verdict(self) -> bool:
        return self.verdict is not None and self.chosen is not None

    @property
    def seconds(self) -> float:
        """How long was searched so far."""
        if self.folder is None or not self.folder.exists:
            return 0.0
        return float((read_json(self.folder.about_path) or {}).get("seconds") or 0.0)

    def read_all(self) -> None:
        """Read everything again that may have changed."""
        if self.folder is None:
            return
        try:
            self.job = read_job(self.folder.job_path)
            self.search = read_search(self.folder.search_path)
        except InputError:
            self.job = self.search = None
        self.trials.read_new()
        self.verdict = read_json(self.folder.verdict_path)
        self.chosen = read_json(self.folder.chosen_path)
        if self.chosen is not None and self.chosen["trials"] < self._counted:
            # it was gone on with, and what it says is of fewer trials
            self.verdict = self.chosen = None

    @property
    def _counted(self) -> int:
        """How many trials ended that count; fewer may be asked for than there were."""
        most = self.search.trials if self.search is not None else 0
        return sum(not most or trial.number < most for trial in self.trials.all)


def search_name(folder: SearchFolder) -> str:
    """Return the date in the name of a search's folder as people read it, or the whole name."""
    try:
        begun = datetime.strptime(folder.path.name[:STAMP_LETTERS], STAMP)
    except ValueError:
        return folder.path.name
    moment = QDateTime.fromString(begun.isoformat(), Qt.DateFormat.ISODate)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
