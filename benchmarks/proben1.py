"""PROBEN1 by Prechelt's protocol: test errors of 60 runs beside the published ones.

    python -m benchmarks.proben1 [RUNS]

The problems lie beside the project (see `benchmarks.proben1_data`). All runs of a problem are
members of one training loop. A figure holds where the means differ by no more than one published
standard deviation; the table goes to stderr as Markdown, as it stands in docs/proben1.md.

Protocol (L. Prechelt 1994, technical report 21/94, table 10, no shortcut connections): weights
U(±0.01), Δ0 ~ U(0.005, 0.02) for each weight, Δmax = 50, hidden units x/(1+|x|), linear outputs,
squared error; validation every 5 epochs; stopped by GL > 5, P5 < 0.1 ‰ or 3,000 epochs; judged on
the test part with the weights of the lowest validation error.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import dataclass

import numpy as np
import torch

from benchmarks.early_stopping import (
    EPOCHS,
    STRIP,
    EarlyStopping,
    class_error_percentage,
    squared_error_percentage,
)
from benchmarks.figures import Figure, note, show
from benchmarks.proben1_data import Proben1Problem, read_problem
from core.engines.part import Part
from core.job import Activation, TrainerName, Training
from core.networks.bp import BPNetwork
from core.training import TrainingLoop

RUNS = 60
NEVER = 1e-300


@dataclass(frozen=True)
class Published:
    """Mean and standard deviation of test error E and class error, in percent."""

    hidden: tuple[int, ...]
    error: tuple[float, float]
    classes: tuple[float, float]


PUBLISHED = {
    "cancer1": Published((4, 2), (1.32, 0.13), (1.38, 0.49)),
    "cancer2": Published((8, 4), (3.47, 0.28), (4.77, 0.94)),
    "diabetes1": Published((32,), (16.99, 0.91), (24.10, 1.91)),
    "glass1": Published((16, 8), (9.24, 0.32), (32.70, 5.34)),
    "heart1": Published((32,), (14.19, 0.64), (19.72, 0.96)),
    "card1": Published((32,), (10.35, 0.29), (14.05, 1.03)),
    "horse1": Published((16, 8), (13.32, 0.48), (29.19, 2.62)),
    "thyroid1": Published((16, 8), (1.28, 0.12), (2.38, 0.35)),
}


@dataclass(frozen=True)
class Result:
    """Test errors of all runs, in percent, shape (K,) each, and the epochs at which they ended."""

    error: np.ndarray
    classes: np.ndarray
    epochs: np.ndarray
    seconds: float


def train(name: str, runs: int, trainer: TrainerName = "rprop-") -> Result:
    """Carry out the protocol for one problem, all runs at once."""
    problem = read_problem(name)
    inputs, outputs = problem.training.inputs.shape[1], problem.training.targets.shape[1]
    sizes = (inputs, *PUBLISHED[name].hidden, outputs)
    hidden: list[Activation] = ["softsign"] * len(PUBLISHED[name].hidden)
    network = BPNetwork(sizes, (*hidden, "linear"), members=runs)
    start = time.perf_counter()
    loop = _loop(network, problem, trainer)
    _watch(loop, problem, runs)
    loop.finish()
    test = problem.test
    found = network.predict(torch.from_numpy(test.inputs)).numpy()
    return Result(
        squared_error_percentage(found, test.targets),
        class_error_percentage(found, test.targets),
        loop.standing.epochs,
        time.perf_counter() - start,
    )


def _loop(network: BPNetwork, problem: Proben1Problem, trainer: TrainerName) -> TrainingLoop:
    part = Part(
        torch.from_numpy(problem.training.inputs),
        torch.from_numpy(problem.training.targets),
        torch.from_numpy(problem.validation.inputs),
        torch.from_numpy(problem.validation.targets),
        members=network.members,
    )
    network.initialise(part.inputs, seed=1, method="uniform", spread=0.01)
    settings = Training(trainer=trainer, error_goal=NEVER, epochs=EPOCHS)
    loop = TrainingLoop(network, settings, [part], validate_every=STRIP, keeps_best=True, threads=2)
    chance = np.random.default_rng(1)
    steps = chance.uniform(0.005, 0.02, network.parameters.shape)
    loop.engine.set_steps(torch.from_numpy(steps))
    return loop


def _watch(loop: TrainingLoop, problem: Proben1Problem, runs: int) -> None:
    """Train five epochs after the other until every run is stopped."""
    stopping = EarlyStopping(runs)
    before, _ = loop.losses()
    loop.block = STRIP
    for block in loop:
        # the rule asks for the error met during an epoch, which is that of the weights before it
        met = np.vstack([before, block.training_loss[:-1]])
        before = block.training_loss[-1]
        for errors in met:
            stopping.tell_training(errors)
        stopping.tell_validation(block.validation_loss[-1])
        stopped = np.setdiff1d(loop.standing.running, np.flatnonzero(stopping.running))
        loop.end(stopped, "validation")


def measure(runs: int) -> list[Figure]:
    """Go through the problems; note the table."""
    figures = []
    note("| problem | network | test error E % | published | class error % | published | epochs |")
    note("|---|---|---|---|---|---|---|")
    for name, published in PUBLISHED.items():
        found = train(name, runs)
        error, classes = _mean_sd(found.error), _mean_sd(found.classes)
        layers = "+".join(map(str, published.hidden))
        note(
            f"| {name} | {layers} | {_text(error)} | {_text(published.error)} | {_text(classes)} "
            f"| {_text(published.classes)} | {statistics.median(found.epochs):,.0f} |"
        )
        for what, mine, theirs in (
            ("error", error, published.error),
            ("classes", classes, published.classes),
        ):
            far = abs(mine[0] - theirs[0]) / theirs[1]
            figures.append(
                Figure(f"proben1.{name}.{what}", far, "published sd apart", "<= 1", far <= 1)
            )
        note(f"<!-- {name}: {found.seconds:.1f} s for {runs} runs -->")
    return figures


def _mean_sd(values: np.ndarray) -> tuple[float, float]:
    return float(values.mean()), float(values.std(ddof=1))


def _text(mean_sd: tuple[float, float]) -> str:
    return f"{mean_sd[0]:.2f} ± {mean_sd[1]:.2f}"


if __name__ == "__main__":
    sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)))
