"""Why one row of the table is classified as it is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.explaining.attribution import mean_and_spread
from core.explaining.coordinates import is_by_elements
from core.explaining.plain import plain
from core.explaining.subject import Contributions, Subject
from core.preparing.substitution import HALF_THE_LIMIT
from datasets.messages import InputError

Array = NDArray[np.float64]
Rows = NDArray[np.int64]

# a thin member lies outside of these percentiles of the members
MEMBER_BAND = (10.0, 90.0)


def cell_of(subject: Subject, number: int) -> dict[str, Any]:
    """Return what the network says of one row of the table, and what speaks for it.

    A row that folds held out is asked of their members; any other one of all members.

    Parameters
    ----------
    number
        Row of the table, counted from 1.

    Returns
    -------
    dict
        Plain values: "row", "known", "held_out", "trained_on", "classes" with the probability of
        each, "values" of each element, and the "contributions" of each. Of a CNN on windows
        "window" tells which cells spoke.

    Raises
    ------
    InputError
        When the table has no such row.
    """
    place = place_of(subject, number)
    dataset, names = subject.parts.dataset, subject.voters.class_names
    folds, is_held_out = _folds(subject, place)
    one = subject.of_row(place)
    found = _contributions_by(one, folds) if one.voters.is_learnable else None
    code = int(dataset.target[place])
    trained = any(place in subject.parts.folds[fold].training for fold in folds)
    return {
        "row": number,
        "known": names[code] if code >= 0 else None,
        "held_out": is_held_out,
        "trained_on": trained,
        "classes": _classes(one, folds),
        "values": _values(subject, place),
        "contributions": _contributions(one, found) if found is not None else None,
        "window": _window(one, found) if found is not None else None,
    }


def place_of(subject: Subject, number: int) -> int:
    """Return where the rows that were read have a row of the table, counted from 1.

    Raises
    ------
    InputError
        When the table has no such row.
    """
    found = np.flatnonzero(subject.parts.dataset.row_numbers == number)
    if not len(found):
        raise InputError(
            "The table has no row {row}; its rows are counted from 1 to {rows}.",
            row=number,
            rows=int(subject.parts.dataset.row_numbers.max(initial=0)),
        )
    return int(found[0])


def _folds(subject: Subject, place: int) -> tuple[list[int], bool]:
    """Return the folds whose members are asked, and whether they held the row out."""
    every = subject.parts.folds
    if subject.parts.second is None:
        judging = [number for number, fold in enumerate(every) if place in fold.held_out]
        if judging:
            return judging, True
    return list(range(len(every))), False


def _classes(one: Subject, folds: list[int]) -> list[dict[str, Any]]:
    """Return the probability of each class over the members, and how many name it."""
    first = np.zeros(1, np.int64)
    asked = [one.exchanged(fold, first, (), first) for fold in folds]
    shares = np.concatenate([one.voters.shares(outputs).numpy()[:, 0] for outputs in asked])
    named = np.bincount(shares.argmax(axis=1), minlength=one.classes)
    mean, spread = mean_and_spread(shares)
    low, high = np.percentile(shares, MEMBER_BAND, axis=0)
    return [
        {
            "name": name,
            "probability": plain(float(mean[code])),
            "spread": plain(float(spread[code])),
            "low": plain(float(low[code])),
            "high": plain(float(high[code])),
            "named": int(named[code]),
            "members": len(shares),
        }
        for code, name in enumerate(one.voters.class_names)
    ]


def _contributions_by(one: Subject, folds: list[int]) -> list[Contributions]:
    """Return what each fold says of each class of the sample."""
    codes = np.arange(one.classes)
    return [one.contributions(fold, np.zeros_like(codes), codes) for fold in folds]


def _contributions(one: Subject, found: list[Contributions]) -> dict[str, Any]:
    """Return what each element contributes to each class."""
    mean, spread = mean_and_spread(np.concatenate([each.values for each in found]))
    return {
        "names": one.explained_names,
        "by_elements": is_by_elements(one.voters.preparations[0]),
        "missing": plain(max(float(each.missing.max()) for each in found)),
        "classes": [
            {"name": name, "mean": plain(mean[code]), "spread": plain(spread[code])}
            for code, name in enumerate(one.voters.class_names)
        ],
    }


def _window(one: Subject, found: list[Contributions]) -> dict[str, Any] | None:
    """Return what each cell of the window contributes to each class, north above; None where
    samples are seen by themselves.
    """
    cells = [each.cells for each in found if each.cells is not None]
    if not cells:
        return None
    mean, _ = mean_and_spread(np.concatenate(cells))
    return {
        "cells": mean.shape[-1],
        "classes": [
            {"name": name, "mean": plain(mean[code, ::-1])}
            for code, name in enumerate(one.voters.class_names)
        ],
    }


def _values(subject: Subject, place: int) -> list[dict[str, Any]]:
    """Return the value of each element, and how many of the survey and of each class are less."""
    dataset = subject.parts.dataset
    survey = HALF_THE_LIMIT.apply(dataset.features, dataset.censored)
    return [
        {
            "name": name,
            "unit": unit,
            "value": plain(float(dataset.features[place, column])),
            "censored": bool(dataset.censored[place, column]),
            "percentile": plain(percentile(survey[place, column], survey[:, column])),
            "of_classes": [
                plain(percentile(survey[place, column], survey[dataset.target == code, column]))
                for code in range(subject.classes)
            ],
        }
        for column, (name, unit) in enumerate(
            zip(dataset.feature_names, dataset.feature_units, strict=True)
        )
    ]


def percentile(value: float, values: Array) -> float:
    """Return the share of values below one, those equal to it counted by half, in per cent.

    NaN where the value is missing or there are none to compare it with.
    """
    known = values[np.isfinite(values)]
    if not len(known) or not np.isfinite(value):
        return float("nan")
    return float(100 * ((known < value).mean() + (known == value).mean() / 2))
