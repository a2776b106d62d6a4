"""Small datasets without a file, and whether a division of them is honest."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.job import Judging
from core.protocols.dividing import divide
from core.protocols.division import Division
from datasets.dataset import Dataset
from datasets.messages import InputError

Rows = NDArray[np.int64]
Floats = NDArray[np.float64]


def dataset_of(
    target: Rows,
    coordinates: Floats | None = None,
    groups: Rows | None = None,
    features: Floats | None = None,
    crs: str = "",
) -> Dataset:
    """Return samples with these classes, places and groups."""
    if features is None:
        features = np.random.default_rng(1).normal(size=(len(target), 2))
    nothing = np.zeros(features.shape, bool)
    columns = features.shape[1]
    return Dataset(
        features=features,
        feature_names=tuple(f"F{column}" for column in range(columns)),
        censored=nothing,
        above=nothing,
        feature_units=("",) * columns,
        target=np.asarray(target, np.int64),
        class_names=tuple(f"class {code}" for code in range(max(2, int(np.max(target)) + 1))),
        coordinates=coordinates,
        crs=crs,
        groups=groups,
        row_numbers=np.arange(1, len(target) + 1),
        source="nowhere",
        fingerprint="",
    )


def divided(dataset: Dataset, *, seed: int = 1, degrees: bool = False, **judging: Any) -> Division:
    """Return a dataset divided as these settings say."""
    return divide(
        dataset,
        Judging.model_validate(judging),
        seed,
        dataset.groups,
        looks_like_degrees=degrees,
    )


def divided_if_possible(dataset: Dataset, **arguments: Any) -> Division | None:
    """Return a dataset divided, None where that is refused."""
    try:
        return divided(dataset, **arguments)
    except InputError:
        return None


def held_out_sets(division: Division) -> set[frozenset[int]]:
    """Return the rows of each fold, whatever their order."""
    return {frozenset(split.held_out.tolist()) for split in division.splits}
