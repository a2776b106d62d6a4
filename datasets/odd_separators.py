"""Separators that hardly any program writes: found where the same signs stand in each line."""

from __future__ import annotations

import re

from datasets.messages import Message, message
from datasets.raw_sheet import RawSheet

_LINES = 60
_FEWEST_LINES = 3
_ROWS = 40
# letters, digits, blanks, quotes and what stands in numbers and names are no separators
_SIGN = re.compile(r"[^\w\s\"'().%,;+\-<>°·µ]")
_SIGNS = re.compile(r"[^\w\s\"'().%]{2,3}")
_TIME = re.compile(r"[\d\s:/\-.TZ年月日]+")


def odd_separators(head: str, usual: tuple[str, ...]) -> list[str]:
    """Return one to three signs that stand equally often in each line, in more than two columns.

    Parameters
    ----------
    head
        The first lines.
    usual
        Separators that are looked for anyway; a run of one of them is not returned.
    """
    lines = [line for line in head.splitlines()[:_LINES] if line.strip()]
    if len(lines) < _FEWEST_LINES or all(_TIME.fullmatch(line) for line in lines[1:]):
        return []
    return [
        sign
        for sign, count in _signs_of(lines[0]).items()
        if count > 1 and not (len(set(sign)) == 1 and sign[0] in usual)
        if all(line.count(sign) == count for line in lines)
    ]


def _signs_of(line: str) -> dict[str, int]:
    """Return the signs of a line, alone and in runs, and how often they stand in it."""
    found = dict.fromkeys([*_SIGNS.findall(line), *_SIGN.findall(line)])
    return {sign: line.count(sign) for sign in found}


def separator_doubt(raw: RawSheet, usual: tuple[str, ...]) -> Message | None:
    """Return why a person should look at the separator; None where it is as in other files."""
    if raw.separator not in usual:
        return message(
            "Each line has “{separator}” equally often, which separates cells in few files; please "
            "check.",
            separator=raw.separator.replace("\x1f", "␟").replace("\x1e", "␞"),
        )
    if len(raw.columns) != 1 or raw.header is not None:
        return None
    cells = raw.columns[0].slice(0, _ROWS).to_pylist()
    lines = [cell for cell in cells if cell and cell.strip()]
    sign = _same_in_all(lines)
    if not sign:
        return None
    return message(
        "The table has one column, but “{sign}” stands equally often in each line; if it separates "
        "cells, choose it as the separator.",
        sign=sign,
    )


def _same_in_all(lines: list[str]) -> str:
    """Return a sign that stands in each line equally often, "" for none."""
    if len(lines) < _FEWEST_LINES or all(_TIME.fullmatch(line) for line in lines[1:]):
        return ""
    found = _signs_of(lines[0]).items()
    return next((s for s, count in found if all(line.count(s) == count for line in lines)), "")
