"""The checkpoint of a run: tensors and counters in one file, so that they always fit together."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from core.files import written_whole
from datasets.messages import InputError

FORMAT = 2


@dataclass(frozen=True)
class Counters:
    """What resuming needs besides tensors.

    Attributes
    ----------
    epoch
        Epochs done.
    seconds
        Time spent training so far.
    fingerprint
        SHA-256 of the table that was trained on.
    loop
        Plain values of the training loop.
    """

    epoch: int
    seconds: float
    fingerprint: str
    loop: dict[str, int | float | str | list[float] | list[int]]


def write_checkpoint(path: Path, tensors: dict[str, Tensor], counters: Counters) -> None:
    """Write a checkpoint, whole or not at all."""
    metadata = {"format": str(FORMAT), "counters": json.dumps(asdict(counters))}
    with written_whole(path) as part:
        save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, part, metadata)


def read_checkpoint(path: Path) -> tuple[dict[str, Tensor], Counters]:
    """Read a checkpoint.

    Raises
    ------
    InputError
        When the file is damaged or of another format.
    """
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            if metadata.get("format") == "1":
                raise InputError(
                    "The checkpoint {path} is of an earlier version, whose runs cannot be resumed; "
                    "start a new run.",
                    path=str(path),
                )
            if metadata.get("format") != str(FORMAT):
                raise InputError(
                    "The checkpoint {path} has a format this version does not know.",
                    path=str(path),
                )
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            return tensors, Counters(**json.loads(metadata["counters"]))
    except (SafetensorError, OSError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            "The checkpoint {path} cannot be read: {reason}.", path=str(path), reason=str(error)
        ) from None
