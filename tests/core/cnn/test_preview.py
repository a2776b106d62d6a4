"""What a window shows of the preparation."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
import torch

from core.cnn import preview
from core.cnn.augmenting import Augmenter
from core.cnn.parts import load_image_parts
from core.cnn.preview import stamp_of, write_preview
from core.image_job import ImageJob
from core.job_sections.images import Augmentation, ImagePreparation, Images
from datasets.messages import InputError


@pytest.fixture(autouse=True)
def forgotten() -> None:
    preview._FITTED.clear()
    preview._images.cache_clear()


def job(**augmentation: object) -> ImageJob:
    return ImageJob(
        images=Images(source="example:digits"),
        preparation=ImagePreparation(scaling="mean"),
        augmentation=Augmentation.model_validate(augmentation),
    )


def shown(wanted: ImageJob, rows: tuple[int, ...], copies: int, out: Path) -> dict[str, np.ndarray]:
    write_preview(wanted, rows, copies, out)
    with np.load(out, allow_pickle=False) as file:
        return dict(file)


def test_samples_are_shown_raw_changed_and_prepared(tmp_path: Path) -> None:
    wanted = job(shift=0.1, rotation=10)
    found = shown(wanted, (3, 17, 99), 4, tmp_path / "out.npz")
    parts = load_image_parts(wanted, lambda event: None)
    assert found["rows"].tolist() == [3, 17, 99]
    assert np.array_equal(found["pixels"], parts.image_set.pixels[[3, 17, 99]])
    # as the network of the run would see them
    wanted_values = parts.folds[0].samples.batch(torch.tensor([3, 17, 99])).numpy()
    assert np.array_equal(found["prepared"], wanted_values)
    assert found["range"].tolist() == [wanted_values.min(), wanted_values.max()]
    assert found["copies"].shape == (3, 4, 1, 8, 8)
    unit = parts.folds[0].samples.unit(torch.tensor([3] * 4 + [17] * 4 + [99] * 4))
    generator = torch.Generator().manual_seed(wanted.training.seed)
    copies = Augmenter(wanted.augmentation, (1, 8, 8))(unit, generator)
    assert np.array_equal(found["copies"].reshape(12, 1, 8, 8), copies.numpy())


def test_without_augmentation_the_copies_are_the_image(tmp_path: Path) -> None:
    found = shown(job(), (5,), 2, tmp_path / "out.npz")
    for copy in found["copies"][0]:
        np.testing.assert_allclose(copy, found["pixels"][0] / 255, rtol=1e-6)


def test_no_copies_can_be_asked_for(tmp_path: Path) -> None:
    assert shown(job(shift=0.1), (5, 6), 0, tmp_path / "out.npz")["copies"].shape == (2, 0, 1, 8, 8)


def test_the_second_preview_reads_and_fits_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(job(), (5,), 2, tmp_path / "out.npz")

    def never(*given: object) -> None:
        raise AssertionError("read or fitted again")

    monkeypatch.setattr(preview, "load_images", never)
    monkeypatch.setattr(preview, "fit_pixels", never)
    assert shown(job(rotation=20), (6,), 2, tmp_path / "out.npz")["rows"].tolist() == [6]
    other = job().model_copy(update={"preparation": ImagePreparation(scaling="zca")})
    with pytest.raises(AssertionError, match="again"):
        write_preview(other, (6,), 2, tmp_path / "out.npz")


def test_few_preparations_are_kept(tmp_path: Path) -> None:
    for part in (0.1, 0.2, 0.3, 0.4, 0.5):
        changed = job().model_copy(update={"preparation": ImagePreparation(validation_part=part)})
        write_preview(changed, (1,), 1, tmp_path / "out.npz")
    assert len(preview._FITTED) == preview.MOST_FITTED


def test_a_source_that_changes_has_another_stamp(tmp_path: Path) -> None:
    file = tmp_path / "train-images-idx3-ubyte"
    file.write_bytes(b"1")
    first = stamp_of(str(file))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(b"2")
    second = stamp_of(str(file))
    (tmp_path / "preview.npz").write_bytes(b"3")
    assert first != second == stamp_of(str(file))
    folder = tmp_path / "set"
    (folder / "a").mkdir(parents=True)
    empty = stamp_of(str(folder))
    time.sleep(0.02)
    (folder / "a" / "1.png").write_bytes(b"1")
    assert stamp_of(str(folder)) != empty


@pytest.mark.parametrize(
    ("rows", "copies", "said"),
    [((), 1, "No sample is named"), ((1797,), 1, "run from 0 to 1796"), ((-1,), 1, "no sample -1")],
)
def test_samples_that_are_not_there_are_refused(
    rows: tuple[int, ...], copies: int, said: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=said):
        write_preview(job(), rows, copies, tmp_path / "out.npz")


def test_a_preview_has_its_limits(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"20,000 copies .* \(10,000\)"):
        write_preview(job(), (1, 2), 10_000, tmp_path / "out.npz")
