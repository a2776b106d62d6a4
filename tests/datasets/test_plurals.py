"""One is told as one."""

from __future__ import annotations

import pytest

from datasets.messages import message
from datasets.plurals import in_number


@pytest.mark.parametrize(
    ("template", "values", "text"),
    [
        ("{n} rows read.", {"n": "1"}, "1 row read."),
        ("{n} rows read.", {"n": "11"}, "11 rows read."),
        ("{n} samples have no place.", {"n": 1}, "1 sample has no place."),
        ("{n} classes, {m} labelled samples", {"n": 1, "m": "1"}, "1 class, 1 labelled sample"),
        ("within {n} tries of {m} epochs", {"n": 2, "m": 1}, "within 2 tries of 1 epoch"),
        ("Only {n} blocks hold samples.", {"n": 1}, "Only 1 block holds samples."),
        (
            "{n} settings, {m} trials, {k} units",
            {"n": 1, "m": 1, "k": 2},
            "1 setting, 1 trial, 2 units",
        ),
        ("{n} held-out samples right", {"n": "1"}, "1 held-out sample right"),
        # what a value says is not ours to change
        (
            "{n} rows read from {path}.",
            {"n": "2", "path": "1 rows.csv"},
            "2 rows read from 1 rows.csv.",
        ),
        ("{rows} × {columns} cells", {"rows": "5", "columns": "1"}, "5 × 1 cells"),
        ("{n} 个样品", {"n": "1"}, "1 个样品"),
    ],
)
def test_nouns_and_verbs_follow_their_number(template, values, text):
    assert str(message(template, **values)) == text
    assert in_number(template, values).format(**values) == text
