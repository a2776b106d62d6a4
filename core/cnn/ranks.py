"""The processes that train one CNN together, as `torchrun` starts them: who is who, and their sums.

Words and figures of few bytes go by gloo between processors, so that a process whose partner died
finds out at its next word, whatever its graphics processor waits for; gradients go by NCCL between
CUDA devices and by gloo elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import torch
from torch import Tensor
from torch import distributed as dist


class RankLost(BaseException):
    """Another process of the group no longer answers.

    No `Exception`, as `KeyboardInterrupt` is none: the run has not failed, and goes on from its
    last checkpoint.
    """


class Word(IntEnum):
    """What the processes tell each other after a step; of several words the greatest holds."""

    GO_ON = 0
    PAUSE = 1
    TIME = 2
    STOP = 3
    ABANDON = 4


@dataclass(frozen=True)
class Ranks:
    """This process among those that train a network together; as it is made, a process alone.

    Attributes
    ----------
    rank
        Number of this process, counted from 0. The first one writes the folder of the run.
    count
        How many there are.
    device
        Where each of them computes, "cpu" or "cuda"; "" when it is alone.
    threads
        Cores for this process where it computes on the processor.
    gradients
        The group of torch that adds tensors on the devices.
    """

    rank: int = 0
    count: int = 1
    device: str = ""
    threads: int = 0
    gradients: Any = None

    @property
    def are_several(self) -> bool:
        return self.count > 1

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def bounds(self, samples: int) -> tuple[int, int]:
        """Return first and last (exclusive) of the samples that this process computes."""
        return samples * self.rank // self.count, samples * (self.rank + 1) // self.count

    def add(self, values: Tensor) -> Tensor:
        """Put the sum over all processes into a tensor on the device, and return it."""
        if self.are_several:
            with answered():
                dist.all_reduce(values, group=self.gradients)
        return values

    def added(self, *values: float) -> list[float]:
        """Return the sums over all processes of some numbers."""
        if not self.are_several:
            return list(values)
        sums = torch.tensor(values, dtype=torch.float64)
        with answered():
            dist.all_reduce(sums)
        return [float(value) for value in sums]

    def agree(self, word: Word) -> Word:
        """Return the greatest word that any process says."""
        if not self.are_several:
            return word
        said = torch.tensor(int(word))
        with answered():
            dist.all_reduce(said, op=dist.ReduceOp.MAX)
        return Word(int(said))

    @torch.no_grad()
    def align(self, tensors: list[Tensor]) -> None:
        """Give all processes the values of the first in tensors of one dtype, on the device."""
        if not self.are_several:
            return
        flat = flattened(tensors)
        with answered():
            dist.broadcast(flat, 0, group=self.gradients)
        put_back(flat, tensors)

    def hand_out(self, content: bytes) -> bytes:
        """Return the bytes of the first process; what the others give is of no account."""
        if not self.are_several:
            return content
        size = torch.tensor(len(content))
        with answered():
            dist.broadcast(size, 0)
            whole = torch.empty(int(size), dtype=torch.uint8)
            if self.is_first and len(content):
                whole.copy_(torch.frombuffer(bytearray(content), dtype=torch.uint8))
            if len(whole):
                dist.broadcast(whole, 0)
        return whole.numpy().tobytes()


ALONE = Ranks()


def flattened(tensors: Sequence[Tensor]) -> Tensor:
    """Return the values of tensors in a row, so that they are sent at once."""
    return torch.cat([tensor.reshape(-1) for tensor in tensors])


def put_back(flat: Tensor, tensors: Sequence[Tensor]) -> None:
    """Undo `flattened`, in place."""
    parts = flat.split([tensor.numel() for tensor in tensors])
    for tensor, part in zip(tensors, parts, strict=True):
        tensor.copy_(part.view(tensor.shape))


@contextmanager
def answered() -> Iterator[None]:
    """Say plainly that another process is gone, where torch says it in many ways."""
    try:
        yield
    except RuntimeError as error:
        raise RankLost(str(error)) from error
