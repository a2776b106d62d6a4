"""Standards, blanks and duplicates among the samples."""

from __future__ import annotations

import pytest

from datasets.messages import InputError
from datasets.recipe import Recipe
from tests.datasets.helpers import told
from tests.datasets.sheets import decision, proposed

SHEET = (
    "Sample,Type,Cu\nA1,Soil,12\nA1 DUP,Soil,12\nOREAS 24b,,40\nBLK-1,,1\nGBW07401,,22\n"
    "A3,Soil,hm\nDUPONT-1,Soil,3\n" + "".join(f"B{k},Soil,{k + 10}\n" for k in range(12))
)


def test_they_are_counted_listed_and_left_in() -> None:
    found = proposed(SHEET)
    assert [(c.row, c.line, c.name, c.kind) for c in found.table.checks] == [
        (2, 3, "A1 DUP", "duplicate"),
        (3, 4, "OREAS 24b", "standard"),
        (4, 5, "BLK-1", "blank"),
        (5, 6, "GBW07401", "standard"),
    ]
    assert found.table.rows == 19
    assert decision(found, "checks") == "keep"
    assert "standards 2, blanks 1, duplicates 1; they were left in" in told(found.table)


@pytest.mark.parametrize(("rule", "gone"), [("standards", 3), ("all", 4)])
def test_they_are_left_out_when_chosen(rule: str, gone: int) -> None:
    table = proposed(SHEET, Recipe(checks=rule)).table  # type: ignore[arg-type]
    assert table.rows == 19 - gone
    assert len(table.checks) == 4
    assert sum(check.row == 0 for check in table.checks) == gone
    unread = table.unread[0]
    assert (unread.row, unread.line) == (6 - gone, 7)
    assert f"left out: {gone}" in told(table)
    only = "id,Cu\nSTD1,2\nBLK,3\n"
    with pytest.raises(InputError, match="named as check samples"):
        proposed(only, Recipe(checks="all"))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ID,QAQC,Cu\n1,ORIG,2\n2,FD,2\n3,STD,4\n4,BLK,1\n", ["duplicate", "standard", "blank"]),
        ("ID,Type,Cu\n1,S,12\n2,B,12\n3,S,40\n4,B,1\n", []),
        ("ID,Sample type,Cu\n1,Field Duplicate,1\n2,rock,2\n", ["duplicate"]),
        # a survey that names all its samples so
        ("id,Cu\nSTD1,12\nSTD2,12\nSTD3,40\nA4,1\n", []),
        (
            "样品编号,铜\nA1,12\nGSS-4,40\n空白,1\nA2重复,13\n标样1,3\n"
            + "".join(f"C{k},{k}\n" for k in range(15)),
            ["standard", "blank", "duplicate", "standard"],
        ),
    ],
)
def test_by_type_and_by_number(text: str, kinds: list[str]) -> None:
    assert [check.kind for check in proposed(text).table.checks] == kinds
