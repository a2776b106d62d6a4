"""Preparation of pixels: against scikit-learn and the definitions."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis.extra.numpy import arrays
from sklearn.decomposition import PCA

from core.cnn import whitening
from core.cnn.pixels import FittedPixels, Scaling, channel_figures, fit_pixels
from core.cnn.samples import ImageSamples
from core.cnn.whitening import whitening_matrix
from core.job_sections.images import ImagePreparation
from datasets.messages import InputError
from tests.core.cnn.small_images import image_set

PIXELS = image_set((40, 30, 30), (2, 4, 5)).pixels


def prepared(scaling: Scaling, strength: float = 0.1) -> np.ndarray:
    fitted = fit_pixels(ImagePreparation(scaling=scaling, whitening_strength=strength), PIXELS)
    return ImageSamples(PIXELS, fitted).batch(torch.arange(len(PIXELS))).numpy()


def test_unit_brings_bytes_to_0_to_1() -> None:
    np.testing.assert_allclose(prepared("unit"), PIXELS / 255, rtol=1e-6)


def test_mean_removes_the_mean_image() -> None:
    np.testing.assert_allclose(prepared("mean").mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(prepared("mean").std(axis=0), (PIXELS / 255).std(axis=0), rtol=1e-5)


def test_normalise_gives_each_channel_mean_0_and_deviation_1() -> None:
    found = prepared("normalise")
    np.testing.assert_allclose(found.mean(axis=(0, 2, 3)), 0, atol=1e-6)
    np.testing.assert_allclose(found.std(axis=(0, 2, 3)), 1, rtol=1e-6)
    # within a channel it is one shift and one factor
    assert np.corrcoef(found[:, 1].ravel(), PIXELS[:, 1].ravel())[0, 1] == pytest.approx(1)


@given(arrays(np.uint8, (5, 3, 2, 2)))
def test_channel_figures_are_those_of_numpy(pixels: np.ndarray) -> None:
    mean, deviation = channel_figures(pixels)
    np.testing.assert_allclose(mean, (pixels / 255).mean(axis=(0, 2, 3)), atol=1e-12)
    np.testing.assert_allclose(deviation, (pixels / 255).std(axis=(0, 2, 3)), atol=1e-12)


def test_a_constant_channel_becomes_0_and_is_told() -> None:
    pixels = PIXELS.copy()
    pixels[:, 1] = 77
    fitted = fit_pixels(ImagePreparation(scaling="normalise"), pixels)
    later = pixels.copy()
    later[0, 1] = 200
    found = ImageSamples(later, fitted).batch(torch.arange(3))
    assert not found[:, 1].any()
    assert [str(notice) for notice in fitted.notices] == [
        "Channels with one value in all training images (1) are set to 0; nothing can be read "
        "from them."
    ]


def test_pca_whitening_is_that_of_scikit_learn() -> None:
    """With ε → 0, but for the sign of the components."""
    found = prepared("pca", 1e-12).reshape(len(PIXELS), -1)
    wanted = PCA(whiten=True, svd_solver="full").fit_transform(
        PIXELS.reshape(len(PIXELS), -1) / 255
    )
    signs = np.sign((found * wanted).sum(axis=0))
    np.testing.assert_allclose(found * signs, wanted, atol=2e-3)


@pytest.mark.parametrize("strength", [0.001, 0.1])
def test_whitening_matrices_are_roots_of_the_inverse_covariance(strength: float) -> None:
    rows = PIXELS.reshape(len(PIXELS), -1) / 255
    inverse = np.linalg.inv(np.cov(rows.T) + strength * np.eye(rows.shape[1]))
    for kind in ("pca", "zca"):
        mean, matrix = whitening_matrix(PIXELS, kind, strength)
        np.testing.assert_allclose(mean.ravel(), rows.mean(axis=0), atol=1e-12)
        np.testing.assert_allclose(matrix.T @ matrix, inverse, rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(matrix, matrix.T, atol=1e-10)
    # of the two roots ZCA is the positive one: it turns nothing
    assert np.linalg.eigvalsh(matrix).min() > 0


def test_zca_decorrelates_and_leaves_pixels_in_place() -> None:
    found = prepared("zca", 1e-6).reshape(len(PIXELS), -1)
    np.testing.assert_allclose(np.cov(found.T), np.eye(found.shape[1]), atol=1e-3)
    centred = PIXELS.reshape(len(PIXELS), -1) / 255
    correlation = [np.corrcoef(found[:, k], centred[:, k])[0, 1] for k in range(found.shape[1])]
    assert min(correlation) > 0.5


def test_whitening_by_chunks_is_whitening_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _, once = whitening_matrix(PIXELS, "zca", 0.1)
    monkeypatch.setattr(whitening, "CHUNK", 7)
    _, parted = whitening_matrix(PIXELS, "zca", 0.1)
    np.testing.assert_allclose(parted, once, atol=1e-10)


def test_fewer_images_than_pixels_can_be_whitened() -> None:
    fitted = fit_pixels(ImagePreparation(scaling="zca"), PIXELS[:3])
    assert torch.isfinite(fitted.rotation).all()


def test_too_large_images_are_not_whitened() -> None:
    with pytest.raises(InputError, match=r"12,288 values.*at most 5,000"):
        fit_pixels(ImagePreparation(scaling="zca"), np.zeros((2, 3, 64, 64), np.uint8))


def test_no_training_image_is_refused() -> None:
    with pytest.raises(InputError, match="no training image"):
        fit_pixels(ImagePreparation(), PIXELS[:0])


@pytest.mark.parametrize("scaling", get_args(Scaling))
def test_figures_survive_the_file(scaling: Scaling) -> None:
    fitted = fit_pixels(ImagePreparation(scaling=scaling), PIXELS)
    again = FittedPixels.from_values(fitted.to_values(), fitted.tensors())
    values = torch.rand(4, 2, 4, 5)
    assert torch.equal(again.apply(values), fitted.apply(values))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"shape": [1, 4, 5]}, "whitening has another shape"),
        ({"scaling": "white"}, "scaling"),
        ({"scaling": "mean"}, "whitening has another shape"),
    ],
)
def test_figures_that_do_not_fit_are_refused(change: dict[str, object], reason: str) -> None:
    fitted = fit_pixels(ImagePreparation(scaling="zca"), PIXELS)
    values = {**fitted.to_values(), **change}
    tensors = {**fitted.tensors(), "shift": torch.zeros(1, 1, 1)}
    with pytest.raises(ValueError, match=reason):
        FittedPixels.from_values(values, tensors)


def test_a_figure_that_is_no_number_is_refused() -> None:
    fitted = fit_pixels(ImagePreparation(scaling="mean"), PIXELS)
    tensors = {**fitted.tensors(), "shift": torch.full((2, 4, 5), float("nan"))}
    with pytest.raises(ValueError, match="no numbers"):
        FittedPixels.from_values(fitted.to_values(), tensors)


def test_preparing_leaves_the_images_alone() -> None:
    for scaling in get_args(Scaling):
        fitted = fit_pixels(ImagePreparation(scaling=scaling), PIXELS)
        values = torch.rand(4, 2, 4, 5)
        before = values.clone()
        fitted.apply(values)
        assert torch.equal(values, before)
