"""The closed list of events that a worker sends, one JSON object a line.

Bulk results lie in files; an event only says what happened and where to look.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field
from typing import Any

from core.finite import finite_or_none
from datasets.messages import Message


@dataclass(frozen=True)
class Ready:
    """The worker is warmed up and waits for a command."""


@dataclass(frozen=True)
class Started:
    """A run began or was resumed, at `epoch`, on `device`."""

    run: str
    epoch: int
    epochs: int
    device: str


@dataclass(frozen=True)
class Progress:
    """Training goes on. `validation_loss` is NaN without a validation part."""

    epoch: int
    epochs: int
    training_loss: float
    validation_loss: float
    epochs_per_second: float
    seconds_left: float


@dataclass(frozen=True)
class ImageProgress:
    """Training of a CNN goes on; a figure that is not known is NaN.

    Attributes
    ----------
    member, members
        The network that learns now, counted from 0, and how many there will be.
    epoch
        Epochs it has done.
    step, steps
        Batches it has done, and those of all its epochs.
    training_loss, training_accuracy
        Of the samples seen since the last such event.
    validation_loss, validation_accuracy
        Of the last epoch.
    learning_rate
        Of the last step.
    seconds_left
        For all members.
    """

    member: int
    members: int
    epoch: int
    epochs: int
    step: int
    steps: int
    training_loss: float
    training_accuracy: float
    validation_loss: float
    validation_accuracy: float
    learning_rate: float
    samples_per_second: float
    seconds_left: float


@dataclass(frozen=True)
class TaskProgress:
    """Any other work goes on: `done` of `total` steps of `what`."""

    what: Message
    done: int
    total: int


@dataclass(frozen=True)
class MapChanged:
    """The classes of the whole table as predicted at `epoch` lie in the file at `path`."""

    epoch: int
    path: str


@dataclass(frozen=True)
class Paused:
    epoch: int


@dataclass(frozen=True)
class Resumed:
    epoch: int


@dataclass(frozen=True)
class Notice:
    """Something was worked around."""

    message: Message


@dataclass(frozen=True)
class Detail:
    """A line for who reads along on a terminal; the window has lists of its own for it."""

    message: Message


@dataclass(frozen=True)
class Finished:
    """The command ended; `values` holds its small results."""

    message: Message
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Failed:
    """The command could not do its work. `traceback` is "" unless it is a bug of ours."""

    message: Message
    traceback: str = ""


Event = (
    Ready
    | Started
    | Progress
    | ImageProgress
    | TaskProgress
    | MapChanged
    | Paused
    | Resumed
    | Notice
    | Detail
    | Finished
    | Failed
)
_KINDS: dict[str, type] = {kind.__name__: kind for kind in Event.__args__}


def encode(event: Event) -> str:
    """Return the event as one line of JSON without its line end."""
    values = {name: finite_or_none(value) for name, value in asdict(event).items()}
    return json.dumps({"event": type(event).__name__, **values}, ensure_ascii=False)


def decode(line: str) -> Event:
    """Return the event of a line.

    Raises
    ------
    ValueError
        When the line is not an event.
    """
    try:
        values = json.loads(line)
        kind = _KINDS[values.pop("event")]
        for name in ("message", "what"):
            if name in values:
                values[name] = Message(**values[name])
        for name, annotation in kind.__annotations__.items():
            if annotation == "float" and values.get(name) is None:
                values[name] = math.nan
        event: Event = kind(**values)
        return event
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not an event: {line[:200]}") from error
