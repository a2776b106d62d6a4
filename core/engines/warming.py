"""Compiling the kernels ahead, so that nobody's first run waits for it."""

from __future__ import annotations

import numpy as np
import torch

from core.engines.fused import FusedEngine
from core.engines.part import Limits, Part, Standing
from core.kernels.epochs import draw_key, move, stretch
from core.kernels.neighbours import relative_distances
from core.kernels.pooling import pool_pairs, spread_pairs
from core.networks.bp import BPNetwork
from core.preparation import FittedPreparation
from core.preparing.compiled import prepared_samples
from core.trainers.rules import Rule
from core.voting import Votes


def compile_kernel() -> None:
    """Call everything once that is compiled; what lies in the cache already is loaded at once."""
    network = BPNetwork((1, 1), ("tanh",))
    sample = torch.zeros(1, 1, dtype=torch.float64)
    rule = Rule(0, initial_step=0.1, largest_step=1.0)
    part = Part(sample, sample)
    engine = FusedEngine(network, rule, [part], Standing(network), Limits(0.0), seed=0)
    engine.advance(0, 1)
    engine.training_loss()
    network.predict(sample)
    plain = FittedPreparation((True,), (1.0,), (1.0,), (0.0,), (1.0,))
    prepared_samples(plain, sample.numpy())
    votes = Votes.none(1, 1, 1)
    votes.take(0, sample[None], "tanh", "one_hot")
    votes.count()
    row = np.zeros(2)
    key = np.uint64(draw_key(0, 0, 0))
    sizes, codes = np.array([1, 1]), np.array([0])
    samples = np.zeros((1, 1))
    stretch(row, row.copy(), True, sizes, codes, 0, samples, samples, 0, 1, 0.0, key)
    move(0, row, row.copy(), np.zeros((3, 2)), np.zeros(3), rule.settings.numpy())
    maps, largest = np.zeros((1, 2, 2), np.float32), np.zeros((1, 1, 1), np.float32)
    places = np.zeros((1, 1, 1), np.uint8)
    pool_pairs(maps, largest, places)
    spread_pairs(largest, places, maps)
    relative_distances(samples, samples, np.ones(1), 1, np.empty(1))


if __name__ == "__main__":
    compile_kernel()
