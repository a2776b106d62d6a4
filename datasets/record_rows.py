"""Sheets whose rows begin with a code: H0001 … for what stands above, D for samples."""

from __future__ import annotations

import re
from dataclasses import dataclass

from datasets.head import Head
from datasets.row_labels import label_of

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

    Each row above the samples begins with H and four digits, each sample with D, the last row is
    EOF. The form is that of the Australian requirements for the submission of digital exploration
    data (Government Geoscience Information Committee). H1000 with the names and H1001 with the
    units, H0501 with the datum and H0531 with the zone were seen in published files of Mineral
    Resources Tasmania (EL232003_201311_appendix4A.txt of report 13_6778, where H1004 is the
    accuracy; TN_TASSG4_SURF_2024A.txt of report 25_9213). That H1002 has the methods and H1003
    the lower limits could not be checked in a published file; a row that labels itself
    otherwise in its first cells is not taken for them.
    """
    codes = {row[0]: k for k, row in enumerate(head.rows) if row and _RECORD.fullmatch(row[0])}
    if len(codes) < _FEWEST or _NAMES not in codes:
        return None
    return Records(
        codes[_NAMES],
        codes.get(_UNITS),
        _unless_labelled(head, codes.get(_METHODS), "methods"),
        _unless_labelled(head, codes.get(_LIMIT), "limits"),
        max(codes.values()) + 1,
    )


def _unless_labelled(head: Head, row: int | None, kind: str) -> int | None:
    """Leave out a row that says itself that it holds something else."""
    if row is None:
        return None
    label = label_of(head.rows[row][1:])
    return row if label in ("", kind) else None
