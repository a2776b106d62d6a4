"""How the tables of samples are to be read, which hangs on the outputs of the network."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.predictions import Predictions


def reading_words(found: Predictions) -> str:
    """Say what output values, probabilities and agreement are."""
    if found.agreement is None:
        return _output_words(found)
    members = _tr(
        "Output values and probabilities are means over the members. Agreement is the share of the "
        "members that name the class."
    )
    return f"{_output_words(found)}\n\n{members}"


def _output_words(found: Predictions) -> str:
    if "" in found.outputs:
        return _tr(
            "The output value is that of the one ordered output: the classes lie evenly spaced "
            "over its range. Probability is shared by the two classes that it lies between; it "
            "is not calibrated."
        )
    if found.outputs:
        return _tr(
            "Output values are those of the network, one for each class, high for the class it "
            "stands for. Probabilities are made from them so that they sum to 1; they are not "
            "calibrated."
        )
    return _tr("Probabilities sum to 1; they are not calibrated.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("reading words", text)
