"""The run on show: its job, and the rows of its history as they are written."""

from __future__ import annotations

from core.history import HistoryReader, HistoryRows
from core.job import Training
from core.job_sections.cnn import CNNTraining
from core.run_folder import RunFolder
from core.window_job import SurveyJob
from datasets.messages import InputError


class ShownRun:
    """Follows a run, through its tries while it learns, and then the one that was kept.

    Attributes
    ----------
    run, job
        None before there is one, and where the job cannot be read.
    number
        The try on show, counted from 0.
    """

    def __init__(self) -> None:
        self.run: RunFolder | None = None
        self.job: SurveyJob | None = None
        self.number = 0
        self._reader: HistoryReader | None = None
        self._follows_tries = True
        self._at_once = 0

    def take(self, run: RunFolder | None) -> None:
        """Turn to another run."""
        self.run, self.job = run, _job_of(run)

    def read_anew(self) -> None:
        """Read the history from its start, for the try that was kept."""
        kept = self.kept_try
        self._follows_tries = kept is None
        self.number = kept or 0
        self._at_once = 0
        self._reader = HistoryReader(self.run.history_path) if self.run is not None else None

    @property
    def kept_try(self) -> int | None:
        """The try that the run has kept, counted from 0; None before its end."""
        outcome = self.run.outcome() if self.run is not None else None
        return outcome.kept - 1 if outcome is not None else None

    @property
    def together(self) -> int:
        """How many networks the run trains at once."""
        if not self._at_once and self.run is not None:
            self._at_once = self.run.about()["members"]
        return self._at_once or _members_of(self.job)

    @property
    def training(self) -> Training | CNNTraining | None:
        """How it is trained, None without a job."""
        return self.job.training if self.job is not None else None

    def read_new(self) -> tuple[HistoryRows, bool] | None:
        """Return new rows and whether the history started over, None without a run."""
        return self._reader.read_new() if self._reader is not None else None

    def turn_to(self, newest: int) -> bool:
        """Show a try that has begun, where the tries are followed; whether it was turned to."""
        if newest <= self.number or not self._follows_tries:
            return False
        self.number = newest
        return True


def _job_of(run: RunFolder | None) -> SurveyJob | None:
    try:
        return run.survey_job() if run is not None else None
    except InputError:
        return None


def _members_of(job: SurveyJob | None) -> int:
    """Return how many networks a job trains at once, for one fold."""
    return job.training.members if job is not None else 1
