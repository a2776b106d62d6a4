"""The table of predictions, and the order in which pictures are shown."""

from __future__ import annotations

import numpy as np
import pytest

from core.cnn.gallery import cell, errors, least_certain
from core.cnn.tables import image_table

PROBABILITIES = np.array(
    [
        [0.6, 0.3, 0.1],  # a, right
        [0.2, 0.7, 0.1],  # a named b
        [0.05, 0.9, 0.05],  # a named b, surer
        [0.1, 0.45, 0.45],  # c named b, as probable as c
        [0.3, 0.3, 0.4],  # unknown
        [0.9, 0.05, 0.05],  # a, right
    ]
)
KNOWN = np.array([0, 0, 0, 2, -1, 0])
PARTS = np.array(["test", "test", "training", "test", "", "training"])
TABLE = image_table(PROBABILITIES, ("a", "b", "c"), known=KNOWN, parts=PARTS)


def test_the_table_says_who_was_first_and_second() -> None:
    assert TABLE.column_names == [
        "sample",
        "known",
        "part",
        "class",
        "probability",
        "second",
        "second probability",
        "p a",
        "p b",
        "p c",
    ]
    assert TABLE["sample"].to_pylist() == [1, 2, 3, 4, 5, 6]
    assert TABLE["known"].to_pylist() == ["a", "a", "a", "c", "", "a"]
    assert TABLE["class"].to_pylist() == ["a", "b", "b", "b", "c", "a"]
    # of equals the first comes first
    assert TABLE["second"].to_pylist() == ["b", "a", "a", "c", "a", "b"]
    assert TABLE["second probability"].to_pylist() == [0.3, 0.2, 0.05, 0.45, 0.3, 0.05]
    assert TABLE["p c"].to_pylist() == PROBABILITIES[:, 2].tolist()


def test_names_and_agreement_stand_where_they_are_given() -> None:
    table = image_table(
        PROBABILITIES[:2], ("a", "b", "c"), names=("x.png", "y.png"), agreement=np.array([1, 0.5])
    )
    assert table.column_names[:2] == ["sample", "name"]
    assert table["name"].to_pylist() == ["x.png", "y.png"]
    assert table["agreement"].to_pylist() == [1.0, 0.5]


def test_the_surest_error_comes_first() -> None:
    assert errors(TABLE).tolist() == [2, 1, 3]
    assert errors(TABLE, "test").tolist() == [1, 3]
    assert errors(TABLE, "validation").tolist() == []


def test_the_least_certain_come_first_unknown_ones_too() -> None:
    lead = [0.3, 0.5, 0.85, 0.0, 0.1, 0.85]
    assert least_certain(TABLE).tolist() == np.argsort(lead, kind="stable").tolist()
    assert least_certain(TABLE, "test").tolist() == [3, 0, 1]


@pytest.mark.parametrize(
    ("known", "predicted", "rows"), [("a", "b", [2, 1]), ("a", "a", [5, 0]), ("b", "a", [])]
)
def test_a_cell_of_the_confusion_matrix(known: str, predicted: str, rows: list[int]) -> None:
    assert cell(TABLE, known, predicted).tolist() == rows


def test_a_cell_of_one_part() -> None:
    assert cell(TABLE, "a", "b", "test").tolist() == [1]
