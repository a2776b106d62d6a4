"""What JSON has no sign for becomes null."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from core.finite import finite_or_none


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, np.float64("nan")])
def test_what_is_no_finite_number_is_none(value: float) -> None:
    assert finite_or_none(value) is None


@pytest.mark.parametrize("value", [0.0, -1.5, 3, "nan", None, True, np.float64(1e300)])
def test_anything_else_stays_and_can_be_written(value: object) -> None:
    found = finite_or_none(value)
    assert found is value
    assert json.loads(json.dumps(found)) == value
