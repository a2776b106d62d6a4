"""A verdict as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from datasets.messages import Message
from datasets.plurals import in_number

FIGURES = {
    "balanced_accuracy": "Balanced accuracy",
    "macro_f1": "Macro-F1",
    "kappa": "Cohen's κ",
    "mcc": "MCC",
    "auc": "AUC",
    "accuracy": "Accuracy",
}
# the network, then the methods from the simplest to the one most like it
BASELINES = {
    "network": "This network",
    "majority": "Majority class",
    "nearest": "Nearest neighbours",
    "logistic": "Logistic regression",
    "forest": "Random forest",
    "boosting": "Gradient boosting",
    "mlp": "scikit-learn MLP",
}
Values = Mapping[str, Any]


def verdict_lines(found: Values) -> list[str]:
    """Return what ``verdict.json`` and the files beside it say.

    Parameters
    ----------
    found
        Their values by name: "verdict", and "baselines" or "learning_curve" where asked for.
    """
    lines = _verdict(found["verdict"])
    if "baselines" in found:
        lines += ["", *_baselines(found["baselines"])]
    if "learning_curve" in found:
        lines += ["", *_learning_curve(found["learning_curve"])]
    return lines


def interval(figure: Values) -> str:
    """Write a figure with its interval: ``0.612 (0.521 to 0.700)``."""
    if figure["value"] is None:
        return "–"
    text = f"{figure['value']:.3f}"
    if figure["low"] is None:
        return text
    return f"{text} ({figure['low']:.3f} to {figure['high']:.3f})"


def _verdict(verdict: Values) -> list[str]:
    held_out, training = verdict["held_out"], verdict["training"]
    protocol = verdict["protocol"]
    lines = [
        f"Judged by {_protocol(protocol)}: {_right(held_out)}. Intervals of "
        f"{verdict['level']:.0%}, from {_units(verdict)}.",
        "",
        f"{'':20}{'held out':>26}{'training':>12}",
    ]
    for key, name in FIGURES.items():
        learned = interval(training["figures"][key]) if training else "–"
        lines.append(f"{name:20}{interval(held_out['figures'][key]):>26}{learned:>12}")
    lines += ["", f"{'Class':24}{'samples':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'AUC':>8}"]
    for each in held_out["per_class"]:
        figures = "".join(
            f"{_plain(each[key]):>{width}}"
            for key, width in (("precision", 11), ("recall", 8), ("f1", 8), ("auc", 8))
        )
        lines.append(f"{each['name'][:23]:24}{each['samples']:>8,}{figures}")
    return lines


def _right(held_out: Values) -> str:
    return _counted(
        "{correct} of {samples} held-out samples right",
        correct=f"{held_out['correct']:,}",
        samples=f"{held_out['samples']:,}",
    )


def _units(verdict: Values) -> str:
    return _counted(f"{{units}} {verdict['resampled']}", units=f"{verdict['units']:,}")


def _counted(words: str, **values: str) -> str:
    return in_number(words, values).format(**values)


def _protocol(protocol: Values) -> str:
    folds, size = protocol["folds"], protocol["block_size"]
    words = {
        "validation": "the validation part, which also chose the weights if there was a patience",
        "hold_out": "a random hold-out",
        "folds": f"{folds} stratified folds",
        "leave_one_out": f"leaving out one of {folds} at a time",
        "groups": f"{folds} folds of groups",
        "leave_one_group_out": f"leaving out one of {folds} groups at a time",
        "blocks": f"{folds} folds of spatial blocks",
        "second_file": "a second file",
    }[protocol["name"]]
    if protocol.get("of_source"):
        words = "the test part of the source"
    unit = f" {protocol['unit']}" if protocol["unit"] else ""
    if size is not None:
        words += f" of {size:,g}{unit}"
    if protocol["buffer"] is not None:
        words += f" with a buffer of {protocol['buffer']:,g}{unit}"
    return words


def _baselines(baselines: Values) -> list[str]:
    lines = [f"{'':20}{'macro-F1':>26}{'balanced accuracy':>28}   network better by (macro-F1)"]
    for row in baselines["of"]:
        name = BASELINES[row["name"]]
        if row["failed"] is not None:
            lines.append(f"{name:20}{Message(**row['failed'])}")
            continue
        figures = row["figures"]
        difference = interval(row["difference"]["macro_f1"]) if row["difference"] else ""
        lines.append(
            f"{name:20}{interval(figures['macro_f1']):>26}"
            f"{interval(figures['balanced_accuracy']):>28}   {difference}"
        )
    return lines


def _learning_curve(curve: Values) -> list[str]:
    lines = [f"{'Training samples':20}{'held-out macro-F1':>26}{'training':>12}"]
    lines += [
        f"{point['samples']:<20,.0f}{interval(point['held_out']):>26}"
        f"{_plain(point['training']):>12}"
        for point in curve["points"]
    ]
    return lines


def _plain(figure: Values) -> str:
    return "–" if figure["value"] is None else f"{figure['value']:.3f}"
