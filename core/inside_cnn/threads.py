"""How many cores a question takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def one_core() -> Iterator[None]:
    """Let torch compute on one core for a while.

    One image is too little work to share, and threads that wait for busy cores make it worse: on
    two cores beside a training, LeNet-5 answered a drawing in 16 ms on one and in 115 to 190 on
    two.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
