"""Outputs of many samples and members by the compiled kernel, on several cores."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from core.kernels.gradient import STRETCH, outputs_between

if TYPE_CHECKING:
    from core.networks.bp import BPNetwork

# samples times members from which several cores are worth it
THREADS_FROM = 20_000


def predict_by_kernel(
    network: BPNetwork, inputs: Tensor, members: slice, threads: int = 0
) -> Tensor:
    """Return the outputs, float64, shape (K, P, C), for inputs of shape (P, S).

    Parameters
    ----------
    threads
        How many may be used; 0 for as many as there are cores.
    """
    rows = np.ascontiguousarray(inputs.to(torch.float64).cpu().numpy().T)
    chosen = range(*members.indices(network.members))
    samples = rows.shape[1]
    outputs = np.empty((len(chosen), network.sizes[-1], samples))
    sizes, codes = network.kernel.sizes, network.kernel.codes
    parameters = network.parameters.numpy()

    def go(work: tuple[int, int, int]) -> None:
        place, member, first = work
        last = min(samples, first + STRETCH)
        outputs_between(parameters[member], sizes, codes, rows, first, last, outputs[place])

    work = [
        (place, member, first)
        for place, member in enumerate(chosen)
        for first in range(0, samples, STRETCH)
    ]
    threads = threads or os.cpu_count() or 1
    if threads == 1 or samples * len(chosen) < THREADS_FROM:
        for each in work:
            go(each)
    else:
        with ThreadPoolExecutor(threads, "predicting") as pool:
            list(pool.map(go, work))
    return torch.from_numpy(outputs.transpose(0, 2, 1))
