"""The table of trials, as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from core.searching.results import Trial
from core.searching.setting import Setting

SETTING = tuple(Setting.model_fields)


def trials_csv(trials: Sequence[Trial], folds: int, chosen: Mapping[int, Sequence[int]]) -> str:
    """Return a row for each trial, by number.

    Parameters
    ----------
    folds
        How many outer folds there are, each with a score.
    chosen
        Outer folds, counted from 1, that a trial was chosen in, by its number.
    """
    text = io.StringIO()
    written = csv.writer(text, lineterminator="\n")
    scores = [f"score_{number + 1}" for number in range(folds)]
    written.writerow(["trial", *SETTING, *scores, "mean", "chosen_in", "seconds", "failed"])
    for trial in trials:
        inner = trial.inner or (None,) * folds
        written.writerow(
            [
                trial.number,
                *_setting(trial.setting),
                *inner,
                trial.mean,
                " ".join(map(str, chosen.get(trial.number, ()))),
                f"{trial.seconds:.3f}",
                trial.failed or "",
            ]
        )
    return text.getvalue()


def _setting(setting: Setting | None) -> list[object]:
    """Return the fields of a setting; nothing for the job as it is."""
    if setting is None:
        return [None] * len(SETTING)
    values = setting.model_dump()
    return ["-".join(map(str, values.pop("hidden"))), *values.values()]
