"""Reading a sheet of a workbook: XLSX, XLSM, XLSB, XLS and ODS."""

from __future__ import annotations

import datetime
import io
import math
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from datasets.far_cells import without_far_cells
from datasets.messages import InputError, Message, message
from datasets.raw_sheet import RawSheet
from datasets.xlsx_cells import Oddities, find_oddities

_ROWS_LOOKED_AT = 200
# a range of merged cells over so much of the width is a title, not a group of columns
_TITLE = 0.8
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Cell = Any


def read_workbook(path: Path, source: str, fingerprint: str, wanted: str) -> RawSheet:
    """Read one sheet.

    Formulas give their last value. Whole numbers have no decimals, other numbers all their
    digits, dates are written as ISO 8601, and an error such as #N/A is text.

    Parameters
    ----------
    path, source, fingerprint
        The file, its name and its SHA-256.
    wanted
        Name of the sheet; "" takes the one with most cells in the form of a table.

    Raises
    ------
    InputError
        When the workbook is encrypted or damaged, or has no such sheet or no cells.
    """
    near = without_far_cells(path.read_bytes(), source)
    data = near.data
    workbook = _opened(data, path)
    sheet, rows = _sheet(workbook, wanted, source)
    odd = find_oddities(data, sheet.name)
    notices = [*_other_sheets(workbook, sheet.name, wanted), *odd.notices()]
    notices += near.notices(odd.part)
    width = max((len(row) for row in rows), default=0)
    _write_odd(rows, odd)
    notices += _fill_merged(rows, sheet, width)
    kept = [k for k, row in enumerate(rows) if any(cell != "" for cell in row)]
    notices += _dates_among_others(rows, kept, width)
    if not kept:
        raise InputError(
            "The sheet {sheet} of {source} holds nothing; choose another one of {sheets}.",
            sheet=sheet.name,
            source=source,
            sheets=", ".join(workbook.sheet_names),
        )
    texts = [[_text(cell) for cell in rows[k]] for k in kept]
    return RawSheet(
        source=source,
        fingerprint=fingerprint,
        columns=tuple(
            pa.chunked_array([pa.array(column, type=pa.string())])
            for column in zip(*texts, strict=True)
        ),
        lines=np.array(kept, dtype=np.int64) + 1,
        sheet=sheet.name,
        sheets=tuple(workbook.sheet_names),
        notices=tuple(notices),
    )


def _opened(data: bytes, path: Path) -> CalamineWorkbook:
    locked = InputError(
        "The workbook {path} is protected by a password; save it without one and load that.",
        path=str(path),
    )
    if _ENCRYPTED in data[: 1 << 16] or _ENCRYPTED in data[-(1 << 16) :]:
        raise locked
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise locked from None
    except BaseException as error:
        if not _is_damage(error):
            raise
        raise _damaged(path, error) from None


def _is_damage(error: BaseException) -> bool:
    """Whether a workbook cannot be read; what panics in calamine is no `Exception` in Python."""
    panicked = type(error).__name__ == "PanicException"
    return panicked or isinstance(error, CalamineError | OSError | ValueError)


def _damaged(path: str | Path, error: BaseException) -> InputError:
    return InputError(
        "The workbook {path} cannot be read ({reason}); open it in a spreadsheet and save it anew.",
        path=str(path),
        reason=str(error).strip().rstrip(".") or type(error).__name__,
    )


def _sheet(
    workbook: CalamineWorkbook, wanted: str, source: str
) -> tuple[CalamineSheet, list[list[Cell]]]:
    """Return the sheet that is wanted, or else the best one, with its cells from A1 on."""
    names = workbook.sheet_names
    if wanted and wanted not in names:
        raise InputError(
            "The workbook {source} has no sheet “{sheet}”; its sheets are {sheets}.",
            source=source,
            sheet=wanted,
            sheets=", ".join(names),
        )
    hidden = {
        about.name
        for about in workbook.sheets_metadata
        if about.visible != SheetVisibleEnum.Visible
    }
    try:
        sheets = [workbook.get_sheet_by_name(name) for name in ([wanted] if wanted else names)]
        if not sheets:
            raise InputError("The workbook {source} has no sheets.", source=source)
        best = max(sheets, key=lambda sheet: (sheet.name not in hidden, _table_cells(sheet)))
        return best, best.to_python(skip_empty_area=False)
    except BaseException as error:
        if not _is_damage(error):
            raise
        raise _damaged(source, error) from None


def _table_cells(sheet: CalamineSheet) -> float:
    """Return about how many cells of a sheet stand in rows that are filled as in a table."""
    head = sheet.to_python(skip_empty_area=False, nrows=_ROWS_LOOKED_AT)
    filled = [sum(cell != "" for cell in row) for row in head]
    usual = max(filled, default=0)
    dense = sum(count for count in filled if count > usual / 2 and count > 1)
    return dense * max(sheet.total_height / max(len(head), 1), 1.0)


def _other_sheets(workbook: CalamineWorkbook, chosen: str, wanted: str) -> list[Message]:
    others = [name for name in workbook.sheet_names if name != chosen]
    if wanted or not others:
        return []
    said = message(
        "The sheet {sheet} was read; the workbook also has {others}.",
        sheet=chosen,
        others=", ".join(others),
    )
    return [said]


def _write_odd(rows: list[list[Cell]], odd: Oddities) -> None:
    """Put errors, and numbers as they are shown, in the place of the plain values."""
    for row, column, text in (*odd.errors, *odd.shown):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text


def _fill_merged(rows: list[list[Cell]], sheet: CalamineSheet, width: int) -> list[Message]:
    """Give every cell of a merged range its value, but for titles over the whole width."""
    filled = 0
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        value = rows[top][left] if top < len(rows) and left < width else ""
        if value == "" or right - left + 1 >= max(_TITLE * width, 2):
            continue
        filled += 1
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [value] * (min(right, width - 1) - left + 1)
    if not filled:
        return []
    said = message(
        "Merged cells were divided, each with the value of all: {count} of them.", count=filled
    )
    return [said]


def _dates_among_others(rows: list[list[Cell]], kept: list[int], width: int) -> list[Message]:
    """Tell of dates that a spreadsheet may have made of names such as 3-1."""
    full = [k for k in kept if sum(cell != "" for cell in rows[k]) > width / 2]
    notices = []
    for column in range(width):
        cells = [rows[k][column] for k in full]
        dates = [k for k, cell in zip(full, cells, strict=True) if isinstance(cell, datetime.date)]
        others = sum(cell != "" for cell in cells) - len(dates)
        # one cell above dates is their name
        if dates and others > max(len(dates), 1):
            notices.append(
                message(
                    "The column {column} has dates among other values: {count}, the first in row "
                    "{row} ({date}); a spreadsheet may have made them of names such as 3-1.",
                    column=column_letters(column),
                    count=len(dates),
                    row=dates[0] + 1,
                    date=_text(rows[dates[0]][column]),
                )
            )
    return notices


def column_letters(column: int) -> str:
    """Return the name of a column, counted from 0: A, B, ..., Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number(cell)
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, datetime.timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    return str(cell)


def _number(value: float) -> str:
    if isinstance(value, int) or (math.isfinite(value) and value == int(value) < 1e16):
        return str(int(value))
    return repr(value)
