"""Comments and headings of sections among the samples are left out, and told."""

from __future__ import annotations

import pytest

from tests.datasets.helpers import told
from tests.datasets.sheets import cells, proposed

SAMPLES = [f"S{k},{k}.5,{3 * k}" for k in range(1, 12)]


def _between(line: str) -> str:
    return "\n".join(["Sample,Cu_ppm,Zn_ppm", *SAMPLES[:5], line, *SAMPLES[5:]]) + "\n"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("# batch 2, received late", "comments"),
        ("# recalibrated, 2020", "comments"),
        ("// dry weight", "comments"),
        ("Batch 2", "Headings"),
        ("Pulp Duplicates,,", "Headings"),
        ("CHECKS", "Headings"),
        ("检查样", "Headings"),
        ("North of the river", "Headings"),
    ],
)
def test_lines_that_are_no_samples(line: str, kind: str) -> None:
    found = proposed(_between(line)).table
    assert (found.rows, found.unread) == (11, ())
    assert cells(found.column("Zn_ppm")) == [str(3 * k) for k in range(1, 12)]
    assert kind in told(found)
    assert f"(7: {line.strip(',').replace(', ', ' ')})" in told(found)


@pytest.mark.parametrize("line", ["S99,,", "#S5,12,33", "LOST,,", "Batch 2,1,2"])
def test_what_may_be_a_sample_stays(line: str) -> None:
    found = proposed(_between(line)).table
    assert found.rows == 12
    assert ("may be headings" in told(found)) is (line == "LOST,,")


def test_samples_that_are_called_so() -> None:
    rows = "".join(f"#{k},{k}\n" for k in range(1, 9)) + "#9,\n"
    assert proposed("Sample,Cu_ppm\n" + rows).table.rows == 9
    rows = "".join(f"Batch {k},,{k % 3 or ''}\n" for k in range(1, 12))
    assert proposed("Sample,Cu_ppm,Zn_ppm\n" + rows).table.rows == 11


def test_a_comment_among_plain_numbers() -> None:
    found = proposed(
        "# made by x\na,b,c\n1,2,3\n# middle comment, here\n4,5,6\n7,8,9\n# end\n"
    ).table
    assert [column.kind for column in found.columns] == ["number"] * 3
    assert cells(found.column("a")) == ["1", "4", "7"]
