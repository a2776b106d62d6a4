"""Between two steps the processes of one training agree what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from core.cnn import agreeing
from core.cnn.agreeing import accompany, agreed, wait_together
from core.cnn.ranks import ALONE, Ranks, Word
from core.control import Control
from tests.core.cnn.small_loops import small_loop


@dataclass(frozen=True)
class Talking(Ranks):
    """Two processes, of which the other one says these words in turn."""

    count: int = 2
    others: Iterator[Word] = field(default_factory=lambda: iter(()))
    said: list[Word] = field(default_factory=list)

    def agree(self, word: Word) -> Word:
        self.said.append(word)
        return max(word, next(self.others, Word.GO_ON))


@pytest.fixture(autouse=True)
def no_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreeing, "BEAT", 0.0)


def test_a_process_alone_obeys_its_control() -> None:
    control = Control()
    assert agreed(ALONE, control) is Word.GO_ON
    assert agreed(ALONE, control, has_time=False) is Word.TIME
    control.stop()
    assert agreed(ALONE, control) is Word.STOP
    control.abandon()
    assert agreed(ALONE, control) is Word.ABANDON


def test_work_that_another_abandons_is_abandoned() -> None:
    control = Control()
    assert agreed(Talking(others=iter([Word.ABANDON])), control) is Word.ABANDON
    assert control.abandoned


def test_a_pause_gives_signs_of_life_and_ends_when_another_leaves() -> None:
    control = Control()
    control.pause()
    ranks = Talking(others=iter([Word.GO_ON, Word.GO_ON, Word.ABANDON]))
    assert wait_together(ranks, control) is Word.ABANDON
    assert ranks.said == [Word.PAUSE] * 3
    assert control.abandoned


def test_a_pause_ends_when_the_first_goes_on() -> None:
    control = Control()
    control.pause()

    def resumed() -> Iterator[Word]:
        yield Word.GO_ON
        control.resume()
        yield Word.GO_ON

    assert wait_together(Talking(others=resumed()), control) is Word.PAUSE
    assert not control.stopping


@pytest.mark.parametrize("word", [Word.TIME, Word.STOP, Word.ABANDON])
def test_the_others_wait_in_a_pause_and_leave_with_the_first(
    word: Word, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, control = small_loop(), Control()
    accompany(loop, Talking(others=iter([Word.GO_ON, Word.PAUSE, Word.PAUSE, word])), control)
    assert loop.step == 2
    assert control.abandoned == (word is Word.ABANDON)
