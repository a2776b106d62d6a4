"""Titles, names in several rows, units, methods, limits, and what stands at the foot."""

from __future__ import annotations

import pytest

from datasets.messages import InputError
from datasets.recipe import Recipe
from tests.datasets.helpers import told
from tests.datasets.sheets import (
    ACTLABS,
    ALS,
    BUREAU_VERITAS,
    CHINESE,
    GROUPS,
    SGS,
    cells,
    decision,
    facts,
    proposed,
)


def test_an_als_certificate() -> None:
    found = proposed(ALS)
    assert (found.recipe.methods, found.recipe.names, found.recipe.units) == (6, (7,), 8)
    assert decision(found, "titles") == (1, 2, 3, 4, 5)
    assert facts(found.table) == [
        ("SAMPLE", "", "", ""),
        ("Recvd Wt.", "", "kg", "WEI-21"),
        ("Au", "Au", "ppm", "Au-AA25"),
        ("Ag", "Ag", "ppm", "ME-ICP61"),
        ("Al", "Al", "%", "ME-ICP61"),
        ("As", "As", "ppm", "ME-ICP61"),
    ]
    assert cells(found.table.column("Au")) == ["0.01", "<0.01", ">10"]
    assert cells(found.table.column("As")) == ["12", "<5", None]


def test_rows_with_labels_and_limits() -> None:
    found = proposed(SGS)
    assert (found.recipe.names, found.recipe.units, found.recipe.methods) == ((2,), 3, 1)
    assert decision(found, "limits") == (4, 5)
    assert found.table.rows == 3
    # <DL has no number: the limit above the column is 2
    assert cells(found.table.column("Ag")) == ["3", "<2", "<2"]
    assert cells(found.table.column("Cu")) == ["12.5", None, "18"]


def test_methods_below_the_limits() -> None:
    found = proposed(ACTLABS)
    assert found.recipe.first == 7
    assert facts(found.table)[1:] == [
        ("Au", "Au", "ppb", "INAA"),
        ("Ag", "Ag", "ppm", "TD-ICP"),
        ("Cu", "Cu", "ppm", "TD-ICP"),
    ]
    assert cells(found.table.column("Cu")) == ["33", "41", ">10000"]


def test_names_above_and_below_the_units() -> None:
    found = proposed(BUREAU_VERITAS)
    assert found.table.names == ("Sample", "Type", "Wgt", "Au", "Mo")
    assert cells(found.table.column("Au")) == ["<0.005", "0.007", "0.1"]
    assert found.table.column("Mo").method == "MA200"


def test_a_chinese_sheet() -> None:
    found = proposed(CHINESE, encoding="gb18030")
    assert found.table.rows == 3
    assert facts(found.table)[3:] == [
        ("铜(10-6)", "Cu", "ppm", ""),
        ("金(×10⁻⁹)", "Au", "ppb", ""),
        ("三氧化二铁(%)", "Fe2O3", "%", ""),
    ]
    assert cells(found.table.column("铜(10-6)")) == ["35.2", "<1", "44.1"]
    assert "7: 平均" in told(found.table)


def test_names_of_groups_are_joined_and_equal_names_told_apart() -> None:
    found = proposed(GROUPS)
    assert found.recipe.names == (1, 2)
    assert found.table.names == (
        *("Sample", "Location East", "Location North"),
        *("Assay Au (ppb)", "Assay Au (ppm)", "Assay Cu"),
    )
    assert found.table.rows == 2
    assert "left out: 2 (6: Total 25 0.025 89; 7: Note: all samples" in told(found.table)
    assert "were not merged (Assay Au (ppb), Assay Au (ppm))" in told(found.table)


def test_equal_names_are_told_apart_by_their_method() -> None:
    found = proposed("id,Au,Au\n,FA50,INAA\n,ppb,ppb\na,1,2\nb,3,4\n")
    assert found.table.names == ("id", "Au (FA50)", "Au (INAA)")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cu,Pb\nppm,ppm\n1,2\n", ("Cu", "Pb")),
        ("Unnamed: 0,Cu,Unnamed: 2\na,1,x\nb,2,y\n", ("column 1", "Cu", "column 3")),
        ("Survey of 2020,,\nid,Cu,Pb\na,1,2\nb,3,4\n", ("id", "Cu", "Pb")),
        ("1,2.5,3\n2,3.5,4\n", ("column 1", "column 2", "column 3")),
        ("place,1990,1991,1992\na,4,9,6\nb,5,6,9\n", ("place", "1990", "1991", "1992")),
        ("name,rock\na,granite\nb,gneiss\n", ("name", "rock")),
        ("a,granite\nb,gneiss\na,gneiss\nb,granite\n", ("column 1", "column 2")),
        ("id,Cu,Pb\na,ND,ND\nb,1,2\nc,2,3\n", ("id", "Cu", "Pb")),
        ("id,Cu,Pb\na,,\nb,1,2\nc,2,3\n", ("id", "Cu", "Pb")),
        ("id,,Cu,,Pb,\na,,1,,2,\nb,,2,,3,\n", ("id", "Cu", "Pb")),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert proposed(text).table.names == names


def test_a_sample_without_numbers_is_a_sample() -> None:
    assert cells(proposed("id,Cu,Pb\na,,\nb,1,2\n").table.column("id")) == ["a", "b"]
    assert proposed("id,Cu,Pb\na,1,2\nb,1,2\nc,,\n").table.rows == 3


def test_names_that_come_again_are_left_out() -> None:
    found = proposed("id,Cu,Pb\na,1,2\nid,Cu,Pb\nb,3,4\n")
    assert found.table.rows == 2
    assert "repeat the names were left out: 1, the first in line 3" in told(found.table)


def test_a_class_called_mean_is_no_foot() -> None:
    assert proposed("form,Cu\nmin,1\nmax,2\nmin,3\nmax,4\n").table.rows == 4


def test_lines_of_the_recipe_are_taken() -> None:
    text = "made by hand\nCu,Pb\nleft,right\n1,2\n3,4\n"
    found = proposed(text, Recipe(names=(3,), units=0, first=5))
    assert found.table.names == ("left", "right")
    assert found.table.rows == 1
    assert [str(d.reason) for d in found.decisions if d.name == "names"] == ["Chosen."]
    last = proposed("Cu\n1\n2\n3\n", Recipe(last=3))
    assert last.table.rows == 2
    assert "Rows below line 3, the last one chosen, were left out: 1." in told(last.table)
    with pytest.raises(InputError, match="Line 9 cannot hold the names"):
        proposed(text, Recipe(names=(9,)))


def test_unread_cells_name_their_line() -> None:
    rows = "".join(f"{k},{k}.5\n" for k in range(20))
    found = proposed(f"a title\n\nid,Cu\n{rows}20,spilt\n")
    (cell,) = found.table.unread
    assert (cell.row, cell.line, cell.column, cell.text) == (21, 24, "Cu", "spilt")
