"""The samples that members are trained on: those of their fold, or a draw of their own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray

from core.engines.part import Part
from core.job import Job
from core.networks.bp import BPNetwork
from core.parts import Fold, Parts
from core.targets import encode

Rows = NDArray[np.int64]
# keeps the draws of the members apart from other draws of a seed
MEMBER_DRAW = 0xBA6


def training_parts(job: Job, parts: Parts, network: BPNetwork) -> list[Part]:
    """Return the samples of each fold, or of each member, with their targets, where the network is.

    With a bootstrap, each member has as many rows of its fold, drawn with replacement, and those
    that it did not draw watch its validation loss (Breiman, L., 1996, Bagging predictors, Machine
    Learning 24, 123-140; out-of-bag samples).
    """
    classes = len(parts.dataset.class_names)
    targets = encode(
        np.maximum(parts.dataset.target, 0),
        classes,
        job.network.activations[-1],
        job.network.coding,
    )

    def placed(values: torch.Tensor, rows: Rows) -> torch.Tensor:
        return values[rows].to(network.device, network.parameters.dtype)

    return [
        Part(
            placed(fold.inputs, training),
            placed(targets, training),
            placed(fold.inputs, validation) if len(validation) else None,
            placed(targets, validation) if len(validation) else None,
            members=members,
        )
        for fold, training, validation, members in _draws(job, parts)
    ]


def _draws(job: Job, parts: Parts) -> Iterator[tuple[Fold, Rows, Rows, int]]:
    """Yield training rows and validation rows, and how many members they are for."""
    training = job.training
    for number, fold in enumerate(parts.folds):
        if not training.bootstrap:
            yield fold, fold.training, fold.validation, training.members
            continue
        for member in range(training.members):
            rng = np.random.default_rng([training.seed, MEMBER_DRAW, number, member])
            drawn = np.sort(rng.choice(fold.training, len(fold.training)))
            rest = np.setdiff1d(fold.training, drawn)
            yield fold, drawn, np.union1d(rest, fold.validation), 1
