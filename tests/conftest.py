"""What every test stands on: a home of its own, and no log lines, threads or processes left."""

from __future__ import annotations

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psutil
import pytest

from core.garbage import collect_due
from tests.journeys import nursery

# several processes test at once: threads of torch that wait for each other would take the cores
# from the others; whoever needs more asks for them
os.environ.setdefault("OMP_NUM_THREADS", "1")

# no limit of time: how long an example takes says more of what else the machine does than of the
# code; half of the usual examples, since each run draws others and there are thousands of tests
hypothesis.settings.register_profile("untimed", deadline=None, max_examples=50)
hypothesis.settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put journeys first: each is long, and one that came last would leave a processor idle."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


# Xvfb belongs to pytest-xvfb and lives as long as the session.
KEPT_PROCESSES = {"Xvfb"}


@pytest.fixture(autouse=True, scope="session")
def _no_wait_for_the_disk() -> Iterator[None]:
    """Leave writing to the disk to the system: no test cuts the power, and thousands would wait."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, runs and caches of a test in a folder of its own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ANOMALYST_HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    return folder


@pytest.fixture(autouse=True)
def garbage_between_tests() -> Iterator[None]:
    """Look for garbage between two tests alone, as the window does it between two events.

    A collection that began while PySide disconnected a signal was seen to wait for ever for the
    lock that its own thread held.
    """
    gc.disable()
    yield
    gc.disable()
    collect_due()


@pytest.fixture(scope="session")
def nursery_name() -> Iterator[str]:
    """Keep the process that workers are forked from; "" where it cannot be."""
    if not nursery.IS_POSSIBLE:
        yield ""
        return
    with nursery.opened() as name:
        yield name


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real data beside the project (../shared/data) is absent")
    return SHARED


@pytest.fixture(autouse=True)
def no_stray_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a log line of WARNING or above that the test did not expect and clear."""
    yield
    for when in ("setup", "call"):
        stray = [r for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
        assert not stray, f"stray log lines: {[r.getMessage() for r in stray]}"


@pytest.fixture(autouse=True)
def nothing_survives() -> Iterator[None]:
    """Fail when a test leaves a thread or a process behind."""
    threads = {thread.ident for thread in threading.enumerate()}
    processes = _children()
    yield
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and (_new_threads(threads) or _children() - processes):
        time.sleep(0.05)
    assert not _new_threads(threads), f"threads survive: {_new_threads(threads)}"
    left = _children() - processes
    assert not left, f"processes survive: {left}"


def _new_threads(before: set[int | None]) -> list[str]:
    return [
        thread.name
        for thread in threading.enumerate()
        if thread.ident not in before and not thread.daemon
    ]


def _children() -> set[tuple[int, str]]:
    found = set()
    for child in _processes_below():
        try:
            if child.name() not in KEPT_PROCESSES and child.status() != psutil.STATUS_ZOMBIE:
                found.add((child.pid, child.name()))
        except psutil.NoSuchProcess:
            continue
    return found


def _processes_below() -> list[psutil.Process]:
    """Return the children of this process, and theirs.

    Where the kernel names a process's children, this costs a tenth of looking through all
    processes of the machine, which thousands of tests do twice.
    """
    try:
        waiting = _children_of(os.getpid())
    except OSError:
        return psutil.Process().children(recursive=True)
    found = []
    while waiting:
        pid = waiting.pop()
        try:
            found.append(psutil.Process(pid))
            waiting += _children_of(pid)
        except (psutil.NoSuchProcess, OSError):
            continue
    return found


def _children_of(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        # by no method of Path, which some tests replace
        with open(task / "children", encoding="ascii") as children:  # noqa: PTH123
            found += map(int, children.read().split())
    return found
