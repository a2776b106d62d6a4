"""Small tables and searches for the tests of this folder."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

from core.control import Control
from core.events import Event
from core.job import Data, Job, Judging, Network, Preparation, Training
from core.searching.folder import SearchFolder
from core.searching.searching import search_job
from core.searching.settings import Search
from tests.core.small_runs import NEVER

# what takes little time to try
QUICK: dict[str, Any] = {
    "processes": 1,
    "hidden_layers": (1, 1),
    "units": (2, 12),
    "trainers": ("rprop-", "irprop+"),
    "transforms": ("none",),
    "inner_folds": 3,
}


def write_noise(path: Path, rows: int = 32, seed: int = 3) -> Path:
    """Write a table whose classes have nothing to do with its features."""
    rng = np.random.default_rng(seed)
    lines = ["A,B,C,rock"]
    for row in range(rows):
        values = ",".join(f"{value:.5f}" for value in rng.normal(size=3))
        lines.append(f"{values},{'ab'[row % 2]}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def noise_job(table: Path) -> Job:
    """Return a job for the table of `write_noise`."""
    return Job(
        data=Data(table=str(table), target="rock", features=("A", "B", "C")),
        preparation=Preparation(validation_part=0.0, transform="none"),
        judging=Judging(protocol="folds", folds=4),
        network=Network(layers="3-4-2", activations=("tanh", "logistic")),
        training=Training(error_goal=NEVER, epochs=30),
    )


def searched(
    job: Job, folder: Path, control: Control | None = None, **settings: Any
) -> list[Event]:
    """Carry out a search in this process; return all events."""
    events: list[Event] = []
    search = Search.model_validate({**QUICK, **settings})
    search_job(job, search, SearchFolder(folder), events.append, control or Control())
    return events


def table_of(folder: Path) -> list[dict[str, str]]:
    """Return the table of a search, without the time that its trials took."""
    with (folder / "trials.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [{name: text for name, text in row.items() if name != "seconds"} for row in rows]


def results(folder: Path) -> list[str]:
    """Return all that two searches of one job must share to the last bit."""
    names = ("verdict.json", "chosen.json", "best.toml")
    return [(folder / name).read_text(encoding="utf-8") for name in names]


class LeaveAfter(Control):
    """Ends a search after so many trials: well, or by leaving it to be resumed."""

    def __init__(self, trials: int, *, abandon: bool) -> None:
        super().__init__()
        self._left = trials
        self._leave = self.abandon if abandon else self.stop

    def wait_while_paused(self) -> None:
        """Count: it is asked once before each trial."""
        self._left -= 1
        if self._left < 0:
            self._leave()
