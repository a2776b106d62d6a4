"""A search of 64 small trials: one process, two, two of which one is killed, and Dask.

    python -m benchmarks.sweep [trials] [rounds]

Each search is the command that a person types, from its start to its end, on a synthetic table of
three classes. One process and two take turns, and the median of the ratios counts. The figures that
are held against bars: how many times faster two processes are than one, and how many rows of the
table of trials differ from those of one process (settings, scores, what was chosen; not the
seconds) when a worker is killed midway, when the process that leads them is killed and the same
command is given again, and when one of two Dask workers is killed.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil

from benchmarks.figures import Figure, at_least, at_most, note, show
from core.job import Data, Job, Judging, Network, Preparation, Training
from core.job_file import job_text

ROOT = Path(__file__).resolve().parent.parent
MAIN = ROOT / "main.py"
TRIALS, ROUNDS = 64, 3
BAR = 1.6
FEATURES = ("Cu", "Zn", "Pb", "As", "Sb")
# workers stand back for the window by as much; the one process must not have more of the machine
STANDS_BACK = ("nice", "-n", "10") if os.name == "posix" else ()
KILLED_AT = 0.3


def measure(trials: int, rounds: int) -> list[Figure]:
    """Search in all these ways; return the figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        # compiled modules are kept, as they are for a person, whatever the shell here says
        os.environ |= {
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }
        job = folder / "job.toml"
        job.write_text(job_text(_job(_table(folder / "survey.csv"))), encoding="utf-8")
        words = [str(job), "--trials", str(trials), "--quiet"]
        # compiles what is compiled once, and brings files into memory
        _search([*words, "--trials", "1"], folder / "warm", 1)
        one, two = np.array([_turn(words, folder, number) for number in range(rounds)]).T
        _search(words, folder / "worker", 2, meanwhile=_kill_a_worker)
        _search(words, folder / "leader", 2, meanwhile=_kill_the_leader)
        _search(words, folder / "leader", 2)
        with _cluster(folder / "scheduler.json") as (address, kill_a_worker):
            _search([*words, "--dask", address], folder / "dask", 2, meanwhile=kill_a_worker)
        of_one = _rows(folder / "one 0")
        return [
            Figure("sweep.one_process", float(np.median(one)), "s"),
            Figure("sweep.two_processes", float(np.median(two)), "s"),
            at_least("sweep.ratio", float(np.median(one / two)), "× one process", BAR),
            at_most("sweep.missing", float(trials - len(of_one)), "trials", 0),
            *(
                at_most(f"sweep.{name}", _different(of_one, _rows(folder / place)), "rows", 0)
                for name, place in (
                    ("two_differ", "two 0"),
                    ("worker_killed_differ", "worker"),
                    ("leader_killed_differ", "leader"),
                    ("dask_worker_killed_differ", "dask"),
                )
            ),
        ]


def _turn(words: list[str], folder: Path, number: int) -> tuple[float, float]:
    """Return the seconds of one process, and of two."""
    one = _search(words, folder / f"one {number}", 1)
    two = _search(words, folder / f"two {number}", 2)
    note(f"one process {one:.1f} s, two {two:.1f} s")
    return one, two


def _table(path: Path) -> Path:
    rng = np.random.default_rng(11)
    classes = np.arange(240) % 3
    values = np.exp(rng.normal(size=(240, len(FEATURES))) + np.eye(3, len(FEATURES))[classes])
    rows = [
        ",".join([*(f"{value:.4f}" for value in row), "abc"[code]])
        for row, code in zip(values, classes, strict=True)
    ]
    path.write_text("\n".join([",".join([*FEATURES, "rock"]), *rows]) + "\n", encoding="utf-8")
    return path


def _job(table: Path) -> Job:
    return Job(
        data=Data(table=str(table), target="rock", features=FEATURES),
        preparation=Preparation(),
        judging=Judging(protocol="folds", folds=5),
        network=Network(layers="5-8-3", activations=("tanh", "logistic")),
        training=Training(epochs=400, patience=100, members=2),
    )


def _search(
    words: list[str],
    out: Path,
    processes: int,
    *,
    meanwhile: Callable[[psutil.Process], None] | None = None,
) -> float:
    """Carry out a search; return the seconds from the start of its process to its end.

    Parameters
    ----------
    meanwhile
        Called with that process when nearly a third of the trials have ended.
    """
    most = int(words[words.index("--trials") + 1])
    command = [sys.executable, str(MAIN), "search", *words, "--out", str(out)]
    command += ["--processes", str(processes)]
    begun = time.monotonic()
    with subprocess.Popen([*(STANDS_BACK if processes == 1 else ()), *command], cwd=ROOT) as leader:
        if meanwhile is not None:
            _wait_for(out, int(KILLED_AT * most))
            meanwhile(psutil.Process(leader.pid))
    return time.monotonic() - begun


def _wait_for(out: Path, trials: int) -> None:
    until = time.monotonic() + 600
    while len(list((out / "trials").glob("trial-*.json"))) < trials:
        if time.monotonic() > until:
            raise TimeoutError(f"the search in {out} does not go on")
        time.sleep(0.1)


def _kill_a_worker(leader: psutil.Process) -> None:
    leader.children()[0].kill()


def _kill_the_leader(leader: psutil.Process) -> None:
    workers = leader.children()
    leader.kill()
    # they notice that nobody reads them any more
    psutil.wait_procs(workers, timeout=30)


@contextmanager
def _cluster(file: Path) -> Iterator[tuple[str, Callable[[psutil.Process], None]]]:
    """Start a scheduler and two workers; give its address, and what kills a worker of it."""
    at = ["--scheduler-file", str(file)]
    started = [_start("distributed.cli.dask_scheduler", *at, "--port", "0", "--no-dashboard")]
    try:
        while not file.is_file():
            time.sleep(0.1)
        alone = ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        started += [_start("distributed.cli.dask_worker", *at, *alone) for _ in range(2)]
        yield _address(file), lambda _: started[1].kill()
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def _start(module: str, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _address(path: Path) -> str:
    return str(json.loads(path.read_text(encoding="utf-8"))["address"])


def _rows(out: Path) -> list[dict[str, str]]:
    with (out / "trials.csv").open(encoding="utf-8", newline="") as lines:
        return [{**row, "seconds": ""} for row in csv.DictReader(lines)]


def _different(one: list[dict[str, str]], other: list[dict[str, str]]) -> float:
    """Return how many trials of two tables differ, those besides that only one of them has."""
    alike = sum(a == b for a, b in zip(one, other, strict=False))
    return float(max(len(one), len(other)) - alike)


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(show(measure(*(asked + [TRIALS, ROUNDS][len(asked) :]))))
