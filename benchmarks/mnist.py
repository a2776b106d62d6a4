"""What the CNNs reach on MNIST's test set, over several seeds.

    python -m benchmarks.mnist [--seeds 5] [--epochs N] [--network digits] [--out FOLDER]
                               [--device auto] [--source example:mnist] [--set section.field=value]

Each seed is a run of the bundled job `mnist`, as the app makes it: a tenth of the training images
of each class chooses the epoch, the test set is asked once, at the end. Runs lie in FOLDER and are
kept; an interrupted call goes on where it was. FOLDER/results.jsonl has a line for every run that
ended: settings, seed, accuracies, time, and where its curves lie.

    python -m benchmarks.mnist --seeds 5                                  ≥ 99.60 %, five ≥ 99.70 %
    python -m benchmarks.mnist --network lenet-5 --seeds 3                ≥ 99.0 %
    python -m benchmarks.mnist --network deeplearntoolbox --seeds 3       1 epoch, error < 12 %
    python -m benchmarks.mnist --device gpu --seeds 5                     where there is one
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.figures import Figure, at_least, at_most, note, show
from core.bundled import bundled_image_job
from core.cnn.run import run_image_job
from core.control import Control
from core.events import Event, ImageProgress, Notice
from core.image_job import ImageJob
from core.overriding import with_settings
from core.prediction_columns import CLASS_PREFIX
from core.run_folder import RunFolder

# the toolbox's own recipe, test_example_CNN.m: no augmentation, rate 1, half the squared error
TOOLBOX = (
    "training.loss=mse",
    "training.learning_rate=1.0",
    "training.momentum=0.0",
    "training.schedule=constant",
    "training.batch_size=50",
    "training.weight_decay=0.0",
    "training.label_smoothing=0.0",
    "training.averaging=0.0",
    "training.epochs=1",
    "preparation.scaling=unit",
    "preparation.validation_part=0.0",
)
# LeNet-5 by the recipe of today, for a network without batch normalisation
LENET = ("training.learning_rate=0.05", "training.batch_size=64", "training.epochs=10")
NO_CHANGES = tuple(
    f"augmentation.{name}=0.0"
    for name in ("shift", "rotation", "scale", "shear", "elastic", "noise")
)
RECIPES = {"deeplearntoolbox": (*TOOLBOX, *NO_CHANGES), "lenet-5": LENET}


def main() -> int:
    """Train what is missing; print accuracies; return the exit code."""
    asked = _arguments()
    results = [_result(asked, seed) for seed in range(1, asked.seeds + 1)]
    return show(_figures(asked.network, results))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=0, help="0: those of the recipe")
    parser.add_argument("--network", default="digits")
    parser.add_argument("--out", type=Path, default=Path("mnist-runs"))
    parser.add_argument("--device", choices=["auto", "cpu", "gpu"], default="auto")
    parser.add_argument("--source", default="example:mnist")
    parser.add_argument("--set", dest="settings", action="append", default=[])
    return parser.parse_args()


def _job(asked: argparse.Namespace, seed: int) -> ImageJob:
    settings = [
        *RECIPES.get(asked.network, ()),
        *([f"training.epochs={asked.epochs}"] if asked.epochs else []),
        f"images.source={asked.source}",
        f"network.name={asked.network}",
        f"training.device={asked.device}",
        f"training.seed={seed}",
        *asked.settings,
    ]
    job = with_settings(bundled_image_job("mnist"), settings)
    assert isinstance(job, ImageJob)
    return job


def _result(asked: argparse.Namespace, seed: int) -> dict[str, Any]:
    """Return what a seed came to, trained now where it was not yet."""
    job = _job(asked, seed)
    folder = RunFolder(asked.out / f"{asked.network}-{job.training.epochs}-epochs-seed-{seed}")
    outcome = folder.outcome()
    if outcome is None or outcome.resumable:
        run_image_job(job, folder, Control(), _Told(seed))
        outcome = folder.outcome()
        assert outcome is not None
        found = _found(job, folder, outcome.seconds)
        with (asked.out / "results.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(found) + "\n")
        return found
    return _found(job, folder, outcome.seconds)


def _found(job: ImageJob, folder: RunFolder, seconds: float) -> dict[str, Any]:
    evaluation = folder.evaluation()
    assert evaluation is not None
    return {
        "network": job.network.name,
        "seed": job.training.seed,
        "test_accuracy": evaluation["test"]["accuracy"],
        "validation_accuracy": evaluation["validation"]["accuracy"],
        "seconds": round(seconds, 1),
        "run": str(folder.path),
        "job": job.model_dump(mode="json"),
    }


class _Told:
    """Says on stderr how a run goes on, an epoch a line."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._epoch = 0

    def __call__(self, event: Event) -> None:
        if isinstance(event, Notice):
            note(str(event.message))
        if isinstance(event, ImageProgress) and event.epoch > self._epoch:
            self._epoch = event.epoch
            note(
                f"seed {self._seed}, epoch {event.epoch} of {event.epochs}: training "
                f"{event.training_accuracy:.4f}, validation {event.validation_accuracy:.4f}, "
                f"{event.samples_per_second:,.0f} images a second"
            )


def _figures(network: str, results: list[dict[str, Any]]) -> list[Figure]:
    accuracies = [100 * result["test_accuracy"] for result in results]
    mean = statistics.mean(accuracies)
    spread = statistics.stdev(accuracies) if len(accuracies) > 1 else 0.0
    name = f"mnist.{network}"
    seconds = Figure(f"{name}.seconds", statistics.mean(r["seconds"] for r in results), "s a run")
    if network == "deeplearntoolbox":
        return [at_most(f"{name}.error", 100 - mean, "% error, mean", 12.0), seconds]
    bar = 99.6 if network == "digits" else 99.0
    figures = [
        at_least(f"{name}.mean", mean, "% right, mean of the seeds", bar),
        Figure(f"{name}.sd", spread, "% standard deviation"),
        seconds,
    ]
    if network == "digits" and len(results) > 1:
        together = 100 * _ensemble([Path(result["run"]) for result in results])
        figures.append(
            at_least(f"{name}.ensemble", together, f"% right, {len(results)} together", 99.7)
        )
    return figures


def _ensemble(runs: list[Path]) -> float:
    """Return the accuracy on the test part of the mean probabilities of several runs."""
    tables = [pq.read_table(RunFolder(run).predictions_path) for run in runs]
    tests = [table.filter(pc.equal(table["part"], "test")) for table in tables]
    names = [name for name in tests[0].column_names if name.startswith(CLASS_PREFIX)]
    total = sum(np.column_stack([test[name].to_numpy() for name in names]) for test in tests)
    classes = [name.removeprefix(CLASS_PREFIX) for name in names]
    known = [classes.index(name) for name in tests[0]["known"].to_pylist()]
    return float((np.asarray(total).argmax(axis=1) == np.array(known)).mean())


if __name__ == "__main__":
    sys.exit(main())
