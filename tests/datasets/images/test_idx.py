"""IDX: every type and byte order, pairs by name, and what is cut short or promises too much."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from datasets.images.idx import TYPES, read_idx
from datasets.images.reading import read_images
from datasets.messages import InputError
from tests.datasets.images.drawn import digits, told

CODES = {kind: code for code, kind in TYPES.items()}


def idx_bytes(values: NDArray[Any], order: Literal["<", ">"] = ">") -> bytes:
    """Return an array as the bytes of an IDX file."""
    code = CODES[values.dtype.str[1:]]
    magic = bytes([0, 0, code, values.ndim])
    sizes = struct.pack(f"{order}{values.ndim}I", *values.shape)
    start = magic if order == ">" else magic[::-1]
    return start + sizes + values.astype(values.dtype.newbyteorder(order)).tobytes()


def write(path: Path, values: NDArray[Any], order: Literal["<", ">"] = ">") -> Path:
    """Write an IDX file, packed where its name says so."""
    data = idx_bytes(values, order)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), order=st.sampled_from(("<", ">")), packed=st.booleans())
def test_what_was_written_is_read(
    tmp_path: Path, data: st.DataObject, order: Literal["<", ">"], packed: bool
) -> None:
    dtype = np.dtype(data.draw(st.sampled_from(sorted(CODES))))
    shape = data.draw(
        st.one_of(
            st.tuples(st.integers(1, 300)),
            st.tuples(st.integers(1, 9), st.integers(4, 9), st.integers(4, 9)),
        )
    )
    values = data.draw(hnp.arrays(dtype, shape, elements=st.integers(0, 100)))
    path = write(tmp_path / ("a.gz" if packed else "a"), values, order)
    read, notices = read_idx(path)
    np.testing.assert_array_equal(read, values)
    assert read.dtype == values.dtype
    assert bool(notices) == (order == "<")


def test_sizes_swapped_below_a_right_magic(tmp_path: Path) -> None:
    values = np.arange(300, dtype=np.uint8).reshape(3, 10, 10)
    data = idx_bytes(values)
    path = tmp_path / "odd"
    path.write_bytes(data[:4] + struct.pack("<3I", 3, 10, 10) + data[16:])
    np.testing.assert_array_equal(read_idx(path)[0], values)


@pytest.mark.parametrize(
    "names",
    [
        ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte"),
        ("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte"),
        ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte.gz"),
        ("a-train-images-idx3-ubyte", "a-train-labels-idx1-ubyte", "a-test-images-idx3-ubyte"),
    ],
)
def test_four_files_are_one_set(tmp_path: Path, names: tuple[str, ...]) -> None:
    pixels, labels = digits()
    write(tmp_path / names[0], pixels[:60])
    write(tmp_path / names[1], labels[:60].astype(np.uint8))
    write(tmp_path / names[2], pixels[60:100])
    name = names[2].replace("images", "labels").replace("idx3", "idx1")
    write(tmp_path / name, labels[60:100].astype(np.uint8))
    for source in (tmp_path, tmp_path / names[0], tmp_path / names[1]):
        found = read_images(str(source))
        np.testing.assert_array_equal(found.pixels[:, 0], pixels[:100])
        np.testing.assert_array_equal(found.labels, labels[:100])
        assert found.is_test.tolist() == [False] * 60 + [True] * 40
        assert found.class_names == tuple("0123456789")
    alone = read_images(str(tmp_path / names[2]))
    assert (len(alone), alone.is_test.any()) == (40, np.False_)


def test_images_without_labels(tmp_path: Path) -> None:
    path = write(tmp_path / "digits.idx", digits()[0][:5])
    found = read_images(str(path))
    assert found.labels.tolist() == [-1] * 5
    assert found.class_names == ()
    assert "no file of labels" in told(found)


def test_a_folder_of_two_sets_asks_which(tmp_path: Path) -> None:
    for name in ("letters-train", "digits-train"):
        write(tmp_path / f"{name}-images-idx3-ubyte", digits()[0][:5])
    with pytest.raises(InputError, match="2 IDX files of training images"):
        read_images(str(tmp_path))


def test_labels_of_another_set_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "train-images-idx3-ubyte", digits()[0][:5])
    write(tmp_path / "train-labels-idx1-ubyte", digits()[1][:6].astype(np.uint8))
    with pytest.raises(InputError, match="6 labels for the 5 images"):
        read_images(str(tmp_path))


def test_labels_alone_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "train-labels-idx1-ubyte", digits()[1][:6].astype(np.uint8))
    with pytest.raises(InputError, match="holds labels, and no file of images"):
        read_images(str(path))


def test_cut_short(tmp_path: Path) -> None:
    data = idx_bytes(digits()[0][:50])
    path = tmp_path / "cut"
    path.write_bytes(data[:1000])
    with pytest.raises(InputError, match="promises 3,200 bytes"):
        read_images(str(path))
    packed = tmp_path / "cut.gz"
    packed.write_bytes(gzip.compress(data[:1000]))
    with pytest.raises(InputError, match="50 items, but the bytes end in item 16"):
        read_images(str(packed))
    noise = np.random.default_rng(1).integers(0, 256, (50, 8, 8), np.uint8)
    packed.write_bytes(gzip.compress(idx_bytes(noise))[:2000])
    with pytest.raises(InputError, match="damaged or was copied only in part"):
        read_images(str(packed))


@pytest.mark.parametrize("shape", [(2**31, 28, 28), (60000, 4000, 4000), (9, 2**20, 2**20)])
def test_a_huge_header_takes_no_memory(tmp_path: Path, shape: tuple[int, ...]) -> None:
    path = tmp_path / "bomb.gz"
    data = bytes([0, 0, 8, 3]) + struct.pack(">3I", *shape) + bytes(10_000)
    path.write_bytes(gzip.compress(data))
    with pytest.raises(InputError):
        read_images(str(path))


def test_more_bytes_than_promised_are_told(tmp_path: Path) -> None:
    path = tmp_path / "more"
    path.write_bytes(idx_bytes(digits()[0][:5]) + b"more")
    found = read_images(str(path))
    assert len(found) == 5
    assert "more bytes" in told(found)


def test_mnist(shared_data: Path) -> None:
    found = read_images(str(shared_data / "digits" / "mnist"))
    assert found.pixels.shape == (70_000, 1, 28, 28)
    # the counts that LeCun's page and every textbook state for the parts
    assert np.bincount(found.labels[found.is_test]).tolist() == [
        980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009,
    ]  # fmt: skip
    assert found.labels[:5].tolist() == [5, 0, 4, 1, 9]
    # mean and deviation that every recipe on MNIST takes
    assert found.pixels[:60_000].mean() / 255 == pytest.approx(0.1307, abs=1e-4)
