"""From a finished run to the networks that are explained, with the samples that judge them."""

from __future__ import annotations

from core.explaining.subject import Subject
from core.explaining.table_subject import subject_of, unjudged
from core.job import Job
from core.model import load_model
from core.parts import load_parts
from core.reporting import Reporter, only_progress
from core.run_folder import RunFolder
from core.window_job import SurveyJob


def load_subject(job: SurveyJob, run: RunFolder, report: Reporter, *, judged: bool) -> Subject:
    """Return the networks of a run, of one kind or the other.

    Parameters
    ----------
    judged
        Whether the samples are wanted that judge them; single rows can be explained without.

    Raises
    ------
    InputError
        When the run has no model, its table cannot be read, or no sample was held out and some
        are wanted.
    """
    parts = load_parts(_as_divided(job, run), only_progress(report), run)
    if isinstance(job, Job):
        model = load_model(run.model_path)
        return subject_of(model, parts) if judged else unjudged(model, parts)
    # what CNNs need, which takes long to load
    from core.explaining.window_subject import unjudged_windows, window_subject_of
    from core.windows.model_file import load_window_cnn

    cnn = load_window_cnn(run.model_path)
    return window_subject_of(cnn, parts) if judged else unjudged_windows(cnn, parts)


def _as_divided(job: SurveyJob, run: RunFolder) -> SurveyJob:
    """Return the job with the size of blocks that was proposed for the run, not found again."""
    verdict = run.verdict()
    size = verdict["protocol"]["block_size"] if verdict is not None else None
    if size is None:
        return job
    judging = job.judging.model_copy(update={"block_size": size})
    return job.model_copy(update={"judging": judging})
