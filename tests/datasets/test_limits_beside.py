"""Limits above a column, in a column beside it, and cells in other units and words."""

from __future__ import annotations

import pytest

from datasets.numerals import Signs, judge
from tests.datasets.helpers import told
from tests.datasets.sheets import cells, proposed


@pytest.mark.parametrize("name", ["Cu_ppm_DL", "DL_Cu_ppm", "Cu MDL", "Cu detection limit"])
def test_limits_beside_their_column(name: str) -> None:
    found = proposed(
        f"Sample,Cu_ppm,{name},Zn_ppm\nS1,<DL,0.5,1\nS2,13,0.5,2\nS3,BDL,0.7,3\n"
    ).table
    assert cells(found.column("Cu_ppm")) == ["<0.5", "13", "<0.7"]
    assert "row by row" in told(found)
    assert "stated nowhere" not in told(found)
    assert found.column(name).element == ""


def test_upper_limits_above_their_column() -> None:
    head = "Sample,Cu,Au\nUnit,ppm,ppb\nLLD,1,0.5\nULD,10000,1000\n"
    found = proposed(head + "S1,12,3\nS2,<LLD,>ULD\nS3,>ULD,O/R\nS4,14,<LLD\n").table
    assert cells(found.column("Cu")) == ["12", "<1", ">10000", "14"]
    assert cells(found.column("Au")) == ["3", ">1000", ">1000", "<0.5"]
    only = proposed("Sample,Cu\nUnit,ppm\nULD,10000\nS1,12\nS2,<DL\nS3,13\nS4,14\n").table
    assert cells(only.column("Cu")) == ["12", None, "13", "14"]


def test_cells_in_another_unit_are_told() -> None:
    found = proposed("Sample,Cu_ppm\nS1,12 ppm\nS2,0.5%\nS3,<1 ppm\nS4,12\n").table
    assert cells(found.column("Cu_ppm")) == ["12", "5000", "<1", "12"]
    assert "another unit than ppm (1, the first “0.5%” in row 2)" in told(found)
    rows = "A,Cu,0.5,%\nA,Zn,5,ppm\nB,Cu,1200,ppm\nB,Zn,6,ppm\nC,Cu,30,ppm\nC,Zn,7,ppm\n"
    assert "several units" in told(proposed("sample,element,value,unit\n" + rows).table)


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("LT 5", "below", 5),
        ("GT100", "above", 100),
        ("‹5", "below", 5),
        ("⩽5", "below", 5),
        ("ND<5", "below", 5),
        ("Less Than 5", "below", 5),
        ("1 045,7", "number", 1045.7),
        ("<1 045,7", "below", 1045.7),
        ("1 045", "word", None),
        ("(12.5)", "word", None),
        ("Below LOD", "below", None),
        ("not detected", "below", None),
        ("O/R", "above", None),
    ],
)
def test_words_of_laboratories(text: str, sort: str, value: float | None) -> None:
    found = judge(text, Signs(","), concentration=True)
    assert found.sort == sort
    assert value is None or found.value == value
    # GT100 is the name of a sample elsewhere
    assert judge("GT100", Signs()).sort == "word"


def test_numbers_with_a_mark_leave_a_column_of_numbers() -> None:
    found = proposed(
        "id,val\ns1,1.5\ns2,−5.5\ns3,5-\ns4,+3\ns5,.5\ns6,6.\ns7,(12.5)\ns8,1e-3\n"
    ).table
    assert cells(found.column("val")) == ["1.5", "-5.5", None, "3", "0.5", "6", None, "0.001"]
    assert [cell.text for cell in found.unread] == ["5-", "(12.5)"]
