"""The verdict in sentences: how it was judged, what came out, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.verdict_meaning import MAIN, chance_of, doubts_of, learned_of
from core.verdict_values import ends_of, value_of
from gui.judging.figure_texts import end_texts, figure_text
from gui.judging.protocol_words import protocol_sentence
from gui.translating import counted


def verdict_sentence(verdict: Mapping[str, Any]) -> str:
    """Say how the network was judged, its balanced accuracy, and what speaks against it.

    Parameters
    ----------
    verdict
        What verdict.json holds.
    """
    parts = (protocol_sentence(verdict), _figure_sentence(verdict), *verdict_warnings(verdict))
    return " ".join(parts)


def verdict_warnings(verdict: Mapping[str, Any]) -> list[str]:
    """Return the sentences on what makes the figures worth less than they seem."""
    words = {
        "chose": _tr(
            "These samples also chose which weights were kept, so the figures flatter the "
            "network; folds, blocks or a second file would not."
        ),
        "no better than chance": _tr("That is not clearly better than chance."),
        "few samples": _tr("The interval is wide: {units} samples are few."),
        "few groups": _tr("The interval is wide: {units} groups are few."),
        "few blocks": _tr("The interval is wide: {units} blocks are few."),
        "memory": _tr("The network knows its training samples far better than new ones."),
    }
    units = f"{verdict['units']:,}"
    return [counted(words[doubt], units=units) for doubt in doubts_of(verdict)]


def _figure_sentence(verdict: Mapping[str, Any]) -> str:
    figure, learned = verdict["held_out"]["figures"][MAIN], learned_of(verdict)
    value, ends = value_of(figure), ends_of(figure)
    if value is None:
        return _tr("No figure could be found from them.")
    words = _words(has_interval=ends is not None, has_training=learned is not None)
    low, high = end_texts(ends) if ends is not None else ("", "")
    return counted(
        words,
        value=figure_text(value),
        level=f"{100 * verdict['level']:g}",
        low=low,
        high=high,
        training=figure_text(learned),
        chance=figure_text(chance_of(verdict)),
    )


def _words(*, has_interval: bool, has_training: bool) -> str:
    if has_interval and has_training:
        return _tr(
            "Balanced accuracy is {value} ({level} % interval {low} to {high}); chance would give "
            "{chance}, and the training samples give {training}."
        )
    if has_interval:
        return _tr(
            "Balanced accuracy is {value} ({level} % interval {low} to {high}); chance would give "
            "{chance}."
        )
    if has_training:
        return _tr(
            "Balanced accuracy is {value}, without an interval, since no resample differs; chance "
            "would give {chance}, and the training samples give {training}."
        )
    return _tr(
        "Balanced accuracy is {value}, without an interval, since no resample differs; chance "
        "would give {chance}."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("judging sentences", text)
