"""Small results for the tests of what is taken away, made without training."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from core.exporting.results import Results
from core.job import Job
from tests.core.small_runs import small_job

CRS = "EPSG:4509"
NAMES = ("porphyry", "skarn & more", "斑岩铜矿")


def job_in(crs: str, table: Path = Path("survey.csv")) -> Job:
    """Return a small job whose table lies in a coordinate system."""
    job = small_job(table)
    return job.model_copy(update={"data": job.data.model_copy(update={"crs": crs})})


def results_at(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    *,
    names: tuple[str, ...] = NAMES,
    crs: str = CRS,
    seed: int = 3,
    **more: Any,
) -> Results:
    """Return predictions at random of samples at places, half of them with a known class."""
    rng = np.random.default_rng(seed)
    probability = rng.dirichlet(np.ones(len(names)), size=len(x))
    codes = probability.argmax(axis=1)
    known = rng.integers(0, len(names), len(x))
    columns: dict[str, Any] = {
        "row": np.arange(1, len(x) + 1),
        "x": x,
        "y": y,
        "known": [names[code] if row % 2 else "" for row, code in enumerate(known)],
        "part": ["training" if row % 2 else "" for row in range(len(x))],
        "class": [names[code] for code in codes],
        "probability": probability.max(axis=1),
        "agreement": rng.uniform(size=len(x)),
    }
    columns |= {f"p {name}": probability[:, code] for code, name in enumerate(names)}
    columns |= {f"output {name}": rng.normal(size=len(x)) for name in names}
    table = pa.table({**columns, **more})
    return Results(table, table, job_in(crs), crs, "survey.csv")


def grid_places(
    rows: int, columns: int, step: float = 50.0, west: float = 500_000.0, south: float = 4e6
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the places of a regular grid in a random order."""
    x, y = np.meshgrid(west + step * np.arange(columns), south + step * np.arange(rows))
    order = np.random.default_rng(1).permutation(rows * columns)
    return x.ravel()[order], y.ravel()[order]
