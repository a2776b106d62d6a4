"""Parameters whose tests show again, with more of the same, what others of them show already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

THOROUGH = pytest.mark.thorough


def thorough(values: Iterable[Any]) -> list[Any]:
    """Return parameters that `make check` tries, and `make test` does not."""
    return [
        pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=THOROUGH)
        for value in values
    ]
