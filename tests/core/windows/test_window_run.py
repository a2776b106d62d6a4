"""A CNN on windows learns what only the neighbours tell; its run resumes and predicts alike."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as parquet
import pytest
import torch

from core.control import Control
from core.events import Event, Finished, ImageProgress, MapChanged
from core.files import write_json
from core.job_sections.judging import Judging
from core.reporting import silent
from core.run_folder import RunFolder
from core.windows.model_file import load_window_cnn
from core.windows.predicting import predict_windows
from core.windows.run import run_window_job
from datasets.messages import InputError
from tests.core.windows.small_surveys import SIDE, survey_job, write_survey


def test_it_learns_from_neighbours_and_predicts_the_same_after_reload(tmp_path: Path) -> None:
    table = write_survey(tmp_path)
    run = RunFolder(tmp_path / "run")
    told: list[Event] = []
    outcome = run_window_job(survey_job(table), run, Control(), told.append, live_map=True)
    assert outcome is not None
    assert outcome.reason == "epochs"
    evaluation = run.evaluation()
    assert evaluation is not None
    validation = evaluation["validation"]
    # its own value says nothing: whoever sees that alone is right half of the time
    assert validation["correct"] / validation["samples"] > 0.8
    assert any(isinstance(event, MapChanged) for event in told)
    assert isinstance(told[-1], Finished)
    kept = parquet.read_table(run.predictions_path)
    assert kept.num_rows == SIDE * SIDE
    out = tmp_path / "again.parquet"
    predict_windows(run, str(table), out, silent)
    again = parquet.read_table(out)
    for name in ("x", "y", "class", "probability", "p rich"):
        assert again.column(name).equals(kept.column(name)), name


def test_a_run_that_was_broken_off_goes_on_as_if_it_had_not_been(tmp_path: Path) -> None:
    table = write_survey(tmp_path, side=12)
    job = survey_job(table, epochs=6, members=2)
    whole, broken = RunFolder(tmp_path / "whole"), RunFolder(tmp_path / "broken")
    run_window_job(job, whole, Control(), silent)
    control = Control()

    def leave(event: Event) -> None:
        if isinstance(event, ImageProgress) and event.epoch == 3:
            control.abandon()

    assert run_window_job(job, broken, control, leave) is None
    run_window_job(job, broken, Control(), silent)
    one, other = load_window_cnn(whole.model_path), load_window_cnn(broken.model_path)
    for first, second in zip(one.members, other.members, strict=True):
        for name, tensor in first.state_dict().items():
            assert torch.equal(tensor, second.state_dict()[name]), name


def test_folds_are_judged_by_networks_that_never_saw_them(tmp_path: Path) -> None:
    table = write_survey(tmp_path, side=12)
    job = survey_job(table, epochs=2)
    job = job.model_copy(update={"judging": Judging(protocol="folds", folds=3)})
    run = RunFolder(tmp_path / "run")
    run_window_job(job, run, Control(), silent)
    evaluation = run.evaluation()
    assert evaluation is not None
    assert evaluation["folds"] == 3
    assert evaluation["test"]["samples"] == 100


def test_what_is_not_known_is_kept_with_the_model(tmp_path: Path) -> None:
    table = write_survey(tmp_path, side=12)
    first, _, *rest = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([first, "0,0,9e9,", *rest]) + "\n", encoding="utf-8")
    job = survey_job(table, epochs=2)
    job = job.model_copy(update={"judging": Judging(protocol="folds", folds=3)})
    run = RunFolder(tmp_path / "run")
    run_window_job(job, run, Control(), silent)
    kept = parquet.read_table(run.predictions_path)
    assert kept.column("unlike")[0].as_py() > 1
    assert (run.evaluation() or {})["sets"]["samples"] == 100
    out = tmp_path / "again.parquet"
    predict_windows(run, str(table), out, silent)
    again = parquet.read_table(out)
    unlabelled = pc.equal(kept.column("known"), "")
    for name in ("unlike", "set", "mapped"):
        own = kept.filter(unlabelled).column(name)
        assert again.filter(unlabelled).column(name).equals(own), name
    about = json.loads((run.model_path / "model.json").read_text(encoding="utf-8"))
    older = {name: values for name, values in about.items() if name not in ("sets", "unlike")}
    write_json(run.model_path / "model.json", {**older, "format": 1})
    model = load_window_cnn(run.model_path)
    assert model.sets is None
    assert model.unlike is None


def test_what_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path) -> None:
    table = write_survey(tmp_path, side=8)
    job = survey_job(table)
    data = job.data.model_copy(update={"x": "", "y": ""})
    placeless = job.model_copy(update={"data": data})
    with pytest.raises(InputError, match="has no coordinates"):
        run_window_job(placeless, RunFolder(tmp_path / "none"), Control(), silent)
    run = RunFolder(tmp_path / "run")
    run_window_job(survey_job(table, epochs=1), run, Control(), silent)
    other = tmp_path / "other.csv"
    other.write_text("Cu_ppm,kind\n1,rich\n2,poor\n", encoding="utf-8")
    with pytest.raises(InputError, match="column x"):
        predict_windows(run, str(other), tmp_path / "out.csv", silent)
    about = json.loads((run.model_path / "model.json").read_text(encoding="utf-8"))
    about["steps"] = [0, 500]
    (run.model_path / "model.json").write_text(json.dumps(about), encoding="utf-8")
    with pytest.raises(InputError, match="do not fit together"):
        load_window_cnn(run.model_path)
