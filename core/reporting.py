"""Ways to tell somebody about events: a bar on a terminal, lines of JSON, or silence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TextIO

from core.events import (
    Detail,
    Event,
    Failed,
    Finished,
    ImageProgress,
    Notice,
    Paused,
    Progress,
    Resumed,
    Started,
    TaskProgress,
    encode,
)
from core.numbers import three_digits
from datasets.messages import Message

Reporter = Callable[[Event], None]


def silent(event: Event) -> None:
    """Say nothing but what went wrong."""
    if isinstance(event, Failed):
        _complain(event)


def without_end(report: Reporter) -> Reporter:
    """Return a way to tell of everything but the end: work of another name goes on."""

    def told(event: Event) -> None:
        if not isinstance(event, Finished):
            report(event)

    return told


def only_progress(report: Reporter) -> Reporter:
    """Return a way to tell of progress alone, for what was said before."""

    def told(event: Event) -> None:
        if isinstance(event, TaskProgress):
            report(event)

    return told


class Heard:
    """Passes events on, and keeps the sentences among them for the end of a task.

    Attributes
    ----------
    notices
        What was said, in its order.
    """

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self.notices: list[Message] = []

    def __call__(self, event: Event) -> None:
        if isinstance(event, Notice):
            self.notices.append(event.message)
        self._report(event)


class JsonReporter:
    """One JSON object a line.

    Parameters
    ----------
    on_closed
        Called once when nobody reads the stream any more; from then on nothing is written.
    """

    def __init__(self, stream: TextIO, on_closed: Callable[[], None]) -> None:
        self._stream = stream
        self._on_closed = on_closed

    def __call__(self, event: Event) -> None:
        try:
            self._stream.write(encode(event) + "\n")
            self._stream.flush()
        except BrokenPipeError:
            # what is still in the buffer must go somewhere when the stream is closed
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)
            self._on_closed()


class TerminalReporter:
    """A bar with the loss while it runs, sentences before and after it."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._console = Console(stderr=True, highlight=False)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:,.0f} of {task.total:,.0f}"),
            TextColumn("{task.fields[loss]}"),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, loss="", visible=False)

    def __call__(self, event: Event) -> None:
        match event:
            case Started():
                self._say(f"Training on {event.device} into {event.run}")
            case Progress():
                loss = f"error {three_digits(event.training_loss)}"
                if event.validation_loss == event.validation_loss:
                    loss += f", validation {three_digits(event.validation_loss)}"
                self._show("Training", event.epoch, event.epochs, loss)
            case ImageProgress():
                self._show(_network(event), event.step, event.steps, _image_scores(event))
            case TaskProgress():
                self._show(str(event.what), event.done, event.total, "")
            case Notice():
                self._say(f"Note: {event.message}")
            case Detail():
                self._say(f"  {event.message}")
            case Paused() | Resumed():
                self._say(f"{type(event).__name__} at epoch {event.epoch:,}")
            case Finished():
                self.close()
                print(event.message)
            case Failed():
                self.close()
                _complain(event)

    def close(self) -> None:
        """Take the bar away and give the terminal its cursor back."""
        if self._console.is_interactive:
            self._bar.stop()

    def _say(self, text: str) -> None:
        self._console.print(text, markup=False, soft_wrap=True)

    def _show(self, what: str, done: int, total: int, loss: str) -> None:
        if not self._console.is_interactive:
            return
        self._bar.start()
        self._bar.update(
            self._task, description=what, completed=done, total=total, loss=loss, visible=True
        )


def _network(event: ImageProgress) -> str:
    if event.members == 1:
        return "Training"
    return f"Network {event.member + 1} of {event.members}"


def _image_scores(event: ImageProgress) -> str:
    scores = f"error {three_digits(event.training_loss)}"
    if event.validation_accuracy == event.validation_accuracy:
        scores += f", validation {100 * event.validation_accuracy:.2f} %"
    return scores


def _complain(event: Failed) -> None:
    print(event.message, file=sys.stderr)
    if event.traceback:
        print(event.traceback, file=sys.stderr)
