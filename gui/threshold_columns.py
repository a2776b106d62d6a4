"""The columns of the tables below the plots of a threshold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.numbers import three_digits
from core.thresholds.found import Found, Threshold
from core.thresholds.kept import KeptThreshold
from gui.threshold_tasks import Line
from gui.translating import core_message

Columns = dict[str, NDArray[Any]]


def pass_columns(threshold: Threshold) -> Columns:
    """A line for each pass of trimming."""
    passes = threshold.passes
    return {
        _tr("Pass"): np.arange(1, len(passes) + 1),
        _tr("Values"): np.array([each.n for each in passes]),
        _tr("Removed, low"): np.array([each.removed_low for each in passes]),
        _tr("Removed, high"): np.array([each.removed_high for each in passes]),
        _tr("Mean"): np.array([each.mean for each in passes]),
        _tr("sd"): np.array([each.sd for each in passes]),
        _tr("Lower limit"): np.array([each.low for each in passes]),
        _tr("Upper limit"): np.array([each.high for each in passes]),
    }


def piece_columns(threshold: Threshold) -> Columns:
    """A line for each straight piece of the concentration–area plot."""
    lines = threshold.curve.lines if threshold.curve is not None else ()
    return {
        _tr("Piece"): np.arange(1, len(lines) + 1),
        _tr("From"): np.array([line.low for line in lines]),
        _tr("To"): np.array([line.high for line in lines]),
        _tr("Slope"): np.array([line.slope for line in lines]),
        _tr("Intercept"): np.array([line.intercept for line in lines]),
    }


def group_columns(found: Found, unit: str) -> Columns:
    """A line for each group, those without a threshold last."""
    return {
        _tr("Group"): texts([*found.thresholds, *found.refused]),
        with_unit(_tr("Threshold"), unit): _of_groups(found, lambda each: each.value),
        _tr("Values"): _of_groups(found, lambda each: each.used),
        _tr("Passes"): _of_groups(found, lambda each: len(each.passes) or np.nan),
        _tr("Breaks"): texts(
            [
                " · ".join(three_digits(at) for at in each.curve.breaks) if each.curve else ""
                for each in found.thresholds.values()
            ]
            + [""] * len(found.refused)
        ),
        _tr("Why there is none"): texts(
            [""] * len(found.thresholds) + [core_message(why) for why in found.refused.values()]
        ),
    }


def _of_groups(found: Found, figure: Callable[[Threshold], float]) -> NDArray[np.float64]:
    known = [float(figure(each)) for each in found.thresholds.values()]
    return np.array([*known, *([np.nan] * len(found.refused))])


def contribution_columns(elements: Sequence[str], parts: NDArray[np.float64]) -> Columns:
    """Elements by what they add to the squared distance, the largest first."""
    order = np.argsort(-parts, kind="stable")
    total = parts.sum()
    shares = parts / total if np.isfinite(total) and total else np.full(len(parts), np.nan)
    return {
        _tr("Element"): texts([elements[place] for place in order]),
        _tr("Contribution"): parts[order],
        _tr("Share"): shares[order],
    }


def threshold_column(lines: tuple[Line, ...]) -> NDArray[Any]:
    """Numbers, or from–to where there are groups."""
    values = [[each.value for each in line[1].values()] for line in lines]
    if max(map(len, values), default=0) > 1:
        return texts([_range_text(each) for each in values])
    return np.array([each[0] if each else np.nan for each in values])


def kept_text(kept: KeptThreshold) -> str:
    """Return a kept threshold with its unit, or from–to."""
    text = _range_text(list(kept.values.values()))
    return f"{text} {kept.unit}".strip()


def _range_text(values: list[float]) -> str:
    if len(values) == 1:
        return three_digits(values[0])
    return f"{three_digits(min(values))} … {three_digits(max(values))}" if values else ""


def passes_text(thresholds: dict[str, Threshold]) -> str:
    """Return how many passes a single threshold took."""
    if len(thresholds) != 1:
        return ""
    (only,) = thresholds.values()
    return str(len(only.passes)) if only.passes else ""


def with_unit(text: str, unit: str) -> str:
    """Return a heading with its unit."""
    return f"{text} ({unit})" if unit else text


def texts(values: list[str]) -> NDArray[Any]:
    """Return texts as a column of a table."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def figures(value: float) -> str:
    """Write a number with five digits."""
    # neighbouring passes differ in the fourth figure
    return "–" if not np.isfinite(value) else f"{value:,.5g}".replace("-", "−")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThresholdTables", text)
