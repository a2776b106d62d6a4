"""The sets of a run are found on samples that no network saw, and checked on others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.job import Preparation
from core.predictions import read_predictions
from core.uncertainty.conformal import find_sets
from core.uncertainty.run_sets import sets_of_run
from tests.core.small_runs import carry_out, command, small_job, write_table
from tests.core.uncertainty.small_doubts import judged_again, judged_by, strange_run


def test_folds_give_every_row_a_set_and_a_counted_coverage(tmp_path: Path) -> None:
    run = strange_run(tmp_path)
    judged, parts = judged_again(run)
    found = sets_of_run(judged, parts, 0.9)
    assert found is not None
    assert judged.held_out is not None
    labelled = parts.dataset.labelled
    rule = find_sets(judged.held_out.probability, judged.held_out.known)
    assert found.rule == rule
    # a row that the rule was found with has the thresholds of the other folds
    for fold in parts.folds:
        others = np.setdiff1d(labelled, fold.held_out)
        other = find_sets(judged.found.probability[others], parts.dataset.target[others])
        own = other.sets_of(judged.found.probability[fold.held_out])
        assert np.array_equal(found.held[fold.held_out], own)
    rest = np.setdiff1d(np.arange(parts.dataset.size), labelled)
    assert np.array_equal(found.held[rest], rule.sets_of(judged.found.probability[rest]))
    covered = found.held[labelled, parts.dataset.target[labelled]]
    assert found.evaluation["covered"] == covered.sum()
    assert found.evaluation == (run.evaluation() or {})["sets"]
    assert found.evaluation["low"] < covered.mean() < found.evaluation["high"]


def test_the_table_names_the_classes_of_each_set(tmp_path: Path) -> None:
    run = strange_run(tmp_path, name="c;d")
    judged, parts = judged_again(run)
    found = sets_of_run(judged, parts, 0.9)
    assert found is not None
    names = np.array(["a", "b", "c,d"])
    texts = ["; ".join(names[held]) for held in found.held]
    assert read_predictions(run.predictions_path).column("set").to_pylist() == texts


def test_the_validation_part_sets_thresholds_that_the_test_part_checks(tmp_path: Path) -> None:
    job = judged_by(small_job(write_table(tmp_path / "t.csv")), protocol="hold_out")
    job = job.model_copy(update={"preparation": Preparation(validation_part=0.4)})
    carry_out(job, tmp_path / "run")
    evaluation = _evaluation(tmp_path / "run")
    assert evaluation["found_on"] == 18
    assert evaluation["checked"]
    assert evaluation["samples"] == 15


def test_a_small_validation_part_leaves_it_to_the_test_part(tmp_path: Path) -> None:
    job = judged_by(small_job(write_table(tmp_path / "t.csv"), part=0.1), protocol="hold_out")
    carry_out(job, tmp_path / "run")
    evaluation = _evaluation(tmp_path / "run")
    assert evaluation["found_on"] == evaluation["samples"] == 15
    assert evaluation["checked"]


def test_the_validation_part_alone_checks_nothing(tmp_path: Path) -> None:
    carry_out(small_job(write_table(tmp_path / "t.csv")), tmp_path / "run")
    assert _evaluation(tmp_path / "run") == {
        "level": 0.9,
        "found_on": 12,
        "units": 12,
        "checked": False,
    }


def test_groups_count_once(tmp_path: Path) -> None:
    table = write_table(tmp_path / "t.csv")
    lines = table.read_text().splitlines()
    grouped = [f"{line},{row // 5}" for row, line in enumerate(lines[1:])]
    table.write_text("\n".join([lines[0] + ",hole", *grouped]) + "\n")
    job = judged_by(small_job(table, group="hole"), protocol="groups", folds=4)
    carry_out(job, tmp_path / "run")
    assert _evaluation(tmp_path / "run")["units"] == 12


@pytest.mark.parametrize("validation", [0.0, 0.4])
def test_a_second_file_checks(tmp_path: Path, validation: float) -> None:
    table = write_table(tmp_path / "t.csv")
    other = tmp_path / "other.csv"
    lines = table.read_text().splitlines()
    other.write_text("\n".join([lines[0], *lines[31:]]) + "\n")
    job = judged_by(
        small_job(table, part=validation), protocol="second_file", test_table=str(other)
    )
    carry_out(job, tmp_path / "run")
    evaluation = _evaluation(tmp_path / "run")
    assert evaluation["found_on"] == (24 if validation else 30)
    assert evaluation["samples"] == 30
    predictions = read_predictions(tmp_path / "run" / "predictions.parquet")
    assert predictions.column("set").null_count == 0


def test_nothing_held_out_gives_no_sets(tmp_path: Path) -> None:
    carry_out(small_job(write_table(tmp_path / "t.csv"), part=0.0), tmp_path / "run")
    assert "sets" not in (strange_evaluation(tmp_path / "run"))
    assert "set" not in read_predictions(tmp_path / "run/predictions.parquet").column_names
    words = ("--layer", "set-size", "--out", tmp_path / "sets.tif")
    code, events = command("export", tmp_path / "run", *words)
    assert code == 2
    assert "no prediction sets" in str(events[-1].message)  # type: ignore[union-attr]


def strange_evaluation(path: Path) -> dict[str, object]:
    from core.run_folder import RunFolder

    return RunFolder(path).evaluation() or {}


def _evaluation(path: Path) -> dict[str, object]:
    found = strange_evaluation(path)["sets"]
    assert isinstance(found, dict)
    return found
