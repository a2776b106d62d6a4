"""An ONNX model held against the program's own predictions, before anybody is given it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.events import TaskProgress
from core.reporting import Reporter
from datasets.messages import InputError, message

Array = NDArray[np.float64]
# largest difference of a probability that is let through
TOLERANCE = 1e-5
# closer than this, rounding decides between two classes, in double and in single precision
TIE, SINGLE_TIE = 1e-9, 1e-6


@dataclass(frozen=True)
class Said:
    """What the program or the model says of samples: shapes (P,), (P, C) and (P,)."""

    codes: NDArray[np.int64]
    probability: Array
    agreement: Array


@dataclass(frozen=True)
class Compared:
    """What came out of a comparison.

    Attributes
    ----------
    rows
        How many samples were compared.
    difference
        Largest absolute difference of a probability.
    ties
        Samples of which model and program name different classes that are equally likely.
    """

    rows: int
    difference: float
    ties: int

    def __add__(self, other: Compared) -> Compared:
        return Compared(
            self.rows + other.rows,
            max(self.difference, other.difference),
            self.ties + other.ties,
        )


def session_of(model: bytes) -> Any:
    """Return a session of onnxruntime on the CPU.

    Raises
    ------
    InputError
        When the runtime does not take the model.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # warnings about its own rewriting of the graph
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        # the runtime has many errors without a common one
        raise InputError(
            "The model cannot be written as ONNX: onnxruntime does not take it ({reason}); take it "
            "away as a bundle (.anomodel).",
            reason=str(error).splitlines()[0][:200],
        ) from None


def compare_all(
    session: Any,
    batches: Iterator[tuple[dict[str, Any], Said]],
    total: int,
    undecided: Callable[[dict[str, Any], NDArray[np.int64]], NDArray[np.bool_]],
    report: Reporter,
    tie: float = TIE,
) -> Compared:
    """Hold what a model says of batches of samples against what the program says.

    Parameters
    ----------
    batches
        Inputs of the model, and what the program says of them.
    total
        Number of all samples.
    undecided
        Told inputs and rows of a batch: in which of these rows a member hesitates between classes,
        so that rounding moves its vote.
    tie
        Probabilities closer than this are the same.

    Raises
    ------
    InputError
        When a probability differs by more than `TOLERANCE`, or a class differs without a tie.
    """
    found = Compared(0, 0.0, 0)
    for inputs, wanted in batches:
        report(TaskProgress(message("Checking the ONNX model"), found.rows, total))
        codes, _, probability, agreement = session.run(None, inputs)
        given = Said(codes, probability, agreement)
        other = _named_otherwise(wanted, given)
        is_tie = _is_tied(wanted, given, other, tie)
        if len(other):
            is_tie |= undecided(inputs, other)
        found = found + _counted(wanted, given, is_tie)
    return found


def _named_otherwise(wanted: Said, given: Said) -> NDArray[np.int64]:
    """Return the samples whose class or agreement differs, where the network says anything."""
    agree = np.isclose(wanted.agreement, given.agreement, rtol=0, atol=TIE, equal_nan=True)
    differs = (wanted.codes != given.codes) | ~agree
    return np.flatnonzero(differs & ~_is_silent(wanted, given))


def _is_silent(wanted: Said, given: Said) -> NDArray[np.bool_]:
    """Return where numbers are so far out that no network says anything, in both alike."""
    either = np.isnan(wanted.probability) & np.isnan(given.probability)
    return np.asarray(either.any(axis=1))


def _counted(wanted: Said, given: Said, is_tie: NDArray[np.bool_]) -> Compared:
    """Return what a batch came to; raise InputError where that is too far apart."""
    apart = np.abs(wanted.probability - given.probability)[~_is_silent(wanted, given)]
    difference = float(apart.max(initial=0.0))
    # a NaN is no small difference
    if not difference <= TOLERANCE or not is_tie.all():
        raise InputError(
            "The ONNX model differs from the program: by {difference} in a probability (allowed "
            "are {allowed}), and in the vote on {rows} samples; nothing was written. Take the "
            "model away as a bundle (.anomodel).",
            difference=f"{difference:.2g}",
            allowed=f"{TOLERANCE:.0e}",
            rows=int((~is_tie).sum()),
        )
    return Compared(len(wanted.codes), difference, len(is_tie))


def _is_tied(wanted: Said, given: Said, rows: NDArray[np.int64], tie: float) -> NDArray[np.bool_]:
    """Return which of the rows have two classes with as many votes and the same probability."""
    probability = wanted.probability[rows]
    places = np.arange(len(rows))
    one, other = probability[places, wanted.codes[rows]], probability[places, given.codes[rows]]
    votes = wanted.agreement[rows], given.agreement[rows]
    alike = np.isclose(*votes, rtol=0, atol=TIE, equal_nan=True)
    tied: NDArray[np.bool_] = (np.abs(one - other) <= tie) & alike
    return tied
