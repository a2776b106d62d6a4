"""How a verb speaks, is told to stop, and ends with the right exit code."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

import typer

from core.control import Control
from core.events import Failed
from core.reporting import JsonReporter, Reporter, TerminalReporter, silent
from datasets.messages import InputError, message

BAD_INPUT = 2
INTERRUPTED = 130


@dataclass(frozen=True)
class Channel:
    """How a command speaks and what it is told."""

    report: Reporter
    control: Control


@contextmanager
def channel(
    context: typer.Context, quiet: bool, json: bool, *, resumable: bool = False
) -> Iterator[Channel]:
    """Open the way to whoever started the command and end it with the right exit code.

    Parameters
    ----------
    resumable
        Whether the command, when interrupted, first writes down how far it came.
    """
    given = context.obj
    told = given if isinstance(given, Channel) else _own_channel(quiet, json, resumable)
    try:
        yield told
    except InputError as error:
        told.report(Failed(error.message))
        raise typer.Exit(INTERRUPTED if told.control.abandoned else BAD_INPUT) from None
    except Exception:
        said = message("Something went wrong inside the program; please report it with the log.")
        told.report(Failed(said, traceback.format_exc()))
        raise typer.Exit(1) from None
    finally:
        if isinstance(told.report, TerminalReporter):
            told.report.close()
    if told.control.abandoned:
        raise typer.Exit(INTERRUPTED)


def _own_channel(quiet: bool, json: bool, resumable: bool) -> Channel:
    control = Control()

    def interrupt(number: int, frame: FrameType | None) -> None:
        if control.abandoned or not resumable:
            raise KeyboardInterrupt
        control.abandon()

    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    report: Reporter
    if json:
        report = JsonReporter(sys.stdout, on_closed=control.abandon)
    else:
        report = silent if quiet else TerminalReporter()
    return Channel(report, control)
