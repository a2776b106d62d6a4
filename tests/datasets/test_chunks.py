"""A table read in parts is the table read at once."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from datasets import chunks, text_blocks
from datasets.chunks import Chunk, in_chunks
from datasets.columns import Table
from datasets.further_rows import FurtherRows
from datasets.recipe import ColumnRecipe, Recipe
from datasets.table import read_table

NAMES = ("id", "x", "y", "Cu_ppm", "Au_ppb", "rock")
BLOCK = 3000


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text be large enough for parts, of some 3,000 bytes each."""
    monkeypatch.setattr(chunks, "WHOLE_BELOW", 0)
    monkeypatch.setattr(text_blocks, "BLOCK", BLOCK)
    monkeypatch.setattr(chunks, "ROWS", 100)


def parts_of(
    path: Path, recipe: Recipe | None = None, wanted: tuple[str, ...] = NAMES
) -> list[Chunk]:
    found = in_chunks(path, recipe or Recipe(), wanted)
    assert found is not None
    return list(found)


def assert_same(parts: list[Chunk], whole: Table, wanted: tuple[str, ...] = NAMES) -> None:
    """Values, limits and ranges of the wanted columns, and the numbers of the rows."""
    assert [part.first_row for part in parts] == [
        0,
        *itertools.accumulate(part.table.rows for part in parts[:-1]),
    ]
    assert sum(part.table.rows for part in parts) == whole.rows
    assert parts[-1].done == parts[-1].total
    for name in wanted:
        columns = [part.table.column(name) for part in parts]
        expected = whole.column(name)
        assert {column.kind for column in columns} == {expected.kind}
        assert {column.unit for column in columns} == {expected.unit}
        np.testing.assert_array_equal(
            np.concatenate([column.values for column in columns]), expected.values
        )
        np.testing.assert_array_equal(
            np.concatenate([column.censored for column in columns]), expected.censored
        )
        above = [
            np.zeros(len(column.values), bool) if column.above is None else column.above
            for column in (*columns, expected)
        ]
        np.testing.assert_array_equal(np.concatenate(above[:-1]), above[-1])


def lines_of(rows: int, seed: int = 1, odd: float = 0.0) -> list[list[str]]:
    """Return rows of cells; `odd` is the share of cells with a limit, a blank or a code."""
    random = np.random.default_rng(seed)
    found = []
    for row in range(rows):
        cu, au = (f"{value:.3f}" for value in np.exp(random.normal(3, 1, 2)))
        if random.random() < odd:
            cu = str(random.choice(["<0.5", "", ">10000", "ND", "<2"]))
        found.append(
            [f"S{row:05d}", f"{row % 40 * 1000.0}", f"{row // 40 * 1000.5}", cu, au, "granite"]
        )
    return found


def write(path: Path, lines: list[list[str]], separator: str = ",", **rest: str) -> Path:
    text = "".join(separator.join(cells) + "\n" for cells in [list(NAMES), *lines])
    path.write_text(text, **rest)
    return path


@pytest.mark.parametrize("odd", [0.0, 0.02, 0.4])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_in_parts(tmp_path: Path, small_parts: None, odd: float, separator: str) -> None:
    lines = lines_of(600, odd=odd)
    # the first part must show which codes there are
    lines[3][3], lines[4][3] = ("ND", "<0.5") if odd else (lines[3][3], lines[4][3])
    path = write(tmp_path / "a.csv", lines, separator)
    parts = parts_of(path)
    assert len(parts) > 5
    assert_same(parts, read_table(str(path)))


def test_plain_parts_are_read_by_columns(
    tmp_path: Path, small_parts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bool] = []
    whole = FurtherRows.read

    def counted(self: FurtherRows, block: bytes) -> Table | None:
        table = whole(self, block)
        read.append(table is not None)
        return table

    monkeypatch.setattr(FurtherRows, "read", counted)
    path = write(tmp_path / "a.csv", lines_of(600, odd=0.05))
    assert_same(parts_of(path), read_table(str(path)))
    assert len(read) > 5
    assert all(read)


def test_decimal_commas_units_and_a_title(tmp_path: Path, small_parts: None) -> None:
    lines = [[cell.replace(".", ",") for cell in cells] for cells in lines_of(500, odd=0.05)]
    lines[2][3] = "<0,5"
    head = "Survey of the north\n;;;;;\n" + ";".join(NAMES) + "\n;m;m;ppm;ppb;\n"
    path = tmp_path / "a.csv"
    path.write_text(head + "".join(";".join(cells) + "\n" for cells in lines), encoding="gb18030")
    assert_same(parts_of(path), read_table(str(path)))


def test_quotes_line_ends_in_cells_and_rows_of_other_lengths(
    tmp_path: Path, small_parts: None
) -> None:
    lines = lines_of(500)
    for row, rock in ((150, '"gra\nnite"'), (220, '"a ""b"", c"'), (330, "schist,,")):
        lines[row][5] = rock
    path = write(tmp_path / "a.csv", lines)
    assert_same(parts_of(path), read_table(str(path)))


def test_words_nan_and_inf_among_the_numbers(tmp_path: Path, small_parts: None) -> None:
    lines = lines_of(500)
    for row, text in ((200, "nan"), (210, "inf"), (220, "lost"), (230, "1e400"), (499, "-")):
        lines[row][3] = text
    path = write(tmp_path / "a.csv", lines)
    assert_same(parts_of(path), read_table(str(path)))


def test_a_foot_is_no_row(tmp_path: Path, small_parts: None) -> None:
    path = write(tmp_path / "a.csv", lines_of(500))
    with path.open("a", encoding="utf-8") as file:
        file.write("\nMean,,,20.1,20.1,\n")
    assert_same(parts_of(path), read_table(str(path)))


def test_renamed_converted_and_unwanted_columns(tmp_path: Path, small_parts: None) -> None:
    path = write(tmp_path / "a.csv", lines_of(500))
    recipe = Recipe(
        columns={
            "Cu_ppm": ColumnRecipe(name="copper", convert_to_unit="%"),
            "Au_ppb": ColumnRecipe(negative="limit", missing=("20.001",)),
        }
    )
    wanted = ("copper", "Au_ppb")
    parts = parts_of(path, recipe, wanted)
    assert_same(parts, read_table(str(path), recipe), wanted)
    # the column that names the samples comes along
    assert all(part.table.names == ("id", *wanted) for part in parts)


@given(
    seed=st.integers(0, 10**6),
    odd=st.floats(0, 1),
    rows=st.integers(1, 300),
    block=st.integers(200, 5000),
)
@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_table_in_any_parts(
    tmp_path: Path,
    small_parts: None,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    odd: float,
    rows: int,
    block: int,
) -> None:
    monkeypatch.setattr(text_blocks, "BLOCK", block)
    recipe = Recipe(
        columns={name: ColumnRecipe(kind="number") for name in NAMES[1:5]}
        | {name: ColumnRecipe(kind="text") for name in ("id", "rock")},
        missing=("ND",),
        names=(1,),
        first=2,
        find_missing=False,
    )
    path = write(tmp_path / "a.csv", lines_of(rows, seed, odd))
    assert_same(parts_of(path, recipe), read_table(str(path), recipe))


def test_parquet_in_parts(tmp_path: Path, small_parts: None) -> None:
    random = np.random.default_rng(2)
    values = np.exp(random.normal(3, 1, (4, 450)))
    values[2, ::7] = -999.0
    columns: dict[str, pa.Array] = {
        "id": pa.array([f"S{row}" for row in range(450)]),
        "x": pa.array(values[0]),
        "y": pa.array(np.arange(450)),
        "Cu_ppm": pa.array(values[2]),
        "Au_ppb": pa.array(values[3], mask=random.random(450) < 0.3),
        "rock": pa.array(["granite", None] * 225),
    }
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table(columns), path, row_group_size=130)
    parts = parts_of(path)
    assert len(parts) >= 4
    assert_same(parts, read_table(str(path)))
    numbers = ("x", "y", "Cu_ppm", "Au_ppb")
    assert_same(parts_of(path, wanted=numbers), read_table(str(path)), numbers)
