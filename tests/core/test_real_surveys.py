"""The commands on surveys that nobody here wrote, and on the copper example."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.job import Job
from core.job_file import job_text, read_job
from core.predictions import read_predictions
from core.run_folder import RunFolder
from tests.core.small_runs import command, on_terminal
from tests.core.test_map_sheet import picture_size
from tests.thorough import thorough

SURVEYS = {
    "chorizon": ("StatDA/chorizon.csv", "COUN", ("XCOO", "YCOO"), {"FIN", "NOR", "RUS"}, 605),
    "kola": ("rgr/kola.c.csv", "LITHO", ("UTME", "UTMN"), None, 606),
    "meuse": ("sp/meuse.csv", "soil", ("x", "y"), {"1", "2", "3"}, 155),
}


# of a held-out sample other thresholds say what of a new one those of all samples do
OF_HELD_OUT = ("set", "unlike", "mapped")


def few_epochs(job: Job) -> Job:
    """Train shortly, without folds: all rows are classified by the members that `predict` has."""
    training = job.training.model_copy(update={"epochs": 40})
    judging = job.judging.model_copy(update={"protocol": "hold_out"})
    return job.model_copy(update={"training": training, "judging": judging})


def walk(
    source: str, target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[Job, RunFolder]:
    """Go the whole road of commands; return the proposed job and the run."""
    assert on_terminal("job", source, "--target", target) == 0
    job_path = tmp_path / "job.toml"
    job_path.write_text(capsys.readouterr().out, encoding="utf-8")
    job = read_job(job_path)
    job_path.write_text(job_text(few_epochs(job)), encoding="utf-8")
    run = RunFolder(tmp_path / "run")
    assert on_terminal("run", job_path, "--out", run.path) == 0
    assert on_terminal("map", run.path, "--out", tmp_path / "map.png", "--dpi", 60) == 0
    assert picture_size(tmp_path / "map.png") == (600, 420)
    out = tmp_path / "again.parquet"
    assert on_terminal("predict", run.path, source, "--out", out) == 0
    own, again = read_predictions(run.predictions_path), read_predictions(out)
    # the sample numbers of the table come along
    shared = [name for name in again.column_names if name in own.column_names]
    assert len(again.column_names) - len(shared) <= 1
    for name in set(shared) - set(OF_HELD_OUT):
        assert again.column(name).equals(own.column(name)), name
    assert on_terminal("export", run.path, "--out", tmp_path / "out.csv") == 0
    assert (tmp_path / "out.csv").read_bytes().count(b"\n") == own.num_rows + 1
    assert on_terminal("columns", source, "--target", target) == 0
    return job, run


@pytest.mark.parametrize("name", ["chorizon", *thorough(["kola", "meuse"])])
def test_a_real_survey(
    name: str, shared_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, target, coordinates, classes, rows = SURVEYS[name]
    source = str(shared_data / "geochemistry" / "r_packages" / file)
    job, run = walk(source, target, tmp_path, capsys)
    assert (job.data.x, job.data.y) == coordinates
    assert job.data.target == target
    assert not {target, *coordinates, "ID", "ELEV", "elev"} & set(job.data.features)
    assert job.network.sizes[0] == len(job.data.features) > 3
    predictions = read_predictions(run.predictions_path)
    assert predictions.column("row").to_pylist() == list(range(1, rows + 1))
    known = set(predictions.column("known").to_pylist()) - {""}
    assert job.network.sizes[-1] == len(known)
    assert classes is None or known == classes
    outcome = run.outcome()
    assert outcome is not None
    assert outcome.training_loss is not None
    # better than the same answer everywhere
    evaluation = run.evaluation()
    assert evaluation is not None
    training = evaluation["training"]
    most = max(sum(row) for row in training["confusion"])
    assert training["correct"] > most


def test_the_bundled_copper_survey(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    job, run = walk("example:copper", "deposit_type", tmp_path, capsys)
    assert (job.data.x, job.data.y, job.data.crs) == ("easting_m", "northing_m", "EPSG:4509")
    assert job.network.sizes[0] == 14
    assert job.network.sizes[-1] == 8
    predictions = read_predictions(run.predictions_path)
    assert predictions.num_rows == 22_400
    known = [name for name in predictions.column("known").to_pylist() if name]
    assert len(known) == 73


def test_a_bundled_job_runs_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import core.bundled

    bundled = core.bundled.bundled_job
    monkeypatch.setattr(core.bundled, "bundled_job", lambda name: few_epochs(bundled(name)))
    assert command("run", "copper", "--out", tmp_path / "run")[0] == 0
    evaluation = RunFolder(tmp_path / "run").evaluation()
    assert evaluation is not None
    training = evaluation["training"]
    assert training["correct"] > 0.8 * training["samples"] > 30
