"""Encoders and XOR: what RPROP is known to solve, and how fast."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.engines.part import Part
from core.job import Training
from core.networks.bp import BPNetwork
from core.training import TrainingLoop
from tests.core.small_networks import NEVER, random_network

XOR = torch.tensor([[-1, -1], [-1, 1], [1, -1], [1, 1]], dtype=torch.float64)
ANSWERS = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)


def solve_encoder(
    wide: int, narrow: int, *, largest: float, seeds: range, cap: int, look_every: int = 1
) -> NDArray[np.int64]:
    """Return the epoch at which each of 100 starts a seed had solved an encoder; 0 where none.

    Weights start in U(−1, 1). Solved by the 40-20-40 criterion: every output of every pattern is
    on the right side of 0.4 to 0.6. All starts are members of one network; those that solved it
    are ended, which does not change the others.
    """
    sizes = (wide, narrow, wide)
    network = BPNetwork(sizes, ("logistic", "logistic"), members=100 * len(seeds))
    starts = [random_network(sizes, network.activations, 100, seed) for seed in seeds]
    network.parameters.copy_(torch.cat([start.parameters for start in starts]))
    patterns = torch.eye(wide, dtype=torch.float64)
    training = Training(largest_step=largest, error_goal=NEVER, epochs=cap)
    loop = TrainingLoop(network, training, [Part(patterns, patterns, members=network.members)])
    loop.block = look_every
    solved_at = np.zeros(network.members, np.int64)
    for block in loop:
        outputs = network.forward(patterns)
        right = torch.where(patterns > 0.5, outputs >= 0.6, outputs <= 0.4)
        solved = right.all(dim=2).all(dim=1).numpy() & (solved_at == 0)
        solved_at[solved] = block.last
        loop.end(np.flatnonzero(solved), "goal")
    return solved_at


def test_the_10_5_10_encoder_is_solved_as_fast_and_as_often_as_known():
    solved_at = solve_encoder(10, 5, largest=50.0, seeds=range(1, 5), cap=60)
    solved = solved_at[solved_at > 0]
    # 94 of 100; a few more get there after hundreds of epochs, and would outweigh all others
    assert len(solved) / len(solved_at) >= 0.9
    # 23.8 ± 4.3 epochs; the standard error of 400 starts is 0.2
    assert solved.mean() == pytest.approx(23.8, abs=1.0)
    assert solved.std() == pytest.approx(4.3, abs=0.8)


@pytest.mark.thorough
def test_the_12_2_12_encoder_wants_a_smaller_largest_step():
    """Bounds of four standard errors around the 13 and 82 % that plain numpy solves of 1,000."""
    large, small = (
        solve_encoder(12, 2, largest=largest, seeds=range(1, 3), cap=3000, look_every=20) > 0
        for largest in (50.0, 1.0)
    )
    assert 0.02 <= large.mean() <= 0.23
    assert 0.71 <= small.mean() <= 0.93


def test_xor_is_learned():
    network = BPNetwork((2, 4, 1), ("tanh", "logistic"), members=100)
    network.initialise(XOR, seed=1)
    training = Training(error_goal=1e-4, epochs=500)
    loop = TrainingLoop(network, training, [Part(XOR, ANSWERS, members=100)])
    loop.block = 500
    list(loop)
    learned = np.array(loop.endings) == "goal"
    assert ((network.loss(XOR, ANSWERS) < 1e-4).numpy() == learned).all()
    right = ((network.forward(XOR) > 0.5) == (ANSWERS > 0.5)).all(dim=2).all(dim=1).numpy()
    assert learned.mean() >= 0.9
    assert right[learned].all()


def test_without_a_hidden_layer_xor_is_never_learned():
    network = BPNetwork((2, 1), ("logistic",), members=100)
    network.initialise(XOR, seed=1)
    training = Training(error_goal=1e-4, epochs=500)
    loop = TrainingLoop(network, training, [Part(XOR, ANSWERS, members=100)])
    loop.block = 500
    list(loop)
    right = ((network.forward(XOR) > 0.5) == (ANSWERS > 0.5)).all(dim=2).all(dim=1)
    assert not right.any()
