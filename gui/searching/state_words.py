"""How far a search is, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.numbers import count, duration
from core.searching.results import Trial
from core.searching.settings import Search
from gui.searching.searcher import Searcher
from gui.translating import counted


def progress_words(searcher: Searcher) -> str:
    """Say how far the search is that goes on, and how long it still takes."""
    words = {
        "starting": _tr("The table is being read…"),
        "searching": _tr("Trials are carried out. You can go on working on other pages."),
        "paused": _tr("Paused: no trial begins; those under way are carried out."),
        "stopping": _tr("Stopping: the trials under way are carried out, then the best is judged."),
    }
    said = [words.get(searcher.state, "")]
    if searcher.state == "searching" and searcher.left is not None:
        left = duration(max(searcher.left, 1.0))
        said.append(_tr("About {time} left.").format(time=left))
    return " ".join(said)


def done_words(trials: Sequence[Trial], search: Search) -> str:
    """Say how many trials ended, of how many that are planned."""
    done = count(len(trials))
    if search.trials:
        return counted(_tr("{done} of {n} trials."), done=done, n=count(search.trials))
    return counted(_tr("{n} trials, in {time} at most."), n=done, time=duration(search.seconds))


def resting_words(trials: Sequence[Trial], search: Search, *, has_verdict: bool) -> str:
    """Say how a search stands that nobody carries out."""
    if not trials:
        return _tr("No trial has ended yet.")
    if has_verdict:
        return ""
    return " ".join(
        [
            done_words(trials, search),
            _tr("It was interrupted before its verdict; go on with it."),
        ]
    )


def is_spent(trials: Sequence[Trial], search: Search, seconds: float) -> bool:
    """Whether the budget of a search allows no further trial."""
    numbers = {trial.number for trial in trials}
    if search.trials and numbers.issuperset(range(search.trials)):
        return True
    return bool(search.seconds and seconds >= search.seconds and trials)


def _tr(text: str) -> str:
    return QCoreApplication.translate("searching states", text)
