"""The first samples hold words where numbers stand: they are samples all the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.datasets.helpers import told
from tests.datasets.sheets import BUREAU_VERITAS, cells, decision, proposed

WORDS = ("pending", "5*", "LT five", "see cert", "<LOD*", "(5)", "待测")


@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    ids=st.sampled_from(("S{}", "AB-{}", "样{}", "{}", "2023/{}-a")),
    title=st.booleans(),
    more=st.integers(2, 80),
    names=st.sampled_from(("Sample,Au_ppb", "id,Au", "sample,result", "样品号,金(10-9)")),
)
def test_no_sample_becomes_a_name(
    words: list[str], ids: str, title: bool, more: int, names: str
) -> None:
    values = [*words, *(str(10 + k % 7) for k in range(len(words) + more))]
    rows = "".join(f"{ids.format(k + 101)},{value}\n" for k, value in enumerate(values))
    found = proposed(("Survey of the hills,\n" if title else "") + f"{names}\n{rows}")
    assert found.table.names == tuple(names.split(","))
    assert found.table.rows == len(values)
    # a number of a sample is a number as well
    sure = next(d for d in found.decisions if d.name == "first").sure
    assert sure is (ids == "{}")
    numbers = found.table.columns[1]
    if numbers.kind == "number":
        assert [cell.text for cell in found.table.unread] == words


def test_what_shows_a_sample_without_a_number() -> None:
    # a word that comes again, coordinates of the same size, and the long form
    rocks = "Rock,Au\nbasalt,pending\ngranite,pending\nbasalt,4\ngranite,5\nbasalt,6\n"
    assert cells(proposed(rocks).table.column("Au")) == [None, None, "4", "5", "6"]
    rows = "".join(f"{500100 + k},{4000100 + k},{k},{k},{k}\n" for k in range(9))
    found = proposed("X,Y,Cu,Pb,Zn\n500001,4000001,a,b,c\n" + rows)
    assert found.table.names == ("X", "Y", "Cu", "Pb", "Zn")
    assert found.table.rows == 10
    rows = "".join(f"S{k},Cu,{k + 5},ppm\nS{k},Zn,{k},ppm\n" for k in range(1, 6))
    long = proposed("sample,element,value,unit\nS1,Ag,pending,ppm\nS2,Ag,pending,ppm\n" + rows)
    assert long.table.names[0] == "sample"
    assert long.table.rows == 5
    assert len(long.table.unread) == 2
    # names with units end the header where nothing else speaks
    bare = proposed("Cu_ppm,Zn_ppm\nLT five,x\n12,3\n13,4\n14,5\n15,5\n16,6\n")
    assert bare.table.rows == 6
    assert len(bare.table.unread) == 2


@pytest.mark.parametrize(
    ("text", "rows", "sure"),
    [
        ("Sample,Cu,Pb\nNo.,total,leach\nA1,1,2\nA2,3,4\n", 2, False),
        ("Sample,Cu_ppm,Pb_ppm\n(text),total,leach\nA1,1,2\nA2,3,4\n", 2, False),
        (",Assay,,\nid,Au,Cu,Pb\nA1,1,2,3\nA2,3,4,5\n", 2, True),
        (BUREAU_VERITAS, 3, True),
    ],
)
def test_second_lines_of_names(text: str, rows: int, sure: bool) -> None:
    """They stay names; one that says no more than the first is to be looked at."""
    found = proposed(text)
    assert found.table.rows == rows
    assert [d.sure for d in found.decisions if d.name == "names"] == [sure]


def test_a_line_left_out_below_the_names_is_to_be_looked_at() -> None:
    found = proposed("id,Cu,Pb\nall by one laboratory,,\nA1,1,2\nA2,3,4\n")
    assert decision(found, "titles") == (2,)
    assert [d.sure for d in found.decisions if d.name == "titles"] == [False]


def test_a_line_that_says_nothing_is_no_name() -> None:
    for line in ("------,------", "(1),(2)", "①,②"):
        found = proposed(f"SAMPLE,CU_PPM\n{line}\nA1,1\nA2,3\n")
        assert found.table.names == ("SAMPLE", "CU_PPM")
        assert found.table.rows == 2
        assert decision(found, "titles") == (2,)


def test_the_name_and_the_line_of_units_differ() -> None:
    found = proposed("id,Cu_ppm,Au_ppm,Zn_ppm\n,ppm,ppb,g/t\nA,1,2,3\nB,3,4,5\n")
    doubtful = {d.column: str(d.reason) for d in found.decisions if d.name == "unit" and not d.sure}
    assert set(doubtful) == {"Au_ppm"}
    assert "the name states ppm, the line of units ppb" in doubtful["Au_ppm"]
    assert doubtful["Au_ppm"] in told(found.table)


def test_a_unit_in_few_cells_is_to_be_looked_at() -> None:
    few = proposed("id,Pb\n" + "".join(f"S{k},{k}\n" for k in range(9)) + "S9,>1%\n")
    assert "% stands in 1 of 10 cells" in told(few.table)
    most = proposed("id,Pb\n" + "".join(f"S{k},{k} ppm\n" for k in range(9)) + "S9,4\n")
    assert [d.sure for d in most.decisions if d.name == "unit"] == [True]
