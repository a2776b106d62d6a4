"""The verb `judge` on images: the verdict of the run again, and usual classifiers beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

import core.baselines.image_lessons
from core.cnn.run import run_image_job
from core.control import Control
from core.events import Event, Finished, Notice
from core.image_job import CNN, CNNTraining, ImageJob, ImagePreparation, Images
from core.job_file import job_text
from core.reporting import silent
from core.run_folder import RunFolder
from tests.core.cnn.small_images import image_set
from tests.core.small_judging import read, refusal
from tests.core.small_runs import command


def write_images(path: Path, seed: int = 0) -> Path:
    images = image_set((24, 20, 16), seed=seed)
    np.savez(path, images=images.pixels[:, 0], labels=images.labels)
    return path


def small_job(images: Path) -> ImageJob:
    return ImageJob(
        images=Images(source=str(images)),
        preparation=ImagePreparation(test_part=0.3, validation_part=0.2),
        network=CNN(name="custom", layers="CONV4-BN-RELU-POOL-FC-SOFTMAX"),
        training=CNNTraining(epochs=2, batch_size=8, threads=1, device="cpu", precision="single"),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One run on a file of images, which no test changes."""
    made: Path = tmp_path_factory.mktemp("images")
    job = small_job(write_images(made / "small.npz"))
    (made / "job.toml").write_text(job_text(job), encoding="utf-8")
    run_image_job(job, RunFolder(made / "run"), Control(), silent)
    return made


@pytest.fixture
def few_baselines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cnn.baselines.BASELINES", ("majority", "nearest"))


def told(events: list[Event]) -> Finished:
    (end,) = [event for event in events if isinstance(event, Finished)]
    return end


def test_a_run_is_judged_as_it_judged_itself(
    folder: Path, tmp_path: Path, few_baselines: None
) -> None:
    verdict = read(folder / "run" / "verdict.json")
    evaluation = read(folder / "run" / "evaluation.json")
    assert verdict["held_out"]["correct"] == evaluation["test"]["correct"]
    code, events = command("judge", folder / "run", "--out", tmp_path / "out", "--baselines")
    assert code == 0
    end = told(events)
    assert read(tmp_path / "out" / "verdict.json") == end.values["verdict"] == verdict
    assert str(end.message).startswith("Judged by a random hold-out: ")
    baselines = read(tmp_path / "out" / "baselines.json")
    assert baselines == end.values["baselines"]
    assert [row["name"] for row in baselines["of"]] == ["network", "majority", "nearest"]
    # what its predictions say is what the verdict was found from
    assert baselines["of"][0]["figures"] == verdict["held_out"]["figures"]
    assert baselines["units"] == verdict["units"] == 18
    accuracy = baselines["of"][1]["figures"]["accuracy"]["value"]
    assert accuracy == pytest.approx(7 / 18)
    for row in baselines["of"][1:]:
        for key, difference in row["difference"].items():
            ours, theirs = verdict["held_out"]["figures"][key], row["figures"][key]
            assert difference["value"] == pytest.approx(ours["value"] - theirs["value"])
        assert "learned" not in row
    assert not any(isinstance(event, Notice) for event in events)


def test_who_learned_from_fewer_is_told(
    folder: Path, tmp_path: Path, few_baselines: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = {"nearest": 10 * 64}
    monkeypatch.setattr(core.baselines.image_lessons, "MOST_PIXELS", most)
    code, events = command("judge", folder / "run", "--out", tmp_path / "out", "--baselines")
    assert code == 0
    _, majority, nearest = told(events).values["baselines"]["of"]
    assert "learned" not in majority
    assert (nearest["learned"], nearest["offered"]) == (10, 42)
    said = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("Nearest neighbours learned from 10 of 42 images" in each for each in said)


def test_a_job_is_trained_and_judged(folder: Path, tmp_path: Path) -> None:
    words = ("--out", tmp_path / "out", "--set", "preparation.folds=2")
    code, events = command("judge", folder / "job.toml", *words)
    assert code == 0
    verdict = told(events).values["verdict"]
    assert (verdict["protocol"]["name"], verdict["protocol"]["folds"]) == ("folds", 2)
    assert verdict["units"] == 60
    assert str(told(events).message).startswith("Judged by 2 stratified folds: ")


def test_what_there_is_not_for_images_is_refused_before_anything_is_trained(
    folder: Path, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "out")
    for source in (folder / "run", folder / "job.toml"):
        said = refusal("judge", source, "--protocol", "blocks", *out)
        assert "Images have no protocol of judging" in said
        assert "Images have no protocol" in refusal("divide", source)
    said = refusal("judge", folder / "run", "--learning-curve", *out)
    assert "There is no learning curve for images" in said
    assert not (tmp_path / "out" / "run").exists()


def test_other_images_than_those_of_the_run_are_told(tmp_path: Path, folder: Path) -> None:
    shutil.copytree(folder, tmp_path / "moved")
    write_images(tmp_path / "moved" / "small.npz", seed=1)
    said = refusal("judge", tmp_path / "moved" / "run", "--out", tmp_path / "out", "--baselines")
    assert "have changed since the run" in said
    assert not (tmp_path / "out" / "baselines.json").exists()
