"""Doing the same for all columns, some at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

# Told which share of a work is done, from 0 to 1, in the thread that asked for it.
Told = Callable[[float], None]

_MOST_PIECES = 256

In = TypeVar("In")
Out = TypeVar("Out")


def side_by_side(
    work: Callable[[In], Out], items: Iterable[In], told: Told | None = None
) -> list[Out]:
    """Do the same for all, some at once: Arrow computes outside the lock of the interpreter.

    When it is interrupted, what has not begun is left.
    """
    every = list(items)
    # beside a small piece of work, handing it over would cost most
    size = max(1, len(every) // _MOST_PIECES)
    pieces = [every[at : at + size] for at in range(0, len(every), size)]
    pool = ThreadPoolExecutor(min(4, cpu_count() or 1))
    try:
        begun = [pool.submit(_all_done, work, piece) for piece in pieces]
        done: list[Out] = []
        for one in begun:
            done += one.result()
            if told is not None:
                told(len(done) / len(every))
        return done
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _all_done(work: Callable[[In], Out], items: list[In]) -> list[Out]:
    return [work(item) for item in items]


def part_of(told: Told | None, start: float, end: float) -> Told | None:
    """Return a `Told` for a part of a work, from one share of the whole to another."""
    if told is None:
        return None
    return lambda share: told(start + share * (end - start))
