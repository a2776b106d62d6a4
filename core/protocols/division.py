"""How labelled samples are divided for judging: what each network never sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.job_sections.protocols import Protocol
from datasets.messages import Message

Rows = NDArray[np.int64]
Resampled = Literal["samples", "groups", "blocks"]


@dataclass(frozen=True)
class Split:
    """Sorted rows that the networks of one fold are not trained on.

    Attributes
    ----------
    held_out
        Rows that they are judged by.
    left_out
        Labelled rows too near to these: neither trained on nor judged by this fold.
    """

    held_out: Rows
    left_out: Rows


@dataclass(frozen=True)
class Division:
    """What a protocol makes of the labelled samples.

    Attributes
    ----------
    protocol
        Which one.
    splits
        One for each fold; none where the validation part, or a second file, judges.
    units
        int64, shape (P,). Samples with the same number are never on both sides; -1 stands alone.
        None where every sample stands alone.
    resampled
        What these numbers are of.
    block_size, buffer
        In `unit`, None where there is none.
    test_part
        Share held out at random, None where no share was asked for.
    notices
        What a person should know of it, a sentence each.
    """

    protocol: Protocol
    splits: tuple[Split, ...]
    units: Rows | None = None
    resampled: Resampled = "samples"
    block_size: float | None = None
    buffer: float | None = None
    unit: str = ""
    test_part: float | None = None
    notices: tuple[Message, ...] = ()

    def units_of(self, rows: Rows) -> Rows:
        """Return what is drawn together when `rows` are drawn anew, shape (rows,)."""
        if self.units is None:
            return np.arange(len(rows))
        units = self.units[rows].copy()
        alone = units < 0
        units[alone] = self.units.max(initial=0) + 1 + np.arange(int(alone.sum()))
        return np.unique(units, return_inverse=True)[1].astype(np.int64)

    def to_values(self) -> dict[str, Any]:
        """Return how it was judged, for a file."""
        buffered = [len(split.left_out) for split in self.splits]
        return {
            "name": self.protocol,
            "folds": len(self.splits),
            "block_size": self.block_size,
            "buffer": self.buffer,
            "unit": self.unit,
            "test_part": self.test_part,
            "buffered": float(np.mean(buffered)) if buffered else 0.0,
        }
