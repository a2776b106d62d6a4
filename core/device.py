"""Where a network is trained: small ones on one core, large ones on all, or on a GPU."""

from __future__ import annotations

import os

import torch

# multiply–adds an epoch; below this the hand-over between threads costs more than it saves
ONE_THREAD_BELOW = 5_000_000
# a GPU needs this much in one epoch to make good its start-up cost for each kernel
GPU_FROM = 200_000_000


def choose_device(work: int) -> torch.device:
    """Return the device for `work` multiply–adds an epoch, and set the number of threads."""
    torch.set_num_threads(1 if work < ONE_THREAD_BELOW else max(1, os.cpu_count() or 1))
    if work >= GPU_FROM and torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("cpu")
