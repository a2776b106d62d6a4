"""Logic functions of one or two inputs, by name or by their targets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from datasets.messages import InputError


@dataclass(frozen=True)
class TruthTable:
    """A logic function of one or two inputs.

    Attributes
    ----------
    targets
        0 or 1 for each sample in the order of `samples`: two of them, or four.
    """

    targets: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.targets) not in (2, 4) or not set(self.targets) <= {0, 1}:
            raise ValueError(f"no truth table of one or two inputs: {self.targets}")

    @property
    def inputs(self) -> int:
        """Number of inputs, 1 or 2."""
        return len(self.targets) // 2

    @property
    def samples(self) -> tuple[tuple[int, ...], ...]:
        """Inputs of each sample in the order of learning: 0, 1, or 00, 01, 10, 11."""
        return tuple(product((0, 1), repeat=self.inputs))

    @property
    def name(self) -> str:
        """What the function is called, such as AND; its targets when it has no name here."""
        return next((name for name, table in FUNCTIONS.items() if table == self), self.digits)

    @property
    def digits(self) -> str:
        """The targets in a row: AND is 0001."""
        return "".join(str(target) for target in self.targets)

    def toggled(self, sample: int) -> TruthTable:
        """Return the table with the other target for one sample."""
        targets = list(self.targets)
        targets[sample] = 1 - targets[sample]
        return TruthTable(tuple(targets))


FUNCTIONS: dict[str, TruthTable] = {
    "AND": TruthTable((0, 0, 0, 1)),
    "OR": TruthTable((0, 1, 1, 1)),
    "NOT": TruthTable((1, 0)),
    "XOR": TruthTable((0, 1, 1, 0)),
    "NAND": TruthTable((1, 1, 1, 0)),
    "NOR": TruthTable((1, 0, 0, 0)),
    "XNOR": TruthTable((1, 0, 0, 1)),
}


def find_table(text: str) -> TruthTable:
    """Return a truth table by its name or its targets.

    Raises
    ------
    InputError
        When the text is neither.
    """
    if text.upper() in FUNCTIONS:
        return FUNCTIONS[text.upper()]
    if len(text) in (2, 4) and set(text) <= {"0", "1"}:
        return TruthTable(tuple(int(digit) for digit in text))
    raise InputError(
        "{text} is no function; write one of {names}, or targets such as 0001.",
        text=text,
        names=", ".join(FUNCTIONS),
    )
