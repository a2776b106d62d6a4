"""XLSX: the two tables of a run, what their columns mean, and the job."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from core.exporting.results import Results
from core.exporting.words import meaning
from core.exporting.written import save_book
from core.job_file import job_values
from datasets.messages import InputError, Message, message

MOST_ROWS, MOST_COLUMNS, LONGEST_TEXT = 1_048_576, 16_384, 32_767
WIDEST, NARROWEST = 40, 9
BATCH = 5000
# what XML cannot hold
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
Progress = Callable[[int, int], None]
Row = Sequence[Any]


def write_workbook(
    results: Results,
    sheets: Mapping[str, pa.Table],
    out: Path,
    words: Mapping[str, str],
    progress: Progress = lambda done, total: None,
) -> list[Message]:
    """Write tables as sheets, with a legend and the job behind them.

    Numbers are numbers, a missing one is an empty cell; text is text even where it begins with
    ``=``; the header stays in sight.

    Parameters
    ----------
    sheets
        Tables by the title of their sheet.

    Returns
    -------
    list of Message
        What was worked around.

    Raises
    ------
    InputError
        When a table has more rows or columns than a sheet can hold, or the place cannot be
        written.
    """
    for table in sheets.values():
        _check_size(table)
    book = Workbook(write_only=True)
    writer = _Writer(book, sum(table.num_rows for table in sheets.values()), progress)
    for title, table in sheets.items():
        writer.add_table(title, table)
    writer.add_rows(words["legend sheet"], _legend(results, sheets, words), (22, 60, 14, 12))
    writer.add_rows(words["job sheet"], _job(results, words), (34, 80))
    save_book(book, out)
    return writer.notices()


def write_sheets(sheets: Mapping[str, pa.Table], out: Path) -> list[Message]:
    """Write tables as sheets and nothing else; see `write_workbook`."""
    for table in sheets.values():
        _check_size(table)
    book = Workbook(write_only=True)
    writer = _Writer(book, sum(table.num_rows for table in sheets.values()), lambda *done: None)
    for title, table in sheets.items():
        writer.add_table(title, table)
    save_book(book, out)
    return writer.notices()


def _check_size(table: pa.Table) -> None:
    if table.num_rows + 1 > MOST_ROWS or len(table.column_names) > MOST_COLUMNS:
        raise InputError(
            "{rows} rows of {columns} columns are more than the {most} rows and {most_columns} "
            "columns of a spreadsheet; take them away as .csv or .parquet.",
            rows=f"{table.num_rows:,}",
            columns=f"{len(table.column_names):,}",
            most=f"{MOST_ROWS - 1:,}",
            most_columns=f"{MOST_COLUMNS:,}",
        )


class _Writer:
    """Adds sheets to a book, row by row, and counts what it had to change."""

    def __init__(self, book: Workbook, rows: int, progress: Progress) -> None:
        self._book, self._rows, self._progress = book, rows, progress
        self._done = self._cleaned = self._cut = 0
        self._bold = Font(bold=True)

    def add_table(self, title: str, table: pa.Table) -> None:
        """Add a table of Arrow columns."""
        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for place, name in enumerate(table.column_names, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = _width(name, table)
        last = get_column_letter(max(1, len(table.column_names)))
        sheet.auto_filter.ref = f"A1:{last}{table.num_rows + 1}"
        sheet.append([self._cell(sheet, name, bold=True) for name in table.column_names])
        for row in self._rows_of(table):
            sheet.append([self._cell(sheet, value) for value in row])

    def add_rows(self, title: str, rows: Sequence[Row], widths: Sequence[int]) -> None:
        """Add a few rows of mixed cells; the first is the header."""
        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        for number, row in enumerate(rows):
            sheet.append([self._cell(sheet, value, bold=number == 0) for value in row])

    def notices(self) -> list[Message]:
        """Return what had to be changed."""
        found = []
        if self._cleaned:
            found.append(
                message(
                    "{count} texts hold control characters, which a spreadsheet cannot; they "
                    "became U+FFFD.",
                    count=f"{self._cleaned:,}",
                )
            )
        if self._cut:
            found.append(
                message(
                    "{count} texts are longer than the {most} letters of a spreadsheet's cell and "
                    "were cut; a CSV holds them whole.",
                    count=f"{self._cut:,}",
                    most=f"{LONGEST_TEXT:,}",
                )
            )
        return found

    def _rows_of(self, table: pa.Table) -> Iterator[tuple[Any, ...]]:
        for batch in table.to_batches(max_chunksize=BATCH):
            self._progress(self._done, self._rows)
            self._done += batch.num_rows
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def _cell(self, sheet: Any, value: Any, *, bold: bool = False) -> Any:
        if isinstance(value, _Colour):
            cell = WriteOnlyCell(sheet, value.text)
            cell.fill = PatternFill("solid", fgColor=value.text.lstrip("#"))
            return cell
        if isinstance(value, str):
            cell = WriteOnlyCell(sheet)
            # set apart from the type, or a text that begins with = would become a formula
            cell._value, cell.data_type = self._clean(value), "s"
            if bold:
                cell.font = self._bold
            return cell
        if isinstance(value, float) and not math.isfinite(value):
            return None
        return value

    def _clean(self, text: str) -> str:
        cleaned, changed = _ILLEGAL.subn("�", text)
        self._cleaned += changed > 0
        self._cut += len(cleaned) > LONGEST_TEXT
        return cleaned[:LONGEST_TEXT]


class _Colour:
    """A cell that is filled with its colour."""

    def __init__(self, text: str) -> None:
        self.text = text


def _width(name: str, table: pa.Table) -> float:
    """Return a width in letters that shows the head and the first rows; Chinese takes two."""
    column = table.column(name).slice(0, 200)
    longest = len(name.encode("gb18030", "replace"))
    if pa.types.is_string(column.type):
        longest = max(
            longest,
            *(len((text or "").encode("gb18030", "replace")) for text in column.to_pylist()),
            0,
        )
    return float(np.clip(longest + 3, NARROWEST, WIDEST))


def _legend(
    results: Results, sheets: Mapping[str, pa.Table], words: Mapping[str, str]
) -> list[Row]:
    """Return columns with their meaning, features with their units, classes with their colours."""
    names = dict.fromkeys(name for table in sheets.values() for name in table.column_names)
    rows: list[Row] = [(words["column"], words["meaning"], words["unit"])]
    rows += [(name, meaning(name, words), "") for name in names]
    rows += [(), (words["feature"], "", words["unit"])]
    rows += [(name, "", _unit(name)) for name in results.job.data.features]
    rows += [(), (words["class"], words["code"], words["samples"], words["colour"])]
    classes, codes = results.mapped_names, results.mapped_codes
    counts = np.bincount(codes[codes >= 0], minlength=len(classes))
    rows += [
        (name, code + 1, int(counts[code]), _Colour(results.mapped_palette.colour(code)))
        for code, name in enumerate(classes)
    ]
    return rows


def _unit(column: str) -> str:
    from datasets.units import unit_of

    return unit_of(column)


def _job(results: Results, words: Mapping[str, str]) -> list[Row]:
    rows: list[Row] = [(words["setting"], words["value"])]
    rows += [(words["table"], results.source), (words["crs"], results.crs)]
    if results.run is not None:
        about, outcome = results.run.about(), results.run.outcome()
        rows += [(words["run"], about["name"]), (words["date"], about["created"])]
        rows += [(words["outcome"], str(outcome.sentence))] if outcome is not None else []
    return [*rows, *_flat(job_values(results.job))]


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[Row]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, (list, tuple)):
            yield prefix + name, ", ".join(str(item) for item in value)
        else:
            yield prefix + name, value
