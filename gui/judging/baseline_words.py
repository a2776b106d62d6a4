"""Whether something simpler is better than the network, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.numbers import NOTHING
from core.verdict_meaning import KEY, Standing, judged_methods, lead, score_of, standing
from core.verdict_values import Figure, ends_of, value_of
from gui.judging.figure_texts import end_texts
from gui.judging.names import method_name
from gui.translating import counted

Row = Mapping[str, Any]


def standing_word(which: Standing) -> str:
    """Return what is written beside a difference."""
    words = {"better": _tr("better"), "worse": _tr("worse"), "unclear": _tr("no clear difference")}
    return words[which]


def comparison_sentence(baselines: Mapping[str, Any]) -> str:
    """Say whether a simpler method is better than the network, worse, or not clearly either.

    Parameters
    ----------
    baselines
        What baselines.json holds.
    """
    network, others = judged_methods(baselines["of"])
    if network is None or not others:
        return _tr("No other method could be judged.")
    better, unclear = (
        [row for row in others if standing(lead(row)) == which] for which in ("better", "unclear")
    )
    if better:
        return _better(better, network)
    if unclear:
        words = _tr(
            "No method is clearly better than the network, but {method} is not clearly worse: "
            "macro-F1 {theirs} against {ours}, a difference of {difference}."
        )
        return _compared(words, unclear[0], network, lead(unclear[0]))
    words = _tr(
        "The network is better here than every other method. The best of these is {method}: "
        "macro-F1 {theirs} against {ours}, a difference of {difference}."
    )
    best = max(others, key=_figure_of)
    return _compared(words, best, network, best["difference"][KEY])


def _better(better: Sequence[Row], network: Row) -> str:
    """Name the simplest method that is better, and the best one where it is another."""
    words = _tr(
        "{Method} is better here: macro-F1 {theirs} against {ours}, a difference of {difference}."
    )
    said = _compared(words, better[0], network, lead(better[0]))
    best = max(better, key=_figure_of)
    if best is better[0]:
        return said
    also = _tr("The best is {method}: {theirs}.")
    return f"{said} {_compared(also, best, network, None)}"


def _compared(words: str, row: Row, network: Row, difference: Figure | None) -> str:
    name = method_name(row)
    return counted(
        words,
        Method=name,
        # within a sentence; a name in Chinese has no capital
        method=name[:1].lower() + name[1:],
        theirs=f"{_figure_of(row):.2f}",
        ours=f"{_figure_of(network):.2f}",
        difference=_difference_text(difference),
    )


def _difference_text(difference: Figure | None) -> str:
    """Write a difference in a sentence: ``0.06 (0.02 to 0.10)``."""
    value, ends = value_of(difference), ends_of(difference)
    if value is None:
        return NOTHING
    text = f"{value:z.2f}".replace("-", "−")
    if ends is None:
        return text
    low, high = end_texts(ends)
    return _tr("{value} ({low} to {high})").format(value=text, low=low, high=high)


def _figure_of(row: Row) -> float:
    return score_of(row) or 0.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("baseline words", text)
