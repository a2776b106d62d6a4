"""What a search came to, in sentences: the verdict, what it was selected on, and the gain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.numbers import count
from core.verdict_values import ends_of, value_of
from gui.judging.figure_texts import end_texts, figure_text, signed_text
from gui.judging.protocol_words import protocol_sentence
from gui.translating import counted


def search_sentence(verdict: Mapping[str, Any], chosen: Mapping[str, Any]) -> str:
    """Say what choosing so is worth, and how much the score flatters that it was selected on.

    Parameters
    ----------
    verdict, chosen
        What verdict.json and chosen.json of a search hold.
    """
    parts = [
        protocol_sentence(verdict),
        _verdict_sentence(verdict, chosen["verdict"]),
        _selected_sentence(chosen),
        _gain_sentence(chosen["gain"]),
        _failed_sentence(chosen),
    ]
    return " ".join(part for part in parts if part)


def _verdict_sentence(verdict: Mapping[str, Any], figure: Mapping[str, Any]) -> str:
    value, ends = value_of(figure), ends_of(figure)
    if value is None:
        return _tr("No figure could be found from them.")
    if ends is None:
        return _tr(
            "By these samples, which had no say in the choice, macro-F1 is {value}, without "
            "an interval, since no resample differs."
        ).format(value=figure_text(value))
    low, high = end_texts(ends)
    return counted(
        _tr(
            "By these samples, which had no say in the choice, macro-F1 is {value} ({level} % "
            "interval {low} to {high})."
        ),
        value=figure_text(value),
        level=f"{100 * verdict['level']:g}",
        low=low,
        high=high,
    )


def _selected_sentence(chosen: Mapping[str, Any]) -> str:
    optimism = chosen["optimism"]
    selected = figure_text(chosen["selected_on"])
    if optimism is None:
        words = _tr("Trial {trial} is the winner; it was selected on {selected}.")
    elif optimism < 0:
        words = _tr(
            "Trial {trial} is the winner; it was selected on {selected}, which is {more} lower: "
            "inner folds learn from fewer samples."
        )
    else:
        words = _tr(
            "Trial {trial} is the winner; it was selected on {selected}, which is {more} higher: "
            "the best of many is flattered by what it is chosen on."
        )
    return words.format(
        trial=count(chosen["winner"]), selected=selected, more=figure_text(abs(optimism or 0.0))
    )


def _gain_sentence(gain: Mapping[str, Any] | None) -> str:
    """Say how much better choosing so is than the job as it was, on the same samples."""
    value, ends = value_of(gain), ends_of(gain)
    if value is None:
        return ""
    if ends is None:
        return _tr("That is {gain} against the job as it was.").format(gain=signed_text(value))
    low, high = end_texts(ends, signed=True)
    if ends[0] > 0:
        words = _tr("That is {gain} against the job as it was ({low} to {high}): clearly better.")
    elif ends[1] < 0:
        words = _tr(
            "That is {gain} against the job as it was ({low} to {high}): clearly worse; keep the "
            "job as it was."
        )
    else:
        words = _tr(
            "That is {gain} against the job as it was ({low} to {high}): no clear difference."
        )
    return words.format(gain=signed_text(value), low=low, high=high)


def _failed_sentence(chosen: Mapping[str, Any]) -> str:
    if not chosen["failed"]:
        return ""
    return _tr("{failed} of {trials} trials failed.").format(
        failed=count(chosen["failed"]), trials=count(chosen["trials"])
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("searching verdict", text)
