"""What is said of a division, and of what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from core.job import Judging
from core.job_sections.protocols import Protocol
from gui.judging.division_words import division_sentence
from gui.judging.doubt_words import doubt_sentences
from gui.judging.judging_form import JudgingForm


def answer(name: str, **values: Any) -> dict[str, Any]:
    usual = {"sizes": [[10, 0, 40]] * 5, "block_size": None, "buffer": None, "unit": "m"}
    return {**usual, "buffered": 0.0, "name": name, **values}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hold_out", "50 samples are drawn at random"),
        ("folds", "like shares of each class"),
        ("leave_one_out", "held out once, by itself"),
        ("groups", "split no group"),
        ("leave_one_group_out", "Each of 5 groups"),
        ("second_file", "second file"),
    ],
)
def test_each_protocol_has_its_sentence(name: str, said: str) -> None:
    assert said in division_sentence(answer(name))


def test_blocks_and_a_buffer_are_told_with_their_lengths() -> None:
    said = division_sentence(answer("blocks", block_size=12_000.0, buffer=500.0, buffered=3.4))
    assert "square blocks of 12,000\u00a0m" in said
    assert "nearer than 500\u00a0m" in said
    assert "3.4 in the mean" in said


def test_without_held_out_samples_a_warning_stands_there() -> None:
    assert "flatters" in division_sentence(answer("validation", sizes=[]))


def sets(**values: Any) -> dict[str, Any]:
    usual = {"level": 0.9, "checked": True, "holds": True, "coverage": 0.95, "low": 0.88}
    return {"sets": {**usual, "high": 0.98, "size": 1.62, **values}}


def test_coverage_is_told_with_its_interval() -> None:
    (said,) = doubt_sentences(sets())
    assert "95\u00a0% of the held-out samples (88\u00a0% to 98\u00a0%" in said
    assert "1.62 classes" in said
    assert "rely" not in said


def test_coverage_that_is_too_low_is_told() -> None:
    (said,) = doubt_sentences(sets(holds=False, coverage=0.7))
    assert "do not rely on them" in said


def test_coverage_that_nobody_checked_is_told() -> None:
    (said,) = doubt_sentences(sets(checked=False))
    assert "no sample was left" in said


def test_unknown_rows_are_counted() -> None:
    rows = {"marked": 459, "samples": 22_400, "share": 459 / 22_400}
    held_out = {"marked": 1, "samples": 73, "share": 1 / 73}
    (said,) = doubt_sentences({"unknown": {"rows": rows, "held_out": held_out}})
    assert said.startswith("459 of 22,400 rows (2\u00a0%)")
    assert said.endswith("1.4\u00a0%.")
    assert doubt_sentences({}) == []


@pytest.mark.parametrize("protocol", ["folds", "second_file"])
def test_a_file_is_asked_for_where_one_judges(qtbot, protocol: Protocol) -> None:
    form = JudgingForm()
    qtbot.addWidget(form)
    form.show_judging(Judging(protocol=protocol))
    assert form.choose.isHidden() == (protocol != "second_file")
    heard: list[Judging] = []
    form.changed.connect(heard.append)
    form.take_file("other.csv")
    assert heard == [Judging(protocol=protocol, test_table="other.csv")]
