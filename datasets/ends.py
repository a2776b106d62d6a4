"""Where the samples of a sheet end: totals, means and notes at the foot are no samples."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from datasets.head import is_blank, is_numeric, rows_at
from datasets.raw_sheet import RawSheet
from datasets.row_labels import label_of

_SEARCHED = 60
_SHORTEST_NOTE = 12
_SUMMARY = re.compile(
    r"(?:grand |sub)?totals?|sums?|means?|averages?|avg|(?:arithmetic|geometric) mean|geomean|"
    r"medians?|min(?:imum)?|max(?:imum)?|std\.?(?:[ .]?dev\.?)?|st\.? ?dev\.?|sd|variance|range|"
    r"standard deviation|count|n ?=?|cv ?%?|rsd ?%?|\d+(?:th)? percentile|p ?\d\d|"
    r"合计|总计|小计|平均|平均值|均值|算术平均值?|几何平均值?|最大值|最小值|标准差|标准离差|变异系数|"
    r"中位数|样品数|极差",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:notes?|eof|n\.b|remarks?|comments?|sources?|legend|key|end of|abbreviations?|"
    r"detection limits?|"
    r"\*+|#|†|‡|\(\d+\)|\d\)|备注|注|说明|审核|校核|制表|分析者|检测|"
    r"资料来源|数据来源|[(（]?以下空白|-+ ?以下空白)(?![a-z]).*",
    re.IGNORECASE,
)
# who signed: 审核：张三
_SIGNED = re.compile(
    r"(?:审核|校核|复核|制表|批准|签发|分析|检测|检验|测试|主检|报出|填表|日期).{0,4}[:：].*"
)


@dataclass(frozen=True)
class FootRow:
    """A row below the samples.

    Attributes
    ----------
    line
        Line of the sheet, counted from 1.
    text
        The beginning of its text.
    """

    line: int
    text: str


def find_end(raw: RawSheet, first: int, numeric: frozenset[int]) -> tuple[int, list[FootRow]]:
    """Return the row behind the last sample, and the rows from there on that are no samples."""
    start = max(first + 1, raw.rows - _SEARCHED)
    if start >= raw.rows:
        return raw.rows, []
    rows = rows_at(raw, np.arange(start, raw.rows))
    above = rows_at(raw, np.arange(max(first, start - 40), start))
    end = len(rows)
    while end and _is_foot(rows[end - 1], above + rows[: end - 1], numeric):
        end -= 1
    foot = [
        FootRow(int(raw.lines[start + k]), " ".join(cell for cell in rows[k] if cell)[:80])
        for k in range(end, len(rows))
        if any(rows[k])
    ]
    return (start + end, foot) if foot else (raw.rows, [])


def is_summary(cell: str) -> bool:
    """Whether a cell names a mean, a total or another figure of many samples."""
    return bool(_SUMMARY.fullmatch(cell.strip(" :：=")))


def _is_foot(row: list[str], samples: list[list[str]], numeric: frozenset[int]) -> bool:
    filled = [cell for cell in row if cell]
    if not filled:
        return True
    label = next((cell for cell in row[:4] if cell), "").strip(" :：=").strip()
    if all(_SIGNED.fullmatch(cell) for cell in filled):
        return True
    if len(filled) > 1 and label_of(row) in ("units", "methods", "limits"):
        return True
    if _SUMMARY.fullmatch(label):
        return not _comes_as_text(label, row, samples)
    if any(row[column] and is_numeric(row[column]) for column in numeric if column < len(row)):
        return False
    return _is_note(row, filled, samples)


def _comes_as_text(label: str, row: list[str], samples: list[list[str]]) -> bool:
    """Whether other rows hold such a word in the same column: then it is a value like others."""
    column = next(k for k, cell in enumerate(row) if cell)
    return any(_SUMMARY.fullmatch(other[column]) and other[column] == label for other in samples)


def _is_note(row: list[str], filled: list[str], samples: list[list[str]]) -> bool:
    """One or two cells of text where samples have many, unlike the names of samples."""
    usual = float(np.median([sum(map(bool, other)) for other in samples])) if samples else 0
    if len(filled) > max(1, 0.34 * usual) or usual < 3:
        return False
    column = next(k for k, cell in enumerate(row) if cell)
    if _NOTE.fullmatch(row[column]):
        return True
    # other notes tell nothing of how samples are named
    fuller = [other for other in samples if sum(map(bool, other)) > len(filled)]
    others = [other[column] for other in fuller if not is_blank(other[column])]
    longest = max(map(len, others), default=0)
    spaced = any(" " in other for other in others)
    size = len(row[column])
    return size > 2 * longest + 8 or (size >= _SHORTEST_NOTE and " " in row[column] and not spaced)
