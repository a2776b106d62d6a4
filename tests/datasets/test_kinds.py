"""Columns that are called like amounts stay numbers; numbers of samples stay text."""

from __future__ import annotations

import pytest

from tests.datasets.helpers import told
from tests.datasets.sheets import cells, proposed


@pytest.mark.parametrize("name", ["Cu_ppm", "Cu", "铜(10-6)", "X (ppm)"])
@pytest.mark.parametrize("odd", ["(5)", "12*", "LT? 5"])
@pytest.mark.parametrize("words", [3, 8, 13, 15])
def test_a_column_of_amounts_with_odd_cells(name: str, odd: str, words: int) -> None:
    values = [*(str(k + 10) for k in range(20 - words)), *([odd] * words)]
    rows = "".join(f"S{k},{value}\n" for k, value in enumerate(values))
    found = proposed(f"id,{name}\n{rows}")
    number = words <= 13
    assert found.table.column(name).kind == ("number" if number else "text")
    assert [d.sure for d in found.decisions if d.name == "kind" and d.column == name] == [False]
    assert len(found.table.unread) == (words if number else 0)
    assert ("was read as text" in told(found.table)) is not number
    other = proposed(f"id,size\n{rows}").table
    # numbers with a mark are listed; they do not make a column one of words
    marked = odd != "LT? 5" and words < 10
    assert other.column("size").kind == ("number" if marked else "text")
    assert len(other.unread) == (words if marked else 0)
    assert proposed(f"id,Sample no.\n{rows}").table.column("Sample no.").kind == "text"


def test_the_guard_of_a_spreadsheet() -> None:
    rows = "".join(
        f'="{k:03}",="{k}",="{"<" if k < 4 else ""}{k}.5","=""{k}"""\n' for k in range(9)
    )
    found = proposed('Sample,="Line",="Cu_ppm",Zn\n' + rows).table
    assert found.names == ("Sample", "Line", "Cu_ppm", "Zn")
    assert cells(found.column("Sample"))[:2] == ["000", "001"]
    assert cells(found.column("Cu_ppm"))[3:5] == ["<3.5", "4.5"]
    assert cells(found.column("Zn")) == [str(k) for k in range(9)]
    assert found.column("Line").kind == "number"
    plain = proposed('Sample,Cu\n="11",="1"\n="12",="2"\n').table
    assert cells(plain.column("Sample")) == ["11", "12"]
    assert plain.column("Sample").kind == "text"


@pytest.mark.parametrize(
    ("name", "numbers", "kind"),
    [
        ("Sample", ["12E00", "12E01", "12E09"], "text"),
        ("样品号", ["1201", "1202", "12E3"], "text"),
        ("Lab", ["12E03", "12E04", "13E04"], "text"),
        ("Sample", ["1201", "1202", "1203"], "number"),
        ("size", ["1E3", "2E3", "10E3"], "number"),
        ("size", ["1.2E03", "1.3E03", "1.4E03"], "number"),
        ("size", ["1E+03", "2E+03", "3E+03"], "number"),
        ("Cu_ppm", ["1E3", "2E3", "3E3"], "number"),
    ],
)
def test_an_e_in_a_sample_number(name: str, numbers: list[str], kind: str) -> None:
    found = proposed(f"{name},n\n" + "".join(f"{number},7\n" for number in numbers))
    assert found.table.column(name).kind == kind
    if kind == "text":
        assert cells(found.table.column(name)) == numbers
