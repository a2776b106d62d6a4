"""The PROBEN1 problems of Prechelt (1994), as they lie beside the project."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "proben1"
ENDING = ".dt.gz"
HEADER = (
    "bool_in", "real_in", "bool_out", "real_out",
    "training_examples", "validation_examples", "test_examples",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Some of the samples of a problem.

    Attributes
    ----------
    inputs
        float64, shape (P, S0), scaled by Prechelt, mostly to 0…1.
    targets
        float64, shape (P, SL), one-of-C in the classification problems.
    """

    inputs: Array
    targets: Array


@dataclass(frozen=True)
class Proben1Problem:
    """A problem with its fixed parts: a half to train, a quarter to validate, a quarter to test."""

    name: str
    training: Part
    validation: Part
    test: Part


def names(folder: Path = FOLDER) -> list[str]:
    """Return the names of the problems that are there, such as ``cancer1``; none when absent."""
    return sorted(path.name.removesuffix(ENDING) for path in folder.glob(f"*/*{ENDING}"))


def read_problem(name: str, folder: Path = FOLDER) -> Proben1Problem:
    """Read a problem.

    Raises
    ------
    FileNotFoundError
        When it is not there.
    ValueError
        When the file is not as its header says.
    """
    path = folder / name.rstrip("0123456789") / f"{name}{ENDING}"
    if not path.is_file():
        raise FileNotFoundError(
            f"The PROBEN1 problem {name} is not in {folder}; the data lie beside the project and "
            "are not part of it."
        )
    with gzip.open(path, "rt", encoding="ascii") as file:
        header = [next(file, "") for _ in HEADER]
        numbers = np.array(file.read().split(), dtype=np.float64)
    counts = _read_header(path, header)
    inputs = counts["bool_in"] + counts["real_in"]
    width = inputs + counts["bool_out"] + counts["real_out"]
    sizes = [counts[f"{part}_examples"] for part in ("training", "validation", "test")]
    if numbers.size != width * sum(sizes):
        raise ValueError(
            f"{path} has {numbers.size} numbers where its header promises {sum(sizes)} examples "
            f"of {width}."
        )
    rows = np.split(numbers.reshape(-1, width), np.cumsum(sizes)[:-1])
    parts = [Part(part[:, :inputs].copy(), part[:, inputs:].copy()) for part in rows]
    return Proben1Problem(name, *parts)


def _read_header(path: Path, lines: list[str]) -> dict[str, int]:
    counts = {}
    for wanted, line in zip(HEADER, lines, strict=True):
        name, _, number = line.strip().partition("=")
        if name != wanted or not number.isdecimal():
            raise ValueError(f"{path} should say {wanted}=NUMBER but says {line.strip()!r}.")
        counts[name] = int(number)
    return counts
