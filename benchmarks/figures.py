"""How every benchmark prints: one line of JSON a figure, with the bar it is held against."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np


@dataclass(frozen=True)
class Figure:
    """A measured number.

    Attributes
    ----------
    bar
        What the number must keep to, written as "<= 1.6"; "" for one that is only told.
    holds
        Whether it does; None without a bar.
    """

    name: str
    value: float
    unit: str
    bar: str = ""
    holds: bool | None = None


def at_most(name: str, value: float, unit: str, bar: float) -> Figure:
    """Return a figure that must not exceed its bar."""
    return Figure(name, value, unit, f"<= {bar:g}", value <= bar)


def at_least(name: str, value: float, unit: str, bar: float) -> Figure:
    """Return a figure that must reach its bar."""
    return Figure(name, value, unit, f">= {bar:g}", value >= bar)


def show(figures: Sequence[Figure]) -> int:
    """Print the figures; return the exit code: 0 when every bar holds, 1 when one does not."""
    for figure in figures:
        line = asdict(figure)
        # four digits: more would be noise, fewer could hide a bar just missed
        line["value"] = float(f"{figure.value:.4g}")
        line["bar"] = figure.bar or None
        print(json.dumps(line), flush=True)
    return 1 if any(figure.holds is False for figure in figures) else 0


def note(text: str) -> None:
    """Say on stderr how the figures came about; stdout is for the figures alone."""
    print(text, file=sys.stderr, flush=True)


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value that `part` percent of the values do not exceed."""
    return float(np.percentile(np.asarray(values), part))
