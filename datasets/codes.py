"""What stands for a missing value, and what a negative concentration means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message
from datasets.numerals import plain
from datasets.recipe import ColumnRecipe, Negative, Recipe

MISSING_CODES = (
    *("NA", "N/A", "N.A.", "#N/A", "#NA", "#NULL!", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!"),
    *("NaN", "null", "None", "nil", "missing", "-", "--", "---", "*", "**", "?", ".", "..", "/"),
    *("ND", "N.D.", "NS", "N.S.", "IS", "I.S.", "ISS", "NSS", "INS", "NR", "N.R.", "L.N.R."),
    *("LNR", "SNR", "NM", "NT", "n.det.", "no data", "not analysed", "not analyzed"),
    *("N/D", "S/D", "S.D.", "N/S", "N/R", "n.b.", "k.A.", "н.д.", "н/д", "не опр."),
    *(
        "not received",
        "insufficient sample",
        "无",
        "缺",
        "缺失",
        "空",
        "未测",
        "未分析",
        "缺样",
        "样品不足",
    ),
)
_MISSING = frozenset(plain(code).casefold() for code in MISSING_CODES)

# -9, -99, -999.0, -9999, -99999, -999.25 (well logs), -32768, the least of a float.
_NINES = re.compile(r"-9{2,}(?:\.9+|\.25)?")
_MACHINE = (-32768.0, -2147483648.0, -1e30, -1e31, 1e30, 1.70141e38, -3.4028234663852886e38)
_HUGE = 1e30
_FAR = 10.0
_MOST_LIMITS = 12
_ROUND_SHARE = 0.95
# so few negative cells may as well be slips of a pen
_FEW = 5
_NOT_AMOUNTS = re.compile(
    r"δ|\bd(?:13c|15n|18o|34s|2h|d)\b|delta|eps|ε|\beh\b|orp|temp|azimuth|dip\b|elev|alt|log|ln|"
    r"clr|ilr|alr|pca?\d|score|resid|anom|z[-_ ]?score|温度|高程|残差",
    re.IGNORECASE,
)


def without_codes(codes: Iterable[str], unwanted: Iterable[str]) -> tuple[str, ...]:
    """Return the codes without the unwanted ones, however these are written: -999 is -999.0."""
    gone = {_code_key(code) for code in unwanted}
    return tuple(code for code in codes if _code_key(code) not in gone)


def without_numbers(numbers: tuple[float, ...], unwanted: Iterable[str]) -> tuple[float, ...]:
    """Return the numbers without those that one of the unwanted codes is."""
    gone = set(numeric_codes(unwanted))
    return tuple(number for number in numbers if number not in gone)


def _code_key(code: str) -> str | float:
    text = plain(code).casefold()
    try:
        return float(text)
    except ValueError:
        return text


def missing_words(recipe: Recipe, given: ColumnRecipe) -> frozenset[str]:
    """Return what stands for a missing value in a column, as `is_missing_code` compares it."""
    words = _MISSING | missing_set(recipe.missing or ()) | missing_set(given.missing)
    return words - missing_set((*recipe.not_missing, *given.not_missing))


def missing_set(codes: Iterable[str] | None = None) -> frozenset[str]:
    """Return codes as `is_missing_code` compares them; None means those generally used."""
    if codes is None:
        return _MISSING
    return frozenset(plain(code).casefold() for code in codes)


def is_missing_code(text: str, among: frozenset[str] = _MISSING) -> bool:
    """Whether a cell of a column of numbers stands for a missing value."""
    return plain(text).casefold() in among


def numeric_codes(codes: Iterable[str]) -> tuple[float, ...]:
    """Return those codes that are numbers."""
    found = []
    for code in codes:
        try:
            found.append(float(plain(code)))
        except ValueError:
            continue
    return tuple(number for number in found if np.isfinite(number))


def is_amount(name: str) -> bool:
    """Whether a column name leaves open that its values are amounts, which are never negative."""
    return not _NOT_AMOUNTS.search(name)


def find_numeric_codes(values: NDArray[np.float64]) -> tuple[float, ...]:
    """Return the numbers of a column that stand for a missing value.

    A number that a program or a person writes for "nothing" stands far outside: it is below
    everything else that is negative by a factor of ten at least, and no value of the column is as
    large as it without its sign, as there would be were it minus a detection limit.

    Parameters
    ----------
    values
        float64, shape (rows,), NaN where missing.
    """
    least, most = _ends(values)
    if least >= 0 and most < _HUGE:
        return ()
    found = [code for code in _MACHINE if _near(values, code).any()]
    rest = values[np.isfinite(values) & ~_among(values, found)]
    for _ in range(3):
        lowest = float(rest.min(initial=0.0))
        if lowest >= 0 or not _is_code(lowest, rest):
            break
        found.append(lowest)
        rest = rest[rest != lowest]
    return tuple(found)


def _is_code(lowest: float, values: NDArray[np.float64]) -> bool:
    others = values[values != lowest]
    nines = bool(_NINES.fullmatch(f"{lowest:g}"))
    if not len(others):
        return nines and len(values) > 1
    repeated = int((values == lowest).sum()) > 1
    if not (nines or (repeated and lowest <= -100 and _is_round(-lowest))):
        return False
    if nines and lowest <= -999 and others.min() > lowest / 2 and not _is_spread(others, lowest):
        return True
    return bool(others.min() > lowest / _FAR) and bool(np.mean(others >= -lowest) < 0.1)


def _is_spread(others: NDArray[np.float64], lowest: float) -> bool:
    """Whether other values reach as low: -999 among depths of -800 to -1200 is a depth."""
    return bool(np.mean(others < lowest / _FAR) > 0.05)


def _among(values: NDArray[np.float64], codes: Iterable[float]) -> NDArray[np.bool_]:
    hit = np.zeros(len(values), dtype=np.bool_)
    for code in codes:
        hit |= _near(values, code)
    return hit


def _near(values: NDArray[np.float64], code: float) -> NDArray[np.bool_]:
    """Equal but for the digits that single precision loses."""
    near: NDArray[np.bool_]
    if code == round(code) and abs(code) < 2**24:
        near = values == code
    else:
        near = np.abs(values - code) <= 1e-6 * abs(code)
    return near


def _ends(values: NDArray[np.float64]) -> tuple[float, float]:
    """Return the least and the largest value, 0 and 0 where there is none."""
    if not len(values):
        return 0.0, 0.0
    least, most = float(values.min()), float(values.max())
    if least != least:
        least, most = float(np.fmin.reduce(values)), float(np.fmax.reduce(values))
    return (least, most) if least == least else (0.0, 0.0)


def mark_codes(values: NDArray[np.float64], codes: Iterable[float]) -> NDArray[np.bool_]:
    """Return which values are one of the codes, bool of shape (rows,)."""
    return _among(values, codes)


@dataclass(frozen=True)
class NegativeFound:
    """What the negative values of a column are and why."""

    meaning: Negative
    reason: Message
    sure: bool


def judge_negatives(values: NDArray[np.float64], concentration: bool) -> NegativeFound:
    """Say what the negative values of a column mean.

    In many surveys, NURE's among them, -2 says: below the limit of 2 (Smith, 1997, USGS
    Open-File Report 97-492). Then the negative values are few different round sizes, and about as
    large as the smallest positive ones.

    Parameters
    ----------
    values
        float64, shape (rows,), without codes for missing values.
    concentration
        Whether the column holds amounts of a substance.
    """
    negative = values[values < 0]
    if not len(negative):
        return NegativeFound("value", message("No value is negative."), True)
    if not concentration:
        return NegativeFound("value", message("Such values may be negative."), True)
    sizes = np.unique(-negative)
    positive = values[values > 0]
    rounded = float(np.mean([_is_round(size) for size in sizes[:1000]]))
    if len(sizes) <= _MOST_LIMITS and rounded >= _ROUND_SHARE and _are_limits(sizes, positive):
        listed = ", ".join(f"{-size:g}" for size in sizes[:4]) + ("…" if len(sizes) > 4 else "")
        return NegativeFound(
            "limit",
            message(
                "An amount is never negative, and {count} cells are one of few round sizes "
                "({sizes}): minus the detection limit.",
                count=len(negative),
                sizes=listed,
            )
            if len(negative) >= _FEW
            else message(
                "An amount is never negative, but only {count} cells are ({sizes}): taken as minus "
                "the detection limit. Please check.",
                count=len(negative),
                sizes=listed,
            ),
            len(negative) >= _FEW,
        )
    return NegativeFound(
        "value",
        message(
            "{count} negative amounts of {sizes} different sizes; they look measured, not like "
            "limits. Please check.",
            count=len(negative),
            sizes=len(sizes),
        ),
        False,
    )


def _are_limits(sizes: NDArray[np.float64], positive: NDArray[np.float64]) -> bool:
    """Limits lie among the low values: some positive value reaches each of them."""
    return not len(positive) or bool(sizes.max() <= positive.max())


def _is_round(size: float) -> bool:
    """Two significant digits at most, as laboratories give their limits."""
    return float(f"{size:.1e}") == size
