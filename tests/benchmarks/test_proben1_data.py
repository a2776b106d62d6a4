"""PROBEN1 is read as its headers say, and what is absent or broken is said."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from benchmarks.proben1_data import names, read_problem

HEADER = (
    "bool_in=1\nreal_in=2\nbool_out=2\nreal_out=1\n"
    "training_examples=2\nvalidation_examples=1\ntest_examples=1\n"
)
ROWS = "1 .25 0.5 1 0 .1\n0 1e-3 .2  0 1 .2\n1 0 0 1 0 .3\n0 1 1 0 1 .4\n"


def written(folder: Path, text: str, name: str = "small1") -> Path:
    """Write a problem; return the folder of problems."""
    path = folder / name.rstrip("0123456789") / f"{name}.dt.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(text.encode()))
    return folder


def test_inputs_come_first_and_parts_in_order(tmp_path):
    problem = read_problem("small1", written(tmp_path, HEADER + ROWS))
    assert problem.name == "small1"
    assert problem.training.inputs.tolist() == [[1, 0.25, 0.5], [0, 0.001, 0.2]]
    assert problem.training.targets.tolist() == [[1, 0, 0.1], [0, 1, 0.2]]
    assert problem.validation.inputs.tolist() == [[1, 0, 0]]
    assert problem.validation.targets.tolist() == [[1, 0, 0.3]]
    assert problem.test.inputs.tolist() == [[0, 1, 1]]
    assert problem.test.targets.tolist() == [[0, 1, 0.4]]
    assert problem.test.inputs.dtype == np.float64


def test_a_problem_that_is_absent_is_said_with_its_folder(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"PROBEN1 problem glass1 is not in .*beside"):
        read_problem("glass1", tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEADER + ROWS + "1 2", "26 numbers where its header promises 4 examples of 6"),
        (HEADER + ROWS[:-9], "header promises 4 examples of 6"),
        (HEADER.replace("real_in", "real_on") + ROWS, "should say real_in=NUMBER"),
        (HEADER.replace("=2", "=two") + ROWS, "should say real_in=NUMBER but says 'real_in=two'"),
        ("", "should say bool_in=NUMBER"),
        (HEADER + ROWS.replace("1e-3", "?"), "could not convert"),
    ],
)
def test_a_broken_file_is_refused(tmp_path, text, reason):
    with pytest.raises(ValueError, match=reason):
        read_problem("small1", written(tmp_path, text))


# inputs, outputs and examples of each part, from the table of problems in Prechelt (1994)
@pytest.mark.parametrize(
    ("name", "inputs", "outputs", "examples"),
    [
        ("cancer1", 9, 2, (350, 175, 174)),
        ("card1", 51, 2, (345, 173, 172)),
        ("diabetes2", 8, 2, (384, 192, 192)),
        ("glass1", 9, 6, (107, 54, 53)),
        ("horse1", 58, 3, (182, 91, 91)),
        ("soybean1", 82, 19, (342, 171, 170)),
        ("thyroid1", 21, 3, (3600, 1800, 1800)),
    ],
)
@pytest.mark.usefixtures("shared_data")
def test_the_real_problems_have_their_sizes(name, inputs, outputs, examples):
    problem = read_problem(name)
    parts = (problem.training, problem.validation, problem.test)
    assert tuple(len(part.inputs) for part in parts) == examples
    for part in parts:
        assert part.inputs.shape[1] == inputs
        assert part.targets.shape == (len(part.inputs), outputs)
        # one class each
        assert set(np.unique(part.targets)) == {0.0, 1.0}
        assert (part.targets.sum(axis=1) == 1).all()
        assert np.abs(part.inputs).max() <= 1.5


@pytest.mark.usefixtures("shared_data")
def test_every_problem_beside_the_project_can_be_read():
    found = names()
    assert len(found) == 16
    for name in found:
        assert np.isfinite(read_problem(name).training.inputs).all()
