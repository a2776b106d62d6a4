"""Classifying samples a few thousand at a time, on all cores, so that they stay in the caches."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import numpy as np
import torch
from numpy.typing import NDArray

from core.model import TrainedModel
from core.voting import Classification

BLOCK = 8192


class Classifier:
    """A model ready to classify many samples; its threads end with it.

    Parameters
    ----------
    model
        On the CPU, or on a GPU, where one thread feeds it.
    """

    def __init__(self, model: TrainedModel) -> None:
        self._model = model
        on_gpu = model.network.device.type != "cpu"
        self._threads = 1 if on_gpu else os.cpu_count() or 1
        # each thread has its own block: more threads inside of one would wait for each other
        self._pool = ThreadPoolExecutor(
            self._threads, "classifying", initializer=torch.set_num_threads, initargs=(1,)
        )

    def classify(
        self, features: NDArray[np.float64], censored: NDArray[np.bool_] | None = None
    ) -> Classification:
        """Return what `TrainedModel.classify` does, bit for bit."""

        def go(first: int) -> Classification:
            rows = slice(first, first + BLOCK)
            below = censored[rows] if censored is not None else None
            return self._model.classify(features[rows], below, threads=1)

        starts = range(0, max(len(features), 1), BLOCK)
        return _joined(list(self._pool.map(go, starts)))

    def __enter__(self) -> Classifier:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()


def _joined(parts: list[Classification]) -> Classification:
    """Put the samples of several blocks one after another."""
    if len(parts) == 1:
        return parts[0]
    arrays = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts])
        for field in fields(Classification)
        if field.name != "members"
    }
    return Classification(**arrays, members=max(part.members for part in parts))
