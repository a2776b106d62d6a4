"""Why one row of the table is classified as it is."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.explaining.attribution import contributions, mean_and_spread
from core.explaining.coordinates import coordinate_names, is_by_elements
from core.explaining.members import outputs_of, shares_of
from core.explaining.plain import plain
from core.explaining.subject import Subject
from core.preparing.substitution import HALF_THE_LIMIT
from core.targets import is_learnable
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
        each, and "values" of each element with what they contribute.

    Raises
    ------
    InputError
        When the table has no such row.
    """
    place = _place(subject, number)
    dataset, names = subject.parts.dataset, subject.model.class_names
    folds, is_held_out = _folds(subject, place)
    code = int(dataset.target[place])
    trained = any(place in subject.parts.folds[fold].training for fold in folds)
    return {
        "row": number,
        "known": names[code] if code >= 0 else None,
        "held_out": is_held_out,
        "trained_on": trained,
        "classes": _classes(subject, place, folds),
        "values": _values(subject, place),
        "contributions": _contributions(subject, place, folds),
    }


def _place(subject: Subject, number: int) -> int:
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


def _sample(subject: Subject, place: int, times: int = 1) -> tuple[Array, NDArray[np.bool_]]:
    dataset, rows = subject.parts.dataset, np.full(times, place)
    return dataset.features[rows], dataset.censored[rows]


def _classes(subject: Subject, place: int, folds: list[int]) -> list[dict[str, Any]]:
    """Return the probability of each class over the members, and how many name it."""
    model = subject.model
    asked = [outputs_of(model, fold, *_sample(subject, place)) for fold in folds]
    shares = np.concatenate([shares_of(model, outputs).numpy()[:, 0] for outputs in asked])
    named = np.bincount(shares.argmax(axis=1), minlength=subject.classes)
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
        for code, name in enumerate(model.class_names)
    ]


def _contributions(subject: Subject, place: int, folds: list[int]) -> dict[str, Any] | None:
    """Return what each element contributes to each class; None where no gradient passes."""
    model = subject.model
    if not is_learnable(model.network.activations):
        return None
    codes = np.arange(subject.classes)
    sample = _sample(subject, place, subject.classes)
    found = [contributions(subject, fold, *sample, codes) for fold in folds]
    mean, spread = mean_and_spread(np.concatenate([each.values for each in found]))
    fitted = model.preparations[0]
    return {
        "names": coordinate_names(fitted, model.feature_names),
        "by_elements": is_by_elements(fitted),
        "missing": plain(max(float(each.missing.max()) for each in found)),
        "classes": [
            {"name": name, "mean": plain(mean[code]), "spread": plain(spread[code])}
            for code, name in enumerate(model.class_names)
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
