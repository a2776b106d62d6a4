"""Rows unlike the training samples: thresholds by folds, and another survey is told apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.predictions import read_predictions
from core.uncertainty import run_unlike
from core.uncertainty.run_unlike import unlike_of_run
from core.uncertainty.unlike import LeftOut, find_unlike
from tests.core.small_runs import carry_out, command, small_job, write_table
from tests.core.uncertainty.small_doubts import (
    LABELLED,
    STRANGE,
    judged_again,
    judged_by,
    strange_run,
)
from tests.core.uncertainty.test_run_sets import strange_evaluation

COPPER = ("--set", "judging.protocol=folds", "--set", "judging.folds=5")


@pytest.mark.parametrize("measure", ["neighbours", "mahalanobis"])
def test_strange_rows_of_a_run_are_marked(tmp_path: Path, measure: str) -> None:
    run = strange_run(tmp_path, unknown=measure)
    table = read_predictions(run.predictions_path)
    scores = table.column("unlike").to_numpy()
    assert (scores[LABELLED:] > 1).all()
    assert np.mean(scores[:LABELLED] > 1) <= 0.05
    mapped, classes = (table.column(name).to_pylist() for name in ("mapped", "class"))
    assert mapped[LABELLED:] == ["unknown"] * STRANGE
    kept = [row for row, score in enumerate(scores) if score <= 1]
    assert [mapped[row] for row in kept] == [classes[row] for row in kept]
    assert "unknown" not in classes


def test_each_fold_is_measured_in_its_own_preparation(tmp_path: Path) -> None:
    _, parts = judged_again(strange_run(tmp_path))
    found = unlike_of_run(parts, "neighbours", 0)
    assert found is not None
    left_out = [
        LeftOut(
            fold.inputs.numpy()[np.union1d(fold.training, fold.validation)],
            fold.inputs.numpy()[fold.held_out],
        )
        for fold in parts.folds
    ]
    rule, scores = find_unlike(parts.folds[0].inputs.numpy()[parts.dataset.labelled], left_out)
    assert found.rule.threshold == rule.threshold
    for fold, own in zip(parts.folds, scores, strict=True):
        assert np.array_equal(found.scores[fold.held_out], own)
    assert np.array_equal(
        found.scores[LABELLED:], rule.scores(parts.folds[0].inputs.numpy()[LABELLED:])
    )
    assert not found.evaluation["checked"]


def test_a_hold_out_checks_the_threshold(tmp_path: Path) -> None:
    table = write_table(tmp_path / "t.csv", rows=200)
    carry_out(judged_by(small_job(table), protocol="hold_out"), tmp_path / "run")
    unknown = strange_evaluation(tmp_path / "run")["unknown"]
    assert isinstance(unknown, dict)
    assert unknown["checked"]
    assert unknown["samples"] == 150
    assert unknown["held_out"]["samples"] == 50
    assert unknown["held_out"]["low"] <= 0.05


def test_a_second_file_checks_the_threshold(tmp_path: Path) -> None:
    table, other = write_table(tmp_path / "t.csv"), tmp_path / "other.csv"
    lines = table.read_text().splitlines()
    strange = [line.replace(line.split(",")[2], "900", 1) for line in lines[31:]]
    other.write_text("\n".join([lines[0], *strange]) + "\n")
    job = judged_by(small_job(table), protocol="second_file", test_table=str(other))
    carry_out(job, tmp_path / "run")
    unknown = strange_evaluation(tmp_path / "run")["unknown"]
    assert isinstance(unknown, dict)
    assert unknown["held_out"]["share"] > 0.9


def test_many_folds_are_measured_as_a_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, parts = judged_again(strange_run(tmp_path))
    monkeypatch.setattr(run_unlike, "MOST_FOLDS", 4)
    found = unlike_of_run(parts, "neighbours", 0)
    assert found is not None
    assert found.evaluation["samples"] == LABELLED
    assert (found.scores[LABELLED:] > 1).all()
    # none is measured from itself: its distance would be nearly nothing
    assert found.scores[:LABELLED].min() > 0.1


def test_too_few_samples_mark_nothing(tmp_path: Path) -> None:
    carry_out(small_job(write_table(tmp_path / "t.csv", rows=9), part=0.3), tmp_path / "run")
    assert "unlike" not in read_predictions(tmp_path / "run/predictions.parquet").column_names


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    run = strange_run(tmp_path, unknown="off")
    names = read_predictions(run.predictions_path).column_names
    assert "unlike" not in names
    assert "mapped" not in names
    assert "unknown" not in strange_evaluation(run.path)


def test_one_group_alone_marks_nothing(tmp_path: Path) -> None:
    """Where every sample belongs to one group, none can be held out to be measured."""
    table = write_table(tmp_path / "t.csv")
    lines = table.read_text().splitlines()
    table.write_text("\n".join([lines[0] + ",hole", *(line + ",1" for line in lines[1:])]) + "\n")
    carry_out(small_job(table, group="hole"), tmp_path / "run")
    assert "unlike" not in read_predictions(tmp_path / "run/predictions.parquet").column_names


@pytest.fixture(scope="module")
def copper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the bundled survey, briefly trained: what is unlike does not depend on that."""
    folder = tmp_path_factory.mktemp("copper") / "run"
    words = (*COPPER, "--set", "training.epochs=20", "--set", "training.members=1")
    assert command("run", "copper", "--out", folder, *words)[0] == 0
    return folder


def test_few_cells_of_the_own_survey_and_most_of_another_are_marked(
    copper: Path, tmp_path: Path
) -> None:
    unknown = strange_evaluation(copper)["unknown"]
    assert isinstance(unknown, dict)
    assert unknown["held_out"]["share"] <= 0.05
    assert unknown["rows"]["share"] <= 0.05
    assert unknown["rows"]["samples"] == 22_400
    out = tmp_path / "other.parquet"
    assert command("predict", copper, _shifted(tmp_path), "--out", out)[0] == 0
    found = read_predictions(out)
    assert np.mean(found.column("unlike").to_numpy() > 1) >= 0.9
    assert found.column("mapped").to_pylist().count("unknown") >= 0.9 * found.num_rows


def test_rows_without_a_class_are_scored_alike_by_predict(copper: Path, tmp_path: Path) -> None:
    out = tmp_path / "own.parquet"
    code, events = command("predict", copper, "example:copper", "--out", out)
    assert code == 0
    own, found = read_predictions(copper / "predictions.parquet"), read_predictions(out)
    rest = np.array([not name for name in own.column("known").to_pylist()])
    for name in ("unlike", "set", "mapped"):
        values = np.array(own.column(name).to_pylist()), np.array(found.column(name).to_pylist())
        assert np.array_equal(values[0][rest], values[1][rest])
    told = [str(getattr(event, "message", "")) for event in events]
    assert any("of 22,400 rows are unlike the training samples" in text for text in told)


def _shifted(folder: Path) -> Path:
    """Write a survey of basalts: other levels, and other ratios of the metals."""
    from datasets.examples import EXAMPLES

    table = EXAMPLES["copper"].table()
    rng = np.random.default_rng(4)
    lines = [",".join(table.names)]
    factors = {"Ni_ppm": 8.0, "Co_ppm": 5.0, "Pb_ppm": 0.2, "Bi_ppm": 0.2, "W_ppm": 0.3}
    for row in rng.permutation(table.rows)[:500]:
        cells = []
        for column in table.columns:
            value = column.values[row]
            if column.kind == "number":
                value = float(value) * factors.get(column.name, 1.0)
                cells.append("" if np.isnan(value) else f"{value:.4f}")
            else:
                cells.append("")
        lines.append(",".join(cells))
    path = folder / "basalts.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
