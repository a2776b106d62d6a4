"""Workbooks with cells far from their table."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from datasets.messages import InputError
from datasets.recipe import Recipe
from datasets.sources import read_raw
from datasets.table import read_table
from tests.datasets.helpers import told


def workbook(path: Path, cells: list[tuple[int, int]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "Cu ppm", "Pb ppm"])
    for k in range(30):
        sheet.append([f"S{k}", k, k / 2])
    for row, column in cells:
        sheet.cell(row=row, column=column, value="stray <&>")
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(1_048_576, 16_384, "XFD1048576"), (1_048_576, 2, "B1048576"), (5, 16_384, "XFD5")],
)
def test_a_stray_cell_is_told_and_left_out(
    tmp_path: Path, row: int, column: int, name: str
) -> None:
    path = workbook(tmp_path / "far.xlsx", [(row, column)])
    assert len(read_raw(path, Recipe()).columns) == 3
    table = read_table(path)
    assert (table.rows, len(table.columns)) == (30, 3)
    assert f"far from all others were left out: 1 ({name})" in told(table)


def test_cells_all_over_a_sheet_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "wide.xlsx", [(k * 5000, k * 50) for k in range(1, 200)])
    with pytest.raises(InputError, match=r"reaches to cell [A-Z]+995000"):
        read_raw(path, Recipe())


def test_a_column_beside_the_table_stays(tmp_path: Path) -> None:
    table = read_table(workbook(tmp_path / "near.xlsx", [(3, 60), (4, 60)]))
    assert len(table.columns) == 4
    assert "far from" not in told(table)
