"""Counting right and wrong classes, part by part."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evaluation import confusion, evaluate

NAMES = ("a", "b", "c")


def test_counts_of_an_example_done_by_hand():
    target = np.array([0, 0, 0, 1, 1, 2, -1, 0, 1, -1])
    predicted = np.array([0, 1, 0, 1, 0, 2, 2, 2, 1, 0])
    found = evaluate(
        target, predicted, NAMES, {"training": np.arange(6), "validation": np.array([7, 8])}
    )
    assert found == {
        "classes": ["a", "b", "c"],
        "predicted": [4, 3, 3],
        "training": {
            "samples": 6,
            "correct": 4,
            "accuracy": 4 / 6,
            # rows are known, columns predicted classes
            "confusion": [[2, 1, 0], [1, 1, 0], [0, 0, 1]],
        },
        "validation": {
            "samples": 2,
            "correct": 1,
            "accuracy": 0.5,
            "confusion": [[0, 0, 1], [0, 1, 0], [0, 0, 0]],
        },
    }


def test_a_part_without_samples_has_no_accuracy():
    codes = np.array([0, 1, 2])
    found = evaluate(codes, codes, NAMES, {"training": np.arange(3), "validation": np.arange(0)})
    assert found["training"]["accuracy"] == 1.0
    assert found["validation"] == {
        "samples": 0,
        "correct": 0,
        "accuracy": None,
        "confusion": [[0, 0, 0]] * 3,
    }


def test_a_class_that_is_last_and_absent_still_has_its_row_and_column():
    codes = np.array([0, 0])
    assert confusion(codes, codes, 3).tolist() == [[2, 0, 0], [0, 0, 0], [0, 0, 0]]


def test_rows_outside_of_both_parts_count_in_neither():
    target, predicted = np.array([0, 1, 2, -1]), np.array([0, 1, 0, 1])
    found = evaluate(
        target, predicted, NAMES, {"training": np.array([0]), "validation": np.array([1])}
    )
    assert (found["training"]["samples"], found["validation"]["samples"]) == (1, 1)
    assert (found["training"]["correct"], found["validation"]["correct"]) == (1, 1)


@given(st.integers(1, 6), st.data())
@settings(deadline=None)
def test_every_sample_is_counted_once_where_it_belongs(classes, data):
    code = st.integers(0, classes - 1)
    pairs = data.draw(st.lists(st.tuples(code, code), max_size=40))
    known = np.array([pair[0] for pair in pairs], dtype=np.int64)
    predicted = np.array([pair[1] for pair in pairs], dtype=np.int64)
    wanted = [[pairs.count((row, column)) for column in range(classes)] for row in range(classes)]
    assert confusion(known, predicted, classes).tolist() == wanted
    half = len(pairs) // 2
    names = tuple(f"class {number}" for number in range(classes))
    found = evaluate(
        known,
        predicted,
        names,
        {"training": np.arange(half), "validation": np.arange(half, len(pairs))},
    )
    both = found["training"]["correct"] + found["validation"]["correct"]
    assert both == sum(a == b for a, b in pairs)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
