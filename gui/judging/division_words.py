"""How the samples will be divided, in a sentence for each protocol, before anything is trained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.numbers import three_digits
from gui.translating import counted


def division_sentence(answer: Mapping[str, Any]) -> str:
    """Say what is held out.

    Parameters
    ----------
    answer
        Values of the verb `divide`.
    """
    held_out = [size[0] for size in answer["sizes"]]
    if not held_out:
        return _tr(
            "No sample is held out until the end: the validation part stops the training and "
            "judges it too, which flatters the network. Choose folds, blocks or groups instead."
        )
    said = counted(
        _words(answer["name"]),
        samples=f"{sum(held_out):,}",
        folds=len(held_out),
        size=_length(answer, "block_size"),
    )
    if answer["buffer"] is None:
        return said
    left_out = counted(
        _tr(
            "Samples nearer than {buffer} to a held-out one are left out, {samples} in the mean of "
            "the folds."
        ),
        buffer=_length(answer, "buffer"),
        samples=three_digits(answer["buffered"]),
    )
    return f"{said} {left_out}"


def _words(name: str) -> str:
    return {
        "hold_out": _tr("{samples} samples are drawn at random and held out until the end."),
        "folds": _tr(
            "{samples} samples go into {folds} folds with like shares of each class; each fold is "
            "held out once. Samples beside each other may come into different folds, which "
            "flatters a network on a survey."
        ),
        "leave_one_out": _tr("Each of {samples} samples is held out once, by itself."),
        "groups": _tr(
            "{samples} samples go into {folds} folds that split no group; each fold is held out "
            "once."
        ),
        "leave_one_group_out": _tr(
            "Each of {folds} groups is held out once, {samples} samples together."
        ),
        "blocks": _tr(
            "{samples} samples lie in square blocks of {size}; whole blocks go into {folds} folds, "
            "and each fold is held out once."
        ),
        "second_file": _tr(
            "{samples} samples of the second file judge; all samples of the first are for training."
        ),
    }[name]


def _length(answer: Mapping[str, Any], key: str) -> str:
    return f"{three_digits(answer[key] or 0.0)} {answer['unit']}".rstrip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("judging division", text)
