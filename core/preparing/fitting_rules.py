"""Finding, on training samples, what stands for values below a detection limit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.censoring import fit_ros
from core.job import CensoringRule, Preparation
from core.preparing.fitting_imputation import fit_imputation
from core.preparing.substitution import Substitution
from datasets.messages import Message, message

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
# with a larger share below the limit, estimates of any method are poor (Helsel 2012, chapter 6)
MOST_CENSORED = 0.8


def fit_substitution(
    features: Array,
    censored: Mask,
    names: Sequence[str],
    preparation: Preparation,
    notices: list[Message],
) -> Substitution:
    """Find the figures of the rules on training samples, shape (P, S); limits where `censored`.

    Where imputation finds nothing to learn from, the regression on order statistics of the
    feature itself stands in; where that cannot be carried out, half the limit. A notice says so.
    """
    below = censored & np.isfinite(features)
    wanted = [preparation.censored_of.get(name, preparation.censored) for name in names]
    lines = tuple(
        fit_ros(column, cells) if rule in ("ros", "impute") else None
        for rule, column, cells in zip(wanted, features.T, below.T, strict=True)
    )
    possible = tuple(
        "half" if rule in ("ros", "impute") and line is None else rule
        for rule, line in zip(wanted, lines, strict=True)
    )
    imputation = fit_imputation(features, below, Substitution(possible, lines))
    targets = imputation.targets if imputation is not None else frozenset[int]()
    rules = tuple(
        "ros" if rule == "impute" and number not in targets else rule
        for number, rule in enumerate(possible)
    )
    _tell_of_rules(names, wanted, rules, below, notices)
    _tell_of_shares(names, rules, below, features, notices)
    _tell_of_strangers(preparation, names, notices)
    return Substitution(rules, lines, imputation)


def _tell_of_rules(
    names: Sequence[str],
    wanted: Sequence[CensoringRule],
    rules: Sequence[CensoringRule],
    below: Mask,
    notices: list[Message],
) -> None:
    """Say for each rule which features it was taken for, and where another one stood in."""
    taken: dict[tuple[CensoringRule, CensoringRule], list[str]] = {}
    for number in np.flatnonzero(below.any(axis=0)).tolist():
        taken.setdefault((wanted[number], rules[number]), []).append(names[number])
    for (wish, rule), columns in sorted(taken.items()):
        listed = ", ".join(columns)
        notices.append(_said(rule, listed) if wish == rule else _stood_in(rule, listed))


def _said(rule: CensoringRule, columns: str) -> Message:
    said = {
        "limit": message("Below the detection limit, taken as the limit: {columns}."),
        "half": message("Below the detection limit, taken as half of it: {columns}."),
        "root2": message("Below the detection limit, taken as limit/√2: {columns}."),
        "ros": message(
            "Below the detection limit, estimated by regression on order statistics: {columns}."
        ),
        "impute": message("Below the detection limit, estimated from other elements: {columns}."),
    }
    return Message(said[rule].template, {"columns": columns})


def _stood_in(rule: CensoringRule, columns: str) -> Message:
    if rule == "ros":
        return message(
            "There is no other positive feature to impute from, so regression on order statistics "
            "is taken: {columns}.",
            columns=columns,
        )
    return message(
        "Too few positive training values above the limit for an estimate, so half the limit is "
        "taken: {columns}.",
        columns=columns,
    )


def _tell_of_shares(
    names: Sequence[str],
    rules: Sequence[CensoringRule],
    below: Mask,
    features: Array,
    notices: list[Message],
) -> None:
    known = np.maximum(np.isfinite(features).sum(axis=0), 1)
    poor = [
        name
        for name, rule, share in zip(names, rules, below.sum(axis=0) / known, strict=True)
        if rule in ("ros", "impute") and share > MOST_CENSORED
    ]
    if poor:
        notices.append(
            message(
                "More than 80 % of the training values are below the limit, so the estimates are "
                "poor: {columns}.",
                columns=", ".join(poor),
            )
        )


def _tell_of_strangers(
    preparation: Preparation, names: Sequence[str], notices: list[Message]
) -> None:
    strangers = [name for name in preparation.censored_of if name not in set(names)]
    if strangers:
        notices.append(
            message(
                "A rule for values below the limit is given for columns that are no features: "
                "{columns}.",
                columns=", ".join(strangers),
            )
        )
