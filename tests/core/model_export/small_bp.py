"""BP networks with random weights on prepared tables, for the tests of this folder."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.job import Activation, Coding, Preparation
from core.model import TrainedModel
from core.networks.bp import BPNetwork
from core.preparing.fitting import fit_preparation

NAMES = ("Cu", "Zn", "Pb", "As", "Sb")
UNITS = ("ppm", "ppm", "%", "ppb", "ppm")
CLASSES = ("skarn", "porphyry", "斑岩型")


def samples(rows: int = 60, seed: int = 0) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return lognormal amounts that hang together, of which some are limits and some missing."""
    rng = np.random.default_rng(seed)
    logs = rng.normal(size=(rows, 5)) + rng.normal(size=(rows, 1))
    values = np.exp(logs + np.array([3.0, 4.0, -2.0, 2.0, 0.0]))
    limits = np.quantile(values, 0.3, axis=0) * rng.choice([0.5, 1.0], size=values.shape)
    censored = (values < limits) & np.array([True, True, False, True, True])
    values = np.where(censored, limits, values)
    values[rng.random(values.shape) < 0.05] = np.nan
    return values, censored & np.isfinite(values)


def model_of(
    preparations: tuple[dict[str, Any], ...] = ({},),
    *,
    members: int = 2,
    activations: tuple[Activation, ...] = ("tanh", "logistic"),
    coding: Coding = "one_hot",
    dtype: torch.dtype = torch.float64,
    seed: int = 0,
) -> TrainedModel:
    """Return a model with so many members for each of the preparations, fitted one by one."""
    fitted = []
    for fold, changes in enumerate(preparations):
        values, censored = samples(seed=fold)
        job = Preparation.model_validate(changes)
        fitted.append(fit_preparation(values, NAMES, job, censored=censored, units=UNITS, inputs=4))
    outputs = 1 if coding == "ordered" else len(CLASSES)
    sizes = (fitted[0].inputs, *(6 for _ in activations[1:]), outputs)
    network = BPNetwork(sizes, activations, members=members * len(fitted), dtype=dtype)
    generator = torch.Generator().manual_seed(seed)
    network.parameters.copy_(torch.randn(network.parameters.shape, generator=generator))
    voters = np.ones(network.members, bool)
    return TrainedModel(network, tuple(fitted), NAMES, CLASSES, "kind", coding, voters, UNITS)
