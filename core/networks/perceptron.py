"""A perceptron: one unit with a step output that learns a truth table, sample by sample.

When a line parts the two classes, the rule finds one after finitely many changes, whatever the
first weights and the learning rate (the perceptron convergence theorem; Rosenblatt 1962, Novikoff
1962). When none does, as for XOR, it never ends.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from core.job import Section, setting
from core.truth_tables import FUNCTIONS, TruthTable
from datasets.messages import Message, message

Weights = tuple[Fraction, ...]
FunctionName = Literal["AND", "OR", "NOT", "XOR", "NAND", "NOR", "XNOR", "own"]


class PerceptronSettings(Section):
    """What a perceptron learns, and from where."""

    function: Annotated[
        FunctionName,
        setting(
            "Function",
            "The logic function to learn. Its targets can be changed below, or by a click on a "
            "point of the plot.",
            choices={
                "AND": "AND",
                "OR": "OR",
                "NOT": "NOT (one input)",
                "XOR": "XOR",
                "NAND": "NAND",
                "NOR": "NOR",
                "XNOR": "XNOR",
                "own": "Own truth table",
            },
        ),
    ] = "AND"
    targets: Annotated[
        str,
        setting(
            "Targets",
            "0 or 1 for each sample, when the truth table is your own.",
            pattern="^([01]{2}|[01]{4})$",
        ),
    ] = "0001"
    rate: Annotated[
        float,
        setting(
            "Learning rate η",
            "How far a wrong output moves the weights. From weights of 0 it only scales them: "
            "the line takes the same way with any rate.",
            ge=0.001,
            le=100.0,
        ),
    ] = 1.0
    first_weights: Annotated[
        Literal["zero", "random"],
        setting(
            "First weights",
            "All 0, or drawn between -1 and 1.",
            choices={"zero": "Zero", "random": "Random"},
        ),
    ] = "zero"
    seed: Annotated[
        int,
        setting(
            "Seed",
            "Starting point of the random numbers. The same seed gives the same weights.",
            only_when={"first_weights": "random"},
            ge=0,
            le=2**31 - 1,
        ),
    ] = 1

    @property
    def table(self) -> TruthTable:
        """The truth table to learn."""
        if self.function == "own":
            return TruthTable(tuple(int(digit) for digit in self.targets))
        return FUNCTIONS[self.function]


@dataclass(frozen=True)
class Step:
    """One sample presented.

    Attributes
    ----------
    epoch
        Counted from 1.
    sample
        Its place in the table, from 0.
    net
        w·x + b of the weights before the step.
    error
        target − output: −1, 0 or 1.
    before, weights
        Weights before and after it: one for each input, then the bias.
    """

    epoch: int
    sample: int
    inputs: tuple[int, ...]
    target: int
    net: Fraction
    output: int
    error: int
    before: Weights
    weights: Weights


@dataclass(frozen=True)
class Cycle:
    """The weights after epoch `again` were those after epoch `first`, 0 being the first weights."""

    first: int
    again: int


class Perceptron:
    """Learns a truth table, one sample for each `next`, until a whole epoch changed nothing.

    The output is 1 where w·x + b ≥ 0 and 0 elsewhere. After each sample w += η(t − o)x, and
    b += η(t − o), as if its input were always 1. Fractions keep the weights exact, so that a
    sample on the line is seen there, and weights that return are the same and not only close.

    Iterating goes on after a `cycle` was found: that it never ends is for the caller to say.

    Parameters
    ----------
    rate
        Learning rate η, above 0.
    first
        First weights, one for each input, then the bias.

    Attributes
    ----------
    errors
        Wrong outputs in each whole epoch so far.
    learned
        Whether the last epoch changed nothing.
    cycle
        The first return of the weights to a state they had at the end of an earlier epoch. As
        the samples always come in the same order, they go round the same way for ever.
    """

    def __init__(self, table: TruthTable, rate: Fraction, first: Weights) -> None:
        if rate <= 0 or len(first) != table.inputs + 1:
            raise ValueError(f"rate {rate} and weights {first} for {table.inputs} inputs")
        self.table = table
        self.rate = rate
        self.weights = first
        self.errors: list[int] = []
        self.learned = False
        self.cycle: Cycle | None = None
        self._sample = 0
        self._wrong = 0
        self._seen: dict[Weights, int] = {first: 0}

    def __iter__(self) -> Perceptron:
        return self

    def __next__(self) -> Step:
        if self.learned:
            raise StopIteration
        step = self._present(self._sample)
        self.weights = step.weights
        self._wrong += step.error != 0
        self._sample += 1
        if self._sample == len(self.table.targets):
            self._close_epoch()
        return step

    @property
    def epochs(self) -> int:
        """Whole epochs done."""
        return len(self.errors)

    def sentence(self) -> Message:
        """Say where learning stands when no further sample is presented."""
        values = {"function": self.table.name, "epochs": f"{self.epochs:,}"}
        if self.learned:
            return message(
                "The function {function} is learned: in epoch {epochs} every output was right, so "
                "nothing changes any more.",
                **values,
            )
        if self.cycle is not None:
            return message(
                "The weights after epoch {again} are those after epoch {first}: they go round "
                "for ever. No line can part the two classes of {function}; a network with a "
                "hidden layer can.",
                function=self.table.name,
                first=f"{self.cycle.first:,}",
                again=f"{self.cycle.again:,}",
            )
        return message(
            "The function {function} is not learned after {epochs} epochs; more may be needed.",
            **values,
        )

    def _present(self, sample: int) -> Step:
        inputs, target = self.table.samples[sample], self.table.targets[sample]
        before = self.weights
        net = net_input(before, inputs)
        output = int(net >= 0)
        error = target - output
        after = tuple(
            weight + self.rate * error * value
            for weight, value in zip(before, (*inputs, 1), strict=True)
        )
        return Step(self.epochs + 1, sample, inputs, target, net, output, error, before, after)

    def _close_epoch(self) -> None:
        self.errors.append(self._wrong)
        self.learned = self._wrong == 0
        self._sample = self._wrong = 0
        if self.learned or self.cycle is not None:
            return
        earlier = self._seen.setdefault(self.weights, self.epochs)
        if earlier < self.epochs:
            self.cycle = Cycle(earlier, self.epochs)


def net_input(weights: Weights, inputs: tuple[int, ...]) -> Fraction:
    """Return w·x + b."""
    return sum((w * x for w, x in zip(weights, (*inputs, 1), strict=True)), Fraction(0))


def build_perceptron(settings: PerceptronSettings) -> Perceptron:
    """Return a perceptron as the settings say.

    The learning rate is taken as the decimal that was typed. Random weights have two decimals,
    so that the weights on screen are those that are computed with.
    """
    table = settings.table
    first = [Fraction(0)] * (table.inputs + 1)
    if settings.first_weights == "random":
        chance = random.Random(settings.seed)
        first = [Fraction(chance.randint(-100, 100), 100) for _ in first]
    return Perceptron(table, Fraction(str(settings.rate)), tuple(first))
