"""Trials in worker processes of this machine, the same that the window starts."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from core.events import Event, Failed, Finished, decode
from core.files import Closing
from core.job import Job
from core.searching.folder import SearchFolder
from core.searching.results import Trial
from core.searching.setting import Setting
from datasets.messages import input_error, message

if TYPE_CHECKING:
    from core.searching.nesting import Nested

MAIN = Path(__file__).resolve().parents[2] / "main.py"
# a trial that takes its process with it so often is a failed one
MOST_DEATHS = 3
# seconds to wait for an event before somebody asks for other things
MOMENT = 0.2

Task = tuple[int, Setting | None]


class _Process:
    """One worker process, and the trial that it was given."""

    def __init__(self, said: queue.Queue[tuple[_Process, Event | None]]) -> None:
        self.task: Task | None = None
        self._said = said
        self._process = subprocess.Popen(
            [sys.executable, str(MAIN), "worker", "--warm-for", "trial"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            # a core each; more threads would wait for each other
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        self._thread = threading.Thread(target=self._listen, name="trials", daemon=True)
        self._thread.start()

    def give(self, folder: SearchFolder, task: Task) -> None:
        """Let it carry out a trial; whether it died meanwhile is told by its last event."""
        self.task = task
        number, setting = task
        text = setting.model_dump_json() if setting is not None else ""
        words = ["trial", str(folder.path), str(number), "--setting", text]
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.write(json.dumps(words) + "\n")
            self._process.stdin.flush()

    def kill(self) -> None:
        """End it at once: what it has written is whole."""
        self._process.kill()
        self._thread.join()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            # a line that it never read cannot be written any more
            with contextlib.suppress(OSError):
                stream.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put((self, decode(line)))
        self._said.put((self, None))


class Processes(Closing):
    """Carries out as many trials at once as there are processes.

    Parameters
    ----------
    count
        Most processes; each is started when there is a trial for it.
    at_once
        How many are started beforehand, to load what they need while others do.

    A trial that fails by itself has its file. What else a process refuses, such as a table that
    changed, it would refuse of every trial: `ended` raises it.
    """

    def __init__(self, folder: SearchFolder, count: int, at_once: int = 0) -> None:
        self.slots = count
        self._folder = SearchFolder(folder.path.resolve())
        self._said: queue.Queue[tuple[_Process, Event | None]] = queue.Queue()
        self._processes = [_Process(self._said) for _ in range(at_once)]
        self._deaths: Counter[int] = Counter()

    def begin(self, job: Job, nested: Nested) -> None:
        """Nothing: they read it all from the folder."""

    @property
    def busy(self) -> int:
        return sum(process.task is not None for process in self._processes)

    def submit(self, number: int, setting: Setting | None) -> None:
        free = [process for process in self._processes if process.task is None]
        if not free:
            free = [_Process(self._said)]
            self._processes += free
        free[0].give(self._folder, (number, setting))

    def ended(self) -> list[int]:
        try:
            process, event = self._said.get(timeout=MOMENT)
        except queue.Empty:
            return []
        task = process.task
        if event is None:
            return self._died(process)
        if task is None or not isinstance(event, Finished | Failed):
            return []
        if isinstance(event, Failed):
            raise input_error(event.message)
        process.task = None
        return [task[0]]

    def close(self) -> None:
        for process in self._processes:
            process.kill()
        self._processes.clear()

    def _died(self, process: _Process) -> list[int]:
        """Give the trial of a process that died to another one, or give it up."""
        if process not in self._processes:
            return []
        process.kill()
        self._processes.remove(process)
        if process.task is None:
            return []
        number, setting = process.task
        self._deaths[number] += 1
        if self._deaths[number] < MOST_DEATHS:
            self.submit(number, setting)
            return []
        why = message("Its process died {count} times over.", count=MOST_DEATHS)
        self._folder.write_trial(Trial(number, setting, (), 0.0, why), None)
        return [number]
