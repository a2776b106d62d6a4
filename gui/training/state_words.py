"""How the run on show stands, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.run_folder import RunFolder
from gui.trainer import TrainerState
from gui.translating import core_message
from gui.verdict import evaluation_sentence


def live_sentence(state: TrainerState, number: int) -> str:
    """Say how a run stands that the window trains; `number` is its try, counted from 0."""
    words = {
        "starting": _tr("Starting…"),
        "training": _learning_sentence(number),
        "paused": _tr("Paused. The weights wait where they are."),
        "stopping": _tr("Stopping; the result so far is being written."),
    }
    return words.get(state, "")


def resting_sentence(run: RunFolder | None) -> str:
    """Say why a run ended and what it is worth, or what can be done where there is none."""
    if run is None:
        return _tr("Nothing is trained yet. Press Train, or Ctrl+R.")
    outcome = run.outcome()
    if outcome is None and run.state() == "running":
        return _tr("This run is in training in another window or terminal.")
    if outcome is None:
        return _tr(
            "This run was interrupted; it can be resumed from its checkpoint on the Runs page."
        )
    sentences = [core_message(outcome.sentence)]
    evaluation = run.evaluation()
    if evaluation is not None:
        sentences.append(evaluation_sentence(evaluation))
    return " ".join(sentences)


def _learning_sentence(number: int) -> str:
    learning = _tr("Learning. You can go on working on other pages.")
    if number == 0:
        return learning
    again = _tr("The goal was not met; this is try {n}.").format(n=number + 1)
    return f"{learning} {again}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrainPage", text)
