"""The cells of a column as numbers: limits, codes, units in cells, words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from datasets.cells import Cells
from datasets.codes import is_missing_code
from datasets.conversions import unit_factor
from datasets.head import without_guard
from datasets.messages import InputError
from datasets.numerals import Judged, Signs, Sort, is_unsure_number, judge

NUMBER_SHARE = 0.9
# of a column whose name says that it holds amounts
AMOUNT_SHARE = 1 / 3
# Those that make a column one of numbers come first.
_SORTS: tuple[Sort, ...] = ("number", "below", "above", "infinite", "blank", "word")
_NUMBER, _BELOW, _ABOVE, _INFINITE, _BLANK, _WORD = range(len(_SORTS))
_LOOKED_AT = 2000


@dataclass(frozen=True, eq=False)
class NumberCells:
    """A column read as numbers.

    Attributes
    ----------
    values
        float64, shape (rows,): numbers and limits; NaN where there is none.
    below, above, limitless
        int64 rows: of ``<5``; of ``>5``; of ``<LOD``, which stands in `below` too.
    words, infinite
        int64 rows of what is no number.
    codes
        How often each code for a missing value stands there.
    unit
        That stands in cells, where the column has no other; "" where none does.
    with_unit
        Number of cells in which a unit stands.
    uncertain, other_sign
        Number of cells with ``±``, and of those with the other decimal sign.
    numbers
        Number of cells that are numbers or limits with a number.
    converted
        int64 rows of cells in another unit than that of the column.
    unsure
        Number of `words` that are numbers in brackets or with a mark, such as (12.5) and 5*.
    """

    values: NDArray[np.float64]
    below: NDArray[np.int64]
    above: NDArray[np.int64]
    limitless: NDArray[np.int64]
    words: NDArray[np.int64]
    infinite: NDArray[np.int64]
    codes: Counter[str]
    unit: str
    with_unit: int
    uncertain: int
    other_sign: int
    numbers: int
    converted: NDArray[np.int64]
    unsure: int = 0

    @property
    def strict_share(self) -> float:
        """Share of numbers, where those in brackets or with a mark count as words."""
        filled = self.numbers + len(self.words)
        return self.numbers / filled if filled else 0.0

    @property
    def share(self) -> float:
        """Share of numbers among the cells that are neither blank nor a code.

        Numbers with a mark do not make a column one of words, unless most are such.
        """
        unsure = self.unsure if self.unsure < self.numbers else 0
        filled = self.numbers + len(self.words) - unsure
        return self.numbers / filled if filled else 0.0


def number_cells(
    cells: Cells, signs: Signs, missing: frozenset[str], concentration: bool, unit: str
) -> NumberCells:
    """Judge the cells that are no plain numbers; their values are filled in among the others.

    Parameters
    ----------
    missing
        Codes as `datasets.codes.missing_set` returns them.
    concentration
        Whether the column holds amounts of a substance.
    unit
        Of the column, "" when unknown; cells in another unit are converted to it.
    """
    judged = [_judge(text, signs, missing, concentration) for text in cells.texts]
    counts = np.bincount(cells.codes, minlength=len(judged))
    unit_here = unit or _unit_in_cells(judged, counts)
    other = np.array([_is_other(one, unit_here) for one in judged], dtype=np.bool_)
    judged = [_in_unit(one, unit_here) for one in judged]
    # Small numbers, since arrays of Python's strings are slow to compare.
    sorts = np.array([_SORTS.index(one.sort) for one in judged], dtype=np.int8)[cells.codes]
    values = cells.values
    # Those of odd cells may be filled in already.
    plain_numbers = int(np.isfinite(values).sum() - np.isfinite(values[cells.odd]).sum())
    values[cells.odd] = np.array([one.value for one in judged], dtype=np.float64)[cells.codes]
    limits = (sorts == _BELOW) | (sorts == _ABOVE)
    infinite = cells.odd[sorts == _INFINITE]
    return NumberCells(
        values,
        cells.odd[sorts == _BELOW],
        cells.odd[sorts == _ABOVE],
        cells.odd[limits & np.isnan(values[cells.odd])],
        cells.odd[sorts == _WORD],
        np.concatenate([infinite, _infinite(cells)]),
        _codes(cells, judged, counts),
        "" if unit else unit_here,
        sum(count for one, count in zip(judged, counts.tolist(), strict=True) if one.unit),
        _counted(judged, counts, "uncertainty"),
        _counted(judged, counts, "sign"),
        plain_numbers
        + int(np.count_nonzero(sorts <= _INFINITE))
        - int(np.count_nonzero(limits & np.isnan(values[cells.odd]))),
        cells.odd[other[cells.codes]] if other.any() else cells.odd[:0],
        _unsure(cells, judged, counts),
    )


def _is_other(one: Judged, unit: str) -> bool:
    """Whether a cell states another unit than the column, and one that can be converted."""
    return bool(one.unit and one.unit != unit) and _in_unit(one, unit).sort != "word"


def _unsure(cells: Cells, judged: list[Judged], counts: NDArray[np.int64]) -> int:
    pairs = zip(cells.texts, judged, counts.tolist(), strict=True)
    return sum(count for text, one, count in pairs if one.sort == "word" and is_unsure_number(text))


def _infinite(cells: Cells) -> NDArray[np.int64]:
    """Rows that are infinite in a column which the file holds as numbers; texts never are."""
    if cells.column.type not in (pa.float16(), pa.float32(), pa.float64()):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.isinf(cells.values)).astype(np.int64)


def is_clearly_text(
    cells: Cells, signs: Signs, missing: frozenset[str], least: float = NUMBER_SHARE
) -> bool:
    """Whether a look at some of the different texts shows that the column holds words.

    Parameters
    ----------
    least
        Share of numbers that makes the column one of numbers.
    """
    if cells.wordy:
        return True
    if len(cells.texts) <= _LOOKED_AT:
        return False
    step = len(cells.texts) // _LOOKED_AT
    some = [_judge(text, signs, missing, False) for text in cells.texts[::step]]
    words = len(cells.odd) * sum(one.sort == "word" for one in some) / len(some)
    filled = len(cells.odd) + int(np.isfinite(cells.values).sum())
    return words > min(2 * (1 - least), 0.9) * filled


# A code is told by the text itself, so that it needs no sort of its own among numbers.
_CODE = Judged("blank", np.nan, "", "")


def _judge(text: str, signs: Signs, missing: frozenset[str], concentration: bool) -> Judged:
    if "=" in text:
        text = without_guard(text)
    if is_missing_code(text, missing):
        return _CODE
    return judge(text, signs, concentration)


def _unit_in_cells(judged: list[Judged], counts: NDArray[np.int64]) -> str:
    found: Counter[str] = Counter()
    for one, count in zip(judged, counts.tolist(), strict=True):
        if one.unit:
            found[one.unit] += count
    return found.most_common(1)[0][0] if found else ""


def _in_unit(one: Judged, unit: str) -> Judged:
    if not one.unit or one.unit == unit:
        return one
    try:
        factor = unit_factor(one.unit, unit)
    except InputError:
        return Judged("word")
    return Judged(one.sort, one.value * factor, unit, one.remark)


def _codes(cells: Cells, judged: list[Judged], counts: NDArray[np.int64]) -> Counter[str]:
    return Counter(
        {
            text.strip(): count
            for text, one, count in zip(cells.texts, judged, counts.tolist(), strict=True)
            if one is _CODE
        }
    )


def _counted(judged: list[Judged], counts: NDArray[np.int64], remark: str) -> int:
    return sum(
        count
        for one, count in zip(judged, counts.tolist(), strict=True)
        if one.remark == remark and one.sort != "word"
    )
