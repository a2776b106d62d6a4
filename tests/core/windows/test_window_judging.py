"""A CNN on a survey judged by a second file, and trained again with fewer samples."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as parquet
import pytest

from core.control import Control
from core.job_sections.judging import Judging
from core.learning_curve import SHARES, learning_curve
from core.reporting import silent
from core.run_folder import RunFolder
from core.window_job import WindowJob
from core.windows.judging import judge_windows, train_windows
from core.windows.model_file import load_window_cnn
from core.windows.parts import WindowParts, load_window_parts
from core.windows.predicting import predict_windows
from core.windows.run import run_window_job
from datasets.messages import InputError
from tests.core.small_runs import command
from tests.core.windows.small_surveys import survey_job, write_survey


@dataclass(frozen=True)
class Judged:
    """A run that a second file judged, both surveys 10 cells wide."""

    other: Path
    job: WindowJob
    run: RunFolder

    def parts(self) -> WindowParts:
        return load_window_parts(self.job, silent, self.run)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    folder: Path = tmp_path_factory.mktemp("windows")
    (folder / "other").mkdir()
    other = write_survey(folder / "other", side=10, seed=8)
    job = survey_job(write_survey(folder, side=10), epochs=2)
    judging = Judging(protocol="second_file", test_table=str(other))
    job = job.model_copy(update={"judging": judging})
    run = RunFolder(folder / "run")
    run_window_job(job, run, Control(), silent)
    return Judged(other, job, run)


def predicted(judged: Judged, table: Path, out: Path) -> pa.Table:
    """Return what is said of the samples of a table whose class is known."""
    predict_windows(judged.run, str(table), out, silent)
    said = parquet.read_table(out)
    known = [line.rsplit(",", 1)[1] for line in table.read_text().splitlines()[1:]]
    return said.append_column("truth", pa.array(known)).filter(pc.field("truth") != "")


def counted(known: Sequence[str], named: Sequence[str]) -> list[list[int]]:
    names = ("poor", "rich")
    pairs = list(zip(known, named, strict=True))
    return [[pairs.count((row, column)) for column in names] for row in names]


def test_its_figures_are_those_of_predict_on_the_same_file(judged: Judged, tmp_path: Path) -> None:
    """And so its samples are seen with the cells of that file around them, labelled or not."""
    said = predicted(judged, judged.other, tmp_path / "out.parquet")
    known, named = said.column("truth").to_pylist(), said.column("class").to_pylist()
    verdict, evaluation = judged.run.verdict(), judged.run.evaluation()
    assert verdict is not None
    assert evaluation is not None
    assert verdict["protocol"]["name"] == "second_file"
    assert verdict["held_out"]["samples"] == len(known) == 64
    assert verdict["held_out"]["confusion"] == counted(known, named)
    assert evaluation["test"]["confusion"] == counted(known, named)
    assert "held_out_chose" not in evaluation
    # a file of the same samples without the rows between them is another survey
    fewer = tmp_path / "fewer.csv"
    lines = judged.other.read_text().splitlines()
    fewer.write_text("\n".join([lines[0], *(line for line in lines[1:] if line[-1] != ",")]))
    apart = predicted(judged, fewer, tmp_path / "fewer.parquet")
    assert apart.column("truth").equals(said.column("truth"))
    assert not apart.column("p rich").equals(said.column("p rich"))


def test_the_model_read_again_says_the_same(judged: Judged) -> None:
    found = judge_windows(load_window_cnn(judged.run.model_path), judged.parts())
    verdict = judged.run.verdict()
    assert verdict is not None
    assert found.held_out is not None
    assert int(found.held_out.is_right.sum()) == verdict["held_out"]["correct"]


def test_a_second_file_needs_coordinates(judged: Judged, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    lines = judged.other.read_text().splitlines()
    other.write_text("\n".join(line.split(",", 1)[1] for line in lines))
    judging = Judging(protocol="second_file", test_table=str(other))
    job = judged.job.model_copy(update={"judging": judging})
    with pytest.raises(InputError, match="no numbers in a column x"):
        load_window_parts(job, silent, RunFolder(tmp_path / "run"))


def test_training_again_on_the_same_samples_gives_the_same_networks(judged: Judged) -> None:
    """So the last point of a learning curve and the others differ by their samples alone."""
    windows = judged.parts()
    again = train_windows(judged.job, windows.parts, lambda: False)
    before = judge_windows(load_window_cnn(judged.run.model_path), windows)
    assert again is not None
    assert again.held_out is not None
    assert before.held_out is not None
    np.testing.assert_array_equal(again.held_out.probability, before.held_out.probability)


def test_the_verb_trains_with_fewer_samples_and_ends_with_the_run(
    judged: Judged, tmp_path: Path
) -> None:
    words = ("judge", judged.run.path, "--out", tmp_path / "out", "--learning-curve")
    assert command(*words)[0] == 0
    curve = json.loads((tmp_path / "out" / "learning_curve.json").read_text())
    assert [point["share"] for point in curve["points"]] == [*SHARES, 1.0]
    samples = [point["samples"] for point in curve["points"]]
    assert samples == sorted(samples)
    assert samples[0] < samples[-1] / 3
    verdict = judged.run.verdict()
    assert verdict is not None
    last = curve["points"][-1]
    assert last["held_out"] == verdict["held_out"]["figures"]["macro_f1"]
    assert last["training"] == verdict["training"]["figures"]["macro_f1"]


def test_stopped_in_the_middle_it_writes_nothing(judged: Judged) -> None:
    parts = judged.parts()
    whole = judge_windows(load_window_cnn(judged.run.model_path), parts)
    asked = iter([False, False, False])
    with pytest.raises(InputError, match="The learning curve was stopped"):
        learning_curve(
            judged.job, parts.parts, whole, silent, lambda: next(asked, True), train_windows
        )


def test_the_time_of_the_job_holds_for_each_point_and_every_fold_is_judged(
    judged: Judged,
) -> None:
    training = judged.job.training.model_copy(
        update={"epochs": 1_000_000, "time_limit": 0.05, "members": 2}
    )
    judging = Judging(protocol="folds", folds=2)
    job = judged.job.model_copy(update={"training": training, "judging": judging})
    windows = load_window_parts(job, silent, judged.run)
    found = train_windows(job, windows.parts, lambda: False)
    assert found is not None
    assert found.held_out is not None
    assert found.held_out.size == 64
