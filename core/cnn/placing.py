"""Measuring which place trains a network fastest; what was found once holds for this machine.

Sums come out in another order with other threads or another layout of the images, so a choice by
the clock would give other bits on every second run of the same job. It is therefore written down,
and found again as long as network, batch, torch and processor are the same.
"""

from __future__ import annotations

import hashlib
import json
import logging
import platform
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from core.cnn.place import Place, available_cores
from core.files import write_json
from core.places import cache_folder

log = logging.getLogger(__name__)

# rounds in which each place is tried, the seconds of one trial, and those after which no further
# round begins
ROUNDS, TRIAL, ENOUGH = 8, 0.05, 3.0
# a place that was so much slower than the fastest one in all of the first rounds is not tried
# again; in a single one another program may have had the second core
HOPELESS, DOUBTED = 1.5, 3
# another place must be so much faster than a plainer one to be taken
WORTH = 0.9

Trial = Callable[[Place], Callable[[], object]]


def fastest(places: Sequence[Place], trial: Trial, what: str) -> Place:
    """Return the place where a step takes least time.

    Parameters
    ----------
    trial
        Given a place, makes ready and returns a function that does one step.
    what
        Everything that the speed hangs on besides the machine, as text.
    """
    if len(places) == 1:
        return places[0]
    key = _key(places, what)
    known = _read().get(key)
    if isinstance(known, int) and 0 <= known < len(places):
        return places[known]
    seconds = _measure(places, trial)
    chosen = _choose(seconds)
    log.info("measured %s", ", ".join(f"{1e3 * value:.2f} ms" for value in seconds))
    _remember(key, chosen)
    return places[chosen]


def _measure(places: Sequence[Place], trial: Trial) -> list[float]:
    """Return the least seconds a step of each place, tried in turns."""
    least = [float("inf")] * len(places)
    steps = [trial(place) for place in places]
    start = time.perf_counter()
    for turn in range(ROUNDS):
        for number, (place, step) in enumerate(zip(places, steps, strict=True)):
            if turn >= DOUBTED and least[number] > HOPELESS * min(least):
                continue
            with place.used():
                if not turn:
                    # the first step of all chooses algorithms and takes memory
                    step()
                least[number] = min(least[number], _seconds_a_step(step))
        if time.perf_counter() - start > ENOUGH:
            break
    return least


def _seconds_a_step(step: Callable[[], object]) -> float:
    start, done = time.perf_counter(), 0
    while True:
        step()
        done += 1
        passed = time.perf_counter() - start
        if passed >= TRIAL:
            return passed / done


def _choose(seconds: Sequence[float]) -> int:
    """Return the number of the fastest; a plainer one wins when the gain is within the noise."""
    best = min(seconds)
    return next(number for number, value in enumerate(seconds) if value * WORTH <= best)


def _key(places: Sequence[Place], what: str) -> str:
    machine = f"{platform.machine()} {platform.processor()} {available_cores()}"
    text = "\n".join([torch.__version__, machine, what, *map(repr, places)])
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _path() -> Path:
    return cache_folder() / "cnn-places.json"


def _read() -> dict[str, object]:
    try:
        values = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _remember(key: str, chosen: int) -> None:
    try:
        write_json(_path(), {**_read(), key: chosen})
    except OSError as error:
        log.info("the choice of threads cannot be kept: %s", error)
