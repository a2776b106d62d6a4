"""What is said of a search: how far it is, what it came to, and what is in the way."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.searching.results import Trial
from core.searching.settings import Search
from gui.searching.state_words import done_words, is_spent, resting_words
from gui.searching.verdict_words import search_sentence
from tests.gui.judging.small_verdict import verdict
from tests.gui.searching.small_search import chosen, trials


def said(**values: Any) -> str:
    # spaces at which no line may end are spaces to whoever reads
    return search_sentence(verdict("folds"), chosen(**values)).replace("\u00a0", " ")


def test_the_verdict_is_not_the_score_selected_on(qtbot: QtBot) -> None:
    text = said()
    assert text.startswith("Each of 120 samples was held out once, in 5 folds")
    assert "had no say in the choice, macro-F1 is 0.612 (95 % interval 0.52 to 0.71)." in text
    assert "Trial 2 is the winner; it was selected on 0.700, which is 0.0880 higher" in text
    assert "+0.050 against the job as it was (+0.01 to +0.09): clearly better." in text
    assert text.endswith("1 of 5 trials failed.")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"gain": {"value": 0.0, "low": -0.1, "high": 0.1}}, "no clear difference"),
        ({"gain": {"value": -0.2, "low": -0.3, "high": -0.1}}, "keep the job as it was"),
        ({"gain": {"value": 0.1, "low": None, "high": None}}, "That is +0.100 against"),
        ({"optimism": -0.05}, "which is 0.0500 lower"),
        ({"optimism": None, "verdict": {"value": None}}, "No figure could be found"),
        ({"verdict": {"value": 0.6, "low": None, "high": None}}, "no resample differs"),
    ],
)
def test_other_ends(values: dict[str, Any], words: str) -> None:
    assert words in said(**values)


def test_without_the_job_as_it_was_there_is_no_gain() -> None:
    assert "as it was" not in said(gain=None)
    assert "failed" not in said(failed=0)


def test_how_far_it_is() -> None:
    assert done_words(trials(), Search(trials=64)) == "5 of 64 trials."
    assert done_words(trials()[:1], Search(trials=0, seconds=120)) == "1 trial, in 2:00 at most."
    assert resting_words([], Search(), has_verdict=False) == "No trial has ended yet."
    assert "interrupted" in resting_words(trials(), Search(), has_verdict=False)
    assert resting_words(trials(), Search(), has_verdict=True) == ""


def test_when_nothing_is_left_to_try() -> None:
    five = trials()
    assert is_spent(five, Search(trials=5), 1.0)
    assert is_spent(five, Search(trials=3), 1.0)
    assert not is_spent(five, Search(trials=6), 1.0)
    # number 4 is missing, though five have ended
    assert not is_spent([*five[:4], Trial(9, None, (), 0.0)], Search(trials=5), 1.0)
    assert is_spent(five, Search(trials=0, seconds=10.0), 12.0)
    assert not is_spent(five, Search(trials=0, seconds=10.0), 8.0)
    assert not is_spent([], Search(trials=0, seconds=10.0), 12.0)
