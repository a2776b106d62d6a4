"""``kill -9`` at any moment: every file is whole, the run is interrupted, and it goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.checkpoint import read_checkpoint
from core.history import HistoryReader
from core.model import load_model
from core.predictions import read_predictions
from core.run_folder import RunFolder
from tests.core.small_runs import ROOT, carry_out, results, small_job, write_job, write_table

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")

KILLED = signal.SIGKILL


class Killable:
    """Runs commands in processes that are there to be killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *words: object, die_at: int = 0, after: float | None = None) -> int:
        """Carry out a command, kill it after so many seconds, and return its wait status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"words": [str(word) for word in words], "die_at": die_at, "after": after}
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())


@pytest.fixture(scope="module")
def killable() -> Iterator[Killable]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.core.killable"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Killable(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=10)


@pytest.fixture(autouse=True)
def _processes(killable: Killable, nothing_survives: None) -> None:
    """Start the long-lived process before the test is watched for processes of its own."""


def assert_whole(folder: RunFolder) -> None:
    """Read every file of a run as the window would."""
    if not folder.exists:
        assert folder.is_free
        return
    folder.job()
    assert folder.state() in ("interrupted", "epochs")
    json.loads(folder.about_path.read_text())
    rows, _ = HistoryReader(folder.history_path).read_new()
    assert rows.epoch.tolist() == list(range(1, len(rows) + 1))
    if folder.checkpoint_path.exists():
        epoch = read_checkpoint(folder.checkpoint_path)[1].epoch
        assert 1 <= epoch <= len(rows)
    if (folder.model_path / "model.json").exists():
        load_model(folder.model_path)
    if folder.predictions_path.exists():
        assert read_predictions(folder.predictions_path).num_rows == 60
    if folder.evaluation_path.exists():
        assert folder.evaluation()
    if folder.live_classes_path.exists():
        assert np.load(folder.live_classes_path).shape == (60,)


def test_killed_before_each_rename(killable: Killable, tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "table.csv"), epochs=4)
    job_path = write_job(tmp_path / "job.toml", job)
    carry_out(job, tmp_path / "whole")
    number, states = 0, []
    while True:
        number += 1
        folder = RunFolder(tmp_path / f"run {number}")
        status = killable.run("run", job_path, "--out", folder.path, "--live-map", die_at=number)
        assert_whole(folder)
        if status == 0:
            break
        assert status == KILLED
        states.append(folder.exists and folder.state())
        carry_out(job, folder.path)
        assert list(folder.path.rglob("*.part")) == []
        assert results(folder.path) == results(tmp_path / "whole")
    # name, job, map, checkpoint, two files of the model, predictions, evaluation, outcome
    assert len(states) >= 9
    assert states[:2] == [False, False]
    assert set(states[2:]) == {"interrupted"}


def test_killed_at_random_moments(killable: Killable, tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "table.csv"), epochs=8000)
    job_path = write_job(tmp_path / "job.toml", job)
    folder = RunFolder(tmp_path / "run")
    words = ("run", job_path, "--out", folder.path, "--live-map")
    chance = random.Random(5)
    killed = 0
    for _ in range(12):
        status = killable.run(*words, after=chance.uniform(0.0, 0.25))
        assert_whole(folder)
        if status == KILLED:
            killed += 1
        else:
            break
    assert killed >= 3
    if folder.state() != "epochs":
        assert killable.run(*words) == 0
    assert folder.state() == "epochs"
    assert list(folder.path.rglob("*.part")) == []
    carry_out(job, tmp_path / "whole")
    assert results(folder.path) == results(tmp_path / "whole")
