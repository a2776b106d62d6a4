"""RPROP against FANN (C) and against torch's autograd with `torch.optim.Rprop`.

    python -m benchmarks.rprop [ROUNDS]

All kinds take turns in one process, round after round; a figure is the median of the rounds'
ratios. FANN computes in double precision, as our kernel does, and is built by the benchmark.
"""

from __future__ import annotations

import itertools
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import torch

from benchmarks import fann
from benchmarks.figures import Figure, at_least, at_most, note, show
from core.checkpoint import Counters, write_checkpoint
from core.control import Control
from core.engines.part import Part
from core.history import HistoryWriter
from core.inside import ALPHAS, Inside
from core.job import Training
from core.networks.bp import BPNetwork
from core.preparing.fitting import fit_preparation
from core.recording import Duties, Recorder
from core.reporting import silent
from core.snapshots import SnapshotAbout, SnapshotWriter
from core.training import TrainingLoop

ROUNDS = 5
ENDLESS = 1e-300
THREADS = 2


@dataclass(frozen=True)
class Work:
    """A network and its samples, and how many epochs of each kind take about half a second."""

    sizes: tuple[int, ...]
    samples: int
    ours: int
    others: int
    threads: int = 1

    @property
    def name(self) -> str:
        return f"{'-'.join(map(str, self.sizes))}/{self.samples}"


SMALL = Work((14, 9, 5, 8), 33, 100_000, 1_000)
TINY = Work((3, 3, 4), 34, 200_000, 1_000)
MEDIUM = Work((39, 32, 16, 8), 2_000, 1_000, 200, THREADS)
LARGE = Work((39, 32, 16, 8), 100_000, 20, 10, THREADS)


def data(work: Work) -> tuple[torch.Tensor, torch.Tensor]:
    """Return inputs and one-hot targets that nothing but memory can tell apart."""
    chance = torch.Generator().manual_seed(1)
    inputs = torch.randn(work.samples, work.sizes[0], generator=chance, dtype=torch.float64)
    classes = torch.arange(work.samples) % work.sizes[-1]
    return inputs, torch.nn.functional.one_hot(classes, work.sizes[-1]).double()


def our_loop(work: Work, epochs: int, members: int = 1) -> TrainingLoop:
    """Return the loop as a run builds it."""
    inputs, targets = data(work)
    hidden = ("tanh",) * (len(work.sizes) - 2)
    network = BPNetwork(work.sizes, (*hidden, "logistic"), members=members)
    network.initialise(inputs, seed=1)
    training = Training(error_goal=ENDLESS, epochs=epochs)
    part = Part(inputs, targets, members=members)
    return TrainingLoop(network, training, [part], threads=work.threads)


def ours(work: Work, members: int = 1) -> float:
    """Return seconds an epoch of the bare loop."""
    epochs = max(2, work.ours // members)
    loop = our_loop(work, epochs + 1, members)
    next(iter(loop))
    loop.block = epochs
    start = time.perf_counter()
    for _ in loop:
        pass
    return (time.perf_counter() - start) / epochs


def with_torch(work: Work) -> float:
    """Return seconds an epoch of autograd and `torch.optim.Rprop`, in the same precision."""
    torch.set_num_threads(work.threads)
    inputs, targets = data(work)
    layers: list[torch.nn.Module] = []
    for number, (wide, narrow) in enumerate(itertools.pairwise(work.sizes)):
        layers.append(torch.nn.Linear(wide, narrow, dtype=torch.float64))
        layers.append(torch.nn.Sigmoid() if number == len(work.sizes) - 2 else torch.nn.Tanh())
    network = torch.nn.Sequential(*layers)
    optimizer = torch.optim.Rprop(network.parameters(), lr=0.12, step_sizes=(0.0, 50.0))

    def epoch() -> None:
        optimizer.zero_grad()
        loss = ((network(inputs) - targets) ** 2).sum() / (2 * work.samples)
        loss.backward()
        optimizer.step()
        # ours knows the loss of every epoch as a number too
        loss.item()

    return seconds_each(epoch, work.others)


def products(work: Work) -> float:
    """Return seconds for the matrix products of an epoch alone, forward and back."""
    torch.set_num_threads(work.threads)
    inputs, _ = data(work)
    weights = [
        torch.randn(wide, narrow, dtype=torch.float64)
        for wide, narrow in itertools.pairwise(work.sizes)
    ]

    def epoch() -> None:
        values = [inputs]
        for weight in weights:
            values.append(values[-1] @ weight)
        delta = values[-1]
        for layer in range(len(weights) - 1, -1, -1):
            values[layer].T @ delta
            if layer:
                delta = delta @ weights[layer].T

    return seconds_each(epoch, work.others)


def seconds_each(do: Callable[[], None], times: int) -> float:
    """Return seconds for each call, after two that do not count."""
    do()
    do()
    start = time.perf_counter()
    for _ in range(times):
        do()
    return (time.perf_counter() - start) / times


def recorded(work: Work) -> float:
    """Return seconds an epoch as a run trains: history, events, checkpoints and snapshots."""
    loop = our_loop(work, 10 * work.ours)
    network = loop.network
    preparation = fit_preparation(
        np.zeros((1, work.sizes[0])), tuple("f" * work.sizes[0]), _no_preparation()
    )
    about = SnapshotAbout(
        network.sizes,
        network.activations,
        "one_hot",
        1,
        (0,),
        (preparation,),
        tuple(f"f{n}" for n in range(work.sizes[0])),
        tuple(f"c{n}" for n in range(work.sizes[-1])),
        ALPHAS,
        True,
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def save(seconds: float) -> None:
            tensors, values = loop.state()
            counters = Counters(loop.epoch, seconds, "", values)
            write_checkpoint(folder / "checkpoint.safetensors", tensors, counters)

        start = time.perf_counter()
        with (
            HistoryWriter(folder / "history.csv") as history,
            SnapshotWriter(folder, about, resume_at=0) as writer,
        ):
            duties = Duties(history, save, inside=Inside(writer, about, network))
            Recorder(duties, 10 * work.ours, silent).follow(loop, Control(), 0.0)
        return (time.perf_counter() - start) / (10 * work.ours)


def bare(work: Work) -> float:
    """Return seconds an epoch of the loop alone, as long as `recorded` trains."""
    loop = our_loop(work, 10 * work.ours)
    start = time.perf_counter()
    loop.block = 8_000
    for _ in loop:
        pass
    return (time.perf_counter() - start) / (10 * work.ours)


def _no_preparation():
    from core.job import Preparation

    return Preparation(transform="none", scaling="none")


def peak_of_training() -> float:
    """Train 100,000 × 39; return the highest memory of this process, in sizes of the data."""
    ours(Work(LARGE.sizes, 10_000, 2, 0, THREADS))
    before = psutil.Process().memory_info().rss
    inputs, targets = data(LARGE)
    network = BPNetwork(LARGE.sizes, ("tanh", "tanh", "logistic"))
    network.initialise(inputs, seed=1)
    loop = TrainingLoop(network, Training(epochs=3), [Part(inputs, targets)], threads=THREADS)
    for _ in loop:
        pass
    peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (peak - before) / inputs.nbytes


def memory() -> float:
    """Return what `peak_of_training` finds in a process of its own: a peak never falls again."""
    words = "from benchmarks.rprop import peak_of_training; print(peak_of_training())"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    return float(done.stdout)


def tensors(work: Work, members: int, device: str) -> float:
    """Return seconds an epoch of so many members at once in torch, in single precision."""
    inputs, targets = (part.to(device, torch.float32) for part in data(work))
    hidden = ("tanh",) * (len(work.sizes) - 2)
    network = BPNetwork(
        work.sizes, (*hidden, "logistic"), members=members, dtype=torch.float32, device=device
    )
    network.initialise(inputs, seed=1)
    training = Training(error_goal=ENDLESS, epochs=work.others + 1)
    part = Part(inputs, targets, members=members)
    loop = TrainingLoop(network, training, [part], engine="tensors")
    next(iter(loop))
    loop.block = work.others
    start = time.perf_counter()
    for _ in loop:
        pass
    # the losses came back to the processor, so the GPU is done
    return (time.perf_counter() - start) / work.others


def on_gpu(device: str = "cuda") -> list[Figure]:
    """Return what the members' dimension gains on a GPU; nothing where there is none."""
    if device == "cuda" and not torch.cuda.is_available():
        return []
    work = Work(MEDIUM.sizes, MEDIUM.samples, 0, 50)
    one, many = (tensors(work, members, device) for members in (1, 64))
    return [Figure(f"rprop.{work.name}.gpu.64-members", 64 * one / many, "× one by one")]


def measure(rounds: int) -> list[Figure]:
    """Go through the rounds; return ratios, and microseconds an epoch to read them by."""
    figures = [at_most("rprop.memory.100000x39", memory(), "× the data", 6)]
    with tempfile.TemporaryDirectory() as folder:
        try:
            program = fann.build(Path(folder))
        except fann.FannAbsentError as absent:
            note(str(absent))
            program = None

        def c_library(work: Work) -> float:
            told = fann.train(program, work.sizes, work.samples, epochs=work.others, rounds=1)
            return told.seconds[0]

        kinds: dict[str, Callable[[], float]] = {}
        for work in (SMALL, TINY, MEDIUM, LARGE):
            kinds[f"ours {work.name}"] = lambda work=work: ours(work)
            if program is not None:
                kinds[f"fann {work.name}"] = lambda work=work: c_library(work)
            if work is not TINY:
                kinds[f"torch {work.name}"] = lambda work=work: with_torch(work)
        kinds["members"] = lambda: ours(Work(SMALL.sizes, SMALL.samples, 320_000, 0, THREADS), 64)
        kinds["products"] = lambda: products(LARGE)
        kinds["recorded"] = lambda: recorded(SMALL)
        kinds["bare"] = lambda: bare(SMALL)
        for do in kinds.values():
            do()
        found: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(rounds):
            for name, do in kinds.items():
                found[name].append(do())
    for name, seconds in found.items():
        note(f"{name}: {1e6 * min(seconds):,.2f} to {1e6 * max(seconds):,.2f} µs an epoch")

    def ratio(one: str, other: str) -> float:
        pairs = zip(found[one], found[other], strict=True)
        return statistics.median(a / b for a, b in pairs)

    def against_fann(name: str, work: Work, ours_name: str, bar: float, unit: str) -> list[Figure]:
        if program is None:
            return []
        factor = 64 if ours_name == "members" else 1
        value = factor * ratio(f"fann {work.name}", ours_name)
        return [at_least(f"rprop.{name}.fann", value, unit, bar)]

    s, t, m, n = SMALL.name, TINY.name, MEDIUM.name, LARGE.name
    return [
        *figures,
        *against_fann(s, SMALL, f"ours {s}", 2.5, "× FANN, one core each"),
        at_least(f"rprop.{s}.torch", ratio(f"torch {s}", f"ours {s}"), "× autograd", 40),
        *against_fann(t, TINY, f"ours {t}", 2.5, "× FANN, one core each"),
        *against_fann(f"{s}.64-members", SMALL, "members", 6, "× FANN for each, two cores to one"),
        *against_fann(m, MEDIUM, f"ours {m}", 10, "× FANN, one core each"),
        at_least(f"rprop.{m}.torch", ratio(f"torch {m}", f"ours {m}"), "× autograd", 2),
        *against_fann(n, LARGE, f"ours {n}", 12, "× FANN, two cores to one"),
        at_most(f"rprop.{n}.products", ratio(f"ours {n}", "products"), "× bare products", 3),
        *on_gpu(),
        at_most("rprop.recording", 100 * (ratio("recorded", "bare") - 1), "% more time", 5),
        Figure("rprop.microseconds", 1e6 * min(found[f"ours {s}"]), "µs an epoch of 14-9-5-8"),
    ]


if __name__ == "__main__":
    sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)))
