"""Preparations in a run: the model on disk prepares as the training did, and runs are compared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import csv, parquet

from core.events import Event, Failed, Finished, Notice
from core.job import Job
from core.model import load_model
from core.parts import load_parts
from core.predictions import read_predictions
from core.preparing.compiled import prepared_samples
from core.proposing import prepared_inputs, with_ends
from core.run_folder import RunFolder
from tests.core.small_runs import carry_out, command, small_job, write_job
from tests.core.small_surveys import write_survey
from tests.thorough import thorough

PREPARATIONS: dict[str, dict[str, Any]] = {
    "ros": {"censored": "ros"},
    "impute": {"censored": "impute", "censored_of": {"Pb_ppm": "root2"}},
    "ilr": {"censored": "impute", "transform": "ilr", "scaling": "robust"},
    "pca": {"transform": "clr", "scaling": "quantile", "reduction": "whitening", "components": 2},
    "share": {"reduction": "pca", "variance": 0.8},
}


def survey_job(table: Path, folds: int = 0, **preparation: Any) -> Job:
    job = small_job(table, part=0.0 if folds else 0.2, folds=folds)
    data = job.data.model_copy(update={"features": ("Cu_ppm", "Zn_ppb", "Pb_ppm")})
    chosen = job.preparation.model_copy(update=preparation)
    network = with_ends(job.network, prepared_inputs(chosen, 3), 3)
    return job.model_copy(update={"data": data, "preparation": chosen, "network": network})


def told(events: Sequence[Event]) -> str:
    """Return the sentence that a command failed with."""
    failed = events[-1]
    assert isinstance(failed, Failed)
    return str(failed.message)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_survey(tmp_path / "survey.csv")


@pytest.mark.parametrize("name", PREPARATIONS)
@pytest.mark.parametrize("folds", [3, *thorough([0])])
def test_the_model_on_disk_predicts_its_own_table_to_the_last_bit(
    table: Path, tmp_path: Path, name: str, folds: int
) -> None:
    run = RunFolder(tmp_path / "run")
    carry_out(survey_job(table, folds, **PREPARATIONS[name]), run.path)
    parts = load_parts(run.job(), lambda _: None, run)
    dataset = parts.dataset
    assert dataset.censored.sum() > 20
    model = load_model(run.model_path)
    for stored, fold in zip(model.preparations, parts.folds, strict=True):
        assert stored == fold.preparation
        again = prepared_samples(stored, dataset.features, dataset.censored)
        assert again.tobytes() == fold.inputs.numpy().tobytes()
    found = model.classify(dataset.features, dataset.censored)
    if not folds:
        written = read_predictions(run.predictions_path)
        assert written.column("probability").to_numpy().tobytes() == found.highest.tobytes()
    # and a row of its own, as a new table may be
    alone = model.classify(dataset.features[[7]], dataset.censored[[7]])
    assert alone.codes[0] == found.codes[7]
    out = tmp_path / "again.parquet"
    assert command("predict", run.path, table, "--out", out)[0] == 0
    assert parquet.read_table(out).column("probability").to_numpy() == pytest.approx(
        found.highest, abs=0
    )


def test_folds_have_as_many_components_as_each_other(table: Path, tmp_path: Path) -> None:
    job = survey_job(table, 5, reduction="pca", variance=0.75)
    parts = load_parts(job, lambda _: None, RunFolder(tmp_path / "run"))
    widths = {fold.preparation.inputs for fold in parts.folds}
    assert len(widths) == 1
    assert {fold.inputs.shape[1] for fold in parts.folds} == widths


def test_models_of_format_2_predict_as_before(table: Path, tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "run")
    carry_out(survey_job(table), run.path)
    before = load_model(run.model_path)
    path = run.model_path / "model.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    assert about["format"] == 4
    known = ("logarithm", "floor", "fill", "shift", "scale")
    about["preparations"] = [{name: each[name] for name in known} for each in about["preparations"]]
    del about["units"]
    path.write_text(json.dumps({**about, "format": 2}), encoding="utf-8")
    after = load_model(run.model_path)
    features = np.array([[3.0, 20.0, 2.0], [np.nan, 4.0, 9.0]])
    below = np.array([[True, False, True], [False, True, False]])
    halved = np.where(below, features / 2, features)
    wanted = before.classify(features, below).probability
    assert after.classify(features, below).probability.tobytes() == wanted.tobytes()
    # what format 2 was given then
    assert after.classify(halved).probability.tobytes() == wanted.tobytes()


def test_a_damaged_preparation_is_told_in_a_sentence(table: Path, tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "run")
    carry_out(survey_job(table, **PREPARATIONS["ilr"]), run.path)
    path = run.model_path / "model.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    about["preparations"][0]["composition"]["parts"] = [0, 1]
    path.write_text(json.dumps(about), encoding="utf-8")
    code, events = command("predict", run.path, table, "--out", tmp_path / "o.csv")
    assert code == 2
    assert "its parts do not fit together" in told(events)


def test_a_table_in_other_units_is_converted(table: Path, tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "run")
    carry_out(survey_job(table), run.path)
    lines = table.read_text(encoding="utf-8").splitlines()
    other = tmp_path / "other.csv"
    cells = [line.split(",") for line in lines]
    for row in cells[1:]:
        if row[3]:
            mark = "<" if row[3].startswith("<") else ""
            row[3] = f"{mark}{float(row[3].removeprefix('<')) / 1000!r}"
    # names stay as the model knows them; the row below says another unit
    other.write_text(
        "\n".join([lines[0], ",,ppm,ppm,ppm,"] + [",".join(row) for row in cells[1:]]),
        encoding="utf-8",
    )
    out = tmp_path / "o.parquet"
    code, events = command("predict", run.path, other, "--out", out)
    assert code == 0
    said = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("converted from ppm to ppb" in notice for notice in said), said
    own = read_predictions(run.predictions_path)
    assert parquet.read_table(out).column("class").equals(own.column("class"))


# --- the verb prepare ---------------------------------------------------------------------


def test_the_features_as_the_network_sees_them(table: Path, tmp_path: Path) -> None:
    job = survey_job(table, **PREPARATIONS["impute"])
    path, out = write_job(tmp_path / "job.toml", job), tmp_path / "inputs.csv"
    code, events = command("prepare", path, "--out", out)
    assert code == 0
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.values["inputs"] == ["Cu_ppm", "Zn_ppb", "Pb_ppm"]
    rules = {each["name"]: each for each in finished.values["features"]}
    assert (rules["Cu_ppm"]["rule"], rules["Pb_ppm"]["rule"]) == ("impute", "root2")
    assert 0 < rules["Cu_ppm"]["least"] < rules["Cu_ppm"]["most"] < 3
    parts = load_parts(job, lambda _: None, RunFolder(tmp_path / "run"))
    written = csv.read_csv(out)
    assert written.column_names == ["row", "Cu_ppm", "Zn_ppb", "Pb_ppm"]
    assert np.column_stack([written.column(name) for name in written.column_names[1:]]) == (
        pytest.approx(parts.folds[0].inputs.numpy(), rel=1e-12)
    )


def test_the_window_gets_inputs_and_completed_features(table: Path, tmp_path: Path) -> None:
    job = survey_job(table, **PREPARATIONS["pca"])
    path, out = write_job(tmp_path / "job.toml", job), tmp_path / "inputs.arrow"
    code, events = command("prepare", path, "--out", out)
    assert code == 0
    with pa.memory_map(str(out)) as file:
        found = pa.ipc.open_file(file).read_all()
    assert found.column_names == ["i0", "i1", "f0", "f1", "f2"]
    assert isinstance(events[-1], Finished)
    assert events[-1].values["inputs"] == ["PC 1", "PC 2"]
    assert len(events[-1].values["shares"]) == 2
    assert not np.isnan(found.column("f1").to_numpy()).any()


# --- the verb compare ---------------------------------------------------------------------


def test_rows_that_flip_are_counted_and_listed(table: Path, tmp_path: Path) -> None:
    for name, rule in (("a", "half"), ("b", "limit")):
        carry_out(survey_job(table, censored=rule), tmp_path / name)
    out = tmp_path / "flips.csv"
    code, events = command("compare", tmp_path / "a", tmp_path / "b", "--out", out)
    assert code == 0
    found = events[-1]
    assert isinstance(found, Finished)
    one, two = (
        read_predictions(tmp_path / name / "predictions.parquet").column("class").to_pylist()
        for name in "ab"
    )
    rows = [row for row in range(90) if one[row] != two[row]]
    assert rows
    assert found.values["changed"] == len(rows)
    assert found.values["share"] == len(rows) / 90
    assert sum(number for _, _, number in found.values["flips"]) == len(rows)
    written = csv.read_csv(out)
    assert written.column("row").to_pylist() == [row + 1 for row in rows]
    assert written.column("first class").to_pylist() == [one[row] for row in rows]
    assert written.column("second class").to_pylist() == [two[row] for row in rows]
    assert f"{len(rows)} of 90 rows" in str(found.message)
    code, events = command("compare", tmp_path / "a", tmp_path / "b")
    said = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any(f"row {rows[0] + 1} (" in line for line in said)


def test_a_run_compared_with_itself_changes_nothing(table: Path, tmp_path: Path) -> None:
    carry_out(survey_job(table), tmp_path / "a")
    code, events = command("compare", tmp_path / "a", tmp_path / "a", "--out", tmp_path / "o.csv")
    assert code == 0
    assert isinstance(events[-1], Finished)
    assert events[-1].values["changed"] == 0


def test_runs_of_different_tables_are_not_compared(table: Path, tmp_path: Path) -> None:
    carry_out(survey_job(table), tmp_path / "a")
    carry_out(survey_job(write_survey(tmp_path / "other.csv", 60)), tmp_path / "b")
    code, events = command("compare", tmp_path / "a", tmp_path / "b")
    assert code == 2
    assert "classified different tables" in told(events)
    code, events = command("compare", tmp_path / "a", tmp_path / "none")
    assert code == 2
    assert "There is no run folder" in told(events)
