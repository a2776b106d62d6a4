"""Reading a large laboratory file with every decision made, against `pandas.read_csv` alone.

``python -m benchmarks.reading [rows]``: 1,000,000 rows × 40 columns unless told otherwise.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from benchmarks.figures import Figure, at_most, note, show

ROWS = 1_000_000
ELEMENTS = 37
ROUNDS = 3
TIME_BAR = 2.0
MEMORY_BAR = 2.5
ROOT = Path(__file__).resolve().parent.parent
_PART = 50_000

_PANDAS = "import pandas; read = lambda path: pandas.read_csv(path, low_memory=False)"
_RAW = (
    "from datasets.recipe import Recipe; from datasets.sources import read_raw; "
    "read = lambda path: read_raw(path, Recipe())"
)
_WHOLE = "from datasets.table import read_table as read"
_CHILD = """
import json, resource, sys, time
{setup}
started = time.process_time()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
kept = read(sys.argv[1])
seconds = time.perf_counter() - start
worked = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([seconds, peak / 1024, worked - started]))
"""


def write_survey(path: Path, rows: int) -> None:
    """Write a survey: sample, two coordinates, and elements with 5 % ``<`` cells and codes."""
    random = np.random.default_rng(1)
    names = ["sample", "easting", "northing", *(f"E{k:02d}_ppm" for k in range(ELEMENTS))]
    with arrow_csv.CSVWriter(
        str(path),
        pa.schema([(name, pa.string()) for name in names]),
        write_options=arrow_csv.WriteOptions(quoting_style="none"),
    ) as writer:
        for start in range(0, rows, _PART):
            count = min(_PART, rows - start)
            writer.write_table(pa.table(_survey_part(random, names, start, count)))


def _survey_part(
    random: np.random.Generator, names: list[str], start: int, count: int
) -> dict[str, pa.Array]:
    columns = {
        "sample": pa.array([f"S{k:07d}" for k in range(start, start + count)]),
        "easting": pa.array(random.uniform(3e5, 7e5, count).round(1)).cast(pa.string()),
        "northing": pa.array(random.uniform(3e6, 4e6, count).round(1)).cast(pa.string()),
    }
    for k, name in enumerate(names[3:]):
        values = pa.array(np.exp(random.normal(3, 0.8, count)).round(2)).cast(pa.string())
        cells = np.array(values.to_pylist(), dtype=object)
        # half of the elements are clean, as in a real survey; the others have limits and codes
        if k % 2:
            cells[random.random(count) < 0.05] = "<5"
            cells[random.random(count) < 0.01] = ("-", "ND", "-999", "")[k // 2 % 4]
        columns[name] = pa.array(cells, type=pa.string())
    return columns


def measured(setup: str, path: Path) -> tuple[float, float, float]:
    """Read the file in a fresh process; return seconds, peak memory in MB, seconds of all cores."""
    ended = subprocess.run(
        [sys.executable, "-c", _CHILD.format(setup=setup), str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=600,
        check=True,
    )
    seconds, peak, worked = json.loads(ended.stdout)
    return seconds, peak, worked


def measure(rows: int) -> list[Figure]:
    """Read in turn, so that a busy machine troubles all alike; return the medians."""
    found: dict[str, list[tuple[float, float, float]]] = {"pandas": [], "raw": [], "table": []}
    setups = {"pandas": _PANDAS, "raw": _RAW, "table": _WHOLE}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        write_survey(path, rows)
        note(f"{rows:,} rows × {ELEMENTS + 3} columns, {path.stat().st_size / 1e6:.0f} MB")
        for _ in range(ROUNDS):
            for name, setup in setups.items():
                found[name].append(measured(setup, path))
    seconds = {name: statistics.median(one[0] for one in ones) for name, ones in found.items()}
    memory = {name: statistics.median(one[1] for one in ones) for name, ones in found.items()}
    worked = {name: statistics.median(one[2] for one in ones) for name, ones in found.items()}
    return [
        # on a busy machine these say more than the seconds on the clock
        *(Figure(f"reading.{name}_of_all_cores", worked[name], "s") for name in worked),
        Figure("reading.pandas", seconds["pandas"], "s"),
        Figure("reading.raw_cells", seconds["raw"], "s"),
        Figure("reading.table", seconds["table"], "s"),
        Figure("reading.pandas_memory", memory["pandas"], "MB"),
        Figure("reading.raw_memory", memory["raw"], "MB"),
        Figure("reading.table_memory", memory["table"], "MB"),
        at_most("reading.time", seconds["table"] / seconds["pandas"], "× pandas", TIME_BAR),
        at_most("reading.memory", memory["table"] / memory["pandas"], "× pandas", MEMORY_BAR),
    ]


if __name__ == "__main__":
    sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)))
