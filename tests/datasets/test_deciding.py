"""Decisions with reasons, recipes used again, conversions, coordinate systems."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyproj
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datasets.columns import Table
from datasets.deciding import apply, propose, reusable
from datasets.raw_sheet import RawSheet
from datasets.recipe import ColumnRecipe, Recipe, recipe_from_values
from datasets.sources import raw_of_text
from tests.datasets.helpers import told
from tests.datasets.sheets import ACTLABS, ALS, GROUPS, NURE, SGS, cells, decision, proposed


def same(one: Table, other: Table) -> bool:
    return one.names == other.names and all(
        cells(a) == cells(b) and (a.unit, a.element, a.method) == (b.unit, b.element, b.method)
        for a, b in zip(one.columns, other.columns, strict=True)
    )


@pytest.mark.parametrize("text", [ALS, SGS, ACTLABS, GROUPS, NURE])
def test_the_full_recipe_makes_the_same_table(text: str) -> None:
    first = proposed(text)
    raw = raw_of_text(text.encode(), "sheet.csv", first.recipe)
    again = propose(raw, first.recipe)
    assert same(first.table, again.table)
    assert again.recipe == first.recipe
    plain = recipe_from_values(first.recipe.model_dump(mode="json"), "here")
    assert same(first.table, apply(raw, plain))
    chosen = [d for d in again.decisions if str(d.reason) == "Chosen."]
    assert {"encoding", "separator", "names", "units", "first", "decimal"} <= {
        d.name for d in chosen
    }


@pytest.mark.parametrize("text", [ALS, SGS, ACTLABS, GROUPS, NURE])
def test_every_decision_has_a_reason(text: str) -> None:
    found = proposed(text)
    assert all(str(d.reason).endswith(".") for d in found.decisions)
    assert len({(d.name, d.column) for d in found.decisions}) == len(found.decisions)
    assert {"encoding", "separator", "decimal", "thousands", "names", "units", "methods"} <= {
        d.name for d in found.decisions
    }
    for column in found.table.columns:
        assert decision(found, "kind", column.name) == column.kind


def test_a_recipe_serves_the_next_file() -> None:
    mine = Recipe(columns={"Cu": ColumnRecipe(convert_to_unit="%", name="copper")})
    first = proposed(SGS, mine)
    kept = reusable(first.recipe, mine)
    # other rows, other order, a column less and one more, two lines of title above
    text = (
        "Report 7,,,\nPage 1,,,\n"
        "Method,GE_ICP40Q12,X,GE_FAA30V5\nElement,Cu,Sn,Au\nUnits,ppm,ppm,ppb\n"
        "LDL,0.5,1,5\nB1,1000,<1,9\nB2,2000,3,8\nB3,2500,2,<5\nB4,NR,2,7\n"
    )
    second = propose(raw_of_text(text.encode(), "next.csv", kept), kept)
    assert second.table.names == ("Element", "copper", "Sn", "Au")
    assert cells(second.table.column("copper")) == ["0.1", "0.2", "0.25", None]
    assert "do not stand in the lines of the recipe, but in line 4" in told(second.table)
    assert "The recipe names columns that this file lacks: Ag." in told(second.table)
    assert "decided anew: Sn." in told(second.table)


def test_negatives_that_the_first_file_had_none_of_are_decided_anew() -> None:
    first = proposed("id,Cu_ppm\na,4\nb,5\n")
    kept = reusable(first.recipe, Recipe())
    second = proposed("id,Cu_ppm\na,-2\nb,5\nc,9\n", kept)
    assert cells(second.table.column("Cu_ppm")) == ["<2", "5", "9"]


def test_conversions_take_limits_along() -> None:
    recipe = Recipe(
        columns={"CuO_pct": ColumnRecipe(convert_to_element="Cu", convert_to_unit="ppm")}
    )
    column = proposed("id,CuO_pct\na,1\nb,<0.5\nc,>2\n", recipe).table.column("CuO_pct")
    assert (column.element, column.unit) == ("Cu", "ppm")
    np.testing.assert_allclose(column.values, [7988.5, 3994.2, 15977.0], rtol=1e-4)
    assert list(column.censored) == [False, True, False]
    assert column.above is not None
    assert list(column.above) == [False, False, True]


def test_oxides_are_offered_not_doubled() -> None:
    found = proposed("id,Fe2O3 (%),Fe (%)\na,5,3.5\nb,6,4.2\n")
    assert found.table.names == ("id", "Fe2O3 (%)", "Fe (%)")
    reasons = [str(d.reason) for d in found.decisions if d.name == "conversion"]
    assert reasons[0] == "Kept as Fe2O3; Fe can be computed from it."


def test_columns_are_renamed_left_out_and_read_as_chosen() -> None:
    columns = {
        "Cu": ColumnRecipe(kind="text"),
        "Pb": ColumnRecipe(name="lead", unit="ppm", element="Pb"),
        "note": ColumnRecipe(omitted=True),
    }
    table = proposed("Cu,Pb,note\n1,2,x\n3,4,y\n", Recipe(columns=columns)).table
    assert table.names == ("Cu", "lead")
    assert list(table.column("Cu").values) == ["1", "3"]
    assert table.column("lead").unit == "ppm"


def test_an_element_in_upper_case_beside_its_symbol_is_none() -> None:
    table = proposed("id,Sc,SC,LA\na,1,150,3\nb,2,160,4\n").table
    assert [column.element for column in table.columns] == ["", "Sc", "", "La"]


def test_signs_in_a_column_of_their_own() -> None:
    table = proposed("id,Cu,Cu_qual\na,5,<\nb,7,\nc,100,>\nd,8,\n").table
    assert table.names == ("id", "Cu")
    assert cells(table.column("Cu")) == ["<5", "7", ">100", "8"]
    text = Recipe(columns={"Cu_qual": ColumnRecipe(kind="text")})
    assert proposed("id,Cu,Cu_qual\na,5,<\nb,7,\n", text).table.names == ("id", "Cu", "Cu_qual")


# --- typed sheets --------------------------------------------------------------------------


def typed(**columns: pa.Array) -> RawSheet:
    arrays = tuple(pa.chunked_array([array]) for array in columns.values())
    rows = len(arrays[0])
    return RawSheet("t.parquet", "0" * 64, arrays, np.arange(1, rows + 1), tuple(columns))


def test_columns_of_all_types() -> None:
    table = propose(
        typed(
            whole=pa.array([1, None, 3]),
            decimal=pa.array([1.5, float("nan"), float("inf")]),
            Cu_ppm=pa.array(["<5", None, "7"]),
            code=pa.array([10**17, 10**17 + 1, 3]),
            flag=pa.array([True, False, None]),
            day=pa.array([0, 1, None], type=pa.date32()),
            word=pa.array(["a", "b", "a"]).dictionary_encode(),
            nested=pa.array([[1], [2], None]),
        )
    ).table
    assert cells(table.column("whole")) == ["1", None, "3"]
    assert cells(table.column("decimal")) == ["1.5", None, None]
    assert cells(table.column("Cu_ppm")) == ["<5", None, "7"]
    assert cells(table.column("code"))[0] == "100000000000000000"
    assert cells(table.column("flag")) == ["true", "false", None]
    assert cells(table.column("day")) == ["1970-01-01", "1970-01-02", None]
    assert cells(table.column("word")) == ["a", "b", "a"]
    assert cells(table.column("nested")) == ["[1]", "[2]", None]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(allow_infinity=False, width=32), min_size=1, max_size=20))
def test_typed_numbers_stay_as_they_are(values: list[float]) -> None:
    columns = {"pH": ColumnRecipe(negative="value")}
    raw = typed(pH=pa.array(values, type=pa.float32()))
    found = propose(raw, Recipe(columns=columns, missing=()))
    if np.isfinite(values).any():
        kept = [v for v in found.table.columns[0].values if not np.isnan(v)]
        codes = set(found.recipe.missing or ())
        assert len(kept) + found.table.columns[0].missing == len(values)
        assert set(kept) <= set(values)
        assert len(kept) == sum(np.isfinite(values)) or codes


# --- coordinate systems --------------------------------------------------------------------


def rows_of(x: str, y: str, east: float, north: float, more: str = "") -> str:
    lines = [f"s{k},{east + 37 * k},{north + 11 * (k * 7 % 30)},{k + 1.5}" for k in range(30)]
    return f"{more}id,{x},{y},Cu\n" + "\n".join(lines) + "\n"


def test_the_zone_in_front_of_y_names_candidates() -> None:
    found = proposed(rows_of("Y", "X", 39_500_000, 3_320_000))
    (crs,) = [d for d in found.decisions if d.name == "crs"]
    assert (crs.value, crs.sure) == ("", False)
    for code in ("EPSG:4527", "EPSG:2363", "EPSG:2415"):
        assert code in str(crs.reason)
        assert "zone 39" in pyproj.CRS(code).name


@pytest.mark.parametrize(
    ("more", "east", "crs"),
    [
        ("CGCS2000坐标系,,,\n", 39_500_000, "EPSG:4527"),
        ("西安80,,,\n", 39_500_000, "EPSG:2363"),
        ("北京54,,,\n", 20_500_000, "EPSG:21420"),
        ("UTM zone 50N WGS84,,,\n", 500_000, "EPSG:32650"),
        ("EPSG:4509,,,\n", 500_000, "EPSG:4509"),
        ("", 500_000, ""),
    ],
)
def test_systems_that_the_file_names(more: str, east: float, crs: str) -> None:
    assert proposed(rows_of("E", "N", east, 3_320_000, more)).recipe.crs == crs
    if crs:
        assert pyproj.CRS(crs).is_projected


def test_more_than_one_datum_is_told() -> None:
    text = "id,datum,x,y\na,NAD27,1,2\nb,NAD83,2,4\nc,NAD27,3,3\n"
    assert "datum names 2 coordinate systems or zones (NAD27, NAD83)" in told(proposed(text).table)


def test_coordinates_are_no_elements() -> None:
    table = proposed(rows_of("X", "Y", 500_000, 3_320_000)).table
    assert table.column("Y").element == ""
    assert table.column("Cu").element == "Cu"
