"""Trials one after the other, in the process that searches."""

from __future__ import annotations

from collections.abc import Callable

from core.files import Closing
from core.job import Job
from core.searching.folder import SearchFolder
from core.searching.nesting import Nested
from core.searching.setting import Setting
from core.searching.trial import StoppedError, carry_out


class ThisProcess(Closing):
    """Carries out one trial after the other; one that is cancelled is not told of."""

    slots: int = 1

    def __init__(self, folder: SearchFolder, cancelled: Callable[[], bool]) -> None:
        self._folder, self._cancelled = folder, cancelled
        self._given: list[tuple[int, Setting | None]] = []

    def begin(self, job: Job, nested: Nested) -> None:
        self._job, self._nested = job, nested

    @property
    def busy(self) -> int:
        return len(self._given)

    def submit(self, number: int, setting: Setting | None) -> None:
        self._given.append((number, setting))

    def ended(self) -> list[int]:
        number, setting = self._given.pop()
        try:
            done = carry_out(number, setting, self._job, self._nested, self._cancelled)
        except StoppedError:
            return []
        self._folder.write_trial(*done)
        return [number]

    def close(self) -> None:
        self._given.clear()
