"""What became of every deposit that was joined to the samples, as the window holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Listed:
    """Deposits in a list, an item each.

    Attributes
    ----------
    rows
        Row in the file of deposits, counted from 0.
    names, kinds
        Name ("" without one) and class.
    x, y
        Coordinates in the system of the samples, NaN where missing.
    """

    rows: Rows
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    x: Floats
    y: Floats

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class LabelsInfo:
    """Pairs of a deposit and a sample, the unmatched deposits, and the background.

    The lists are cut where they are very long; `all_pairs`, `all_unmatched` and `all_background`
    count what there is.
    """

    pairs: Listed
    samples: Rows
    distances: Floats
    unmatched: Listed
    reasons: tuple[Message, ...]
    background: Rows
    all_pairs: int
    all_unmatched: int
    all_background: int
    deposits: int
    unit: str
    notices: tuple[Message, ...]

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> LabelsInfo:
        """Build it from what `core.labels.labels_values` wrote."""
        pairs, unmatched = values["pairs"], values["unmatched"]
        return cls(
            pairs=_listed([[*pair[:3], *pair[5:]] for pair in pairs]),
            samples=np.array([pair[3] for pair in pairs], np.int64),
            distances=np.array([pair[4] for pair in pairs], np.float64),
            unmatched=_listed([[*item[:3], *item[4:]] for item in unmatched]),
            reasons=tuple(Message(**item[3]) for item in unmatched),
            background=np.array(values["background"], np.int64),
            all_pairs=values["all_pairs"],
            all_unmatched=values["all_unmatched"],
            all_background=values["all_background"],
            deposits=values["deposits"],
            unit=values["unit"],
            notices=tuple(Message(**notice) for notice in values["notices"]),
        )


def _listed(items: list[list[Any]]) -> Listed:
    # None, a missing coordinate, becomes NaN
    return Listed(
        rows=np.array([item[0] for item in items], np.int64),
        names=tuple(item[1] for item in items),
        kinds=tuple(item[2] for item in items),
        x=np.array([item[3] for item in items], np.float64),
        y=np.array([item[4] for item in items], np.float64),
    )
