"""The curves of a verdict, as they stand in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.verdict.areas import placed, prediction_area, success_rate
from core.verdict.calibration import reliability
from core.verdict.held_out import HeldOut
from core.verdict.ranking import precision_recall_points, roc_points
from core.verdict.thinning import thinned

Array = NDArray[np.float64]
Curve = dict[str, Any]


@dataclass(frozen=True)
class _Class:
    """One class against the rest: its code and name, probability and membership, shape (N,)."""

    code: int
    name: str
    score: Array
    members: NDArray[np.bool_]


def curves_of(held_out: HeldOut, cells: Array | None) -> dict[str, Any]:
    """Return "roc", "pr", "calibration", "success_rate" and "prediction_area".

    Parameters
    ----------
    held_out
        N samples, C classes.
    cells
        float, shape (M, C). Probabilities of all rows of the survey, each of the same area; NaN
        are left out. None, or nothing else, where there is no survey: then the last two are empty.
    """
    classes = _classes(held_out)
    opposed = [each for each in classes if not each.members.all()]
    areas = [] if cells is None else list(_areas(classes, cells))
    return {
        "roc": [_roc(each) for each in opposed],
        "pr": [_precision_recall(each) for each in opposed],
        "calibration": _calibration(held_out),
        "success_rate": [rate for rate, _ in areas],
        "prediction_area": [plot for _, plot in areas],
    }


def _classes(held_out: HeldOut) -> list[_Class]:
    """Return the classes that have samples."""
    probability = held_out.sound
    return [
        _Class(code, name, probability[:, code], held_out.known == code)
        for code, name in enumerate(held_out.class_names)
        if (held_out.known == code).any()
    ]


def _roc(each: _Class) -> Curve:
    x, y = thinned(*roc_points(each.score, each.members))
    return {"class": each.name, "x": x.tolist(), "y": y.tolist()}


def _precision_recall(each: _Class) -> Curve:
    x, y = thinned(*precision_recall_points(each.score, each.members))
    share = float(each.members.mean())
    return {"class": each.name, "x": x.tolist(), "y": y.tolist(), "share": share}


def _calibration(held_out: HeldOut) -> Curve:
    of_named = np.take_along_axis(held_out.sound, held_out.named[:, None], axis=1)[:, 0]
    return reliability(of_named, held_out.is_right)


def _areas(classes: list[_Class], cells: Array) -> Iterator[tuple[Curve, Curve]]:
    """Success rate and prediction–area of each class; one is sorted at a time, to spare memory."""
    for each in classes:
        column = cells[:, each.code]
        column = column[~np.isnan(column)]
        if len(column):
            found = placed(each.score[each.members], column)
            head = {"class": each.name}
            yield {**head, **success_rate(found)}, {**head, **prediction_area(found)}
