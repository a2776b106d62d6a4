"""Ink is told from its paper, scaled and placed as in the images that a network learned."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier

from datasets.images.cleaning import cleaned, otsu
from datasets.images.framing import Manner, fit, manner_of
from datasets.images.ink_frame import ink_frame, usual_frame

MNIST = (1, 28, 28)
SMALL = (1, 8, 8)


@pytest.fixture
def mnist(shared_data: Path) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The first 1,000 test images and their digits."""
    folder = shared_data / "digits" / "mnist"
    with gzip.open(folder / "t10k-images-idx3-ubyte.gz") as file:
        images = np.frombuffer(file.read(16 + 1000 * 784)[16:], np.uint8).reshape(-1, 28, 28)
    with gzip.open(folder / "t10k-labels-idx1-ubyte.gz") as file:
        return images, np.frombuffer(file.read(1008)[8:], np.uint8)


def test_images_of_mnist_come_out_as_they_are(
    mnist: tuple[NDArray[np.uint8], NDArray[np.uint8]],
) -> None:
    images, _ = mnist
    redrawn = np.stack([fit(image, MNIST)[0] for image in images])
    assert (redrawn == images).all(axis=(1, 2)).mean() > 0.995
    assert np.abs(redrawn.astype(int) - images).mean() < 0.1


def test_images_of_mnist_become_readable_8_by_8_digits(
    mnist: tuple[NDArray[np.uint8], NDArray[np.uint8]],
) -> None:
    """Other hands and other pens, so far from all."""
    images, labels = mnist
    small = np.stack([fit(image, SMALL, "blocks") for image in images[:400]])
    digits = load_digits()
    told = (
        KNeighborsClassifier(1)
        .fit(digits.data, digits.target)
        .predict(small.reshape(-1, 64) / 255 * 16)
    )
    assert (told == labels[:400]).mean() > 0.65


def test_only_the_bundled_digits_are_blocks() -> None:
    assert manner_of("example:digits") == "blocks"
    assert manner_of("example:mnist") == "mass"
    assert manner_of("folder/of/images") == "mass"


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 30), st.integers(1, 30)),
    st.sampled_from([8, 20, 28, 33]),
    st.floats(0.1, 1.0),
    st.sampled_from(["mass", "box"]),
    st.integers(0, 99),
)
def test_ink_takes_its_share_of_the_side(
    extent: tuple[int, int], side: int, share: float, manner: Manner, seed: int
) -> None:
    ink = np.random.default_rng(seed).integers(128, 256, extent).astype(np.uint8)
    image = fit(np.pad(ink, ((3, 0), (0, 5))), (1, side, side), manner, share=share)[0]
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == max(1, round(share * side))
    if manner == "box":
        for places in (rows, columns):
            assert abs((places[0] + places[-1] + 1) / 2 - side / 2) <= 0.5


def test_paper_becomes_nothing_and_ink_full() -> None:
    generator = np.random.default_rng(3)
    picture = 40 + generator.normal(0, 6, (60, 60))
    picture[20:40, 25:35] += 120
    found = cleaned(np.clip(picture, 0, 255).astype(np.uint8))
    inside = np.zeros((60, 60), bool)
    inside[20:40, 25:35] = True
    assert not found[~inside].any()
    assert found[inside].min() > 100
    assert found.max() == 255


def test_noise_alone_is_no_ink() -> None:
    noise = np.random.default_rng(4).normal(100, 5, (50, 50)).clip(0, 255).astype(np.uint8)
    assert not cleaned(noise).any()
    assert not cleaned(np.full((9, 9), 77, np.uint8)).any()
    assert ink_frame(np.stack([noise])[:, np.newaxis]) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 255), min_size=2, max_size=60))
def test_the_threshold_parts_the_levels_best(levels: list[int]) -> None:
    picture = np.array([levels], np.uint8)
    found = otsu(picture)

    def within(threshold: int) -> float:
        parts = picture[picture <= threshold], picture[picture > threshold]
        return sum(float(((part - part.mean()) ** 2).sum()) for part in parts if len(part))

    if len(set(levels)) > 1:
        assert within(found) <= min(within(each) for each in range(255)) + 1e-6


def test_images_of_one_kind_are_alike_and_others_are_not(
    mnist: tuple[NDArray[np.uint8], NDArray[np.uint8]],
) -> None:
    images = mnist[0][:, np.newaxis]
    learned = ink_frame(images[:500])
    assert learned is not None
    assert learned.manner == "mass"
    assert learned.share == pytest.approx(20 / 28)
    others = {
        "same": images[500:],
        "margin": np.pad(images[500:600], ((0, 0), (0, 0), (10, 10), (10, 10))),
        "moved": np.roll(images[500:600], 4, axis=3),
        "tight": images[500:600, :, 4:24, 4:24],
    }
    unlike = {}
    for name, pixels in others.items():
        found = usual_frame(pixels, learned.manner)
        assert found is not None
        unlike[name] = learned.is_unlike(found)
    assert unlike == {"same": False, "margin": True, "moved": True, "tight": True}


def test_the_bundled_digits_are_measured_as_blocks_and_colours_not_at_all() -> None:
    pixels = np.rint(load_digits().images / 16 * 255).astype(np.uint8)[:, np.newaxis]
    found = ink_frame(pixels, "example:digits")
    assert found is not None
    assert found.manner == "blocks"
    assert found.share == 1.0
    assert ink_frame(pixels.repeat(3, axis=1)) is None
