"""Signs in a column of their own find the numbers they belong to, or are told of."""

from __future__ import annotations

import pytest

from datasets.recipe import ColumnRecipe, Recipe
from tests.datasets.helpers import told
from tests.datasets.sheets import cells, proposed

ROWS = (
    ("S1", "", "12", "<", "5"),
    ("S2", "<", "5", "", "7"),
    ("S3", "", "14", "", "9"),
    ("S4", "<", "5", "<", "5"),
    ("S5", ">", "100", "", "30"),
    ("S6", "", "40", "<", "5"),
)
COPPER, GOLD = ["12", "<5", "14", "<5", ">100", "40"], ["<5", "7", "9", "<5", "30", "<5"]


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    ("names", "sure"),
    [
        (("Cu_q", "Cu_ppm", "Au_q", "Au_ppb"), True),
        (("Cu_qual", "Cu (ppm)", "Au_qual", "Au (ppb)"), True),
        (("flag_Cu", "Cu_ppm", "flag_Au", "Au_ppb"), True),
        (("Cu<", "Cu_ppm", "Au<", "Au_ppb"), True),
        (("铜符号", "铜(10-6)", "金符号", "金(10-9)"), True),
        (("qual", "Cu_ppm", "qual", "Au_ppb"), False),
        (("‹", "Cu_ppm", "‹", "Au_ppb"), False),
        (("符号", "铜(10-6)", "符号", "金(10-9)"), False),
        (("", "Cu", "", "Au"), False),
    ],
)
def test_pairs(names: tuple[str, ...], sure: bool, behind: bool) -> None:
    order = (0, 2, 1, 4, 3) if behind else (0, 1, 2, 3, 4)
    lines = [",".join(row[k] for k in order) for row in (("id", *names), *ROWS)]
    found = proposed("\n".join(lines) + "\n")
    assert found.table.names == ("id", names[1], names[3])
    assert [cells(column) for column in found.table.columns[1:]] == [COPPER, GOLD]
    assert [d.sure for d in found.decisions if d.name == "qualifier"] == [sure, sure]


def _one(names: str, sign: str = "<", signs_at: int = 1) -> str:
    made = [[f"S{k}", sign if k < 3 else "", str(5 + 5 * (k > 2) * k), str(k)] for k in range(9)]
    order = [0, 2, 1, 3] if signs_at == 2 else [0, 1, 2, 3]
    return names + "\n" + "".join(",".join(row[k] for k in order) + "\n" for row in made)


def test_between_two_columns_the_values_decide() -> None:
    """Where < stands at the low values of one side only, it belongs there."""
    found = proposed(_one("id,Cu,qual,Zn", signs_at=2)).table
    assert cells(found.column("Cu"))[:4] == ["<5", "<5", "<5", "20"]
    assert not found.column("Zn").censored.any()


def test_letters_want_a_name_and_limits_are_passed_over() -> None:
    assert cells(proposed(_one("id,flag,Cu,n", "U")).table.column("Cu"))[0] == "<5"
    assert cells(proposed(_one("id,side,Cu,n", "L")).table.column("Cu"))[0] == "5"
    rows = "".join(f"S{k},{k + 9},5,{'U' if k < 3 else 'J'}\n" for k in range(9))
    for name in ("Cu_flag", "flag"):
        found = proposed(f"id,Cu_ppm,Cu_DL,{name}\n{rows}").table
        assert cells(found.column("Cu_ppm"))[:4] == ["<9", "<10", "<11", "12"]
        assert not found.column("Cu_DL").censored.any()


def test_signs_that_belong_nowhere_are_told() -> None:
    rows = "".join(f"S{k},{k},{'<' if k == 4 else ''},{k}\n" for k in range(9))
    found = proposed("id,Cu,符号,Zn\n" + rows)
    assert "符号 holds nothing but signs such as <, but it cannot be told" in told(found.table)
    assert [d.sure for d in found.decisions if d.name == "qualifier"] == [False]
    silent = proposed("id,Cu,符号,Zn\n" + rows, Recipe(columns={"符号": ColumnRecipe(kind="text")}))
    assert "cannot be told" not in told(silent.table)
