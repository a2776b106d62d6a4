"""How people write numbers: signs, qualifiers, units, uncertainties; one cell at a time."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from datasets.units import unit_word

Sort = Literal["number", "below", "above", "infinite", "blank", "word"]
Remark = Literal["", "uncertainty", "sign"]

_EXPONENT = r"(?:[eE][+-]?\d+)?"
_POINT = re.compile(rf"[+-]?(?:\d+\.?\d*|\.\d+){_EXPONENT}", re.ASCII)
# Fortran's double precision; without a point and a sign, 5D2 is the name of a sample
_DOUBLE = re.compile(r"([+-]?\d*\.\d*)[dD]([+-]\d{1,3})", re.ASCII)
_TIMES_TEN = re.compile(r"([^x×*]+?)\s*[x×*]\s*10\^?\(?([+-]?\d+)\)?", re.ASCII)
_GROUPED = {
    sign: re.compile(rf"[+-]?\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+(?:[.,]\d*)?", re.ASCII)
    for sign in (",", ".", " ", "'")
}
# 1 045,7: a blank and a decimal sign behind three digits leave no doubt
_SPACED = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+[.,]\d+", re.ASCII)
# (12.5) and 5- may be negative, doubtful or remarked: numbers that cannot be read surely
_UNSURE = re.compile(
    r"\([<>]?\s*[+-]?[\d.,]*\d[\d.,]*\)|[+-]?[\d.,]*\d[\d.,]*\s?[-+*?!†‡]|[~≈]\s?[\d.,]*\d[\d.,]*"
)
# 1,234 may be a thousand or a little more than one; 0,234 cannot.
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_BEFORE = re.compile(
    r"(?:n\.?d\.?\s*(?=[<≤]))?(<+=?|>+=?|=<|=>|≤|≥|小于|低于|大于|高于|"
    r"(?:less|greater|more) than|below|above)\s*(.*)",
    re.IGNORECASE,
)
# among words GT 100 may be the name of a sample
_LT_GT = re.compile(r"(LT|GT)\s?([\d.,].*)", re.IGNORECASE)
_AFTER = re.compile(r"(.*\d)\s*([<>])")
_LETTER = re.compile(r"([\d.,]+)\s*([LNG])")
_LIMITLESS = re.compile(
    r"(?:<\s*)?(?:b\.?d\.?l?\.?|b\.?l\.?d\.?|blq|lod|loq|bql|lor|lloq|l\.?l\.?d\.?|"
    r"mdl|d\.?l\.?|ld|rl|ldl|"
    r"(?:below|under|less than) (?:the )?(?:(?:limit of )?detection(?: limits?)?|limits?|m?dl|"
    r"l[lo]d|loq|lor|rl|(?:reporting|quanti(?:fi|t)ation) limits?)|"
    r"(?:not|non)[- ]?detect(?:ed|able|s)?|detection limit|"
    r"检出限|检测限|未检出|低于检[出测]限|traces?|tr\.?|"
    r"bg|nwg|n\.n\.?|spuren|lq|l\.q\.?|traços|trazas|не обн\.?|н/о|сл\.?|следы|по)"
)
# Genalysis writes X for a value below the limit; elsewhere it is a word.
_LIMITLESS_AMOUNT = frozenset(("X", "<X"))
# no number is longer; the patterns above take long over a text of many thousand digits
_LONGEST = 100
_LIMITLESS_ABOVE = re.compile(
    r">\s*(?:u\.?d\.?l|uld|uloq|ul|max|上限)|over[ -]?(?:range|limit)|o/r|aul|"
    r"above (?:the )?(?:(?:upper )?(?:detection )?(?:range|limits?)|udl|uld)|超上限|超量程"
)
_INFINITE = re.compile(r"[+-]?(?:inf|infinity|∞)", re.IGNORECASE)
_UNCERTAIN = re.compile(r"(.+?)\s*(?:±|\+/-|\+-)\s*[\d.,]+\s*%?(.*)")
_WITH_UNIT = re.compile(r"([+-]?[\d.,][\d.,' ]*(?:[eE][+-]?\d+)?)\s*([^\d\s.,].*)")
_DASHES = str.maketrans("−–—‒﹣〈〉‹›⩽⩾≦≧’`", "-----<><>≤≥≤≥''")


@dataclass(frozen=True)
class Signs:
    """The signs inside numbers: "." or ","; and "" "," "." " " or "'" between thousands."""

    decimal: str = "."
    thousands: str = ""


@dataclass(frozen=True)
class Judged:
    """What a cell says.

    Attributes
    ----------
    sort
        "below" and "above" are censored; "word" is no number.
    value
        The number or the limit; NaN for all other sorts, and for a limit without a number.
    unit
        Unit that stands in the cell.
    remark
        "uncertainty" where ``±1`` was left aside, "sign" where the other decimal sign stands.
    """

    sort: Sort
    value: float = np.nan
    unit: str = ""
    remark: Remark = ""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a cell with ordinary letters, digits, dashes and comparison signs, trimmed."""
    if "&" in text:
        text = html.unescape(text)
    text = unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)
    return text.strip("\ufeff\u200b").strip().removeprefix("'")


def judge(text: str, signs: Signs, concentration: bool = False) -> Judged:
    """Say what a cell holds that is no code for a missing value.

    Parameters
    ----------
    text
        A cell as it stands.
    signs
        The signs of the file.
    concentration
        Whether the column holds amounts of an element. Only there ``5L``, ``5N`` and ``5G`` are
        limits: L below it, N not found at it, G above it (the remark codes of the U.S.
        Geological Survey; Chinese reports write ``0.05L`` too, HJ/T 164-2004).
    """
    cell = plain(text)
    if not cell:
        return Judged("blank")
    if len(cell) > _LONGEST:
        return Judged("word")
    if _INFINITE.fullmatch(cell):
        return Judged("infinite")
    lower = cell.lower()
    if _LIMITLESS.fullmatch(lower) or (concentration and cell in _LIMITLESS_AMOUNT):
        return Judged("below")
    if _LIMITLESS_ABOVE.fullmatch(lower):
        return Judged("above")
    mark, rest = _qualifier(cell, concentration)
    found = _amount(rest, signs)
    if not mark or found.sort == "word":
        return found if not mark else Judged("word")
    return Judged("below" if mark in "<≤" else "above", found.value, found.unit, found.remark)


def is_unsure_number(text: str) -> bool:
    """Whether a cell is a number with brackets or a mark, whose sense is not known."""
    cell = plain(text)
    return len(cell) <= _LONGEST and bool(_UNSURE.fullmatch(cell))


def number(text: str, signs: Signs) -> tuple[float, bool] | None:
    """Read a number; also whether it has the other decimal sign. None when it is no number."""
    double = _DOUBLE.fullmatch(text)
    if double:
        text = "e".join(double.groups())
    scaled = _TIMES_TEN.fullmatch(text)
    if scaled:
        mantissa = number(scaled.group(1), signs)
        return mantissa and (float(f"{mantissa[0]!r}e{int(scaled.group(2))}"), mantissa[1])
    if " " in text and signs.thousands != " " and _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    if signs.thousands and _GROUPED[signs.thousands].fullmatch(text):
        text = text.replace(signs.thousands, "")
    other = "," if signs.decimal == "." else "."
    if other in text:
        return _with_other_sign(text, signs.decimal, other)
    text = text.replace(",", ".")
    return (float(text), False) if _POINT.fullmatch(text) else None


def _with_other_sign(text: str, decimal: str, other: str) -> tuple[float, bool] | None:
    """Read 1,234.5 where the comma was no known sign, and 12,5 among numbers with points."""
    if decimal in text:
        if not _GROUPED[other].fullmatch(text):
            return None
        return float(text.replace(other, "").replace(decimal, ".")), False
    if _AMBIGUOUS.fullmatch(text) or text.count(other) > 1:
        return None
    text = text.replace(other, ".")
    return (float(text), True) if _POINT.fullmatch(text) else None


def _qualifier(cell: str, concentration: bool) -> tuple[str, str]:
    """Split a cell into "<", ">" or "", and the rest."""
    before = _BEFORE.fullmatch(cell)
    if before:
        sign = before.group(1).strip("=").lower()
        below = sign[:1] in "<≤" or sign in ("小于", "低于", "less than", "below")
        return ("<" if below else ">"), before.group(2)
    after = _AFTER.fullmatch(cell)
    if after:
        return after.group(2), after.group(1)
    words = _LT_GT.fullmatch(cell) if concentration else None
    if words:
        return ("<" if words.group(1).upper() == "LT" else ">"), words.group(2)
    letter = _LETTER.fullmatch(cell) if concentration else None
    if letter:
        return (">" if letter.group(2) == "G" else "<"), letter.group(1)
    return "", cell


def _amount(cell: str, signs: Signs) -> Judged:
    """Read a number that a unit or an uncertainty may follow."""
    found = number(cell, signs)
    if found and not np.isfinite(found[0]):
        return Judged("infinite")
    if found:
        return Judged("number", found[0], "", "sign" if found[1] else "")
    uncertain = _UNCERTAIN.fullmatch(cell)
    if uncertain:
        inner = _amount(uncertain.group(1) + uncertain.group(2), signs)
        return Judged(inner.sort, inner.value, inner.unit, "uncertainty")
    with_unit = _WITH_UNIT.fullmatch(cell)
    unit = unit_word(with_unit.group(2)) if with_unit else ""
    if not with_unit or not unit:
        return Judged("word")
    found = number(with_unit.group(1).strip(), signs)
    return Judged("number", found[0], unit) if found else Judged("word")
