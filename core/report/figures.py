"""Figures of a verdict as a report writes them, and what they amount to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

Values = Mapping[str, Any]
# an interval wider than this says little; a training figure so much better tells of memory
WIDE, MEMORY = 0.3, 0.2
# a change of macro-F1 smaller than this is none that matters
SMALL = 0.05

Standing = Literal["better", "worse", "unclear"]
Trend = Literal["rising", "flat", "unclear"]


def value_of(figure: Values | None) -> float | None:
    """Return the value of a figure, None where it is not defined."""
    value = figure.get("value") if figure is not None else None
    return None if value is None else float(value)


def ends_of(figure: Values | None) -> tuple[float, float] | None:
    """Return the ends of the interval of a figure, None where it has none."""
    if figure is None or figure.get("low") is None or figure.get("high") is None:
        return None
    return float(figure["low"]), float(figure["high"])


def short(value: float | None) -> str:
    """Write a figure between −1 and 1 with three decimals; a dash for None."""
    return "–" if value is None else f"{value:.3f}".replace("-", "−")


def chance_of(verdict: Values) -> float:
    """Return the balanced accuracy of naming classes at random."""
    return 1.0 / max(1, len(verdict["classes"]))


def doubts_of(verdict: Values) -> list[str]:
    """Return what makes the figures of verdict.json worth less than they seem.

    Returns
    -------
    list of str
        Keys of `core.report.sentence_words`.
    """
    figure = verdict["held_out"]["figures"]["balanced_accuracy"]
    value, ends, training = value_of(figure), ends_of(figure), verdict["training"]
    learned = value_of(training["figures"]["balanced_accuracy"]) if training else None
    said = {
        "chose": is_flattered(verdict),
        "no better than chance": ends is not None and ends[0] <= chance_of(verdict) < (value or 0),
        f"few {verdict['resampled']}": ends is not None and ends[1] - ends[0] > WIDE,
        "memory": learned is not None and value is not None and learned - value >= MEMORY,
    }
    return [key for key, holds in said.items() if holds]


def is_flattered(verdict: Values) -> bool:
    """Whether the samples that judge also chose the weights."""
    protocol = verdict["protocol"]
    return bool(protocol["name"] == "validation" and protocol.get("chose", True))


def turned(figure: Values | None) -> Values | None:
    """Return the difference the other way round: of b − a where a − b is given."""
    if figure is None or figure.get("value") is None:
        return None
    ends = ends_of(figure)
    low, high = (None, None) if ends is None else (0.0 - ends[1], 0.0 - ends[0])
    return {"value": 0.0 - figure["value"], "low": low, "high": high}


def standing(lead: Values | None) -> Standing:
    """Return whether a method is better than the network by more than chance explains.

    Parameters
    ----------
    lead
        Figure of the method less that of the network; clear where its interval leaves 0 out.
    """
    ends = ends_of(lead)
    if ends is None or ends[0] <= 0.0 <= ends[1]:
        return "unclear"
    return "better" if ends[0] > 0.0 else "worse"


def trend(before: Values, last: Values) -> Trend:
    """Return what the last step of a learning curve shows.

    It rises where each value lies outside the interval of the other, and is flat where the change
    and the wider half of an interval together stay below `SMALL`; anything else cannot be told.
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
