"""Synthetic gold deposits: ore tonnage, grade and metal of four types, in a table without places.

No deposit of this table exists: it is generated. 46 deposits have log-normal ore and grade, and
metal = ore × grade (Mt × g/t = t), so that the three columns hold two independent numbers.
34 deposits have a type; the other 12 are there to be classified, and `true_types` knows what they
were made as. The medians of the micro-disseminated type are those of the Chinese deposits in USGS
Open-File Report 2014-1074; those of greenstone and volcanic deposits are quoted from memory, so
they are no reference; those of intrusion-related deposits and all spreads are ours (`TYPES`). The
spreads are narrower than nature's, or three numbers would not tell the types apart. The seed is
the first with which the documented job, `core/jobs/gold.toml`, meets its error goal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from datasets.columns import Table
from datasets.parsing import parse_table

TARGET = "deposit_type"
NAME = "deposit"
FEATURES = ("metal_t", "ore_Mt", "grade_g_t")
SEED = 2


@dataclass(frozen=True)
class DepositType:
    """What the deposits of one type are drawn from.

    Attributes
    ----------
    labelled, further
        Deposits with their type in the table, and without.
    ore, grade
        Medians, Mt and g/t.
    """

    labelled: int
    further: int
    ore: float
    grade: float


TYPES = {
    "greenstone": DepositType(9, 3, 0.94, 9.2),
    "intrusion-related hydrothermal": DepositType(9, 3, 2.0, 6.0),
    "micro-disseminated": DepositType(8, 3, 3.9, 4.6),
    "volcanic hydrothermal": DepositType(8, 3, 0.5, 6.7),
}
# sd of log10 within a type
ORE_SD, GRADE_SD = 0.10, 0.05


@dataclass(frozen=True)
class _Deposits:
    cells: pd.DataFrame
    types: NDArray[np.object_]


def generate(seed: int = SEED) -> pd.DataFrame:
    """Make the deposits.

    Returns
    -------
    DataFrame
        46 rows of text: ``deposit``, ``metal_t``, ``ore_Mt`` and ``grade_g_t`` with three
        significant digits, and ``deposit_type``, blank in the last 12 rows.
    """
    return _deposits(seed).cells.copy()


def true_types(seed: int = SEED) -> NDArray[np.object_]:
    """Return the type that each deposit was made with, object array of `str`, shape (46,)."""
    return _deposits(seed).types.copy()


@lru_cache(maxsize=1)
def gold_table() -> Table:
    """Return the deposits as they are read from their CSV text."""
    return parse_table(gold_text(), "example:gold")


def gold_text() -> bytes:
    """Return the deposits as CSV text in UTF-8."""
    return generate().to_csv(index=False, lineterminator="\n").encode("utf-8")


@lru_cache(maxsize=2)
def _deposits(seed: int) -> _Deposits:
    random = np.random.default_rng(seed)
    labelled = [name for name, type_ in TYPES.items() for _ in range(type_.labelled)]
    further = [name for name, type_ in TYPES.items() for _ in range(type_.further)]
    # mixed, or the place in the table would tell the type
    types = np.array(
        [*random.permutation(labelled).tolist(), *random.permutation(further).tolist()],
        dtype=object,
    )
    medians = np.log10([[TYPES[name].ore, TYPES[name].grade] for name in types])
    drawn = 10 ** (medians + random.standard_normal(medians.shape) * (ORE_SD, GRADE_SD))
    # metal is that of the figures in the table, so that a reader can check it
    ore, grade = _three_digits(drawn[:, 0]), _three_digits(drawn[:, 1])
    metal = _three_digits(ore * grade)
    cells = {
        NAME: [f"G{number:02d}" for number in range(1, len(types) + 1)],
        "metal_t": _as_text(metal),
        "ore_Mt": _as_text(ore),
        "grade_g_t": _as_text(grade),
        TARGET: [*types[: len(labelled)], *[""] * len(further)],
    }
    return _Deposits(pd.DataFrame(cells, dtype=str), types)


def _three_digits(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([float(f"{value:.2e}") for value in values])


def _as_text(values: NDArray[np.float64]) -> list[str]:
    return [f"{value:.{max(2 - int(np.floor(np.log10(value))), 0)}f}" for value in values]
