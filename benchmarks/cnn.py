"""An epoch of two small CNNs through the app's worker, against plain PyTorch.

    python -m benchmarks.cnn [ROUNDS] [DEVICE]

LeNet-5 and the DeepLearnToolbox network at batch 50, on images of 28 × 28. Ours is the path of a
run: batches from bytes, prepared, followed by curves, events and checkpoints. The references are
the same layers in `nn.Sequential`:

- fed by a `DataLoader` over the same bytes, each image made numbers as it is asked for, as
  tutorials do it, with torch's own number of threads;
- fed by a `DataLoader` over a `TensorDataset` of numbers made beforehand, with torch's own number
  of threads and with those that the run chose: told beside it, no bar;
- by indexing that tensor, with the threads that the run chose.

All kinds take turns in one process, a hundred steps each, since other programs make this machine
faster and slower from one second to the next; a figure is the median of the rounds' ratios, a round
an epoch. On a CUDA device the indexed reference is captured as a graph.
"""

from __future__ import annotations

import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset, TensorDataset

import core.clock
from benchmarks.figures import Figure, at_least, at_most, note, show
from core.cnn.members import Members
from core.cnn.parts import parts_of
from core.cnn.run import train_members
from core.control import Control
from core.image_job import CNN, Augmentation, CNNTraining, ImagePreparation
from core.networks.cnn.plan import plan_network
from core.reporting import silent
from core.run_folder import RunFolder
from datasets.images.image_set import ImageSet

ROUNDS = 3
# as many as MNIST trains on: what a run does once an epoch counts as it does there
SAMPLES, BATCH = 60_000, 50
# steps until the next one's turn
TURN = 100


def images() -> ImageSet:
    """Return a picture of each class, under noise.

    They can be learnt: the units of a network that learns nothing die, and the momentum of their
    weights then runs through numbers so small that processors are slow with them.
    """
    chance = np.random.default_rng(1)
    labels = np.arange(SAMPLES, dtype=np.int64) % 10
    shown = chance.integers(0, 128, (10, 1, 28, 28), dtype=np.uint8)
    noise = chance.integers(0, 128, (SAMPLES, 1, 28, 28), dtype=np.uint8)
    pixels = shown[labels] + noise
    names = tuple("0123456789")
    return ImageSet(pixels, labels, names, np.zeros(SAMPLES, bool), "benchmark", "0" * 64)


class Turns(Control):
    """What a run asks after every step: it lets the references take their turns.

    Parameters
    ----------
    others
        Each does so many steps as it is told.

    Attributes
    ----------
    seconds
        What each of the others took.
    away
        What all of this took.
    """

    def __init__(self, others: Mapping[str, Callable[[int], object]], device: torch.device) -> None:
        super().__init__()
        self.seconds = dict.fromkeys(others, 0.0)
        self.away = 0.0
        self._others = others
        self._device = device
        self._steps = 0

    @property
    def paused(self) -> bool:
        self._steps += 1
        if self._steps % TURN == 0:
            self._take()
        return super().paused

    def _take(self) -> None:
        before = self._now()
        for kind, go in self._others.items():
            start = self._now()
            go(TURN)
            self.seconds[kind] += self._now() - start
        self.away += self._now() - before

    def _now(self) -> float:
        if self._device.type == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()


class Ours:
    """Epochs as a run trains them."""

    def __init__(self, name: str, loss: str, device: str) -> None:
        preparation = ImagePreparation(scaling="unit", validation_part=0.0, test_part=0.0)
        self._training = CNNTraining.model_validate(
            {
                "learning_rate": 0.05,
                "momentum": 0.9 if loss == "cross_entropy" else 0.0,
                "loss": loss,
                "batch_size": BATCH,
                "schedule": "constant",
                "weight_decay": 0.0,
                "epochs": 1,
                "device": "cpu" if device == "cpu" else "gpu",
                "precision": "single" if device == "cpu" else "auto",
            }
        )
        self._parts = parts_of(images(), preparation, seed=1)
        self._plan = plan_network(CNN(name=name), (1, 28, 28), 10)
        self.threads = self._members("").place.threads

    def _members(self, folder: str) -> Members:
        return Members(
            self._plan,
            self._training,
            Augmentation(),
            self._parts.folds,
            self._parts.labels,
            RunFolder(Path(folder)),
            "",
            silent,
        )

    def epoch(self, others: Mapping[str, Callable[[int], object]]) -> dict[str, float]:
        """Return the seconds of an epoch, and of as many steps of the others."""
        with tempfile.TemporaryDirectory() as folder:
            members = self._members(folder)
            turns = Turns(others, members.place.device)
            # the run's own clock stands still while others are at work
            standing = SimpleNamespace(monotonic=lambda: time.monotonic() - turns.away)
            with members.place.used(), mock.patch.object(core.clock, "time", standing):
                start = time.perf_counter()
                train_members(members, RunFolder(Path(folder)), turns, silent)
                taken = time.perf_counter() - start - turns.away
        return {"ours": taken, **turns.seconds}


class Bytes(Dataset[tuple[Tensor, int]]):
    """Images as they lie in a file, made numbers one by one."""

    def __init__(self, given: ImageSet) -> None:
        self._pixels = torch.from_numpy(given.pixels)
        self._labels = given.labels.tolist()

    def __len__(self) -> int:
        return len(self._labels)

    def __getitem__(self, row: int) -> tuple[Tensor, int]:
        return self._pixels[row].float() / 255, self._labels[row]


class Plain:
    """The same network in plain PyTorch."""

    def __init__(self, network: nn.Sequential, loss: str, device: str) -> None:
        given = images()
        self._bytes = Bytes(given)
        self._device = torch.device(device)
        self._network = network.to(self._device)
        self._images = torch.from_numpy(given.pixels).to(self._device).float() / 255
        self._labels = torch.from_numpy(given.labels).to(self._device)
        momentum = 0.9 if loss == "cross_entropy" else 0.0
        self._optimizer = torch.optim.SGD(
            network.parameters(), lr=0.05, momentum=momentum, nesterov=momentum > 0
        )
        self._error = functional.cross_entropy if loss == "cross_entropy" else half_squared

        self._total = torch.zeros((), device=self._device)
        numbers = TensorDataset(self._images.cpu(), self._labels.cpu())
        self._from_bytes = self._batches(self._bytes)
        self._from_numbers = self._batches(numbers)
        self._rows = self._indices()

    def step(self, images: Tensor, labels: Tensor) -> None:
        self._optimizer.zero_grad()
        loss = self._error(self._network(images), labels)
        loss.backward()
        self._optimizer.step()
        self._total += loss.detach()

    def _batches(self, data: Dataset[Any]) -> Iterator[tuple[Tensor, Tensor]]:
        while True:
            for some, labels in DataLoader(data, BATCH, shuffle=True):
                yield some.to(self._device), labels.to(self._device)

    def _indices(self) -> Iterator[Tensor]:
        while True:
            yield from torch.randperm(SAMPLES, device=self._device).split(BATCH)

    def from_bytes(self, steps: int) -> None:
        """Do steps fed by a `DataLoader` that makes numbers of bytes."""
        for some, labels in itertools.islice(self._from_bytes, steps):
            self.step(some, labels)

    def from_numbers(self, steps: int) -> None:
        """Do steps fed by a `DataLoader` over numbers made beforehand."""
        for some, labels in itertools.islice(self._from_numbers, steps):
            self.step(some, labels)

    def indexed(self, steps: int) -> None:
        """Do steps whose batches are taken from one tensor."""
        for rows in itertools.islice(self._rows, steps):
            self.step(self._images[rows], self._labels[rows])


class Captured(Plain):
    """The steps on an indexed tensor as a CUDA graph, in bf16 as ours."""

    def __init__(self, network: nn.Sequential, loss: str, device: str) -> None:
        super().__init__(network, loss, device)
        self._chosen = torch.arange(BATCH, device=self._device)
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self._one(self._chosen)
        torch.cuda.current_stream().wait_stream(side)
        self._graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self._graph):
            self._one(self._chosen)

    def indexed(self, steps: int) -> None:
        for some in itertools.islice(self._rows, steps):
            self._chosen.copy_(some)
            self._graph.replay()

    def _one(self, rows: Tensor) -> None:
        with torch.autocast("cuda", torch.bfloat16):
            self.step(self._images[rows], self._labels[rows])


def half_squared(outputs: Tensor, labels: Tensor) -> Tensor:
    """Return DeepLearnToolbox's error: half the squares over the classes, mean of the batch."""
    targets = functional.one_hot(labels, 10).to(outputs.dtype)
    return 0.5 * (torch.sigmoid(outputs) - targets).square().sum() / len(labels)


def lenet5() -> nn.Sequential:
    """Return LeNet-5 in its modern form, as in every tutorial."""
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(400, 120),
        nn.ReLU(),
        nn.Linear(120, 84),
        nn.ReLU(),
        nn.Linear(84, 10),
    )


def toolbox() -> nn.Sequential:
    """Return 6c5-2s-12c5-2s."""
    return nn.Sequential(
        nn.Conv2d(1, 6, 5),
        nn.Sigmoid(),
        nn.AvgPool2d(2),
        nn.Conv2d(6, 12, 5),
        nn.Sigmoid(),
        nn.AvgPool2d(2),
        nn.Flatten(),
        nn.Linear(192, 10),
    )


def compare(
    name: str, loss: str, make: Callable[[], nn.Sequential], rounds: int, device: str
) -> list[Figure]:
    """Return the figures of one network."""
    ours = Ours(name, loss, device)
    plain = (Captured if device == "cuda" else Plain)(make(), loss, device)
    usual = torch.get_num_threads()
    others = {
        "loader": with_threads(usual, plain.from_bytes),
        "indexed": with_threads(ours.threads, plain.indexed),
        "numbers": with_threads(usual, plain.from_numbers),
        "numbers, our threads": with_threads(ours.threads, plain.from_numbers),
    }
    ours.epoch(others)
    rounds_of = [ours.epoch(others) for _ in range(rounds)]
    found = {kind: [seconds[kind] for seconds in rounds_of] for kind in rounds_of[0]}
    for kind, seconds in found.items():
        note(f"{name} {kind}: {min(seconds):.2f} to {max(seconds):.2f} s for {SAMPLES:,} samples")

    def ratio(one: str, other: str) -> float:
        pairs = zip(found[one], found[other], strict=True)
        return statistics.median(a / b for a, b in pairs)

    figures = [
        at_most(f"cnn.{name}.loader", ratio("ours", "loader"), "× a DataLoader", 0.8),
        Figure(
            f"cnn.{name}.numbers",
            ratio("ours", "numbers"),
            "× a DataLoader over numbers made beforehand",
        ),
        Figure(
            f"cnn.{name}.numbers_same_threads",
            ratio("ours", "numbers, our threads"),
            "× the same with our threads",
        ),
        Figure(f"cnn.{name}.samples", SAMPLES / min(found["ours"]), "samples a second"),
    ]
    if device == "cuda":
        return [
            *figures,
            at_least(f"cnn.{name}.graph", ratio("indexed", "ours"), "× a captured graph", 0.9),
        ]
    return [
        *figures,
        at_most(f"cnn.{name}.indexed", ratio("ours", "indexed"), "× an indexed tensor", 1.1),
    ]


def with_threads(threads: int, go: Callable[[int], object]) -> Callable[[int], None]:
    """Return the same with so many threads."""

    def steps(count: int) -> None:
        before = torch.get_num_threads()
        torch.set_num_threads(threads)
        go(count)
        torch.set_num_threads(before)

    return steps


def measure(rounds: int, device: str) -> list[Figure]:
    """Return the figures of both networks."""
    with tempfile.TemporaryDirectory() as home:
        # what is measured here is not to be found by runs of the one who measures
        os.environ["ANOMALYST_HOME"] = home
        return [
            *compare("lenet-5", "cross_entropy", lenet5, rounds, device),
            *compare("deeplearntoolbox", "mse", toolbox, rounds, device),
        ]


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    sys.exit(show(measure(wanted, sys.argv[2] if len(sys.argv) > 2 else "cpu")))
