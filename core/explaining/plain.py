"""Numbers and arrays as plain values for JSON."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

# more digits of a probability than anybody reads, and a file of half the length
DIGITS = 7


def plain(values: Any) -> Any:
    """Return numbers of any nesting, or an array, with 7 significant digits and None for NaN."""
    if isinstance(values, np.ndarray):
        return plain(values.tolist())
    if isinstance(values, dict):
        return {key: plain(value) for key, value in values.items()}
    if isinstance(values, list | tuple):
        return [plain(value) for value in values]
    if isinstance(values, float):
        return float(f"{values:.{DIGITS}g}") if math.isfinite(values) else None
    return values
