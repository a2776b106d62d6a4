"""Small tables, jobs and runs for the tests of this folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event
from core.job import Data, Job, Judging, Network, Preparation, Training
from core.job_file import job_text
from core.outcome import Outcome
from core.reporting import TerminalReporter
from core.run import run_job
from core.run_folder import RunFolder

ROOT = Path(__file__).resolve().parents[2]
# a training that nothing but the epoch limit ends
NEVER = 1e-300


def write_table(path: Path, rows: int = 60) -> Path:
    """Write a survey of three classes that three features tell apart, mostly."""
    rng = np.random.default_rng(7)
    classes = np.arange(rows) % 3
    features = np.exp(rng.normal(size=(rows, 3)) + np.eye(3)[classes])
    lines = ["E,N,Cu,Zn,Pb,rock"]
    for row in range(rows):
        values = ",".join(f"{value:.4f}" for value in features[row])
        lines.append(
            f"{500_000 + 10 * (row % 10)},{10 * (row // 10)},{values},{'abc'[classes[row]]}"
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def small_job(
    table: Path,
    *,
    part: float = 0.2,
    folds: int = 0,
    layers: str = "3-4-3",
    group: str = "",
    **training: Any,
) -> Job:
    """Return a job for the table of `write_table`."""
    settings = {"error_goal": NEVER, "epochs": 30, **training}
    return Job(
        data=Data(
            table=str(table),
            target="rock",
            features=("Cu", "Zn", "Pb"),
            x="E",
            y="N",
            group=group,
        ),
        preparation=Preparation(validation_part=part),
        judging=Judging(protocol="folds", folds=folds) if folds else Judging(),
        network=Network(layers=layers, activations=("tanh", "logistic")),
        training=Training(**settings),
    )


def write_job(path: Path, job: Job) -> Path:
    """Write a job file."""
    path.write_text(job_text(job), encoding="utf-8")
    return path


class LeaveAfter(Control):
    """Ends the work after so many epochs: well, or by leaving it to be resumed."""

    def __init__(self, epochs: int, *, abandon: bool = False) -> None:
        super().__init__()
        self._leave = self.abandon if abandon else self.stop
        # with a pace there is one epoch at a time, and this one makes nobody wait
        self.pace = 10**9
        # the recorder asks whether it is paused once after each epoch but the last
        self._left = epochs - 1
        if self._left == 0:
            self._leave()

    @property
    def paused(self) -> bool:
        self._left -= 1
        if self._left == 0:
            self._leave()
        return False


def carry_out(
    job: Job, path: Path, control: Control | None = None, **options: Any
) -> tuple[Outcome | None, list[Event]]:
    """Run a job in this process; return its outcome and all events."""
    events: list[Event] = []
    outcome = run_job(job, RunFolder(path), control or Control(), events.append, **options)
    return outcome, events


def results(path: Path) -> dict[str, str]:
    """Return digests of all that two runs of one job must share to the last bit."""
    names = [
        *("model/weights.safetensors", "model/model.json", "predictions.parquet"),
        *("evaluation.json", "history.csv"),
    ]
    return {name: hashlib.sha256((path / name).read_bytes()).hexdigest() for name in names}


def command(*words: object) -> tuple[int, list[Event]]:
    """Carry out a command in this process; return its exit code and all events."""
    events: list[Event] = []
    code = run_words([str(word) for word in words], Channel(events.append, Control()))
    return code, events


def on_terminal(*words: object) -> int:
    """Carry out a command in this process as it speaks on a terminal; return its exit code."""
    return run_words([str(word) for word in words], Channel(TerminalReporter(), Control()))


def start(*words: object, **options: Any) -> subprocess.Popen[str]:
    """Start ``main.py`` with words in a process of its own."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        **options,
    )


def finished(*words: object) -> tuple[int, str, str]:
    """Return exit code, output and errors of ``main.py``."""
    with start(*words) as process:
        out, errors = process.communicate(timeout=60)
    return process.returncode, out, errors
