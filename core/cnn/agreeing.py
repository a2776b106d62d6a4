"""What the processes of one training tell each other between two steps, and the others obey."""

from __future__ import annotations

import time

from core.cnn.ranks import Ranks, Word
from core.cnn.training import MemberLoop
from core.control import Control

# seconds between two signs of life while the first process is paused
BEAT = 0.5


def agreed(ranks: Ranks, control: Control, *, has_time: bool = True) -> Word:
    """Return what all processes do next, and obey where another one abandons the work."""
    return _heard(ranks.agree(_word_of(control) if has_time else Word.TIME), control)


def wait_together(ranks: Ranks, control: Control) -> Word:
    """Hold still while the first process is paused; return what the others said meanwhile."""
    if not ranks.are_several:
        control.wait_while_paused()
    word = Word.GO_ON
    while control.paused and word < Word.TIME:
        # the others would take silence for death
        word = _heard(ranks.agree(Word.PAUSE), control)
        time.sleep(BEAT)
    return word


def accompany(loop: MemberLoop, ranks: Ranks, control: Control) -> None:
    """Do the share of this process in every step, until the member ends or the first one leaves."""
    for _ in loop:
        if loop.ended:
            return
        word = agreed(ranks, control)
        while word is Word.PAUSE:
            word = agreed(ranks, control)
        if word is not Word.GO_ON:
            return


def _word_of(control: Control) -> Word:
    if control.abandoned:
        return Word.ABANDON
    return Word.STOP if control.stopping else Word.GO_ON


def _heard(word: Word, control: Control) -> Word:
    if word is Word.ABANDON:
        control.abandon()
    return word
