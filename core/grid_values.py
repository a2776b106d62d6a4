"""What a raster or a map takes for values below a detection limit: the rule of the element."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.grid_numbers import Element, Floats
from core.job import CensoringRule, Preparation
from datasets.columns import Table
from datasets.messages import InputError, Message, message


def element_of(table: Table, name: str) -> Element:
    """Return a column of a table.

    Raises
    ------
    InputError
        When it is absent or holds text.
    """
    column = table.column(name)
    if column.kind != "number":
        raise InputError("The column {name} holds text; choose a column of numbers.", name=name)
    return Element(name, column.unit, column.values, column.censored)


def with_rule(
    element: Element, rule: CensoringRule, others: Sequence[Element] = ()
) -> tuple[Floats, tuple[Message, ...]]:
    """Return the values with what a rule takes for those below their limit.

    Parameters
    ----------
    rule
        As in `core.job.Preparation`; the figures are found on all samples.
    others
        What an imputation learns from.

    Returns
    -------
    tuple
        float64, shape (P,), and a sentence where anything was below a limit.
    """
    below = element.below & np.isfinite(element.values)
    if not below.any():
        return element.values, ()
    from core.preparing.fitting_rules import fit_substitution

    columns = [element, *(other for other in others if other.name != element.name)]
    columns = columns if rule == "impute" else columns[:1]
    features = np.column_stack([column.values for column in columns])
    censored = np.column_stack([column.below for column in columns])
    names = [column.name for column in columns]
    wanted = Preparation(censored="half", censored_of={element.name: rule})
    found = fit_substitution(features, censored, names, wanted, [])
    values = found.apply(features, censored)[:, 0]
    return values, (_told(element.name, int(below.sum()), found.rules[0]),)


def _told(name: str, count: int, rule: CensoringRule) -> Message:
    """Say what was taken: another rule than was wished for, where that one is impossible."""
    said = {
        "limit": message("{count} values of {name} below the limit were taken as the limit."),
        "half": message("{count} values of {name} below the limit were taken as half of it."),
        "root2": message("{count} values of {name} below the limit were taken as limit/√2."),
        "ros": message(
            "{count} values of {name} below the limit were estimated by regression on order "
            "statistics."
        ),
        "impute": message(
            "{count} values of {name} below the limit were estimated from other elements."
        ),
    }
    return Message(said[rule].template, {"count": f"{count:,}", "name": name})
