"""What a run does not know, in sentences: its prediction sets and its unknown rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.numbers import percent, three_digits
from gui.translating import counted
from gui.unbroken import unbroken


def doubt_sentences(evaluation: Mapping[str, Any]) -> list[str]:
    """Return what is said of prediction sets and of unknown rows; [] where nothing was found.

    Parameters
    ----------
    evaluation
        What evaluation.json holds.
    """
    said = []
    if "sets" in evaluation:
        said.append(_sets(evaluation["sets"]))
    if "unknown" in evaluation:
        said.append(_unknown(evaluation["unknown"]))
    return [unbroken(each) for each in said]


def _sets(sets: Mapping[str, Any]) -> str:
    if not sets["checked"] or sets.get("coverage") is None:
        return _tr(
            "Prediction sets are made to hold the true class {level} of the time; no sample was "
            "left to check that."
        ).format(level=percent(sets["level"]))
    words = _tr(
        "Prediction sets hold the known class of {coverage} of the held-out samples ({low} to "
        "{high}; asked for: {level}), with {size} classes in the mean."
    ).format(
        coverage=percent(sets["coverage"]),
        low=percent(sets["low"]),
        high=percent(sets["high"]),
        level=percent(sets["level"]),
        size=three_digits(sets["size"]),
    )
    if sets["holds"]:
        return words
    return f"{words} {_tr('That is not what was asked for: do not rely on them.')}"


def _unknown(unknown: Mapping[str, Any]) -> str:
    rows, held_out = unknown["rows"], unknown["held_out"]
    words = counted(
        _tr(
            "{marked} of {rows} rows ({share}) are unlike all training samples and count as "
            "unknown; of held-out samples it would be {held_out}."
        ),
        marked=f"{rows['marked']:,}",
        rows=f"{rows['samples']:,}",
        share=percent(rows["share"] or 0.0),
        held_out=percent(held_out["share"] or 0.0),
    )
    # runs of earlier versions compared no files
    second = unknown.get("second_file")
    if second is None or not second["unlike"]:
        return words
    whole = _tr(
        "The second file is unlike the first one as a whole: their energy distance is {distance}, "
        "that of parts of the first one {threshold} at most, so that all its rows would be unknown."
    ).format(distance=three_digits(second["distance"]), threshold=three_digits(second["threshold"]))
    return f"{words} {whole}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("judging doubt", text)
