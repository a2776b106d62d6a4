"""Another file: rows of it that are kept, and what is said when it is unlike as a whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.events import Finished, Notice
from core.model import load_model
from core.predictions import read_predictions
from core.run_folder import RunFolder
from core.uncertainty.other_file import RowSample, compare, sample_of, whole_notices
from core.uncertainty.reference import MOST_POINTS
from datasets import chunks, text_blocks
from tests.core.small_runs import carry_out, command, small_job, write_table


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    folder = tmp_path_factory.mktemp("survey")
    carry_out(small_job(write_table(folder / "table.csv", rows=120)), folder / "run")
    return RunFolder(folder / "run")


@pytest.fixture
def survey(run: RunFolder) -> pd.DataFrame:
    return pd.read_csv(run.path.parent / "table.csv")


def predicted(
    run: RunFolder, table: pd.DataFrame, folder: Path, *words: str
) -> tuple[pd.DataFrame, list[str], Finished]:
    table.to_csv(folder / "other.csv", index=False)
    out = folder / "out.parquet"
    code, events = command("predict", run.path, folder / "other.csv", "--out", out, *words)
    assert code == 0
    end = events[-1]
    assert isinstance(end, Finished)
    notices = [str(event.message) for event in events if isinstance(event, Notice)]
    assert [said["template"] for said in end.values["notices"]] == [
        event.message.template for event in events if isinstance(event, Notice)
    ]
    return read_predictions(out).to_pandas(), notices, end


def test_each_row_is_kept_as_likely_as_another() -> None:
    """Whatever the parts are in which it is read."""
    rows = np.arange(5000.0)[:, None]
    whole, parts = sample_of(rows, None), RowSample()
    for first in range(0, 5000, 700):
        parts.take(rows[first : first + 700], rows[first : first + 700] < 100)
    assert np.array_equal(whole.features, parts.features)
    kept = parts.features[:, 0]
    assert len(np.unique(kept)) == MOST_POINTS
    assert (np.diff(kept) > 0).all()
    # 200 of each thousand in the mean, 13 the standard deviation
    assert np.abs(np.histogram(kept, 5, (0, 5000))[0] - 200).max() < 60
    assert np.array_equal(parts.censored, parts.features < 100)


def test_the_own_table_is_like_itself(run: RunFolder, survey: pd.DataFrame, tmp_path: Path) -> None:
    table, notices, end = predicted(run, survey, tmp_path)
    assert not end.values["marked_whole"]
    own = read_predictions(run.predictions_path).to_pandas()
    assert list(table["mapped"] == "unknown") != [True] * 120
    assert list(table["class"]) == list(own["class"])
    assert not any("As a whole" in said for said in notices)


def test_all_rows_of_a_table_in_another_unit_are_unknown(
    run: RunFolder, survey: pd.DataFrame, tmp_path: Path
) -> None:
    other = survey.assign(Zn=survey["Zn"] * 6, Cu=survey["Cu"] * 1.01)
    alone, said, end = predicted(run, other, tmp_path, "--row-by-row")
    assert np.mean(alone["unlike"] > 1) < 0.5
    assert not end.values["marked_whole"]
    assert said[0].startswith("As a whole this table is unlike the survey")
    marked, said, end = predicted(run, other, tmp_path)
    assert end.values["marked_whole"]
    assert said[1] == "So all its rows are marked as unknown."
    # the unit is the first to be named, with both medians
    middle = f"brackets: Zn {6 * survey['Zn'].median():.3g} ("
    assert middle in said[0]
    assert set(marked["mapped"]) == {"unknown"}
    assert (marked["unlike"] >= alone["unlike"]).all()
    same = [name for name in alone.columns if name not in ("mapped", "unlike")]
    assert marked[same].equals(alone[same])


def test_a_table_read_in_parts_is_compared_as_a_whole(
    run: RunFolder, survey: pd.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = survey.assign(Zn=survey["Zn"] * 6)
    whole, _, _ = predicted(run, other, tmp_path)
    monkeypatch.setattr(chunks, "WHOLE_BELOW", 0)
    monkeypatch.setattr(text_blocks, "BLOCK", 500)
    in_parts, _, end = predicted(run, other, tmp_path)
    assert end.values["marked_whole"]
    assert in_parts.equals(whole)


def test_gaps_and_constants_do_not_hide_what_differs(run: RunFolder, survey: pd.DataFrame) -> None:
    model = load_model(run.model_path)
    features = survey[["Cu", "Zn", "Pb"]].to_numpy()
    empty = features.copy()
    empty[:, 1] = np.nan
    empty[:, 2] = 44.0
    sample = sample_of(empty, None)
    (said, _) = whole_notices(compare(model, sample), model, sample, marked=True)
    medians = str(said.values["medians"])
    assert medians.startswith("Pb 44 (")
    assert "Zn" not in medians


def test_without_a_rule_or_rows_there_is_nothing_to_say(run: RunFolder) -> None:
    model = load_model(run.model_path)
    few = sample_of(np.full((9, 3), 1e6), None)
    assert compare(model, few) is None
    assert compare(model, RowSample()) is None
    many = sample_of(np.full((10, 3), 1e6), None)
    assert compare(model, many) is not None
    assert compare(replace(model, unlike=None), many) is None
    assert whole_notices(None, model, few, marked=False) == ()
