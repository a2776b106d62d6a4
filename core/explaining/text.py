"""An explanation as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]
# elements that speak most for a class or against it
MOST_NAMED = 4


def explanation_lines(found: Values) -> list[str]:
    """Return what ``explanation.json``, or ``cell.json``, says."""
    lines = []
    if "importance" in found:
        lines += [*_importance(found), "", *_attributions(found["attributions"])]
    if found.get("cell") is not None:
        lines += [*([""] if lines else []), *_cell(found["cell"])]
    return lines


def _importance(found: Values) -> list[str]:
    importance = found["importance"]
    whole = importance["whole"]
    lines = [
        f"{_how(found)} {importance['samples']:,} held-out samples, of which the network has a "
        f"macro-F1 of {whole['macro_f1']:.3f}:",
        "",
        f"{'':28}{'macro-F1 falls by':>26}{'members ±':>11}{'balanced accuracy':>19}",
    ]
    ranked = sorted(importance["elements"], key=lambda each: -each["macro_f1"]["value"])
    lines += [_drop(each["name"], each) for each in ranked]
    if importance["groups"]:
        lines += ["", "Shuffled together, since they go together and hide each other singly:"]
        lines += [_drop(" + ".join(each["names"]), each) for each in importance["groups"]]
    return lines


def _how(found: Values) -> str:
    if found["window"]:
        return f"The patches of each were exchanged {found['repeats']} times between the windows of"
    return f"Shuffled {found['repeats']} times among"


def _drop(name: str, drops: Values) -> str:
    first = drops["macro_f1"]
    text = f"{first['value']:.3f}"
    if first["low"] is not None:
        text += f" ({first['low']:.3f} to {first['high']:.3f})"
    members = "–" if first["members"] is None else f"{first['members']:.3f}"
    balanced = drops["balanced_accuracy"]["value"]
    return f"{name[:27]:28}{text:>26}{members:>11}{balanced:>19.3f}"


def _attributions(attributions: Values | None) -> list[str]:
    if attributions is None:
        return ["Steps pass no gradient, so nothing is attributed to the elements."]
    what = "elements" if attributions["by_elements"] else "inputs"
    lines = [f"What speaks for each class: the {what} with the largest mean contribution"]
    for each in attributions["classes"]:
        if each["samples"]:
            told = _largest(attributions["names"], each["mean"], each["mean_spread"])
            lines.append(f"{each['name'][:23]:24}{told}")
    return lines


def _cell(cell: Values) -> list[str]:
    how = "by members that never saw it" if cell["held_out"] else "by all members"
    if cell["trained_on"]:
        how += ", some of which were trained on it"
    lines = [f"Row {cell['row']:,}, {how}; known: {cell['known'] or '–'}", ""]
    for code, each in enumerate(cell["classes"]):
        spread = "" if each["spread"] is None else f" ± {each['spread']:.3f}"
        told = ""
        if cell["contributions"] is not None:
            found = cell["contributions"]
            of_class = found["classes"][code]
            told = _largest(found["names"], of_class["mean"], of_class["spread"])
        lines.append(f"{each['name'][:23]:24}{each['probability']:.3f}{spread:10}{told}")
    return [*lines, *_doubt(cell["doubt"])] if "doubt" in cell else lines


def _doubt(doubt: Values) -> list[str]:
    lines = []
    if doubt["set"] is not None:
        level = f" at {doubt['level']:.0%}" if doubt["level"] is not None else ""
        lines.append(f"Cannot be excluded{level}: {doubt['set'] or 'nothing: like no class'}")
    if doubt["unlike"] is not None:
        word = "unknown" if doubt["unlike"] > 1 else "like the training samples"
        lines.append(f"Unlike: {doubt['unlike']:.2f} × threshold ({word})")
    apart = ", ".join(
        f"{each['name']} ({each['without']:.2f})" for each in doubt["apart"][:MOST_NAMED]
    )
    if apart:
        lines.append(f"Apart by (score with the median of the training samples): {apart}")
    return ["", *lines] if lines else []


def _largest(names: list[str], means: list[float], spreads: list[float | None]) -> str:
    """Name what contributes most: ``Cu +0.31 ± 0.04, Zn −0.10 ± 0.02``."""
    ranked = sorted(range(len(names)), key=lambda place: -abs(means[place]))[:MOST_NAMED]
    return ", ".join(_signed(names[place], means[place], spreads[place]) for place in ranked)


def _signed(name: str, mean: float, spread: float | None) -> str:
    text = f"{name} {mean:+.2f}".replace("-", "−") if mean < 0 else f"{name} {mean:+.2f}"
    return text if spread is None else f"{text} ± {spread:.2f}"
