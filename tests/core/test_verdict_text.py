"""A verdict on a terminal counts one as one."""

from __future__ import annotations

from core.verdict_text import verdict_lines
from tests.gui.judging.small_verdict import verdict


def test_the_first_line_counts_samples_and_what_was_resampled() -> None:
    found = verdict("blocks")
    line = verdict_lines({"verdict": found})[0]
    assert "held-out samples right. Intervals of 95%, from 37 blocks." in line
    found["units"] = 1
    found["held_out"].update(samples=1, correct=1)
    line = verdict_lines({"verdict": found})[0]
    assert line.endswith("1 of 1 held-out sample right. Intervals of 95%, from 1 block.")
