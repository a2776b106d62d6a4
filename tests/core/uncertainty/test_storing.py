"""What is not known stays with the model, bit for bit, and models of earlier versions are read."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from core.model import load_model
from core.run_folder import RunFolder
from core.uncertainty.storing import FILE
from datasets.messages import InputError
from tests.core.small_runs import command
from tests.core.uncertainty.small_doubts import judged_again, strange_run


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return strange_run(tmp_path)


@pytest.mark.parametrize("measure", ["neighbours", "mahalanobis"])
def test_a_reloaded_rule_gives_the_same_bits(tmp_path: Path, measure: str) -> None:
    run = strange_run(tmp_path, unknown=measure)
    _judged, parts = judged_again(run)
    model = load_model(run.model_path)
    scores = model.scores(parts.dataset.features)
    assert scores is not None
    assert model.sets is not None
    from core.predictions import read_predictions

    table = read_predictions(run.predictions_path)
    own = table.column("unlike").to_numpy()
    rest = parts.dataset.target < 0
    assert scores[rest].tobytes() == own[rest].tobytes()
    model.save(tmp_path / "again")
    again = load_model(tmp_path / "again")
    assert again.sets == model.sets
    found = again.scores(parts.dataset.features)
    assert found is not None
    assert found.tobytes() == scores.tobytes()
    # a sample comes out the same whatever stands beside it
    alone = again.scores(parts.dataset.features[7:8])
    assert alone is not None
    assert alone[0] == scores[7]


def test_older_models_are_read_and_mark_nothing(run: RunFolder, tmp_path: Path) -> None:
    path = run.model_path / "model.json"
    about = json.loads(path.read_text())
    assert about["format"] == 4
    for name in ("sets", "unlike"):
        del about[name]
    path.write_text(json.dumps({**about, "format": 3}))
    (run.model_path / FILE).unlink()
    model = load_model(run.model_path)
    assert model.sets is None
    assert model.unlike is None
    out = tmp_path / "new.csv"
    assert command("predict", run.path, tmp_path / "table.csv", "--out", out)[0] == 0
    assert "unlike" not in out.read_text(encoding="utf-8-sig").splitlines()[0]


@pytest.mark.parametrize("damage", ["gone", "width", "nan", "threshold", "sets"])
def test_a_damaged_rule_is_told(run: RunFolder, damage: str) -> None:
    place, about = run.model_path / FILE, run.model_path / "model.json"
    arrays, values = load_file(place), json.loads(about.read_text())
    if damage == "gone":
        place.unlink()
    elif damage == "width":
        narrow = {"centre": arrays["centre"][:2], "whitening": arrays["whitening"][:2, :2].copy()}
        save_file({**arrays, **narrow, "points": arrays["points"][:, :2].copy()}, place)
    elif damage == "nan":
        arrays["points"][0, 0] = np.nan
        save_file(arrays, place)
    elif damage == "threshold":
        about.write_text(json.dumps({**values, "unlike": {**values["unlike"], "threshold": -1}}))
    else:
        about.write_text(json.dumps({**values, "sets": {**values["sets"], "own": [True]}}))
    with pytest.raises(InputError, match="cannot be read"):
        load_model(run.model_path)


def test_a_model_without_a_rule_leaves_no_file(run: RunFolder, tmp_path: Path) -> None:
    from dataclasses import replace

    model = load_model(run.model_path)
    model.save(tmp_path / "again")
    replace(model, unlike=None, sets=None).save(tmp_path / "again")
    assert not (tmp_path / "again" / FILE).exists()
    assert load_model(tmp_path / "again").unlike is None
