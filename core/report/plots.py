"""The curves of a report: losses, ROC, precision–recall, calibration, success rate, learning."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from core.report.content import Figure
from core.report.drawing import (
    HELD_OUT,
    LINE,
    TRAINING,
    canvas,
    class_styles,
    figure_of,
    paper,
    shares,
)
from core.report.figures import short
from core.report.words import Words
from core.verdict_values import ends_of, value_of

WIDE = 166.0
# classes above which a legend takes a second column
_COLUMN = 14
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
Values = Mapping[str, Any]


def loss_figure(curves: Values, words: Words) -> Figure | None:
    """Draw the losses of `core.comparing_curves.curves_of`; None where there are none."""
    if not curves["training"]["x"]:
        return None
    with paper():
        drawn = canvas(WIDE, 52)
        axes = drawn.add_subplot()
        for part, colour in (("training", TRAINING), ("validation", HELD_OUT)):
            curve = curves[part]
            if curve["x"]:
                label = words.head(f"of {part}")
                axes.plot(curve["x"], curve["y"], color=colour, label=label)
        if min(curves["training"]["y"]) > 0:
            axes.set_yscale("log")
            axes.yaxis.set_major_formatter(FuncFormatter(power_text))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set(xlabel=words.head("epoch"), ylabel=words.head("loss"))
        axes.legend(loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2, borderaxespad=0.2)
    return figure_of(drawn, words.head("loss curve"))


def class_curves_figure(part: Values, names: Sequence[str], words: Words) -> Figure | None:
    """Draw ROC and precision–recall of the held-out part; None where no class has either."""
    curves = part["curves"]
    if not curves["roc"] and not curves["pr"]:
        return None
    worths = {each["name"]: each for each in part["per_class"]}
    with paper():
        drawn = canvas(WIDE, 84 + 4.1 * min(len(names), _COLUMN))
        left, right = drawn.subplots(1, 2)
        left.plot((0, 1), (0, 1), color=LINE, linestyle=(0, (4, 3)), linewidth=0.7)
        _lines(left, curves["roc"], names, {n: each["auc"] for n, each in worths.items()})
        precisions = {n: each["average_precision"] for n, each in worths.items()}
        # between two points the height of the right one holds (Davis & Goadrich 2006, Proc. 23rd
        # Int. Conf. on Machine Learning, 233-240)
        _lines(right, curves["pr"], names, precisions, drawstyle="steps-pre")
        shares(left, words.head("false positives"), words.head("true positives"))
        shares(right, words.card["recall"], words.card["precision"])
    return figure_of(drawn, words.head("roc and pr"))


def success_figure(part: Values, names: Sequence[str], words: Words) -> Figure | None:
    """Draw the success rate of each class; None where the run classified no area."""
    curves = [
        {**each, "x": each["area"], "y": each["captured"]}
        for each in part["curves"].get("success_rate", ())
    ]
    if not curves:
        return None
    with paper():
        drawn = canvas(WIDE, 78)
        axes = drawn.add_subplot()
        axes.plot((0, 1), (0, 1), color=LINE, linestyle=(0, (4, 3)), linewidth=0.7)
        worths = {each["class"]: {"value": each["auc"]} for each in curves}
        _lines(axes, curves, names, worths, below=False)
        shares(axes, words.head("area share"), words.head("captured"))
    return figure_of(drawn, words.head("success"))


def _lines(
    axes: Axes,
    curves: Sequence[Values],
    names: Sequence[str],
    worths: Mapping[str, Values],
    *,
    below: bool = True,
    drawstyle: str = "default",
) -> None:
    """Draw a line for each class, told with its worth below the axes or beside them."""
    styles = class_styles(names)
    for curve in curves:
        name = curve["class"]
        x, y = np.array(curve["x"]), np.array(curve["y"])
        order = slice(None, None, -1) if len(x) > 1 and x[0] > x[-1] else slice(None)
        axes.plot(
            x[order],
            y[order],
            label=f"{name}  {short(value_of(worths.get(name)))}",
            drawstyle=drawstyle,
            **styles[list(names).index(name)],  # type: ignore[arg-type]
        )
    columns = 1 + len(curves) // (_COLUMN + 1)
    axes.set_anchor("N" if below else "W")
    if below:
        axes.legend(loc="upper left", bbox_to_anchor=(0.0, -0.14), ncols=columns)
    else:
        axes.legend(loc="upper left", bbox_to_anchor=(1.03, 1.0), ncols=columns)


def calibration_figure(part: Values, words: Words) -> Figure | None:
    """Draw the share of right samples against the highest probability; None without samples."""
    found = part["curves"].get("calibration") or {}
    bins = [each for each in found.get("bins", ()) if each["samples"]]
    if not bins:
        return None
    x, y = (np.array([each[key] for each in bins]) for key in ("probability", "right"))
    low, high = (
        np.array([each["right"] if each[key] is None else each[key] for each in bins])
        for key in ("low", "high")
    )
    with paper():
        drawn = canvas(82, 76)
        axes = drawn.add_subplot()
        axes.plot((0, 1), (0, 1), color=LINE, linestyle=(0, (4, 3)), linewidth=0.7)
        reach = np.abs(np.array([y - low, high - y]))
        axes.errorbar(x, y, reach, color=HELD_OUT, marker="o", markersize=4, capsize=2)
        shares(axes, words.head("probability"), words.head("right"))
    figures = part["figures"]
    caption = words.head(
        "calibration",
        error=short(found.get("error")),
        brier=short(value_of(figures.get("brier"))),
        log_loss=short(value_of(figures.get("log_loss"))),
    )
    return figure_of(drawn, caption)


def learning_figure(learning: Values, words: Words, level: str) -> Figure | None:
    """Draw macro-F1 against the number of training samples; None without points."""
    points = [each for each in learning["points"] if value_of(each["held_out"]) is not None]
    if not points:
        return None
    x = np.array([each["samples"] for each in points])
    with paper():
        drawn = canvas(110, 66)
        axes = drawn.add_subplot()
        for key, colour in (("training", TRAINING), ("held_out", HELD_OUT)):
            y = np.array([_or_nan(value_of(each[key])) for each in points])
            ends = [ends_of(each[key]) or (at, at) for each, at in zip(points, y, strict=True)]
            reach = np.abs(np.array([[at - a, b - at] for at, (a, b) in zip(y, ends, strict=True)]))
            label = words.card["held out" if key == "held_out" else "of training"]
            axes.errorbar(
                x, y, reach.T, color=colour, marker="o", markersize=4, capsize=2, label=label
            )
        axes.set(xlabel=words.head("training samples"), ylabel=words.card["macro_f1"])
        axes.set_ylim(top=1.02)
        axes.legend(loc="lower right")
    return figure_of(drawn, words.head("learning caption", level=level))


def power_text(value: float, place: int | None = None) -> str:
    """Write a power of ten for an axis: ``10⁻⁵``; "" for what is none."""
    power = math.log10(value) if value > 0 else math.nan
    if not math.isclose(power, round(power), abs_tol=1e-9):
        return ""
    return "10" + str(round(power)).translate(_SUPERSCRIPT)


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else value
