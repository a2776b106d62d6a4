"""What stands below the samples: means, totals, signatures, with a name and without."""

from __future__ import annotations

import pytest

from datasets.ends import is_summary
from tests.datasets.helpers import told
from tests.datasets.sheets import proposed

SAMPLES = "id,Cu_ppm,Au_ppb\n" + "".join(f"S{k},{k}.5,{2 * k}\n" for k in range(1, 11))


@pytest.mark.parametrize(
    "foot",
    [
        "Mean,6,11\nStd Dev,3,6\n,,\nn=10,,\nAuthorised by: Dr. A. Smith,,\n",
        "Mittelwert,6,11\nStandardabweichung,3,6\nAnzahl,10,10\nGeprüft: Meier,,\n",
        "Moyenne,6,11\nÉcart-type,3,6\nN = 10,,\n",
        "Promedio,6,11\nDesviación estándar,3,6\nMáximo,9,9\n",
        "Среднее,6,11\nСт. откл.,3,6\n",
        "背景值,6,11\n标准离差,3,6\n异常下限,12,22\n浓集系数,1,2\n审核：张三,,\n",
        "Mean + 2SD,12,23\nMean (n=10),6,11\nUpper quartile,3,5\nApproved by,J. Doe,\n",
        ",60,110\n",
        ",,\nStatistics,,\nMin,1,2\nMax,3,4\n",
        "Total,60,110\n,60.0,110.0\n",
        ",6,11\n",
    ],
)
def test_no_figure_of_many_samples_is_one(foot: str) -> None:
    found = proposed(SAMPLES + foot)
    assert found.table.rows == 10
    assert found.table.checks == ()
    count = sum(bool(line.strip(",")) for line in foot.splitlines())
    assert f"no samples and were left out: {count}" in told(found.table)
    nameless = "\n,6" in f"\n{foot}"
    assert [d.sure for d in found.decisions if d.name == "last"] == [not nameless]


@pytest.mark.parametrize(
    "text",
    [
        SAMPLES + ",61,110\n",
        SAMPLES + ",6.5,\n",
        "id,Cu\n" + "".join(f"P{k},{k}\n" for k in range(10, 99)),
        "id,Cu\n" + "".join(f"Q{k},{k}\n" for k in range(1, 4)),
        "Cu,Pb\n1,2\n2,3\n3,5\n",
    ],
)
def test_samples_that_look_like_figures_stay(text: str) -> None:
    assert proposed(text).table.rows == text.count("\n") - 1


def test_a_standard_and_a_deviation() -> None:
    assert is_summary("Std Dev")
    rows = "".join(f"S{k},{k}\n" for k in range(9))
    found = proposed("id,Cu\nSTD 1,5\nStd Dev,5\n" + rows).table
    assert [check.name for check in found.checks] == ["STD 1"]


def test_notes_that_commas_part_are_no_samples() -> None:
    """A comma in a sentence makes cells of it, and a year among them no copper."""
    samples = "Sample,Cu_ppm,Zn_ppm\nS1,12,33\nS2,13,34\nS3,<1,35\n"
    feet = (
        "\nSource: Lab X, 2020\n* provisional; not final\nCopyright, all rights reserved\n",
        "Note: values in ppm, dry weight\n",
        "Total,,\nKey: a,1,2\n<,below limit\n>,above limit\n",
        "备注：本表, 2020\n",
    )
    for foot in feet:
        found = proposed(samples + foot).table
        assert (found.rows, found.unread) == (3, ())
        count = sum(bool(line.strip()) for line in foot.splitlines())
        assert f"no samples and were left out: {count}" in told(found)
    for last in ("S4,<1,<1\n", "S4,lost,lost\n", "Source,2,5\n"):
        assert proposed(samples + last).table.rows == 4
