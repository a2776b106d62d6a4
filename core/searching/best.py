"""Which trial a search chooses, and which one each outer fold chooses for itself."""

from __future__ import annotations

from collections.abc import Sequence

from core.searching.results import Trial
from datasets.messages import InputError


def winner_of(trials: Sequence[Trial]) -> Trial:
    """Return the trial with the highest mean score, the earliest of several.

    Its score is the one that it was selected on, which flatters it.

    Raises
    ------
    InputError
        When no trial has a score.
    """
    scored = [trial for trial in trials if trial.mean is not None]
    if not scored:
        failed = [trial.failed for trial in trials if trial.failed is not None]
        raise InputError(
            "No trial of {trials} could be carried out: {reason}",
            trials=len(trials),
            reason=str(failed[0]) if failed else "no score is defined.",
        )
    # ``or`` is for the type: all of these have one
    return max(scored, key=lambda trial: (trial.mean or 0.0, -trial.number))


def chosen_in(trials: Sequence[Trial], fold: int) -> Trial:
    """Return the trial that the training part of an outer fold chooses, by its own score alone."""
    scored = [trial for trial in trials if trial.inner and trial.inner[fold] is not None]
    return max(scored, key=lambda trial: (trial.inner[fold] or 0.0, -trial.number))
