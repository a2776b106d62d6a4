"""Whether more samples would help, as far as the learning curve can tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from gui.judging.figure_texts import ends_of, figure_text, value_of
from gui.translating import counted

# a change of macro-F1 smaller than this is none that matters
SMALL = 0.05

Trend = Literal["rising", "flat", "unclear"]
Point = Mapping[str, Any]


def trend(before: Point, last: Point) -> Trend:
    """Return what the last step of a learning curve shows.

    It rises clearly where each value lies outside the interval of the other: for two figures of
    equal spread whose errors correlate by one half, as those of the same held-out samples do, that
    is a difference of two standard errors. It is flat where the change, and as much more as the
    wider half of an interval, stay below `SMALL`. Anything else cannot be told.
    """
    first, second = before["held_out"], last["held_out"]
    ends, last_ends = ends_of(first), ends_of(second)
    value, last_value = value_of(first), value_of(second)
    if ends is None or last_ends is None or value is None or last_value is None:
        return "unclear"
    if last_value > ends[1] and value < last_ends[0]:
        return "rising"
    reach = max(
        value - ends[0], ends[1] - value, last_value - last_ends[0], last_ends[1] - last_value
    )
    return "flat" if abs(last_value - value) + reach <= SMALL else "unclear"


def learning_sentence(learning: Mapping[str, Any]) -> str:
    """Say whether more samples would help.

    Parameters
    ----------
    learning
        What learning_curve.json holds.
    """
    points: Sequence[Point] = learning["points"]
    known = [point for point in points if value_of(point["held_out"]) is not None]
    if len(known) < 2:
        return _tr("Too few points to tell whether more samples would help.")
    before, last = known[-2:]
    words = {
        "rising": _tr(
            "More samples would probably help: from {few} to {samples} samples macro-F1 rose from "
            "{low} to {high}, more than chance explains."
        ),
        "flat": _tr(
            "More samples of the same kind would hardly help: from {few} to {samples} samples "
            "macro-F1 went from {low} to {high}."
        ),
        "unclear": _tr(
            "Whether more samples would help cannot be told: from {few} to {samples} samples "
            "macro-F1 went from {low} to {high}, a change that chance could make."
        ),
    }
    return counted(
        words[trend(before, last)],
        few=f"{before['samples']:,.0f}",
        samples=f"{last['samples']:,.0f}",
        low=figure_text(value_of(before["held_out"])),
        high=figure_text(value_of(last["held_out"])),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("learning words", text)
