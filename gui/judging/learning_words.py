"""Whether more samples would help, as far as the learning curve can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.verdict_meaning import last_step, trend
from core.verdict_values import value_of
from gui.judging.figure_texts import figure_text
from gui.translating import counted


def learning_sentence(learning: Mapping[str, Any]) -> str:
    """Say whether more samples would help.

    Parameters
    ----------
    learning
        What learning_curve.json holds.
    """
    step = last_step(learning)
    if step is None:
        return _tr("Too few points to tell whether more samples would help.")
    before, last = step
    words = {
        "rising": _tr(
            "More samples would probably help: from {few} to {samples} samples macro-F1 rose from "
            "{low} to {high}, more than chance explains."
        ),
        "flat": _tr(
            "More samples of the same kind would hardly help: from {few} to {samples} samples "
            "macro-F1 went from {low} to {high}."
        ),
        "unclear": _tr(
            "Whether more samples would help cannot be told: from {few} to {samples} samples "
            "macro-F1 went from {low} to {high}, a change that chance could make."
        ),
    }
    return counted(
        words[trend(before, last)],
        few=f"{before['samples']:,.0f}",
        samples=f"{last['samples']:,.0f}",
        low=figure_text(value_of(before["held_out"])),
        high=figure_text(value_of(last["held_out"])),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("learning words", text)
