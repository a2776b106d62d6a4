"""Reading tables: every sentence of failure, every dialect, everything worked around."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datasets.messages import InputError
from datasets.parsing import parse_table
from datasets.table import Column, read_table
from tests.datasets.helpers import public_table, table, told


def values(column: Column) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in column.values]


# --- what cannot be read -------------------------------------------------------------------


def test_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file .*absent\.csv"):
        read_table(tmp_path / "absent.csv")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_table(tmp_path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind here"
)
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "closed.csv"
    path.write_text("a\n1\n")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read_table(path)


def test_a_file_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *args: object) -> bytes:
        raise PermissionError

    (tmp_path / "open.csv").write_text("Cu\n1\n")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read; close it in other programs"):
        read_table(tmp_path / "open.csv")


def test_an_unknown_example() -> None:
    with pytest.raises(InputError, match=r"no example “silver”; the examples are copper, gold\."):
        read_table("example:silver")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"\xef\xbb\xbf", "no text at all"),
        (b"Cu,Pb\n", "a header but no rows"),
        (b"Cu,Pb\n,\n\n", "a header but no rows"),
        (b"PK\x03\x04rest", "is damaged"),
        (b"PAR1rest", "is damaged"),
        (b"Cu,Pb\n\xff\x81\x8d,2\n", "encoding of .* cannot be told"),
    ],
)
def test_content_that_is_no_table(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=sentence) as caught:
        read_table(path)
    assert "t.csv" in str(caught.value)


def test_an_absent_column_names_those_near() -> None:
    found = table("Cu_ppm,Pb_ppm\n1,2\n")
    with pytest.raises(InputError, match="nearest names are Cu_ppm"):
        found.column("cu_pm")
    with pytest.raises(InputError, match="its columns are Cu_ppm, Pb_ppm"):
        found.column("longitude")


# --- encodings and dialects ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("gb18030", "gb18030"),
    ],
)
def test_encodings(written: str, read: str) -> None:
    found = table("样品号,铜,类型\nA1,1.5,斑岩型\nA2,2,矽卡岩型\n", written)
    assert found.names == ("样品号", "铜", "类型")
    assert list(found.column("类型").values) == ["斑岩型", "矽卡岩型"]
    assert found.encoding == read
    assert ("GB 18030" in told(found)) == (read == "gb18030")


def test_a_western_file() -> None:
    found = table("Gestein,Cu\nGrünstein ß,1\n", "cp1252")
    assert found.encoding == "cp1252"
    assert found.column("Gestein").values[0] == "Grünstein ß"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator: str, end: str) -> None:
    rows = [["id", "Cu", "note"], ["a", "1.5", "x"], ["b", "2", "y"]]
    found = table(end.join(separator.join(row) for row in rows) + end)
    assert found.separator == separator
    assert values(found.column("Cu")) == [1.5, 2.0]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_decimal_commas(separator: str) -> None:
    found = table("Cu;Pb\n1,5;<0,2\n2;10\n-3,25e2;0,125\n".replace(";", separator))
    assert found.decimal == ","
    assert values(found.column("Cu")) == [1.5, 2.0, -325.0]
    assert values(found.column("Pb")) == [0.2, 10.0, 0.125]
    assert list(found.column("Pb").censored) == [True, False, False]


def test_quotes() -> None:
    found = table('name,Cu\n"say ""hi"", twice",1\n"two\nlines","2.5"\n')
    assert list(found.column("name").values) == ['say "hi", twice', "two\nlines"]
    assert values(found.column("Cu")) == [1.0, 2.5]


def test_one_column() -> None:
    found = table("Cu\n1\n2\n")
    assert found.names == ("Cu",)
    assert values(found.column("Cu")) == [1.0, 2.0]


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\r\n1,2\r\n")
    assert read_table(path).fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read_table(str(path)).source == str(path)


# --- what is worked around -----------------------------------------------------------------


def test_headers_are_made_unique_and_named() -> None:
    found = table(" Cu ,\ufeffPb,,Cu,Cu (2)\n1,2,3,4,5\n")
    assert found.names == ("Cu", "Pb", "column 3", "Cu (3)", "Cu (2)")
    assert "Cu is there more than once" in told(found)


def test_empty_columns_and_rows_are_left_out() -> None:
    found = table("Cu,Pb,,\n1,2,,\n,,,\n3,4,,\n,,,\n\n")
    assert found.names == ("Cu", "Pb")
    assert found.rows == 2
    assert "table: 2." in told(found)
    assert "Empty rows left out: 2." in told(found)


def test_empty_lines_above_the_header() -> None:
    assert table("\n  \n,,\nCu,Pb\n1,2\n").names == ("Cu", "Pb")


def test_short_rows_are_filled_with_missing_cells() -> None:
    found = table("Cu,Pb,Zn\n1\n2,3\n4,5,6\n")
    assert values(found.column("Zn")) == [None, None, 6.0]


def test_separators_at_the_end_of_rows() -> None:
    assert table("Cu,Pb\n1,2,\n3,4,,,\n").names == ("Cu", "Pb")


def test_row_names_without_a_header() -> None:
    found = table("Cu,Pb\nr1,1,2\nr2,3,4\n")
    assert found.names == ("column 1", "Cu", "Pb")
    assert values(found.column("Pb")) == [2.0, 4.0]
    assert "row names" in told(found)


@pytest.mark.parametrize(
    "code",
    [
        *("", " ", "NA", "N/A", "NaN", "nan", "null", "NULL", "-"),
        *("*", "?", "ND", "n.d.", "NS", "IS", "NR", "＊"),
    ],
)
def test_codes_for_missing(code: str) -> None:
    found = table(f"NA,id\n1.5,a\n{code},b\n2,c\n")
    assert values(found.column("NA")) == [1.5, None, 2.0]
    assert found.column("NA").missing == 1
    assert not found.notices


def test_only_blank_is_missing_in_a_text_column() -> None:
    column = table("type,Cu\nNS,1\n ,2\nIS,3\n").column("type")
    assert column.kind == "text"
    assert list(column.values) == ["NS", None, "IS"]
    assert column.missing == 1


@pytest.mark.parametrize("cell", ["<0.5", "< 0.5", "＜0.5", "＜０．５", "<=0.5", "≤0.5"])
def test_values_below_a_limit(cell: str) -> None:
    column = table(f"Au\n1\n{cell}\n").column("Au")
    assert values(column) == [1.0, 0.5]
    assert list(column.censored) == [False, True]
    assert column.missing == 0


def test_a_column_wholly_below_its_limit_is_a_number() -> None:
    assert table("Au,id\n<5,a\n<5,b\n").column("Au").kind == "number"


def test_values_above_the_range() -> None:
    found = table("Cu\n1\n2\n>10000\n")
    assert values(found.column("Cu")) == [1.0, 2.0, 10000.0]
    assert not found.column("Cu").censored.any()
    assert "above the range of the method (1, the first “>10000” in row 3)" in told(found)


def test_infinite_cells_are_missing() -> None:
    found = table("Cu\n1\ninf\n-Inf\n1e999\n")
    assert values(found.column("Cu")) == [1.0, None, None, None]
    assert "infinite cells (3)" in told(found)


def test_full_width_digits() -> None:
    assert values(table("dip,a\n１２．５,1\n－3,2\n−4,3\n+5,4\n").column("dip")) == [
        12.5,
        -3,
        -4,
        5,
    ]


def test_words_among_numbers_are_told() -> None:
    cells = [str(k) for k in range(18)]
    found = table("Cu\n" + "\n".join([*cells[:3], "lost", *cells[3:], "spilt"]) + "\n")
    assert found.column("Cu").kind == "number"
    assert found.column("Cu").missing == 2
    assert told(found) == (
        "Cu has cells that are not numbers (2, the first “lost” in row 4); they count as missing."
    )


def test_too_many_words_make_text() -> None:
    assert table("size\n" + "1\n" * 8 + "x\n").column("size").kind == "text"


@pytest.mark.parametrize("cell", ["1_000", "0x10", "True", "12.5.3", "1,5,3", "1:5"])
def test_what_is_no_number(cell: str) -> None:
    assert table(f'Cu,a\n"{cell}",1\n').column("Cu").kind == "text"


def test_cells_beyond_the_header_become_columns_and_are_told() -> None:
    found = table("a,b\n1,2\n\n3,4,5\n")
    assert found.names == ("a", "b", "column 3")
    assert values(found.column("column 3")) == [None, 5.0]
    assert "the first in line 4" in told(found)


# --- round trips ---------------------------------------------------------------------------

# Numbers that stand for a missing value are tested in test_codes.py.
NUMBERS = st.one_of(st.none(), st.floats(-1e5, 1e20), st.integers(-99, 10**9)).filter(
    lambda number: number is None or number >= 0 or round(number) != number
)
WORDS = st.text(st.sampled_from("abcé铜矿类型,;|\t\"' xyz"), min_size=1, max_size=8).map(
    lambda text: "w" + text.strip() + "w"
)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(WORDS, NUMBERS, NUMBERS), min_size=1, max_size=12),
    separator=st.sampled_from(",;\t|"),
    decimal=st.sampled_from(".,"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_a_table_comes_back_as_it_was_written(
    rows: list[tuple[str, float | None, float | None]],
    separator: str,
    decimal: str,
    encoding: str,
    end: str,
) -> None:
    if separator == ",":
        decimal = "."
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator=end)
    writer.writerow(["名称", "dip", "pH"])
    # A first row of plain fractions, so that the decimal sign can be told at all.
    rows = [("first", 0.5, 1.5), *rows]
    for name, *numbers in rows:
        cells = ["" if n is None else repr(n).replace(".", decimal) for n in numbers]
        writer.writerow([name, *cells])
    found = table(stream.getvalue(), encoding)
    assert (found.separator, found.decimal) == (separator, decimal)
    assert list(found.column("名称").values) == [name for name, *_ in rows]
    for k, element in enumerate(("dip", "pH"), start=1):
        written = [None if row[k] is None else float(row[k]) for row in rows]  # type: ignore[arg-type]
        assert values(found.column(element)) == written


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.text(st.sampled_from('ab1.<,;\t|"\n\r -铜\ufeff\u3000'), max_size=60).map(str.encode),
    )
)
def test_any_bytes_give_a_table_or_a_sentence(data: bytes) -> None:
    try:
        found = parse_table(data, "t.csv")
    except InputError:
        return
    assert found.rows > 0
    assert len(set(found.names)) == len(found.columns) > 0
    assert all(len(column.values) == found.rows for column in found.columns)


# --- public tables -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("r_packages/StatDA/chorizon.csv", (605, 111)),
        ("r_packages/sp/meuse.csv", (155, 14)),
        ("rocks/manual_python_geologia/rocas.csv", (22437, 10)),
        ("deposits/usgs_porphyry_cu_2008/PorCuEX2008.csv", (690, 43)),
    ],
)
def test_public_tables(path: str, shape: tuple[int, int]) -> None:
    found = public_table(path)
    assert (found.rows, len(found.columns)) == shape
