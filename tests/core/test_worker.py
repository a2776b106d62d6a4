"""The worker obeys its words, keeps its output for events, and does not outlive its window."""

from __future__ import annotations

import io
import json
import os
import queue
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

import core.worker
from core.control import Control
from core.events import (
    Event,
    Failed,
    Finished,
    MapChanged,
    Paused,
    Progress,
    Ready,
    Resumed,
    Started,
    decode,
)
from core.places import worker_log_path
from core.run_folder import RunFolder
from tests.core.small_runs import (
    ROOT,
    LeaveAfter,
    carry_out,
    results,
    small_job,
    write_job,
    write_table,
)

Kind = TypeVar("Kind", bound=Event)

# a worker in which somebody's library prints, warns and writes to the terminal while it trains
CHATTY = """
import os, sys, warnings
import core.run
carry_out = core.run.run_job
def chatty(*words, **more):
    print("stray print")
    print("stray complaint", file=sys.stderr)
    os.write(1, b"stray bytes\\n")
    warnings.warn("stray warning")
    return carry_out(*words, **more)
core.run.run_job = chatty
from core.worker import serve
serve("run")
"""


class Worker:
    """A worker process as a window has it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []

    def say(self, *words: object) -> None:
        """Send a command, or a single word of the protocol."""
        text = str(words[0]) if len(words) == 1 else json.dumps([str(word) for word in words])
        assert self.process.stdin is not None
        print(text, file=self.process.stdin, flush=True)

    def next(self) -> Event | None:
        """Return the next event, None at the end."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.lines.append(line)
        return decode(line) if line else None

    def until(self, kind: type[Kind]) -> Kind:
        """Return the next event of a kind."""
        while (event := self.next()) is not None:
            if isinstance(event, kind):
                return event
        raise AssertionError(f"the worker ended before {kind.__name__}")

    def is_silent(self, seconds: float) -> bool:
        assert self.process.stdout is not None
        return not select.select([self.process.stdout], [], [], seconds)[0]


@contextmanager
def started(*words: str) -> Iterator[Worker]:
    """Start a worker; it must be gone at the end by itself."""
    with subprocess.Popen(
        [sys.executable, *(words or ("main.py", "worker", "--warm-for", "run"))],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield Worker(process)
            process.wait(timeout=core.worker.GRACE + 30)
        finally:
            process.kill()


@pytest.mark.skipif(os.name != "posix", reason="select on pipes")
def test_a_worker_through_its_day(tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "table.csv"), epochs=10_000_000)
    job_path = write_job(tmp_path / "job.toml", job)
    first, second = RunFolder(tmp_path / "first"), RunFolder(tmp_path / "second")
    with started("-c", CHATTY) as worker:
        assert isinstance(worker.next(), Ready)
        worker.say("run", job_path, "--out", first.path, "--live-map")
        assert worker.until(Started).epoch == 0
        worker.until(MapChanged)
        worker.say("pause")
        paused = worker.until(Paused)
        assert worker.is_silent(0.4)
        assert first.state() == "running"
        worker.say("resume")
        assert worker.until(Resumed) == Resumed(paused.epoch)
        assert worker.until(Progress).epoch > paused.epoch
        worker.say("nonsense")
        worker.say("stop")
        assert worker.until(Finished).values["reason"] == "stopped"
        assert isinstance(worker.next(), Ready)
        assert first.state() == "stopped"
        # bad input is told and the worker waits for the next command
        worker.say("run", tmp_path / "none.toml", "--out", second.path)
        assert "none.toml" in str(worker.until(Failed).message)
        assert isinstance(worker.next(), Ready)
        # the window closes while a run is paused
        worker.say("run", job_path, "--out", second.path)
        worker.until(Progress)
        worker.say("pause")
        worker.until(Paused)
        assert worker.process.stdin is not None
        worker.process.stdin.close()
        while worker.next() is not None:
            pass
        # by itself: one that is ended after the grace time says 1
        assert worker.process.wait(timeout=30) == 0
    assert "stray" not in "".join(worker.lines)
    log = worker_log_path().read_text(encoding="utf-8")
    assert all(f"stray {word}" in log for word in ("print", "complaint", "bytes", "warning"))
    assert second.state() == "interrupted"
    outcome, events = carry_out(job, second.path, LeaveAfter(3))
    assert outcome is not None
    assert next(event.epoch for event in events if isinstance(event, Started)) > 0


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
def test_the_window_is_killed_while_the_worker_speaks(tmp_path: Path) -> None:
    """The broken pipe is no fault of the run: it is interrupted, not failed."""
    job = small_job(write_table(tmp_path / "table.csv"), epochs=10_000_000)
    folder = RunFolder(tmp_path / "run")
    with started() as worker:
        worker.say("run", write_job(tmp_path / "job.toml", job), "--out", folder.path)
        worker.until(Progress)
        assert worker.process.stdout is not None
        # the output breaks first; the end of the input, in the middle of a line, comes later
        worker.process.stdout.close()
        assert worker.process.stdin is not None
        worker.process.stdin.write('["run", "jo')
        worker.process.stdin.flush()
        time.sleep(0.2)
        worker.process.stdin.close()
        assert worker.process.wait(timeout=30) == 0
    assert folder.state() == "interrupted"
    assert not folder.outcome_path.exists()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
def test_a_killed_worker_leaves_a_run_to_be_resumed(tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "table.csv"), epochs=20_000)
    folder = RunFolder(tmp_path / "run")
    with started() as worker:
        words = ("run", write_job(tmp_path / "job.toml", job), "--out", folder.path)
        worker.say(*words, "--live-map", "--pace", "1000")
        worker.until(MapChanged)
        assert folder.state() == "running"
        worker.process.kill()
    assert worker.process.returncode == -signal.SIGKILL
    assert folder.state() == "interrupted"
    carry_out(job, folder.path)
    carry_out(job, tmp_path / "whole")
    assert results(folder.path) == results(tmp_path / "whole")


def listen(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Control, list[list[str] | None]]:
    """Let the worker hear a text to its end."""
    ends: list[int] = []
    monkeypatch.setattr("core.worker.os._exit", ends.append)
    monkeypatch.setattr("core.worker.GRACE", 0.0)
    control, commands = Control(), queue.Queue[list[str] | None]()
    core.worker._listen(io.StringIO(text), control, commands)
    heard = [commands.get_nowait() for _ in range(commands.qsize())]
    # without a command nothing is at work: the process ends at once
    assert ends == ([1] if any(heard) else [0, 1])
    return control, heard


@pytest.mark.parametrize("text", ["", "pause\n", '["run", "jo', "[1, 2", "\x00\n"])
def test_the_end_of_the_input_is_the_end(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    control, commands = listen(text, monkeypatch)
    assert control.abandoned
    assert not control.paused
    assert commands == [None]


def test_a_new_command_forgets_what_was_said_to_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    control = Control()
    for word in ("pause\n", "stop\n", "pace 5\n"):
        control.obey(word)
    assert control.stopping
    assert not control.paused
    assert control.pace == 5
    control.obey("pause")
    control.reset()
    assert not control.stopping
    assert not control.paused
    for word in ("pace x", "pace -1", "", "fly"):
        control.obey(word)
    assert control.pace == 5
    assert listen('["a"]\n["b", "c"]\n', monkeypatch)[1] == [["a"], ["b", "c"], None]
