"""The error of a batch against its definition."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.cnn.errors import batch_error
from core.image_job import CNNTraining

VALUES = np.random.default_rng(1).normal(size=(5, 4))
LABELS = np.array([0, 3, 1, 1, 2])


def found(loss: str, outputs: str, smoothing: float = 0.0) -> float:
    training = CNNTraining.model_validate({"loss": loss, "label_smoothing": smoothing})
    error = batch_error(training, outputs)  # type: ignore[arg-type]
    return float(error(torch.from_numpy(VALUES), torch.from_numpy(LABELS)))


def softmax() -> np.ndarray:
    powers = np.exp(VALUES)
    return powers / powers.sum(axis=1, keepdims=True)


def targets(smoothing: float = 0.0) -> np.ndarray:
    return np.eye(4)[LABELS] * (1 - smoothing) + smoothing / 4


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("outputs", ["softmax", "rbf"])
def test_cross_entropy(outputs: str, smoothing: float) -> None:
    expected = -(targets(smoothing) * np.log(softmax())).sum()
    assert found("cross_entropy", outputs, smoothing) == pytest.approx(expected)


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
def test_cross_entropy_of_logistic_outputs(smoothing: float) -> None:
    known, said = targets(smoothing), 1 / (1 + np.exp(-VALUES))
    expected = -(known * np.log(said) + (1 - known) * np.log(1 - said)).sum()
    assert found("cross_entropy", "logistic", smoothing) == pytest.approx(expected)


def test_half_the_squared_error() -> None:
    logistic = 1 / (1 + np.exp(-VALUES))
    for outputs, said in (("softmax", softmax()), ("logistic", logistic)):
        expected = 0.5 * ((targets() - said) ** 2).sum()
        assert found("mse", outputs) == pytest.approx(expected)


def test_distance_to_the_prototype() -> None:
    assert found("mse", "rbf") == pytest.approx(-VALUES[np.arange(5), LABELS].sum())
