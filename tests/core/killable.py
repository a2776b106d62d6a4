"""A process that loads what a run needs once and then forks a process for every line of commands.

Each line is JSON: ``words`` of a command; ``die_at``: the number of the rename before which the
process kills itself, 0 for never; ``after``: the seconds after which it is killed, or null. For
each it prints the wait status of that process.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import core.recording
import core.run
from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.reporting import silent
from tests.journeys.nursery import load


def main() -> None:
    """Carry out the lines of standard input."""
    # so often that a kill at any moment falls into the writing of something
    core.recording.CHECKPOINT_EVERY = core.recording.MAP_EVERY = 0.005
    core.recording.SHARE = 0.5
    load()
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            carry_out(order["words"], order["die_at"])
        if order["after"] is not None:
            time.sleep(order["after"])
            os.kill(child, signal.SIGKILL)
        print(os.waitpid(child, 0)[1], flush=True)


def carry_out(words: list[str], die_at: int) -> None:
    """Carry out one command and exit."""
    if die_at:
        die_before_rename(die_at)
    os._exit(run_words(words, Channel(silent, Control())))


def die_before_rename(number: int) -> None:
    """Let the process kill itself before its rename of that number."""
    replace, count = Path.replace, 0

    def counting(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(self, target)

    Path.replace = counting  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    main()
