"""New images classified with the network of a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pyarrow.csv
import pytest
import torch
from PIL import Image
from pyarrow import parquet

from core.cnn.matching import codes_by_name, matched
from core.cnn.model_file import save_cnn
from core.cnn.predicting import percent, predict_images
from core.events import Event, Finished, Notice
from core.files import write_json
from core.image_job import ImageJob
from core.image_loading import load_images
from core.job_sections.images import Images
from core.run_folder import RunFolder
from datasets.images.image_set import ImageSet
from datasets.images.ink_frame import ink_frame
from datasets.messages import InputError, Message
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import small_model, small_parts


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """A run that learned the bands."""
    parts = small_parts()
    folder = RunFolder(tmp_path / "run")
    folder.create(ImageJob(images=Images(source="example:digits")))
    save_cnn(small_model(parts, members=2, steps=30), folder.model_path)
    return folder


def written(images: ImageSet, folder: Path) -> str:
    """Write a folder of pictures for each class."""
    for row, label in enumerate(images.labels):
        place = folder / images.class_names[label] / f"{row:03}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(images.pixels[row, 0]).save(place)
    return str(folder)


def predicted(run: RunFolder, source: str, out: Path) -> tuple[dict[str, Any], list[Event]]:
    events: list[Event] = []
    predict_images(run, source, out, events.append)
    last = events[-1]
    assert isinstance(last, Finished)
    return dict(last.values), events


def test_a_folder_of_pictures_is_classified_and_counted(run: RunFolder, tmp_path: Path) -> None:
    images = image_set((6, 5, 4), seed=9)
    out = tmp_path / "out.csv"
    values, events = predicted(run, written(images, tmp_path / "new"), out)
    table = pyarrow.csv.read_csv(out)
    assert table.num_rows == 15
    assert values["rows"] == 15
    assert sum(values["predicted"]) == 15
    right = sum(
        known == found
        for known, found in zip(table["known"].to_pylist(), table["class"].to_pylist(), strict=True)
    )
    assert values["labelled"]["correct"] == right
    assert right >= 12
    low, high = values["labelled"]["interval"]
    said = str(events[-1].message)  # type: ignore[union-attr]
    assert f"{right} are right: {percent(right / 15)}" in said
    assert f"{percent(low)} to {percent(high)}" in said
    assert "agreement" in table.column_names


def test_the_same_rows_come_as_parquet_and_as_a_workbook(run: RunFolder, tmp_path: Path) -> None:
    source = written(image_set((3, 3, 3), seed=9), tmp_path / "new")
    predicted(run, source, tmp_path / "out.parquet")
    predicted(run, source, tmp_path / "out.xlsx")
    table = parquet.read_table(tmp_path / "out.parquet")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx", read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    assert list(rows[0]) == table.column_names
    assert [row[rows[0].index("class")] for row in rows[1:]] == table["class"].to_pylist()


def test_images_without_labels_have_no_accuracy(run: RunFolder, tmp_path: Path) -> None:
    images = image_set((3, 3, 3), seed=9)
    np.savez(tmp_path / "new.npz", images=images.pixels[:, 0])
    values, events = predicted(run, str(tmp_path / "new.npz"), tmp_path / "out.csv")
    assert values["labelled"]["samples"] == 0
    assert "known" not in pyarrow.csv.read_csv(tmp_path / "out.csv").column_names
    assert "are right" not in str(events[-1].message)  # type: ignore[union-attr]


def test_classes_the_network_does_not_know_are_told(run: RunFolder, tmp_path: Path) -> None:
    images = image_set((3, 3, 3), seed=9)
    folder = tmp_path / "new"
    source = written(images, folder)
    (folder / "b").rename(folder / "zeta")
    values, events = predicted(run, source, tmp_path / "out.csv")
    assert values["labelled"]["samples"] == 6
    texts = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("knows no class zeta" in text for text in texts)


def test_larger_pictures_are_scaled_to_the_side_of_the_network(
    run: RunFolder, tmp_path: Path
) -> None:
    images = image_set((4, 4, 4), seed=9)
    large = images.pixels.repeat(3, axis=2).repeat(3, axis=3)
    source = written(
        ImageSet(large, images.labels, images.class_names, images.is_test, "", ""),
        tmp_path / "new",
    )
    values, _ = predicted(run, source, tmp_path / "out.csv")
    assert values["labelled"]["correct"] >= 10


def test_images_it_learned_from_are_told(run: RunFolder, tmp_path: Path) -> None:
    source = written(image_set((3, 3, 3), seed=9), tmp_path / "new")
    _, events = predicted(run, source, tmp_path / "out.csv")
    assert not any("flatters" in str(e.message) for e in events if isinstance(e, Notice))
    same = load_images(Images(source=source)).fingerprint
    write_json(run.evaluation_path, {"fingerprint": same})
    _, events = predicted(run, source, tmp_path / "out.csv")
    assert any("flatters" in str(e.message) for e in events if isinstance(e, Notice))


def test_a_result_of_another_kind_is_refused_before_any_work(
    run: RunFolder, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"should end in \.csv, \.xlsx or \.parquet"):
        predict_images(run, "example:digits", tmp_path / "out.tif", lambda event: None)
    source = tmp_path / "in.csv"
    source.write_text("1,2")
    with pytest.raises(InputError, match="table itself"):
        predict_images(run, str(source), source, lambda event: None)


def test_a_run_without_a_model_is_refused(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    folder.create(ImageJob(images=Images(source="example:digits")))
    with pytest.raises(InputError, match="no trained model"):
        predict_images(folder, "example:digits", tmp_path / "out.csv", lambda event: None)


def test_colours_become_grey_by_their_luma() -> None:
    images = image_set((2, 2), (3, 6, 6))
    images.pixels[0] = np.array([255, 0, 0], np.uint8)[:, None, None]
    images.pixels[1] = np.array([10, 200, 30], np.uint8)[:, None, None]
    found, notices = matched(images, (1, 6, 6))
    assert found.shape == (1, 6, 6)
    assert set(found.pixels[0].ravel().tolist()) == {76}
    assert set(found.pixels[1].ravel().tolist()) == {round(0.299 * 10 + 0.587 * 200 + 0.114 * 30)}
    assert "made grey" in str(notices[0])


def test_grey_images_get_like_channels() -> None:
    images = image_set((2, 2))
    found, _ = matched(images, (3, 8, 8))
    assert found.shape == (3, 8, 8)
    for channel in range(3):
        assert np.array_equal(found.pixels[:, channel], images.pixels[:, 0])


def test_other_channels_are_refused() -> None:
    with pytest.raises(InputError, match="have 2 channels and the network reads 3"):
        matched(image_set((2, 2), (2, 6, 6)), (3, 6, 6))


def test_an_oblong_image_is_put_in_the_middle_of_background() -> None:
    images = image_set((2, 2), (1, 4, 8))
    images.pixels[:] = 200
    found, notices = matched(images, (1, 12, 12))
    assert not found.pixels[:, :, :3].any()
    assert not found.pixels[:, :, 9:].any()
    assert (found.pixels[:, :, 3:9] == 200).all()
    assert "4 × 8" in str(notices[0])


def test_images_of_the_right_shape_are_left_alone() -> None:
    images = image_set((2, 2))
    found, notices = matched(images, (1, 8, 8))
    assert found.pixels is images.pixels
    assert notices == ()


def test_labels_are_matched_by_the_names_of_the_classes() -> None:
    images = image_set((2, 2, 2), unknown=1)
    codes = codes_by_name(images, ("c", "q", "a"))
    assert {
        (name, code)
        for name, code in zip(
            [("a", "b", "c", "?")[label] for label in images.labels], codes.tolist(), strict=True
        )
    } == {("a", 2), ("b", -1), ("c", 0), ("?", -1)}


def test_nearly_all_is_not_all() -> None:
    assert percent(1.0) == "100.00 %"
    assert percent(0.99999) == "99.99 %"
    assert percent(0.9921) == "99.21 %"


def framed_run(tmp_path: Path, source: str = "example:digits") -> tuple[RunFolder, ImageSet]:
    """Return a run on images of 8×8 whose ink lies in the middle 5×5, and such images."""
    images = small_signs((3, 3))
    folder = RunFolder(tmp_path / "framed")
    folder.create(ImageJob(images=Images(source=source)))
    model = small_model(small_parts(small_signs((40, 40))), steps=60)
    save_cnn(replace(model, frame=ink_frame(images.pixels)), folder.model_path)
    return folder, images


def small_signs(counts: tuple[int, int]) -> ImageSet:
    """Return crosses and bars, 5 of 8 pixels high."""
    signs = np.zeros((2, 8, 8), np.uint8)
    signs[:, 2:7, 4] = 255
    signs[0, 4, 2:7] = 255
    labels = np.repeat([0, 1], counts)
    is_test = np.zeros(len(labels), bool)
    return ImageSet(signs[labels][:, np.newaxis], labels, ("cross", "bar"), is_test, "signs", "")


@pytest.mark.parametrize("kind", ["margin", "corner", "large", "dark"])
def test_ink_elsewhere_is_framed_as_it_was_learned(tmp_path: Path, kind: str) -> None:
    run, images = framed_run(tmp_path)
    large = images.pixels.repeat(5, axis=2).repeat(5, axis=3)
    pads = {"margin": ((40, 40), (40, 40)), "corner": ((0, 60), (60, 0)), "large": ((0, 0), (0, 0))}
    pixels = np.pad(large, ((0, 0), (0, 0), *pads.get(kind, ((30, 30), (30, 30)))))
    if kind == "dark":
        pixels = np.uint8(230) - pixels // 2
    source = written(replace(images, pixels=pixels), tmp_path / kind)
    values, events = predicted(run, source, tmp_path / "out.csv")
    assert values["labelled"]["correct"] == len(images)
    told = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("it was framed as in those" in each for each in told) == (kind != "large")
    assert [str(Message(**each)) for each in values["notices"]] == told


def test_ink_can_be_kept_where_it_is_and_framed_always(tmp_path: Path) -> None:
    run, images = framed_run(tmp_path)
    learned = written(images, tmp_path / "learned")
    asked, said = [], []
    for framing in ("auto", "kept", "learned"):
        events: list[Event] = []
        predict_images(run, learned, tmp_path / f"{framing}.csv", events.append, framing)
        asked.append((tmp_path / f"{framing}.csv").read_bytes())
        said.append("framed" in str(events))
    assert said == [False, False, True]
    assert asked[0] == asked[1]


def test_images_with_nothing_on_them_are_named(tmp_path: Path) -> None:
    run, images = framed_run(tmp_path)
    pixels = images.pixels.copy()
    pixels[2] = 0
    source = written(replace(images, pixels=pixels), tmp_path / "blank")
    values, _ = predicted(run, source, tmp_path / "out.csv")
    told = " ".join(str(Message(**each)) for each in values["notices"])
    assert "Nothing can be seen on 1 of the images (cross/002.png)." in told
