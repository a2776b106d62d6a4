"""What a sheet shows by the number format of a cell alone: percent, and a sign of a limit."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from xml.etree import ElementTree

# what stands in quotes, behind a backslash, in brackets, or as a filler (_x, *x)
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|[_*](.)|(.)', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_LIMIT = re.compile(r"\s*([<>≤≥＜＞])")
_PERCENT = {9: "0%", 10: "0.00%"}
_COMPARED: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda one, other: one < other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
}


class _Section:
    """One of the up to four parts of a number format.

    Source: ECMA-376-1:2016, 18.8.31: sections are divided by semicolons; the first one whose
    condition holds is used; without conditions they are for positive and zero, negative, zero.
    """

    def __init__(self) -> None:
        self.condition: tuple[str, Decimal] | None = None
        self.literal = ""
        self.before = ""
        self.is_percent = False
        self.has_digits = False

    def holds(self, value: Decimal, place: int, count: int) -> bool:
        if self.condition is not None:
            return _COMPARED[self.condition[0]](value, self.condition[1])
        if count == 1 or (count == 2 and place == 1):
            return place == count - 1 or value >= 0
        return (value > 0, value < 0, True)[place] if place < 3 else False

    def add(self, text: str) -> None:
        self.literal += text
        if not self.has_digits:
            self.before += text


def special_styles(styles: bytes) -> dict[int, str]:
    """Return format codes by number of the style, of those that show percent or a limit.

    Parameters
    ----------
    styles
        The file ``xl/styles.xml`` of a workbook.
    """
    root = ElementTree.fromstring(styles)
    codes = dict(_PERCENT)
    for element in root.iter():
        if element.tag.endswith("}numFmt"):
            codes[int(element.get("numFmtId", "-1"))] = element.get("formatCode", "")
    found = {}
    for group in root:
        if group.tag.endswith("}cellXfs"):
            for number, style in enumerate(group):
                code = codes.get(int(style.get("numFmtId", "0")), "")
                if code and any(_is_special(section) for section in _sections(code)):
                    found[number] = code
    return found


def shown_text(code: str, text: str) -> str | None:
    """Return a number as its format shows it, with all its digits: ``12%``, ``<0.5``.

    None where the format changes neither the number nor what it means.
    """
    try:
        # Excel keeps 0.07 as 7.0000000000000007E-2
        value = Decimal(repr(float(text)))
    except ValueError:
        return None
    sections = _sections(code)[:3]
    chosen = [k for k, one in enumerate(sections) if one.holds(value, k, len(sections))]
    if not value.is_finite() or not chosen:
        return None
    section = sections[chosen[0]]
    if not _is_special(section):
        return None
    if not section.has_digits:
        return section.literal.strip()
    sign = _LIMIT.match(section.before)
    # the section of negative numbers shows them without their sign
    shown = abs(value) if sign and chosen[0] == 1 and section.condition is None else value
    number = _plain(shown * 100 if section.is_percent else shown)
    return (sign.group(1) if sign else "") + number + ("%" if section.is_percent else "")


def _is_special(section: _Section) -> bool:
    if not section.has_digits:
        return bool(_LIMIT.match(section.literal)) and bool(re.search(r"\d", section.literal))
    return section.is_percent or bool(_LIMIT.match(section.before))


def _sections(code: str) -> list[_Section]:
    sections = [_Section()]
    for quoted, escaped, bracket, filler, sign in _TOKEN.findall(code):
        section = sections[-1]
        if sign == ";":
            sections.append(_Section())
        elif bracket:
            found = _CONDITION.fullmatch(bracket.strip())
            if found:
                section.condition = found.group(1), Decimal(found.group(2))
        elif sign and sign in "0#?":
            section.has_digits = True
        elif sign == "%":
            section.is_percent = True
        elif sign == "G":
            # the word General, which no other letter begins
            section.has_digits = True
        elif not filler:
            section.add(quoted or escaped or sign)
    return sections


def _plain(value: Decimal) -> str:
    text = format(value.normalize(), "f")
    return text or "0"
