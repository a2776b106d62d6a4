"""Folders of searches written by hand, and services that carry out none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.job import Job
from core.job_file import job_text
from core.searching.folder import SearchFolder
from core.searching.listing import write_asked
from core.searching.results import Said, Trial
from core.searching.setting import Setting, job_found
from core.searching.settings import Search
from datasets.messages import message
from tests.core.searching.small_searches import noise_job
from tests.gui.judging.small_verdict import verdict

FOLDS = 3
# how each trial does in each fold; the last one failed
SCORES = ((0.5, 0.5, 0.5), (0.6, 0.4, 0.3), (0.4, 0.9, 0.8), (0.7, 0.2, 0.1), None)
WINNER = 2


def setting(number: int, **values: Any) -> Setting:
    """Return a setting that no other number has."""
    usual = {
        "hidden": (4 + number,),
        "activation": "tanh",
        "outputs": "softmax",
        "trainer": "rprop-" if number % 2 else "adamw",
        "transform": "none",
        "scaling": "standardise",
        "reduction": "none",
        "l2": 10.0**-number,
    }
    return Setting.model_validate({**usual, **values})


def trials() -> list[Trial]:
    """Return five trials: the job as it is, three that ended, and one that failed."""
    found = []
    for number, scores in enumerate(SCORES):
        failed = message("It is {reason}.", reason="too wide") if scores is None else None
        tried = setting(number) if number else None
        found.append(Trial(number, tried, scores or (), 1.5 * number, failed))
    return found


def write_search(
    path: Path, job: Job | None = None, *, ended: bool = True, **settings: Any
) -> SearchFolder:
    """Write a search of `trials`, with its verdict where it ended."""
    folder = SearchFolder(path)
    job = job or noise_job(path.parent / "noise.csv")
    search = Search.model_validate({"trials": len(SCORES), **settings})
    write_asked(folder, job, search)
    folder.begin(job, search, "")
    folder.write_seconds(12.0)
    for trial in trials():
        folder.write_trial(trial, said() if trial.failed is None else None)
    if ended:
        write_end(folder, job)
    return folder


def write_end(folder: SearchFolder, job: Job) -> None:
    """Write what a search came to."""
    folder.verdict_path.write_text(json.dumps(verdict()), encoding="utf-8")
    folder.chosen_path.write_text(json.dumps(chosen()), encoding="utf-8")
    best = job_found(trials()[WINNER].setting, job, 2)
    folder.best_path.write_text(job_text(best), encoding="utf-8")


def said() -> Said:
    """Return what a trial says of two samples."""
    return Said(np.zeros(2, np.int64), np.zeros((2, 2)))


def chosen(**values: Any) -> dict[str, Any]:
    """Return what chosen.json holds."""
    return {
        "format": 1,
        "trials": len(SCORES),
        "failed": 1,
        "winner": WINNER,
        "selected_on": 0.7,
        "verdict": {"value": 0.612, "low": 0.52, "high": 0.71},
        "optimism": 0.088,
        "gain": {"value": 0.05, "low": 0.01, "high": 0.09},
        "of_fold": [],
        **values,
    }


class Worker(QObject):
    """Stands for the process of a search: keeps what it is told, and says what it is bidden."""

    received = Signal(object)
    died = Signal()

    def __init__(self, warm_for: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sent: list[list[str]] = []
        self.said: list[str] = []
        self.hung_up = self.killed = False
        # whether the command has not been given yet
        self.waits = False

    def send(self, words: list[str]) -> None:
        self.sent.append(words)

    def say(self, word: str) -> None:
        self.said.append(word)

    def drop(self) -> bool:
        return self.waits

    def hang_up(self) -> None:
        self.hung_up = True

    def kill(self) -> None:
        self.killed = True

    def close(self) -> None:
        self.hung_up = True
