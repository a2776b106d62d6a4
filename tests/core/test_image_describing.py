"""The verbs `images` and `fetch`, as the window asks for them and as a person types them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from core import fetching
from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event, Failed, Finished, Notice
from core.image_loading import image_reading_text, load_images, read_image_reading
from core.job_sections.images import Images
from core.places import mnist_folder
from datasets.images.image_reading import ImageReading
from datasets.images.mirrors import RemoteFile
from datasets.messages import InputError
from tests.datasets.images.drawn import digits


def asked(*words: str, control: Control | None = None) -> tuple[int, list[Event]]:
    """Carry out a command and return its exit code with what it said."""
    said: list[Event] = []
    return run_words(list(words), Channel(said.append, control or Control())), said


def finished(said: list[Event]) -> Finished:
    assert isinstance(said[-1], Finished), said
    return said[-1]


def test_images_lie_as_arrays(tmp_path: Path) -> None:
    pixels, labels = digits()
    np.savez(tmp_path / "a.npz", x_train=pixels[:80], y_train=labels[:80], x_test=pixels[80:100])
    code, said = asked("images", str(tmp_path / "a.npz"), "--out", str(tmp_path / "out"), "--json")
    assert code == 0
    values = json.loads(json.dumps(finished(said).values))
    folder = Path(values["folder"])
    assert folder == tmp_path / "out" / values["fingerprint"]
    read = np.load(folder / "pixels.npy", mmap_mode="r", allow_pickle=False)
    np.testing.assert_array_equal(read[:, 0], pixels[:100])
    assert np.load(folder / "labels.npy")[:80].tolist() == labels[:80].tolist()
    assert np.load(folder / "is_test.npy").sum() == values["test"] == 20
    assert values["shape"] == [100, 1, 8, 8]
    assert values["counts"] == np.bincount(labels[:80]).tolist()
    assert (values["unlabelled"], sum(values["test_counts"])) == (20, 0)
    assert values["classes"] == list("0123456789")


def test_the_bundled_digits_go_into_the_cache(home: Path) -> None:
    code, said = asked("images", "example:digits")
    assert code == 0
    told = finished(said)
    assert str(told.message).startswith("1,797 images of 8×8 pixels")
    assert Path(told.values["folder"]).is_relative_to(home / "cache" / "images")
    assert (Path(told.values["folder"]) / "pixels.npy").is_file()


@pytest.mark.parametrize("source", ["example:cats", "example:mnist", "nothing-here"])
def test_what_is_not_there(source: str) -> None:
    code, said = asked("images", source)
    assert code == 2
    assert isinstance(said[-1], Failed)
    assert said[-1].traceback == ""


def test_how_images_are_read_is_a_file(tmp_path: Path) -> None:
    reading = ImageReading(ink="dark", side=12, rows=3, sheet_order="columns")
    path = tmp_path / "reading.toml"
    path.write_text(image_reading_text(reading), encoding="utf-8")
    assert read_image_reading(path) == reading
    _, said = asked("images", "example:digits", "--reading", str(path))
    assert finished(said).values["shape"] == [1797, 1, 12, 12]
    path.write_text("side = 900", encoding="utf-8")
    with pytest.raises(InputError, match=r"side of .*reading.toml"):
        read_image_reading(path)
    path.write_text("side = ", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        read_image_reading(path)


def test_changed_images_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    np.savez(path, x=digits()[0][:30])
    first = load_images(Images(source=str(path)))
    np.savez(path, x=digits()[0][1:31])
    said: list[Event] = []
    again = load_images(Images(source=str(path), fingerprint=first.fingerprint), said.append)
    assert again.fingerprint != first.fingerprint
    assert any(isinstance(event, Notice) and "changed" in str(event.message) for event in said)


def test_only_known_sets_are_fetched() -> None:
    code, said = asked("fetch", "cifar")
    assert code == 2
    assert isinstance(said[-1], Failed)
    assert "there is mnist" in str(said[-1].message)


def test_what_lies_here_whole_is_not_fetched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    mnist_folder().mkdir(parents=True)
    (mnist_folder() / "a").write_bytes(b"here")
    files = (RemoteFile("a", 4, hashlib.sha256(b"here").hexdigest()),)
    monkeypatch.setattr(fetching, "MNIST", files)
    code, said = asked("fetch", "mnist")
    assert code == 0
    assert finished(said).values == {"source": "example:mnist", "stopped": False}


def test_fetching_can_be_stopped() -> None:
    control = Control()
    control.stop()
    code, said = asked("fetch", "mnist", control=control)
    assert code == 0
    assert finished(said).values["stopped"] is True
