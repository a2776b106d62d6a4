"""Numbers of a sheet that their number format shows as something else."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasets.shown_cells import shown_text
from datasets.table import read_table
from tests.datasets.helpers import told

# what a spreadsheet shows, without rounding
SHOWN = [
    ("0.00%", "0.07", "7%"),
    ("0%", "1E-3", "0.1%"),
    ("0.00%;-0.00%", "-0.1", "-10%"),
    ('"<"0.00', "0.012", "<0.012"),
    ("\\<0.0", "5", "<5"),
    ("<0", "3", "<3"),
    ('[<0.5]"<0.5";General', "0.3", "<0.5"),
    ('[<0.5]"<0.5";General', "0.7", None),
    ('[>=100][Red]">100";0.0', "250", ">100"),
    ('0.00;"<"0.00', "-0.5", "<0.5"),
    ('0.00;"<"0.00', "0.5", None),
    ("[Red][<1]0.0;0.00%", "2", "200%"),
    ('_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "-4", None),
    ('0.0" 50% HCl"', "4", None),
    ("General", "1", None),
]


@pytest.mark.parametrize(("code", "value", "shown"), SHOWN)
def test_a_number_is_what_its_format_shows(code: str, value: str, shown: str | None) -> None:
    assert shown_text(code, value) == shown


@given(st.floats(-1e9, 1e9, allow_subnormal=False), st.text(max_size=12))
def test_percent_loses_no_digit_and_no_code_fails(value: float, code: str) -> None:
    shown = shown_text("0%", repr(value))
    assert shown is not None
    assert Decimal(shown.rstrip("%")) == Decimal(repr(value)) * 100
    shown_text(code, repr(value))


ODS = (
    '<office:document-content office:version="1.2"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="A">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def ods_cell(kind: str, value: object, more: str = "") -> str:
    stated = "" if kind == "string" else f' office:value="{value}"'
    shown = f"<text:p>{value}</text:p>"
    return f'<table:table-cell office:value-type="{kind}"{stated}{more}>{shown}</table:table-cell>'


def test_percent_of_an_ods_sheet(tmp_path: Path) -> None:
    twice = ' table:number-columns-repeated="2"'
    names = "".join(ods_cell("string", name) for name in ("id", "Cu_ppm", "Fe_%", "Al_%", "Zn"))
    rows = [f"<table:table-row>{names}</table:table-row>"]
    for row in range(8):
        cells = ods_cell("string", f"S{row}") + ods_cell("percentage", (row + 1) / 1000)
        cells += ods_cell("percentage", 0.07, twice) + ods_cell("float", row)
        again = ' table:number-rows-repeated="2"' if row == 3 else ""
        rows.append(f"<table:table-row{again}>{cells}</table:table-row>")
    with zipfile.ZipFile(tmp_path / "shown.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", MANIFEST)
        packed.writestr("content.xml", ODS.format(rows="".join(rows)))
    table = read_table(tmp_path / "shown.ods")
    steps = [1, 2, 3, 4, 4, 5, 6, 7, 8]
    assert table.column("Cu_ppm").values.tolist() == [1000.0 * step for step in steps]
    assert table.column("Zn").values.tolist() == [step - 1 for step in steps]
    for name in ("Fe_%", "Al_%"):
        assert set(table.column(name).values) == {7.0}
    assert "read as it shows them: 27, the first in row 2 (0.1%)" in told(table)


def test_sheets_are_read_as_they_are_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    names = ("Sample", "Cu_ppm", "Fe_%", "As_ppm", "Zn", "Pb_ppm", "Recovery")
    sheet.append(names)
    for row in range(12):
        plain = row + 1
        sheet.append((f"S{row}", plain / 1000, plain / 100, plain / 2, plain / 50, plain, 0.9))
        for column, code in ((2, "0.0%"), (3, "0%"), (5, "0.00%"), (7, "0%")):
            sheet.cell(row + 2, column).number_format = code
    sheet["D4"].number_format = '"<"0.0'
    sheet["D5"].number_format = '[<3]"<3";0.0'
    book.save(tmp_path / "shown.xlsx")
    table = read_table(tmp_path / "shown.xlsx")
    steps = np.arange(1, 13)
    expected = {"Cu_ppm": steps * 1000.0, "Fe_%": steps, "Zn": steps * 2.0, "Pb_ppm": steps}
    for name, values in expected.items():
        np.testing.assert_array_equal(table.column(name).values, values)
    assert [table.column(name).unit for name in ("Cu_ppm", "Fe_%", "Zn")] == ["ppm", "%", "%"]
    arsenic = table.column("As_ppm")
    assert np.flatnonzero(arsenic.censored).tolist() == [2, 3]
    assert arsenic.values[:5].tolist() == [0.5, 1, 1.5, 3, 2.5]
    np.testing.assert_allclose(table.column("Recovery").values, 90)
    assert "shows as percent are read as it shows them: 48" in told(table)
    assert "the first in row 4 (<1.5)" in told(table)
