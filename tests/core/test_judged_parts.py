"""Which rows of a run judge, which chose, and by which members."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.job import Judging
from core.model import load_model
from core.predictions import read_predictions
from core.run_folder import RunFolder
from tests.core.small_judging import BLOCKS, FOLDS, HOLD_OUT, judged_by, loaded
from tests.core.small_runs import carry_out, small_job, write_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


@pytest.mark.parametrize("judging", [Judging(), HOLD_OUT, FOLDS, BLOCKS], ids=lambda j: j.protocol)
def test_every_row_is_called_by_the_part_that_it_has(
    table: Path, tmp_path: Path, judging: Judging
) -> None:
    table.write_text(table.read_text() + "500000,90,1,1,1,\n")
    carry_out(judged_by(table, judging), tmp_path / "run")
    parts = loaded(judged_by(table, judging), tmp_path / "run")
    names = read_predictions(tmp_path / "run" / "predictions.parquet").column("part").to_pylist()
    wanted = ["test"] * 60 + [""]
    if len(parts.folds) == 1:
        (fold,) = parts.folds
        for rows, name in ((fold.training, "training"), (fold.validation, "validation")):
            for row in rows:
                wanted[row] = name
    assert [name or "" for name in names] == wanted
    counts = {name: wanted.count(name) for name in ("training", "validation", "test")}
    if judging.protocol == "hold_out":
        assert counts == {"training": 39, "validation": 9, "test": 12}
    evaluation = json.loads((tmp_path / "run" / "evaluation.json").read_text())
    assert evaluation["test"]["samples"] == counts["test"]
    if judging.protocol in ("validation", "hold_out"):
        assert {n: evaluation[n]["samples"] for n in counts} == counts
        assert "folds" not in evaluation


@pytest.mark.parametrize("judging", [HOLD_OUT, FOLDS], ids=lambda judging: judging.protocol)
def test_wrong_shares_are_those_of_members_that_may_judge(
    table: Path, tmp_path: Path, judging: Judging
) -> None:
    job = judged_by(table, judging, members=5, epochs=4)
    carry_out(job, tmp_path / "run")
    parts = loaded(job, tmp_path / "run")
    model = load_model(tmp_path / "run" / "model")
    target = parts.dataset.target
    wanted = np.full(60, np.nan)
    for number, fold in enumerate(parts.folds):
        said = model.network.forward(fold.inputs, slice(5 * number, 5 * number + 5)).numpy()
        shares = (said.argmax(axis=2) != target).mean(axis=0)
        rows = fold.held_out if parts.is_cross_validated else np.arange(60)
        wanted[rows] = shares[rows]
    found = read_predictions(tmp_path / "run" / "predictions.parquet").column("wrong").to_numpy()
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-12)
    assert 0 < wanted.mean() < 1
    assert len(np.unique(wanted)) > 3


@pytest.mark.parametrize(
    ("judging", "patience", "chose"),
    [
        (Judging(), 5, True),
        (Judging(), 0, False),
        (HOLD_OUT, 5, False),
        (FOLDS, 5, False),
        # so small a test part holds nothing out, and the validation part judges after all
        (Judging(protocol="hold_out", test_part=0.05), 5, True),
    ],
    ids=["validation", "without patience", "hold-out", "folds", "too small"],
)
def test_who_judges_and_chose_as_well_is_told(
    tmp_path: Path, judging: Judging, patience: int, chose: bool
) -> None:
    table = write_table(tmp_path / "table.csv", rows=24)
    carry_out(judged_by(table, judging, patience=patience), tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    assert (run.evaluation() or {}).get("held_out_chose", False) == chose
    verdict = run.verdict()
    assert verdict is not None
    judges = "validation" if judging.test_part == 0.05 else judging.protocol
    assert verdict["protocol"]["name"] == judges


def test_without_any_held_out_sample_there_is_no_verdict(table: Path, tmp_path: Path) -> None:
    carry_out(small_job(table, part=0.0), tmp_path / "run")
    assert not (tmp_path / "run" / "verdict.json").exists()
