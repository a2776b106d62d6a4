"""A trained CNN as a folder: it predicts the same after reload, and a bad one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from core.cnn.model import batch_size
from core.cnn.model_file import load_cnn, save_cnn
from core.cnn.pixels import Scaling
from core.job_sections.cnn import CNN
from datasets.images.image_reading import ImageReading
from datasets.images.ink_frame import InkFrame
from datasets.messages import InputError
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import shuffle_statistics, small_model, small_parts


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.mark.parametrize("scaling", get_args(Scaling))
def test_a_model_predicts_the_same_after_reload(scaling: Scaling, tmp_path: Path) -> None:
    parts = small_parts(scaling=scaling, folds=2)
    model = small_model(parts, members=2, steps=2)
    shuffle_statistics(model.members[1])
    wanted = model.member_probabilities(parts.image_set.pixels)
    save_cnn(model, tmp_path / "model")
    again = load_cnn(tmp_path / "model")
    assert np.array_equal(again.member_probabilities(parts.image_set.pixels), wanted)
    assert again.plan == model.plan
    assert again.class_names == model.class_names
    assert again.member_folds == (0, 0, 1, 1)
    assert again.reading == model.reading


@pytest.mark.parametrize("name", ["lenet-5", "deeplearntoolbox"])
def test_networks_of_the_zoo_come_back(name: str, tmp_path: Path) -> None:
    parts = small_parts(image_set((4, 4), (1, 28, 28)))
    model = small_model(parts, cnn=CNN(name=name))
    save_cnn(model, tmp_path)
    pixels = parts.image_set.pixels
    assert np.array_equal(load_cnn(tmp_path).probabilities(pixels), model.probabilities(pixels))


def test_probabilities_are_the_mean_of_the_members() -> None:
    parts = small_parts()
    model = small_model(parts, members=3)
    pixels = parts.image_set.pixels
    each = model.member_probabilities(pixels)
    assert each.shape == (3, 45, 3)
    np.testing.assert_array_equal(model.probabilities(pixels), each.mean(axis=0))
    np.testing.assert_allclose(model.probabilities(pixels).sum(axis=1), 1, atol=1e-6)
    assert not np.array_equal(each[0], each[1])
    # against the plain way through torch
    samples = model.samples(pixels)
    with torch.no_grad():
        plain = torch.softmax(model.members[1](samples.batch(torch.arange(45))), 1).double().numpy()
    np.testing.assert_allclose(each[1], plain, atol=1e-6)


def test_no_image_has_no_probabilities() -> None:
    model = small_model(small_parts())
    assert model.probabilities(np.zeros((0, 1, 8, 8), np.uint8)).shape == (0, 3)


def test_batches_grow_smaller_with_the_network() -> None:
    parts = small_parts()
    assert batch_size(small_model(parts).plan) == 512
    wide = CNN(name="custom", layers="CONV4096 3x3 p1-RELU-POOL-FC-SOFTMAX")
    assert 1 <= batch_size(small_model(parts, cnn=wide).plan) < 200


def test_the_reading_of_the_images_is_kept(tmp_path: Path) -> None:
    frame = InkFrame(manner="mass", share=0.7, low=0.6, high=0.8, offset=0.05)
    reading = ImageReading(ink="dark", side=8)
    model = replace(small_model(small_parts()), reading=reading, frame=frame)
    save_cnn(model, tmp_path)
    assert load_cnn(tmp_path).reading == reading
    assert load_cnn(tmp_path).frame == frame


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no trained model"):
        load_cnn(tmp_path)


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text('{"format": 3, "kind": "BP network"}')
    with pytest.raises(InputError, match="is no CNN"):
        load_cnn(tmp_path)


def _layers(about: dict[str, Any], **changes: object) -> None:
    about["layers"][0].update(changes)


DAMAGE: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("format", lambda about: about.update(format=99)),
    ("classes", lambda about: about.pop("classes")),
    ("another network", lambda about: _layers(about, filters=5)),
    ("60,000,000,003 parameters", lambda about: _layers(about, filters=10**9)),
    ("another network", lambda about: _layers(about, filters=10**6)),
    ("", lambda about: _layers(about, stride=0)),
    ("layers.0.kind", lambda about: _layers(about, kind="exec")),
    ("layers.0.filters", lambda about: _layers(about, filters="many")),
    ("", lambda about: about.update(shape=[1, 8])),
    ("", lambda about: about.update(shape=[1, -8, -8])),
    ("", lambda about: about.update(shape=[10**9, 10**9, 10**9])),
    ("members and folds", lambda about: about.update(member_folds=[3])),
    ("members and folds", lambda about: about.update(member_folds=[])),
    ("", lambda about: about.update(member_folds=[0, 0])),
    ("whitening", lambda about: about["pixels"][0].update(scaling="zca")),
    ("ink", lambda about: about["reading"].update(ink="pink")),
    ("", lambda about: about.update(network={"name": 3})),
    ("", lambda about: about.update(classes=["a", "b"])),
    ("", lambda about: about.update(classes=5)),
    ("", lambda about: about.update(pixels=None)),
    ("", lambda about: about.update(auxiliary=7)),
]


@pytest.mark.parametrize(("said", "damage"), DAMAGE)
def test_a_damaged_description_is_refused_in_a_sentence(
    said: str, damage: Callable[[dict[str, Any]], object], tmp_path: Path
) -> None:
    save_cnn(small_model(small_parts()), tmp_path)
    about = json.loads((tmp_path / "model.json").read_text())
    damage(about)
    (tmp_path / "model.json").write_text(json.dumps(about))
    with pytest.raises(InputError, match=f"cannot be read: .*({said})"):
        load_cnn(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", '"CNN"', "[" * 100_000])
def test_what_is_no_description_is_refused(text: str, tmp_path: Path) -> None:
    save_cnn(small_model(small_parts()), tmp_path)
    (tmp_path / "model.json").write_text(text)
    with pytest.raises(InputError, match="cannot be read"):
        load_cnn(tmp_path)


@pytest.mark.parametrize("keep", [0, 5, 100, -1])
def test_truncated_weights_are_refused(keep: int, tmp_path: Path) -> None:
    save_cnn(small_model(small_parts()), tmp_path)
    path = tmp_path / "weights.safetensors"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(InputError, match="cannot be read"):
        load_cnn(tmp_path)


def test_weights_that_are_missing_foreign_or_no_numbers_are_refused(tmp_path: Path) -> None:
    save_cnn(small_model(small_parts()), tmp_path)
    path = tmp_path / "weights.safetensors"
    whole = load_file(path)
    name = next(name for name in sorted(whole) if name.endswith("weight"))
    for changed, said in (
        ({**whole, "stranger": torch.zeros(1)}, "stranger"),
        ({**whole, name: whole[name] * float("inf")}, "no numbers"),
        ({**whole, name: whole[name][:1]}, ""),
        ({key: value for key, value in whole.items() if key != name}, ""),
    ):
        path.unlink()
        save_file({key: value.contiguous() for key, value in changed.items()}, path)
        with pytest.raises(InputError, match=f"cannot be read: .*{said}"):
            load_cnn(tmp_path)


def test_a_model_without_its_weights_is_refused(tmp_path: Path) -> None:
    save_cnn(small_model(small_parts()), tmp_path)
    (tmp_path / "weights.safetensors").unlink()
    with pytest.raises(InputError, match="cannot be read"):
        load_cnn(tmp_path)
