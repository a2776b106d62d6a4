"""What the figures of a verdict amount to, by which window and report choose their sentences.

Light: the window imports it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from core.verdict_text import BASELINES
from core.verdict_values import Figure, ends_of, turned, value_of

# an interval wider than this says little; a training figure so much better tells of memory
WIDE, MEMORY = 0.3, 0.2
# the figure by which methods are compared, and a change of it that is none that matters
KEY, SMALL = "macro_f1", 0.05
# the figure that a verdict is told by
MAIN = "balanced_accuracy"

Values = Mapping[str, Any]
Standing = Literal["better", "worse", "unclear"]
Trend = Literal["rising", "flat", "unclear"]


def chance_of(verdict: Values) -> float:
    """Return the balanced accuracy of naming classes at random."""
    return 1.0 / max(1, len(verdict["classes"]))


def learned_of(verdict: Values, key: str = MAIN) -> float | None:
    """Return the value of a figure on the training samples, None where it is not known."""
    training = verdict["training"]
    return value_of(training["figures"].get(key)) if training else None


def memory_gap(verdict: Values, key: str = MAIN) -> float:
    """Return by how much a figure is better on the training samples; 0 where that is unknown."""
    learned, value = learned_of(verdict, key), value_of(verdict["held_out"]["figures"].get(key))
    return 0.0 if learned is None or value is None else learned - value


def is_flattered(verdict: Values) -> bool:
    """Whether the samples that judge also chose the weights.

    A validation part that stops nothing is as good as any held-out part.
    """
    protocol = verdict["protocol"]
    return bool(protocol["name"] == "validation" and protocol.get("chose", True))


def doubts_of(verdict: Values) -> list[str]:
    """Return what makes the figures of verdict.json worth less than they seem.

    Returns
    -------
    list of str
        Of "chose", "no better than chance", "few samples" (or "few groups", "few blocks": what was
        resampled) and "memory", in this order.
    """
    figure = verdict["held_out"]["figures"][MAIN]
    value, ends = value_of(figure), ends_of(figure)
    said = {
        "chose": is_flattered(verdict),
        "no better than chance": (
            ends is not None and ends[0] <= chance_of(verdict) < (value or 0.0)
        ),
        f"few {verdict['resampled']}": ends is not None and ends[1] - ends[0] > WIDE,
        "memory": memory_gap(verdict) >= MEMORY,
    }
    return [doubt for doubt, holds in said.items() if holds]


def standing(difference: Figure | None) -> Standing:
    """Return whether a method is better than the network by more than chance explains.

    Parameters
    ----------
    difference
        Of the figure of the method from that of the network: above 0 where the method is better.
        It is clear where its interval leaves 0 out.
    """
    ends = ends_of(difference)
    if ends is None or ends[0] <= 0.0 <= ends[1]:
        return "unclear"
    return "better" if ends[0] > 0.0 else "worse"


def lead(row: Values, key: str = KEY) -> Figure | None:
    """Return how much better a method of baselines.json is than the network, where it is known."""
    return turned(row["difference"].get(key)) if row.get("difference") else None


def score_of(row: Values) -> float | None:
    """Return the figure of a row of baselines.json by which methods are compared."""
    return value_of(row["figures"].get(KEY)) if row.get("figures") else None


def judged_methods(rows: Sequence[Values]) -> tuple[Values | None, list[Values]]:
    """Return the network and the methods that were judged beside it, the simplest first."""
    found = [row for row in rows if not row.get("failed") and score_of(row) is not None]
    network = next((row for row in found if row["name"] == "network"), None)
    others = [row for row in found if row["name"] != "network"]
    return network, sorted(others, key=simplicity)


def simplicity(row: Values) -> int:
    """Return the place of a row's method, the network before the simplest; unknown ones last."""
    names = tuple(BASELINES)
    return names.index(row["name"]) if row["name"] in names else len(names)


def last_step(learning: Values) -> tuple[Values, Values] | None:
    """Return the last two points of learning_curve.json that have a figure, None without two."""
    known = [point for point in learning["points"] if value_of(point["held_out"]) is not None]
    return (known[-2], known[-1]) if len(known) > 1 else None


def trend(before: Values, last: Values) -> Trend:
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
