"""Favouring rare classes when training has ended."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from core.networks.bp import BPNetwork

# of a class that a fold has no sample of, so that its logarithm is finite
LEAST = 0.5


def with_rare_classes(
    network: BPNetwork, targets: Sequence[NDArray[np.int64]], share: float
) -> BPNetwork:
    """Return a copy of a softmax network whose outputs leave out how frequent classes were.

    From the bias of the output of class k, τ·ln π_k is taken away, π_k its share of the training
    samples (post-hoc logit adjustment: Menon, A. K. et al., 2021, Long-tail learning via logit
    adjustment, ICLR). With τ = 1 the most probable class is that of the highest balanced accuracy,
    if the probabilities were right.

    Parameters
    ----------
    targets
        Class codes of the training samples of each fold; the members of a fold follow each other.
    share
        τ, 0 to 1.
    """
    found = BPNetwork(
        network.sizes,
        network.activations,
        members=network.members,
        loss=network.loss_name,
        dtype=network.parameters.dtype,
        device=network.device,
    )
    found.parameters.copy_(network.parameters)
    each = network.members // len(targets)
    for number, codes in enumerate(targets):
        counts = np.maximum(np.bincount(codes, minlength=network.sizes[-1]), LEAST)
        shift = torch.from_numpy(share * np.log(counts / len(codes)))
        span = slice(number * each, (number + 1) * each)
        found.biases[-1][span] -= shift.to(network.device, network.parameters.dtype)
    return found
