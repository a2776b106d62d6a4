"""Writing what was found: the samples, and the figures of all methods."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from core.exporting.formats import suffix_of
from core.exporting.tables import write_table
from core.exporting.written import save_book
from core.thresholds.figures import Audit, pass_table, piece_table, threshold_table
from core.thresholds.words import words_of
from datasets.messages import InputError, Message, message

SAMPLES = (".csv", ".xlsx", ".parquet", ".gpkg", ".shp")
FIGURES = (".csv", ".xlsx")
MOST_ROWS = 1_048_576
_FIGURE_TABLES = ("thresholds", "passes", "pieces")


def write_samples(
    table: pa.Table, out: Path, crs: str, language: str, fields: Mapping[str, str]
) -> list[Message]:
    """Write a row for each sample; a GeoPackage or Shapefile has a point for it.

    Parameters
    ----------
    fields
        What the columns hold, as `core.thresholds.words.field_words` tells.

    Returns
    -------
    list of Message
        What was worked around.

    Raises
    ------
    InputError
        When the ending is another one, there are no coordinates for points, more rows than a
        sheet holds, or the place cannot be written.
    """
    suffix = suffix_of(out, SAMPLES)
    words = words_of(language)
    if suffix in (".gpkg", ".shp"):
        return _write_points(table, out, crs, language, fields)
    if suffix == ".xlsx":
        write_sheets({words["samples sheet"]: table}, out)
    else:
        write_table(table, out)
    return []


def write_figures(audit: Audit, out: Path, language: str) -> list[Path]:
    """Write thresholds, passes and pieces: sheets of one workbook, or CSV files beside each other.

    Returns
    -------
    list of Path
        The files: FILE.csv and, where there is something in them, FILE-passes.csv and
        FILE-pieces.csv.

    Raises
    ------
    InputError
        When the ending is another one, or the place cannot be written.
    """
    words = words_of(language)
    tables = {
        "thresholds": threshold_table(audit, words),
        "passes": pass_table(audit, words),
        "pieces": piece_table(audit, words),
    }
    tables = {name: table for name, table in tables.items() if table.num_rows}
    if suffix_of(out, FIGURES) == ".xlsx":
        write_sheets({words[f"{name} sheet"]: table for name, table in tables.items()}, out)
        return [out]
    files = dict(zip(_FIGURE_TABLES, figure_files(out), strict=True))
    for name, table in tables.items():
        write_table(table, files[name])
    return [files[name] for name in tables]


def figure_files(out: Path) -> list[Path]:
    """Return the files that figures may be written to: a workbook, or three of CSV."""
    if out.suffix.lower() == ".xlsx":
        return [out]
    return [
        out if name == "thresholds" else out.with_name(f"{out.stem}-{name}.csv")
        for name in _FIGURE_TABLES
    ]


def write_sheets(sheets: Mapping[str, pa.Table], out: Path) -> None:
    """Write tables as sheets of a workbook; text is text even where it begins with ``=``.

    Raises
    ------
    InputError
        When a table has more rows than a sheet, or the place cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, table in sheets.items():
        if table.num_rows >= MOST_ROWS:
            raise InputError(
                "{rows} rows are more than the {most} of a spreadsheet; write a .csv or .parquet.",
                rows=f"{table.num_rows:,}",
                most=f"{MOST_ROWS - 1:,}",
            )
        _fill(book.create_sheet(title), table)
    save_book(book, out)


def _fill(sheet: Any, table: pa.Table) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for place, name in enumerate(table.column_names, 1):
        texts = [name, *(str(cell) for cell in table.column(name).slice(0, 100).to_pylist())]
        # a Chinese letter is two wide
        width = max(len(text.encode("gb18030", "replace")) for text in texts)
        sheet.column_dimensions[get_column_letter(place)].width = min(40, max(9, width + 3))
    bold = Font(bold=True)
    sheet.append([_cell(sheet, name, bold) for name in table.column_names])
    for batch in table.to_batches(max_chunksize=5000):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Any, font: Any = None) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet)
    # set apart from the type, or a text that begins with = would become a formula
    cell._value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:32_767], "s"
    if font is not None:
        cell.font = font
    return cell


def _write_points(
    table: pa.Table, out: Path, crs: str, language: str, fields: Mapping[str, str]
) -> list[Message]:
    from core.exporting.coordinate_system import crs_notice
    from core.exporting.vector import write_points
    from core.exporting.words import words_of as result_words

    if not {"x", "y"} <= set(table.column_names):
        raise InputError(
            "No columns of coordinates are known, so that samples make no points; name them with "
            "--x and --y, or write a .csv, .xlsx or .parquet."
        )
    words = {**result_words(language), "other": words_of(language)["sample columns"], **fields}
    notices = write_points(table, out, crs, words)
    unplaced = max(table.column("x").null_count, table.column("y").null_count)
    if unplaced:
        notices.append(
            message(
                "{count} samples have no coordinates; their rows have no point.",
                count=f"{unplaced:,}",
            )
        )
    notice = crs_notice(crs)
    return [*notices, notice] if notice is not None else notices
