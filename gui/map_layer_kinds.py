"""The layers that a map page can draw, by name, and what a view needs to draw one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.map_colours import VIRIDIS

Codes = NDArray[np.int64]
Values = NDArray[np.float64]

CLASS, PROBABILITY, OF_CLASS, AGREEMENT = "class", "probability", "p", "agreement"
ENTROPY, JUDGED, DOUBT, ERROR = "entropy", "judged", "missing", "error"
WRONG, UNLIKE, SET_SIZE = "wrong", "unlike", "set-size"
DIFFERENCE = "difference"
KNOWN, ELEMENT, THRESHOLD, RESIDUAL = "known", "element", "threshold", "residual"
RUN_LAYERS = (
    CLASS, PROBABILITY, OF_CLASS, AGREEMENT, ENTROPY, SET_SIZE, UNLIKE, JUDGED, DOUBT, WRONG,
    ERROR, DIFFERENCE,
)  # fmt: skip
# those that need the classes that are known
JUDGING = (JUDGED, DOUBT, WRONG, ERROR)
# layers whose values have a range of their own, which no percentiles need to find
FIXED = (PROBABILITY, OF_CLASS, AGREEMENT, ENTROPY, SET_SIZE, DOUBT, WRONG)
OF_ELEMENT = (ELEMENT, THRESHOLD, RESIDUAL)


@dataclass(frozen=True)
class ClassLayer:
    """Classes to be drawn; `codes` computes the code of each row.

    Attributes
    ----------
    hatched
        Code of the class whose cells are hatched, -1 for none.
    """

    codes: Callable[[], Codes]
    names: tuple[str, ...]
    colours: Mapping[str, str] | None = None
    hatched: int = -1


@dataclass(frozen=True)
class ValueLayer:
    """Values to be drawn; `values` computes that of each row.

    Attributes
    ----------
    limits
        The range of all possible values, None when it depends on the values.
    scheme
        The colours that suit them.
    """

    values: Callable[[], Values]
    title: str
    unit: str = ""
    limits: tuple[float, float] | None = None
    scheme: str = VIRIDIS
    centred: bool = False


def name_for_export(kind: str, of: str) -> str:
    """Return what the verbs `map`, `grid` and `export` call a layer, "" for one they lack."""
    named = {
        OF_CLASS: f"p:{of}",
        ELEMENT: f"column:{of}",
        RESIDUAL: f"residual:{of}",
        ERROR: "difference",
        DIFFERENCE: "",
    }
    return named.get(kind, kind)
