"""Where a CNN is trained, and in what form: device, precision, layout of the images, threads."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import torch
from torch import nn

from core.cnn.heap import keep_freed_memory
from core.job_sections.cnn import CNNTraining
from datasets.messages import InputError

SomeNetwork = TypeVar("SomeNetwork", bound=nn.Module)


@dataclass(frozen=True)
class Place:
    """Where and how a CNN is trained; on one machine the same place gives the same bits.

    Attributes
    ----------
    device
        Of weights and images.
    bf16
        Whether products are computed with 8 bits of mantissa (torch's autocast); weights and
        errors stay in single precision.
    channels_last
        Whether the channels of a pixel lie beside each other in memory.
    threads
        Cores that are used.
    """

    device: torch.device
    bf16: bool = False
    channels_last: bool = False
    threads: int = 1

    def __str__(self) -> str:
        name = "cpu" if self.device.type == "cpu" else self.device.type
        shown = f"{name} × {self.threads}" if name == "cpu" and self.threads > 1 else name
        return f"{shown}, bf16" if self.bf16 else shown

    @property
    def memory_format(self) -> torch.memory_format:
        return torch.channels_last if self.channels_last else torch.contiguous_format

    def computing(self) -> contextlib.AbstractContextManager[Any]:
        """Return the context in which a network is asked for its outputs."""
        if not self.bf16:
            return contextlib.nullcontext()
        return torch.autocast(self.device.type, dtype=torch.bfloat16)

    def put(self, network: SomeNetwork) -> SomeNetwork:
        """Return the network on the device, its kernels laid out as the images are."""
        moved = network.to(self.device)
        if self.channels_last:
            return moved.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]
        return moved

    @contextlib.contextmanager
    def used(self) -> Iterator[None]:
        """Use so many threads, and algorithms that always give the same bits, within the block."""
        keep_freed_memory()
        threads, fixed = torch.get_num_threads(), torch.backends.cudnn.deterministic
        torch.set_num_threads(self.threads)
        torch.backends.cudnn.deterministic = True
        try:
            yield
        finally:
            torch.set_num_threads(threads)
            torch.backends.cudnn.deterministic = fixed


def choose_device(wanted: str) -> torch.device:
    """Return the device for "auto", "cpu" or "gpu".

    Raises
    ------
    InputError
        When a graphics processor is asked for and there is none.
    """
    if wanted == "cpu":
        return torch.device("cpu")
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    if wanted == "gpu":
        raise InputError(
            "This machine has no graphics processor that torch can use; set the device to "
            "automatic or to the processor."
        )
    return torch.device("cpu")


def choices(training: CNNTraining) -> list[Place]:
    """Return the places worth trying, the plainest first; only one on a graphics processor."""
    device = choose_device(training.device)
    if device.type == "cuda":
        bf16 = training.precision == "bf16" or (
            training.precision == "auto" and torch.cuda.is_bf16_supported(including_emulation=False)
        )
        return [Place(device, bf16, channels_last=True)]
    if device.type == "mps":
        return [Place(device, training.precision == "bf16")]
    precisions = _precisions_of_processor(training.precision)
    threads = [training.threads] if training.threads else sorted({1, available_cores()})
    layouts = (False, True)
    return [
        Place(device, bf16, layout, count)
        for bf16 in precisions
        for count in threads
        for layout in layouts
    ]


def place_beside_others(training: CNNTraining, device: str, threads: int) -> Place:
    """Return the place of one of several processes: the plainest, for measuring disturbs others.

    Parameters
    ----------
    device
        Where all of them compute, "cpu" or "cuda".
    threads
        Cores that a process has for itself.
    """
    wanted = training.model_copy(update={"device": "cpu"} if device == "cpu" else {})
    place = choices(wanted)[0]
    if device == "cpu":
        return replace(place, threads=training.threads or threads)
    return place


def _precisions_of_processor(wanted: str) -> tuple[bool, ...]:
    """Return whether to try bf16; by itself only where the processor multiplies it natively."""
    if wanted == "auto":
        return (False, True) if has_native_bf16() else (False,)
    return (wanted == "bf16",)


def has_native_bf16() -> bool:
    """Whether the processor has instructions for bf16; emulating them is several times slower."""
    # torch has no public name for these
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def available_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return max(1, os.cpu_count() or 1)
