"""Sheets whose rows begin with a code: H0001 … for what stands above, D for samples."""

from __future__ import annotations

import re
from dataclasses import dataclass

from datasets.head import Head

_RECORD = re.compile(r"H\d{4}")
_FEWEST = 3
_NAMES, _UNITS, _METHODS, _LIMIT = "H1000", "H1001", "H1002", "H1003"


@dataclass(frozen=True)
class Records:
    """Rows of the head by their codes, counted from 0.

    Attributes
    ----------
    names
        Row with the names.
    units, methods, limit
        Row of the units, the codes of the methods and the lower limits; None without one.
    first
        First row below those with a code of the head.
    """

    names: int
    units: int | None
    methods: int | None
    limit: int | None
    first: int


def find_records(head: Head) -> Records | None:
    """Return the rows of a sheet in the Australian form for exploration reports, or None.

    Each row above the samples begins with H and four digits, H1000 with the names, H1001 the
    units, H1002 the methods, H1003 the lower limits of detection; each sample with D (Government
    Geoscience Information Committee, Australian requirements for the submission of digital
    exploration data, version 4, templates MRT).
    """
    codes = {row[0]: k for k, row in enumerate(head.rows) if row and _RECORD.fullmatch(row[0])}
    if len(codes) < _FEWEST or _NAMES not in codes:
        return None
    return Records(
        codes[_NAMES],
        codes.get(_UNITS),
        codes.get(_METHODS),
        codes.get(_LIMIT),
        max(codes.values()) + 1,
    )
