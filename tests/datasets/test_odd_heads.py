"""Heads of sheets that say little: limits without a label, two tables, prose, keys, numbers."""

from __future__ import annotations

import pytest

from datasets.deciding import Proposal, propose
from datasets.recipe import Recipe
from datasets.sources import raw_of_text
from tests.datasets.helpers import told
from tests.datasets.sheets import cells, decision

SAMPLES = "".join(f"S{n},{500000 + n},{4000000 + 7 * n % 40},{n}.5,{90 - n}\n" for n in range(30))
NAMES = "Sample,X,Y,Cu,Zn\n"
UNITS, METHODS, LIMITS = ",,,ppm,ppb\n", ",,,ICP-MS,AAS\n", ",,,0.5,1\n"


def proposed(text: str, recipe: Recipe | None = None) -> Proposal:
    recipe = recipe or Recipe()
    return propose(raw_of_text(text.encode(), "table.csv", recipe), recipe)


def unsure(found: Proposal) -> set[str]:
    return {one.name for one in found.decisions if not one.sure and not one.column}


@pytest.mark.parametrize(
    "head",
    [
        NAMES + UNITS + LIMITS,
        NAMES + UNITS + METHODS + LIMITS,
        NAMES + LIMITS + UNITS + METHODS,
        NAMES + METHODS + LIMITS + UNITS,
        NAMES + UNITS + LIMITS + ",,,1000,2000\n",
        NAMES + UNITS + ",,,1000,2000\n" + LIMITS,
        NAMES + UNITS + "Grenze,,,0.5,1\n",
        LIMITS + UNITS + NAMES,
    ],
)
@pytest.mark.parametrize("foot", ["", "\n,,,,\nNotes: values below the limit are marked <\n"])
def test_limits_without_a_label_are_no_sample(head: str, foot: str) -> None:
    found = proposed(head + SAMPLES.replace("0.5,90", "<LOD,<1") + foot)
    copper, zinc = found.table.columns[3:5]
    assert found.table.rows == 30
    assert [column.name for column in found.table.columns] == ["Sample", "X", "Y", "Cu", "Zn"]
    assert (copper.unit, zinc.unit) == ("ppm", "ppb")
    # of two rows of limits the lower one counts, in whichever order they stand
    assert (cells(copper)[0], cells(zinc)[0]) == ("<0.5", "<1")
    assert "limits" in unsure(found)


LABELS = (
    "RDL|MRL|LLD|LLOD|LOQ|PQL|MDL|IDL|DL|ULD|Lower limit|Upper limit|Min detection|Max. detection|"
    "Detection|检出限|下限|上限|Nachweisgrenze|BG|NWG|limite de détection|límite de detección|"
    "предел обнаружения"
)


@pytest.mark.parametrize("label", LABELS.split("|"))
def test_words_for_detection_limits(label: str) -> None:
    found = proposed("Sample,Cu,Zn\n,ppm,ppm\n" + f"{label},50,60\nS1,12,33\nS2,14,44\nS3,14,55\n")
    assert (decision(found, "limits"), found.table.rows) == ((3,), 3)
    assert "limits" not in unsure(found)


def test_what_only_looks_like_limits_or_figures() -> None:
    figures = proposed("Sample,Cu,Zn\nmin,0.5,1\nmax,15,16\na,12,13\nb,0.5,14\nc,15,16\n")
    assert figures.table.rows == 3
    assert "left out: 2, 3" in told(figures.table)
    assert "titles" in unsure(figures)
    # samples all the same: one without its number, a class that is called like a figure
    for first in ("Sample,Cu_ppm,Zn_ppm\n,15,16\n", "class,Cu,Zn\nbackground,3,4\n"):
        found = proposed(first + "".join(f"S{n},{n},{n + 1}\n" for n in range(10, 30)))
        assert found.table.rows == 21
        assert not unsure(found) & {"limits", "titles"}


def table_of(names: str, count: int, rest: str = "") -> str:
    return names + "\n" + "".join(f"{names[0]}{n},{n},{n + 1}{rest}\n" for n in range(count))


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (table_of("Sample,Cu_ppm,Zn_ppm", 20), table_of("Hole,From,To,Rock,Code", 5, ",G,x")),
        (table_of("Sample,Cu_ppm,Zn_ppm", 20), table_of("Hole,From,To,Rock,Code", 25, ",G,x")),
        (table_of("Sample,Cu_ppm,Zn_ppm", 3), table_of("Standard,Expected,Measured", 2)),
        (table_of("id,u,v", 60), table_of("name,count,share", 3)),
        ("Sample,Cu_ppm\nA,1\nB,2\nC,3\n", table_of("Hole,From,To,Rock", 3, ",G")),
        ("name,value\nx,1\ny,2\n", "a,b,c,d\n1,2,3,4\n5,6,7,8\n"),
        ("Standard,Cu,Zn\nO1,10,20\nO2,30,40\n", NAMES + SAMPLES),
    ],
)
def test_of_two_tables_one_is_read_and_the_other_told(upper: str, lower: str) -> None:
    found = proposed(upper + "\n" + lower)
    counts = upper.count("\n") - 1, lower.count("\n") - 1
    assert found.table.rows == max(counts)
    assert f"its rows were left out: {min(counts)}" in told(found.table)
    assert unsure(found) & {"first", "last"}
    kept = upper if counts[0] >= counts[1] else lower
    names = kept.split("\n", 1)[0].split(",")
    assert [column.name for column in found.table.columns] == names


def test_either_of_two_tables_can_be_chosen() -> None:
    text = table_of("Sample,Cu_ppm,Zn_ppm", 5) + "\n" + table_of("Hole,From,To,Rock", 9, ",G")
    for names, rows in ((1, 5), (8, 9)):
        found = proposed(text, Recipe(names=(names,)))
        assert found.table.rows == rows
        assert "its rows were left out" in told(found.table)
        assert found.table.columns[0].name == ("Sample" if names == 1 else "Hole")


def test_a_sample_with_remarks_begins_no_table() -> None:
    places = "".join(f"{name},{n},{n}\n" for n, name in enumerate(["hill", "creek", "lake"]))
    for text in (
        "id,u,v\n" + places + "bridge,lost,broken\n" + places.replace("l", "n"),
        table_of("id,u,v", 9) + "\ni10,lost,broken\n" + table_of("id,u,v", 9).split("\n", 1)[1],
    ):
        assert not unsure(proposed(text)) & {"last", "first"}


@pytest.mark.parametrize("lines", [40, 60, 120, 300])
@pytest.mark.parametrize(
    "prose",
    [
        "This is line {} of a report with words; and more",
        "This is line {} of a report, with commas, many; and more",
        "Parameter {}: 70 units",
    ],
)
def test_a_preamble_of_many_lines(prose: str, lines: int) -> None:
    above = "".join(prose.format(line) + "\n" for line in range(lines))
    found = proposed(above + "\n" + NAMES + SAMPLES)
    assert [column.name for column in found.table.columns] == ["Sample", "X", "Y", "Cu", "Zn"]
    assert found.table.rows == 30
    assert decision(found, "names") == (lines + 2,)


@pytest.mark.parametrize("names", ["Sample ID,Hg_ppb", "Sample ID,Hg_ppb,Cu_ppm"])
@pytest.mark.parametrize("key", ["Laboratory X\nJob,J551", "Job,J551", "Job,12\nBatch,3"])
def test_keys_with_values_are_no_names(names: str, key: str) -> None:
    rest = ",1.5\n" if names.count(",") == 2 else "\n"
    found = proposed(f"{key}\n{names}\n" + "".join(f"S{n},{n}{rest}" for n in range(20)))
    assert [column.name for column in found.table.columns] == names.split(",")
    assert found.table.columns[1].element == "Hg"
    assert found.table.rows == 20


def test_numbers_that_may_be_names_and_a_number_in_brackets() -> None:
    years = proposed("2019,2020,2021\n5,6,7\n8,9,10\n1,2,3\n")
    assert [column.name for column in years.table.columns] == ["2019", "2020", "2021"]
    assert "names" in unsure(years)
    counted = proposed("1,2,3,4\n10,20,30,40\n50,60,70,80\n")
    assert counted.table.rows == 3
    assert "names" in unsure(counted)
    bracketed = proposed("id,n\na,(123.4)\nb,1.5\nc,2\nd,+3\ne,.5\nf,6.\n")
    assert bracketed.table.rows == 6
    assert [column.name for column in bracketed.table.columns] == ["id", "n"]
    numbered = proposed("id,Cu,Zn\n(1),(2),(3)\na1,2,3\na2,3,4\n")
    assert numbered.table.rows == 2
