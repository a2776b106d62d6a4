"""What runs are worth beside each other, on the same samples or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from core.cnn.tables import image_table
from core.comparing_held_out import heard_by
from core.comparing_units import units_of
from core.comparing_verdicts import Compared, compare_verdicts
from core.files import write_json
from core.image_job import ImageJob, Images
from core.job import Job, Judging
from core.parts import load_parts
from core.predictions import read_predictions
from core.run_folder import RunFolder
from core.verdict.differences import figures_of, paired_differences
from datasets.messages import InputError
from tests.core.small_runs import carry_out, small_job, write_table

FOLDS = Judging(protocol="folds", folds=3)
BLOCKS = Judging(protocol="blocks", block_size=25.0, folds=3)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "table.csv")


def judged(table: Path, name: str, judging: Judging = FOLDS, **settings: Any) -> RunFolder:
    """Carry out a small job that is judged so."""
    job = small_job(table, **settings).model_copy(update={"judging": judging})
    carry_out(job, table.parent / name)
    return RunFolder(table.parent / name)


def changed(run: RunFolder, name: str, **values: Any) -> RunFolder:
    """Return a run beside one, whose predictions have other columns."""
    other = RunFolder(run.path.parent / name)
    other.create(run.any_job())
    found = read_predictions(run.predictions_path)
    for column, cells in values.items():
        found = found.set_column(found.column_names.index(column), column, pa.array(cells))
    parquet.write_table(found, other.predictions_path)
    write_json(other.verdict_path, verdict_of(run))
    return other


def verdict_of(run: RunFolder) -> dict[str, Any]:
    found = run.verdict()
    assert found is not None
    return found


def compared(*runs: RunFolder) -> list[Compared]:
    return compare_verdicts(runs, [run.path.name for run in runs])


def why(*runs: RunFolder) -> str:
    found = compared(*runs)[-1]
    assert found.difference is None
    return str(found.apart)


def test_the_difference_is_that_of_the_verdicts(table: Path) -> None:
    one, other = judged(table, "one"), judged(table, "other", layers="3-2-3", epochs=5)
    first, second = compared(one, other)
    assert first.difference is None
    assert first.apart is None
    assert second.difference is not None
    for key in ("macro_f1", "auc", "log_loss"):
        values = [verdict_of(run)["held_out"]["figures"][key]["value"] for run in (one, other)]
        assert second.difference[key]["value"] == pytest.approx(values[1] - values[0], abs=1e-12)
    assert second.verdict is not None
    assert second.verdict["figures"] == verdict_of(other)["held_out"]["figures"]
    heard = [heard_by(run) for run in (one, other)]
    assert heard[0] is not None
    assert heard[1] is not None
    pair = paired_differences(heard[1].alone(), heard[0].alone(), one.job().training.seed)
    assert second.difference == pair


def test_a_run_differs_from_itself_in_nothing(table: Path) -> None:
    run = judged(table, "run")
    difference = compared(run, run)[1].difference
    assert difference is not None
    assert difference["macro_f1"] == {"value": 0.0, "low": None, "high": None}


def test_what_was_heard_is_what_the_verdict_counted(table: Path) -> None:
    for name, judging in (("folds", FOLDS), ("validation", Judging())):
        run = judged(table, name, judging)
        heard, part = heard_by(run), verdict_of(run)["held_out"]
        assert heard is not None
        told = heard.alone()
        assert (told.size, int(told.is_right.sum())) == (part["samples"], part["correct"])
        assert figures_of(told, 1)["auc"]["value"] == pytest.approx(part["figures"]["auc"]["value"])


def test_blocks_are_drawn_whole_as_in_the_verdict(table: Path) -> None:
    run, other = judged(table, "run", BLOCKS), judged(table, "other", BLOCKS, epochs=5)
    heard = heard_by(run)
    assert heard is not None
    parts = load_parts(run.job(), lambda _: None, run)
    size = verdict_of(run)["protocol"]["block_size"]
    units = units_of(run.job(), size, heard.rows)
    assert np.array_equal(units, parts.division.units_of(heard.rows - 1))
    assert len(np.unique(units)) == verdict_of(run)["units"] < len(units)
    difference, theirs = compared(run, other)[1].difference, heard_by(other)
    assert theirs is not None
    pair = paired_differences(theirs.resampled_by(units), heard.resampled_by(units), 1)
    assert difference == pair


def test_without_its_table_nobody_knows_the_blocks(table: Path) -> None:
    run, other = judged(table, "run", BLOCKS), judged(table, "other", BLOCKS)
    write_table(table, 54)
    job = run.job()
    marked = job.model_copy(update={"data": job.data.model_copy(update={"fingerprint": "0" * 64})})
    with pytest.raises(InputError, match="has changed since the run"):
        units_of(marked, 25.0, np.arange(3))
    table.unlink()
    assert "table.csv" in why(run, other)


def test_other_folds_are_other_networks_of_the_same_samples(table: Path) -> None:
    run, other = judged(table, "run"), judged(table, "other", seed=2)
    assert "but divided otherwise" in why(run, other)
    by_one = Judging(protocol="leave_one_out")
    run, other = (judged(table, f"one{seed}", by_one, seed=seed, epochs=2) for seed in (1, 2))
    assert compared(run, other)[1].difference is not None


def test_other_samples_are_said(table: Path) -> None:
    run, by_part = judged(table, "run"), judged(table, "part", Judging())
    assert why(run, by_part).startswith("Judged on other samples than “run”")
    classes = read_predictions(run.predictions_path).column("known").to_pylist()
    relabelled = changed(run, "relabelled", known=["b", *classes[1:]])
    assert "Judged on other samples" in why(run, relabelled)


@pytest.mark.parametrize(
    ("marks", "same"), [(("", "b"), True), (("a", "a"), True), (("a", "b"), False)]
)
def test_the_same_rows_of_another_table_are_other_samples(
    table: Path, marks: tuple[str, str], same: bool
) -> None:
    run = judged(table, "run")
    runs = []
    for name, mark in zip(("one", "other"), marks, strict=True):
        made = changed(run, name)
        job = run.job()
        data = job.data.model_copy(update={"fingerprint": mark})
        made.create(job.model_copy(update={"data": data}), name)
        runs.append(made)
    assert (compared(*runs)[1].difference is not None) == same


def test_a_second_file_keeps_no_single_answers(table: Path) -> None:
    run = judged(table, "run")
    other = changed(run, "other")
    verdict = verdict_of(run)
    write_json(
        other.verdict_path, {**verdict, "protocol": {**verdict["protocol"], "name": "second_file"}}
    )
    assert "no single answers" in why(run, other)


def test_a_run_that_has_not_ended_has_nothing_to_compare(table: Path) -> None:
    run = judged(table, "run")
    other = RunFolder(table.parent / "other")
    other.create(run.any_job())
    found = compared(run, other)
    assert found[1].verdict is None
    assert str(found[1].apart).startswith("“other” has no verdict yet")
    assert str(compared(other, run)[1].apart).startswith("“other” has no verdict yet")


def test_damaged_predictions_are_one_sentence(table: Path) -> None:
    run = judged(table, "run")
    run.predictions_path.write_bytes(b"no parquet")
    with pytest.raises(InputError, match="cannot be read"):
        compared(run, run)


# --- images -------------------------------------------------------------------------------


def of_images(path: Path, seed: int, *, part: str = "test", job: Job | None = None) -> RunFolder:
    """Write a run whose predictions are made up."""
    rng = np.random.default_rng(seed)
    parts = np.full(40, "training", dtype="<U10")
    parts[10:], parts[:5] = part, "validation"
    known = np.arange(40) % 3
    run = RunFolder(path)
    run.create(job or ImageJob(images=Images(source="made/up")))
    found = image_table(rng.dirichlet(np.ones(3), 40), "abc", known=known, parts=parts)
    parquet.write_table(found, run.predictions_path)
    return run


def test_runs_on_images_are_judged_by_their_test_part(tmp_path: Path) -> None:
    one, other = of_images(tmp_path / "one", 1), of_images(tmp_path / "other", 2)
    first, second = compared(one, other)
    heard = [heard_by(run) for run in (one, other)]
    assert heard[0] is not None
    assert heard[1] is not None
    assert first.verdict is not None
    assert first.verdict["samples"] == 30
    assert first.verdict["figures"] == figures_of(heard[0].alone(), 1)
    assert second.difference == paired_differences(heard[1].alone(), heard[0].alone(), 1)


def test_images_are_not_samples_of_a_table(tmp_path: Path, table: Path) -> None:
    job = small_job(table)
    assert "Judged on other samples" in why(judged(table, "run"), of_images(tmp_path / "images", 1))
    early = of_images(tmp_path / "early", 1, job=job)
    assert "“early” has no verdict yet" in why(judged(table, "again"), early)
