"""A figure and its interval are read where they are defined, and turned round together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.verdict_values import ends_of, turned, value_of
from tests.gui.judging.small_verdict import figure


def test_what_is_not_defined_is_none() -> None:
    assert value_of(None) is ends_of(None) is value_of(figure(None)) is ends_of(figure(0.5)) is None
    assert ends_of({"value": 0.5, "low": 0.4, "high": None}) is None
    assert (value_of(figure(0.5)), ends_of(figure(0.5, 0.25))) == (0.5, (0.25, 0.75))


@given(st.floats(-1, 1), st.floats(0, 1))
def test_a_difference_turned_twice_is_itself(value: float, reach: float) -> None:
    once = turned(figure(value, reach))
    assert value_of(once) == -value
    assert turned(once) == figure(value, reach)


def test_a_difference_that_is_not_defined_cannot_be_turned() -> None:
    assert turned(None) is turned(figure(None)) is None
    assert turned(figure(0.25)) == figure(-0.25)
    assert str(turned(figure(0.0))) == str(figure(0.0))
