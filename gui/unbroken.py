"""Keeps a number and its unit on one line: what would break apart is glued."""

from __future__ import annotations

import re

NO_BREAK_SPACE, WORD_JOINER = "\u00a0", "\u2060"

_UNIT = re.compile(r"(?<=\d) (?=(?:%|‰|(?:[kMG]B|ms|s|min|h|k?m|cm|px|ppm|ppb|g/t)\b))")
_RANGE = re.compile(rf"(?<=\d)–(?=[\d.,]+{NO_BREAK_SPACE})")


def unbroken(text: str) -> str:
    """Return a sentence of which no line ends between a number and its unit.

    Spaces before units become no-break spaces (U+00A0); the dash of a range that has a unit is
    followed by a word joiner (U+2060), as a line may end after a dash (Unicode annex 14, class BA).
    """
    return _RANGE.sub(f"–{WORD_JOINER}", _UNIT.sub(NO_BREAK_SPACE, text))
