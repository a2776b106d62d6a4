"""Parts of a small dataset in folds, without a file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from core.job import Preparation
from core.parts import Fold, Parts
from core.preparing.fitting import fit_preparation
from core.protocols.division import Division, Split
from datasets.dataset import Dataset

Rows = NDArray[np.int64]


def small_dataset(target: Rows, seed: int = 1) -> Dataset:
    """Return samples whose four features tell three classes apart, but not wholly."""
    rng = np.random.default_rng(seed)
    samples = len(target)
    features = np.exp(rng.normal(size=(samples, 4)) + 2.0 * np.eye(4)[np.maximum(target, 0)])
    nothing = np.zeros(features.shape, bool)
    return Dataset(
        features=features,
        feature_names=("Cu", "Zn", "Pb", "Ag"),
        censored=nothing,
        above=nothing,
        feature_units=("", "", "", ""),
        target=target,
        class_names=("basalt", "granite", "schist"),
        coordinates=None,
        crs="",
        groups=None,
        row_numbers=np.arange(1, samples + 1),
        source="nowhere",
        fingerprint="",
    )


def parts_of(
    target: Rows, held_out: Sequence[Rows], *, validation: int = 0, seed: int = 1
) -> Parts:
    """Return folds that hold these rows out, with so many validation rows each."""
    dataset = small_dataset(target, seed)
    folds = []
    for rows in held_out:
        left = np.setdiff1d(dataset.labelled, rows)
        training, watched = left[validation:], left[:validation]
        fitted = fit_preparation(
            dataset.features[training], dataset.feature_names, Preparation(transform="none")
        )
        inputs = torch.from_numpy(fitted.apply(dataset.features))
        folds.append(Fold(fitted, inputs, training, watched, rows))
    nothing = np.zeros(0, np.int64)
    splits = tuple(Split(rows, nothing) for rows in held_out)
    return Parts(dataset, tuple(folds), Division("folds", splits))
