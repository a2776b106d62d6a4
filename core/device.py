"""Where a network is trained, in what precision and by which engine: chosen by size."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

import torch

# multiply–adds an epoch over all members; a GPU needs as much to make good its start-up cost
GPU_FROM = 200_000_000
# members and stretches are handed to other cores from this many multiply–adds an epoch on
THREADS_FROM = 100_000
# below this, handing a matrix product to another core costs more than it saves
ONE_THREAD_BELOW = 5_000_000
# weights of a member from which torch's matrix products in single precision win over the kernel
TENSORS_FROM = 300_000


@dataclass(frozen=True)
class Place:
    """Where and how a network is trained.

    Attributes
    ----------
    device
        Of the weights.
    dtype
        float64 for the compiled kernel; float32 for tensors if not asked otherwise.
    engine
        "kernel" or "tensors".
    threads
        Cores that are used.
    """

    device: torch.device
    dtype: torch.dtype
    engine: Literal["kernel", "tensors"]
    threads: int


def choose_place(
    weights: int,
    samples: int,
    members: int,
    *,
    batch: int = 0,
    precision: Literal["auto", "double", "single"] = "auto",
    needs_kernel: bool = False,
) -> Place:
    """Return where to train `members` networks of so many weights on so many samples.

    Parameters
    ----------
    batch
        Samples for each step; 0: all of them. A GPU is worth it by the work of one step.
    needs_kernel
        Steps after single samples, and L-BFGS, are done by the kernel alone.
    """
    work = weights * samples * members
    cores = max(1, os.cpu_count() or 1)
    at_once = weights * (min(batch, samples) or samples) * members
    on_gpu = at_once >= GPU_FROM and torch.cuda.is_available() and not needs_kernel
    large = weights >= TENSORS_FROM or precision == "single"
    if (on_gpu or large) and not needs_kernel:
        torch.set_num_threads(cores if work >= ONE_THREAD_BELOW else 1)
        dtype = torch.float64 if precision == "double" else torch.float32
        return Place(torch.device("cuda" if on_gpu else "cpu"), dtype, "tensors", cores)
    torch.set_num_threads(1)
    threads = cores if work >= THREADS_FROM else 1
    return Place(torch.device("cpu"), torch.float64, "kernel", threads)
