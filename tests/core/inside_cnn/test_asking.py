"""The verbs `inside` and `look`, as the window asks them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.events import Failed, Finished
from core.image_job import CNN
from core.run_folder import RunFolder
from tests.core.inside_cnn.small_cnns import digits, trained, written_run
from tests.core.small_runs import command

NET = CNN(name="custom", layers="CONV3-RELU-POOL-FC9-RELU-FC-SOFTMAX")


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return written_run(tmp_path / "run", trained(NET, members=2))


def asked(run: RunFolder, *words: object, verb: str = "inside") -> tuple[Any, dict[str, Any]]:
    """Return the values of the answer, and its arrays."""
    out = run.path.parent / "answer.npz"
    code, events = command(verb, run.path, *words, "--out", out)
    assert code == 0, events[-1]
    assert isinstance(events[-1], Finished)
    with np.load(out, allow_pickle=False) as file:
        return events[-1].values, dict(file)


def refused(*words: object) -> str:
    code, events = command(*words)
    assert code == 2
    assert isinstance(events[-1], Failed)
    return str(events[-1].message)


def test_the_layers_are_listed(run: RunFolder) -> None:
    code, events = command("inside", run.path, "layers")
    assert code == 0
    values = events[-1].values  # type: ignore[union-attr]
    kinds = [layer["kind"] for layer in values["layers"]]
    assert kinds[:3] == ["convolution", "activation", "max_pool"]
    assert values["layers"][0]["views"] == ["features", "filters", "grad-cam"]
    assert values["members"] == 2
    assert values["grad_cam"] == values["layers"][0]["name"]
    assert values["input"] == [1, 8, 8]
    assert values["classes"] == list("0123456789")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["filters"], {"filters"}),
        (["weights"], {"mean", "magnitude"}),
        (
            ["features", "--sample", "4", "--layer", "LAYER"],
            {"names", "maps_0", "range_0", "image"},
        ),
        (["saliency", "--sample", "4", "--class", "7"], {"map", "image"}),
        (
            ["nearest", "--sample", "4", "--count", "3"],
            {"rows", "distances", "labels", "pixels", "image"},
        ),
        (["projection", "--member", "1"], {"rows", "places", "labels", "predicted", "variance"}),
    ],
)
def test_arrays_are_named_plainly(run: RunFolder, words: list[str], names: set[str]) -> None:
    first = command("inside", run.path, "layers")[1][-1].values  # type: ignore[union-attr]
    layer = first["layers"][0]["name"]
    values, arrays = asked(run, *[word.replace("LAYER", layer) for word in words])
    assert set(arrays) == names
    assert values["out"].endswith("answer.npz")
    if "image" in names:
        assert np.array_equal(arrays["image"], digits().pixels[4])


def test_a_drawing_is_answered_by_all_members(run: RunFolder) -> None:
    picture = digits().pixels[11]
    drawing = run.path.parent / "drawing.npy"
    np.save(drawing, picture[0])
    model = trained(NET, members=2)
    values, arrays = asked(run, "--drawing", drawing, verb="look")
    assert np.array_equal(arrays["image"], picture)
    assert np.allclose(arrays["probabilities"], model.probabilities(picture[np.newaxis])[0])
    assert values["class"] == str(arrays["probabilities"].argmax())
    assert not values["empty"]
    assert values["layers"] == []


def test_a_larger_drawing_is_made_as_the_images_were(run: RunFolder) -> None:
    picture = np.zeros((200, 300), np.uint8)
    picture[40:160, 200:220] = 255
    drawing = run.path.parent / "drawing.npy"
    np.save(drawing, picture)
    _, arrays = asked(run, "--drawing", drawing, verb="look")
    image = arrays["image"][0]
    assert image.shape == (8, 8)
    assert (image[:, 3:5] > 0).all()
    assert not image[:, [0, 1, 6, 7]].any()


def test_another_model_in_its_place_is_seen(run: RunFolder) -> None:
    from core.cnn.model_file import save_cnn

    before = asked(run, "filters")[1]["filters"]
    other = trained(NET, members=4)
    save_cnn(trained(NET), run.model_path)
    save_cnn(other, run.model_path)
    assert asked(run, "filters")[1]["filters"].shape == before.shape
    assert command("inside", run.path, "layers")[1][-1].values["members"] == 4  # type: ignore[union-attr]


def test_what_cannot_be_shown_is_one_sentence(run: RunFolder, tmp_path: Path) -> None:
    said = refused("inside", run.path, "features", "--sample", "1", "--layer", "nowhere")
    assert said.startswith("The network has no layer nowhere; it has ")
    assert "rows run from 0 to 1796" in refused("inside", run.path, "features", "--sample", "1797")
    assert "--sample" in refused("inside", run.path, "saliency")
    assert "DenseNet" in refused("inside", run.path, "reuse")
    assert "no member 2" in refused("inside", run.path, "filters", "--member", "2")
    said = refused("inside", run.path, "saliency", "--sample", "1", "--class", "eleven")
    assert "no class eleven" in said
    said = refused("inside", run.path, "nearest", "--sample", "1", "--method", "manhattan")
    assert "cosine, euclidean" in said
    assert ".npz" in refused("inside", run.path, "filters", "--out", tmp_path / "filters.csv")


def test_a_run_without_model_is_told(tmp_path: Path) -> None:
    run = written_run(tmp_path / "run", trained(NET))
    (run.model_path / "model.json").unlink()
    assert "no trained model" in refused("inside", run.path, "filters")


@pytest.mark.parametrize("content", ["text", "floats", "objects", "cube"])
def test_what_is_no_drawing_is_refused(run: RunFolder, content: str) -> None:
    drawing = run.path.parent / "drawing.npy"
    if content == "text":
        drawing.write_text("no array", encoding="utf-8")
    elif content == "floats":
        np.save(drawing, np.zeros((8, 8)))
    elif content == "objects":
        np.save(drawing, np.array([{}]), allow_pickle=True)
    else:
        np.save(drawing, np.zeros((1, 1, 8, 8), np.uint8))
    assert "The drawing" in refused("look", run.path, "--drawing", drawing)
    assert "The drawing" in refused("look", run.path, "--drawing", run.path / "nowhere.npy")
