"""Any file to its raw cells: workbooks, vector files, Parquet, and files that are none of it."""

from __future__ import annotations

import datetime
import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import openpyxl
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as parquet
import pytest
import shapely
import xlwt

from datasets.messages import InputError
from datasets.raw_sheet import RawSheet
from datasets.recipe import Recipe
from datasets.sources import OPENED_SUFFIXES, read_raw
from datasets.workbook import column_letters


def rows(sheet: RawSheet) -> list[list[Any]]:
    return [list(row) for row in zip(*(c.to_pylist() for c in sheet.columns), strict=True)]


def told(sheet: RawSheet) -> str:
    return "\n".join(map(str, sheet.notices))


def read(path: Path, **recipe: str) -> RawSheet:
    return read_raw(path, Recipe(**recipe))  # type: ignore[arg-type]


# --- workbooks -----------------------------------------------------------------------------


def book(path: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    """Write an XLSX workbook."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, cells in sheets:
        sheet = workbook.create_sheet(name)
        for row in cells:
            sheet.append(row)
    workbook.save(path)
    return path


def test_cells_of_a_workbook(tmp_path: Path) -> None:
    written: list[list[Any]] = [
        ["样品", "Cu", "day", "seen", "depth", "time"],
        ["A1", 5, datetime.date(2021, 2, 1), True, 0.1, datetime.time(3, 4, 5)],
        [],
        [" A2 ", 1e-7, datetime.datetime(2021, 2, 1, 10, 30), False, 12345678.125, None],
        [12, "<0.5", None, "", -3.0, datetime.timedelta(hours=30)],
    ]
    path = book(tmp_path / "t.xlsx", ("S", written))
    sheet = read(path)
    assert rows(sheet) == [
        ["样品", "Cu", "day", "seen", "depth", "time"],
        ["A1", "5", "2021-02-01", "TRUE", "0.1", "03:04:05"],
        [" A2 ", "1e-07", "2021-02-01 10:30:00", "FALSE", "12345678.125", ""],
        ["12", "<0.5", "", "", "-3", "30:00:00"],
    ]
    assert sheet.lines.tolist() == [1, 2, 4, 5]
    assert (sheet.sheet, sheet.sheets, sheet.header) == ("S", ("S",), None)
    assert sheet.fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not sheet.notices


def test_numbers_lose_nothing(tmp_path: Path) -> None:
    values = np.random.default_rng(1).normal(0, 1e6, 200).round(6).tolist()
    sheet = read(book(tmp_path / "t.xlsx", ("S", [["x"], *([value] for value in values)])))
    assert [float(text) for text in sheet.columns[0].to_pylist()[1:]] == values


def test_the_sheet_with_the_table_is_taken(tmp_path: Path) -> None:
    table: list[list[Any]] = [["id", "Cu", "Pb"], *([f"S{k}", k, 2 * k] for k in range(30))]
    notes = [[f"Note {k}: a long line of text"] for k in range(80)]
    path = book(tmp_path / "t.xlsx", ("Notes", notes), ("Empty", []), ("Data", table))
    sheet = read(path)
    assert (sheet.sheet, sheet.sheets) == ("Data", ("Notes", "Empty", "Data"))
    assert "The sheet Data was read; the workbook also has Notes, Empty." in told(sheet)
    chosen = read(path, sheet="Notes")
    assert (chosen.sheet, chosen.rows) == ("Notes", 80)
    assert not chosen.notices


def test_a_hidden_sheet_is_listed_but_not_taken(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", ("Old", [["a", "b"]] * 50), ("Data", [["a", "b"], [1, 2]]))
    workbook = openpyxl.load_workbook(path)
    workbook["Old"].sheet_state = "hidden"
    workbook.active = 1
    workbook.save(path)
    sheet = read(path)
    assert (sheet.sheet, sheet.sheets) == ("Data", ("Old", "Data"))
    assert read(path, sheet="Old").rows == 50


def test_sheets_that_cannot_be_read(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", ("A", []), ("B", []))
    with pytest.raises(InputError, match="has no sheet “C”; its sheets are A, B"):
        read(path, sheet="C")
    with pytest.raises(InputError, match=r"The sheet A of .*t\.xlsx holds nothing"):
        read(path)


def test_merged_names_stand_in_each_cell_but_titles_do_not(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["C2"], sheet["A3"] = "Report", "place", "assay", "x"
    for at, value in {"B3": "y", "C3": "Cu", "D3": "Pb", "E2": "rock", "A4": 1}.items():
        sheet[at] = value
    for merged in ("A1:E1", "A2:B2", "C2:D2", "E2:E3"):
        sheet.merge_cells(merged)
    workbook.save(path)
    found = read(path)
    assert rows(found)[:3] == [
        ["Report", "", "", "", ""],
        ["place", "place", "assay", "assay", "rock"],
        ["x", "y", "Cu", "Pb", "rock"],
    ]
    assert "Merged cells were divided, each with the value of all: 3 of them." in told(found)


def test_errors_are_kept_and_formulas_without_value_told(tmp_path: Path) -> None:
    cells: list[list[Any]] = [
        ["id", "Cu", "Pb"],
        ["a", "#N/A", "=B2*2"],
        ["b", 2, "#DIV/0!"],
        ["c", 3, "=1+1"],
    ]
    found = read(book(tmp_path / "t.xlsx", ("Über <S> & Co", cells)))
    assert rows(found)[1:] == [["a", "#N/A", ""], ["b", "2", "#DIV/0!"], ["c", "3", ""]]
    assert "never computed: 2, the first is C2" in told(found)


def test_formulas_give_their_value(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", ("S", [["a"], ["=1+1"]]))
    packed = {}
    with zipfile.ZipFile(path) as file:
        packed = {name: file.read(name) for name in file.namelist()}
    name = "xl/worksheets/sheet1.xml"
    assert b"<v></v>" in packed[name] or b"<v />" in packed[name]
    packed[name] = packed[name].replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    with zipfile.ZipFile(path, "w") as file:
        for member, data in packed.items():
            file.writestr(member, data)
    found = read(path)
    assert rows(found) == [["a"], ["2"]]
    assert not found.notices


def test_dates_that_were_names_are_told(tmp_path: Path) -> None:
    day = datetime.date(2024, 3, 1)
    cells: list[list[Any]] = [
        ["sample", "when", "Cu"],
        *([f"{k}-{k}", day, k] for k in range(20, 30)),
    ]
    cells[5][0] = day
    found = read(book(tmp_path / "t.xlsx", ("S", cells)))
    assert told(found) == (
        "The column A has dates among other values: 1, the first in row 6 (2024-03-01); a "
        "spreadsheet may have made them of names such as 3-1."
    )


def test_an_xls_workbook(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("数据")
    dates = xlwt.XFStyle()
    dates.num_format_str = "YYYY-MM-DD"
    sheet.write_merge(0, 0, 0, 1, "place")
    for column, value in enumerate(("x", "y", "Cu", "day")):
        sheet.write(1, column, value)
    for column, cell in enumerate((12, 0.25, "<5")):
        sheet.write(3, column, cell)
    sheet.write(3, 3, datetime.date(2020, 1, 2), dates)
    workbook.save(str(path))
    found = read(path)
    assert rows(found) == [
        ["place", "place", "", ""],
        ["x", "y", "Cu", "day"],
        ["12", "0.25", "<5", "2020-01-02"],
    ]
    assert found.lines.tolist() == [1, 2, 4]
    assert found.sheet == "数据"


OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"


def ods_cell(value: str | float) -> str:
    if isinstance(value, str):
        about = 'office:value-type="string"'
    else:
        about = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {about}><text:p>{value}</text:p></table:table-cell>"


def ods(rows: list[list[str | float]]) -> str:
    """The content of an ODS workbook with a sheet called Blatt and two blank rows below names."""
    names = " ".join(
        f'xmlns:{name}="{OPEN_DOCUMENT}{name}:1.0"' for name in ("office", "table", "text")
    )
    written = [f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows]
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    written.insert(1, blank)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} '
        'office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Blatt">'
        f"{''.join(written)}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def test_an_ods_workbook(tmp_path: Path) -> None:
    path = tmp_path / "t.ods"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="'
        'application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", ods([["Probe", "Cu"], ["A1", 1.5]]))
        packed.writestr("META-INF/manifest.xml", manifest)
    found = read(path)
    assert rows(found) == [["Probe", "Cu"], ["A1", "1.5"]]
    assert found.lines.tolist() == [1, 4]
    assert found.sheet == "Blatt"


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    # an encrypted workbook is an OLE container with a stream of this name
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + name + bytes(2000))
    with pytest.raises(InputError, match="is protected by a password; save it without one"):
        read(path)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_workbook_cut_short(tmp_path: Path, share: float) -> None:
    path = book(tmp_path / "t.xlsx", ("S", [["a", "b"]] * 300))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(InputError, match=r"t\.xlsx is damaged or was copied only in part"):
        read(path)


def test_names_of_columns() -> None:
    assert [column_letters(k) for k in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


# --- vector files --------------------------------------------------------------------------


def points(crs: str | None = "EPSG:4509") -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(
        {"名称": ["铜矿", "金矿"], "Cu": [1.5, None], "n": [1, 2]},
        geometry=[shapely.Point(500_000, 3_900_000), None],
        crs=crs,
    )


HEADER = ("名称", "Cu", "n", "x", "y")
CELLS = [["铜矿", 1.5, 1, 500_000.0, 3_900_000.0], ["金矿", None, 2, None, None]]


@pytest.mark.parametrize("written", ["gbk", "utf-8"])
@pytest.mark.parametrize("with_cpg", [True, False])
def test_a_shapefile(tmp_path: Path, written: str, with_cpg: bool) -> None:
    path = tmp_path / "p.shp"
    points().to_file(path, encoding=written)
    if not with_cpg:
        path.with_suffix(".cpg").unlink()
    found = read(path)
    assert found.header == HEADER
    assert rows(found) == CELLS
    assert found.crs == "EPSG:4509"
    assert found.lines.tolist() == [1, 2]
    assert rows(read(path.with_suffix(".dbf"))) == CELLS
    assert rows(read(path.with_suffix(".shx"))) == CELLS


def test_a_wrong_cpg_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "p.shp"
    points().to_file(path, encoding="gbk")
    path.with_suffix(".cpg").write_text("UTF-8")
    found = read(path)
    assert found.header == HEADER
    assert "not written in utf-8, as its .cpg file says; they were read as gb18030" in told(found)
    assert read(path, encoding="gbk").header == HEADER


def test_a_zipped_shapefile(tmp_path: Path) -> None:
    points().to_file(tmp_path / "p.shp", encoding="gbk")
    path = tmp_path / "测区 1.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for suffix in (".shp", ".shx", ".dbf", ".prj"):
            packed.write(tmp_path / f"p{suffix}", f"sub/p{suffix}")
    found = read(path)
    assert (found.header, rows(found), found.crs) == (HEADER, CELLS, "EPSG:4509")


def test_a_table_without_geometry(tmp_path: Path) -> None:
    points().to_file(tmp_path / "p.shp", encoding="gbk")
    path = tmp_path / "alone.dbf"
    path.write_bytes((tmp_path / "p.dbf").read_bytes())
    found = read(path)
    assert found.header == HEADER[:3]
    assert found.crs == ""


def test_layers_of_a_geopackage(tmp_path: Path) -> None:
    path = tmp_path / "p.gpkg"
    three = geopandas.GeoDataFrame(
        {"x": [1, 2, 3]}, geometry=shapely.points([[0, 0], [2, 0], [4, 0]]), crs=4509
    )
    points().to_file(path, layer="few")
    three.set_geometry(three.buffer(1)).to_file(path, layer="circles")
    found = read(path)
    assert (found.sheet, found.sheets) == ("circles", ("few", "circles"))
    assert "The layer circles was read; the file also has few." in told(found)
    assert "(3) stand as one point each, at their centroid" in told(found)
    assert found.header == ("x", "x (2)", "y")
    assert np.allclose(found.columns[1].to_pylist(), [0, 2, 4], atol=1e-9)
    assert rows(read(path, sheet="few")) == CELLS
    with pytest.raises(InputError, match="no layer “many”; its layers are few, circles"):
        read(path, sheet="many")


def test_geojson(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    points("EPSG:4326").set_geometry(shapely.points([[1, 2], [3, 4]])).set_crs(4326).to_file(
        path, driver="GeoJSON"
    )
    found = read(path)
    assert found.crs == "EPSG:4326"
    assert found.header == HEADER
    assert rows(found)[1][3:] == [3.0, 4.0]


def test_a_geopackage_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "p.gpkg"
    points().to_file(path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(InputError, match=r"p\.gpkg cannot be read .*open it in a GIS"):
        read(path)


# --- Parquet and Arrow ---------------------------------------------------------------------


def typed() -> pa.Table:
    return pa.table(
        {
            "id": pa.array(["a", None]).dictionary_encode(),
            "Cu": pa.array([1.5, None]),
            "day": pa.array([datetime.datetime(2020, 1, 2), None]),
            "at": pa.array([datetime.datetime(2020, 1, 2, 3, 4), None]),
            "list": pa.array([[1, 2], None]),
            "raw": pa.array([b"x", None]),
            "n": pa.array([1, 2], pa.int8()),
        }
    )


def write_stream(table: pa.Table, path: str) -> None:
    with pa.OSFile(path, "wb") as file, pa.ipc.new_stream(file, table.schema) as writer:
        writer.write_table(table)


def write_file(table: pa.Table, path: str) -> None:
    with pa.OSFile(path, "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)


@pytest.mark.parametrize(
    "write", [parquet.write_table, feather.write_feather, write_file, write_stream]
)
def test_typed_files(tmp_path: Path, write: Callable[[pa.Table, str], None]) -> None:
    path = tmp_path / "t.any"
    write(typed(), str(path))
    found = read(path)
    assert found.header == ("id", "Cu", "day", "at", "list", "n")
    assert rows(found) == [
        ["a", 1.5, "2020-01-02", "2020-01-02T03:04:00", "[1, 2]", 1],
        [None, None, None, None, None, 2],
    ]
    assert told(found) == "The column raw holds bytes, no values; it was left out."


def test_geoparquet(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    points().to_parquet(path)
    found = read(path)
    assert (found.header, rows(found), found.crs) == (HEADER, CELLS, "EPSG:4509")


def test_geoparquet_without_a_system_is_in_degrees(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    points().to_parquet(path)
    table = parquet.read_table(path)
    geo = json.loads(table.schema.metadata[b"geo"])
    del geo["columns"]["geometry"]["crs"]
    parquet.write_table(table.replace_schema_metadata({"geo": json.dumps(geo)}), path)
    assert read(path).crs == "EPSG:4326"


def test_what_a_parquet_file_says_about_columns(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    schema = pa.schema([pa.field("Cu", pa.float64(), metadata={"unit": "ppm"}), ("n", pa.int64())])
    parquet.write_table(pa.table([[1.0], [2]], schema=schema), path)
    assert read(path).metadata == ({"unit": "ppm"}, {})


@pytest.mark.parametrize("cut", [20, -4])
def test_a_parquet_file_cut_short(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "t.parquet"
    parquet.write_table(typed(), path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(InputError, match=r"t\.parquet is damaged or was copied only in part"):
        read(path)


# --- what is no table ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty; get it again"),
        (b" \r\n\n\t", "is empty; get it again"),
        (b"%PDF-1.7 ...", "is a PDF file, which holds no table"),
        (b"\x89PNG\r\n\x1a\n....", "is a PNG file"),
        (b"\x00\x01\x00\x00Standard Jet DB\x00", "is a Access file"),
        (b"<html><table><tr><td>1</td></tr></table>", "is a web page or XML, whatever its name"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "is a web page or XML"),
        (b"PK\x03\x04 and no more", "is damaged or was copied only in part"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more", "The workbook .* cannot be read"),
        (b"\x00\x00\x27\x0a and no more", "give it its own ending .*shp"),
        (b"SQLite format 3\0 and no more", "give it its own ending"),
        (bytes(range(256)) * 20, "is binary, not text"),
    ],
)  # fmt: skip
def test_content_that_is_no_table(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=sentence) as caught:
        read(path)
    assert "t.csv" in str(caught.value)


def test_absent_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file .*absent\.csv; check the name"):
        read(tmp_path / "absent.csv")
    with pytest.raises(InputError, match="is a folder; choose a table file inside it"):
        read(tmp_path)


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "open.csv"
    path.write_text("a,b\n1,2\n")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read; close it in other programs"):
        read(path)


def test_the_content_counts_and_not_the_ending(tmp_path: Path) -> None:
    text = tmp_path / "t.xls"
    text.write_bytes(b"Cu\tPb\n1\t2\n")
    assert rows(read(text)) == [["Cu", "Pb"], ["1", "2"]]
    workbook = book(tmp_path / "book.csv.xlsx", ("S", [["Cu"], [1]])).rename(tmp_path / "book.csv")
    assert rows(read(workbook)) == [["Cu"], ["1"]]


def test_the_endings_for_file_dialogs() -> None:
    assert {".csv", ".xlsx", ".xls", ".ods", ".shp", ".gpkg", ".parquet"} <= set(OPENED_SUFFIXES)
