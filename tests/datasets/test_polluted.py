"""Polluted text files: the pollutions of the Pollock benchmark, done to a small survey.

Vitagliano et al. (2023), "Pollock: a data loading benchmark", PVLDB 16, lists what is wrong with
the CSV files of public portals: file by file (headers, preambles, separators, quotes, line ends)
and row by row (cells too many or too few, quotes out of place, another separator).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from datasets.messages import InputError
from datasets.raw_sheet import RawSheet
from datasets.sources import raw_of_text

NAMES = ["sample", "x_m", "y_m", "Cu_ppm", "Au_ppb", "rock", "remarks"]
ROCKS = ("granite", "andesite, altered", "", 'so-called "skarn"')
ROWS = [
    [f"S-{k:03d}", f"{4213.5 + k}", f"{81 * k}", f"{k * 1.37:.2f}", ("<1", "ND", "12")[k % 3],
     ROCKS[k % 4], "" if k % 2 else "seen twice"]
    for k in range(40)
]  # fmt: skip
TABLE = [NAMES, *ROWS]


def written(
    rows: list[list[str]] = TABLE, separator: str = ",", end: str = "\n", **dialect: object
) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=end, **dialect).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue()


def read(text: str) -> RawSheet:
    return raw_of_text(text.encode(), "t.csv")


def cells(sheet: RawSheet) -> list[list[str]]:
    return [list(row) for row in zip(*(c.to_pylist() for c in sheet.columns), strict=True)]


def told(sheet: RawSheet) -> str:
    return "\n".join(map(str, sheet.notices))


def padded(rows: list[list[str]]) -> list[list[str]]:
    """Fill rows with blanks to the longest of them."""
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


# --- of the whole file ---------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^", "~", "，", "；"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_separators_and_line_ends(separator: str, end: str, quoting: int) -> None:
    sheet = read(written(separator=separator, end=end, quoting=quoting))
    assert cells(sheet) == TABLE
    assert not sheet.notices


def test_single_quotes() -> None:
    sheet = read(written(quotechar="'"))
    assert cells(sheet) == TABLE
    assert sheet.quote == "'"


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONE])
def test_escapes(quoting: int) -> None:
    sheet = read(written(quoting=quoting, doublequote=False, escapechar="\\"))
    assert cells(sheet) == TABLE
    assert sheet.escape == "\\"


def test_blanks_after_separators() -> None:
    text = "\n".join(
        ", ".join(f'"{cell}"' if "," in cell else cell for cell in row)
        for row in TABLE
        if '"' not in row[5]
    )
    sheet = read(text)
    assert [[c.strip() for c in row] for row in cells(sheet)] == [
        row for row in TABLE if '"' not in row[5]
    ]


def test_columns_between_runs_of_blanks() -> None:
    rows = [[cell or "-" for cell in row[:5]] for row in TABLE]
    for text in (
        "\n".join("   ".join(f"{cell:>9}" for cell in row) for row in rows),
        "\n".join("".join(f"{cell:<12}" for cell in row) for row in rows),
    ):
        assert cells(read(text)) == rows
        assert read(text).separator == " "


def test_no_header() -> None:
    assert cells(read(written(ROWS))) == ROWS


def test_several_rows_of_names() -> None:
    rows = [["", "place", "", "assay", "", "", ""], NAMES, ["", "m", "m", "ppm", "ppb"] + [""] * 2]
    assert cells(read(written([*rows, *ROWS]))) == [*rows, *ROWS]


@pytest.mark.parametrize("top", ["Report of a laboratory", "Client: A, B\nDate; 2020-01-02\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_lines_above_and_below(top: str, separator: str) -> None:
    sheet = read(f"{top}\n{written(separator=separator)}\nEnd of report\n")
    found = cells(sheet)
    assert sheet.separator == separator
    at = next(k for k, row in enumerate(found) if row[0] == "sample")
    assert found[at : at + len(TABLE)] == TABLE
    assert found[-1][0] == "End of report"
    assert sheet.lines[-1] == len(f"{top}\n".splitlines()) + len(TABLE) + 2
    assert f"1, the first in line {sheet.lines[-1]}; their last cells are blank" in told(sheet)


@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n", "\n  \n", "\r\n\x1a"])
def test_ends_of_the_file(tail: str) -> None:
    assert cells(read(written().rstrip("\n") + tail)) == TABLE


def test_only_names() -> None:
    for text in (written([NAMES]), written([NAMES]).rstrip()):
        assert cells(read(text)) == [NAMES]


def test_one_row() -> None:
    assert cells(read(written(TABLE[:2]))) == TABLE[:2]


@pytest.mark.parametrize("text", ["\n", " \n", "\ufeff", "\x1a"])
def test_nothing_at_all(text: str) -> None:
    with pytest.raises(InputError, match="no text at all"):
        read(text)


@pytest.mark.parametrize("width", [3, 7, 9])
def test_a_second_table_below_the_first(width: int) -> None:
    second = [[f"n{k}" for k in range(width)], *([str(k)] * width for k in range(5))]
    sheet = read(written() + "\n" + written(second))
    assert cells(sheet) == padded([*TABLE, *second])
    word = {3: "fewer", 7: "", 9: "more"}[width]
    assert (f"Rows with {word} cells than the usual 7: 6, the first in line 43, 44, 45…" in told(
        sheet
    )) == (width != 7)  # fmt: skip


@pytest.mark.parametrize("stated", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n', "\ufeffsep=;\n"])
def test_a_line_that_states_the_separator(stated: str) -> None:
    sheet = read(stated + written(separator=";"))
    assert cells(sheet) == TABLE
    assert sheet.separator == ";"
    assert sheet.lines[0] == 2


def test_the_stated_separator_wins_over_the_likely_one() -> None:
    assert cells(read("sep=;\na,b;c\n1,2;3\n")) == [["a,b", "c"], ["1,2", "3"]]


# --- of single rows ------------------------------------------------------------------------


@pytest.mark.parametrize("row", [2, 17, 40])
@pytest.mark.parametrize("column", [0, 3, 6])
def test_one_separator_more(row: int, column: int) -> None:
    rows = [list(one) for one in TABLE]
    rows[row].insert(column, "extra")
    sheet = read(written(rows))
    assert cells(sheet) == padded(rows)
    if TABLE[row][6]:
        said = f"Rows with more cells than the usual 7: 1, the first in line {row + 1};"
        assert said in told(sheet)


@pytest.mark.parametrize("row", [2, 17, 40])
def test_one_separator_less(row: int) -> None:
    rows = [list(one) for one in TABLE]
    rows[row][1:3] = ["".join(rows[row][1:3])]
    sheet = read(written(rows))
    assert cells(sheet) == padded(rows)
    assert f"Rows with fewer cells than the usual 7: 1, the first in line {row + 1};" in told(sheet)


def spoilt(row: int, change: Callable[[str], str]) -> str:
    lines = written(quoting=csv.QUOTE_ALL).splitlines(keepends=True)
    lines[row] = change(lines[row])
    return "".join(lines)


@pytest.mark.parametrize("row", [0, 3, 5, 40])
@pytest.mark.parametrize("place", [0, 1, 3, -1, 12])
def test_a_quote_never_swallows_the_rows_that_follow(row: int, place: int) -> None:
    """One quote of the row is missing, at its beginning, end or between."""

    def without(line: str) -> str:
        quotes = [k for k, sign in enumerate(line) if sign == '"']
        at = quotes[place]
        return line[:at] + line[at + 1 :]

    sheet = read(spoilt(row, without))
    found = cells(sheet)
    others = [k for k in range(len(TABLE)) if k != row]
    assert [found[k][:7] for k in others] == [TABLE[k] for k in others]
    assert len(found) == len(TABLE)
    letters = "".join(found[row]).replace('"', "")
    assert letters == "".join(TABLE[row]).replace('"', "").replace(",", "") or "," in letters


@pytest.mark.parametrize("row", [1, 5, 37])
@pytest.mark.parametrize("place", ["S-", ".", "ranit", "seen"])
def test_a_quote_too_many(row: int, place: str) -> None:
    lines = written().splitlines(keepends=True)
    assert place in lines[row]
    lines[row] = lines[row].replace(place, place[0] + '"' + place[1:], 1)
    found = cells(read("".join(lines)))
    others = [k for k in range(len(TABLE)) if k != row]
    assert [found[k] for k in others] == [TABLE[k] for k in others]
    assert '"' in "".join(found[row])


@pytest.mark.parametrize("row", [1, 9, 40])
def test_a_quote_before_a_cell_that_is_never_closed(row: int) -> None:
    lines = written([one[:5] for one in TABLE]).splitlines(keepends=True)
    lines[row] = '"' + lines[row]
    sheet = read("".join(lines))
    assert len(cells(sheet)) == len(TABLE)
    assert cells(sheet)[row] == ['"' + TABLE[row][0], *TABLE[row][1:5]]
    assert f"that is not closed, or closed inside a cell: 1, the first in line {row + 1};" in told(
        sheet
    )


@pytest.mark.parametrize("other", [";", "\t", "|"])
def test_another_separator_in_one_row(other: str) -> None:
    lines = written([one[:5] for one in TABLE]).splitlines(keepends=True)
    lines[8] = lines[8].replace(",", other)
    sheet = read("".join(lines))
    assert cells(sheet) == [one[:5] for one in TABLE]
    assert "Rows with another separator than the others: 1, the first in line 9;" in told(sheet)


def test_another_line_end_in_one_row() -> None:
    lines = written(end="\r\n").splitlines(keepends=True)
    lines[5] = lines[5].replace("\r\n", "\r")
    lines[9] = lines[9].replace("\r\n", "\n")
    assert cells(read("".join(lines))) == TABLE


def test_whole_rows_between_quotes() -> None:
    inner = written().splitlines()
    text = written([[line] for line in inner], quoting=csv.QUOTE_ALL)
    assert cells(read(text)) == TABLE


def test_a_row_longer_than_any_table() -> None:
    text = "a,b\n" + "1,2\n" * 12_000 + "," * 2000 + "\n"
    with pytest.raises(InputError, match=r"Line 12002 of t.csv has 2001 cells, most others have 2"):
        read(text)
