"""Numbers as people write and type them."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numbers import (
    NumberError,
    count,
    duration,
    in_field,
    parse_number,
    parse_whole,
    percent,
    rate,
    three_digits,
)

finite = st.floats(allow_nan=False, allow_infinity=False)
usual = st.floats(1e-30, 1e30) | st.floats(-1e30, -1e-30)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567.0, "1,230,000"),
        (1e-5, "1.0 × 10⁻⁵"),
        (1.234e-5, "1.23 × 10⁻⁵"),
        (0.5, "0.5"),
        (0.0351, "0.0351"),
        (14, "14"),
        (999.6, "1,000"),
        (-12.34, "−12.3"),
        (2.5e12, "2.5 × 10¹²"),
        (0, "0"),
        (math.nan, "–"),
        (-math.inf, "−∞"),
    ],
)
def test_three_digits(value, text):
    assert three_digits(value) == text


def test_zeros_are_kept_where_numbers_change():
    assert three_digits(0.5, keep_zeros=True) == "0.500"
    assert three_digits(1e-5, keep_zeros=True) == "1.00 × 10⁻⁵"


@given(usual)
def test_what_is_written_is_read_to_three_digits(value):
    assert parse_number(three_digits(value)) == pytest.approx(value, rel=0.0051)


@given(finite)
def test_what_stands_in_a_field_is_read_exactly(value):
    assert parse_number(in_field(value)) == value


@given(st.integers(-(10**12), 10**12))
def test_a_count_is_read_exactly(number):
    assert parse_whole(count(number)) == number


@given(st.text(max_size=12))
def test_no_text_breaks_the_parser(text):
    with contextlib.suppress(NumberError):
        assert math.isfinite(parse_number(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-5", 1e-5),
        ("1E-5", 1e-5),
        ("1.0 × 10⁻⁵", 1e-5),
        ("1·10^-5", 1e-5),
        ("10⁻⁵", 1e-5),
        ("1,5", 1.5),
        ("0,001", 0.001),
        ("1,500", 1500),
        ("1.500", 1.5),
        ("1,234,567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("１．５", 1.5),
        ("−5", -5),
        (" .5 ", 0.5),
        ("1.5e3", 1500),
    ],
)
def test_typed_numbers(text, value):
    assert parse_number(text) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    "text", ["", "x", "nan", "inf", "1 2", "1.2.3", "12,34,567", "1e500", "1e", "1e-5x", "--1"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NumberError):
        parse_number(text)


def test_whole_numbers():
    assert parse_whole("5e3") == 5000
    with pytest.raises(NumberError):
        parse_whole("1.5")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (0.34, "0.34 s"),
        (0.012, "0.012 s"),
        (2, "0:02"),
        (760, "12:40"),
        (3790, "1:03:10"),
        (59.6, "1:00"),
        (-1, "–"),
        (math.inf, "–"),
    ],
)
def test_duration(seconds, text):
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("speed", "text"),
    [
        (2400, "2.4k epochs/s"),
        (48_000, "48k epochs/s"),
        (850, "850 epochs/s"),
        (0.25, "0.25 epochs/s"),
        (1.2e6, "1.2M epochs/s"),
        (999.9, "1k epochs/s"),
        (0, "0 epochs/s"),
        (math.nan, "–"),
    ],
)
def test_rate(speed, text):
    assert rate(speed, "epochs") == text


@pytest.mark.parametrize(
    ("part", "text"), [(1, "100 %"), (0.1234, "12.3 %"), (0.0001, "<0.1 %"), (0, "0 %")]
)
def test_percent(part, text):
    assert percent(part) == text
