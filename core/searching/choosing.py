"""What choosing as a search does is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.searching.best import chosen_in, winner_of
from core.searching.folder import SearchFolder
from core.searching.nesting import Nested
from core.searching.results import Trial
from core.verdict.differences import paired_differences
from core.verdict.held_out import HeldOut
from core.verdict.verdict import verdict_of

FORMAT = 1


def judged(folder: SearchFolder, nested: Nested, chosen: Sequence[int]) -> HeldOut:
    """Return what is said of all samples that judge, in each outer fold by its chosen trial."""
    dataset = nested.dataset
    rows = nested.judging
    named = np.full(dataset.size, -1, np.int64)
    probability = np.zeros((dataset.size, len(dataset.class_names)))
    for fold, number in zip(nested.folds, chosen, strict=True):
        said = folder.said(number)
        held_out = fold.outer.held_out
        named[held_out], probability[held_out] = said.named[held_out], said.probability[held_out]
    return HeldOut(
        dataset.target[rows],
        named[rows],
        probability[rows],
        nested.division.units_of(rows),
        dataset.class_names,
    )


def conclusion(
    folder: SearchFolder, nested: Nested, trials: Sequence[Trial], seed: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the values of ``verdict.json`` and ``chosen.json``.

    The verdict is of the way of choosing: each sample is classified by the setting that was chosen
    without it and its fold. ``optimism`` is how much higher the score is that the winner was
    selected on, ``gain`` the macro-F1 of the verdict less that of the job as it was, paired.

    Raises
    ------
    InputError
        When no trial has a score.
    """
    winner = winner_of(trials)
    chosen = [chosen_in(trials, fold) for fold in range(len(nested.folds))]
    found = judged(folder, nested, [trial.number for trial in chosen])
    resampled = nested.division.resampled
    verdict = verdict_of(found, None, None, nested.division.to_values(), resampled, seed=seed)
    figure = verdict["held_out"]["figures"]["macro_f1"]
    has_first = any(trial.number == 0 and trial.failed is None for trial in trials)
    gain = None
    if has_first:
        before = judged(folder, nested, [0] * len(nested.folds))
        gain = paired_differences(found, before, seed)["macro_f1"]
    assert winner.mean is not None
    of_fold = [
        {"fold": number + 1, "trial": trial.number, "score": trial.inner[number]}
        for number, trial in enumerate(chosen)
    ]
    return verdict, {
        "format": FORMAT,
        "trials": len(trials),
        "failed": sum(trial.failed is not None for trial in trials),
        "winner": winner.number,
        "selected_on": winner.mean,
        "verdict": figure,
        "optimism": winner.mean - figure["value"] if figure["value"] is not None else None,
        "gain": gain,
        "of_fold": of_fold,
    }
