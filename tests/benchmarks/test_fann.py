"""FANN is given the same network as ours, and its absence is said in one sentence."""

from __future__ import annotations

import itertools
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks import fann
from benchmarks.fann import FannAbsentError, Precision, Trained, build, microseconds, train

Array = NDArray[np.float64]
SIZES = (4, 5, 3, 2)
SAMPLES = 12
COUNT = sum((wide + 1) * narrow for wide, narrow in itertools.pairwise(SIZES))


@pytest.fixture(params=["double", "float"])
def precision(request: pytest.FixtureRequest) -> Precision:
    return request.param


@pytest.fixture
def program(tmp_path: Path, precision: Precision) -> Path:
    try:
        return build(tmp_path, precision)
    except FannAbsentError as absent:
        pytest.skip(str(absent))


def drawn(scale: float) -> tuple[Array, Array, Array]:
    """Return inputs, targets and first weights of the test network."""
    chance = np.random.default_rng(1)
    return (
        chance.uniform(-2, 2, (SAMPLES, SIZES[0])),
        chance.uniform(0, 1, (SAMPLES, SIZES[-1])),
        chance.uniform(-scale, scale, COUNT),
    )


def error_of(inputs: Array, targets: Array, weights: Array) -> float:
    """Return the mean squared error of the network, tanh inside and logistic outside."""
    values, rest = inputs, weights
    for wide, narrow in itertools.pairwise(SIZES):
        units, rest = np.split(rest, [(wide + 1) * narrow])
        units = units.reshape(narrow, wide + 1)
        sums = values @ units[:, :-1].T + units[:, -1]
        values = np.tanh(sums) if rest.size else 1 / (1 + np.exp(-sums))
    return float(((targets - values) ** 2).mean())


# saturated units tell a steepness that is not 1
@pytest.mark.parametrize("scale", [0.1, 1.0, 3.0])
def test_the_network_of_fann_is_the_one_meant(program, scale):
    data = drawn(scale)
    trained = train(program, SIZES, SAMPLES, epochs=1, rounds=1, data=data)
    assert trained.connections == COUNT
    # FANN sums its error in float
    assert trained.first_error == pytest.approx(error_of(*data), rel=1e-5)


def test_it_learns_and_tells_the_time_of_every_round(program):
    start = time.perf_counter()
    trained = train(program, SIZES, SAMPLES, epochs=200, rounds=3, data=drawn(1.0))
    passed = time.perf_counter() - start
    assert trained.last_error < trained.first_error / 2
    assert len(trained.seconds) == 3
    assert min(trained.seconds) > 0
    assert 200 * sum(trained.seconds) < passed


def test_without_data_it_makes_its_own(program):
    first, second = (train(program, (3, 3, 4), 34, epochs=5, rounds=1) for _ in range(2))
    assert (first.connections, first.first_error) == (28, second.first_error)
    assert 0 < first.last_error < first.first_error


def test_the_median_of_the_rounds_is_what_counts(monkeypatch, program):
    told = Trained(28, 0.5, 0.1, (9e-6, 5e-6, 6e-6, 1.0, 7e-6))
    monkeypatch.setattr(fann, "train", lambda *_, **__: told)
    assert microseconds((3, 3, 4), 34, epochs=1) == pytest.approx(7.0)


def test_data_that_is_too_short_is_refused(program):
    inputs, targets, weights = drawn(1.0)
    with pytest.raises(RuntimeError, match="FILE is too short"):
        train(program, SIZES, SAMPLES, epochs=1, data=(inputs, targets, weights[:-1]))


def test_without_a_compiler_one_sentence_says_so(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FannAbsentError, match=r"^There is no C compiler .*\.$"):
        microseconds((3, 3, 4), 34, epochs=1)


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler (cc)")
def test_without_the_library_one_sentence_says_so(monkeypatch, precision):
    monkeypatch.setitem(fann.LIBRARY, precision, "nowherefann")
    with pytest.raises(FannAbsentError, match=r"^nowherefann .*libfann-dev.*\.$"):
        microseconds((3, 3, 4), 34, epochs=1, precision=precision)


def test_a_program_that_does_not_compile_is_no_absence(monkeypatch, tmp_path, program):
    broken = tmp_path / "broken.c"
    broken.write_text("int main(void) { return nothing; }")
    monkeypatch.setattr(fann, "SOURCE", broken)
    with pytest.raises(RuntimeError, match="does not compile"):
        build(tmp_path)
