"""Classifying a table larger than memory with a finished run, against the bare network in memory.

``python -m benchmarks.predict [rows]``: 10,000,000 rows × 39 elements as Parquet unless told
otherwise, and a quarter of them as CSV; needs some 6 GB of disk. The bare network only computes the
outputs of samples that are prepared and in memory already, on all cores; the command also reads,
prepares, votes and writes 20 columns. Both go over each row once: the machine has to find memory
for what they make. A second pass over the same memory takes a quarter of the time, and no table
could be read like that; ``plain_rate`` tells, without a bar, how the command compares with such a
second pass of the same network as PyTorch matrix products. ``unlike`` tells, without a bar, what
marking the samples that are unlike the training samples costs beside classifying, in seconds of the
processor.
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from benchmarks.figures import Figure, at_least, at_most, note, show
from core.control import Control
from core.job import Data, Job, Network, Preparation, Training
from core.run import run_job
from core.run_folder import RunFolder

ROWS = 10_000_000
ELEMENTS = 39
CLASSES = 8
LAYERS = "39-32-16-8"
MEMBERS = (1, 8)
ROUNDS = 3
RATE_BAR = 0.5
MEMORY_BAR = 1500.0
IN_MEMORY = 1_000_000
ROOT = Path(__file__).resolve().parent.parent
_PART = 100_000
# samples that plain matrix products take at once, at which they are fastest here
_MATRIX_PART = 65_536

_WHOLE = r"""
import json, re, sys, time
from pathlib import Path
from core.predicting import predict_table
from core.engines.warming import compile_kernel
from core.run_folder import RunFolder
compile_kernel()
start = time.perf_counter()
predict_table(RunFolder(Path(sys.argv[1])), sys.argv[2], Path(sys.argv[3]), lambda event: None)
seconds = time.perf_counter() - start
# not the maximum of `resource`, which a process takes over from the one that started it
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
print(json.dumps([seconds, int(peak) / 1024]))
"""
_BARE = """
import json, sys, time
from pathlib import Path
import numpy as np, torch
from core.classifying import Classifier
from core.model import load_model
from core.run_folder import RunFolder
model = load_model(RunFolder(Path(sys.argv[1])).model_path)
random = np.random.default_rng(1)
inputs = torch.from_numpy(random.normal(size=({rows}, {elements})))
every = slice(0, model.network.members)
part = {rows} // model.network.members
start = time.perf_counter()
for first in range(0, {rows}, part):
    model.network.predict(inputs[first : first + part], every)
seconds = time.perf_counter() - start
with torch.no_grad():
    # the second pass: nothing in memory is new to the machine
    for again in range(2):
        start = time.perf_counter()
        for first in range(0, {rows}, {part}):
            model.network.forward(inputs[first : first + {part}], every)
        plain = time.perf_counter() - start
features = np.exp(3 + 0.8 * inputs.numpy())
with Classifier(model) as classifier:
    classifier.classify(features[:{part}])
    start = time.process_time()
    classifier.classify(features)
    classified = time.process_time() - start
model.scores(features[:1])
start = time.process_time()
model.scores(features)
scored = time.process_time() - start
print(json.dumps([seconds, plain, scored / classified]))
"""


def names() -> list[str]:
    """Return the columns of the elements."""
    return [f"E{number:02d}_ppm" for number in range(ELEMENTS)]


def survey_part(random: np.random.Generator, first: int, rows: int) -> dict[str, np.ndarray]:
    """Return some rows of a survey on a 1 km grid."""
    place = np.arange(first, first + rows)
    columns = {"easting": place % 4000 * 1000.0, "northing": place // 4000 * 1000.0}
    return columns | {name: np.exp(random.normal(3, 0.8, rows)) for name in names()}


def write_survey(path: Path, rows: int) -> None:
    """Write a survey as Parquet, a part at a time."""
    random = np.random.default_rng(2)
    writer: parquet.ParquetWriter | None = None
    for first in range(0, rows, _PART):
        table = pa.table(survey_part(random, first, min(_PART, rows - first)))
        writer = writer or parquet.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def write_text(survey: Path, path: Path, rows: int) -> None:
    """Write the first rows of a survey as CSV, with two decimals as a laboratory does."""
    table = pa.Table.from_batches(
        itertools.islice(parquet.ParquetFile(survey).iter_batches(_PART), max(1, rows // _PART))
    )
    rounded = [pc.round(column, 2) for column in table.columns]
    csv.write_csv(pa.table(rounded, table.column_names), path)


def train(folder: Path, members: int) -> Path:
    """Train a network for some epochs; how well it learns changes no figure here."""
    random = np.random.default_rng(3)
    columns = survey_part(random, 0, 400)
    kinds = np.array([f"type {number}" for number in range(CLASSES)])
    table = folder / "training.parquet"
    parquet.write_table(pa.table(columns | {"type": kinds[np.arange(400) % CLASSES]}), table)
    job = Job(
        data=Data(
            table=str(table), target="type", features=tuple(names()), x="easting", y="northing"
        ),
        preparation=Preparation(),
        network=Network(layers=LAYERS, activations=("tanh", "tanh", "logistic")),
        training=Training(epochs=30, members=members),
    )
    run = folder / f"run{members}"
    run_job(job, RunFolder(run), Control(), lambda event: None)
    return run


def child(code: str, *words: object) -> list[float]:
    """Run code in a fresh process; return the figures that it prints."""
    ended = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=1200,
        check=True,
    )
    return [float(value) for value in json.loads(ended.stdout.splitlines()[-1])]


def measure(rows: int) -> list[Figure]:
    """Measure in turn, so that a busy machine troubles both alike."""
    figures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        survey = folder / "survey.parquet"
        write_survey(survey, rows)
        note(f"{rows:,} rows × {ELEMENTS}, {survey.stat().st_size / 1e9:.1f} GB")
        bare_code = _BARE.format(rows=IN_MEMORY, elements=ELEMENTS, part=_MATRIX_PART)
        text = folder / "survey.csv"
        write_text(survey, text, rows // 4)
        for members in MEMBERS:
            run = train(folder, members)
            sizes = {survey: rows, text: rows // 4}
            shares: dict[Path, list[float]] = {path: [] for path in sizes}
            of_plain, of_scoring, memory = [], [], []
            for _ in range(ROUNDS):
                *seconds_of, unlike = child(bare_code, run)
                bare, plain = (IN_MEMORY / seconds for seconds in seconds_of)
                of_scoring.append(unlike)
                for path, count in sizes.items():
                    seconds, peak = child(_WHOLE, run, path, folder / "out.parquet")
                    shares[path].append(count / seconds / bare)
                    if path == survey:
                        of_plain.append(count / seconds / plain)
                    memory.append(peak)
                    rate = f"{path.suffix} {count / seconds:,.0f} rows/s"
                    note(f"{members} members: {rate}, bare {bare:,.0f}, PyTorch {plain:,.0f}")
            parquet_rate, text_rate = (float(np.median(found)) for found in shares.values())
            plain_rate = float(np.median(of_plain))
            figures += [
                at_least(f"predict.rate_{members}", parquet_rate, "× bare network", RATE_BAR),
                Figure(f"predict.plain_rate_{members}", plain_rate, "× PyTorch, second pass"),
                Figure(f"predict.unlike_{members}", float(np.median(of_scoring)), "× classifying"),
                at_least(f"predict.csv_rate_{members}", text_rate, "× bare network", RATE_BAR),
                at_most(f"predict.memory_{members}", max(memory), "MB", MEMORY_BAR),
            ]
    return figures


if __name__ == "__main__":
    sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)))
