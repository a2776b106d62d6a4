"""Statistics and correlations as rows of a file and as text for a terminal."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.correlations import Correlations
from core.exporting.written import told_unwritten
from core.files import write_text
from core.finite import finite_or_none
from core.numbers import three_digits
from core.statistics import Rule, Statistics
from datasets.messages import Message, message

Row = dict[str, Any]

# heads on a terminal, with the field of a row each
_PRINTED = {
    "column": "column",
    "unit": "unit",
    "n": "count",
    "<limit": "below",
    "missing": "missing",
    "min": "minimum",
    "median": "median",
    "max": "maximum",
    "mean": "mean",
    "geo.mean": "geometric_mean",
    "sd": "sd",
    "MAD": "mad",
    "CV": "variation",
    "skewness": "skewness",
}
# of a logarithm, whose mean may be 0, a share of the mean says nothing
_WITHOUT_LOG = ("geometric_mean", "variation")
_RULES: dict[Rule, str] = {"half": "limit/2", "root2": "limit/√2", "limit": "limit"}
# Excel takes a file without this mark for one in the code page of the system
_ENCODING_MARK = "\ufeff"


def statistics_row(about: dict[str, str], found: Statistics, rule: Rule, log: bool) -> Row:
    """Return the row of an element: None for NaN, log10 figures where `log` asks for them."""
    values = asdict(found)
    plain, logs = values.pop("plain"), values.pop("log")
    row = {**about, **values, **plain, "censored_as": _RULES[rule]}
    if log:
        row |= {f"log10_{name}": logs[name] for name in logs if name not in _WITHOUT_LOG}
    return {name: finite_or_none(value) for name, value in row.items()}


def statistics_message(rows: list[Row]) -> Message:
    """Return rows of `statistics_row` as a table of text, log10 in a second one."""
    parts = [_grid([list(_PRINTED), *(_printed(row, "") for row in rows)])]
    if "log10_mean" in rows[0]:
        heads = [head for head, field in _PRINTED.items() if field not in _WITHOUT_LOG]
        parts.append("log10\n" + _grid([heads, *(_printed(row, "log10_") for row in rows)]))
    return message(
        "{text}\n\nA value below its limit counts as {rule}; MAD has the factor 1.4826.",
        text="\n\n".join(parts),
        rule=rows[0]["censored_as"],
    )


def correlations_text(found: Correlations) -> str:
    """Return the matrix with two decimals."""
    lines = [["", *found.names]]
    for name, row in zip(found.names, found.r.tolist(), strict=True):
        lines.append([name, *("–" if math.isnan(value) else f"{value:.2f}" for value in row)])
    return _grid(lines)


def write_rows(rows: list[Row], out: Path) -> None:
    """Write rows as CSV that spreadsheets open without questions.

    Raises
    ------
    InputError
        When the file cannot be written.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: finite_or_none(value) for name, value in row.items()} for row in rows)
    with told_unwritten(out):
        write_text(out, _ENCODING_MARK + text.getvalue())


def _printed(row: Row, prefix: str) -> list[str]:
    fields = [field for field in _PRINTED.values() if not prefix or field not in _WITHOUT_LOG]
    return [_cell(row.get(prefix + field, row[field])) for field in fields]


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return three_digits(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _grid(lines: list[list[str]]) -> str:
    """Align the first column at the left and the others at the right."""
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            text.ljust(width) if place == 0 else text.rjust(width)
            for place, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
