"""A small survey whose classes are told by the cells around a sample, not by the sample itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.job import Data
from core.job_sections.cnn import CNNTraining
from core.job_sections.preparation import Preparation
from core.job_sections.window import Window
from core.window_job import WindowJob

SIDE = 24


def write_survey(folder: Path, *, side: int = SIDE, seed: int = 3) -> Path:
    """Write a square grid of one element; a cell is rich where its eight neighbours are high.

    Its own value is noise of the same spread, so that a network without neighbours cannot do
    better than guess.
    """
    chance = np.random.default_rng(seed)
    values = chance.normal(size=(side, side))
    around = np.zeros_like(values)
    for shift in ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)):
        around += np.roll(values, shift, (0, 1))
    lines = ["x,y,Cu_ppm,kind"]
    for row in range(side):
        for column in range(side):
            kind = "rich" if around[row, column] > 0 else "poor"
            # the edge is left to be classified: its neighbours are not all there
            known = kind if 0 < row < side - 1 and 0 < column < side - 1 else ""
            lines.append(f"{500 * column},{500 * row},{np.exp(values[row, column]):.6f},{known}")
    path = folder / "survey.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def survey_job(table: Path, **training: object) -> WindowJob:
    """Return a job that learns the survey in a second or two."""
    return WindowJob(
        data=Data(table=str(table), target="kind", features=("Cu_ppm",), x="x", y="y"),
        preparation=Preparation(validation_part=0.25),
        window=Window(cells=5),
        training=CNNTraining.model_validate(
            {
                "epochs": 12,
                "batch_size": 32,
                "learning_rate": 0.1,
                "threads": 1,
                "device": "cpu",
                "precision": "single",
                **training,
            }
        ),
    )
