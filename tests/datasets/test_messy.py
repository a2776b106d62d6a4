"""Sheets and tables of others as they are: shape, names, numbers, units, limits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from datasets.columns import Table
from datasets.table import read_table
from tests.datasets.helpers import SHARED
from tests.datasets.sheets import cells, facts

ROOT = SHARED.parent
MESSY = "messy/als_gold_lab_raw"


def shared(path: str) -> Table:
    if not (ROOT / path).is_file():
        pytest.skip(f"{path} is not beside this checkout")
    return read_table(ROOT / path)


def test_two_rows_of_names_below_a_title() -> None:
    table = shared(f"{MESSY}/An1-Core.csv")
    assert (table.rows, len(table.columns)) == (31, 64)
    assert table.names[:6] == (
        *("Serial No", "Sample Discription Lab ID", "Sample Discription Field ID"),
        *("Coordinates x", "Coordinates y", "Coordinates Elevation From (m)"),
    )
    assert table.column("Coordinates y").values[0] == 2144445.838
    assert cells(table.column("Au"))[:2] == ["0.01", "<0.01"]
    assert (table.column("Al").unit, table.column("Zn").unit) == ("%", "ppm")
    assert "Au (2)" in table.names
    assert table.recipe.names == (2, 3)


def test_a_row_of_units() -> None:
    table = shared(f"{MESSY}/An6-Grap.csv")
    assert (table.rows, len(table.columns), table.recipe.units) == (43, 56, 2)
    golds = [column.name for column in table.columns if column.element == "Au"]
    assert golds == ["Au", "Au Check", "Au.1"]
    assert cells(table.column("Hg"))[0] == "<0.01"
    assert table.column("Ca").unit == "%"


def test_methods_names_and_units_in_three_rows() -> None:
    table = shared(f"{MESSY}/An6_Chip.csv")
    assert (table.rows, len(table.columns)) == (192, 43)
    assert facts(table)[7:10] == [
        ("Au (Au-OG44)", "Au", "ppm", "Au-OG44"),
        ("Ag", "Ag", "ppm", "ME-ICP41"),
        ("Al", "Al", "%", "ME-ICP41"),
    ]
    assert table.names[3:5] == ("Coordinates x", "Coordinates y")
    copper = table.column("Cu")
    assert copper.above is not None
    assert copper.above.sum() == 3
    assert table.column("Tl").censored.all()


def test_names_in_the_row_of_units() -> None:
    table = shared(f"{MESSY}/An7_Chip.csv")
    assert (table.rows, len(table.columns)) == (37, 57)
    assert table.names[:4] == ("Serial No", "Field ID", "Coordinates X", "Coordinates Y")
    assert table.column("Coordinates X").values[0] == 494835


@pytest.mark.parametrize(
    "path",
    sorted(
        str(path.relative_to(ROOT)) for path in (ROOT / "geochemistry/r_packages").rglob("*.csv")
    )
    or ["geochemistry/r_packages/sp/meuse.csv"],
)
def test_clean_tables_are_what_pandas_reads(path: str) -> None:
    table = shared(path)
    frame = pd.read_csv(Path(ROOT / path))
    assert table.names == tuple(frame.columns)
    assert table.rows == len(frame)
    codes = {float(code) for code in table.recipe.missing or () if code.startswith("-")}
    for column in table.columns:
        wanted = frame[column.name]
        if column.kind == "number":
            numbers = np.array(wanted, dtype=np.float64)
            numbers[np.isin(numbers, list(codes))] = np.nan
            np.testing.assert_array_equal(column.values, numbers, column.name)
            assert not column.censored.any()
    assert not table.unread
    assert codes <= {-9999.0}


def test_two_coordinates_in_a_cell() -> None:
    path = "geochemistry/deposits/global_gold_deposits_6types/Global_gold_deposits.xlsx"
    table = shared(path)
    assert table.rows == 454
    assert table.names[2:5] == ("Deposit_type", "longitude", "latitude")
    assert table.column("longitude").values[0] == pytest.approx(34.707222222222)
    assert table.column("latitude").values[1] == pytest.approx(-21.741111111111)
    # a spreadsheet took three pairs for numbers with a sign between thousands
    assert {cell.text for cell in table.unread} == {"-4102, ?", "-3102, ?", "25105, ?"}
    assert table.crs == "EPSG:4326"


@pytest.mark.parametrize(
    ("path", "shape", "units"),
    [
        ("rocks/geochemistrypi/Data_Classification.xlsx", (2011, 45), {"SIO2(WT%)": "%"}),
        ("rocks/geochemistrypi/Data_AnomalyDetection.xlsx", (109, 45), {"TI(PPM)": "ppm"}),
        ("rocks/geochemistrypi/ApplicationData_Classification.xlsx", (1006, 45), {}),
        ("rocks/porphyry_whole_rock/DATA.xlsx", (111, 35), {}),
        ("rocks/manual_python_geologia/assay.csv", (8332, 11), {"AU_gpt": "g/t", "CU_pct": "%"}),
        ("deposits/usgs_porphyry_cu_2008/PorCuEX2008.csv", (690, 43), {}),
        (
            "deposits/usgs_porphyry_cu_2008/porphyry_tonnage_grade_clean.csv",
            (423, 14),
            {"mo_pct": "%"},
        ),
        ("deposits/usgs_major_gold/pure_gold_deposits.csv", (264, 12), {}),
        ("r_packages/compositions/Hydrochem.txt", (485, 20), {}),
    ],
)
def test_other_tables(path: str, shape: tuple[int, int], units: dict[str, str]) -> None:
    table = shared(f"geochemistry/{path}")
    assert (table.rows, len(table.columns)) == shape
    assert {name: table.column(name).unit for name in units} == units
    assert not any(column.censored.any() for column in table.columns)
