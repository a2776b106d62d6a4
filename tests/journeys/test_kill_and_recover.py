"""The worker or the window is killed: nothing is lost and the run goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from core.run_folder import RunFolder, list_runs
from tests.journeys.person import Person

ROOT = Path(__file__).resolve().parents[2]
posix_only = pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")


@posix_only
def test_a_killed_worker_is_said_and_resumed(person: Person) -> None:
    person.open_copper()
    run = person.train_forever()
    person.wait(run.checkpoint_path.exists)
    os.kill(person.trainer.worker.process_id, signal.SIGKILL)
    person.wait(lambda: not person.trainer.active)
    assert "ended unexpectedly" in person.banner
    # one that was forked dies a moment after the one that stands for it
    person.wait(lambda: run.state() == "interrupted")
    person.go("runs")
    assert person.runs.state_word(run) == "interrupted"
    person.click(person.window.banner._button)
    person.wait(lambda: person.trainer.progress is not None)
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    assert run.state() == "stopped"


def test_closing_while_training_asks_and_keeps_the_run(person: Person) -> None:
    person.open_copper()
    run = person.train_forever()
    person.answer("Keep training")
    person.window.close()
    assert person.window.isVisible()
    assert person.trainer.active
    person.answer("resume later")
    person.window.close()
    assert not person.window.isVisible()
    person.left = True
    assert run.state() == "interrupted"
    assert run.checkpoint_path.exists()


@posix_only
def test_a_killed_window_takes_its_worker_along(home: Path) -> None:
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.window_to_kill"],
        cwd=ROOT,
        env={**os.environ, "ANOMALYST_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdout is not None
    assert window.stdout.readline().strip() == "training"
    children = psutil.Process(window.pid).children(recursive=True)
    assert children
    window.kill()
    window.wait()
    window.stdout.close()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive
    (run,) = list_runs(home / "data" / "runs")
    assert run.state() == "interrupted"
    assert _resumes(run, home)


def _resumes(run: RunFolder, home: Path) -> bool:
    """Go on with the run for a moment from a terminal, and stop it well."""
    process = subprocess.Popen(
        [sys.executable, "main.py", "run", str(run.job_path), "--out", str(run.path), "--json"],
        cwd=ROOT,
        env={**os.environ, "ANOMALYST_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if '"Progress"' in line:
            break
    process.send_signal(signal.SIGINT)
    process.stdout.read()
    process.stdout.close()
    deadline = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    return process.returncode == 130


@pytest.mark.own_workers
def test_stop_before_the_worker_is_warm_is_no_crash(person: Person) -> None:
    person.open_copper()
    os.kill(person.trainer.worker.process_id, signal.SIGKILL)
    person.wait(lambda: person.trainer.worker.process_id)
    person.go("train")
    person.click(person.train_page.train)
    person.click(person.train_page.stop)
    person.wait(lambda: not person.trainer.active)
    assert "Stopped" in person.banner
    assert "unexpectedly" not in person.banner


def test_no_worker_is_started_once_the_window_is_closed(person: Person) -> None:
    trainer = person.trainer
    person.leave()
    trainer.worker.start()
    assert trainer.worker.process_id == 0
