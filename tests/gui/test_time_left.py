"""The time left follows from the share of work that is done."""

from __future__ import annotations

from gui.time_left import TimeLeft


def test_the_rest_takes_as_long_as_what_is_done_lets_expect() -> None:
    left = TimeLeft()
    assert left.update(0, 100, 50.0) is None
    assert left.update(25, 100, 50.5) is None, "too soon to know"
    assert left.update(25, 100, 54.0) == 12.0
    assert left.update(50, 100, 60.0) == 10.0
    assert left.update(100, 100, 70.0) == 0.0


def test_other_work_begins_anew() -> None:
    left = TimeLeft()
    left.update(0, 100, 0.0)
    assert left.update(0, 40, 10.0) is None
    assert left.update(10, 40, 12.0) == 6.0
    # the same work once more, with its first word
    left.forget()
    assert left.update(0, 40, 20.0) is None
    assert left.update(30, 40, 26.0) == 2.0


def test_work_that_was_half_done_when_it_was_first_heard_of() -> None:
    left = TimeLeft()
    left.update(40, 80, 0.0)
    assert left.update(40, 80, 9.0) is None
    assert left.update(60, 80, 10.0) == 10.0
