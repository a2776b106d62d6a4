"""The importance of every element, and of those together that go together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.explaining.correlated import Group, correlated_groups
from core.explaining.permutation import FIGURES, Drop, drawn_orders, drop, judged_in_orders
from core.explaining.plain import plain
from core.explaining.subject import Subject

# rows of the table that say which elements go together
MOST_CORRELATED = 5_000
# samples that are shuffled: more would take long and say little more
MOST_SHUFFLED = 4_000


@dataclass(frozen=True)
class Importance:
    """Figures of all samples as they are, and by how much each falls.

    Attributes
    ----------
    samples
        How many judged.
    whole
        `FIGURES` of the samples as they are, 0 to 1.
    elements
        For each of S features the drop of each figure.
    groups
        Elements that go together, with the drops when they are shuffled together.
    """

    names: tuple[str, ...]
    samples: int
    whole: dict[str, float]
    elements: list[dict[str, Drop]]
    groups: list[tuple[Group, dict[str, Drop]]]

    def to_values(self) -> dict[str, Any]:
        """Return plain values, as explanation.json has them."""
        return {
            "samples": self.samples,
            "whole": plain(self.whole),
            "elements": [
                {"name": name, **_drops(drops)}
                for name, drops in zip(self.names, self.elements, strict=True)
            ],
            "groups": [
                {
                    "names": [self.names[column] for column in group.columns],
                    "least": plain(group.least),
                    **_drops(drops),
                }
                for group, drops in self.groups
            ],
        }


def groups_of(subject: Subject, seed: int) -> list[Group]:
    """Return the elements of the survey that go together."""
    return correlated_groups(subject.names, subject.survey(MOST_CORRELATED, seed))


def importance_of(
    subject: Subject, groups: list[Group], repeats: int, seed: int, told: Callable[[], None]
) -> Importance:
    """Shuffle each element, and each group, and see how much worse the network judges.

    Parameters
    ----------
    repeats
        Orders that each is shuffled by, 1 or more.
    told
        Called after each element and each group.
    """
    subject = subject.some(MOST_SHUFFLED, seed)
    orders = drawn_orders(subject.size, repeats, seed)
    whole = judged_in_orders(subject, (), np.arange(subject.size)[np.newaxis])

    def drops(columns: tuple[int, ...]) -> dict[str, Drop]:
        shuffled = judged_in_orders(subject, columns, orders)
        told()
        return {figure: drop(whole, shuffled, figure) for figure in FIGURES}

    names = subject.names
    return Importance(
        names,
        subject.size,
        {figure: float(whole.votes[figure][0]) for figure in FIGURES},
        [drops((column,)) for column in range(len(names))],
        [(group, drops(group.columns)) for group in groups],
    )


def _drops(drops: dict[str, Drop]) -> dict[str, Any]:
    return {figure: plain(vars(found)) for figure, found in drops.items()}
