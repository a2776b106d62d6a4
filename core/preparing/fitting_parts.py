"""Which features are parts of a composition, and in which unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.preparing.composition import OF_SMALLEST, Composition
from datasets.conversions import SHARES, unit_factor
from datasets.messages import InputError, Message, message

Array = NDArray[np.float64]


def fit_composition(
    values: Array,
    names: Sequence[str],
    units: Sequence[str],
    kind: Literal["clr", "ilr"],
    notices: list[Message],
) -> Composition:
    """Choose the parts among complete training samples, shape (P, S), and bring them to ppm.

    Parts are the features in a unit of concentration that hold a value above 0. Where no unit is
    known, all features with a value above 0 are taken to be in one unit, and a notice says so.

    Raises
    ------
    InputError
        When fewer than two are left.
    """
    units = units or [""] * len(names)
    is_known = any(unit in SHARES for unit in units)
    parts = [
        number
        for number, unit in enumerate(units)
        if (unit in SHARES or not is_known) and (values[:, number] > 0).any()
    ]
    if len(parts) < 2:
        raise InputError(
            "A logratio compares concentrations, but fewer than two features are concentrations "
            "above 0; choose more features, give their units, or take another transform."
        )
    _tell(values, names, parts, is_known, notices)
    smallest = [float(column[column > 0].min()) for column in values[:, parts].T]
    return Composition(
        kind,
        tuple(parts),
        tuple(unit_factor(units[number], "ppm") if is_known else 1.0 for number in parts),
        tuple(max(OF_SMALLEST * value, float(np.finfo(float).tiny)) for value in smallest),
    )


def _tell(
    values: Array, names: Sequence[str], parts: list[int], is_known: bool, notices: list[Message]
) -> None:
    others = [name for number, name in enumerate(names) if number not in set(parts)]
    if not is_known:
        notices.append(
            message("No feature has a known unit, so the logratios take them to be in one unit.")
        )
    if others:
        notices.append(
            message(
                "No concentrations, so they are left out of the logratios and stay as they are: "
                "{columns}.",
                columns=", ".join(others),
            )
        )
    zeros = [names[number] for number in parts if (values[:, number] <= 0).any()]
    if zeros:
        notices.append(
            message(
                "Values of 0 or below count as 0.65 of the smallest training value in the "
                "logratios: {columns}.",
                columns=", ".join(zeros),
            )
        )
