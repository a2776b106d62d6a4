"""Fetching data sets into the cache of the program."""

from __future__ import annotations

from core.control import Control
from core.events import Finished, TaskProgress
from core.places import mnist_folder
from core.reporting import Reporter
from datasets.images.examples import FETCHED
from datasets.images.fetching import StoppedError, fetch
from datasets.images.mirrors import MNIST
from datasets.messages import InputError, message

NAMES = {"mnist": FETCHED}
_STEP = 1 << 18


def fetch_set(name: str, report: Reporter, control: Control) -> None:
    """Fetch a data set by its name; what came in part is kept when the work is stopped.

    Raises
    ------
    InputError
        When there is no such data set, or no mirror gives it.
    """
    if name.removeprefix("example:") not in NAMES:
        raise InputError(
            "There is no data set {name} to fetch; there is {names}.",
            name=name,
            names=", ".join(NAMES),
        )
    folder = mnist_folder()
    counted = _Counted(report)
    try:
        size = fetch(folder, MNIST, counted=counted, stop=lambda: control.stopping)
    except StoppedError:
        said = message("Stopped; what came is kept, and fetching again goes on from there.")
        report(Finished(said, {"source": "", "stopped": True}))
        return
    told = message(
        "MNIST lies here: {size} MB in {folder}.", size=f"{size / 1e6:.1f}", folder=str(folder)
    )
    report(Finished(told, {"source": NAMES[name.removeprefix("example:")], "stopped": False}))


class _Counted:
    """Tells the bytes that have come, not more often than every 256 KB."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self._last = -_STEP

    def __call__(self, done: int, total: int) -> None:
        if done - self._last >= _STEP or done >= total:
            self._last = done
            self._report(TaskProgress(message("Fetching MNIST (bytes)"), done, total))
