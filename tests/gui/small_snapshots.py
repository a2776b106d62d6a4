"""Runs with snapshots of a real training, by a few lines of numpy: the window has no torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.describing import describe_table
from core.events import Event, Finished
from core.job import Activation, Data, Job, Network, Preparation, Training
from core.networks.forward import layer_outputs, layer_parameters, parameter_count
from core.preparing.fitting import fit_preparation
from core.run_folder import RunFolder
from core.snapshots import SnapshotAbout, SnapshotWriter
from gui.sample_features import sample_features
from gui.table_info import TableInfo

Array = NDArray[np.float64]
ALPHAS = tuple(np.linspace(-0.5, 2.0, 11).tolist())
ACTIVATIONS: tuple[Activation, ...] = ("tanh", "tanh", "logistic")


def write_survey(path: Path) -> Path:
    """Write a table of three rock types; the class of rows 1 and 2 is not known.

    In row 3, Cu is missing and As lies below its detection limit of 2.
    """
    rng = np.random.default_rng(7)
    rocks = np.arange(60) % 3
    values = np.exp(rng.normal(size=(60, 3)) + 1.5 * np.eye(3)[rocks]) + 3
    lines = ["Cu_ppm,Zn_ppm,As_ppm,rock"]
    for row in range(60):
        copper, zinc, arsenic = (f"{value:.3f}" for value in values[row])
        if row == 2:
            copper, arsenic = "", "<2"
        rock = "" if row < 2 else ("granite", "basalt", "marble")[rocks[row]]
        lines.append(f"{copper},{zinc},{arsenic},{rock}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read_as_the_window(source: str, cache: Path) -> TableInfo:
    """Return a table as the worker hands it to the window."""
    events: list[Event] = []
    describe_table(source, target="", cache=cache, report=events.append)
    done = events[-1]
    assert isinstance(done, Finished)
    # the values come through a pipe as JSON
    return TableInfo.from_values(json.loads(json.dumps(done.values)))


class SmallTraining:
    """RPROP⁻ on networks of two hidden layers, tanh-tanh-logistic, for K members.

    Parameters
    ----------
    inputs, codes
        Prepared samples, shape (P, S), and their classes, shape (P,).
    """

    def __init__(
        self, inputs: Array, codes: NDArray[np.int64], hidden: tuple[int, int], members: int
    ) -> None:
        classes = int(codes.max()) + 1
        self.sizes = (inputs.shape[1], *hidden, classes)
        self._inputs, self._targets = inputs, np.eye(classes)[codes]
        shape = (members, parameter_count(self.sizes))
        self.parameters = np.random.default_rng(1).uniform(-0.7, 0.7, shape)
        self._before = self.parameters
        self._steps = np.full(shape, 0.1)
        self._signs = np.zeros(shape)
        self.epoch = 0

    def step(self) -> None:
        """Train one epoch."""
        self._before = self.parameters.copy()
        signs = np.sign([self._gradient(member) for member in self.parameters])
        agreement = self._signs * signs
        factors = np.where(agreement > 0, 1.2, np.where(agreement < 0, 0.5, 1.0))
        self._steps = np.minimum(self._steps * factors, 50.0)
        self._signs = signs
        self.parameters = self.parameters - signs * self._steps
        self.epoch += 1

    def add_to(self, writer: SnapshotWriter) -> None:
        """Write a frame of the weights as they stand."""
        steps = self._steps if self.epoch else None
        along = self._along() if self.epoch else None
        writer.add(self.epoch, self.parameters, steps, along)

    def _along(self) -> Array:
        """Return the losses along the last step, shape (K, A)."""
        ends = zip(self._before, self.parameters, strict=True)
        return np.array(
            [[self._loss(old + alpha * (new - old)) for alpha in ALPHAS] for old, new in ends]
        )

    def _loss(self, parameters: Array) -> float:
        outputs = layer_outputs(parameters, self.sizes, ACTIVATIONS, self._inputs)[-1]
        return float(((outputs - self._targets) ** 2).sum() / (2 * len(outputs)))

    def _gradient(self, parameters: Array) -> Array:
        values = layer_outputs(parameters, self.sizes, ACTIVATIONS, self._inputs)
        layers = layer_parameters(parameters, self.sizes)
        delta = (values[-1] - self._targets) / len(self._inputs) * values[-1] * (1 - values[-1])
        parts: list[Array] = []
        for number in range(len(layers) - 1, -1, -1):
            parts = [(values[number].T @ delta).ravel(), delta.sum(axis=0), *parts]
            if number:
                delta = (delta @ layers[number][0].T) * (1 - values[number] ** 2)
        return np.concatenate(parts)


def write_run(
    path: Path,
    table: TableInfo,
    target: str,
    features: Sequence[str],
    *,
    epochs: int = 40,
    hidden: tuple[int, int] = (5, 4),
    members: int = 2,
    trainer: str = "rprop-",
) -> RunFolder:
    """Train on the table's samples of known class and leave a run with snapshots."""
    codes, names = table.codes(target)
    known = codes >= 0
    rows = [sample_features(table, features, row) for row in np.flatnonzero(known).tolist()]
    values = np.vstack([row.features for row in rows if row is not None])
    censored = np.vstack([row.censored for row in rows if row is not None])
    preparation = fit_preparation(values, tuple(features), Preparation(), censored=censored)
    training = SmallTraining(preparation.apply(values, censored), codes[known], hidden, members)
    run = RunFolder(path)
    job = Job(
        data=Data(table=table.source, target=target, features=tuple(features)),
        network=Network(
            layers="-".join(str(size) for size in training.sizes), activations=ACTIVATIONS
        ),
        training=Training.model_validate({"trainer": trainer}),
    )
    run.create(job)
    is_rprop = trainer == "rprop-"
    about = SnapshotAbout(
        sizes=training.sizes,
        activations=ACTIVATIONS,
        coding="one_hot",
        kept=members,
        folds=(0,) * members,
        preparations=(preparation,),
        feature_names=tuple(features),
        class_names=names,
        alphas=ALPHAS if is_rprop else (),
        has_steps=is_rprop,
    )
    with SnapshotWriter(run.snapshots_path(), about, resume_at=0) as writer:
        training.add_to(writer)
        while training.epoch < epochs:
            training.step()
            if writer.wants(training.epoch) or training.epoch == epochs:
                training.add_to(writer)
    return run
