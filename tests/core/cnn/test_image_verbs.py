"""`predict` and `preview` on images, as the window and a terminal call them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow.csv
import pytest
import torch

from core.cnn.model_file import save_cnn
from core.command_line import run_words
from core.commands.channel import BAD_INPUT, Channel
from core.control import Control
from core.events import Event, Failed, Finished
from core.image_job import ImageJob
from core.image_loading import load_images
from core.job_file import job_text
from core.job_sections.images import ImagePreparation, Images
from core.run_folder import RunFolder
from tests.core.cnn.small_models import small_model, small_parts

DIGITS = ImageJob(images=Images(source="example:digits"))


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def carried_out(*words: object) -> tuple[int, Event]:
    events: list[Event] = []
    code = run_words([str(word) for word in words], Channel(events.append, Control()))
    return code, events[-1]


def test_digits_are_predicted_by_the_name_of_the_example(tmp_path: Path) -> None:
    parts = small_parts(load_images(DIGITS.images), **ImagePreparation().model_dump())
    folder = RunFolder(tmp_path / "run")
    folder.create(DIGITS)
    save_cnn(small_model(parts, steps=25), folder.model_path)
    out = tmp_path / "out.csv"
    code, last = carried_out("predict", folder.path, "digits", "--out", out)
    assert code == 0
    assert isinstance(last, Finished)
    assert pyarrow.csv.read_csv(out).num_rows == 1797
    assert last.values["labelled"]["samples"] == 1797
    # by chance it would be a tenth
    assert last.values["labelled"]["accuracy"] > 0.5
    assert str(last.message).startswith("1,797 images classified into")


def test_options_of_maps_mean_nothing_for_images(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    folder.create(DIGITS)
    words = ("predict", folder.path, "digits", "--out", tmp_path / "out.csv", "--layer", "class")
    code, last = carried_out(*words)
    assert code == BAD_INPUT
    assert "--layer means nothing here" in str(last.message)  # type: ignore[union-attr]


def test_a_preview_is_written(tmp_path: Path) -> None:
    job = tmp_path / "job.toml"
    job.write_text(job_text(DIGITS), encoding="utf-8")
    out = tmp_path / "out.npz"
    words = ("preview", job, "--rows", "3,17", "--copies", 2, "--out", out)
    code, last = carried_out(*words, "--set", "augmentation.shift=0.1")
    assert code == 0
    assert isinstance(last, Finished)
    assert last.values == {"out": str(out), "rows": [3, 17], "copies": 2}
    with np.load(out, allow_pickle=False) as file:
        assert file["copies"].shape == (2, 2, 1, 8, 8)
        assert not np.array_equal(file["copies"][0, 0], file["copies"][0, 1])


@pytest.mark.parametrize(
    ("words", "said"),
    [(("copper",), "not about images"), (("digits", "--rows", "1,x"), "“1,x” is no list")],
)
def test_wrong_words_of_a_preview_are_one_sentence(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    code, last = carried_out("preview", *words, "--out", tmp_path / "out.npz")
    assert code == BAD_INPUT
    assert isinstance(last, Failed)
    assert said in str(last.message)
