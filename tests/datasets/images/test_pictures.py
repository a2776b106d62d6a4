"""Folders and sheets of pictures: classes, parts, sizes, depths, ink, and damaged files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from datasets.images.adding import add_image
from datasets.images.image_reading import ImageReading
from datasets.images.kinds import looks_like_images
from datasets.images.reading import read_images
from datasets.messages import InputError
from tests.datasets.images.drawn import digits, large, told


def save(path: Path, pixels: NDArray[Any], **how: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, **how)


def by_class(folder: Path, count: int = 40, ending: str = "png") -> None:
    """Write the first digits into a folder for each class."""
    pixels, labels = digits()
    for number in range(count):
        save(folder / str(labels[number]) / f"{number}.{ending}", pixels[number])


@pytest.mark.parametrize("ending", ["png", "bmp", "gif", "tif", "pgm"])
def test_a_folder_for_each_class(tmp_path: Path, ending: str) -> None:
    by_class(tmp_path, 40, ending)
    found = read_images(str(tmp_path))
    for name, pixels, label in zip(
        found.sample_names, found.pixels[:, 0], found.labels, strict=True
    ):
        number = int(Path(name).stem)
        np.testing.assert_array_equal(pixels, digits()[0][number])
        assert label == digits()[1][number]
    assert len(found) == 40
    assert looks_like_images(tmp_path)


def test_parts(tmp_path: Path) -> None:
    by_class(tmp_path / "train", 40)
    by_class(tmp_path / "Test", 20)
    found = read_images(str(tmp_path))
    assert found.is_test.sum() == 20
    assert found.class_names == tuple("0123456789")
    # a part alone is no test part
    assert not read_images(str(tmp_path / "Test")).is_test.any()


@pytest.mark.parametrize(
    "pattern",
    ["{label}_{n:04}.png", "{label}-{n}.png", "img{n}_{label}.png", "d {label} ({n}).png"],
)
def test_labels_in_names(tmp_path: Path, pattern: str) -> None:
    for n in range(60):
        save(tmp_path / pattern.format(label=digits()[1][n], n=n), digits()[0][n])
    found = read_images(str(tmp_path))
    assert sorted(found.labels.tolist()) == sorted(digits()[1][:60].tolist())
    known = {image.tobytes(): label for image, label in zip(*digits(), strict=True)}
    assert [known[image.tobytes()] for image in found.pixels] == found.labels.tolist()


def test_numbered_files_have_no_label(tmp_path: Path) -> None:
    for n in range(12):
        save(tmp_path / f"img_{n}.png", digits()[0][n])
    assert not read_images(str(tmp_path)).is_labelled.any()


def test_what_cannot_be_read_is_left_out_and_named(tmp_path: Path) -> None:
    by_class(tmp_path, 10)
    whole = (tmp_path / "0" / "0.png").read_bytes()
    (tmp_path / "0" / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "notes.txt").write_text("a note")
    (tmp_path / "script.eps.png").write_text("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    found = read_images(str(tmp_path))
    assert len(found) == 10
    assert "0/cut.png" in told(found)
    assert "script.eps.png" in told(found)
    assert "notes.txt" in told(found)


def test_a_folder_without_pictures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no picture")
    with pytest.raises(InputError, match="holds no pictures"):
        read_images(str(tmp_path))
    assert not looks_like_images(tmp_path)
    (tmp_path / "a.png").write_text("no picture")
    # opened alone it is told of pictures too, not of tables
    assert looks_like_images(tmp_path / "a.png")
    with pytest.raises(InputError, match=r"a\.png is no picture of a known format"):
        read_images(str(tmp_path / "a.png"))
    (tmp_path / "empty.png").touch()
    with pytest.raises(InputError, match="is empty; get it again"):
        read_images(str(tmp_path / "empty.png"))
    with pytest.raises(InputError, match="no picture of a known format"):
        read_images(str(tmp_path))


def test_dark_ink_is_inverted(tmp_path: Path) -> None:
    pixels, _ = large(30)
    for n, image in enumerate(pixels):
        save(tmp_path / f"{n}.png", 255 - image if n % 3 else image)
    found = read_images(str(tmp_path))
    order = [int(Path(name).stem) for name in found.sample_names]
    np.testing.assert_array_equal(found.pixels[:, 0], pixels[order])
    assert "background: 20 of the images" in told(found)
    kept = read_images(str(tmp_path), ImageReading(ink="light"))
    np.testing.assert_array_equal(kept.pixels[order.index(1), 0], 255 - pixels[1])


def test_different_sizes_keep_their_aspect(tmp_path: Path) -> None:
    bar = np.zeros((40, 20), np.uint8)
    bar[4:36, 8:12] = 255
    save(tmp_path / "a.png", bar)
    save(tmp_path / "b.png", bar[:, 2:18].repeat(2, 0).repeat(2, 1))
    found = read_images(str(tmp_path), ImageReading(side=20))
    assert found.shape == (1, 20, 20)
    for image in found.pixels[:, 0]:
        rows, columns = np.nonzero(image > 127)
        assert np.ptp(rows) + 1 == pytest.approx(16, abs=1)
        assert np.ptp(columns) + 1 == pytest.approx(2, abs=1)
    assert "2 different sizes" in told(found)


def test_depths_and_colours(tmp_path: Path) -> None:
    pixels, _ = large(3)
    save(tmp_path / "deep" / "a.png", pixels[0].astype(np.uint16) * 257)
    save(tmp_path / "deep" / "b.png", pixels[1].astype(np.uint16) * 257)
    found = read_images(str(tmp_path / "deep"))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels[:2])
    assert "More than 8 bits" in told(found)
    save(tmp_path / "grey" / "a.png", pixels[0][..., None].repeat(3, 2))
    assert read_images(str(tmp_path / "grey")).shape[0] == 1
    colour = np.stack([pixels[0], pixels[0] // 2, pixels[0] // 4], axis=2)
    save(tmp_path / "colour" / "a.png", colour)
    save(tmp_path / "colour" / "b.png", pixels[1])
    found = read_images(str(tmp_path / "colour"))
    np.testing.assert_array_equal(found.pixels[0], colour.transpose(2, 0, 1))
    np.testing.assert_array_equal(found.pixels[1], pixels[1][None].repeat(3, 0))


@pytest.mark.parametrize("ink", [0, 255])
def test_transparent_ground(tmp_path: Path, ink: int) -> None:
    pixels, _ = large(2)
    for n, image in enumerate(pixels):
        grey = np.full_like(image, ink)
        save(tmp_path / f"{n}.png", np.stack([grey, grey, grey, image], axis=2))
    found = read_images(str(tmp_path))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels)


def test_a_picture_meant_to_fill_the_memory(tmp_path: Path) -> None:
    Image.new("1", (9_500, 9_500)).save(tmp_path / "bomb.png")
    with pytest.raises(InputError, match="million pixels"):
        read_images(str(tmp_path / "bomb.png"))


# --- sheets ----------------------------------------------------------------------------------


def sheet(images: NDArray[np.uint8], rows: int, columns: int) -> NDArray[np.uint8]:
    """Return images side by side, row by row."""
    height, width = images.shape[1:]
    stacked = images[: rows * columns].reshape(rows, columns, height, width)
    return stacked.swapaxes(1, 2).reshape(rows * height, columns * width)


def sorted_digits(each: int) -> tuple[NDArray[np.uint8], NDArray[Any]]:
    """Return so many of every digit, 0 first."""
    pixels, labels = large(1000)
    rows = np.concatenate([np.flatnonzero(labels == digit)[:each] for digit in range(10)])
    return pixels[rows], labels[rows]


def test_a_sheet_with_five_rows_of_each_digit(tmp_path: Path) -> None:
    """As OpenCV's digits.png: 20×20 cells, 5 rows of each digit."""
    pixels, labels = sorted_digits(50)
    save(tmp_path / "digits.png", sheet(pixels, 50, 10))
    found = read_images(str(tmp_path / "digits.png"))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels)
    np.testing.assert_array_equal(found.labels, labels)
    assert "rows of the sheet were taken as the digits" in told(found)


def test_a_sheet_with_a_digit_in_each_column(tmp_path: Path) -> None:
    pixels, _ = sorted_digits(10)
    turned = pixels.reshape(10, 10, 20, 20).swapaxes(0, 1).reshape(100, 20, 20)
    save(tmp_path / "a.png", 255 - sheet(turned, 10, 10))
    found = read_images(str(tmp_path / "a.png"))
    np.testing.assert_array_equal(found.pixels[:, 0], turned)
    np.testing.assert_array_equal(found.labels, np.tile(np.arange(10), 10))


def test_a_sheet_in_no_order_has_no_labels(tmp_path: Path) -> None:
    pixels, _ = sorted_digits(10)
    mixed = pixels[np.random.default_rng(1).permutation(100)]
    save(tmp_path / "a.png", sheet(mixed, 10, 10))
    found = read_images(str(tmp_path / "a.png"))
    assert not found.is_labelled.any()
    assert "order of the digits on the sheet is not known" in told(found)
    said = read_images(str(tmp_path / "a.png"), ImageReading(sheet_order="rows"))
    np.testing.assert_array_equal(said.labels, np.repeat(np.arange(10), 10))


@pytest.mark.parametrize("shape", [(1, 10), (10, 1), (1, 7), (4, 9)])
def test_strips_and_sheets_of_small_digits(tmp_path: Path, shape: tuple[int, int]) -> None:
    pixels = digits()[0][: shape[0] * shape[1]]
    save(tmp_path / "a.png", sheet(pixels, *shape))
    found = read_images(str(tmp_path / "a.png"))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels)


def test_a_sheet_with_margins_and_ruled_lines(tmp_path: Path) -> None:
    pixels, _ = sorted_digits(2)
    cells = np.zeros((20, 27, 27), np.uint8)
    cells[:, 3:23, 3:23] = pixels
    cells[:, 0], cells[:, :, 0] = 255, 255
    page = np.zeros((5 * 27 + 31, 4 * 27 + 17), np.uint8)
    page[13 : 13 + 5 * 27, 5 : 5 + 4 * 27] = sheet(cells, 5, 4)
    save(tmp_path / "a.png", page[:, 5 : 5 + 4 * 27])
    found = read_images(str(tmp_path / "a.png"))
    assert len(found) == 20
    for image, wanted in zip(found.pixels[:, 0], pixels, strict=True):
        assert (image > 127).sum() >= (wanted > 127).sum()


def test_rows_and_columns_can_be_said(tmp_path: Path) -> None:
    pixels, _ = large(6)
    save(tmp_path / "a.png", sheet(pixels, 2, 3))
    found = read_images(str(tmp_path / "a.png"), ImageReading(rows=2, columns=3))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels)
    with pytest.raises(InputError, match="too few"):
        read_images(str(tmp_path / "a.png"), ImageReading(rows=30, columns=30))


def test_single_digits_are_no_sheets(tmp_path: Path, shared_data: Path) -> None:
    from datasets.images.grids import find_grid
    from datasets.images.idx import read_idx

    images, _ = read_idx(shared_data / "digits" / "mnist" / "t10k-images-idx3-ubyte.gz")
    divided = sum(find_grid(image.astype(float)) is not None for image in images[:2000])
    assert divided <= 2
    save(tmp_path / "one.png", images[0])
    found = read_images(str(tmp_path / "one.png"))
    np.testing.assert_array_equal(found.pixels[0, 0], images[0])
    assert "read as one image" in told(found)


# --- adding ----------------------------------------------------------------------------------


def test_added_images_are_read_again(tmp_path: Path) -> None:
    pixels, labels = digits()
    paths = [
        add_image(tmp_path / "mine", pixels[n][None], str(labels[n])) for n in (0, 1, 2, 10, 11)
    ]
    assert len(set(paths)) == 5
    assert paths[3].name == "0_0002.png"
    found = read_images(str(tmp_path / "mine"))
    assert sorted(found.labels.tolist()) == [0, 0, 1, 1, 2]
    np.testing.assert_array_equal(found.pixels[0, 0], pixels[0])


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = add_image(tmp_path, np.zeros((1, 8, 8), np.uint8), "a")
    (tmp_path / "a" / "a_0007.png").write_bytes(b"kept")
    second = add_image(tmp_path, np.zeros((3, 8, 8), np.uint8), "a")
    assert (first.name, second.name) == ("a_0001.png", "a_0008.png")
    assert (tmp_path / "a" / "a_0007.png").read_bytes() == b"kept"


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b", "con", "test", ".hidden", "x" * 99])
def test_classes_that_can_name_no_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be the name of a class"):
        add_image(tmp_path / "mine", np.zeros((1, 8, 8), np.uint8), name)
    assert not (tmp_path / "mine").exists()


def test_ink_is_framed_on_request(tmp_path: Path) -> None:
    pixels, labels = large(6, times=4, margin=0)
    for row, picture in enumerate(pixels):
        wide = np.pad(picture, ((row * 9, 3), (40, row * 7)))
        place = tmp_path / str(labels[row]) / f"{row}.png"
        place.parent.mkdir(exist_ok=True)
        Image.fromarray(np.uint8(240) - wide // 2).save(place)
    found = read_images(str(tmp_path), ImageReading(framing="box", side=28, ink_share=0.5))
    assert found.shape == (1, 28, 28)
    assert "scaled to 50 % of its side" in told(found)
    for image in found.pixels[:, 0]:
        rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
        assert max(np.ptp(rows), np.ptp(columns)) == 13
    usual = read_images(str(tmp_path), ImageReading(framing="mass"))
    assert usual.shape == (1, 28, 28)


def test_pictures_in_colour_are_framed_once_they_are_grey(tmp_path: Path) -> None:
    paper = np.full((40, 40, 3), (240, 235, 220), np.uint8)
    paper[5:15, 5:9] = (20, 30, 150)
    Image.fromarray(paper).save(tmp_path / "a.png")
    kept = read_images(str(tmp_path), ImageReading(framing="mass"))
    assert kept.shape[0] == 3
    assert "have them made grey" in told(kept)
    grey = read_images(str(tmp_path), ImageReading(framing="mass", grey=True))
    assert grey.shape == (1, 28, 28)
    assert np.ptp(np.flatnonzero(grey.pixels[0, 0].any(axis=1))) == 19
