"""The trials of a search as its folder has them, read as they end."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.searching.best import chosen_in, winner_of
from core.searching.folder import SearchFolder
from core.searching.results import Trial


class Trials:
    """All trials of a folder that ended; each file is read once."""

    def __init__(self, folder: SearchFolder | None = None) -> None:
        self.folder = folder
        self._known: dict[int, Trial] = {}

    def read_new(self) -> bool:
        """Read what has ended since the last time; whether there was anything."""
        if self.folder is None:
            return False
        paths = self.folder.trials_path.glob("trial-*.json")
        numbers = {int(path.stem.removeprefix("trial-")) for path in paths}
        found = {number: self.folder.trial(number) for number in numbers - self._known.keys()}
        new = {number: trial for number, trial in found.items() if trial is not None}
        self._known |= new
        return bool(new)

    @property
    def all(self) -> list[Trial]:
        """By number."""
        return [self._known[number] for number in sorted(self._known)]


def best_number(trials: Sequence[Trial]) -> int | None:
    """Return the number of the trial that would be chosen now, None while none has a score."""
    if all(trial.mean is None for trial in trials):
        return None
    return winner_of(trials).number


def folds_chosen_in(trials: Sequence[Trial]) -> dict[int, list[int]]:
    """Return the outer folds, counted from 1, that each trial would be chosen in now."""
    chosen: dict[int, list[int]] = {}
    if best_number(trials) is not None:
        folds = max(len(trial.inner) for trial in trials)
        for fold in range(folds):
            chosen.setdefault(chosen_in(trials, fold).number, []).append(fold + 1)
    return chosen


def scores_of(trials: Sequence[Trial]) -> NDArray[np.float64]:
    """Return the mean score of each trial, float64, shape (T,), NaN where it has none."""
    return np.array([np.nan if trial.mean is None else trial.mean for trial in trials], np.float64)


def best_so_far(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the highest score up to each trial, float64, shape (T,), NaN before the first."""
    return np.fmax.accumulate(scores) if len(scores) else scores
