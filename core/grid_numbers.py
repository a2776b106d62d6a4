"""Numbers to be gridded, and the file in which the window hands them over; numpy alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.job import CensoringRule, Preparation
from datasets.messages import Message

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
NUMBERS = ".npz"


@dataclass(frozen=True, eq=False)
class Element:
    """A column of numbers.

    Attributes
    ----------
    name, unit
        Of the column.
    values
        float64, shape (P,), the limit where `below`, NaN where missing.
    below
        bool, shape (P,), values below a detection limit.
    """

    name: str
    unit: str
    values: Floats
    below: Flags


@dataclass(frozen=True, eq=False)
class Samples:
    """Places with a number each.

    Attributes
    ----------
    x, y, values
        float64, shape (P,), NaN where missing; class codes, -1 for none, where `is_classes`.
    name, unit
        Of the band.
    limits
        Smallest and largest possible value, None where they depend on the values.
    """

    x: Floats
    y: Floats
    values: Floats
    name: str
    unit: str = ""
    crs: str = ""
    limits: tuple[float, float] | None = None
    is_classes: bool = False
    notices: tuple[Message, ...] = ()


def write_samples(
    path: Path, samples: Samples, below: NDArray[np.bool_], rule: str, others: Sequence[Element]
) -> None:
    """Write what the window has on show, for the verb ``grid``.

    Parameters
    ----------
    below
        bool, shape (P,) or (0,): which of the values are limits that `rule` is to replace.
    others
        What an imputation learns from.
    """
    about = {
        "name": samples.name,
        "unit": samples.unit,
        "crs": samples.crs,
        "limits": samples.limits,
        "is_classes": samples.is_classes,
        "rule": rule,
        "others": [other.name for other in others],
    }
    arrays: dict[str, Any] = {
        "x": samples.x, "y": samples.y, "values": samples.values, "below": below
    }  # fmt: skip
    for number, other in enumerate(others):
        arrays |= {f"other{number}": other.values, f"below{number}": other.below}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez(file, about=np.array(json.dumps(about)), **arrays)


def rule_of(preparation: Preparation, name: str) -> CensoringRule:
    """Return the rule that was chosen for a column."""
    return preparation.censored_of.get(name, preparation.censored)
