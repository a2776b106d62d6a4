"""A process that waits, warmed up, for commands from the window.

Down, on standard input: a command as a JSON list of words, and while it runs ``pause``,
``resume``, ``stop`` or ``pace N`` (at most N epochs a second, 0 for full speed), one a line.
Up, on standard output: events and nothing else. When the input ends, the window is gone and the
process ends itself.
"""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
import time
from typing import TextIO

from core.command_line import run_words, words_of_line
from core.commands.channel import Channel
from core.control import Control
from core.events import Ready
from core.places import worker_log_path
from core.reporting import JsonReporter

NICENESS = 10
LARGEST_LOG = 1_000_000
# seconds that a command may still take when the window is gone
GRACE = 5.0


def serve(warm_for: str) -> None:
    """Carry out commands until the input ends."""
    events = _keep_output_for_events()
    _stand_back()
    control = Control()
    commands: queue.Queue[list[str] | None] = queue.Queue()
    report = JsonReporter(events, on_closed=control.abandon)
    threading.Thread(
        target=_listen, args=(sys.stdin, control, commands), name="listen", daemon=True
    ).start()
    _warm_up(warm_for)
    report(Ready())
    if commands.empty() and warm_for == "run":
        # whoever has not asked at once gives time to load what a run ends with, and a CNN besides
        import scipy.sparse
        import scipy.spatial
        import scipy.special  # noqa: F401

        import core.cnn.run  # noqa: F401
    while not control.abandoned and (words := commands.get()) is not None:
        run_words(words, Channel(report, control))
        commands.task_done()
        report(Ready())


def _listen(lines: TextIO, control: Control, commands: queue.Queue[list[str] | None]) -> None:
    try:
        for line in lines:
            words = words_of_line(line)
            if words is None:
                control.obey(line)
            else:
                control.reset()
                commands.put(words)
    finally:
        if commands.unfinished_tasks == 0:
            # nothing is at work, at most imports: whoever closes the window need not wait for them
            os._exit(0)
        control.abandon()
        commands.put(None)
        # some steps cannot be interrupted; whatever is on the disk is whole at any moment
        time.sleep(GRACE)
        os._exit(1)


def _keep_output_for_events() -> TextIO:
    """Send prints, warnings and tracebacks to the log, so that only events reach the window."""
    events = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    path = worker_log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.unlink(missing_ok=True)
    log = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    return events


def _stand_back() -> None:
    """Leave the processor to the window whenever it wants to draw."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


def _warm_up(warm_for: str) -> None:
    if warm_for == "run":
        import core.run
        from core.engines.warming import compile_kernel

        compile_kernel()
    elif warm_for == "trial":
        import core.searching.one_trial
        from core.engines.warming import compile_kernel

        compile_kernel()
    elif warm_for == "see":
        import core.inside_cnn.answering
    else:
        import core.describing  # noqa: F401
