"""Many requests, few calls."""

from __future__ import annotations

import itertools
import time

import pytest

from gui.throttle import Throttle


@pytest.fixture
def calls() -> list[float]:
    return []


def test_many_requests_are_one_call(qtbot, calls):
    throttle = Throttle(lambda: calls.append(time.monotonic()), 30)
    for _ in range(100):
        throttle.request()
    assert calls == []
    qtbot.waitUntil(lambda: len(calls) == 1)
    qtbot.wait(60)
    assert len(calls) == 1


def test_calls_keep_their_distance_and_the_last_request_is_served(qtbot, calls):
    throttle = Throttle(lambda: calls.append(time.monotonic()), 40)
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        throttle.request()
        qtbot.wait(2)
    last = time.monotonic()
    throttle.request()
    qtbot.waitUntil(lambda: calls[-1] >= last)
    gaps = [b - a for a, b in itertools.pairwise(calls)]
    # Qt's coarse timers may be 5 % early.
    assert min(gaps) >= 0.036
    assert len(calls) <= 10


def test_flush_does_pending_work_now_and_nothing_else(qtbot, calls):
    throttle = Throttle(lambda: calls.append(0), 1000)
    throttle.flush()
    assert calls == []
    throttle.request()
    throttle.flush()
    assert calls == [0]
    assert not throttle.pending


def test_cancel_forgets(qtbot, calls):
    throttle = Throttle(lambda: calls.append(0), 5)
    throttle.request()
    throttle.cancel()
    qtbot.wait(30)
    assert calls == []


def test_work_that_asks_for_itself_keeps_its_distance(qtbot, calls):
    def work() -> None:
        calls.append(time.monotonic())
        if len(calls) < 3:
            throttle.request()

    throttle = Throttle(work, 40)
    throttle.request()
    qtbot.waitUntil(lambda: len(calls) == 3)
    assert min(b - a for a, b in itertools.pairwise(calls)) >= 0.036
