"""Layouts of laboratories and surveys that were once read wrongly, and files made to break."""

from __future__ import annotations

import random
from pathlib import Path

import pyproj
import pytest

from datasets.angles import degrees
from datasets.head import is_numeric
from datasets.messages import InputError
from datasets.numerals import Signs, judge
from datasets.table import read_table
from tests.datasets.helpers import table, told
from tests.datasets.sheets import cells

GENALYSIS = """INTERTEK GENALYSIS,,,,
JOB NO : 123.0/1901234,,,,
ELEMENTS,Au,Ag,Cu,S
UNITS,ppb,ppm,ppm,%
DETECTION LIMIT,1,0.05,2,0.01
DIGEST,FA25/,4A/,4A/,4A/
ANALYTICAL FINISH,MS,MS,OE,OE
SAMPLE NUMBERS,,,,
GX1,3,0.06,33,0.02
GX2,<1,<0.05,12,<0.01
GX3,88,X,45,0.44
GX4,12,0.15,X,0.10
"""
WAMEX = """H0001\tVersion\t3
H0002\tDate_generated\t21-Feb-05
H0501\tGeodetic_datum\tGDA94
H0801\tAssay_company\tLab A\tLab A\tLab B
H1000\tSample_ID\tMGA_E\tDepth\tAu\tCu
H1001\t\tmetres\tmetres\tppb\tppm
H1002\t\t\t\tB/AAS\tG400I
H1003\t\t1\t0.1\t1\t1
D\tGS1\t451200\t0.2\t5\t22
D\tGS2\t451300\t0.2\t-1\t12
D\tGS3\t451400\t0.3\t33\t45
EOF
"""


def test_rows_of_digestion_and_finish_are_no_names() -> None:
    found = table(GENALYSIS)
    assert found.names[1:] == ("Au", "Ag", "Cu", "S")
    assert [column.unit for column in found.columns[1:]] == ["ppb", "ppm", "ppm", "%"]
    assert cells(found.column("Ag")) == ["0.06", "<0.05", "<0.05", "0.15"]
    assert cells(found.column("Cu")) == ["33", "12", "45", "<2"]


@pytest.mark.parametrize(
    ("lower", "upper"), [("LDETECTION", "UDETECTION"), ("DET.LIM", "Upper limit"), ("LOR", "UDL")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_rows_of_limits_under_other_words(lower: str, upper: str, turned: bool) -> None:
    limits = [f"{lower},1,0.5\n", f"{upper},1000,900\n"]
    text = "ElementName,Au,Cu\nUnits,ppb,ppm\n" + "".join(limits[::-1] if turned else limits)
    found = table(text + "M1,3,33\nM2,<LOD,12\nM3,88,<LOD\n")
    assert found.names[1:] == ("Au", "Cu")
    assert cells(found.column("Au")) == ["3", "<1", "88"]
    assert cells(found.column("Cu")) == ["33", "12", "<0.5"]


def test_australian_exploration_reports() -> None:
    found = table(WAMEX)
    assert found.names[1:] == ("Sample_ID", "MGA_E", "Depth", "Au", "Cu")
    assert found.rows == 3
    assert cells(found.column("Au")) == ["5", "<1", "33"]
    assert [column.unit for column in found.columns[2:]] == ["m", "m", "ppb", "ppm"]
    assert "left out: 1 (12: EOF)" in told(found)


def test_signs_in_a_column_of_the_long_form() -> None:
    rows = "A,Arsenic,<,5\nA,Copper,,12\nB,Arsenic,,8\nB,Copper,<,1\nC,Arsenic,<,5\nC,Copper,,33\n"
    found = table("sample_id,analyte,qualifier,result\n" + rows)
    assert found.names == ("sample_id", "Arsenic", "Copper")
    assert cells(found.column("Arsenic")) == ["<5", "8", "<5"]
    assert cells(found.column("Copper")) == ["12", "<1", "33"]


def test_words_among_the_values_of_the_long_form_are_listed() -> None:
    rows = "A,As,5\nA,Cu,7\nB,As,8\nB,Cu,hm\nC,As,7\nC,Cu,9\n"
    found = table("sample,element,value\n" + rows)
    assert cells(found.column("Cu")) == ["7", None, "9"]
    assert [(cell.line, cell.column, cell.text) for cell in found.unread] == [(5, "Cu", "hm")]


@pytest.mark.parametrize("sign", ["Q_Cu", "Cu_Q", "Cu qualifier"])
def test_names_of_columns_of_signs(sign: str) -> None:
    found = table(f"id,Cu,{sign}\na,5,\nb,1,<\nc,2,U\n")
    assert found.names == ("id", "Cu")
    assert cells(found.column("Cu")) == ["5", "<1", "<2"]


NAMES = "sample,Easting,Northing,Cu_ppm,Au_ppb,rock\n"
SAMPLES = "".join(f"S{k},{431200 + k},{7012300 + k},{k + 5},{k},schist\n" for k in range(9))


@pytest.mark.parametrize(
    "above",
    [
        "Report, by A. Smith, 2019\nClient: X, Y and Z\n",
        "Project,Foo\nDate,2019-03-04\nSamples,30\nElements,2\n\n",
        "Year,2019,2020\n",
    ],
)
def test_sparse_lines_with_numbers_above_the_names(above: str) -> None:
    found = table(above + NAMES + SAMPLES)
    assert found.names == tuple(NAMES.strip().split(","))
    assert found.rows == 9
    assert not found.unread


def test_first_samples_with_few_values_stay_samples() -> None:
    text = "id,Cu,Pb,Zn,Au,Ag\na,5,,,,\nb,6,ND,,,\nc,ND,ND,ND,ND,ND\n" + "d,1,2,3,4,5\n" * 9
    found = table(text)
    assert found.rows == 12
    assert cells(found.column("Cu"))[:4] == ["5", "6", None, "1"]


def test_several_notes_at_the_foot() -> None:
    foot = "\nNote: values in ppm\n<: below detection\nSource: national survey 2019\n"
    found = table(NAMES + SAMPLES + foot)
    assert found.rows == 9
    assert "left out: 3" in told(found)


def test_units_limits_and_methods_at_the_foot() -> None:
    foot = "Unit,ppm,ppm\nDetection limit,1,2\nMethod,ICP-MS,ICP-MS\n"
    found = table("Sample,Cu,Pb\nA,<1,20\nB,20,<2\nC,30,40\n" + foot)
    assert cells(found.column("Cu")) == ["<1", "20", "30"]
    assert "left out: 3 (5: Unit ppm ppm" in told(found)


def test_exponents_of_double_precision() -> None:
    found = table("Sample,Au\n5D2,1.5D-01\n5D3,.2D+2\n5D4,<3.D-3\n")
    assert found.column("Sample").kind == "text"
    assert cells(found.column("Au")) == ["0.15", "20", "<0.003"]


def test_units_repeated_on_each_page() -> None:
    page = "Sample,Cu,Pb\n,ppm,ppm\n" + "".join(f"S{k},{10 + k},{20 + k}\n" for k in range(5))
    found = table(page * 3)
    assert found.column("Cu").unit == "ppm"
    assert cells(found.column("Cu")) == [str(10 + k) for k in range(5)] * 3
    assert "left out: 4, the first in line 8" in told(found)


def test_comments_with_slashes_above_columns_of_blanks() -> None:
    text = "/ Geosoft export\n/ CREATED 01/02/2003\n//Flight 1\n"
    found = table(text + "   X   Y  CU  PB\n  10  20   3   4\n  11  21   *   5\n  12  22   7   6\n")
    assert found.names == ("X", "Y", "CU", "PB")
    assert cells(found.column("CU")) == ["3", None, "7"]


@pytest.mark.parametrize(
    ("encoding", "text", "names", "unit"),
    [
        (
            "cp1251",
            "Проба;Долгота;Широта;Cu, г/т;Порода\n"
            "П-1;60,1;55,3;33,5;гранит\nП-2;60,2;55,4;<1;сланец\n",
            ("Проба", "Долгота", "Широта", "Cu, г/т", "Порода"),
            "g/t",
        ),
        (
            "cp950",
            "樣品號,經度,緯度,銅(ppm)\nA1,121.5,24.1,33\nA2,121.6,24.2,<1\nA3,121.7,24.3,40\n",
            ("樣品號", "經度", "緯度", "銅(ppm)"),
            "ppm",
        ),
        ("gbk", "样品号,经度,纬度,铜(ppm)\nA1,121.5,24.1,33\nA2,121.6,24.2,<1\n",
         ("样品号", "经度", "纬度", "铜(ppm)"), "ppm"),
        ("cp1252", "Échantillon;Côté;µ;Cu (µg/g)\nA1;1;2;33,5\nA2;1;3;<1\n",
         ("Échantillon", "Côté", "µ", "Cu (µg/g)"), "µg/g"),
    ],
)  # fmt: skip
def test_encodings_without_a_mark(
    encoding: str, text: str, names: tuple[str, ...], unit: str
) -> None:
    found = table(text, encoding)
    assert found.names == names
    assert [c.unit for c in found.columns if c.name.lower()[:2] in ("cu", "铜(", "銅(")] == [unit]
    assert found.column(names[3]).censored.tolist()[1]


@pytest.mark.parametrize("word", ["n.b.", "N/D", "S/D", "н.д."])
def test_other_words_for_a_missing_value(word: str) -> None:
    assert cells(table(f"id;Cu_ppm\na;12,5\nb;{word}\nc;33,1\n").column("Cu_ppm"))[1] is None


@pytest.mark.parametrize("word", ["< BG", "n.n.", "traces", "X", "не обн."])
def test_other_words_for_below_the_limit(word: str) -> None:
    found = table(f"id;Cu_ppm\na;<2\nb;{word}\nc;33,1\n")
    assert cells(found.column("Cu_ppm")) == ["<2", "<2", "33.1"]


# --- made to break ---------------------------------------------------------------------------


def read_or_refused(path: Path) -> str:
    """Return the sentence of a refusal; a table that is read must be one of equal columns."""
    try:
        found = read_table(path)
    except InputError as error:
        return str(error)
    assert all(len(column.values) == found.rows for column in found.columns)
    return ""


@pytest.mark.parametrize("seed", range(4))
def test_any_bytes_are_a_table_or_one_sentence(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    text = GENALYSIS.encode() if seed % 2 else WAMEX.encode()
    for k in range(25):
        data = bytearray(text[: draw.randrange(1, len(text))])
        for _ in range(draw.choice((0, 1, 30))):
            data[draw.randrange(len(data))] = draw.randrange(256)
        path = tmp_path / f"{k}.csv"
        path.write_bytes(bytes(data) if k % 5 else draw.randbytes(300))
        assert "\n" not in read_or_refused(path)


@pytest.mark.parametrize("cell", ["1 " * 20_000, "1.1" * 20_000, "12 " * 20_000, "5+-" * 9_000])
def test_long_cells_are_words(cell: str) -> None:
    """The patterns of numbers take minutes over such a cell."""
    assert judge(f"{cell}x", Signs()).sort == "word"
    assert not is_numeric(f"{cell}x")
    assert degrees(f"{cell}x") is None


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(InputError, match="columns or more, and 20000 can be read"):
        table("1," * 100_000)


def test_a_thousand_columns_of_one_name() -> None:
    found = table(",".join(["Cu"] * 1000) + "\n" + ",".join(["1"] * 1000) + "\n")
    assert found.names[0] == "Cu"
    assert found.names[-1] == "Cu (1000)"


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row in range(40):
        for column, cell in enumerate((f"S{row}", row, row * 2.5)):
            sheet.write(row, column, cell)
    path = tmp_path / "whole.xls"
    book.save(str(path))
    data = path.read_bytes()
    for size in (600, len(data) // 2, len(data) - 20):
        path.write_bytes(data[:size])
        assert "\n" not in read_or_refused(path)


def shapefile(path: Path) -> Path:
    import geopandas
    from shapely.geometry import Point

    places = [Point(451200 + k, 4412300) for k in range(3)]
    frame = geopandas.GeoDataFrame({"Cu_ppm": [33.5, -1.0, 12.0]}, geometry=places, crs=32650)
    frame.to_file(path)
    return path


def test_a_shapefile_of_which_a_part_is_lost(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "whole.shp")
    whole = read_table(path)
    assert (cells(whole.column("Cu_ppm")), whole.crs) == (["33.5", "<1", "12"], "EPSG:32650")
    path.with_suffix(".dbf").unlink()
    assert "only the places could be read" in told(read_table(path))
    path.with_suffix(".shx").unlink()
    with pytest.raises(InputError, match=r"lacks its \.shx file"):
        read_table(path)


def test_places_that_are_lost_are_told(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "cut.shp")
    path.write_bytes(path.read_bytes()[:120])
    found = read_table(path)
    assert cells(found.column("Cu_ppm")) == ["33.5", "<1", "12"]
    assert "Rows without a place: 3" in told(found)


REPORT = """分 析 报 告,,,,,
送样单位：某地质队,,送样日期：2023-05-01,,,
分析编号,原样号,Cu,Pb,Zn,Au
,,10-6,10-6,10-6,10-9
检测限,,1,2,1,0.3
001,ZK1-1,23.5,12,55,1.2
002,ZK1-2,<1,15,60,<0.3
第1页 共2页,,,,,
分析编号,原样号,Cu,Pb,Zn,Au
003,ZK1-3,33,18,61,0.9
004,ZK1-4,35,未检出,63,1.1
以下空白,,,,,
审核：张三,,校核：李四,,制表：王五,
"""


def test_a_chinese_report_with_pages_and_signatures() -> None:
    found = table(REPORT)
    assert found.rows == 4
    assert [column.unit for column in found.columns[2:]] == ["ppm", "ppm", "ppm", "ppb"]
    assert cells(found.column("Pb")) == ["12", "15", "18", "<2"]
    assert not found.checks
    assert "nothing but the number of a page were left out: 1, the first in line 8" in told(found)
    assert "left out: 2 (12: 以下空白; 13: 审核" in told(found)


def test_a_group_called_trace_is_no_value_below_a_limit() -> None:
    rows = "".join(f"a{k},gr,70,14,5,{k}\n" for k in range(12))
    head = "Group,,Major,Major,Trace,Trace\nSample,Rock,SiO2,Al2O3,Cu,Pb\n,,wt%,wt%,ppm,ppm\n"
    found = table(head + ",,XRF,XRF,ICP-MS,ICP-MS\n" + rows)
    assert (found.rows, found.names) == (12, ("Sample", "Rock", "SiO2", "Al2O3", "Cu", "Pb"))


@pytest.mark.parametrize(
    ("datum", "crs"), [("GDA94", "EPSG:28355"), ("GDA2020", "EPSG:7855"), ("AGD 66", "EPSG:20255")]
)
def test_datum_and_zone_of_australian_reports(datum: str, crs: str) -> None:
    text = (
        f"H0002\tVersion\t4\nH0501\tGeodetic_datum\t{datum}\nH0531\tProjection_zone\t55\n"
        "H1000\tHole_ID\tMGA_E\tMGA_N\tTD\nH1001\tunits\tmetres\tmetres\tmetres\n"
        "D\tW1\t368650\t5401750\t102\nD\tW2\t368540\t5401850\t95\nEOF\n"
    )
    assert table(text).crs == crs
    assert pyproj.CRS(crs).name.startswith(datum.replace(" ", ""))
    assert pyproj.CRS(crs).name.endswith("zone 55")
