"""What comes out of a comparison of runs, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.job_file import AnyJob
from core.verdict_meaning import KEY, standing
from core.verdict_values import ends_of, value_of
from datasets.messages import Message
from gui.judging.figure_texts import end_texts, signed_text
from gui.translating import core_message, counted

Compared = Mapping[str, Any]


def comparison_sentences(names: Sequence[str], found: Sequence[Compared]) -> str:
    """Say of each run whether it is better than the first one, or why that is not known.

    Parameters
    ----------
    names
        What the runs are called.
    found
        The "verdicts" of the verb `compare`.
    """
    if all(each["verdict"] is None for each in found):
        return _tr("None of these runs has a verdict yet.")
    said = [
        _difference_sentence(name, names[0], each["difference"])
        for name, each in zip(names, found, strict=True)
        if each["difference"] is not None
    ]
    return "\n".join([*said, *_apart([each["apart"] for each in found])])


def loss_sentence(jobs: Sequence[AnyJob]) -> str:
    """Say that losses of several kinds have no common height; "" where they have."""
    if len({job.training.loss for job in jobs}) == 1:
        return ""
    return _tr("The runs have different loss functions: compare the shapes, not the heights.")


def _apart(reasons: Sequence[Mapping[str, Any] | None]) -> list[str]:
    """Say once what holds of several runs: their names stand behind each other."""
    told: dict[tuple[Any, ...], list[str]] = {}
    for reason in reasons:
        if reason is not None:
            values = dict(reason["values"])
            second = str(values.pop("second", ""))
            told.setdefault((reason["template"], *values.items()), []).append(second)
    return [
        core_message(Message(template, {**dict(values), "second": _tr("”, “").join(seconds)}))
        for (template, *values), seconds in told.items()
    ]


def _difference_sentence(name: str, first: str, difference: Mapping[str, Any]) -> str:
    figure = difference[KEY]
    words = {
        "better": _tr("“{name}” is better than “{first}”: {difference} in macro-F1."),
        "worse": _tr("“{name}” is worse than “{first}”: {difference} in macro-F1."),
        "unclear": _tr(
            "No clear difference between “{name}” and “{first}”: {difference} in macro-F1."
        ),
    }
    return counted(
        words[standing(figure)], name=name, first=first, difference=_difference_text(figure)
    )


def _difference_text(figure: Mapping[str, Any]) -> str:
    """Write a difference in a sentence: ``+0.062 (+0.02 to +0.10)``."""
    text, ends = signed_text(value_of(figure)), ends_of(figure)
    if ends is None:
        return text
    low, high = end_texts(ends, signed=True)
    return _tr("{value} ({low} to {high})").format(value=text, low=low, high=high)


def _tr(text: str) -> str:
    return QCoreApplication.translate("compare words", text)
