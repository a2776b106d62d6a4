"""What a delimited text is written with: separator, quote and escape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from datasets.forgiving import split_text
from datasets.grammar import Dialect
from datasets.odd_separators import odd_separators

# On a tie the first one wins: commas and blanks also stand inside numbers and names.
SEPARATORS = ("\t", ";", "|", "^", "~", "\x1f", "\x1e", "；", "，", ",", " ")
_ROWS = 150
_CELLS = 12_000
_WELL = 0.5
# fewer lines of prose do not outweigh the lines of a table
_PROSE_LINES = 60
_STATED = re.compile('\ufeff?"?sep=(.)"?[ \t]*(?:\r\n|\n|\r|$)', re.IGNORECASE)
_ESCAPED_QUOTE = re.compile(r"\\[\"']")
_ESCAPED = re.compile(r"\\[\"',;\t|^~]")

_NUMBER = re.compile(
    r"[<>≤≥＜＞=~±\s]*[-+−－]?(?:[\d０-９]+|\d{1,3}(?:[., ']\d{3})+)?(?:[.,．][\d０-９]+)?"
    r"(?:[eE][-+]?\d+)?\s*%?"
)
_TIME = re.compile(
    r"(?:\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,4}日?)?)?[ T]?"
    r"(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
)
_WORD = re.compile(r"(?!\d[\d.,]*\s+\d)[^,;|^~\t\"，；]*")
_PROSE = re.compile(r"\D[^;|^~\t\"；]*")


@dataclass(frozen=True)
class _Judged:
    dialect: Dialect
    score: float


def find_dialect(
    head: str, separator: str = "", quote: str | None = None, escape: str | None = None
) -> Dialect:
    """Find what the first lines of a text are written with.

    Each dialect that is possible splits the lines. The better it is, the more rows have the same
    number of cells, and the more cells look like a number, a date or a word: consistency of
    patterns times that of types, after van den Burg, Nazábal and Sutton (2019), "Wrangling messy
    CSV files by detecting row and type patterns", Data Mining and Knowledge Discovery 33.

    Parameters
    ----------
    head
        The first lines, whole ones.
    separator, quote, escape
        What was chosen; a separator of "" and None find it, a quote or escape of "" is none.

    Returns
    -------
    Dialect
        A comma and double quotes where nothing splits the lines.
    """
    stating = stating_line(head)
    stated = _STATED.match(stating).group(1) if stating else ""  # type: ignore[union-attr]
    head = head[len(stating) :]
    inner = unwrapped(head, '"' if quote is None else quote)
    if inner:
        found = find_dialect(inner, separator or stated, quote, escape)
        return replace(found, wrapped=True)
    separators = [separator or stated] if separator or stated else _present(head)
    best = _best(head, [sep for sep in separators if sep != " "], quote, escape)
    # words and times have blanks in them: blanks separate only what nothing else does
    if " " in separators and best.score < _WELL:
        best = max(best, _best(head, [" "], quote, escape), key=lambda one: one.score)
    doubtful = best.score <= _WELL or best.dialect.separator == " "
    if doubtful and not separator and not stated:
        lower = _below_prose(head, quote, escape)
        if lower and (lower.score > best.score or best.dialect.separator == " "):
            best = lower
    if not separator and not stated:
        best = _odd(head, best, quote)
    if best.score <= 0 and not separator and not stated:
        return replace(best.dialect, separator=",")
    return best.dialect


def _below_prose(head: str, quote: str | None, escape: str | None) -> _Judged | None:
    """Judge the last lines alone, where many lines of prose above them hide the separator."""
    lines = head.splitlines(keepends=True)
    if len(lines) < _PROSE_LINES:
        return None
    for share in (2, 4, 8):
        part = "".join(lines[-len(lines) // share :])
        found = _best(part, [sep for sep in _present(part) if sep != " "], quote, escape)
        if found.score >= max(_WELL, _best(part, [" "], quote, escape).score):
            return found
    return None


def _odd(head: str, best: _Judged, quote: str | None) -> _Judged:
    """Return the dialect with a separator that few files have, where it splits better.

    It does where no usual sign splits the first line, and where each usual sign is a part of it.
    """
    found = odd_separators(head, SEPARATORS)
    first = head.splitlines()[0] if found else ""
    sign = best.dialect.separator
    parts = [
        odd
        for odd in found
        if sign in odd and head.count(sign) == head.count(odd) * odd.count(sign)
    ]
    wanted = parts or ([] if best.score >= _WELL and sign in first else found)
    marks = ['"'] if quote is None else [quote]
    judged = [_judge(head, Dialect(odd, mark)) for odd in wanted for mark in marks]
    even = [one for one in judged if one.score >= _WELL and (parts or one.score > best.score / 2)]
    return max(even, key=lambda one: (len(one.dialect.separator), one.score), default=best)


def _best(head: str, separators: list[str], quote: str | None, escape: str | None) -> _Judged:
    judged = [
        _judge(head, Dialect(separator, mark, sign))
        for separator in separators
        for mark in (_quotes(head, separator) if quote is None else [quote])
        for sign in (_escapes(head) if escape is None else [escape])
    ]
    mark = '"' if quote is None else quote
    nothing = _Judged(Dialect(separators[0] if separators else ",", mark, escape or ""), 0.0)
    return max([nothing, *judged], key=lambda one: one.score)


def stating_line(head: str) -> str:
    """Return a first line such as ``sep=;`` that states the separator, "" without one."""
    stated = _STATED.match(head)
    return stated.group() if stated else ""


def unwrapped(head: str, quote: str) -> str:
    """Return the lines without the quotes that stand around each as a whole, "" without such."""
    if not quote or not head.startswith(quote):
        return ""
    for separator in SEPARATORS:
        rows = split_text(head, Dialect(separator, quote), 0, final=True, most=_ROWS).cells
        if not rows or any(len(row) != 1 for row in rows):
            return ""
    lines = [row[0] for row in rows]
    some = any(all(sep in line for line in lines) for sep in SEPARATORS if sep != " ")
    return "\n".join(lines) if some else ""


def usual_width(rows: Iterable[Sequence[str]]) -> int:
    """Return the number of cells that most rows have; the larger one on a tie."""
    counts = Counter(len(row) for row in rows)
    return max(counts, key=lambda width: (counts[width], width), default=1)


def _present(head: str) -> list[str]:
    return [separator for separator in SEPARATORS if separator in head] or [","]


def _quotes(head: str, separator: str) -> list[str]:
    """Double quotes, and single ones where whole cells stand between them.

    Single ones come first where cells begin with one only to end with one, and no double one is
    there.
    """
    edge = re.escape(separator)
    single = re.compile(rf"(?:^|{edge})[ ]*'[^'\r\n]*'[ ]*(?={edge}|\r|$)", re.MULTILINE)
    whole = len(single.findall(head))
    if not whole:
        return ['"']
    opened = len(re.findall(rf"(?:^|{edge})[ ]*'", head, re.MULTILINE))
    only = whole > 1 and whole == opened and '"' not in head
    return ["'", '"'] if only else ['"', "'"]


def _escapes(head: str) -> list[str]:
    """A backslash, or none; on a tie only one before a quote is an escape."""
    if not _ESCAPED.search(head):
        return [""]
    return ["\\", ""] if _ESCAPED_QUOTE.search(head) else ["", "\\"]


def _judge(head: str, dialect: Dialect) -> _Judged:
    split = split_text(head, dialect, 0, final=True, most=_ROWS)
    rows = split.cells
    width = usual_width(rows)
    usual = [row for row in rows if len(row) == width]
    if width < 2:
        return _Judged(dialect, 0.0)
    usual = usual[: max(_CELLS // width, 5)]
    clean = sum(_cleanness(cell) for row in usual for cell in row) / (len(usual) * width)
    even = sum(len(row) == width for row in rows) / len(rows)
    closed = 1 - len(split.unclosed) / len(rows) / 2
    score = even * (width - 1) / width * clean**2 * closed
    # a run of blanks and tabs would split what tabs separate as well
    return _Judged(dialect, score / 2 if dialect.separator == " " and "\t" in head else score)


def _cleanness(cell: str) -> float:
    """Return how much a cell looks like one value, from 0 to 1."""
    cell = cell.strip()
    if _NUMBER.fullmatch(cell) or _WORD.fullmatch(cell) or _TIME.fullmatch(cell):
        return 1.0
    return 0.6 if _PROSE.fullmatch(cell) else 0.0
