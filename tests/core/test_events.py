"""Events cross the pipe unchanged, one a line."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import (
    Detail,
    Event,
    Failed,
    Finished,
    MapChanged,
    Notice,
    Paused,
    Progress,
    Ready,
    Resumed,
    Started,
    TaskProgress,
    decode,
    encode,
)
from datasets.messages import Message

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(0, 10**9)
messages = st.builds(Message, texts, st.dictionaries(texts, texts | counts | numbers, max_size=3))
plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | counts | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Ready),
    st.builds(Started, texts, counts, counts, texts),
    st.builds(Progress, counts, counts, numbers, numbers, numbers, numbers),
    st.builds(TaskProgress, messages, counts, counts),
    st.builds(MapChanged, counts, texts),
    st.builds(Paused, counts),
    st.builds(Resumed, counts),
    st.builds(Notice, messages),
    st.builds(Detail, messages),
    st.builds(Finished, messages, st.dictionaries(texts, plain, max_size=3)),
    st.builds(Failed, messages, texts),
)


@given(events)
def test_an_event_crosses_the_pipe(event: Event) -> None:
    line = encode(event)
    assert "\n" not in line
    assert "\r" not in line
    assert decode(line) == event


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_crosses_as_missing(value: float) -> None:
    line = encode(Progress(3, 10, 0.5, value, 1.0, value))
    assert "NaN" not in line
    assert "Infinity" not in line
    event = decode(line)
    assert isinstance(event, Progress)
    assert math.isnan(event.validation_loss)
    assert math.isnan(event.seconds_left)
    assert event.training_loss == 0.5


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hello",
        "3",
        "[]",
        "null",
        '"Ready"',
        "{}",
        '{"event": "Unknown"}',
        '{"event": []}',
        '{"event": "Paused"}',
        '{"event": "Paused", "epoch": 1, "more": 2}',
        '{"event": "Notice", "message": "words"}',
        '{"event": "Notice", "message": null}',
    ],
)
def test_other_lines_are_no_events(line: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        decode(line)
