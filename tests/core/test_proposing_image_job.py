"""A job for images of one's own: the verb `job`, from the source to a file that `run` takes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.bundled import bundled_image_job
from core.events import Failed, Finished
from core.image_job import ImageJob, Images
from core.image_proposing import propose_image_job
from core.job import Job
from core.job_file import read_any_job
from core.proposing_image_job import propose_job_of_images
from datasets.images.image_reading import ImageReading
from datasets.messages import InputError
from tests.core.small_runs import command
from tests.datasets.images.drawn import digits


def folder_of_pictures(folder: Path) -> Path:
    for number, (image, label) in enumerate(zip(*digits(), strict=True)):
        if number == 40:
            break
        (folder / str(label)).mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(folder / str(label) / f"{number}.png")
    return folder


def table_of_pixels(path: Path) -> Path:
    pixels, labels = digits()
    rows = np.c_[labels[:40], pixels[:40].reshape(40, -1)]
    np.savetxt(path, rows, fmt="%d", delimiter=",")
    return path


def refused(*words: object) -> str:
    code, events = command(*words)
    assert code == 2
    assert isinstance(events[-1], Failed)
    return str(events[-1].message)


def test_a_folder_becomes_the_job_that_the_window_proposes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder_of_pictures(tmp_path / "pictures")
    words = ("--out", "jobs/job.toml", "--set", "network.name=lenet-5")
    code, events = command("job", "pictures", *words)
    assert code == 0, events
    assert isinstance(events[-1], Finished)
    assert "main.py run jobs/job.toml" in str(events[-1].message)
    job = read_any_job(tmp_path / "jobs" / "job.toml")
    assert isinstance(job, ImageJob)
    source = str(tmp_path / "pictures")
    images = Images(source=source, fingerprint=job.images.fingerprint)
    proposed = propose_image_job(images, (1, 8, 8), 40)
    assert len(images.fingerprint) == 64
    assert job.network.name == "lenet-5"
    assert job.model_copy(update={"network": proposed.network}) == proposed


def test_an_example_keeps_its_documented_job() -> None:
    code, events = command("job", "digits")
    assert code == 0
    assert isinstance(events[-1], Finished)
    assert propose_job_of_images("example:digits") == bundled_image_job("digits")
    assert 'source = "example:digits"' in events[-1].values["job"]


def test_a_table_of_pixels_is_a_table_where_its_target_is_named(tmp_path: Path) -> None:
    table, out = table_of_pixels(tmp_path / "pixels.csv"), tmp_path / "job.toml"
    assert command("job", table, "--out", out)[0] == 0
    assert isinstance(read_any_job(out), ImageJob)
    assert command("job", table, "--target", "column 1", "--out", out)[0] == 0
    assert isinstance(read_any_job(out), Job)


def test_how_images_are_read_is_kept_in_the_job(tmp_path: Path) -> None:
    (tmp_path / "how.toml").write_text("side = 12\n", encoding="utf-8")
    out = tmp_path / "job.toml"
    words = ("--reading", tmp_path / "how.toml", "--out", out)
    assert command("job", table_of_pixels(tmp_path / "pixels.csv"), *words)[0] == 0
    job = read_any_job(out)
    assert isinstance(job, ImageJob)
    assert job.images.reading == ImageReading(side=12)


def test_what_cannot_become_a_job_is_told(tmp_path: Path) -> None:
    pictures = folder_of_pictures(tmp_path / "pictures")
    assert "for which --target, --deposit-x means nothing" in refused(
        "job", pictures, "--target", "a", "--deposit-x", "b"
    )
    assert "should end in .toml" in refused("job", pictures, "--out", tmp_path / "pictures.csv")
    (tmp_path / "empty").mkdir()
    assert "holds no pictures" in refused("job", tmp_path / "empty")
    with pytest.raises(InputError, match="fewer than two classes"):
        propose_job_of_images(str(pictures / "1"))
