"""Runs on images: all files are there, and a run that died goes on as if it had not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

import core.cnn.parts
import core.cnn.recording
from core.cnn.curves import EpochsReader, StepsReader
from core.cnn.model_file import load_cnn
from core.cnn.run import run_image_job
from core.control import Control
from core.events import Event, Finished, ImageProgress, Notice, Paused, Resumed, Started
from core.history import HistoryReader
from core.image_job import CNN, CNNTraining, ImageJob, ImagePreparation, Images
from core.outcome import Outcome
from core.run_folder import RunFolder
from datasets.images.image_set import ImageSet
from datasets.messages import InputError
from tests.core.cnn.small_images import image_set
from tests.thorough import thorough


@pytest.fixture(autouse=True)
def images(monkeypatch: pytest.MonkeyPatch) -> ImageSet:
    """Every run learns the same small images."""
    made = image_set((20, 20, 20), test=4)
    monkeypatch.setattr(core.cnn.parts, "load_images", lambda *given, **more: made)
    return made


def job(*, preparation: dict[str, Any] | None = None, **training: Any) -> ImageJob:
    values = {"epochs": 4, "batch_size": 8, "threads": 1, "precision": "single", "dropout": 0.2}
    return ImageJob(
        images=Images(source="example:bands"),
        preparation=ImagePreparation.model_validate(
            {"validation_part": 0.2, **(preparation or {})}
        ),
        network=CNN(name="custom", layers="CONV4-BN-RELU-POOL-FC-SOFTMAX"),
        training=CNNTraining.model_validate({**values, **training}),
    )


class Death(BaseException):
    """The process dies; nothing catches it."""


class Listener:
    """Hears events, and does something at a step of a member."""

    def __init__(self, at: tuple[int, int] = (99, 0), do: Any = None) -> None:
        self.events: list[Event] = []
        self._at, self._do = at, do

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, ImageProgress) and (event.member, event.step) >= self._at and self._do:
            do, self._do = self._do, None
            do()

    def of(self, kind: type[Event]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


def run(
    folder: Path, wanted: ImageJob, listener: Listener | None = None, control: Control | None = None
) -> Outcome | None:
    return run_image_job(wanted, RunFolder(folder), control or Control(), listener or Listener())


def weights(folder: Path) -> dict[str, torch.Tensor]:
    (path,) = (folder / "model").glob("*.safetensors")
    return load_file(path)


def assert_same_weights(one: Path, other: Path) -> None:
    ours, theirs = weights(one), weights(other)
    assert ours.keys() == theirs.keys()
    for name, tensor in ours.items():
        assert torch.equal(tensor, theirs[name]), name


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Report, and write a checkpoint, at every step."""
    monkeypatch.setattr(core.cnn.recording, "CHECKPOINT_EVERY", 0.0)
    monkeypatch.setattr(core.cnn.recording, "SHARE", 1e9)
    monkeypatch.setattr(core.cnn.recording, "pause_between_rows", lambda seconds: 0.0)


def test_a_run_leaves_everything_behind(tmp_path: Path, images: ImageSet, often: None) -> None:
    listener = Listener()
    outcome = run(tmp_path / "run", job(), listener)
    folder = RunFolder(tmp_path / "run")
    assert outcome is not None
    assert (outcome.reason, outcome.epoch, outcome.is_cnn) == ("epochs", 4, True)
    assert folder.outcome() == outcome
    assert "goal" not in str(outcome.sentence)
    evaluation = folder.evaluation()
    assert evaluation is not None
    assert evaluation["test"]["samples"] == 12
    epochs, _ = EpochsReader(folder.path).read_new()
    assert epochs["epoch"].tolist() == [1, 2, 3, 4]
    history, _ = HistoryReader(folder.history_path).read_new()
    np.testing.assert_allclose(history.training_loss, epochs["training_loss"], rtol=1e-6)
    np.testing.assert_allclose(history.validation_loss, epochs["validation_loss"], rtol=1e-6)
    best = int(epochs["validation_accuracy"].argmax())
    assert (
        epochs["validation_accuracy"][outcome.kept_epoch - 1] == epochs["validation_accuracy"][best]
    )
    steps, _ = StepsReader(folder.path).read_new()
    assert steps["step"].tolist() == sorted(set(steps["step"].tolist()))
    assert steps["step"][-1] <= 24
    assert (steps["gradient_norm"] > 0).all()
    assert (steps["samples_per_second"] > 0).all()
    assert ((steps["accuracy"] >= 0) & (steps["accuracy"] <= 1)).all()
    assert not (folder.path / "members").exists()
    model = load_cnn(folder.model_path)
    assert model.class_names == images.class_names
    (finished,) = listener.of(Finished)
    assert "12 test images right" in str(finished.message)
    (started,) = listener.of(Started)
    assert (started.epochs, started.device) == (4, "cpu")
    assert all(0 <= event.step <= event.steps for event in listener.of(ImageProgress))


def test_the_best_validation_epoch_is_what_the_model_holds(tmp_path: Path) -> None:
    outcome = run(tmp_path / "run", job(epochs=8))
    evaluation = RunFolder(tmp_path / "run").evaluation()
    assert outcome is not None
    assert evaluation is not None
    epochs, _ = EpochsReader(tmp_path / "run").read_new()
    kept = epochs["validation_accuracy"][outcome.kept_epoch - 1]
    assert evaluation["validation"]["accuracy"] == pytest.approx(kept, abs=1e-6)
    assert outcome.validation_loss == pytest.approx(
        epochs["validation_loss"][outcome.kept_epoch - 1], rel=1e-6
    )


@pytest.mark.parametrize(
    ("trainer", "at"),
    [
        *(("sgd", (1, 2)), ("adam", (0, 6)), ("irprop-", (1, 1))),
        *thorough([("sgd", (0, 3)), ("irprop-", (0, 2))]),
    ],
)
def test_a_run_that_died_goes_on_bit_for_bit(
    tmp_path: Path, often: None, at: tuple[int, int], trainer: str
) -> None:
    # of RPROP a batch is an epoch: all 48 samples fit into a chunk
    wanted = job(members=2, averaging=0.9, trainer=trainer, epochs=3)
    run(tmp_path / "whole", wanted)

    def die() -> None:
        raise Death

    with pytest.raises(Death):
        run(tmp_path / "died", wanted, Listener(at, die))
    assert RunFolder(tmp_path / "died").state() == "interrupted"
    run(tmp_path / "died", wanted)
    assert_same_weights(tmp_path / "whole", tmp_path / "died")
    whole, died = (EpochsReader(tmp_path / name).read_new()[0] for name in ("whole", "died"))
    for name in ("member", "epoch", "training_loss", "validation_accuracy"):
        assert died[name].tolist() == whole[name].tolist()


def test_an_old_checkpoint_gives_the_same_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps after the checkpoint are lost with the process, and done again."""
    wanted = job(members=2)
    run(tmp_path / "whole", wanted)
    monkeypatch.setattr(core.cnn.recording, "pause_between_rows", lambda seconds: 0.0)
    written: list[float] = []
    original = core.cnn.recording.Follower._checkpoint

    def once(self: core.cnn.recording.Follower) -> float:
        if not written:
            written.append(original(self))
        return 1e9

    monkeypatch.setattr(core.cnn.recording, "CHECKPOINT_EVERY", 0.0)
    monkeypatch.setattr(core.cnn.recording.Follower, "_checkpoint", once)

    def die() -> None:
        raise Death

    with pytest.raises(Death):
        run(tmp_path / "died", wanted, Listener((0, 15), die))
    monkeypatch.undo()
    monkeypatch.setattr(core.cnn.parts, "load_images", lambda *a, **k: image_set((20,) * 3, test=4))
    run(tmp_path / "died", wanted)
    assert_same_weights(tmp_path / "whole", tmp_path / "died")


@pytest.mark.parametrize("at", [(0, 2), (1, 3)])
def test_stopped_and_continued(tmp_path: Path, often: None, at: tuple[int, int]) -> None:
    wanted = job(members=2)
    run(tmp_path / "whole", wanted)
    control = Control()
    outcome = run(tmp_path / "stopped", wanted, Listener(at, control.stop), control)
    assert outcome is not None
    assert outcome.reason == "stopped"
    assert outcome.members == at[0] + 1
    assert RunFolder(tmp_path / "stopped").evaluation() is not None
    ended = run(tmp_path / "stopped", wanted)
    assert ended is not None
    assert ended.reason == "epochs"
    assert_same_weights(tmp_path / "whole", tmp_path / "stopped")


def test_abandoned_it_is_interrupted(tmp_path: Path, often: None) -> None:
    control = Control()
    listener = Listener((0, 5), control.abandon)
    assert run(tmp_path / "run", job(), listener, control) is None
    assert RunFolder(tmp_path / "run").state() == "interrupted"
    assert any("goes on" in str(notice.message) for notice in listener.of(Notice))
    run(tmp_path / "run", job())
    run(tmp_path / "whole", job())
    assert_same_weights(tmp_path / "whole", tmp_path / "run")


def test_paused_it_waits(tmp_path: Path, often: None, monkeypatch: pytest.MonkeyPatch) -> None:
    control = Control()
    monkeypatch.setattr(control, "wait_while_paused", control.resume)
    listener = Listener((0, 5), control.pause)
    run(tmp_path / "run", job(), listener, control)
    assert len(listener.of(Paused)) == len(listener.of(Resumed)) == 1
    run(tmp_path / "whole", job())
    assert_same_weights(tmp_path / "whole", tmp_path / "run")


def test_every_fold_has_its_network(tmp_path: Path) -> None:
    outcome = run(tmp_path / "run", job(preparation={"folds": 3}, members=2, epochs=2))
    evaluation = RunFolder(tmp_path / "run").evaluation()
    assert outcome is not None
    assert evaluation is not None
    assert outcome.members == 6
    assert evaluation["validation"]["samples"] == 60
    assert load_cnn(tmp_path / "run" / "model").member_folds == (0, 1, 2, 0, 1, 2)


def test_a_cross_validation_broken_off_judges_nothing(tmp_path: Path, often: None) -> None:
    wanted = job(preparation={"folds": 3}, epochs=2)
    control = Control()
    outcome = run(tmp_path / "run", wanted, Listener((1, 2), control.stop), control)
    assert outcome is not None
    assert outcome.reason == "failed"
    assert "2 of 3 folds" in str(outcome.sentence)
    assert RunFolder(tmp_path / "run").evaluation() is None
    ended = run(tmp_path / "run", wanted)
    assert ended is not None
    assert ended.reason == "epochs"


def test_a_time_limit_ends_it(tmp_path: Path) -> None:
    outcome = run(tmp_path / "run", job(epochs=100_000, time_limit=0.2))
    assert outcome is not None
    assert outcome.reason == "time"
    assert 0.2 <= outcome.seconds < 10


def test_divergence_is_told(tmp_path: Path) -> None:
    wanted = job(learning_rate=100.0, schedule="constant", epochs=50)
    network = CNN(name="custom", layers="CONV4-CONV4-FC-SOFTMAX")
    outcome = run(tmp_path / "run", wanted.model_copy(update={"network": network}))
    assert outcome is not None
    assert outcome.reason == "diverged"


def test_memory_that_does_not_suffice_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.networks.cnn.building import CNNModule

    heads = CNNModule.heads

    def narrow(self: CNNModule, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        if len(x) > 4:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return heads(self, x)

    monkeypatch.setattr(CNNModule, "heads", narrow)
    listener = Listener()
    outcome = run(tmp_path / "run", job(), listener)
    assert outcome is not None
    assert outcome.reason == "epochs"
    told = [str(notice.message) for notice in listener.of(Notice)]
    assert sum("Memory did not suffice" in text for text in told) == 1


def test_a_finished_run_and_another_job_are_refused(tmp_path: Path) -> None:
    run(tmp_path / "run", job(epochs=1))
    with pytest.raises(InputError, match="has ended"):
        run(tmp_path / "run", job(epochs=1))
    control = Control()
    control.stop()
    run(tmp_path / "other", job(epochs=3), control=control)
    with pytest.raises(InputError, match="another job"):
        run(tmp_path / "other", job(epochs=2))


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    control = Control()
    control.stop()
    run(tmp_path / "run", job(epochs=3), control=control)
    RunFolder(tmp_path / "run").checkpoint_path.write_bytes(b"nothing")
    with pytest.raises(InputError, match="cannot be read"):
        run(tmp_path / "run", job(epochs=3))
