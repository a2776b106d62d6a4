"""The verdict in sentences: how it was judged, what came out, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.judging.figure_texts import end_texts, ends_of, figure_text, value_of
from gui.judging.protocol_words import protocol_sentence
from gui.translating import counted

# an interval wider than this says little; a training figure so much better tells of memory
WIDE, MEMORY = 0.3, 0.2


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
    figure = verdict["held_out"]["figures"]["balanced_accuracy"]
    value, ends = value_of(figure), ends_of(figure)
    said = []
    # a validation part that stops nothing is as good as any held-out part
    if verdict["protocol"]["name"] == "validation" and verdict["protocol"].get("chose", True):
        said.append(
            _tr(
                "These samples also chose which weights were kept, so the figures flatter the "
                "network; folds, blocks or a second file would not."
            )
        )
    if ends is not None and ends[0] <= _chance(verdict) < (value or 0.0):
        said.append(_tr("That is not clearly better than chance."))
    if ends is not None and ends[1] - ends[0] > WIDE:
        said.append(_few(verdict))
    if memory_gap(verdict) >= MEMORY:
        said.append(_tr("The network knows its training samples far better than new ones."))
    return said


def memory_gap(verdict: Mapping[str, Any], key: str = "balanced_accuracy") -> float:
    """Return by how much a figure is better on the training samples; 0 where that is unknown."""
    training = verdict["training"]
    learned = value_of(training["figures"][key]) if training is not None else None
    value = value_of(verdict["held_out"]["figures"][key])
    return 0.0 if learned is None or value is None else learned - value


def _figure_sentence(verdict: Mapping[str, Any]) -> str:
    figure = verdict["held_out"]["figures"]["balanced_accuracy"]
    value, ends, training = value_of(figure), ends_of(figure), verdict["training"]
    if value is None:
        return _tr("No figure could be found from them.")
    learned = value_of(training["figures"]["balanced_accuracy"]) if training else None
    words = _words(has_interval=ends is not None, has_training=learned is not None)
    low, high = end_texts(ends) if ends is not None else ("", "")
    return counted(
        words,
        value=figure_text(value),
        level=f"{100 * verdict['level']:g}",
        low=low,
        high=high,
        training=figure_text(learned),
        chance=figure_text(_chance(verdict)),
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


def _few(verdict: Mapping[str, Any]) -> str:
    """Say what there is too little of: what was resampled."""
    words = {
        "samples": _tr("The interval is wide: {units} samples are few."),
        "groups": _tr("The interval is wide: {units} groups are few."),
        "blocks": _tr("The interval is wide: {units} blocks are few."),
    }
    return counted(words[verdict["resampled"]], units=f"{verdict['units']:,}")


def _chance(verdict: Mapping[str, Any]) -> float:
    """Return the balanced accuracy of naming classes at random."""
    return 1.0 / max(1, len(verdict["classes"]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("judging sentences", text)
