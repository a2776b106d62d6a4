"""What a running command is told from outside: pause, resume, stop."""

from __future__ import annotations

import threading


class Control:
    """Set from any thread, asked by the work between two steps.

    Attributes
    ----------
    pace
        Most epochs a second, for an onlooker who wants to see them; 0 is full speed.
    """

    def __init__(self) -> None:
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self.stopping = False
        self.abandoned = False
        self.pace = 0

    @property
    def paused(self) -> bool:
        return not self._may_go_on.is_set()

    def pause(self) -> None:
        self._may_go_on.clear()

    def resume(self) -> None:
        self._may_go_on.set()

    def stop(self) -> None:
        """End the work well: what was learned so far becomes the result."""
        self.stopping = True
        self._may_go_on.set()

    def abandon(self) -> None:
        """End the work at once, leaving it to be resumed: who asked for it is gone."""
        self.abandoned = True
        self.stop()

    def wait_while_paused(self) -> None:
        self._may_go_on.wait()

    def reset(self) -> None:
        """Forget what was said to the command before."""
        self.stopping = False
        self._may_go_on.set()

    def obey(self, word: str) -> None:
        """Do what one line of the worker protocol says; other words are none of ours."""
        actions = {"pause": self.pause, "resume": self.resume, "stop": self.stop}
        verb, _, value = word.strip().partition(" ")
        if verb == "pace" and value.isdecimal():
            self.pace = int(value)
        elif verb in actions:
            actions[verb]()
