"""Epochs a second of the network of the copper example: ours, torch's own, and with recording.

``python -m benchmarks.training [rounds]``. 14-9-5-8 with 33 samples, RPROP, one thread, float64,
all three in this process and in turn.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import torch

from benchmarks.figures import Figure, note, show
from core.checkpoint import Counters, write_checkpoint
from core.control import Control
from core.job import Training
from core.networks.bp import BPNetwork
from core.recording import Recorder
from core.reporting import silent
from core.trainers.building import build_trainer
from core.training import TrainingLoop

SIZES = (14, 9, 5, 8)
SAMPLES = 33
EPOCHS = 4000
ROUNDS = 5
ENDLESS = 1e-300


def data() -> tuple[torch.Tensor, torch.Tensor]:
    """Return inputs and one-of-C targets that nothing but memory can tell apart."""
    chance = torch.Generator().manual_seed(1)
    inputs = torch.randn(SAMPLES, SIZES[0], generator=chance, dtype=torch.float64)
    classes = torch.arange(SAMPLES) % SIZES[-1]
    return inputs, torch.nn.functional.one_hot(classes, SIZES[-1]).double()


def our_loop(epochs: int) -> TrainingLoop:
    """Return the loop as a run builds it."""
    inputs, targets = data()
    network = BPNetwork(SIZES, ("tanh", "tanh", "logistic"))
    network.initialise(inputs, seed=1)
    trainer = build_trainer(Training())
    return TrainingLoop(network, trainer, inputs, targets, error_goal=ENDLESS, epochs=epochs)


def ours(epochs: int) -> None:
    """Train with `core.training` alone."""
    for _ in our_loop(epochs):
        pass


def recorded(epochs: int) -> None:
    """Train as a run does: every epoch in the history, events and checkpoints now and then."""
    loop = our_loop(epochs)
    with tempfile.TemporaryDirectory() as folder:

        def save(seconds: float) -> None:
            tensors, values = loop.state()
            counters = Counters(loop.epoch, seconds, "", values)
            write_checkpoint(Path(folder) / "checkpoint.safetensors", tensors, counters)

        history = Path(folder) / "history.csv"
        with Recorder(history, 0, epochs, silent, save, None) as recorder:
            recorder.follow(loop, Control(), 0.0)


def with_torch(epochs: int) -> None:
    """Train with autograd and `torch.optim.Rprop`, its rule as near to ours as it goes."""
    inputs, targets = data()
    layers: list[torch.nn.Module] = []
    for number, (wide, narrow) in enumerate(itertools.pairwise(SIZES)):
        layers.append(torch.nn.Linear(wide, narrow, dtype=torch.float64))
        layers.append(torch.nn.Sigmoid() if number == len(SIZES) - 2 else torch.nn.Tanh())
    network = torch.nn.Sequential(*layers)
    optimizer = torch.optim.Rprop(network.parameters(), lr=0.1, step_sizes=(0.0, 50.0))
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = ((network(inputs) - targets) ** 2).sum() / (2 * SAMPLES)
        loss.backward()
        optimizer.step()
        # ours knows the loss of every epoch as a number too
        loss.item()


def speed(train: Callable[[int], None]) -> float:
    """Return epochs a second."""
    start = time.perf_counter()
    train(EPOCHS)
    return EPOCHS / (time.perf_counter() - start)


def measure(rounds: int) -> list[Figure]:
    """Go through the rounds; return the medians over them."""
    torch.set_num_threads(1)
    kinds = {"ours": ours, "torch": with_torch, "recorded": recorded}
    for train in kinds.values():
        train(200)
    speeds: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(rounds):
        for name, train in kinds.items():
            speeds[name].append(speed(train))
    for name, found in speeds.items():
        note(f"{name}: {min(found):,.0f} to {max(found):,.0f} epochs/s in {rounds} rounds")
    gained = [a / b for a, b in zip(speeds["ours"], speeds["torch"], strict=True)]
    recording = [a / b - 1 for a, b in zip(speeds["ours"], speeds["recorded"], strict=True)]
    return [
        Figure("training.torch", statistics.median(speeds["torch"]), "epochs/s"),
        Figure("training.ours", statistics.median(speeds["ours"]), "epochs/s"),
        Figure("training.gain", statistics.median(gained), "× torch's own"),
        Figure("training.recording", 100 * statistics.median(recording), "% more time an epoch"),
    ]


if __name__ == "__main__":
    sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)))
