"""One row in sentences: its class, who says so, and what speaks against believing it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.numbers import percent, three_digits
from core.prediction_columns import set_size
from gui.translating import counted

# elements named that set a row apart
MOST_NAMED = 3
Values = Mapping[str, Any]


def likely(cell: Values) -> Values:
    """Return the most probable class of a cell."""
    found: Values = max(cell["classes"], key=lambda each: each["probability"] or 0.0)
    return found


def row_sentences(cell: Values) -> str:
    """Say which class a row has, who says so, and what is not known.

    Parameters
    ----------
    cell
        The "cell" of explanation.json or cell.json.
    """
    return " ".join([_class_sentence(cell), *_known(cell), *doubt_sentences(cell.get("doubt"))])


def _class_sentence(cell: Values) -> str:
    first = likely(cell)
    said = _tr("Row {row}: {name}, probability {probability}.").format(
        row=f"{cell['row']:,}", name=first["name"], probability=f"{first['probability']:.3f}"
    )
    if cell["held_out"]:
        who = _tr("Said by {members} members that never saw it.")
    elif cell["trained_on"]:
        who = _tr("Said by {members} members, some of which were trained on it.")
    else:
        who = _tr("Said by {members} members.")
    members = f"{first['members']:,}"
    return f"{said} {counted(who, members=members)}"


def _known(cell: Values) -> list[str]:
    if cell["known"] is None:
        return []
    return [_tr("Known class: {name}.").format(name=cell["known"])]


def doubt_sentences(doubt: Values | None) -> list[str]:
    """Return what a run does not know of a row; nothing where it tells nothing of it."""
    if doubt is None:
        return []
    said = [] if doubt["set"] is None else [_set_sentence(doubt)]
    return said if doubt["unlike"] is None else [*said, _unlike_sentence(doubt)]


def _set_sentence(doubt: Values) -> str:
    words = {
        0: _tr("At {level} every class is excluded: the row resembles none of them."),
        1: _tr("At {level} every class but {names} is excluded."),
    }.get(set_size(doubt["set"]), _tr("At {level} these cannot be excluded: {names}."))
    level = percent(doubt["level"]) if doubt["level"] is not None else _tr("the level of the run")
    return counted(words, level=level, names=doubt["set"])


def _unlike_sentence(doubt: Values) -> str:
    score = three_digits(doubt["unlike"])
    if doubt["unlike"] <= 1:
        return _tr("It is like the training samples: {score} × threshold.").format(score=score)
    unknown = _tr("Unknown: it is unlike all training samples, {score} × threshold.")
    apart = [
        _tr("{element} ({score})").format(element=each["name"], score=three_digits(each["without"]))
        for each in doubt["apart"][:MOST_NAMED]
    ]
    if not apart:
        return unknown.format(score=score)
    why = _tr("With the median of the training samples it would be less for {elements}.")
    return f"{unknown.format(score=score)} {why.format(elements=_tr(', ').join(apart))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("row words", text)
