"""Numbers as JSON can hold them: it has no sign for NaN, nor for what is without bound."""

from __future__ import annotations

import math
from typing import TypeVar

Value = TypeVar("Value")


def finite_or_none(value: Value) -> Value | None:
    """Return None for a float that is no finite number, anything else as it is."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
