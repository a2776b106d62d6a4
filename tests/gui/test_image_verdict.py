"""What is said of a result on images: the judging part, its interval, and what flatters."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.shares import share_text
from gui.verdict import evaluation_sentence


def evaluation(judged: str, **more: Any) -> dict[str, Any]:
    part = {"samples": 359, "correct": 356, "interval": [0.97573, 0.99716]}
    nothing = {"samples": 0, "correct": 0, "interval": None}
    parts = dict.fromkeys(("training", "validation", "test"), nothing)
    return {"kind": "images", "judged": judged, **parts, judged: part, **more}


def test_the_test_part_judges_and_nothing_flatters():
    assert evaluation_sentence(evaluation("test", held_out_chose=True)) == (
        "Of 359 test images, 356 were classified right: 99.2\u00a0% (95\u00a0% interval "
        "97.6–\u206099.7\u00a0%)."
    )


@pytest.mark.parametrize(
    ("judged", "more", "words"),
    [
        ("validation", {"held_out_chose": True}, "also chose the best epoch"),
        ("validation", {"folds": 5}, "in 5 folds"),
        ("training", {}, "nothing about new ones"),
    ],
)
def test_what_limits_the_figure_is_said(judged: str, more: dict[str, Any], words: str):
    assert words in evaluation_sentence(evaluation(judged, **more))


@given(st.integers(1, 70_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_all_and_none_are_never_claimed_by_rounding(counts: tuple[int, int]):
    right, samples = counts
    said = share_text(right / samples, samples)
    assert (said == "100 %") == (right == samples)
    assert (said == "0 %") == (right == 0)
    assert float(said.removesuffix(" %")) == pytest.approx(100 * right / samples, abs=0.1)
