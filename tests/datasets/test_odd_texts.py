"""Texts in rare encodings, with rare separators, with long cells, and with many columns."""

from __future__ import annotations

import random
import time

import pytest

from datasets.raw_sheet import RawSheet
from datasets.sources import raw_of_text
from tests.datasets.helpers import told
from tests.datasets.sheets import proposed


def read(data: bytes) -> RawSheet:
    return raw_of_text(data, "t.csv")


def rows(sheet: RawSheet) -> list[tuple[str, ...]]:
    return list(zip(*(column.to_pylist() for column in sheet.columns), strict=True))


@pytest.mark.parametrize(
    ("encoding", "found", "names"),
    [
        ("cp1252", "cp1252", "Amostra;Descrição;Observação não"),
        ("cp1252", "cp1252", "Nº;SITUAÇÃO;n"),
        ("cp1252", "cp1252", "id;Näyte;Syvyys"),
        ("cp1252", "cp1252", "T °C;Cu µg/g;Area m²"),
        ("cp1254", "cp1254", "Numune;Açıklama;şist"),
        ("cp1250", "cp1250", "Vzorek;Měď (mg/kg);Poznámka"),
        ("cp1250", "cp1250", "Próbka;Głębokość;Łąka"),
        ("iso8859-2", "iso8859_2", "Próbka;Głębokość;Cu"),
        ("cp1251", "cp1251", "id;Cu, г/т;n"),
        ("cp1251", "cp1251", "№ ПРОБЫ;МЕДЬ;ГЛУБИНА"),
        ("cp866", "cp866", "№;Медь, г/т;n"),
        ("koi8-r", "koi8_r", "Проба;Медь;Порода"),
        ("cp1253", "cp1253", "Δείγμα;Βάθος;Cu"),
        ("cp932", "cp932", "試料番号;緯度;備考"),
        ("cp932", "cp932", "サンプル;河川堆積物;カオリン"),
        ("euc-kr", "cp949", "시료번호;경도;위도"),
        ("big5", "cp950", "試樣;樣品編號;岩性"),
        ("gbk", "gb18030", "铜;n;m"),
        ("gbk", "gb18030", "SampleID;岩;Cu含量(ppm)"),
        ("gbk", "gb18030", "样号;辉绿玢岩;铋"),
        ("gbk", "gb18030", "崆峒峪;垭口;W"),
    ],
)
def test_a_few_words_tell_the_encoding(encoding: str, found: str, names: str) -> None:
    text = f"{names}\nA1;2;3\nA2;3;4\n"
    sheet = read(text.encode(encoding))
    assert sheet.encoding == found
    assert rows(sheet)[0] == tuple(names.split(";"))


CHINESE = (
    "样品编号 铜 铅 锌 钼 锑 铋 镉 金品位 岩性 矽卡岩 取样位置 海拔 Cu含量 备注 蚀变 送样单位 "
    "石英脉 东坐标 孔号 矿体 图幅 点号 检出限 未检出 白云岩 老虎沟 张家庄 横坐标 土 玢岩 角砾"
)


def test_few_chinese_words_stay_chinese_and_sure() -> None:
    chance = random.Random(4)
    unsure = 0
    for _ in range(60):
        words = chance.sample(CHINESE.split(), chance.choice([1, 2, 3]))
        names = ";".join(["id", *words, "Cu (ppm)"])
        sheet = read(f"{names}\n{';'.join('1' * names.count(';'))};2\n".encode("gbk"))
        assert rows(sheet)[0] == tuple(names.split(";"))
        unsure += sheet.encoding_doubt is not None
    # 铜, 铅 and 锌 alone are valid UTF-8 as well
    assert unsure <= 6


def test_many_signs_do_not_outweigh_the_words() -> None:
    lines = "".join(f"S{k},102°{k % 60}′{k % 59}″,{k}.5～{k}.9,花岗岩\n" for k in range(400))
    sheet = read(f"样品号,经度,铜,岩性\n{lines}".encode("gbk"))
    assert sheet.encoding == "gb18030"
    assert sheet.encoding_doubt is None


def test_an_encoding_that_hardly_shows_is_unsure() -> None:
    made = proposed("Sample;Größe;Cu\nA;5;6\nB;7;8\n", encoding="mac-roman")
    decision = next(d for d in made.decisions if d.name == "encoding")
    assert not decision.sure
    assert "may be" in str(decision.reason)
    # valid UTF-8 by chance: 铜 is also U+036D
    made = proposed("id,铜\n1,2\n", encoding="gbk")
    assert made.table.names == ("id", "铜")
    assert [d.sure for d in made.decisions if d.name == "encoding"] == [False]
    assert read("id,Größe,проба\n1,2,3\n".encode()).encoding_doubt is None


@pytest.mark.parametrize(
    "sign",
    ["::", "@@", "->", "|~|", "<>", "§", "*", "!", "#", "&", "/", "=", ":", "\x1f", "\x1e"],
)
def test_separators_that_few_files_have(sign: str) -> None:
    lines = [["id", "u", "v", "w"], *([f"s{k}", f"{k * 1.5}", str(k), "t"] for k in range(30))]
    made = proposed("\n".join(sign.join(line) for line in lines) + "\n")
    table = made.table
    assert table.names == ("id", "u", "v", "w")
    assert table.column("u").values[2] == 3.0
    sure = next(d for d in made.decisions if d.name == "separator").sure
    assert sure is (sign in "\x1f\x1e")


def test_one_column_in_which_a_sign_may_separate() -> None:
    made = proposed("Name\n" + "".join(f"s{k}/a\n" for k in range(9)))
    assert next(d for d in made.decisions if d.name == "separator").sure
    made = proposed("".join(f"s{k}/a\n" for k in range(9)))
    decision = next(d for d in made.decisions if d.name == "separator")
    assert not decision.sure
    assert "“/” stands equally often in each line" in str(decision.reason)
    times = proposed("time\n" + "".join(f"2020/01/{k:02}\n" for k in range(1, 9)))
    assert len(times.table.columns) == 1


def test_marks_and_quotes_that_programs_leave() -> None:
    assert rows(read('\ufeff\ufeff"a",b\n1,2\n'.encode()))[0] == ("a", "b")
    sheet = read(b"a,b,c\n1,2,3\n4,\0,6\n7\0,8,9\n")
    assert rows(sheet)[2:] == [("4", "", "6"), ("7", "8", "9")]
    assert "NUL bytes left out of the text: 2, the first in line 3." in told(sheet)
    quoted = proposed("id\tv\n1\t'5'\n2\t'6'\n").table.column("v")
    assert quoted.kind == "number"
    assert list(quoted.values) == [5, 6]
    feet = read(b"id\tv\n1\t5'\n2\t'6\n")
    assert rows(feet)[1:] == [("1", "5'"), ("2", "'6")]


def test_a_closed_cell_of_many_lines() -> None:
    cell = "l1 words\nl2, more\n" * 900
    sheet = read(f'id,n,t\na,1,x\nb,3,"{cell}"\nd,4,z\n'.encode())
    assert rows(sheet)[2] == ("b", "3", cell)
    assert not sheet.notices
    # two stray quotes far apart do not swallow the rows between them
    lines = "".join(f"s{k},{k},x\n" for k in range(1500))
    stray = read(f'id,n,t\na,1,"x\n{lines}b,2,"y"\n'.encode())
    assert len(stray.lines) == 1503


def test_semicolons_between_cells_favour_the_decimal_comma() -> None:
    made = proposed("Sample;Zn (ppm)\nK1;93,593\nK2;<5\nK3;8,061\n")
    assert made.table.column("Zn (ppm)").values[0] == 93.593
    assert [d.sure for d in made.decisions if d.name == "decimal"] == [False]
    thousands = proposed("Sample;Zn (ppm);Cu\nK1;93,593;1.5\nK2;8,061;2.5\n")
    assert thousands.table.column("Zn (ppm)").values[0] == 93593


def test_many_columns_take_no_longer_than_their_number() -> None:
    width = 1500
    text = ",".join(f"band {k} nm" for k in range(width))
    text += "\n" + "".join(",".join(str(r + k) for k in range(width)) + "\n" for r in range(4))
    start = time.process_time()
    table = proposed(text).table
    assert len(table.columns) == width
    assert table.columns[7].values[3] == 10
    # a millisecond a column; it was six before, and quadratic would be far more
    assert time.process_time() - start < 5
