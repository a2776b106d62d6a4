"""A process that loads torch once and then forks a worker for everyone who calls.

A worker that begins by itself loads torch, pyarrow and compiled kernels for seconds; one that is
forked has them, and is otherwise what ``main.py`` would be: a process of its own, with the words,
the environment, the folder and the channels of its caller, ``tests/journeys/warm_main.py``.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# threads and pidfds of Linux: elsewhere workers begin by themselves
IS_POSSIBLE = sys.platform == "linux"
# bytes of the words and the environment of a caller, at most
LONGEST = 1 << 17


@contextmanager
def opened() -> Iterator[str]:
    """Keep a nursery; return the name that it is called by."""
    # an abstract name leaves no file behind
    name = f"anomalyst-nursery-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(f"\0{name}")
        listener.listen()
        words = [sys.executable, "-m", "tests.journeys.nursery", str(listener.fileno())]
        process = subprocess.Popen(
            words, cwd=ROOT, stdin=subprocess.PIPE, pass_fds=[listener.fileno()]
        )
    with process:
        yield name
        # the end of its input is its end


class Nursery:
    """Waits for callers, and for the ends of the processes that it forked."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self._events = selectors.DefaultSelector()
        self._events.register(listener, selectors.EVENT_READ)
        self._events.register(sys.stdin.fileno(), selectors.EVENT_READ)
        # by the pidfd of a process and by the channel to its caller
        self._processes: dict[int, tuple[int, socket.socket]] = {}
        self._callers: dict[socket.socket, int] = {}

    def serve(self) -> list[str] | None:
        """Return the words of the caller in each process that is forked, None at the very end."""
        while True:
            for key, _ in self._events.select():
                if key.fileobj is self._listener:
                    words = self._fork(self._listener.accept()[0])
                    if words is not None:
                        return words
                elif isinstance(key.fileobj, socket.socket):
                    self._caller_is_gone(key.fileobj)
                elif key.fd in self._processes:
                    self._process_ended(key.fd)
                else:
                    self._kill_all()
                    return None

    def _fork(self, caller: socket.socket) -> list[str] | None:
        text, channels, _, _ = socket.recv_fds(caller, LONGEST, 3)
        process = os.fork()
        if process == 0:
            return _become(json.loads(text), channels)
        for channel in channels:
            os.close(channel)
        watch = os.pidfd_open(process)
        self._processes[watch] = (process, caller)
        self._callers[caller] = process
        self._events.register(watch, selectors.EVENT_READ)
        self._events.register(caller, selectors.EVENT_READ)
        return None

    def _caller_is_gone(self, caller: socket.socket) -> None:
        """Kill the process as its caller was killed."""
        process = self._callers.pop(caller, None)
        # both may end at once, and its process was seen first
        if process is not None:
            self._events.unregister(caller)
            os.kill(process, signal.SIGKILL)

    def _process_ended(self, watch: int) -> None:
        """Tell the caller, if it is there, how its process ended."""
        process, caller = self._processes.pop(watch)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        self._events.unregister(watch)
        os.close(watch)
        if self._callers.pop(caller, None) is not None:
            self._events.unregister(caller)
            # it may have been killed at this very moment
            with suppress(OSError):
                caller.send(str(code).encode())
        caller.close()

    def _kill_all(self) -> None:
        for process, _ in self._processes.values():
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _become(what: dict[str, object], channels: list[int]) -> list[str]:
    """Take the environment, the folder and the channels of the caller; return its words."""
    for number, channel in enumerate(channels):
        os.dup2(channel, number)
        os.close(channel)
    # those of the nursery know whether its own channels were files
    sys.stdin, sys.stdout, sys.stderr = map(os.fdopen, range(3), "rww")
    words, environment, folder = what["words"], what["environment"], what["folder"]
    assert isinstance(words, list)
    assert isinstance(environment, dict)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(str(folder))
    sys.argv = ["main.py", *words]
    return words


def load() -> None:
    """Do once what workers load, and make the examples.

    No thread may come of it: reading the examples, which begins those of pyarrow, is left to each.
    As in the tests, nobody waits for the disk.
    """
    os.fsync = lambda fd: None
    import optuna  # noqa: F401
    import scipy.sparse
    import scipy.spatial
    import scipy.special  # noqa: F401

    import core.bundled
    import core.cnn.run
    import core.command_line
    import core.describing
    import core.finding
    import core.inside_cnn.answering
    import core.no_job
    import core.run
    import core.searching.choosing
    import core.searching.searching  # noqa: F401
    from core.engines.warming import compile_kernel
    from datasets import copper, gold

    compile_kernel()
    copper.generate()
    gold.generate()


def main() -> None:
    """Serve until the input ends; in a forked process, carry out the words of its caller."""
    nursery = Nursery(socket.socket(fileno=int(sys.argv[1])))
    load()
    words = nursery.serve()
    if words is not None:
        from core.command_line import main as command_line

        command_line(words)


if __name__ == "__main__":
    main()
