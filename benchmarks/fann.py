"""Microseconds an epoch of RPROP in FANN, the C library others train small networks with.

``python -m benchmarks.fann [rounds]``. Needs a C compiler and libfann's headers (Debian: gcc and
libfann-dev). Other benchmarks hold their figures against `microseconds` and print them without a
bar where it raises `FannAbsentError`.

FANN's RPROP is iRPROP⁻ with habits of its own: steps above 0.0001, derivatives as if no unit were
nearer to its bounds than 0.01, and a weight whose gradient is 0 is moved all the same. An epoch
costs what that of any RPROP costs; where it leads is not to be compared.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from benchmarks.figures import Figure, note, show

Array = NDArray[np.float64]
Precision = Literal["double", "float"]

SOURCE = Path(__file__).with_name("fann_reference.c")
LIBRARY: dict[Precision, str] = {"double": "doublefann", "float": "floatfann"}
ROUNDS = 5
# sizes, samples, epochs a round: enough for some 20 ms, so that the clock does not matter
WORK = (
    ((14, 9, 5, 8), 33, 2000),
    ((3, 3, 4), 34, 5000),
    ((39, 32, 16, 8), 2000, 5),
    ((39, 32, 16, 8), 100_000, 1),
)


class FannAbsentError(Exception):
    """FANN cannot be measured here; its text is the sentence that says why."""


@dataclass(frozen=True)
class Trained:
    """What the C program tells.

    Attributes
    ----------
    connections
        Weights and biases of the network.
    first_error, last_error
        Mean over samples and outputs of (target − output)², at the first and the last epoch.
    seconds
        For each round, the seconds an epoch.
    """

    connections: int
    first_error: float
    last_error: float
    seconds: tuple[float, ...]


def build(folder: Path, precision: Precision = "double") -> Path:
    """Compile the C program into a folder; return its path.

    Raises
    ------
    FannAbsentError
        Where there is no C compiler or no libfann.
    """
    compiler = shutil.which("cc")
    if compiler is None:
        raise FannAbsentError("There is no C compiler (cc), so FANN was not measured.")
    program = folder / f"fann_reference_{precision}"
    define = ["-DDOUBLE_PRECISION"] if precision == "double" else []
    command = [compiler, "-O2", "-std=c99", *define, "-o", str(program), str(SOURCE)]
    done = subprocess.run(
        [*command, f"-l{LIBRARY[precision]}", "-lm"], capture_output=True, text=True
    )
    lacks_header = f"{precision}fann.h" in done.stderr
    if done.returncode and (lacks_header or LIBRARY[precision] in done.stderr):
        raise FannAbsentError(
            f"{LIBRARY[precision]} cannot be compiled with (Debian: apt-get install libfann-dev), "
            "so FANN was not measured."
        )
    if done.returncode:
        raise RuntimeError(f"{SOURCE.name} does not compile:\n{done.stderr}")
    return program


def train(
    program: Path,
    sizes: Sequence[int],
    samples: int,
    *,
    epochs: int,
    rounds: int = ROUNDS,
    data: tuple[Array, Array, Array] | None = None,
) -> Trained:
    """Train one network, tanh inside and logistic outside, for `rounds` times `epochs`.

    Parameters
    ----------
    data
        Inputs (P, S0), targets (P, SL) and first weights (N,), which FANN keeps unit by unit: the
        weights from the layer before, then the bias. Made by a fixed rule when None.
    """
    words = ["-".join(map(str, sizes)), str(samples), str(epochs), str(rounds)]
    with tempfile.TemporaryDirectory() as folder:
        if data is not None:
            path = Path(folder) / "data"
            path.write_bytes(b"".join(np.ascontiguousarray(part, float).tobytes() for part in data))
            words.append(str(path))
        done = subprocess.run([program, *words], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    told = json.loads(done.stdout)
    return Trained(
        told["connections"], told["first_error"], told["last_error"], tuple(told["seconds"])
    )


def microseconds(
    sizes: Sequence[int],
    samples: int,
    *,
    epochs: int,
    rounds: int = ROUNDS,
    precision: Precision = "double",
) -> float:
    """Return the median over the rounds of the microseconds an epoch takes in FANN.

    Raises
    ------
    FannAbsentError
        Where there is no C compiler or no libfann.
    """
    with tempfile.TemporaryDirectory() as folder:
        program = build(Path(folder), precision)
        trained = train(program, sizes, samples, epochs=epochs, rounds=rounds)
    return 1e6 * statistics.median(trained.seconds)


def measure(rounds: int) -> list[Figure]:
    """Go through the sizes in both precisions; note a table of them."""
    figures = []
    note(f"{'µs an epoch':<24}{'double':>12}{'float':>12}")
    for sizes, samples, epochs in WORK:
        name = f"{'-'.join(map(str, sizes))}/{samples}"
        found = {
            kind: microseconds(sizes, samples, epochs=epochs, rounds=rounds, precision=kind)
            for kind in LIBRARY
        }
        note(f"{name:<24}{found['double']:>12,.1f}{found['float']:>12,.1f}")
        figures += [Figure(f"fann.{name}.{kind}", value, "µs") for kind, value in found.items()]
    return figures


if __name__ == "__main__":
    try:
        sys.exit(show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)))
    except FannAbsentError as absent:
        note(str(absent))
