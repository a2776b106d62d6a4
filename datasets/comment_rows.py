"""Rows among the samples that are none: comments, and headings of sections such as Batch 2."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.decisions import Decided
from datasets.head import is_blank, is_numeric, shape_of
from datasets.messages import message

_FEWEST_COLUMNS = 3
_COMMENT = r"^\s*(#|//|/\*|!|;|%|--|\*\*)[#*!;%/\s-]*[^#*!;%/\s-]"
# more than this share of the rows begins so: then it is how the samples are named
_MOST = 0.2
_COMPARED = 200
_SECTION = re.compile(
    r"(?:(?:sample )?batch|job|work ?order|group|lot|section|sheet|line|area|block|zone|page)"
    r"(?: ?(?:no\.?|nr\.?|#|:))? ?[A-Z0-9][\w-]{0,11}|"
    r"(?:(?:pulp|field|lab(?:oratory)?|coarse|prep|method|analytical|core|reject|internal)[ _-]?)?"
    r"(?:duplicates?|dups?|repeats?|replicates?|checks?|check samples|standards?|blanks?|"
    r"reference materials?|(?:certified )?reference standards?|crms?|quality control|qa ?/? ?qc|"
    r"qc(?: data| samples)?|routine samples|samples|results|re-?assays?|core|soils?|rocks?)"
    r"|(?:第.{1,3}批|批次|批号|检查样|重复样|平行样|标准样|标样|空白样|质控样|监控样|密码样).{0,12}",
    re.IGNORECASE,
)
_LISTED = 5


def without_comments(
    columns: list[pa.ChunkedArray],
    lines: NDArray[np.int64],
    numeric: Iterable[int],
    decided: Decided,
) -> tuple[list[pa.ChunkedArray], NDArray[np.int64]]:
    """Leave out rows that begin with the sign of a comment, and headings of sections.

    A comment has no number where the samples have some; a heading fills one cell and is not
    called like the samples. What is called like none of them and known as no heading stays, and
    is told.

    Parameters
    ----------
    numeric
        Columns that hold numbers.
    """
    if len(columns) < 2 or not len(lines):
        return columns, lines
    places = sorted(set(numeric))
    comments = _comments(columns, places)
    headings, doubtful = _headings(columns, lines, comments) if places else ([], [])
    _tell(columns, lines, comments, headings, doubtful, decided)
    gone = np.zeros(len(lines), dtype=np.bool_)
    gone[[*comments, *headings]] = True
    if not gone.any() or gone.all():
        return columns, lines
    kept = pa.array(~gone)
    return [column.filter(kept) for column in columns], lines[~gone]


def _comments(columns: list[pa.ChunkedArray], numeric: list[int]) -> list[int]:
    """Return the rows that begin with a sign of a comment and hold no number."""
    hit = pc.match_substring_regex(columns[0], _COMMENT)
    rows = np.flatnonzero(np.asarray(hit.to_numpy(), dtype=np.bool_))
    if not len(rows) or len(rows) > max(1, _MOST * len(columns[0])):
        return []
    taken = pa.array(rows)
    places = [0, *(place for place in numeric if place > 0)]
    texts = zip(*(columns[place].take(taken).to_pylist() for place in places), strict=True)
    return [row for row, cells in zip(rows.tolist(), texts, strict=True) if _is_prose(*cells)]


def _is_prose(first: str, *others: str) -> bool:
    """Whether the cells of a line are no values; #S5,12,33 may be a sample that was crossed out.

    Parameters
    ----------
    others
        Cells of the columns of numbers.
    """
    cells = [cell.strip() for cell in others]
    filled = [cell for cell in cells if not is_blank(cell)]
    numbers = sum(map(is_numeric, filled))
    spaced = " " in first.strip()
    return numbers < len(filled) or not numbers or (spaced and numbers < len(cells))


def _headings(
    columns: list[pa.ChunkedArray], lines: NDArray[np.int64], comments: list[int]
) -> tuple[list[int], list[int]]:
    """Return the rows that are headings, and those that may be."""
    if len(columns) < _FEWEST_COLUMNS:
        return [], []
    commented = set(comments)
    alone = [row for row in _only_first(columns) if row not in commented]
    if not alone or len(alone) > max(3, _MOST * len(lines)):
        return [], []
    names = _names_beside(columns[0], alone)
    shapes = {shape_of(name) for name in names}
    numbered = bool(names) and all(any(c.isdigit() for c in name) for name in names)
    headings: list[int] = []
    doubtful: list[int] = []
    for row in alone:
        text = columns[0][row].as_py().strip()
        if shape_of(text) in shapes or is_numeric(text):
            continue
        known = bool(_SECTION.fullmatch(text.strip(" :-=*")))
        wordy = numbered and not any(c.isdigit() for c in text) and " " in text
        (headings if known or wordy else doubtful).append(row)
    return headings, doubtful


def _only_first(columns: list[pa.ChunkedArray]) -> list[int]:
    """Return the rows that have a first cell and no other; each column is asked of those left."""
    rows = np.arange(len(columns[0]))
    for column in reversed(columns[1:]):
        cells = column if len(rows) == len(column) else column.take(pa.array(rows))
        blank = pc.equal(pc.utf8_trim_whitespace(cells), "")
        rows = rows[np.asarray(blank.to_numpy(), dtype=np.bool_)]
        if not len(rows):
            return []
    first = pc.utf8_trim_whitespace(columns[0].take(pa.array(rows)))
    return [row for row, text in zip(rows.tolist(), first.to_pylist(), strict=True) if text]


def _names_beside(first: pa.ChunkedArray, alone: list[int]) -> list[str]:
    """Return names of other rows, spread over the table."""
    spread = np.unique(np.linspace(0, len(first) - 1, _COMPARED).astype(np.int64))
    taken = np.setdiff1d(spread, np.array(alone, dtype=np.int64))
    return [text.strip() for text in first.take(pa.array(taken)).to_pylist() if text.strip()]


def _tell(
    columns: list[pa.ChunkedArray],
    lines: NDArray[np.int64],
    comments: list[int],
    headings: list[int],
    doubtful: list[int],
    decided: Decided,
) -> None:
    def told(rows: list[int]) -> dict[str, Any]:
        return {"count": len(rows), "lines": _listed(columns, lines, rows)}

    if comments:
        decided.notices.append(
            message(
                "Lines of comments among the samples were left out: {count} ({lines}).",
                **told(comments),
            )
        )
    if headings:
        decided.notices.append(
            message(
                "Headings among the samples, with no value beside them, were left out: {count} "
                "({lines}).",
                **told(headings),
            )
        )
    if doubtful:
        decided.notices.append(
            message(
                "Rows with a first cell alone that is not like the others may be headings; they "
                "were left in: {count} ({lines}).",
                **told(doubtful),
            )
        )


def _listed(columns: list[pa.ChunkedArray], lines: NDArray[np.int64], rows: list[int]) -> str:
    """Line and text of the first rows."""
    told = []
    for row in rows[:_LISTED]:
        cells = (column[row].as_py().strip() for column in columns)
        told.append(f"{lines[row]}: {' '.join(cell for cell in cells if cell)[:80]}")
    return "; ".join(told) + ("…" if len(rows) > _LISTED else "")
