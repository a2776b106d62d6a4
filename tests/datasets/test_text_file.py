"""Text files: encodings, both engines, and the round trip of any table."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import lzma
import re
import zipfile
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datasets import delimited, text_blocks
from datasets.forgiving import split_text
from datasets.grammar import Dialect
from datasets.messages import InputError
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.regular import split_block
from datasets.sources import raw_of_text, read_raw
from datasets.table import read_table


def cells(sheet: RawSheet) -> list[list[str]]:
    """Rows of a sheet."""
    return [list(row) for row in zip(*(c.to_pylist() for c in sheet.columns), strict=True)]


def read(text: str | bytes, recipe: Recipe | None = None) -> RawSheet:
    data = text.encode() if isinstance(text, str) else text
    return raw_of_text(data, "t.csv", recipe)


def told(sheet: RawSheet) -> str:
    return "\n".join(map(str, sheet.notices))


# --- encodings -----------------------------------------------------------------------------

CHINESE = "样品号,铜,岩性\nA1,1.5,花岗岩\nA2,2,闪长岩\n"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("utf-32-le", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_chinese_in_every_encoding(written: str, found: str) -> None:
    sheet = read(CHINESE.encode(written))
    assert cells(sheet)[2] == ["A2", "2", "闪长岩"]
    assert cells(sheet)[0][0] == "样品号"
    assert sheet.encoding == found


@pytest.mark.parametrize(
    "text",
    [
        "sample,Au µg/g\na,1\n",
        "Gestein,Höhe,Grün\nGrünstein,1,ü\n",
        "échantillon,température °C\né1,20\n",
        "muestra,año\nSan Andrés,2001\nPeñón,2002\n",
    ],
)
def test_western_text_is_not_taken_for_chinese(text: str) -> None:
    sheet = read(text.encode("cp1252"))
    assert sheet.encoding == "cp1252"
    assert cells(sheet) == list(csv.reader(io.StringIO(text)))
    assert "Windows-1252" in told(sheet)


def test_russian_text_is_not_taken_for_chinese() -> None:
    text = "проба,медь,порода\nА1,1,гранит\nА2,3,базальт\n"
    sheet = read(text.encode("cp1251"))
    assert sheet.encoding == "cp1251"
    assert cells(sheet)[2] == ["А2", "3", "базальт"]


def test_a_byte_that_russian_does_not_have() -> None:
    text = "проба,медь,порода\nА1,1,гранит\n".encode("cp1251")
    assert read(text + b"\x98,1,2\n").rows == 3


def test_a_few_western_bytes_among_utf8() -> None:
    rows = "".join(f"样{k},花岗岩,{k}\n" for k in range(20))
    sheet = read("号,岩,Au\n".encode() + b"-,-,\xb5g/g\n" + rows.encode())
    assert sheet.encoding == "utf-8"
    assert cells(sheet)[1][2] == "µg/g"
    assert "1 bytes of another encoding, the first in line 2" in told(sheet)
    again = read("号,岩,Au\n".encode() + b"-,-,\xb5g/g\n" + rows.encode(), Recipe(encoding="utf-8"))
    assert cells(again) == cells(sheet)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1251", "shift_jis", "koi8-r", "big5"])
def test_a_chosen_encoding_wins(encoding: str) -> None:
    text = {"shift_jis": "試料,銅", "big5": "樣品,銅"}.get(encoding, "a,b")
    sheet = read(f"{text}\n1,2\n".encode(encoding), Recipe(encoding=encoding))
    assert cells(sheet)[0] == text.split(",")
    assert sheet.encoding == encoding


def test_a_chosen_encoding_that_is_wrong_names_byte_and_line() -> None:
    with pytest.raises(
        InputError, match=r"not written in utf-8: the byte 0xFC at position 8, line 2"
    ):
        read(b"a,b\r\n1,2\xfc\r\n", Recipe(encoding="utf-8"))
    with pytest.raises(InputError, match="no text encoding “utf-9”"):
        read(b"a,b\n1,2\n", Recipe(encoding="utf-9"))
    with pytest.raises(InputError, match="no text encoding “hex”"):
        read(b"a,b\n1,2\n", Recipe(encoding="hex"))


def test_an_encoding_that_cannot_be_told_names_byte_and_line() -> None:
    with pytest.raises(InputError, match="byte 0x81 at position 7, line 2, fits none of UTF-8"):
        read(b"Cu,Pb\n\xff\x81\x8d,2\n")


def test_the_place_of_a_fault_in_a_later_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datasets.encoding_faults.BLOCK", 7)
    data = "铜,铅\n".encode() * 10 + b"\xff,1\n"
    with pytest.raises(InputError, match=r"byte 0xFF at position 80, line 11"):
        read(data, Recipe(encoding="utf-8"))


def test_nul_bytes_and_control_z_are_left_out() -> None:
    sheet = read(b"a,b\r\n1,2\r\n3,\x004\r\n\x1a")
    assert cells(sheet) == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert told(sheet) == "NUL bytes left out of the text: 1, the first in line 3."


def test_marks_in_the_middle_of_a_file_stay() -> None:
    assert cells(read("\ufeffa,b\n\ufeff1,2\n"))[1] == ["\ufeff1", "2"]


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x00\x01\x02\x03" * 50,
        b"\x7fELF\x02\x01\x01" + b"\0\x05\x07\x9f" * 30,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"binary|cannot be told"):
        read(data)


# --- lines ---------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_numbers(end: str) -> None:
    sheet = read(end.join(["a,b", "", "1,2", "   ", "3,4"]))
    assert cells(sheet) == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert sheet.lines.tolist() == [1, 3, 5]


def test_mixed_line_ends() -> None:
    sheet = read("a,b\r\n1,2\n3,4\r5,6\r\n")
    assert [row[0] for row in cells(sheet)] == ["a", "1", "3", "5"]
    assert sheet.lines.tolist() == [1, 2, 3, 4]


def test_numbers_of_rows_below_cells_of_several_lines() -> None:
    sheet = read('a,b\n1,"x\ny"\n\n2,z\n')
    assert sheet.lines.tolist() == [1, 2, 5]


def test_only_the_first_lines() -> None:
    text = "a,b\n" + "1,2\n" * 50
    assert raw_head(text, 10) == 10


def raw_head(text: str, lines: int) -> int:
    from datasets.delimited import read_text

    return len(read_text(lambda: io.BytesIO(text.encode()), "t", Recipe(), lines).lines)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_text(pack, tmp_path: Path) -> None:
    path = tmp_path / "t.csv.packed"
    path.write_bytes(pack(CHINESE.encode("gbk")))
    assert cells(read_raw(path, Recipe()))[1] == ["A1", "1.5", "花岗岩"]
    path.write_bytes(pack(CHINESE.encode() * 500)[:-20])
    with pytest.raises(InputError, match="damaged or was copied only in part"):
        read_raw(path, Recipe())


def test_text_alone_in_a_zip_file(tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("data/t.csv", CHINESE.encode("gbk"))
        packed.writestr("__MACOSX/t.csv", b"junk")
        packed.writestr("readme.pdf", b"%PDF")
    assert cells(read_raw(path, Recipe()))[1] == ["A1", "1.5", "花岗岩"]
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("other.csv", b"a,b\n")
    with pytest.raises(InputError, match=r"holds 2 files .*data/t.csv, other.csv"):
        read_raw(path, Recipe())


# --- both engines --------------------------------------------------------------------------

PLAIN = st.text(st.sampled_from("ab1.<- 铜é'"), max_size=6)


@settings(deadline=None, max_examples=200)
@given(
    rows=st.lists(st.tuples(PLAIN, PLAIN, PLAIN), min_size=1, max_size=15),
    separator=st.sampled_from(",;\t| "),
    end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONE]),
    blank=st.integers(0, 15),
    last=st.booleans(),
)
def test_both_engines_give_the_same_cells(
    rows: list[tuple[str, str, str]],
    separator: str,
    end: str,
    quoting: Literal[0, 1, 2, 3],
    blank: int,
    last: bool,
) -> None:
    stream = io.StringIO()
    writer = csv.writer(
        stream, delimiter=separator, lineterminator=end, quoting=quoting, escapechar="\\"
    )
    writer.writerows(rows)
    lines = stream.getvalue().split(end)[:-1]
    lines.insert(min(blank, len(lines)), "")
    text = end.join(lines) + (end if last else "")
    dialect = Dialect(separator)
    quick = split_block(text.encode(), dialect, 3)
    if quick is None:
        return
    slow = split_text(text, dialect, 3, final=True)
    assert [list(row) for row in zip(*(c.to_pylist() for c in quick.columns), strict=True)] == (
        slow.cells
    )
    assert quick.lines.tolist() == slow.lines


def test_the_quick_engine_is_used() -> None:
    for text in ("a,b\n1,2\n", 'a,"b"\r\n"1,2",3\r\n', '"a"\t"b"\n"1"\t"2"', "a;b\n\n1;2\n"):
        separator = next(sign for sign in ";\t," if sign in text)
        assert split_block(text.encode(), Dialect(separator), 2) is not None, text
    for text in ('a,"b""c"\n1,2\n', 'a,"b\nc"\n', "a,b\n1\n", "a,b\r1,2\n", 'a,b"c\n1,2\n'):
        assert split_block(text.encode(), Dialect(","), 2) is None, text


@pytest.mark.parametrize("size", [8, 31, 64, 200])
def test_the_size_of_blocks_changes_nothing(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Report of a laboratory\n\na,b,c\n1,2,3\n4,\"x\n,y\"\"\",6\n\n7,8\n"
        + "1,2,3\n" * 20
        + "9,\"open,3\n5,6,7\n1,2,3,4\n铜,铅,\"锌\r\n锰\"\nend"
    )  # fmt: skip
    whole = read(text)
    monkeypatch.setattr(text_blocks, "BLOCK", size)
    monkeypatch.setattr(delimited, "_HEAD", 100)
    monkeypatch.setattr(delimited, "_LEAST", 20)
    for encoding in ("utf-8", "utf-16", "gb18030"):
        parts = read(text.encode(encoding))
        assert cells(parts) == cells(whole)
        assert np.array_equal(parts.lines, whole.lines)


@pytest.mark.parametrize("stray", ['"', 'a"'])
def test_a_large_text_with_odd_rows(stray: str) -> None:
    rows = [[f"S{k}", str(k), "granite"] for k in range(12_000)]
    rows[5000][0] = stray + "S"
    rows[7000].append("more")
    for k in range(9000, 11_000):
        rows[k][0] = stray + "S"
    sheet = read("\n".join(",".join(row) for row in rows))
    assert [column.to_pylist() for column in sheet.columns] == [
        [row[k] if k < len(row) else "" for row in rows] for k in range(4)
    ]
    assert sheet.lines.tolist() == list(range(1, 12_001))
    assert "more cells than the usual 3: 1, the first in line 7001" in told(sheet)


# --- round trips ---------------------------------------------------------------------------

CELL = st.one_of(
    st.text(st.sampled_from("abé铜矿 ,;\t|^~\"'\\\n\r x<-.5"), max_size=8),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers(-999, 999).map(str),
    st.sampled_from(["", "<5", "ND", "岩体", "1,5", 'say "hi"', "a;b", "two\nlines", "，；"]),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows of the same length below a row of names, the first cell of each never blank."""
    width = draw(st.integers(2, 6))
    names = [f"name{k}" for k in range(width)]
    row = st.lists(CELL, min_size=width - 1, max_size=width - 1)
    rows = draw(st.lists(row, min_size=1, max_size=12))
    return [names, *([f"S{k}", *one] for k, one in enumerate(rows))]


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=tables(),
    separator=st.sampled_from([",", ";", "\t", "|", "^", "~", "；", "，"]),
    quote=st.sampled_from("\"'"),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONE]),
    doubled=st.booleans(),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030"]),
)
def test_any_table_comes_back_with_its_dialect_given(
    rows: list[list[str]],
    separator: str,
    quote: str,
    quoting: Literal[0, 1, 2, 3],
    doubled: bool,
    end: str,
    encoding: str,
) -> None:
    # a writer leaves other line ends than its own outside quotes, where nobody can know them
    if quoting != csv.QUOTE_ALL:
        rows = [[re.sub(r"[\r\n]", end[-1], cell) for cell in row] for row in rows]
    escape = "" if doubled and quoting != csv.QUOTE_NONE else "\\"
    if not escape:
        # no escape is not the same as none chosen: one may be found
        rows = [[cell.replace("\\", "/") for cell in row] for row in rows]
    stream = io.StringIO()
    csv.writer(
        stream,
        delimiter=separator,
        quotechar=quote,
        quoting=quoting,
        doublequote=doubled,
        escapechar=escape or None,
        lineterminator=end,
    ).writerows(rows)
    recipe = Recipe(encoding=encoding, separator=separator, quote=quote, escape=escape)
    found = read(stream.getvalue().encode(encoding), recipe)
    assert cells(found) == rows
    assert (found.separator, found.quote, found.escape) == (separator, quote, escape)


@pytest.mark.parametrize("cell", ["C:\\data\\", "N\\A", "a\\b,c", "\\", "5\\; 6"])
def test_a_backslash_is_no_escape_by_itself(cell: str) -> None:
    rows = [["id", "path", "Cu"], ["a", cell, "1"], ["b", "plain", "2"], ["c", cell, "3"]]
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    assert cells(read(stream.getvalue())) == rows


ODD_TEXT = st.text(st.sampled_from("ab1.<,;\t|\"'\\\n\r -铜\ufeff\x1a\0"), max_size=80)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=80), ODD_TEXT.map(str.encode)))
def test_any_bytes_give_rows_or_a_sentence(data: bytes) -> None:
    try:
        found = read(data)
    except InputError as error:
        if "t.csv" not in str(error):
            pytest.fail(str(error))
        return
    assert found.rows > 0
    assert {len(column) for column in found.columns} == {found.rows}
    assert found.lines[0] >= 1
    assert np.all(np.diff(found.lines) > 0)


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"id,Cu,Pb\n" + b"sample,1.25,3.5\n" * 1_200_000)
    heard: list[float] = []
    table = read_table(path, told=heard.append)
    assert table.rows == 1_200_000
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert sum(share < 0.5 for share in heard) >= 2
    assert sum(0.5 < share < 1.0 for share in heard) >= 2


def test_an_interrupted_reading_ends_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"id,Cu,Pb\n" + b"sample,1.25,3.5\n" * 700_000)
    heard: list[float] = []

    def stop(share: float) -> None:
        heard.append(share)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_table(path, told=stop)
    assert len(heard) == 1


def test_a_recipe_can_say_that_nothing_is_quoted() -> None:
    data = b'id,note,Cu\na,"x,1\nb,"y,2\nc,5" pipe,3\n'
    sheet = read(data, Recipe(quote=""))
    assert (sheet.quote, cells(sheet)[1]) == ("", ["a", '"x', "1"])
    assert read(b'a,b\n"1,5",2\n', Recipe(quote="")).columns[0].to_pylist() == ["a", '"1']
