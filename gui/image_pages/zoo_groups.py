"""The networks of the zoo by what they were made for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from core.networks.cnn.planned import ImageShape
from core.networks.cnn.zoo import CIFAR, ZOO, ZooEntry
from datasets.messages import InputError, Message

GroupName = Literal["own", "digits", "imagenet", "cifar"]
GROUPS: tuple[GroupName, ...] = ("own", "digits", "cifar", "imagenet")


def groups() -> Mapping[GroupName, tuple[ZooEntry, ...]]:
    """Return the networks of each group, in the order of the zoo."""
    return {
        name: tuple(entry for entry in ZOO.values() if _group_of(entry) == name) for name in GROUPS
    }


@lru_cache(maxsize=256)
def original_parameters(name: str) -> int:
    """Return the trainable parameters of a network in its original form."""
    return ZOO[name].parameters


@lru_cache(maxsize=1024)
def fitted_parameters(name: str, shape: ImageShape, classes: int) -> int | Message:
    """Return those of the form for images of `shape` (C, H, W), or why there is none."""
    try:
        return ZOO[name].fitted(shape, classes).parameters
    except InputError as error:
        return error.message


def _group_of(entry: ZooEntry) -> GroupName:
    if entry.year == 0:
        return "own"
    if entry.shape == CIFAR:
        return "cifar"
    return "imagenet" if entry.shape[0] == 3 else "digits"
