"""A second table judges as `predict` would, and is refused where it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.events import Event, Notice
from core.job import Job, Judging
from core.job_file import read_job
from core.parts import load_parts
from core.predictions import read_predictions
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_runs import carry_out, command, small_job, write_job, write_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def second(path: Path, *, header: str = "E,N,Cu,Zn,Pb,rock", classes: str = "abc") -> Path:
    """Write a survey of other samples with these columns and classes."""
    rng = np.random.default_rng(21)
    known = rng.integers(0, len(classes), 30)
    features = np.exp(rng.normal(size=(30, 3)) + np.eye(3)[known % 3])
    lines = [
        f"{row},{row},{','.join(f'{x:.4f}' for x in features[row])},{classes[known[row]]}"
        for row in range(30)
    ]
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def judged_by(table: Path, other: Path | str) -> Job:
    judging = Judging(protocol="second_file", test_table=str(other))
    return small_job(table).model_copy(update={"judging": judging})


def refusal(job: Job, folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_parts(job, lambda _: None, RunFolder(folder))
    return str(caught.value)


def test_its_figures_are_those_of_predict_on_the_same_file(table: Path, tmp_path: Path) -> None:
    other = second(tmp_path / "other.csv")
    job = judged_by(table, other)
    carry_out(job, tmp_path / "run")
    assert command("predict", tmp_path / "run", other, "--out", tmp_path / "p.parquet")[0] == 0
    named = read_predictions(tmp_path / "p.parquet").column("class").to_pylist()
    known = [line.rsplit(",", 1)[1] for line in other.read_text().splitlines()[1:]]
    run = RunFolder(tmp_path / "run")
    verdict, evaluation = run.verdict(), run.evaluation()
    assert verdict is not None
    assert evaluation is not None
    right = sum(a == b for a, b in zip(named, known, strict=True))
    assert (verdict["held_out"]["samples"], verdict["held_out"]["correct"]) == (30, right)
    assert evaluation["test"]["correct"] == right
    counts = np.zeros((3, 3), int)
    for a, b in zip(known, named, strict=True):
        counts["abc".index(a), "abc".index(b)] += 1
    assert verdict["held_out"]["confusion"] == evaluation["test"]["confusion"] == counts.tolist()
    assert verdict["protocol"]["name"] == "second_file"
    assert (verdict["resampled"], verdict["units"]) == ("samples", 30)
    # the validation part did not judge, so nobody is told that it chose
    assert "held_out_chose" not in evaluation


def test_nothing_of_it_reaches_the_network(table: Path, tmp_path: Path) -> None:
    first = judged_by(table, second(tmp_path / "one.csv"))
    wild = tmp_path / "wild.csv"
    wild.write_text(second(tmp_path / "two.csv").read_text().replace(",0.", ",990."))
    for name, job in (("one", first), ("wild", judged_by(table, wild))):
        carry_out(job, tmp_path / name)
    for part in ("model/weights.safetensors", "model/model.json", "history.csv"):
        assert (tmp_path / "one" / part).read_bytes() == (tmp_path / "wild" / part).read_bytes()
    verdicts = [json.loads((tmp_path / n / "verdict.json").read_text()) for n in ("one", "wild")]
    assert verdicts[0]["training"] == verdicts[1]["training"]
    assert verdicts[0]["held_out"] != verdicts[1]["held_out"]


def test_classes_that_are_not_learned_are_left_out_and_told(table: Path, tmp_path: Path) -> None:
    other = second(tmp_path / "other.csv", classes="abcxy")
    events: list[Event] = []
    parts = load_parts(judged_by(table, other), events.append, RunFolder(tmp_path / "run"))
    assert parts.second is not None
    texts = [line.rsplit(",", 1)[1] for line in other.read_text().splitlines()[1:]]
    kept = [row for row, text in enumerate(texts, 1) if text in "abc"]
    assert parts.second.rows.tolist() == kept
    assert [parts.dataset.class_names[code] for code in parts.second.target] == [
        texts[row - 1] for row in kept
    ]
    said = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("not learned (x, y) are left out of the judgement" in each for each in said)


def test_a_file_without_one_class_in_common_is_refused(table: Path, tmp_path: Path) -> None:
    other = second(tmp_path / "other.csv", classes="xy")
    said = refusal(judged_by(table, other), tmp_path / "run")
    assert "has one of the classes a, b, c; check its target column" in said


def test_missing_columns_are_named(table: Path, tmp_path: Path) -> None:
    other = second(tmp_path / "other.csv", header="E,N,Cu,Z,P,rock")
    said = refusal(judged_by(table, other), tmp_path / "run")
    assert f"{other} has no column Zn, Pb;" in said


@pytest.mark.parametrize("how", ["itself", "copied"])
def test_the_table_that_is_trained_on_judges_nothing(table: Path, tmp_path: Path, how: str) -> None:
    other = table
    if how == "copied":
        other = tmp_path / "copy.csv"
        other.write_bytes(table.read_bytes())
    assert "is the table that is trained on" in refusal(judged_by(table, other), tmp_path / "run")


@pytest.mark.parametrize(
    ("other", "words"), [("", "needs one: choose it"), ("nowhere.csv", "nowhere.csv")]
)
def test_a_file_has_to_be_there(table: Path, tmp_path: Path, other: str, words: str) -> None:
    assert words in refusal(judged_by(table, other), tmp_path / "run")


def test_units_are_converted_to_those_learned(tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv")
    lines = table.read_text().splitlines()
    with_units = [lines[0], ",,ppm,ppm,ppm,", *lines[1:]]
    table.write_text("\n".join(with_units) + "\n")
    plain = second(tmp_path / "other.csv").read_text().splitlines()
    percent = tmp_path / "percent.csv"
    rows = [line.split(",") for line in plain[1:]]
    for row in rows:
        row[2] = repr(float(row[2]) / 10_000)
    percent.write_text("\n".join([plain[0], ",,%,ppm,ppm,", *map(",".join, rows)]) + "\n")
    events: list[Event] = []
    parts = load_parts(judged_by(table, percent), events.append, RunFolder(tmp_path / "run"))
    assert parts.second is not None
    wanted = [[float(cell) for cell in line.split(",")[2:5]] for line in plain[1:]]
    np.testing.assert_allclose(parts.second.features, wanted, rtol=1e-9)
    said = [str(event.message) for event in events if isinstance(event, Notice)]
    assert any("Cu was converted from % to ppm" in each for each in said)


def test_its_path_is_taken_from_the_folder_of_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As that of the table, and so it is found again when the run has its own folder."""
    inside = tmp_path / "inside"
    inside.mkdir()
    write_table(inside / "table.csv")
    second(inside / "other.csv")
    path = write_job(inside / "job.toml", judged_by(Path("table.csv"), "other.csv"))
    monkeypatch.chdir(tmp_path)
    job = read_job(path)
    assert job.judging.test_table == str(inside / "other.csv")
    carry_out(job, tmp_path / "runs" / "run")
    written = (tmp_path / "runs" / "run" / "job.toml").read_text()
    assert 'test_table = "../../inside/other.csv"' in written
    assert RunFolder(tmp_path / "runs" / "run").job() == job
