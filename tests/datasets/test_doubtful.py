"""Files that may be read in two ways: the doubt is told, and what is sure is kept."""

from __future__ import annotations

import numpy as np
import pytest

from datasets.angles import degrees
from datasets.deciding import Proposal, propose
from datasets.recipe import Recipe
from datasets.sources import raw_of_text
from tests.datasets.helpers import table, told


def proposed(text: str, **chosen: object) -> Proposal:
    recipe = Recipe(**chosen)  # type: ignore[arg-type]
    return propose(raw_of_text(text.encode(), "table.csv", recipe), recipe)


def doubts(found: Proposal) -> dict[str, str]:
    return {one.name: str(one.reason) for one in found.decisions if not one.sure and not one.column}


NUMBERS = range(11, 31)


def test_signs_that_may_mean_either_are_doubtful() -> None:
    pointed = "id;Cu;Zn\n" + "".join(f"S{n};{n}.{n}5;{n}\n" for n in range(10, 30))
    assert "12.100 may be" in doubts(proposed(pointed))["decimal"]
    assert not doubts(proposed(pointed.replace(";", ","))).keys() & {"decimal", "thousands"}
    mixed = "id;Cu;Zn\n" + "".join(f"S{n};{n}.125;{n},5\n" for n in NUMBERS)
    assert "decimals of another program" in doubts(proposed(mixed))["thousands"]
    sure = mixed + "S99;1.250.125;2,5\n"
    assert "thousands" not in doubts(proposed(sure))
    assert proposed(sure).table.column("Cu").values[-1] == 1_250_125


def test_commas_inside_and_between_numbers() -> None:
    torn = proposed("id,Cu,Zn\n" + "".join(f"S{n},{n},5,{n},25\n" for n in NUMBERS))
    assert "The rows have 5 cells and the names only 3" in doubts(torn)["separator"]
    assert "12,5 for 12.5" in told(torn.table)
    # a nameless column of row numbers is no part of a number
    counted = "id,Cu,Zn\n" + "".join(f"{n},S{n},{n},{n}.5\n" for n in NUMBERS)
    assert "separator" not in doubts(proposed(counted))
    with_points = "id,Cu,Zn\n" + "".join(f"S{n},{n}.1,5,{n},2\n" for n in NUMBERS)
    with_more_names = "id,Cu,Zn,Pb,Ni\n" + "".join(f"S{n},{n},5,{n},25\n" for n in NUMBERS)
    for other in (with_points, with_more_names):
        assert "separator" not in doubts(proposed(other))


FIRST = "id,Cu_ppm,Zn_ppm\n" + "".join(f"S{n},{n},{n + 1}\n" for n in NUMBERS)


@pytest.mark.parametrize("names", ["id,Cu_ppb,Zn_ppm", "id,Ni_ppm,Co_ppm", "Probe,Au,Ag"])
@pytest.mark.parametrize("title", ["", "\n\n", "Table 2: soils of the north\n"])
def test_another_table_does_not_stand_under_foreign_names(names: str, title: str) -> None:
    text = FIRST + title + names + "\n" + "".join(f"T{n},{1000 * n},{n}\n" for n in NUMBERS)
    found = proposed(text)
    assert found.table.column("Cu_ppm").values.tolist() == list(NUMBERS)
    line = text.splitlines().index(names) + 1
    assert doubts(found)["last"] == f"Another table seems to begin in line {line}."
    assert f"begin in line {line} (" in told(found.table)
    assert "its rows were left out: 20" in told(found.table)
    whole = proposed(text, last=len(text.splitlines()))
    assert len(whole.table.column("Cu_ppm").values) >= 41


@pytest.mark.parametrize(
    "row",
    [
        "id,Cu_ppm,Zn_ppm",
        "ID,CU_PPM,ZN_PPM",
        "S90,NA,NA",
        "S91,ND,IS",
        "S92,lost,broken",
        "Cu,,",
        ",ppm,%",
    ],
)
def test_other_rows_of_words_begin_no_table(row: str) -> None:
    found = proposed(FIRST + row + "\n" + "".join(f"T{n},{n},{n}\n" for n in NUMBERS))
    assert "last" not in doubts(found)
    assert np.isfinite(found.table.column("Cu_ppm").values).sum() == 40


def test_blanks_between_columns_keep_blank_cells_in_their_place() -> None:
    right = table(
        "Sample   Cu     Zn    Pb\n"
        "S1       12   13.5     1\n"
        "S2              15   200\n"
        "S3      140            3\n"
        "铜4       7      8\n"
    )
    expected = {"Cu": [12, None, 140, 7], "Zn": [13.5, 15, None, 8], "Pb": [1, 200, 3, None]}
    for name, values in expected.items():
        np.testing.assert_array_equal(right.column(name).values, np.array(values, dtype=float))
    assert "read by the places at which their cells stand: 3, the first in line 3, 4, 5" in told(
        right
    )
    loose = table("a b c\n1 22 333\n10 2 3\n100 200 300\n5 6\n7 8 9\n")
    assert "cannot be told which cells are blank: 1, the first in line 5" in told(loose)
    named = table('Cu Zn\n"1" 2 3\n"2" 4 5\n"3" 6 7\n')
    assert "blank" not in told(named)


def test_angles_between_hyphens_and_samples_at_zero() -> None:
    assert degrees("104-10-15.5 E") == pytest.approx(104 + 10 / 60 + 15.5 / 3600)
    assert degrees("70-30-36 W") == pytest.approx(-70.51)
    assert degrees("12-30.6 S") == pytest.approx(-12.51)
    # a date, a sample and a range of depths are no angles where no column says so
    for text in ("12-10-15", "S12-10-15", "10-15"):
        assert degrees(text, bare=False) is None
    assert degrees("10-15") is None
    places = "".join(f"S{n},{-70 - n / 10},{-30 - n / 10},{n}\n" for n in range(9))
    far = table("id,Long,Lat,Cu\n" + places + "S9,0,0,12\n")
    assert "Samples at Long 0 and Lat 0, far from all others: 1, the first in row 10" in told(far)
    corner = "".join(f"S{n},{n * 10},{n % 3 * 10},{n}\n" for n in range(12))
    assert "far from all others" not in told(table("id,Easting,Northing,Cu\n" + corner))
