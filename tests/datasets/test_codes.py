"""Codes for missing values, limits in all their spellings, negative values, signs of numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datasets.angles import degrees
from datasets.codes import find_numeric_codes, judge_negatives
from datasets.numerals import Signs, judge
from datasets.recipe import ColumnRecipe, Recipe
from tests.datasets.helpers import told
from tests.datasets.sheets import NURE, cells, decision, proposed


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("<5", "below", 5),
        ("< 0.5", "below", 0.5),
        ("≤0.5", "below", 0.5),
        ("<=0.5", "below", 0.5),
        ("&lt;5", "below", 5),
        ("5<", "below", 5),
        ("〈5", "below", 5),
        ("小于5", "below", 5),
        (">10000", "above", 10000),
        ("> 1,5", "above", 1.5),
        ("<LOD", "below", None),
        ("<DL", "below", None),
        ("BDL", "below", None),
        ("bd", "below", None),
        ("LLD", "below", None),
        ("未检出", "below", None),
        ("5±1", "number", 5),
        ("5 +/- 0.3", "number", 5),
        ("12 ppm", "number", 12),
        ("12%", "number", 12),
        ("1.5E3", "number", 1500),
        ("1.5×10-3", "number", 0.0015),
        ("2×10⁻³", "number", 0.002),
        ("−3", "number", -3),
        ("–3", "number", -3),
        ("＋３．５", "number", 3.5),
        ("1,234.5", "number", 1234.5),
        ("12,5", "number", 12.5),
        ("'12", "number", 12),
        ("1,234", "word", None),
        ("granite", "word", None),
        ("5L", "word", None),
        ("12/5", "word", None),
        ("<", "word", None),
        ("1e999", "infinite", None),
        ("\u00a0", "blank", None),
    ],
)
def test_cells(text: str, sort: str, value: float | None) -> None:
    found = judge(text, Signs())
    assert found.sort == sort
    assert math.isnan(found.value) if value is None else found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "sort", "value"), [("5L", "below", 5), ("10N", "below", 10), ("500G", "above", 500)]
)
def test_letters_are_limits_among_amounts(text: str, sort: str, value: float) -> None:
    found = judge(text, Signs(), concentration=True)
    assert (found.sort, found.value) == (sort, value)


@pytest.mark.parametrize(
    ("body", "decimal", "thousands", "values"),
    [
        ("1,5;2\n3,25;4", ",", "", [1.5, 3.25]),
        ("1.234,5;2\n3,25;4", ",", ".", [1234.5, 3.25]),
        ("1 234,5;2\n3,25;4", ",", " ", [1234.5, 3.25]),
        ("1'234.5;2\n3.25;4", ".", "'", [1234.5, 3.25]),
        ("1,234;2.5\n950;4", ".", ",", [1234, 950]),
        ("0,125;2\n3,250;4", ",", "", [0.125, 3.25]),
        ("1.5;2\n3,25;4\n1,75;3", ",", "", [1.5, 3.25, 1.75]),
        ("<0.5;2\n3,25;4\n1,75;3", ",", "", [0.5, 3.25, 1.75]),
    ],
)
def test_signs_inside_numbers(body: str, decimal: str, thousands: str, values: list[float]) -> None:
    found = proposed(f"Cu;Pb\n{body}\n")
    assert (found.recipe.decimal, found.recipe.thousands) == (decimal, thousands)
    assert found.table.column("Cu").values.tolist() == values


def test_signs_that_were_chosen() -> None:
    found = proposed("Cu;Pb\n1,234;2\n", Recipe(decimal=".", thousands=","))
    assert found.table.column("Cu").values.tolist() == [1234.0]


def test_negative_amounts_are_limits_sample_by_sample() -> None:
    found = proposed(NURE)
    assert cells(found.table.column("CU_ICP40")) == ["20", "<2", "35", "<5", None, "4"]
    assert cells(found.table.column("AU_FA"))[:3] == ["<0.002", "0.004", "<0.002"]
    assert cells(found.table.column("DEPTH"))[:2] == [None, "3"]
    assert found.table.column("LONGITUDE").values[0] == -104.2
    assert set(found.recipe.missing or ()) == {"-999", "-9999"}
    assert decision(found, "negative", "CU_ICP40") == "limit"


def test_negatives_as_chosen() -> None:
    as_values = Recipe(columns={"Cu_ppm": ColumnRecipe(negative="value")})
    missing = Recipe(columns={"Cu_ppm": ColumnRecipe(negative="missing")})
    text = "Cu_ppm,id\n-2,a\n3,b\n4,c\n"
    assert cells(proposed(text).table.columns[0]) == ["<2", "3", "4"]
    assert cells(proposed(text, as_values).table.columns[0]) == ["-2", "3", "4"]
    assert cells(proposed(text, missing).table.columns[0]) == [None, "3", "4"]


@pytest.mark.parametrize("name", ["d13C", "δ18O", "Temp_C", "lat", "x", "ln_Cu", "clr(Cu)", "dip"])
def test_what_may_be_negative_stays_negative(name: str) -> None:
    found = proposed(f"{name},id\n-2,a\n3,b\n4,c\n").table.columns[0]
    assert found.values[0] == -2
    assert not found.censored.any()


def test_measured_negatives_are_left_and_told() -> None:
    values = np.array([-0.0123, -0.0771, -0.0338, 0.21, 0.4, 1.1])
    found = judge_negatives(values, concentration=True)
    assert (found.meaning, found.sure) == ("value", False)


def test_few_negatives_are_to_be_looked_at() -> None:
    """A single -10 may be a slip of the pen; five cells are a habit of the laboratory."""
    rows = "".join(f"A{k},{-2 if k < 6 else k},{-10 if k == 3 else k + 20}\n" for k in range(12))
    found = proposed("id,U,V\n" + rows)
    negative = {d.column: (d.value, d.sure) for d in found.decisions if d.name == "negative"}
    assert negative == {"U": ("limit", True), "V": ("limit", False)}
    assert cells(found.table.column("V"))[3] == "<10"


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ([1, 2, -999], (-999,)),
        ([1, 2, -9999, -9999, -2], (-9999,)),
        ([5, 80, 30, -99, -99], (-99,)),
        ([1, 2, -999.25], (-999.25,)),
        ([1, 2, -1.70141e38], ()),
        ([1.2, 3.4, 1.70141e38], (1.70141e38,)),
        ([-2, 5, 7], ()),
        ([-800, -999, -1200, -950], ()),
        ([1000, 2000, -1000], ()),
        ([-104.2, -99, -98.5, -101], ()),
        ([float("nan")], ()),
    ],
)
def test_numbers_that_stand_for_nothing(values: list[float], codes: tuple[float, ...]) -> None:
    found = find_numeric_codes(np.array(values, dtype=np.float64))
    assert found == pytest.approx(codes)


def test_codes_of_the_recipe_add_to_those_found() -> None:
    text = "Cu,id\n1,a\nND,b\n-999,c\n7,d\n" + "2,e\n" * 20
    assert cells(proposed(text).table.columns[0])[:4] == ["1", None, None, "7"]
    own = proposed(text, Recipe(missing=("7",)))
    assert cells(own.table.columns[0])[:4] == ["1", None, None, None]
    assert own.recipe.missing == ("ND", "-999", "7")
    # what was decided is not looked for again
    assert proposed("Cu,id\n1,a\n-8888,b\n-8888,c\n" + "2,e\n" * 20, own.recipe).recipe.missing == (
        own.recipe.missing
    )


@pytest.mark.parametrize("where", ["file", "column"])
def test_a_code_that_was_found_can_be_taken_away(where: str) -> None:
    text = "Cu,id\n1,a\nND,b\n-999.0,c\n7,d\n" + "2,e\n" * 20
    gone = ("nd", "-999")
    column = {"Cu": ColumnRecipe(not_missing=gone, negative="value")}
    found = proposed(text, Recipe(columns=column))
    if where == "file":
        column = {"Cu": ColumnRecipe(negative="value")}
        found = proposed(text, Recipe(not_missing=gone, columns=column))
    assert cells(found.table.columns[0])[:4] == ["1", None, "-999", "7"]
    assert [cell.text for cell in found.table.unread] == ["ND"]
    again = proposed(text, found.recipe).table
    assert cells(again.columns[0]) == cells(found.table.columns[0])


def test_codes_of_one_column() -> None:
    text = "Cu,id\n1,a\nND,b\n-999,c\n7,d\n" + "2,e\n" * 20
    one = proposed(text, Recipe(columns={"Cu": ColumnRecipe(missing=("7",))}))
    assert cells(one.table.columns[0])[:4] == ["1", None, None, None]


def test_a_limit_without_a_number() -> None:
    found = proposed("Cu,As,id\n<LOD,BDL,a\n<2,3,b\n5,4,c\n<2,5,d\n")
    assert cells(found.table.column("Cu")) == ["<2", "<2", "5", "<2"]
    assert cells(found.table.column("As")) == [None, "3", "4", "5"]
    assert "As has cells beyond a limit that is stated nowhere (1)" in told(found.table)


def test_words_that_could_be_limits_make_no_numbers() -> None:
    assert proposed("way,Cu\nTR,1\nBD,2\nTR,3\n").table.column("way").kind == "text"
    assert proposed("Au,Cu\n<LOD,1\nbdl,2\n").table.column("Au").kind == "number"


def test_a_long_column_of_codes_is_still_one_of_numbers() -> None:
    rows = ["ND"] * 9000 + ["3.5", "<2"] * 1000
    column = proposed("id,Cu\n" + "".join(f"S{k},{c}\n" for k, c in enumerate(rows))).table
    assert column.column("Cu").missing == 9000
    assert column.column("Cu").censored.sum() == 1000
    assert column.column("id").kind == "text"


def test_units_in_cells() -> None:
    found = proposed("Cu,id\n12 ppm,a\n0.5%,b\n<3 ppm,c\n14,d\n").table.columns[0]
    assert (found.unit, cells(found)) == ("ppm", ["12", "5000", "<3", "14"])
    mixed = proposed("Cu_ppm,id\n12,a\n0.5 %,b\n").table.columns[0]
    assert cells(mixed) == ["12", "5000"]


def test_names_with_leading_zeros_stay_text() -> None:
    assert cells(proposed("id,Cu\n001,1\n002,2\n").table.columns[0]) == ["001", "002"]


@pytest.mark.parametrize(
    ("text", "angle"),
    [
        ("31°12'30\"N", 31 + 12 / 60 + 30 / 3600),
        ("31°12′30″S", -(31 + 12 / 60 + 30 / 3600)),
        ("31 12 30 N", 31 + 12 / 60 + 30 / 3600),
        ("31:12:30", 31 + 12 / 60 + 30 / 3600),
        ("东经117°15′", 117.25),
        ("117度15分36秒", 117.26),
        ("W 70° 30.5'", -(70 + 30.5 / 60)),
        ("-31.25", -31.25),
        ("N31.25", 31.25),
        ("70º30'0\" O", -70.5),
        ("31°75'", None),
        ("granite", None),
    ],
)
def test_angles(text: str, angle: float | None) -> None:
    assert degrees(text) == (None if angle is None else pytest.approx(angle))


def test_columns_of_angles() -> None:
    text = "id,lat,lon,time\na,31 12 30 N,1171530,12:30:45\nb,31 13 30 N,1171630,12:31:45\n"
    found = proposed(text)
    assert found.table.column("lat").values == pytest.approx([31.208333, 31.225], abs=1e-6)
    assert found.table.column("lon").values == pytest.approx([117.258333, 117.275], abs=1e-6)
    assert found.table.column("time").kind == "text"
    assert found.recipe.crs == "EPSG:4326"


# --- any table, in any dialect -------------------------------------------------------------

AMOUNT = st.floats(0.001, 9e4).map(lambda x: float(f"{x:.4g}"))
CELL = st.one_of(
    st.tuples(st.just(""), AMOUNT),
    st.tuples(st.just("<"), AMOUNT),
    st.tuples(st.just(">"), AMOUNT),
    st.just(None),
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=15),
    separator=st.sampled_from(";\t|"),
    decimal=st.sampled_from(".,"),
    code=st.sampled_from(["", "ND", "-", "n/a", "-9999", "*"]),
    space=st.sampled_from(["", " "]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
    unit_row=st.booleans(),
)
def test_numbers_limits_and_codes_come_back(
    rows: list[tuple[tuple[str, float] | None, tuple[str, float] | None]],
    separator: str,
    decimal: str,
    code: str,
    space: str,
    encoding: str,
    unit_row: bool,
) -> None:
    def written(cell: tuple[str, float] | None) -> str:
        if cell is None:
            return code
        text = np.format_float_positional(cell[1], trim="-").replace(".", decimal)
        return cell[0] + (space if cell[0] else "") + text

    rows = [(("", 0.5), ("", 1.25)), *rows, (("", 0.25), ("", 7.5))]
    lines = [("样品号", "Cu", "Pb"), *((("", "ppm", "ppm"),) if unit_row else ())]
    lines += [(f"S{k}", written(a), written(b)) for k, (a, b) in enumerate(rows)]
    text = "\n".join(separator.join(line) for line in lines) + "\n"
    found = proposed(text, encoding=encoding)
    for place, name in enumerate(("Cu", "Pb")):
        column = found.table.column(name)
        assert column.kind == "number"
        expected = [row[place] for row in rows]
        values = [np.nan if cell is None else cell[1] for cell in expected]
        np.testing.assert_allclose(column.values, values, rtol=1e-12)
        signs = ["" if cell is None else cell[0] for cell in expected]
        assert list(column.censored) == [sign == "<" for sign in signs]
        above = column.above if column.above is not None else np.zeros(len(signs), dtype=bool)
        assert list(above) == [sign == ">" for sign in signs]
        assert column.unit == ("ppm" if unit_row else "")
    assert not found.table.unread
