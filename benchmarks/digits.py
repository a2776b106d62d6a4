"""How many of the 8 × 8 digits are read right in five-fold cross-validation.

    python -m benchmarks.digits [--folds 5] [--out FOLDER]

Two runs of the bundled images `digits`, as the app makes them: the CNN of the bundled job, and a
BP network (one hidden layer on the pixels) trained by RPROP. Every image is held out once and read
by a network that never saw it; within each fold a tenth of the other images chooses the epoch. The
folds divide the images at random, so a writer may be on both sides, as in most published figures
for this set.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, at_least, show
from core.bundled import bundled_image_job
from core.cnn.run import run_image_job
from core.control import Control
from core.image_job import ImageJob
from core.overriding import with_settings
from core.reporting import silent
from core.run_folder import RunFolder

# a BP network sees pixels in no order, so there is nothing to shift or turn
BP = (
    "network.name=custom",
    "network.layers=FC 64-TANH-FC-SOFTMAX",
    "training.trainer=irprop-",
    "training.epochs=150",
    "training.weight_decay=0.0001",
    "training.members=5",
    "augmentation.shift=0.0",
    "augmentation.rotation=0.0",
    "augmentation.scale=0.0",
)


def main() -> int:
    """Train both; print how many held-out images were right; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=None, help="keep the runs there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anomalyst-") as folder:
        out = asked.out or Path(folder)
        figures = [
            *_figures("cnn", (), asked.folds, out, 98.5),
            *_figures("bp", BP, asked.folds, out, 97.5),
        ]
    return show(figures)


def _figures(
    name: str, settings: tuple[str, ...], folds: int, out: Path, bar: float
) -> list[Figure]:
    wanted = [*settings, f"preparation.folds={folds}"]
    job = with_settings(bundled_image_job("digits"), wanted)
    assert isinstance(job, ImageJob)
    run = RunFolder(out / name)
    run_image_job(job, run, Control(), silent)
    outcome, evaluation = run.outcome(), run.evaluation()
    assert outcome is not None
    assert evaluation is not None
    held_out = evaluation["validation"]
    right = 100 * held_out["correct"] / held_out["samples"]
    return [
        at_least(f"digits.{name}", right, f"% right in {folds} folds", bar),
        Figure(f"digits.{name}.seconds", outcome.seconds, "s of training"),
    ]


if __name__ == "__main__":
    sys.exit(main())
