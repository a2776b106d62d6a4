"""Tables of pixels: where the label stands, rows that cannot be read, and tables that are none."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from datasets.images.image_reading import ImageReading
from datasets.images.kinds import looks_like_images
from datasets.images.reading import read_images
from datasets.messages import InputError
from tests.datasets.images.drawn import digits, told

COUNT = 60


def lines(first: bool = False, last: bool = False, separator: str = ",") -> list[str]:
    """Return rows of pixels as text, with the label at a place."""
    pixels, labels = digits()
    rows = []
    for image, label in zip(pixels[:COUNT], labels[:COUNT], strict=True):
        cells = [str(value) for value in image.ravel()]
        rows.append(separator.join([str(label)] * first + cells + [str(label)] * last))
    return rows


def write(path: Path, rows: list[str]) -> str:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


NAMES = ",".join(f"pixel{number}" for number in range(64))
GRID = ",".join(f"{row}x{column}" for row in range(1, 9) for column in range(1, 9))


@pytest.mark.parametrize("separator", [",", ";", "\t", " "])
@pytest.mark.parametrize(("first", "last"), [(False, False), (True, False), (False, True)])
def test_without_a_header(tmp_path: Path, first: bool, last: bool, separator: str) -> None:
    source = write(tmp_path / "a.csv", lines(first, last, separator))
    found = read_images(source)
    np.testing.assert_array_equal(found.pixels[:, 0], digits()[0][:COUNT])
    labelled = first or last
    assert found.labels.tolist() == (digits()[1][:COUNT].tolist() if labelled else [-1] * COUNT)
    assert looks_like_images(Path(source))


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("label," + NAMES, True, False),
        (NAMES + ",class", False, True),
        ("label," + GRID, True, False),
        (NAMES, False, False),
        (",".join(f'"V{n}"' for n in range(1, 66)), False, True),
    ],
)
def test_with_a_header(tmp_path: Path, header: str, first: bool, last: bool) -> None:
    source = write(tmp_path / "a.csv", [header, *lines(first, last)])
    found = read_images(source)
    np.testing.assert_array_equal(found.pixels[:, 0], digits()[0][:COUNT])
    known = digits()[1][:COUNT].tolist() if first or last else [-1] * COUNT
    assert found.labels.tolist() == known
    assert looks_like_images(Path(source))


def test_the_place_of_the_label_can_be_said(tmp_path: Path) -> None:
    source = write(tmp_path / "a.csv", lines(last=True))
    wrong = read_images(source, ImageReading(label_column="first"))
    # the corner of a digit is background nearly always
    assert wrong.class_names == ("0",)
    none = write(tmp_path / "b.csv", ["label," + NAMES, *lines(first=True)])
    assert not read_images(none, ImageReading(label_column="none")).is_labelled.any()


def test_other_columns_are_named(tmp_path: Path) -> None:
    rows = [f"{number},{row}" for number, row in enumerate(lines(first=True))]
    found = read_images(write(tmp_path / "a.csv", ["id,label," + NAMES, *rows]))
    assert found.labels.tolist() == digits()[1][:COUNT].tolist()
    assert "id" in told(found)


def test_semeion(tmp_path: Path) -> None:
    """256 pixels of 0 or 1 and ten columns with a single 1, divided by blanks."""
    pixels, labels = digits()
    large = (pixels[:COUNT].repeat(2, 1).repeat(2, 2) > 100).astype(float)
    hot = np.eye(10)[labels[:COUNT]]
    rows = [
        " ".join(f"{v:.4f}" for v in image.ravel()) + " " + " ".join(f"{v:.0f}" for v in one) + " "
        for image, one in zip(large, hot, strict=True)
    ]
    path = tmp_path / "semeion.data"
    found = read_images(write(path, rows))
    np.testing.assert_array_equal(found.pixels[:, 0], large * 255)
    np.testing.assert_array_equal(found.labels, labels[:COUNT])
    assert looks_like_images(path)


def test_optdigits_of_uci(tmp_path: Path) -> None:
    pixels, labels = digits()
    sixteen = np.floor(pixels[:COUNT] / 255 * 16 + 0.5).astype(int)
    rows = [
        ",".join(map(str, [*image.ravel(), label]))
        for image, label in zip(sixteen, labels[:COUNT], strict=True)
    ]
    found = read_images(write(tmp_path / "optdigits.tra", rows))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels[:COUNT])
    assert "0 to 16 were brought to 0…255" in told(found)


def test_rows_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    rows = lines(first=True)
    rows[3] = ",".join(rows[3].split(",")[:-5])
    rows[7] = rows[7].replace(",0,", ",?,", 1)
    found = read_images(write(tmp_path / "a.csv", ["label," + NAMES, *rows]))
    kept = np.delete(digits()[1][:COUNT], [3, 7])
    np.testing.assert_array_equal(found.labels, kept)
    assert "line 5 has 60 instead of 65" in told(found)
    assert "1 of the rows, the first at column pixel0 of line 9" in told(found)


def test_packed_text_and_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress("\n".join(lines(first=True)).encode()))
    np.testing.assert_array_equal(read_images(str(path)).labels, digits()[1][:COUNT])
    assert looks_like_images(path)
    path.write_bytes(path.read_bytes()[:1500])
    with pytest.raises(InputError, match="damaged"):
        read_images(str(path))
    pixels = digits()[0].reshape(-1, 64)
    columns = {f"pixel{n}": pixels[:, n] for n in range(64)}
    parquet.write_table(pa.table({**columns, "class": digits()[1]}), tmp_path / "a.parquet")
    found = read_images(str(tmp_path / "a.parquet"))
    np.testing.assert_array_equal(found.labels, digits()[1])
    assert looks_like_images(tmp_path / "a.parquet")


def test_tables_that_are_no_images(tmp_path: Path) -> None:
    survey = ["x,y,Cu,Pb,Zn,TYPE", *(f"{n},{n},12.5,3,{n},skarn" for n in range(30))]
    wide = [
        ",".join(["x", "y", *(f"Element{n}" for n in range(70))]),
        *(",".join(map(str, range(n, n + 72))) for n in range(9)),
    ]
    numbers = [",".join(f"{n + m / 7:.2f}" for m in range(65)) for n in range(9)]
    for name, rows in (("a", survey), ("b", wide), ("c", numbers), ("d", ["a text", "of lines"])):
        path = tmp_path / f"{name}.csv"
        source = write(path, rows)
        assert not looks_like_images(path), name
        if name != "c":
            with pytest.raises(InputError, match=r"holds no images|are no pixels"):
                read_images(source)


def test_laboratory_files_are_no_images(shared_data: Path) -> None:
    files = [p for p in (shared_data / "messy").rglob("*") if p.is_file()]
    files += (shared_data / "geochemistry").rglob("*.csv")
    assert len(files) > 3
    assert [path.name for path in files if looks_like_images(path)] == []


def test_names_that_stand_twice_are_as_good_as_others(tmp_path: Path) -> None:
    source = write(tmp_path / "a.csv", [",".join(["grey"] * 64), *lines()])
    np.testing.assert_array_equal(read_images(source).pixels[:, 0], digits()[0][:COUNT])


def test_words_alone_are_no_images(tmp_path: Path) -> None:
    source = write(tmp_path / "a.csv", [",".join(["abc"] * 64)] * 5)
    with pytest.raises(InputError, match="holds pixels alone"):
        read_images(source)
