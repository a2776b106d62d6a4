"""A member goes from the first process to the others as it stands, and to nobody else."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from core.cnn.handing_out import dismiss, hand_out, take
from core.cnn.ranks import Ranks
from core.cnn.training import MemberLoop
from datasets.messages import InputError
from tests.core.cnn.small_loops import small_loop, state_text


@dataclass(frozen=True)
class Passing(Ranks):
    """What the first process gives is there for the other to take."""

    count: int = 2
    way: list[bytes] = field(default_factory=list)

    def hand_out(self, content: bytes) -> bytes:
        if self.is_first:
            self.way.append(content)
            return content
        return self.way.pop(0)


def members(rank: int, way: list[bytes], fingerprint: str = "same") -> Any:
    def begin(number: int) -> MemberLoop:
        assert number == 3
        return small_loop(member=number)

    ranks = Passing(rank, way=way)
    return SimpleNamespace(ranks=ranks, fingerprint=fingerprint, number=3, begin=begin)


def test_a_member_is_taken_as_it_stands() -> None:
    way: list[bytes] = []
    loop = small_loop(member=3)
    list(itertools.islice(loop, 6))
    hand_out(members(0, way), loop)
    dismiss(Passing(0, way=way))
    taken = take(members(1, way))
    assert taken is not None
    assert state_text(taken) == state_text(loop)
    assert take(members(1, way)) is None


def test_other_samples_are_refused() -> None:
    way: list[bytes] = []
    hand_out(members(0, way), small_loop(member=3))
    with pytest.raises(InputError, match="process 2 of this run"):
        take(members(1, way, fingerprint="other"))
