"""A perceptron on the command line: every step as a row of a table, and how it ended."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from core.events import Finished
from core.networks.perceptron import (
    Perceptron,
    PerceptronSettings,
    Step,
    build_perceptron,
)
from core.reporting import Reporter
from core.truth_tables import find_table
from datasets.messages import message


def learn_function(
    function: str, *, rate: float, epochs: int, seed: int | None, report: Reporter
) -> None:
    """Let a perceptron learn a function and report every step.

    It ends when the function is learned, when the weights return to what they were, or after
    `epochs`. The last event carries ``function``, ``targets``, ``rate``, ``first_weights``,
    ``steps`` (as `Step`, numbers as floats), ``errors`` of each epoch, ``ended`` (learned, cycle
    or epochs) and the two epochs of the ``cycle``.

    Parameters
    ----------
    function
        A name such as XOR, or targets such as 0110.
    rate
        Learning rate, 0.001 to 100.
    seed
        Of random first weights; None for weights of 0.

    Raises
    ------
    InputError
        When there is no such function.
    """
    settings = PerceptronSettings(
        function="own",
        targets=find_table(function).digits,
        rate=rate,
        first_weights="zero" if seed is None else "random",
        seed=seed or 0,
    )
    perceptron = build_perceptron(settings)
    first = perceptron.weights
    steps: list[Step] = []
    for step in perceptron:
        steps.append(step)
        if perceptron.cycle is not None or perceptron.epochs == epochs:
            break
    values: dict[str, Any] = {
        "function": perceptron.table.name,
        "targets": list(perceptron.table.targets),
        "rate": rate,
        "first_weights": [float(weight) for weight in first],
        "steps": [_plain(step) for step in steps],
        "errors": perceptron.errors,
        "ended": _ended(perceptron),
        "cycle": asdict(perceptron.cycle) if perceptron.cycle is not None else None,
    }
    table = _as_text(perceptron.table.inputs, steps)
    sentence = perceptron.sentence()
    report(Finished(message("{text}", text=f"{table}\n{sentence}"), values))


def _ended(perceptron: Perceptron) -> str:
    if perceptron.learned:
        return "learned"
    return "cycle" if perceptron.cycle is not None else "epochs"


def _plain(step: Step) -> dict[str, Any]:
    return {
        **asdict(step),
        "net": float(step.net),
        "before": [float(weight) for weight in step.before],
        "weights": [float(weight) for weight in step.weights],
    }


def _as_text(inputs: int, steps: list[Step]) -> str:
    numbers = range(1, inputs + 1)
    heads = [
        "epoch",
        *(f"x{n}" for n in numbers),
        "t",
        "o",
        "t-o",
        *(f"w{n}" for n in numbers),
        "b",
    ]
    rows = [heads, ["", *[""] * (inputs + 3), *map(_number, steps[0].before)]]
    for step in steps:
        whole = (step.epoch, *step.inputs, step.target, step.output, step.error)
        rows.append([*map(str, whole), *map(_number, step.weights)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    return "\n".join(
        "  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        for row in rows
    )


def _number(weight: Fraction) -> str:
    return f"{float(weight):.6g}"
