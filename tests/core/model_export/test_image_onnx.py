"""CNNs as graphs: pixels, members and folds inside, held against the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.model_export.image_onnx import compare_images, onnx_of_images
from core.model_export.snippet import image_snippet
from core.reporting import silent
from datasets.messages import InputError
from tests.core.cnn.small_images import image_set
from tests.core.cnn.small_models import small_model, small_parts


@pytest.fixture(scope="module")
def content() -> bytes:
    """The graph of two members in each of two folds, whose pixels are scaled by channel."""
    model = small_model(small_parts(scaling="normalise", folds=2), members=2)
    made = onnx_of_images(model, {"name": "digits"})
    found: bytes = made.SerializeToString(deterministic=True)
    return found


def test_members_and_folds(content: bytes) -> None:
    model = small_model(small_parts(scaling="normalise", folds=2), members=2)
    found = compare_images(content, model, image_set().pixels, silent)
    assert found.difference < 1e-6
    assert found.rows == len(image_set()) + 34


def test_another_model_is_noticed(content: bytes) -> None:
    other = small_model(small_parts(scaling="unit", folds=2), members=2)
    with pytest.raises(InputError, match="nothing was written"):
        compare_images(content, other, image_set().pixels, silent)


def test_no_path_of_this_machine_is_in_it(content: bytes) -> None:
    assert str(Path(__file__).parents[3]).encode() not in content
    assert b"site-packages" not in content


def test_whitening_in_the_graph() -> None:
    model = small_model(small_parts(scaling="zca"))
    made = onnx_of_images(model, {}).SerializeToString()
    assert compare_images(made, model, image_set().pixels, silent).difference < 1e-5


def test_the_script_classifies_pictures(content: bytes, tmp_path: Path) -> None:
    model = small_model(small_parts(scaling="normalise", folds=2), members=2)
    (tmp_path / "m.onnx").write_bytes(content)
    script = image_snippet("m.onnx", "predict.py", model.shape)
    (tmp_path / "predict.py").write_text(script, encoding="utf-8")
    pixels = image_set().pixels[:3]
    names = []
    for number, image in enumerate(pixels):
        Image.fromarray(image[0]).save(tmp_path / f"{number}.png")
        names.append(f"{number}.png")
    said = subprocess.run(
        [sys.executable, "predict.py", *names],
        cwd=tmp_path,
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
    )
    wanted = model.probabilities(pixels)
    lines = [line.split("\t") for line in said.stdout.splitlines()]
    assert [line[1] for line in lines] == [model.class_names[k] for k in wanted.argmax(axis=1)]
    shown = [float(line[2]) for line in lines]
    np.testing.assert_allclose(shown, wanted.max(axis=1), atol=6e-4)
