"""From the cells of a column to numbers or text."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.columns import Column
from datasets.messages import Message, message

MISSING_CODES = frozenset(
    ("NA", "N/A", "NaN", "nan", "null", "NULL", "-", "*", "?", "ND", "n.d.", "NS", "IS", "NR")
)
NUMBER_SHARE = 0.9
_POINT = r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$"
_COMMA = r"^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$"
_POINT_FRACTION = r"^[<>]? ?[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$"
_COMMA_FRACTION = r"^[<>]? ?[+-]?\d*,\d+(?:[eE][+-]?\d+)?$"
_NUMBER = re.compile(_POINT, re.ASCII)
_LIMIT = re.compile(r"^([<>≤≥])=?\s*(.+)$")
_INFINITE = re.compile(r"^[+-]?(?:inf|infinity|∞)$", re.IGNORECASE)

Sort = Literal["number", "below", "above", "infinite", "missing", "word"]


def find_decimal(columns: list[pa.Array]) -> str:
    """Return "," when more cells look like ``1,5`` than like ``1.5``, else "."."""
    commas = sum(_count(cells, _COMMA_FRACTION) for cells in columns)
    return "," if commas > sum(_count(cells, _POINT_FRACTION) for cells in columns) else "."


def read_column(name: str, cells: pa.Array, decimal: str) -> tuple[Column, list[Message]]:
    """Decide whether a column holds numbers or text, and read it.

    Parameters
    ----------
    name
        Header.
    cells
        Arrow strings, shape (rows,), untrimmed.
    decimal
        "." or ",".

    Returns
    -------
    Column
        A number column when at least `NUMBER_SHARE` of its cells that are neither blank nor a
        code for a missing value are numbers.
    list of Message
        What was worked around in it.
    """
    trimmed = pc.utf8_trim_whitespace(cells)
    clean = pc.match_substring_regex(trimmed, _COMMA if decimal == "," else _POINT)
    blank = _flags(pc.equal(trimmed, ""))
    others = np.flatnonzero(~_flags(clean) & ~blank)
    encoded = trimmed.take(pa.array(others)).dictionary_encode()
    codes = encoded.indices.to_numpy(zero_copy_only=False)
    judged = [judge(text, decimal) for text in encoded.dictionary.to_pylist()]
    sorts = np.array([sort for sort, _ in judged], dtype=object)[codes]
    words = np.flatnonzero(sorts == "word")
    numbers = len(cells) - blank.sum() - np.count_nonzero(sorts == "missing") - len(words)
    if numbers == 0 or numbers < NUMBER_SHARE * (numbers + len(words)):
        return _text_column(name, trimmed, blank), []
    values = _floats(trimmed, clean, decimal)
    values[others] = np.array([value for _, value in judged], dtype=np.float64)[codes]
    censored = np.zeros(len(values), dtype=np.bool_)
    censored[others[sorts == "below"]] = True
    overflowed = np.isinf(values)
    values[overflowed] = np.nan
    column = Column(name, "number", values, censored, int(np.isnan(values).sum()))
    notices: list[Message] = []
    if len(words):
        notices.append(
            message(
                "{column} has cells that are not numbers ({count}, the first “{text}” in row "
                "{row}); they count as missing.",
                column=name,
                count=len(words),
                text=trimmed[int(others[words[0]])].as_py(),
                row=int(others[words[0]]) + 1,
            )
        )
    above = others[sorts == "above"]
    if len(above):
        notices.append(
            message(
                "{column} has cells above the range of the method ({count}, the first “{text}” in "
                "row {row}); the limit itself is taken.",
                column=name,
                count=len(above),
                text=trimmed[int(above[0])].as_py(),
                row=int(above[0]) + 1,
            )
        )
    infinite = int(overflowed.sum() + np.count_nonzero(sorts == "infinite"))
    if infinite:
        notices.append(
            message(
                "{column} has infinite cells ({count}); they count as missing.",
                column=name,
                count=infinite,
            )
        )
    return column, notices


def judge(text: str, decimal: str) -> tuple[Sort, float]:
    """Say what a trimmed cell that is no plain number holds, and its value or NaN."""
    if text in MISSING_CODES:
        return "missing", np.nan
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    if plain in MISSING_CODES:
        return "missing", np.nan
    if _INFINITE.match(plain):
        return "infinite", np.nan
    limit = _LIMIT.match(plain)
    number = limit.group(2) if limit else plain
    if decimal == ",":
        number = "?" if "." in number else number.replace(",", ".")
    if not _NUMBER.match(number):
        return "word", np.nan
    if not limit:
        return "number", float(number)
    return ("below" if limit.group(1) in "<≤" else "above"), float(number)


def _text_column(name: str, trimmed: pa.Array, blank: NDArray[np.bool_]) -> Column:
    values: NDArray[Any] = trimmed.to_numpy(zero_copy_only=False).astype(object)
    values[blank] = None
    return Column(name, "text", values, np.zeros(len(values), dtype=np.bool_), int(blank.sum()))


def _floats(trimmed: pa.Array, clean: pa.Array, decimal: str) -> NDArray[np.float64]:
    if decimal == ",":
        trimmed = pc.replace_substring(trimmed, ",", ".")
    # Arrow's cast takes no plus sign.
    trimmed = pc.utf8_ltrim(trimmed, "+")
    chosen = pc.if_else(clean, trimmed, pa.scalar(None, trimmed.type))
    values: NDArray[np.float64] = pc.cast(chosen, pa.float64()).to_numpy(zero_copy_only=False)
    return np.array(values, dtype=np.float64)


def _count(cells: pa.Array, pattern: str) -> int:
    matched = pc.match_substring_regex(pc.utf8_trim_whitespace(cells), pattern)
    return int(pc.sum(matched).as_py() or 0)


def _flags(array: pa.Array) -> NDArray[np.bool_]:
    return np.asarray(array.to_numpy(zero_copy_only=False), dtype=np.bool_)
