"""Networks with weights of our own on made-up samples, for the tests of explanations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.explaining.table_subject import TableSubject, subject_of
from core.job import Activation, Coding, Preparation
from core.model import TrainedModel
from core.networks.bp import BPNetwork
from core.parts import Fold, Parts
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.preparing.fitting import fit_preparation
from core.protocols.division import Division, Split
from datasets.dataset import Dataset

Array = NDArray[np.float64]
ELEMENTS = ("Cu", "Pb", "Zn", "Ag", "Au")


def dataset_of(
    features: Array, target: NDArray[np.int64], censored: NDArray[np.bool_] | None = None
) -> Dataset:
    """Samples with as many elements as columns, in ppm, and classes "a", "b", ..."""
    below = np.zeros(features.shape, bool) if censored is None else censored
    return Dataset(
        features=features,
        feature_names=ELEMENTS[: features.shape[1]],
        censored=below,
        above=np.zeros(features.shape, bool),
        feature_units=("ppm",) * features.shape[1],
        target=target,
        class_names=tuple("abcdefgh"[: int(target.max()) + 1]),
        coordinates=None,
        crs="",
        groups=None,
        row_numbers=np.arange(1, len(features) + 1),
        source="",
        fingerprint="",
    )


def parts_of(dataset: Dataset, preparation: Preparation, folds: int = 1) -> Parts:
    """Hold every second sample out, or all of them in turn."""
    numbers = np.arange(dataset.size)
    turn = numbers % 2 if folds == 1 else numbers % folds
    made, splits = [], []
    for fold in range(folds):
        held_out = numbers[turn == (1 if folds == 1 else fold)]
        training = np.setdiff1d(numbers, held_out)
        fitted = _fitted(dataset, preparation, training)
        inputs = torch.from_numpy(prepared_samples(fitted, dataset.features, dataset.censored))
        made.append(Fold(fitted, inputs, training, numbers[:0], held_out))
        splits.append(Split(held_out, numbers[:0]))
    return Parts(dataset, tuple(made), Division("folds", tuple(splits)))


def _fitted(
    dataset: Dataset, preparation: Preparation, training: NDArray[np.int64]
) -> FittedPreparation:
    return fit_preparation(
        dataset.features[training],
        dataset.feature_names,
        preparation,
        censored=dataset.censored[training],
        units=dataset.feature_units,
    )


def model_of(parts: Parts, network: BPNetwork, coding: Coding = "one_hot") -> TrainedModel:
    """A network that every member of votes."""
    dataset = parts.dataset
    return TrainedModel(
        network,
        tuple(fold.preparation for fold in parts.folds),
        dataset.feature_names,
        dataset.class_names,
        "rock",
        coding,
        np.ones(network.members, bool),
        dataset.feature_units,
    )


def linear_network(weights: Sequence[Sequence[float]], noise: float = 0.0) -> BPNetwork:
    """Two classes: a softmax of weights · inputs against 0, for one member a row of weights.

    Parameters
    ----------
    noise
        Standard deviation of what is added to every weight.
    """
    found = np.array(weights) + noise * np.random.default_rng(5).normal(size=np.shape(weights))
    network = BPNetwork((found.shape[1], 2), ("softmax",), members=len(found))
    network.weights[0][:, :, 1] = torch.from_numpy(found)
    return network


def planted(
    weights: Sequence[Sequence[float]],
    *,
    samples: int = 120,
    folds: int = 1,
    noise: float = 0.0,
    duplicate: bool = False,
    preparation: Preparation | None = None,
) -> TableSubject:
    """Two classes that Cu alone decides, and a network with these weights.

    Parameters
    ----------
    duplicate
        Whether Pb is Cu but for a few per cent.
    """
    rng = np.random.default_rng(3)
    features = np.exp(rng.normal(size=(samples, len(weights[0]))))
    if duplicate:
        features[:, 1] = features[:, 0] * np.exp(0.03 * rng.normal(size=samples))
    target = (features[:, 0] > 1).astype(np.int64)
    parts = parts_of(dataset_of(features, target), preparation or Preparation(), folds)
    return subject_of(model_of(parts, linear_network(weights, noise), "softmax"), parts)


def random_subject(
    *,
    activations: tuple[Activation, ...] = ("tanh", "softmax"),
    coding: Coding = "softmax",
    members: int = 3,
    elements: int = 4,
    classes: int = 3,
    folds: int = 1,
    samples: int = 40,
    spread: float = 1.0,
    **preparation: Any,
) -> TableSubject:
    """A network of random weights, `spread` wide, on lognormal samples of random classes."""
    rng = np.random.default_rng(8)
    features = np.exp(rng.normal(size=(samples, elements)) @ rng.normal(size=(elements, elements)))
    target = np.arange(samples) // 2 % classes
    parts = parts_of(dataset_of(features, target), Preparation(**preparation), folds)
    outputs = 1 if coding == "ordered" else classes
    sizes = (parts.folds[0].preparation.inputs, 5, outputs)
    network = BPNetwork(sizes, activations, members=members * folds)
    network.parameters.normal_(0, spread, generator=torch.Generator().manual_seed(2))
    return subject_of(model_of(parts, network, coding), parts)
