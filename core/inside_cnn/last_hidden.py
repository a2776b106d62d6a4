"""What the last hidden layer makes of many images, computed once and kept in the run folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.cnn.model import batch_size, in_batches
from core.events import Event, TaskProgress
from core.files import write_json, written_whole
from core.inside_cnn.subject import Pictures, Subject
from datasets.messages import message

# bytes that the values of the training part may take; beyond that some samples stand for all
MOST_BYTES = 512 * 2**20
SEED = 0x1A57


@dataclass(frozen=True)
class Hidden:
    """Values of the last hidden layer.

    Attributes
    ----------
    rows
        int64, shape (P,): samples, sorted.
    values
        float32, shape (P, D).
    """

    rows: NDArray[np.int64]
    values: NDArray[np.float32]


def folder_of(subject: Subject) -> Path:
    """Return the folder of what can be computed again; it may be deleted at any time."""
    return subject.run.path / "inside"


def hidden_values(
    subject: Subject, pixels: NDArray[np.uint8], report: Callable[[Event], None] | None = None
) -> NDArray[np.float32]:
    """Return the values of the last hidden layer, float32, shape (P, D), for images (P, C, H, W).

    Parameters
    ----------
    report
        Where progress goes; None: nowhere.
    """
    samples = subject.model.samples(pixels, subject.fold)
    name, found = subject.last_hidden, []
    with torch.inference_mode():
        for rows in in_batches(torch.arange(len(samples)), batch_size(subject.plan)):
            outputs = subject.network.outputs(samples.batch(rows), [name])
            found.append(outputs[name].flatten(1).float().cpu())
            if report is not None:
                done = int(rows[-1]) + 1
                report(TaskProgress(message("Looking at the samples"), done, len(samples)))
    return np.asarray(torch.cat(found).numpy())


def training_values(
    subject: Subject, pictures: Pictures, report: Callable[[Event], None]
) -> Hidden:
    """Return the values of the training part, from the run folder where they are kept."""
    return _kept(_Asked(subject, pictures, report))


class _Asked:
    """A question that is the same as another one where member, weights and images are."""

    def __init__(
        self, subject: Subject, pictures: Pictures, report: Callable[[Event], None]
    ) -> None:
        self.subject = subject
        self.pictures = pictures
        self.report = report
        self.key = key_of(subject, pictures)

    def __hash__(self) -> int:
        return hash((self.subject.run, self.key))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and (self.subject.run, self.key) == (
            other.subject.run,
            other.key,
        )


def key_of(subject: Subject, pictures: Pictures) -> str:
    """Return what kept values belong to: the weights, the member and the images."""
    return f"{subject.digest} {subject.member} {pictures.images.fingerprint}"


@lru_cache(maxsize=2)
def _kept(asked: _Asked) -> Hidden:
    place = folder_of(asked.subject) / f"training-{asked.subject.member}"
    return _read(place, asked.key) or _computed(place, asked)


def _read(place: Path, key: str) -> Hidden | None:
    try:
        about: Any = json.loads(place.with_suffix(".json").read_text(encoding="utf-8"))
        if about["key"] != key:
            return None
        values = np.load(place.with_suffix(".npy"), mmap_mode="r", allow_pickle=False)
        rows = np.array(about["rows"], np.int64)
        sound = values.dtype == np.float32 and values.ndim == 2 and len(values) == len(rows)
        return Hidden(rows, values) if sound else None
    except (EOFError, KeyError, OSError, TypeError, ValueError):
        return None


def _computed(place: Path, asked: _Asked) -> Hidden:
    subject, pictures = asked.subject, asked.pictures
    rows = _affordable(subject, pictures.training(subject.fold))
    values = hidden_values(subject, pictures.images.pixels[rows], asked.report)
    try:
        with written_whole(place.with_suffix(".npy")) as part, part.open("wb") as file:
            np.save(file, values, allow_pickle=False)
        # what makes the values valid comes last
        write_json(place.with_suffix(".json"), {"key": asked.key, "rows": rows.tolist()})
    except OSError:
        # a run that can only be read is looked into all the same
        pass
    return Hidden(rows, values)


def _affordable(subject: Subject, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return rows, or so many of them, drawn by a fixed seed, as memory should hold."""
    shape = next(
        (each.output for each in subject.plan.layers if each.layer.name == subject.last_hidden),
        subject.plan.input,
    )
    most = max(1, MOST_BYTES // (4 * int(np.prod(shape))))
    if len(rows) <= most:
        return rows
    drawn = np.random.default_rng(SEED).choice(rows, most, replace=False)
    return np.sort(drawn)
