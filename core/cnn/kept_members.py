"""Networks whose training has ended, kept in the folder of a run until all of them have."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from core.checkpoint import Counters, read_checkpoint, write_checkpoint


@dataclass(frozen=True)
class KeptMember:
    """One trained network.

    Attributes
    ----------
    number
        Counted from 0 over all folds.
    weights
        Its state on the processor.
    ended
        "epochs", "validation", "diverged", "time", or "" when it was stopped.
    epochs, kept_epoch
        Epochs trained, and the one whose weights were kept.
    training_loss, validation_loss
        Of the epoch that was kept; NaN where there is none.
    """

    number: int
    weights: dict[str, Tensor]
    ended: str
    epochs: int
    kept_epoch: int
    training_loss: float
    validation_loss: float

    @property
    def is_sound(self) -> bool:
        """Whether all weights are numbers, which those of a network that diverged may not be."""
        return all(bool(torch.isfinite(tensor).all()) for tensor in self.weights.values())


def write_member(folder: Path, member: KeptMember) -> None:
    """Keep a network whose training has ended."""
    values: dict[str, int | float | str | list[float] | list[int]] = {
        "number": member.number,
        "ended": member.ended,
        "epochs": member.epochs,
        "kept_epoch": member.kept_epoch,
        "training_loss": member.training_loss,
        "validation_loss": member.validation_loss,
    }
    write_checkpoint(
        _path(folder, member.number), member.weights, Counters(member.epochs, 0.0, "", values)
    )


def read_member(folder: Path, number: int) -> KeptMember:
    """Return a network that `write_member` kept.

    Raises
    ------
    InputError
        When its file is absent or damaged.
    """
    tensors, counters = read_checkpoint(_path(folder, number))
    return KeptMember(weights=tensors, **counters.loop)  # type: ignore[arg-type]


def forget_members(folder: Path) -> None:
    """Remove all of them: the model has them now."""
    shutil.rmtree(folder / "members", ignore_errors=True)


def _path(folder: Path, number: int) -> Path:
    return folder / "members" / f"member-{number + 1:03}.safetensors"
