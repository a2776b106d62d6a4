"""Arrays of NumPy and MATLAB: which are images, how they lie, and what is not read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.io import savemat

from datasets.images.image_reading import ImageReading
from datasets.images.reading import read_images
from datasets.messages import InputError
from tests.datasets.images.drawn import digits, large, told

ONE_HOT = np.eye(10, dtype=np.uint8)


def npz(path: Path, **arrays: Any) -> str:
    """Write arrays with their names."""
    np.savez_compressed(path, **arrays)
    return str(path)


def test_keras(tmp_path: Path) -> None:
    pixels, labels = digits()
    source = npz(
        tmp_path / "mnist.npz",
        x_test=pixels[60:90],
        y_test=labels[60:90],
        x_train=pixels[:60],
        y_train=labels[:60],
    )
    found = read_images(source)
    np.testing.assert_array_equal(found.pixels[:, 0], pixels[:90])
    np.testing.assert_array_equal(found.labels, labels[:90])
    assert found.is_test.sum() == 30
    assert found.is_test[60:].all()


@pytest.mark.parametrize(
    ("images", "labels"), [("images", "labels"), ("data", "target"), ("X", "y")]
)
@pytest.mark.parametrize(
    "form", ["stack", "rows", "shares", "signed", "sixteen", "channel", "last"]
)
def test_names_forms_and_ranges(tmp_path: Path, images: str, labels: str, form: str) -> None:
    pixels, known = digits()
    pixels, known = pixels[:50], known[:50]
    written = {
        "stack": pixels,
        "rows": pixels.reshape(50, 64),
        "shares": pixels / 255.0,
        "signed": pixels / 127.5 - 1,
        "sixteen": np.floor(pixels / 255 * 16 + 0.5),
        "channel": pixels[..., None],
        "last": np.moveaxis(pixels, 0, 2),
    }[form]
    found = read_images(npz(tmp_path / "a.npz", **{images: written, labels: known}))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels)
    np.testing.assert_array_equal(found.labels, known)


def test_labels_as_one_hot_and_as_texts(tmp_path: Path) -> None:
    pixels, known = digits()
    found = read_images(npz(tmp_path / "a.npz", x=pixels[:50], y=ONE_HOT[known[:50]]))
    np.testing.assert_array_equal(found.labels, known[:50])
    words = np.array([f"digit {label}" for label in known[:50]])
    found = read_images(npz(tmp_path / "b.npz", x=pixels[:50], y=words))
    assert found.class_names[3] == "digit 3"
    np.testing.assert_array_equal(found.labels, known[:50])


def test_colour_of_every_axis_order(tmp_path: Path) -> None:
    grey, _ = large(12)
    colour = np.stack([grey, grey // 2, 255 - grey], axis=3)
    planes = colour.transpose(0, 3, 1, 2)
    for form in (colour, planes, colour.reshape(12, -1), planes.reshape(12, -1)):
        found = read_images(npz(tmp_path / "a.npz", x=form))
        np.testing.assert_array_equal(found.pixels, planes)


class Evil:
    """Would leave a mark if anybody unpickled it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (Path("evil-was-here"),)


def test_objects_are_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    objects = np.array([Evil()], dtype=object)
    with pytest.raises(InputError, match="hold objects"):
        read_images(npz(tmp_path / "a.npz", x_train=objects))
    np.save(tmp_path / "a.npy", objects)
    with pytest.raises(InputError, match="hold objects"):
        read_images(str(tmp_path / "a.npy"))
    found = read_images(npz(tmp_path / "b.npz", x=digits()[0][:9], meta=objects))
    assert "meta" in told(found)
    assert not Path("evil-was-here").exists()


def test_an_array_that_promises_too_much(tmp_path: Path) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        header, {"descr": "|u1", "fortran_order": False, "shape": (10**9, 28, 28)}
    )
    path = tmp_path / "bomb.npz"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("x.npy", header.getvalue() + bytes(1000))
    with pytest.raises(InputError, match="cut short"):
        read_images(str(path))
    (tmp_path / "bomb.npy").write_bytes(header.getvalue() + bytes(1000))
    with pytest.raises(InputError, match="damaged"):
        read_images(str(tmp_path / "bomb.npy"))


def test_a_cut_zip(tmp_path: Path) -> None:
    path = Path(npz(tmp_path / "a.npz", x=digits()[0]))
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(InputError, match="damaged"):
        read_images(str(path))


def test_no_images_among_the_arrays(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="assay 9×7"):
        read_images(npz(tmp_path / "a.npz", assay=np.ones((9, 7))))


def test_samples_with_nan_are_left_out(tmp_path: Path) -> None:
    pixels, known = digits()
    shares = pixels[:20] / 255
    shares[4, 2, 2] = np.nan
    found = read_images(npz(tmp_path / "a.npz", x=shares, y=known[:20]))
    np.testing.assert_array_equal(found.labels, np.delete(known[:20], 4))
    assert "the first of them image 5" in told(found)


# --- MATLAB ----------------------------------------------------------------------------------


def test_columns_first_and_ten_for_zero(tmp_path: Path) -> None:
    """As the 20×20 digits of a well-known course: rows hold columns, swing beyond 0…1, y = 10."""
    pixels, known = large(300)
    rows = pixels.swapaxes(1, 2).reshape(300, -1) / 255 * 1.2 - 0.1
    path = tmp_path / "ex3data1.mat"
    savemat(path, {"X": rows, "y": np.where(known == 0, 10, known)[:, None]})
    found = read_images(str(path))
    np.testing.assert_array_equal(found.labels, known)
    assert (found.pixels[:, 0] > 127).sum() == pytest.approx((pixels > 127).sum(), rel=0.05)
    assert np.corrcoef(found.pixels[:, 0].ravel(), pixels.ravel())[0, 1] > 0.99
    assert "column after column" in told(found)
    assert "label 10 was read as the digit 0" in told(found)


def test_rows_of_deep_learn_toolbox(tmp_path: Path) -> None:
    pixels, known = large(200)
    path = tmp_path / "mnist_uint8.mat"
    hot = ONE_HOT[known]
    savemat(
        path,
        {
            "train_x": pixels[:150].reshape(150, -1),
            "train_y": hot[:150],
            "test_x": pixels[150:].reshape(50, -1),
            "test_y": hot[150:],
        },
    )
    found = read_images(str(path))
    np.testing.assert_array_equal(found.pixels[:, 0], pixels)
    np.testing.assert_array_equal(found.labels, known)
    assert found.is_test.sum() == 50


def test_house_numbers_and_structures(tmp_path: Path) -> None:
    grey, known = large(40)
    colour = np.stack([grey, grey // 2, grey // 3], axis=3)
    path = tmp_path / "train_32x32.mat"
    savemat(path, {"X": colour.transpose(1, 2, 3, 0), "y": known[:, None]})
    found = read_images(str(path))
    np.testing.assert_array_equal(found.pixels, colour.transpose(0, 3, 1, 2))
    path = tmp_path / "emnist.mat"
    part = {"images": grey.swapaxes(1, 2).reshape(40, -1), "labels": known[:, None]}
    savemat(path, {"dataset": {"train": part, "test": part, "mapping": np.ones((10, 2))}})
    found = read_images(str(path))
    np.testing.assert_array_equal(found.pixels[:40, 0], grey)
    assert found.is_test.tolist() == [False] * 40 + [True] * 40


def test_the_order_of_pixels_can_be_said(tmp_path: Path) -> None:
    grey, known = large(40)
    path = tmp_path / "a.mat"
    savemat(path, {"X": grey.reshape(40, -1), "y": known})
    for order, wanted in (("rows", grey), ("columns", grey.swapaxes(1, 2))):
        found = read_images(str(path), ImageReading(pixel_order=order))  # type: ignore[arg-type]
        np.testing.assert_array_equal(found.pixels[:, 0], wanted)


def test_matlab_files_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.mat"
    path.write_bytes(b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(512) + b"\x89HDF\r\n\x1a\n")
    with pytest.raises(InputError, match=r"version 7\.3"):
        read_images(str(path))
    savemat(path, {"X": digits()[0], "y": digits()[1]}, do_compression=True)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(InputError, match="cut short"):
        read_images(str(path))
    path.write_bytes(b"no matlab at all")
    with pytest.raises(InputError, match="no MATLAB file"):
        read_images(str(path))
