"""CNNs on windows of small surveys: of weights of our own, and a run of which Cu alone decides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.control import Control
from core.explaining.window_subject import WindowSubject, window_subject_of
from core.job import Data, Preparation
from core.job_sections.cnn import CNN, CNNTraining
from core.job_sections.judging import Judging
from core.job_sections.window import Window
from core.networks.cnn.building import CNNModule, build
from core.networks.cnn.plan import plan_network
from core.parts import Parts
from core.reporting import silent
from core.run_folder import RunFolder
from core.window_job import WindowJob
from core.windows.model import WindowCNN
from core.windows.run import run_window_job
from tests.core.explaining.small_subjects import dataset_of, parts_of

CELLS = 3
ELEMENTS = ("Cu", "Zn", "Pb")


def write_planted(path: Path, side: int = 14) -> Path:
    """Write a square grid whose class is decided by Cu in the cells around, and by nothing else."""
    values = np.random.default_rng(3).normal(size=(3, side, side))
    shifts = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))
    around = sum(np.roll(values[0], shift, (0, 1)) for shift in shifts)
    lines = [",".join(("x", "y", *ELEMENTS, "rock"))]
    for row, column in np.ndindex(side, side):
        inner = 0 < row < side - 1 and 0 < column < side - 1
        rock = ("poor", "rich")[int(around[row, column] > 0)] if inner else ""
        measured = [f"{value:.6f}" for value in np.exp(values[:, row, column])]
        lines.append(",".join([str(500 * column), str(500 * row), *measured, rock]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def planted_run(folder: Path) -> RunFolder:
    """Two folds with two networks each, of a single layer, trained in a second."""
    job = WindowJob(
        data=Data(
            table=str(write_planted(folder / "survey.csv")),
            target="rock",
            features=ELEMENTS,
            x="x",
            y="y",
        ),
        judging=Judging(protocol="folds", folds=2),
        window=Window(cells=CELLS),
        network=CNN(name="custom", layers="FC-SOFTMAX"),
        training=CNNTraining(
            epochs=10, batch_size=16, threads=1, device="cpu", precision="single", members=2
        ),
    )
    run = RunFolder(folder / "run")
    run_window_job(job, run, Control(), silent)
    return run


def random_parts(*, folds: int = 2, classes: int = 3, **preparation: Any) -> Parts:
    """Samples on a grid of 7 × 6 cells of which some hold none and some two; one has no place."""
    rng = np.random.default_rng(8)
    row, column = np.divmod(np.arange(42), 6)
    taken = np.sort(np.concatenate([rng.permutation(42)[:34], [4, 5, 20]]))
    places = np.column_stack([100.0 * column[taken], 100.0 * row[taken]])
    places[7] = np.nan
    features = np.exp(rng.normal(size=(len(taken), 4)) @ rng.normal(size=(4, 4)))
    target = np.arange(len(taken)) // 2 % classes
    dataset = replace(dataset_of(features, target), coordinates=places)
    return parts_of(dataset, Preparation(**preparation), folds)


def cnn_of(
    parts: Parts, layers: str = "CONV-TANH-FC-SOFTMAX", members: int = 2, *, mask: bool = True
) -> WindowCNN:
    """A model of random weights, with so many members for each fold."""
    window, dataset = Window(cells=CELLS, mask=mask), parts.dataset
    cnn = CNN(name="custom", layers=layers)
    shape = (parts.folds[0].preparation.inputs + mask, CELLS, CELLS)
    plan = plan_network(cnn, shape, len(dataset.class_names))
    networks = [build(plan) for _ in range(members * len(parts.folds))]
    for number, network in enumerate(networks):
        network.initialise(number)
        _widen(network, number)
    return WindowCNN(
        cnn,
        window,
        (100.0, 100.0),
        plan,
        tuple(networks),
        tuple(number // members for number in range(len(networks))),
        tuple(fold.preparation for fold in parts.folds),
        dataset.feature_names,
        dataset.feature_units,
        dataset.class_names,
        "rock",
    )


def _widen(network: CNNModule, seed: int) -> None:
    """Make weights large enough that classes differ."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weights in network.parameters():
            weights.normal_(0, 0.35, generator=generator)


def random_windows(
    layers: str = "CONV-TANH-FC-SOFTMAX", *, mask: bool = True, **options: Any
) -> WindowSubject:
    """A subject of such a model on such samples."""
    parts = random_parts(**options)
    return window_subject_of(cnn_of(parts, layers, mask=mask), parts)
