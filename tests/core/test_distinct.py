"""Different values counted fast are the classes that `core.classes` finds one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.classes import class_counts
from core.distinct import class_codes, first_classes
from datasets.assembling import class_texts
from datasets.columns import Column, Kind

NUMBERS = st.lists(
    st.one_of(
        st.just(float("nan")),
        st.integers(-3, 3).map(float),
        st.floats(-1e20, 1e20),
        st.sampled_from([0.1, -0.0, 1e15]),
    ),
    min_size=1,
)
TEXTS = st.lists(
    st.one_of(st.none(), st.sampled_from(["b1", "b10", "b9", " b1", "A", "a", " ", "花岗岩"])),
    min_size=1,
)


def column_of(kind: Kind, values: Sequence[float | str | None]) -> Column:
    array = np.array(values, np.float64 if kind == "number" else object)
    return Column("c", kind, array, np.zeros(len(array), bool), 0)


@given(values=NUMBERS)
def test_numbers(values: list[float]) -> None:
    check(column_of("number", values))


@given(values=TEXTS)
def test_texts(values: list[str | None]) -> None:
    check(column_of("text", values))


def check(column: Column) -> None:
    known = class_counts(column)
    distinct, classes = first_classes(column, 1000)
    assert distinct == len(known)
    assert list(classes.items()) == list(known.items())
    names = list(classes)
    texts = class_texts(column)
    codes = class_codes(column, names)
    assert [names[code] if code >= 0 else "" for code in codes] == texts


def test_of_many_the_first_are_listed_and_all_are_counted() -> None:
    texts = [f"S{number}" for number in range(500)] * 2
    distinct, classes = first_classes(column_of("text", list(texts)), 3)
    assert (distinct, classes) == (500, {"S0": 2, "S1": 2, "S10": 2})
    distinct, classes = first_classes(column_of("number", [5.0, 3.5, 4.0, 3.5]), 2)
    assert (distinct, classes) == (3, {"3.5": 2, "4": 1})
