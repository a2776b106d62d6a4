"""Doing the same for all columns, some at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


def side_by_side(work: Callable[[In], Out], items: Iterable[In]) -> list[Out]:
    """Do the same for all, some at once: Arrow computes outside the lock of the interpreter."""
    with ThreadPoolExecutor(min(4, cpu_count() or 1)) as pool:
        return list(pool.map(work, items))
