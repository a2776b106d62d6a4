"""What a run does not know of one row: its prediction set, and what sets it apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest

from core.explaining.doubt import doubt_of
from core.explaining.table_subject import TableSubject
from core.explaining.text import explanation_lines
from core.files import write_json
from core.run_folder import RunFolder
from core.uncertainty.fitting import fit_reference
from core.uncertainty.unlike import UnlikeRule
from tests.core.explaining.small_subjects import planted

ROWS = 20
# rows counted from 1: one far away in Zn alone, one in Zn and, less, in Cu
FAR, FARTHER = 3, 4


@pytest.fixture(scope="module")
def subject() -> TableSubject:
    """Samples of which two lie far from the training ones, and a rule that marks them."""
    made = planted([[4.0, 0.0, 0.0]], samples=ROWS)
    dataset, fold = made.parts.dataset, made.parts.folds[0]
    dataset.features[FAR - 1, 2] = 400.0
    dataset.features[FARTHER - 1] = [40.0, np.nan, 400.0]
    training = fold.inputs.numpy()[np.setdiff1d(fold.training, [FAR - 1, FARTHER - 1])]
    rule = UnlikeRule("neighbours", fit_reference(training, "neighbours", 1), 2.0, ROWS)
    return replace(made, model=replace(made.model, unlike=rule))


def told(folder: Path, subject: TableSubject, row: int, **columns: Any) -> dict[str, Any]:
    """Return what is told where the predictions have these columns."""
    run = RunFolder(folder)
    table = pa.table({"row": np.arange(1, ROWS + 1), **columns})
    pyarrow.parquet.write_table(table, run.predictions_path)
    return doubt_of(run, subject, row)


def test_sets_and_scores_are_those_of_the_predictions(
    tmp_path: Path, subject: TableSubject
) -> None:
    sets = ["a; b"] * ROWS
    sets[6] = ""
    write_json(tmp_path / "evaluation.json", {"sets": {"level": 0.9}})
    columns = {"set": sets, "unlike": np.linspace(0.1, 0.9, ROWS)}
    first = told(tmp_path, subject, 1, **columns)
    assert first == {"set": "a; b", "level": 0.9, "unlike": 0.1, "apart": []}
    assert told(tmp_path, subject, 7, **columns)["set"] == ""


def test_a_run_that_tells_nothing_of_it_has_no_doubt(tmp_path: Path, subject: TableSubject) -> None:
    nothing: dict[str, Any] = {"set": None, "level": None, "unlike": None, "apart": []}
    assert doubt_of(RunFolder(tmp_path), subject, 1) == nothing
    assert told(tmp_path, subject, 1) == nothing


def test_an_unknown_row_is_set_apart_by_what_makes_it_so(
    tmp_path: Path, subject: TableSubject
) -> None:
    unlike = {"unlike": np.full(ROWS, 3.0)}
    apart = told(tmp_path, subject, FAR, **unlike)["apart"]
    assert apart[0]["name"] == "Zn"
    # each score is that of the same row with the usual value of one element
    dataset, training = subject.parts.dataset, subject.parts.folds[0].training
    usual = dataset.features[FAR - 1].copy()
    usual[2] = np.nanmedian(dataset.features[training, 2])
    (expected,) = subject.model.scores(usual[np.newaxis])  # type: ignore[misc]
    assert apart[0]["without"] == pytest.approx(expected, rel=1e-6)
    scores = [each["without"] for each in apart]
    assert scores == sorted(scores)
    assert told(tmp_path, subject, FARTHER, **unlike)["apart"][0]["name"] == "Zn"


def test_without_the_rule_nothing_sets_a_row_apart(tmp_path: Path, subject: TableSubject) -> None:
    bare = replace(subject, model=replace(subject.model, unlike=None))
    found = told(tmp_path, bare, FAR, unlike=np.full(ROWS, 3.0))
    assert (found["unlike"], found["apart"]) == (3.0, [])


def test_the_terminal_says_it_too() -> None:
    cell: dict[str, Any] = {"row": 3, "known": None, "classes": []}
    cell |= {"held_out": False, "trained_on": False}
    apart = [{"name": "Zn", "without": 0.5}]
    doubt = {"set": "", "level": 0.9, "unlike": 1.5, "apart": apart}
    text = "\n".join(explanation_lines({"cell": {**cell, "doubt": doubt}}))
    assert "Cannot be excluded at 90%: nothing" in text
    assert "Unlike: 1.50 × threshold (unknown)" in text
    assert "Zn (0.50)" in text
