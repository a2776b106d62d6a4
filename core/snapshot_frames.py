"""What a frame of weights holds, and how it lies in its file."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast, get_args

import numpy as np
from numpy.typing import NDArray

from core.job import Activation, Coding
from core.networks.forward import parameter_count
from core.preparation import FittedPreparation

FORMAT = 1
# odd, so that the last frame stays when every second one goes
MOST_FRAMES = 201
FEWEST_FRAMES = 50
BUDGET = 64 * 2**20
# with fewer frames, leaving out every second one would gain nothing
_LEAST_FRAMES = 3
NUMBER_BYTES = 8

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class SnapshotAbout:
    """What the frames of a run hold.

    Attributes
    ----------
    sizes, activations, coding
        The network, as in its job.
    kept
        K, the number of members whose weights are kept: the first ones.
    folds
        For each kept member the fold it belongs to.
    preparations
        One for each fold.
    alphas
        The A positions along the last step at which its losses are kept: 0 before the step, 1
        after it. () for none.
    has_steps
        Whether the trainer has a step size Δ of its own for every weight.
    """

    sizes: tuple[int, ...]
    activations: tuple[Activation, ...]
    coding: Coding
    kept: int
    folds: tuple[int, ...]
    preparations: tuple[FittedPreparation, ...]
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]
    alphas: tuple[float, ...] = ()
    has_steps: bool = False

    @property
    def parameters(self) -> int:
        """Number N of weights and biases of a member."""
        return parameter_count(self.sizes)

    @property
    def record_bytes(self) -> int:
        """Size of a frame in the file."""
        return 2 * NUMBER_BYTES + self.kept * _member_bytes(self.sizes, self.has_steps, self.alphas)

    @property
    def most_frames(self) -> int:
        """How many frames fit, an odd number; 0 when the network is too large for any use."""
        fitting = min(MOST_FRAMES, BUDGET // self.record_bytes)
        return 0 if fitting < _LEAST_FRAMES else fitting - (fitting + 1) % 2

    def to_values(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return {
            "format": FORMAT,
            "sizes": list(self.sizes),
            "activations": list(self.activations),
            "coding": self.coding,
            "kept": self.kept,
            "folds": list(self.folds),
            "preparations": [preparation.to_values() for preparation in self.preparations],
            "features": list(self.feature_names),
            "classes": list(self.class_names),
            "alphas": list(self.alphas),
            "has_steps": self.has_steps,
        }

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> SnapshotAbout:
        """Return what `to_values` gave; raises KeyError, TypeError or ValueError on others."""
        if values["format"] != FORMAT:
            raise ValueError(f"format {values['format']}")
        about = cls(
            tuple(int(size) for size in values["sizes"]),
            tuple(values["activations"]),
            values["coding"],
            int(values["kept"]),
            tuple(int(fold) for fold in values["folds"]),
            tuple(FittedPreparation.from_values(each) for each in values["preparations"]),
            tuple(str(name) for name in values["features"]),
            tuple(str(name) for name in values["classes"]),
            tuple(float(alpha) for alpha in values["alphas"]),
            bool(values["has_steps"]),
        )
        about._check()
        return about

    def _check(self) -> None:
        """Raise ValueError when the parts do not fit together."""
        agrees = (
            len(self.sizes) >= 2
            and min(self.sizes) >= 1
            and len(self.activations) == len(self.sizes) - 1
            and set(self.activations) <= set(get_args(Activation))
            and self.kept >= 1
            and len(self.folds) == self.kept
            and set(self.folds) <= set(range(len(self.preparations)))
            and all(
                each.is_sound(len(self.feature_names)) and each.inputs == self.sizes[0]
                for each in self.preparations
            )
        )
        if not agrees:
            raise ValueError("the parts of the snapshots do not fit together")


def members_to_keep(
    members: int, sizes: Sequence[int], has_steps: bool, alphas: Sequence[float]
) -> int:
    """Return how many members fit into the budget with at least 50 frames; 1 or more."""
    room = BUDGET // FEWEST_FRAMES - 2 * NUMBER_BYTES
    return max(1, min(members, room // _member_bytes(sizes, has_steps, alphas)))


def read_about(path: Path) -> SnapshotAbout | None:
    """Return what a header says; None where there is none or it is damaged."""
    try:
        return SnapshotAbout.from_values(json.loads(path.read_text(encoding="utf-8")))
    except (AttributeError, KeyError, OSError, OverflowError, TypeError, ValueError):
        return None


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The network after an epoch.

    Attributes
    ----------
    epoch
        0 for the first weights.
    parameters
        float32, shape (K, N); see `core.networks.forward.layer_parameters`.
    steps
        Step sizes Δ, float32, shape (K, N), NaN where there were none yet; None for trainers
        without them.
    along
        Loss at each of the alphas along the step to this epoch, float32, shape (K, A), NaN where
        there was no step; None when these are not kept.
    """

    epoch: int
    parameters: Floats
    steps: Floats | None
    along: Floats | None


# --- records ------------------------------------------------------------------------------


def _member_bytes(sizes: Sequence[int], has_steps: bool, alphas: Sequence[float]) -> int:
    return 4 * (parameter_count(sizes) * (2 if has_steps else 1) + len(alphas))


def block(values: NDArray[np.floating] | None, shape: tuple[int, int]) -> bytes:
    """Return the first rows of an array as bytes, NaN where there is no array."""
    if values is None:
        return np.full(shape, np.nan, "<f4").tobytes()
    rows = values[: shape[0]]
    if rows.shape != shape:
        raise ValueError(f"{rows.shape} values instead of {shape}")
    # what diverges may be too large for single precision: infinite is near enough for a picture
    with np.errstate(over="ignore"):
        return rows.astype("<f4").tobytes()


def whole(number: int) -> bytes:
    """Return a whole number as it stands in a record."""
    return number.to_bytes(NUMBER_BYTES, "little", signed=True)


def epoch_of(record: bytes) -> int | None:
    """Return the epoch at the start of a record, None where its end does not confirm it."""
    first = int.from_bytes(record[:NUMBER_BYTES], "little", signed=True)
    last = int.from_bytes(record[-NUMBER_BYTES:], "little", signed=True)
    # a power cut, other than a kill, can leave zeros where frames should be
    return first if first >= 0 and last == ~first else None


def read_epochs(file: BinaryIO, about: SnapshotAbout, start: int, after: int) -> list[int]:
    """Return the epochs of whole frames from one on, as long as they rise above `after`."""
    size = about.record_bytes
    epochs: list[int] = []
    for index in range(start, os.fstat(file.fileno()).st_size // size):
        file.seek(index * size)
        head = file.read(NUMBER_BYTES)
        file.seek((index + 1) * size - NUMBER_BYTES)
        epoch = epoch_of(head + file.read(NUMBER_BYTES))
        if epoch is None or epoch <= after:
            break
        epochs.append(epoch)
        after = epoch
    return epochs


def as_snapshot(record: bytes, about: SnapshotAbout) -> Snapshot:
    """Return what a whole record holds."""
    values = np.frombuffer(
        record, "<f4", offset=NUMBER_BYTES, count=(len(record) - 2 * NUMBER_BYTES) // 4
    )
    weights = about.kept * about.parameters
    ends = [weights, weights * (2 if about.has_steps else 1)]
    parameters, steps, along = (
        part.reshape(about.kept, -1).astype(np.float32) for part in np.split(values, ends)
    )
    return Snapshot(
        cast(int, epoch_of(record)),
        parameters,
        steps if about.has_steps else None,
        along if about.alphas else None,
    )
