"""A run is taken away as two tables: its labelled samples, right or wrong, and the rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import pytest
from pyarrow import parquet

from core.job import Data
from core.predictions import read_predictions
from core.result_tables import result_table
from core.row_names import row_names
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_runs import carry_out, command, small_job
from tests.core.small_runs import write_table as write_survey

UNKNOWN = 15


def survey(path: Path) -> Path:
    """Write a table whose rows have names and whose last rows have no class."""
    cells = pd.read_csv(write_survey(path))
    cells.insert(0, "site", [f"Site {row:02d}" for row in range(len(cells))])
    cells.loc[len(cells) - UNKNOWN :, "rock"] = None
    cells.to_csv(path, index=False)
    return path


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    carry_out(small_job(survey(tmp_path / "table.csv")), tmp_path / "run")
    return RunFolder(tmp_path / "run")


def test_the_labelled_samples_are_right_or_wrong(run: RunFolder) -> None:
    found = result_table(run, "training").to_pandas()
    assert len(found) == 45
    assert found.columns[:2].tolist() == ["row", "site"]
    assert found["site"].tolist() == [f"Site {row - 1:02d}" for row in found["row"]]
    assert set(found["part"]) == {"training", "validation"}
    assert found["right"].tolist() == (found["known"] == found["class"]).tolist()
    evaluation = run.evaluation()
    assert evaluation is not None
    right = evaluation["training"]["correct"] + evaluation["validation"]["correct"]
    assert found["right"].sum() == right


def test_the_rest_has_no_column_of_the_known(run: RunFolder) -> None:
    found = result_table(run, "predictions").to_pandas()
    assert found["row"].tolist() == list(range(46, 61))
    assert found["site"].tolist() == [f"Site {row:02d}" for row in range(45, 60)]
    assert {"known", "part", "right"}.isdisjoint(found.columns)
    everything = read_predictions(run.predictions_path).to_pandas()
    assert found["class"].tolist() == everything["class"].tolist()[45:]
    assert found["probability"].tolist() == everything["probability"].tolist()[45:]


def test_columns_of_outputs_and_agreement_come_along(tmp_path: Path) -> None:
    carry_out(small_job(survey(tmp_path / "table.csv"), members=3), tmp_path / "run")
    run = RunFolder(tmp_path / "run")
    everything = read_predictions(run.predictions_path).to_pandas()
    names = ["output a", "output b", "output c", "agreement"]
    labelled, rest = result_table(run, "training"), result_table(run, "predictions")
    assert np.array_equal(labelled.to_pandas()[names], everything[names][:45])
    assert np.array_equal(rest.to_pandas()[names], everything[names][45:])


def test_all_is_what_the_run_has(run: RunFolder) -> None:
    assert result_table(run, "all").equals(read_predictions(run.predictions_path))


def test_a_file_of_all_rows_names_them(run: RunFolder, tmp_path: Path) -> None:
    for suffix in (".csv", ".gpkg"):
        code, _ = command("export", run.path, "--out", tmp_path / f"all{suffix}")
        assert code == 0
    names = [f"Site {row:02d}" for row in range(60)]
    assert pd.read_csv(tmp_path / "all.csv")["site"].tolist() == names
    assert pyogrio.read_dataframe(tmp_path / "all.gpkg")["site"].tolist() == names


def test_a_file_of_changed_rows_names_them(run: RunFolder, tmp_path: Path) -> None:
    other = RunFolder(tmp_path / "other")
    shutil.copytree(run.path, other.path)
    changed = read_predictions(other.predictions_path).to_pandas()
    rows = [3, 17, 58]
    changed.loc[rows, "class"] = "another"
    parquet.write_table(pa.Table.from_pandas(changed), other.predictions_path)
    out = tmp_path / "flips.csv"
    assert command("compare", run.path, other.path, "--out", out)[0] == 0
    assert pd.read_csv(out)["site"].tolist() == [f"Site {row:02d}" for row in rows]
    assert pd.read_csv(out)["row"].tolist() == [row + 1 for row in rows]


@pytest.mark.parametrize("what", ["training", "predictions"])
def test_the_command_writes_a_table_for_spreadsheets(run: RunFolder, what: str) -> None:
    out = run.path.parent / f"{what}.csv"
    code, _ = command("export", run.path, "--what", what, "--out", out)
    assert code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(pd.read_csv(out)) == {"training": 45, "predictions": 15}[what]


def test_a_table_that_is_not_there_is_said(tmp_path: Path) -> None:
    carry_out(small_job(write_survey(tmp_path / "table.csv")), tmp_path / "run")
    with pytest.raises(InputError, match="no such rows"):
        result_table(RunFolder(tmp_path / "run"), "predictions")


def data_of(path: Path, fingerprint: str) -> Data:
    return Data(table=str(path), fingerprint=fingerprint, target="rock", features=("number",))


def test_names_of_a_table_that_changed_are_left_out(run: RunFolder) -> None:
    path = run.path.parent / "table.csv"
    assert row_names(data_of(path, ""), 60) is not None
    assert row_names(data_of(path, "another"), 60) is None
    assert row_names(data_of(path, ""), 59) is None
    path.unlink()
    assert "site" not in result_table(run, "training").column_names


def test_names_do_not_hide_a_column_of_the_predictions(tmp_path: Path) -> None:
    path = survey(tmp_path / "table.csv")
    cells = pd.read_csv(path).rename(columns={"site": "class"})
    cells.to_csv(path, index=False)
    job = small_job(path)
    data = Data(**job.data.model_dump() | {"table": str(path)})
    carry_out(job.model_copy(update={"data": data}), tmp_path / "run")
    found = result_table(RunFolder(tmp_path / "run"), "training").to_pandas()
    assert found["class_"][0] == "Site 00"
    assert set(found["class"]) <= {"a", "b", "c"}


def test_numbers_and_repeated_texts_name_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("number,rock,name\n1,a,N1\n2,a,N2\n3,b,N2\n", encoding="utf-8")
    assert row_names(data_of(path, ""), 3) is None
    path.write_text("number,rock,name\n1,a,N1\n2,a,N2\n3,b,N3\n", encoding="utf-8")
    found = row_names(data_of(path, ""), 3)
    assert found is not None
    assert found[0] == "name"
    assert found[1].tolist() == ["N1", "N2", "N3"]
